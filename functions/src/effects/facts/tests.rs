//! What is read around a change is enough: the judge says the same as if it knew everything, and
//! the console, which gets its facts as JSON, says the same as the edge.

use super::*;
use crate::{
    effects::{Effect, GrantDetails, Origin, apply, judge::changes},
    sql::twin::Twin,
    testing::{START, World, at, org},
};
use proptest::prelude::*;
use shared::{
    audit::Surface,
    authority::{Access, judge::judge, permission as p},
    grants::Validity,
    groups::{GroupDetails, GroupKind},
    ids::SiteId,
    previews::api::{Facts, View},
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
        let origin =
            Origin { actor: None, surface: Surface::Console, endpoint: "test", request_id: "test", mails: false };
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
        run(Effect::GroupCreated { group: group(n), kind: GroupKind::Access, parent: None, details });
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

/// Stores an effect if it is possible at all, whoever might.
fn try_store(sql: &Twin, effect: &Effect) {
    let nobody = UserId::from_u128(0);
    let everything = everything(sql);
    let mut after = everything.clone();
    let possible = changes(std::slice::from_ref(effect), &nobody).iter().all(|change| after.apply(change).is_ok());
    if possible && after != everything {
        let origin =
            Origin { actor: None, surface: Surface::Console, endpoint: "test", request_id: "test", mails: false };
        apply(sql, &at(START), &origin, std::slice::from_ref(effect)).unwrap();
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn inv_04_what_is_read_around_a_change_is_all_that_matters(
        history in proptest::collection::vec(effect(), 0..14),
        actor in 0..PEOPLE,
        tried in proptest::collection::vec(effect(), 1..3),
    ) {
        let world = World::new();
        let sql = world.database(org().as_str());
        small_world(&sql);
        for effect in &history {
            try_store(&sql, effect);
        }
        let reader = Reader::new(&*sql);
        for actor in [people::access(reader, &user(actor), START).unwrap(), owner(&world)] {
            let changes = changes(&tried, &actor.user);
            let little = load(reader, &changes, [&actor.user]).unwrap();
            let known = judge(&actor, &changes, &little, START);
            let all = judge(&actor, &changes, &everything(&sql), START);
            prop_assert_eq!(text(&known), text(&all), "{:?}", changes);
        }
    }

    #[test]
    fn the_console_previews_byte_for_byte_what_the_edge_will_say(
        history in proptest::collection::vec(effect(), 0..14),
        tried in effect(),
    ) {
        let world = World::new();
        let sql = world.database(org().as_str());
        small_world(&sql);
        for effect in &history {
            try_store(&sql, effect);
        }
        let browser = world.owner();
        let facts: Facts = browser.send(&about(&tried)).unwrap();
        prop_assert_eq!(facts.unseen, 0);
        // A form that reaches several groups asks about each.
        prop_assume!(!matches!(&tried, Effect::GrantAdded { details, .. } if scope_groups(&details.scope).count() > 1));
        let actor = owner(&world);
        let changes = changes(std::slice::from_ref(&tried), &actor.user);
        let preview = judge(&actor, &changes, &facts.snapshot, START);
        let reader = Reader::new(&*sql);
        let edge = judge(&actor, &changes, &load(reader, &changes, [&actor.user]).unwrap(), START);
        prop_assert_eq!(text(&preview), text(&edge), "{:?}", changes);
    }
}

fn owner(world: &World) -> Access {
    world.owner().me().unwrap().access
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
            View { role: Some(details.role), to: scope_groups(&details.scope).next().cloned(), user, group, ..nothing }
        }
        Effect::MemberAdded { group, user, .. } | Effect::MemberRemoved { group, user, .. } => {
            View { group: Some(group), user: Some(user), ..nothing }
        }
        Effect::GroupMoved { group, parent, .. } => View { group: Some(group), to: parent, ..nothing },
        Effect::RoleUpdated { role, .. } => View { role: Some(role), ..nothing },
        Effect::UserDisabled { user } | Effect::UserEnabled { user } => View { user: Some(user), ..nothing },
        _ => nothing,
    }
}
