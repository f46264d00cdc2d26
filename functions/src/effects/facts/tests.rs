//! What is read around a change is enough: the judge says the same as if it knew everything, and
//! the console, which gets its facts as JSON, says the same as the edge.

use super::*;
use crate::{
    effects::{Effect, GrantDetails, Origin, apply, judge::changes},
    sql::{Sql, twin::Twin},
    testing::{START, World, at, org},
};
use proptest::prelude::*;
use shared::{
    audit::Surface,
    authority::{Access, Scope, judge::judge, permission as p},
    grants::Validity,
    groups::{GroupDetails, GroupKind},
    ids::SiteId,
    previews::api::{Facts, Groups, View},
    roles::{RoleDetails, RoleKind},
    users::Person,
};

fn user(n: u128) -> UserId {
    UserId::from_u128(100 + n)
}
fn group(n: u128) -> GroupId {
    GroupId::from_u128(200 + n)
}
fn role(n: u128) -> RoleId {
    RoleId::from_u128(300 + n)
}
fn site(n: u128) -> SiteId {
    SiteId::from_u128(400 + n)
}

const PEOPLE: u128 = 5;
const GROUPS: u128 = 4;
const ROLES: u128 = 3;
const SITES: u128 = 2;

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::Organization),
        proptest::collection::btree_set(0..SITES, 1..=2)
            .prop_map(|sites| Scope::Sites { sites: sites.into_iter().map(site).collect() }),
        proptest::collection::btree_set(0..GROUPS, 1..=2)
            .prop_map(|groups| Scope::Groups { groups: groups.into_iter().map(group).collect() }),
    ]
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![(0..PEOPLE).prop_map(|n| Subject::User(user(n))), (0..GROUPS).prop_map(|n| Subject::Group(group(n))),]
}

fn permissions() -> impl Strategy<Value = BTreeSet<shared::authority::Permission>> {
    let few = vec![p::USERS_VIEW, p::USERS_UPDATE, p::GROUPS_UPDATE, p::ADMINISTRATORS_GRANT, p::ROLES_UPDATE];
    proptest::sample::subsequence(few, 1..=5).prop_map(|some| some.into_iter().collect())
}

fn details(permissions: BTreeSet<shared::authority::Permission>) -> RoleDetails {
    RoleDetails { name: "any".into(), description: String::new(), permissions }
}

/// An effect between the few that there are.
fn effect() -> impl Strategy<Value = Effect> {
    prop_oneof![
        3 => (any::<u64>(), subject(), 0..ROLES, scope(), proptest::option::of(1i64..9)).prop_map(|(id, subject, of, scope, hours)| {
            let until = hours.map(|hours| START + shared::time::Span::hours(hours));
            let details = GrantDetails {
                subject,
                role: role(of),
                scope,
                validity: Validity { from: None, until },
                reason: String::new(),
                suspended: false,
                grantor: None,
            };
            Effect::GrantAdded { grant: GrantId::from_u128(u128::from(id) + 1_000), details }
        }),
        2 => (0..GROUPS, 0..PEOPLE).prop_map(|(g, u)| Effect::MemberAdded { group: group(g), kind: GroupKind::Access, user: user(u) }),
        1 => (0..GROUPS, 0..PEOPLE).prop_map(|(g, u)| Effect::MemberRemoved { group: group(g), kind: GroupKind::Access, user: user(u) }),
        2 => (0..GROUPS, proptest::option::of(0..GROUPS)).prop_map(|(g, parent)| Effect::GroupMoved { group: group(g), before: None, parent: parent.map(group) }),
        1 => (0..ROLES, permissions()).prop_map(|(r, p)| Effect::RoleUpdated { role: role(r), before: RoleDetails::default(), details: RoleDetails { name: format!("Role {r}"), ..details(p) } }),
        1 => (0..PEOPLE).prop_map(|u| Effect::UserDisabled { user: user(u) }),
        1 => (0..PEOPLE).prop_map(|u| Effect::UserEnabled { user: user(u) }),
    ]
}

/// A database with the few, nothing given yet.
fn small_world(sql: &Twin) {
    let run = |effect: Effect| {
        let origin = Origin {
            actor: None,
            surface: Surface::Console,
            credential: None,
            endpoint: "test",
            request_id: "test",
            mails: false,
        };
        apply(sql, &at(START), &origin, &[effect]).unwrap();
    };
    for n in 0..SITES {
        let details = shared::sites::SiteDetails { name: format!("Site {n}"), ..Default::default() };
        run(Effect::SiteCreated { site: site(n), details });
    }
    for n in 0..ROLES {
        let details = RoleDetails { name: format!("Role {n}"), ..details([p::USERS_VIEW].into()) };
        run(Effect::RoleCreated { role: role(n), kind: RoleKind::Custom, details });
    }
    for n in 0..GROUPS {
        let details = GroupDetails { name: format!("Group {n}"), ..GroupDetails::default() };
        run(Effect::GroupCreated { group: group(n), kind: GroupKind::Access, built_in: false, parent: None, details });
    }
    for n in 0..PEOPLE {
        let person =
            Person { user_name: format!("user{n}"), email: format!("user{n}@example.org"), ..Person::sample() };
        let site = (n % 2 == 0).then(|| site(n % SITES));
        let phc = crate::effects::Hidden::default();
        run(Effect::UserCreated {
            user: user(n),
            person: Box::new(person),
            site,
            phc,
            temporary_until: None,
            mailed: None,
        });
    }
}

/// Stores an effect if it is possible at all, whoever might; a grant in somebody's name.
fn try_store(sql: &Twin, effect: &Effect, by: &UserId) {
    let nobody = UserId::from_u128(0);
    let everything = everything(sql);
    let mut after = everything.clone();
    let possible = changes(std::slice::from_ref(effect), &nobody).iter().all(|change| after.apply(change).is_ok());
    if possible && after != everything {
        let origin = Origin {
            actor: None,
            surface: Surface::Console,
            credential: None,
            endpoint: "test",
            request_id: "test",
            mails: false,
        };
        apply(sql, &at(START), &origin, std::slice::from_ref(effect)).unwrap();
        if let Effect::GrantAdded { grant, .. } = effect {
            sql.query("UPDATE grants SET granted_by = ? WHERE id = ?", params![by, grant]).unwrap();
        }
    }
}

/// All there is.
fn everything(sql: &Twin) -> Snapshot {
    let reader = Reader::new(sql);
    let of = |table: &str| reader.rows(&format!("SELECT id FROM {table}"), &[]).unwrap();
    let mut reached = Reached::nothing(reader);
    reached.users = of("users").iter().map(|row| row.parse(0).unwrap()).collect();
    reached.groups = of("groups").iter().map(|row| row.parse(0).unwrap()).collect();
    reached.roles = of("roles").iter().map(|row| row.parse(0).unwrap()).collect();
    reached.grants = of("grants").iter().map(|row| row.parse(0).unwrap()).collect();
    reached.snapshot().unwrap()
}

fn text(verdict: &Result<shared::authority::judge::Diff, shared::authority::judge::Refusal>) -> String {
    match verdict {
        Ok(diff) => serde_json::to_string(diff).unwrap(),
        Err(refusal) => serde_json::to_string(refusal).unwrap(),
    }
}

/// What the judge says by what is read around these effects, and by all that there is.
fn verdicts(sql: &Twin, actor: &Access, tried: &[Effect]) -> [String; 2] {
    let changes = changes(tried, &actor.user);
    let little = load(Reader::new(sql), &changes, [&actor.user]).unwrap();
    [little, everything(sql)].map(|facts| text(&judge(actor, &changes, &facts, START)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn inv_04_what_is_read_around_a_change_is_all_that_matters(
        history in proptest::collection::vec((effect(), 0..PEOPLE), 0..14),
        actor in 0..PEOPLE,
        tried in proptest::collection::vec(effect(), 1..3),
    ) {
        let world = World::new();
        let sql = world.database(org().as_str());
        small_world(&sql);
        for (effect, by) in &history {
            try_store(&sql, effect, &user(*by));
        }
        for actor in [people::access(Reader::new(&*sql), &user(actor), START).unwrap(), owner(&world)] {
            let [known, all] = verdicts(&sql, &actor, &tried);
            prop_assert_eq!(known, all, "{:?}", tried);
        }
    }

    #[test]
    fn the_console_previews_byte_for_byte_what_the_edge_will_say(
        history in proptest::collection::vec((effect(), 0..PEOPLE), 0..14),
        tried in effect(),
    ) {
        let world = World::new();
        let sql = world.database(org().as_str());
        small_world(&sql);
        for (effect, by) in &history {
            try_store(&sql, effect, &user(*by));
        }
        let browser = world.owner();
        let facts: Facts = browser.send(&about(&tried)).unwrap();
        prop_assert_eq!(facts.unseen, 0);
        let actor = owner(&world);
        let changes = changes(std::slice::from_ref(&tried), &actor.user);
        let preview = judge(&actor, &changes, &facts.snapshot, START);
        let reader = Reader::new(&*sql);
        let edge = judge(&actor, &changes, &load(reader, &changes, [&actor.user]).unwrap(), START);
        prop_assert_eq!(text(&preview), text(&edge), "{:?}", changes);
    }

    #[test]
    fn what_one_does_not_see_takes_nothing_from_a_preview_but_itself(
        history in proptest::collection::vec((effect(), 0..PEOPLE), 0..14),
        tried in effect(),
    ) {
        let world = World::new();
        let sql = world.database(org().as_str());
        small_world(&sql);
        let browser = delegate(&world);
        for (effect, by) in &history {
            try_store(&sql, effect, &user(*by));
        }
        // What one does not see at all has no preview.
        let Ok(facts): Result<Facts, _> = browser.send(&about(&tried)) else { return Ok(()) };
        let actor = browser.me().unwrap().access;
        let changes = changes(std::slice::from_ref(&tried), &actor.user);
        let preview = judge(&actor, &changes, &facts.snapshot, START);
        let edge = judge(&actor, &changes, &load(Reader::new(&*sql), &changes, [&actor.user]).unwrap(), START);
        match (&preview, edge) {
            (Ok(preview), Ok(mut edge)) => {
                edge.people.retain(|person| facts.users.contains_key(&person.user));
                prop_assert_eq!(&preview.people, &edge.people, "{:?}", changes);
            }
            (Err(preview), Ok(_)) => prop_assert!(false, "{:?} would be done: {:?}", changes, preview),
            (_, Err(refusal)) if facts.unseen == 0 => {
                prop_assert_eq!(text(&preview), text(&Err(refusal)), "{:?}", changes);
            }
            (_, Err(_)) => {}
        }
    }
}

/// Somebody who looks after a site and a group, and reads and changes roles.
fn delegate(world: &World) -> crate::testing::Browser<'_> {
    let of = |name: &str, scope: Scope| world.grant(name, scope);
    let (here, below) =
        (Scope::Sites { sites: [site(0)].into() }, Scope::Groups { groups: [group(0), group(1)].into() });
    let mut grants: Vec<_> = ["users", "administrators", "roles"].map(|name| of(name, here.clone())).into();
    grants.extend(["users", "administrators", "groups"].map(|name| of(name, below.clone())));
    world.appoint("lim", grants).1
}

fn owner(world: &World) -> Access {
    world.owner().me().unwrap().access
}

fn gives(id: u128, subject: Subject, of: u128) -> Effect {
    let details = GrantDetails {
        subject,
        role: role(of),
        scope: Scope::Organization,
        validity: Validity::ALWAYS,
        reason: String::new(),
        suspended: false,
        grantor: None,
    };
    Effect::GrantAdded { grant: GrantId::from_u128(1_000 + id), details }
}

/// What is rare by chance: who answers for a grant, and from whom his authority comes.
#[test]
fn what_is_read_reaches_those_who_answer_for_grants() {
    let world = World::new();
    let sql = world.database(org().as_str());
    small_world(&sql);
    let join = |g, u| Effect::MemberAdded { group: group(g), kind: GroupKind::Access, user: user(u) };
    // User 1 has it through group 0, and gave to 2, who gave to group 1 and will to group 2.
    let history = [
        (join(0, 1), 0),
        (gives(0, Subject::Group(group(0)), 0), 0),
        (gives(1, Subject::User(user(2)), 1), 1),
        (gives(2, Subject::Group(group(1)), 1), 2),
        (join(3, 1), 0),
        (Effect::GroupMoved { group: group(3), before: None, parent: Some(group(2)) }, 0),
    ];
    for (effect, by) in &history {
        try_store(&sql, effect, &user(*by));
    }
    let widened = RoleDetails { name: "Role 1".into(), ..details([p::USERS_VIEW, p::USERS_UPDATE].into()) };
    let widen = Effect::RoleUpdated { role: role(1), before: RoleDetails::default(), details: widened };
    let nest = Effect::GroupMoved { group: group(3), before: Some(group(2)), parent: Some(group(1)) };
    for (tried, says) in
        [(widen, "00000000000000000000000003e9"), (join(1, 1), "lineage-cycle"), (nest, "lineage-cycle")]
    {
        let [known, all] = verdicts(&sql, &owner(&world), std::slice::from_ref(&tried));
        assert!(known.contains(says), "{known}");
        assert_eq!(known, all);
    }
}

/// What is rare by chance: nobody whom one sees is there, but a group above carries something.
#[test]
fn a_preview_knows_what_the_groups_above_carry() {
    let world = World::new();
    let sql = world.database(org().as_str());
    small_world(&sql);
    let browser = delegate(&world);
    let below = |g, parent| Effect::GroupMoved { group: group(g), before: None, parent: Some(group(parent)) };
    for effect in [gives(0, Subject::Group(group(2)), 0), below(0, 2)] {
        try_store(&sql, &effect, &user(0));
    }
    let tried = below(1, 0);
    let facts: Facts = browser.send(&about(&tried)).unwrap();
    let actor = browser.me().unwrap().access;
    let preview = text(&judge(&actor, &changes(&[tried], &actor.user), &facts.snapshot, START));
    assert!(preview.contains("exceeds-own-authority"), "{preview}");
}

/// What a form that is about this effect asks for.
fn about(effect: &Effect) -> View {
    let nothing = View::nothing(org());
    match effect.clone() {
        Effect::GrantAdded { details, .. } => {
            let (user, group) = match details.subject {
                Subject::User(user) => (Some(user), None),
                Subject::Group(group) => (None, Some(group)),
            };
            let groups: BTreeSet<GroupId> = details.scope.groups().cloned().collect();
            let reached = (!groups.is_empty()).then_some(Groups(groups));
            View { role: Some(details.role), reached, user, group, ..nothing }
        }
        Effect::GrantRehomed { grant, grantor, .. } => View { grant: Some(grant), user: Some(grantor), ..nothing },
        Effect::MemberAdded { group, user, .. } | Effect::MemberRemoved { group, user, .. } => {
            View { group: Some(group), user: Some(user), ..nothing }
        }
        Effect::GroupMoved { group, parent, .. } => View { group: Some(group), to: parent, ..nothing },
        Effect::RoleUpdated { role, .. } => View { role: Some(role), ..nothing },
        Effect::UserDisabled { user } | Effect::UserEnabled { user } => View { user: Some(user), ..nothing },
        _ => nothing,
    }
}
