//! A provisioning token is small, whatever it sends and in whatever order, also with what an owner does in
//! between: a property. What each request is for, the tests of `scim` and `directories` say by hand.

use super::{
    scim::{Directory, OWN_USER, directory_of, team, user},
    *,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};
use shared::{
    directories::{
        DirectoryDetails, Onboarding,
        api::{Create, Made},
    },
    grants::{Subject, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::GroupId,
    users::api as users,
};
use std::collections::{BTreeMap, BTreeSet};

/// Two who are there before, an administrator among them, and some who are not.
const NAMES: [&str; 5] = ["anna", "dirk", "emma", "fien", "gust"];

/// What the token does to a user or a group.
#[derive(Clone, Copy, Debug)]
enum Verb {
    AddUser,
    ReplaceUser,
    PatchUser,
    DeleteUser,
    AddGroup,
    ReplaceGroup,
    PatchGroup(&'static str),
    DeleteGroup,
}

/// An operation of the token. Its numbers choose among whatever there is when its turn comes.
#[derive(Clone, Debug)]
struct Operation {
    verb: Verb,
    on: usize,
    name: usize,
    external_id: Option<usize>,
    active: Option<bool>,
    team: Option<usize>,
    members: Vec<usize>,
}

/// What an owner does to a user in the console.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Disable,
    Enable,
    Appoint,
    Join(usize),
}

#[derive(Clone, Debug)]
enum Act {
    /// One operation, or some in one bulk request.
    OfToken(Vec<Operation>),
    OfOwner(Deed, usize),
}

fn operation() -> impl Strategy<Value = Operation> {
    let verb = prop_oneof![
        3 => Just(Verb::AddUser),
        2 => Just(Verb::ReplaceUser),
        5 => Just(Verb::PatchUser),
        2 => Just(Verb::DeleteUser),
        1 => Just(Verb::AddGroup),
        1 => Just(Verb::ReplaceGroup),
        3 => select(&["add", "remove", "replace"][..]).prop_map(Verb::PatchGroup),
        1 => Just(Verb::DeleteGroup),
    ];
    let some = || option::weighted(0.6, 0..8usize);
    let active = option::weighted(0.8, any::<bool>());
    let members = vec(0..8usize, 0..3);
    (verb, place(), 0..NAMES.len(), some(), active, some(), members).prop_map(
        |(verb, on, name, external_id, active, team, members)| Operation {
            verb,
            on,
            name,
            external_id,
            active,
            team,
            members,
        },
    )
}

fn act() -> impl Strategy<Value = Act> {
    let deed = prop_oneof![
        3 => Just(Deed::Disable),
        1 => Just(Deed::Enable),
        1 => Just(Deed::Appoint),
        1 => (0..8usize).prop_map(Deed::Join),
    ];
    prop_oneof![
        6 => operation().prop_map(|one| Act::OfToken(vec![one])),
        1 => vec(operation(), 2..4).prop_map(Act::OfToken),
        2 => (deed, place()).prop_map(|(deed, on)| Act::OfOwner(deed, on)),
    ]
}

fn chosen<T: Clone>(list: &[T], at: usize) -> T {
    list[at % list.len()].clone()
}

/// Most often one of the first two.
fn place() -> impl Strategy<Value = usize> {
    prop_oneof![2 => 0..2usize, 1 => 0..8usize]
}

impl Operation {
    /// Method, path and body. Attributes that would be authority are asked for all along.
    fn request(&self, carrier: &Carrier) -> Value {
        let (users, groups) = (carrier.ids("users"), carrier.ids("groups"));
        let (on_user, on_group) = (chosen(&users, self.on), chosen(&groups, self.on));
        let team = self.team.map(|at| chosen(&groups, at));
        let external_id = self.external_id.map(|id| format!("ext-{id}"));
        let members: Vec<Value> = self.members.iter().map(|at| json!({ "value": chosen(&users, *at) })).collect();
        let (lure, name) = (json!([{ "value": "owner" }]), NAMES[self.name]);
        let mut document = user(name);
        for (key, value) in [("externalId", json!(external_id)), ("active", json!(self.active))] {
            document[key] = value;
        }
        document[OWN_USER] = json!({ "team": team });
        (document["roles"], document["entitlements"], document["password"]) = (lure.clone(), lure, PASSWORD.into());
        // What is not said is left out.
        document.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        let said = |path: &str, value: Value| {
            (!value.is_null()).then(|| json!({ "op": "replace", "path": path, "value": value }))
        };
        let of_user = [
            said("name.givenName", name.into()),
            said("externalId", json!(external_id)),
            said("active", json!(self.active)),
            said(&format!("{OWN_USER}:team"), json!(team)),
            said("password", PASSWORD.into()),
        ];
        let group = json!({ "displayName": name, "externalId": external_id.clone(), "members": members.clone() });
        let patch =
            |operations: &[Option<Value>]| json!({ "Operations": operations.iter().flatten().collect::<Vec<_>>() });
        let (method, path, data) = match self.verb {
            Verb::AddUser => ("POST", "/Users".to_owned(), document),
            Verb::ReplaceUser => ("PUT", format!("/Users/{on_user}"), document),
            Verb::PatchUser => ("PATCH", format!("/Users/{on_user}"), patch(&of_user)),
            Verb::DeleteUser => ("DELETE", format!("/Users/{on_user}"), Value::Null),
            Verb::AddGroup => ("POST", "/Groups".to_owned(), group),
            Verb::ReplaceGroup => ("PUT", format!("/Groups/{on_group}"), group),
            Verb::PatchGroup(op) => {
                let members = json!({ "op": op, "path": "members", "value": members });
                (
                    "PATCH",
                    format!("/Groups/{on_group}"),
                    patch(&[said("externalId", json!(external_id)), Some(members)]),
                )
            }
            Verb::DeleteGroup => ("DELETE", format!("/Groups/{on_group}"), Value::Null),
        };
        json!({ "method": method, "path": path, "data": data })
    }
}

/// A user or a group, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    /// What a directory may say of what it looks after.
    described: String,
    /// What none may say: a user's password and authority, a group's kind and place.
    kept: String,
    is_active: bool,
    /// Whether he holds a grant, or it carries one.
    has_authority: bool,
    /// Whether this token looks after it, or did.
    is_own: bool,
    /// Whether it is where the token reaches.
    is_reached: bool,
}

/// What a token might have changed.
#[derive(Debug, PartialEq, Eq)]
struct State {
    users: BTreeMap<String, Seen>,
    groups: BTreeMap<String, Seen>,
    members: BTreeSet<(String, String)>,
    sessions: BTreeSet<String>,
    /// Who holds what, and everything else that there is.
    rest: BTreeMap<String, String>,
}

/// What is compared by itself, or follows from that: people are told by mail that their logins have changed.
const APART: [&str; 9] = [
    "announcements",
    "directory_links",
    "group_paths",
    "groups",
    "logins",
    "mails",
    "memberships",
    "sessions",
    "users",
];

impl State {
    fn of(world: &World, credential: &str, scope: Option<&GroupId>) -> Self {
        let texts = |sql: &str| world.rows(sql).iter().map(|row| row.get(0).unwrap()).collect::<Vec<String>>();
        let pairs = |sql: &str| -> BTreeSet<(String, String)> {
            world.rows(sql).iter().map(|row| (row.get(0).unwrap(), row.get(1).unwrap())).collect()
        };
        let all = |name: &str| {
            // When the token was used last and how many users there are is neither a secret nor a rule.
            let columns = texts(&format!(
                "SELECT group_concat(name) FROM pragma_table_info('{name}')
                 WHERE name NOT IN ('last_used_at', 'last_used_from', 'users')"
            ));
            let columns = columns.concat();
            format!("{:?}", world.rows(&format!("SELECT {columns} FROM \"{name}\" ORDER BY 1, 2")))
        };
        let tables = texts("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')");
        let is_apart = |name: &str| {
            APART.contains(&name) || ["audit", "users_search"].iter().any(|family| name.starts_with(family))
        };
        let tables = tables.into_iter().filter(|name| !is_apart(name));
        let seen = |table: &str, described: &str, kept: &str, active: &str, authority: &str, reached: &str| {
            let own = format!("id IN (SELECT resource FROM directory_links WHERE credential = '{credential}')");
            let rows = world.rows(&format!(
                "SELECT id, json_array({described}), json_array({kept}), {active}, {authority}, {own}, {reached} FROM {table}"
            ));
            let seen = |row: &crate::sql::Row| {
                let [is_active, has_authority, is_own, is_reached] = [3, 4, 5, 6].map(|at| row.get(at).unwrap());
                let [id, described, kept] = [0, 1, 2].map(|at| row.get(at).unwrap());
                (id, Seen { described, kept, is_active, has_authority, is_own, is_reached })
            };
            rows.iter().map(seen).collect::<BTreeMap<String, Seen>>()
        };
        let within = scope.map_or("SELECT id FROM groups".to_owned(), |group| {
            format!("SELECT group_id FROM group_paths WHERE ancestor = '{group}'")
        });
        let everybody = scope.is_none();
        Self {
            users: seen(
                "users",
                "person, site, (SELECT json_group_array(key) FROM logins WHERE user = id ORDER BY key)",
                "phc, temporary_until, grants, created_by",
                "status = 'active'",
                "id IN (SELECT user FROM held)",
                &format!("{everybody} OR id IN (SELECT user FROM memberships WHERE group_id IN ({within}))"),
            ),
            groups: seen(
                "groups",
                "details",
                "kind, parent",
                "1",
                "id IN (SELECT group_id FROM group_paths JOIN grants USING (group_id))",
                &format!("id IN ({within})"),
            ),
            members: pairs("SELECT user, group_id FROM memberships"),
            sessions: texts("SELECT token_digest FROM sessions").into_iter().collect(),
            rest: tables
                .map(|name| {
                    let all = all(&name);
                    (name, all)
                })
                .collect(),
        }
    }

    /// What holds of every request of the token, of one operation or of many: `lowered` are those whom an
    /// administrator disabled last.
    fn allows(&self, after: &Self, is_one: bool, lowered: &BTreeSet<String>) {
        // First contact rewrites nothing; of many operations, another one may.
        let is_own = |before: &Seen, now: &Seen| before.is_own || (!is_one && now.is_own);
        // Roles, grants, credentials, tokens, settings: as they were, and so is what everybody holds.
        for (name, rows) in &self.rest {
            assert_eq!(Some(rows), after.rest.get(name), "{name}");
        }
        assert!(after.sessions.is_subset(&self.sessions));
        for (id, user) in &self.users {
            let now = after.users.get(id).unwrap_or_else(|| panic!("{id} is deleted"));
            assert_eq!(user.kept, now.kept, "{id}");
            assert!(!now.is_active || user.is_active || !lowered.contains(id), "{id} was disabled by an administrator");
            let may_change = is_own(user, now) && user.is_reached && !user.has_authority;
            assert!(may_change || (&user.described, user.is_active) == (&now.described, now.is_active), "{id}");
            // Adopted is only whoever is reached and holds nothing.
            assert!(user.is_own == now.is_own || (user.is_reached && !user.has_authority), "{id}");
        }
        for (id, group) in &self.groups {
            let Some(now) = after.groups.get(id) else {
                assert!(group.is_own && !group.has_authority, "{id} is deleted");
                continue;
            };
            assert_eq!(group.kept, now.kept, "{id}");
            assert!(is_own(group, now) || group.described == now.described, "{id}");
        }
        for (id, user) in after.users.iter().filter(|(id, _)| !self.users.contains_key(*id)) {
            // Another operation may have taken him out of reach again.
            assert!(user.is_own && !user.has_authority && (user.is_reached || !is_one), "{id} is new");
        }
        for (id, group) in after.groups.iter().filter(|(id, _)| !self.groups.contains_key(*id)) {
            assert!(group.is_own && !group.has_authority && group.is_reached, "{id} is new");
        }
        for (user, group) in self.members.symmetric_difference(&after.members) {
            let now = &after.users[user];
            let moved = self.users.get(user).is_none_or(|user| is_own(user, now) && !user.has_authority);
            let to = self.groups.get(group).is_none_or(|group| group.is_reached && !group.has_authority);
            assert!(moved && to, "{user} in {group}");
        }
    }
}

/// A carrier with somebody by hand, an administrator, one through his team, and somebody of another directory;
/// and a token for all of it, or for one of its teams.
struct Carrier {
    world: World,
    scope: Option<GroupId>,
    credential: shared::ids::CredentialId,
    token: String,
}

fn provisioner(world: &World, scope: Scope) -> Made {
    let details =
        DirectoryDetails { name: "Head".into(), onboarding: Onboarding::Later, ..DirectoryDetails::default() };
    world.owner().send(&Create { org: org(), details, default_password: None, scope, expires_at: None }).unwrap()
}

impl Carrier {
    fn new(is_wide: bool) -> Self {
        let world = World::new();
        let owner = world.owner();
        let [desk, field] = ["Desk", "Field"].map(|name| team(&world, name, GroupKind::Team));
        let inner = GroupDetails { name: "Ghent".into(), ..GroupDetails::default() };
        let inner = groups::Create { org: org(), kind: GroupKind::Team, parent: Some(field.clone()), details: inner };
        owner.send(&inner).unwrap();
        team(&world, "Bell", GroupKind::Access);
        let (subject, grant) = (Subject::Group(desk.clone()), world.grant("notes", Scope::Organization));
        owner.send(&grants::Create { org: org(), subject, grant }).unwrap();
        let [anna, tess] = ["anna", "tess"].map(|name| world.user(name, None));
        for (group, user) in [(&desk, tess), (&field, anna)] {
            owner.send(&groups::AddMember { org: org(), group: group.clone(), user }).unwrap();
        }
        world.appoint("dirk", vec![world.grant("users", Scope::Organization)]);
        let Made { directory, token } = provisioner(&world, Scope::Organization);
        let other = directory_of(&world, directory.credential.id, token.unwrap());
        let mut hilde = user("hilde");
        hilde[OWN_USER] = json!({ "team": field });
        assert_eq!(other.send("POST", "/Users", hilde).0, 201);
        let scope = (!is_wide).then_some(field);
        let reach = scope.clone().map_or(Scope::Organization, |group| Scope::Groups { groups: [group].into() });
        let Made { directory, token } = provisioner(&world, reach);
        Self { world, scope, credential: directory.credential.id, token: token.unwrap() }
    }

    fn directory(&self) -> Directory<'_> {
        directory_of(&self.world, self.credential.clone(), self.token.clone())
    }

    /// What there is, the token's own first: it is of these that most can be said.
    fn ids(&self, table: &str) -> Vec<String> {
        let own = format!("SELECT resource FROM directory_links WHERE credential = '{}'", self.credential);
        let rows = self.world.rows(&format!("SELECT id FROM {table} ORDER BY id IN ({own}) DESC, rowid"));
        rows.iter().map(|row| row.get(0).unwrap()).collect()
    }

    fn state(&self) -> State {
        State::of(&self.world, self.credential.as_str(), self.scope.as_ref())
    }

    /// Sends what the token sends; whether any of it was done.
    fn send(&self, operations: &[Operation]) -> bool {
        let mut requests: Vec<Value> = operations.iter().map(|operation| operation.request(self)).collect();
        if let [only] = &mut requests[..] {
            let part = |name: &str| only[name].as_str().unwrap().to_owned();
            return self.directory().send(&part("method"), &part("path"), only["data"].clone()).0 < 300;
        }
        for (at, request) in requests.iter_mut().enumerate().filter(|(_, request)| request["method"] == "POST") {
            request["bulkId"] = at.to_string().into();
        }
        let (_, said) = self.directory().send("POST", "/Bulk", json!({ "Operations": requests }));
        said["Operations"].as_array().unwrap().iter().any(|one| one["status"].as_str().unwrap() < "300")
    }

    /// Does what the owner does, if he can.
    fn does(&self, deed: Deed, on: usize, lowered: &mut BTreeSet<String>) {
        let (owner, org) = (self.world.owner(), org());
        let id = chosen(&self.ids("users"), on);
        let user = id.parse().unwrap();
        match deed {
            Deed::Disable => {
                // Whoever is disabled already is not disabled by him.
                let was_active = self.state().users[&id].is_active;
                if owner.send(&users::Disable { org, user }).is_ok() && was_active {
                    lowered.insert(id);
                }
            }
            Deed::Enable => {
                if owner.send(&users::Enable { org, user }).is_ok() {
                    lowered.remove(&id);
                }
            }
            Deed::Appoint => {
                let grant = self.world.grant("notes", Scope::Organization);
                let _refused = owner.send(&grants::Create { org, subject: Subject::User(user), grant });
            }
            Deed::Join(group) => {
                let group = chosen(&self.ids("groups"), group).parse().unwrap();
                let _refused = owner.send(&groups::AddMember { org, group, user });
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn inv_13_a_provisioning_token_reaches_its_own_users_and_nobodys_authority(
        is_wide in any::<bool>(),
        acts in vec(act(), 1..16),
    ) {
        let carrier = Carrier::new(is_wide);
        let mut lowered = BTreeSet::new();
        for act in acts {
            match act {
                Act::OfOwner(deed, on) => carrier.does(deed, on, &mut lowered),
                Act::OfToken(operations) => {
                    let before = carrier.state();
                    let is_done = carrier.send(&operations);
                    let after = carrier.state();
                    before.allows(&after, operations.len() == 1, &lowered);
                    prop_assert!(is_done || before == after, "what is refused changes nothing");
                }
            }
        }
    }
}
