//! What is copied, where, and what is left out.

use super::*;
use crate::{
    authority::{RoleFacts, UserFacts, permission::USERS_VIEW},
    grants::Validity,
    ids::{RoleId, SiteId},
};

const NOW: Timestamp = Timestamp(1_000);

fn user(number: u128) -> UserId {
    UserId::from_u128(number)
}

fn at(sites: &[u128]) -> Scope {
    Scope::Sites { sites: sites.iter().copied().map(SiteId::from_u128).collect() }
}

fn grant(holder: u128, role: u128, scope: Scope) -> GrantFacts {
    GrantFacts {
        subject: Subject::User(user(holder)),
        role: RoleId::from_u128(role),
        scope,
        validity: Validity::ALWAYS,
        suspended: false,
        grantor: None,
    }
}

/// Role 1 sees users and appoints, role 2 is the owner's. Person 1 copies, 2 is the template, 3
/// gets it.
fn facts(grants: Vec<GrantFacts>) -> Snapshot {
    let role = |name: &str, owner, permissions: Permissions| RoleFacts { name: name.into(), owner, permissions };
    let facts = UserFacts { active: true, permanent_password: true, site: None };
    Snapshot {
        users: (1..=3).map(|number| (user(number), facts.clone())).collect(),
        roles: [
            (RoleId::from_u128(1), role("help", false, [USERS_VIEW, ADMINISTRATORS_GRANT].into())),
            (RoleId::from_u128(2), role("owner", true, Permissions::new())),
        ]
        .into(),
        grants: grants.into_iter().zip(1..).map(|(grant, id)| (GrantId::from_u128(id), grant)).collect(),
        ..Snapshot::default()
    }
}

/// What person 1 holds.
fn actor(facts: &Snapshot) -> Access {
    let own = own(facts, &user(1)).map(|(_, grant)| held(grant, &grant.scope, facts)).collect();
    Access { user: user(1), grants: own }
}

fn plan(mode: CopyMode, grants: Vec<GrantFacts>) -> CopyPlan {
    let facts = facts(grants);
    copy(&actor(&facts), &user(2), &user(3), mode, &facts, NOW)
}

fn scopes(plan: &CopyPlan) -> Vec<Scope> {
    plan.added.iter().map(|grant| grant.scope.clone()).collect()
}

#[test]
fn a_grant_is_copied_to_the_places_where_the_copier_may_give_it() {
    let plan = plan(CopyMode::Add, vec![grant(1, 1, at(&[7, 8])), grant(2, 1, at(&[8, 9]))]);
    assert_eq!(scopes(&plan), [at(&[8])]);
    assert_eq!(plan.left_out.iter().map(|left| left.scope.clone()).collect::<Vec<_>>(), [at(&[9])]);
}

#[test]
fn of_the_whole_organization_there_remains_what_the_copier_has_in_hand() {
    let plan = plan(CopyMode::Add, vec![grant(1, 1, at(&[7])), grant(2, 1, Scope::Organization)]);
    assert_eq!(scopes(&plan), [at(&[7])]);
    assert_eq!(plan.left_out.len(), 1);
}

#[test]
fn nobody_copies_ownership_that_he_does_not_hold_nor_a_part_of_it() {
    let plan = plan(CopyMode::Add, vec![grant(1, 1, Scope::Organization), grant(2, 2, Scope::Organization)]);
    assert!(plan.is_too_much() && plan.added.is_empty());
}

#[test]
fn replacing_takes_what_the_template_does_not_have_and_keeps_what_it_has() {
    let grants = || {
        let other = GrantFacts { suspended: true, ..grant(3, 1, at(&[8])) };
        vec![grant(1, 2, Scope::Organization), grant(2, 1, at(&[7])), grant(3, 1, at(&[7])), other]
    };
    let replaced = plan(CopyMode::Replace, grants());
    assert_eq!((replaced.removed, replaced.kept, replaced.added.len()), (vec![GrantId::from_u128(4)], 1, 0));
    assert!(plan(CopyMode::Add, grants()).removed.is_empty());
}

#[test]
fn what_is_over_or_suspended_is_not_copied() {
    let over = Validity { from: None, until: Some(NOW) };
    let grants = vec![
        grant(1, 2, Scope::Organization),
        GrantFacts { validity: over, ..grant(2, 1, at(&[7])) },
        GrantFacts { suspended: true, ..grant(2, 1, at(&[8])) },
    ];
    assert!(plan(CopyMode::Add, grants).is_nothing());
}

#[test]
fn a_plan_that_gives_anything_is_neither_nothing_nor_too_much() {
    let plans = [
        vec![grant(1, 2, Scope::Organization), grant(2, 1, at(&[7]))],
        vec![grant(1, 2, Scope::Organization), grant(2, 1, at(&[7])), grant(3, 1, at(&[7]))],
        vec![grant(1, 1, at(&[7])), grant(2, 1, at(&[7, 8]))],
    ];
    let says = plans.map(|grants| {
        let plan = plan(CopyMode::Add, grants);
        let sizes = (plan.added.len(), plan.kept, plan.left_out.len());
        (sizes, plan.is_nothing(), plan.is_too_much())
    });
    assert_eq!(says, [((1, 0, 0), false, false), ((0, 1, 0), false, false), ((1, 0, 1), false, false)]);
    let all_kept_and_more = plan(
        CopyMode::Add,
        vec![grant(1, 1, at(&[7])), grant(2, 1, at(&[7])), grant(2, 2, Scope::Organization), grant(3, 1, at(&[7]))],
    );
    assert_eq!((all_kept_and_more.kept, all_kept_and_more.is_too_much()), (1, false));
    let too_much = plan(CopyMode::Add, vec![grant(1, 1, at(&[7])), grant(2, 1, at(&[8]))]);
    assert_eq!((too_much.is_nothing(), too_much.is_too_much()), (false, true));
}

#[test]
fn the_same_grant_is_copied_once_and_another_one_beside_it() {
    let hour = Validity { from: None, until: Some(Timestamp(2_000)) };
    let template = |grants: Vec<GrantFacts>| [vec![grant(1, 2, Scope::Organization)], grants].concat();
    let twice = plan(CopyMode::Add, template(vec![grant(2, 1, at(&[7])), grant(2, 1, at(&[7]))]));
    assert_eq!(scopes(&twice), [at(&[7])]);
    let others = [
        grant(3, 2, at(&[7])),
        grant(3, 1, at(&[8])),
        GrantFacts { validity: hour, ..grant(3, 1, at(&[7])) },
        GrantFacts { suspended: true, ..grant(3, 1, at(&[7])) },
    ];
    for other in others {
        let plan = plan(CopyMode::Add, template(vec![grant(2, 1, at(&[7])), other.clone()]));
        assert_eq!((plan.added.len(), plan.kept), (1, 0), "{other:?}");
    }
}

#[test]
fn a_plan_is_judged_as_what_it_takes_and_gives() {
    let plan =
        plan(CopyMode::Replace, vec![grant(1, 2, Scope::Organization), grant(2, 1, at(&[7])), grant(3, 1, at(&[8]))]);
    let removed = Change::GrantRemoved { grant: GrantId::from_u128(3) };
    let facts = GrantFacts { grantor: Some(user(1)), ..grant(3, 1, at(&[7])) };
    assert_eq!(plan.changes(), [removed, Change::GrantAdded { grant: GrantId::from_u128(0), facts }]);
}
