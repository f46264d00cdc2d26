//! The same decisions by another engine: Cedar, which somebody else wrote and proved.
//!
//! Grants become policies. People are in groups, groups in the groups above them; places lie
//! in the places that include them. Cedar inherits along both, and knows nothing of ours.

use crate::{
    bridge,
    chance::Chance,
    model::{EVERYTHING, GROUPS, Grant, ORGANIZATION, PLACES, SITES, Scope, Subject, USERS, World},
};
use cedar_policy::{Authorizer, Context, Decision, Entities, EntityUid, PolicySet, Request};
use serde_json::{Value, json};
use shared::authority::{Target, decide};

fn named(kind: &str, id: impl ToString) -> Value {
    json!({ "type": kind, "id": id.to_string() })
}

fn uid(kind: &str, id: impl ToString) -> EntityUid {
    format!("{kind}::\"{}\"", id.to_string()).parse().expect("a kind and a plain id")
}

/// Everybody and every place, with what each is directly in.
fn entities(world: &World) -> Entities {
    let mut all = Vec::new();
    let mut add = |kind: &str, id: usize, parents: Vec<Value>| {
        all.push(json!({ "uid": named(kind, id), "attrs": {}, "parents": parents }));
    };
    let organization = || named("Place", ORGANIZATION);
    add("Place", ORGANIZATION, Vec::new());
    (0..SITES).for_each(|site| add("Place", crate::model::site(site), vec![organization()]));
    for group in (0..GROUPS).filter(|group| world.has_group(*group)) {
        let parent = world.groups[group].flatten();
        add("Group", group, parent.map(|parent| named("Group", parent)).into_iter().collect());
        let above = parent.map_or_else(organization, |parent| named("Place", crate::model::group(parent)));
        add("Place", crate::model::group(group), vec![above]);
    }
    for (user, facts) in (0..USERS).filter_map(|user| Some((user, world.user(user)?))) {
        let groups = || world.members.iter().filter(move |(member, _)| *member == user).map(|(_, group)| *group);
        add("User", user, groups().map(|group| named("Group", group)).collect());
        let site = facts.site.map(crate::model::site);
        let places: Vec<_> = site.into_iter().chain(groups().map(crate::model::group)).collect();
        let places = if places.is_empty() { vec![ORGANIZATION] } else { places };
        add("Person", user, places.into_iter().map(|place| named("Place", place)).collect());
    }
    Entities::from_json_value(Value::Array(all), None).expect("a graph without cycles")
}

/// A policy for each grant; people who may not sign in are forbidden everything.
fn policies(world: &World) -> PolicySet {
    let grants = world.given().filter(|(_, grant)| !grant.suspended).map(|(_, grant)| policy(world, grant));
    let barred = (0..USERS).filter(|user| world.user(*user).is_some_and(|user| !user.active));
    let barred = barred.map(|user| format!("forbid(principal == User::\"{user}\", action, resource);"));
    let text: Vec<String> = grants.chain(barred).collect();
    text.join("\n").parse().expect("policies")
}

fn policy(world: &World, grant: &Grant) -> String {
    let principal = match grant.to {
        Subject::User(user) => format!("principal == User::\"{user}\""),
        Subject::Group(group) => format!("principal in Group::\"{group}\""),
    };
    let role = world.role(grant.role).expect("grants have roles");
    let listed: Vec<_> = role.permissions.iter().map(|permission| format!("Action::\"{permission}\"")).collect();
    let action = if role.owner { "action".to_owned() } else { format!("action in [{}]", listed.join(", ")) };
    let places: Vec<usize> = match &grant.scope {
        Scope::Organization => vec![ORGANIZATION],
        Scope::Sites(sites) => sites.iter().map(|it| crate::model::site(*it)).collect(),
        Scope::Groups(groups) => groups.iter().map(|it| crate::model::group(*it)).collect(),
    };
    let within: Vec<_> = places.iter().map(|place| format!("resource in Place::\"{place}\"")).collect();
    let begun = grant.from.map_or("true".to_owned(), |from| format!("context.now >= {from}"));
    let going = grant.until.map_or("true".to_owned(), |until| format!("context.now < {until}"));
    format!("permit({principal}, {action}, resource) when {{ ({}) && {begun} && {going} }};", within.join(" || "))
}

/// How many decisions were compared.
fn compare(world: &World) -> usize {
    let (entities, policies, cedar) = (entities(world), policies(world), Authorizer::new());
    let snapshot = bridge::snapshot(world);
    let context = || Context::from_json_value(json!({ "now": world.now }), None).expect("a number");
    let places = (0..PLACES).filter(|place| *place <= SITES || world.has_group(place - 1 - SITES));
    let places = places.map(|place| (uid("Place", place), Target::at(&bridge::place(place), &snapshot.groups)));
    let people = (0..USERS).filter(|user| world.user(*user).is_some());
    let people = people.map(|user| (uid("Person", user), snapshot.place(&bridge::user(user))));
    let targets: Vec<_> = places.chain(people).collect();
    let mut compared = 0;
    for user in (0..USERS).filter(|user| world.user(*user).is_some()) {
        let access = bridge::access(world, user);
        for permission in 0..EVERYTHING {
            for (resource, target) in &targets {
                let (principal, action) = (uid("User", user), uid("Action", permission));
                let request = Request::new(principal, action, resource.clone(), context(), None).expect("a request");
                let allowed = cedar.is_authorized(&request, &policies, &entities).decision() == Decision::Allow;
                let ours = decide(&access, &bridge::permission(permission), target).is_allowed();
                assert_eq!(ours, allowed, "{user} asks for {permission} at {target:?} in {world:#?}");
                compared += 1;
            }
        }
    }
    compared
}

#[test]
fn cedar_decides_alike() {
    let worlds = if cfg!(debug_assertions) { 12 } else { 2_000 };
    let compared: usize = (0..worlds).map(|seed| compare(&Chance(seed).world())).sum();
    println!("{compared} decisions in {worlds} worlds");
    assert!(compared > 1_000);
}
