use super::*;
use crate::{
    authority::permission::{ADMINISTRATORS_GRANT, ALL, USERS_UPDATE, USERS_VIEW},
    ids::{GrantId, RoleId, SiteId},
};
use proptest::prelude::*;

fn sites(numbers: &[u128]) -> Scope {
    Scope::Sites { sites: numbers.iter().map(|n| SiteId::from_u128(*n)).collect() }
}

fn grant(permissions: &[Permission], scope: Scope) -> HeldGrant {
    HeldGrant {
        id: GrantId::from_u128(1),
        role: RoleId::from_u128(1),
        role_name: String::new(),
        owner: false,
        permissions: permissions.iter().cloned().collect(),
        scope,
    }
}

fn access(user: u128, grants: Vec<HeldGrant>) -> Access {
    Access { user: UserId::from_u128(user), grants }
}

fn owner(user: u128) -> Access {
    access(user, vec![HeldGrant { owner: true, ..grant(&[], Scope::Organization) }])
}

fn confer(actor: &Access, permissions: &[Permission], scope: &Scope) -> Result<(), Problem> {
    let permissions = permissions.iter().cloned().collect();
    let subject = UserId::from_u128(99);
    judge(actor, Act::Confer { subject: &subject, owner: false, permissions: &permissions, scope })
}

#[test]
fn inv_01_nobody_gives_more_than_he_holds_there() {
    let anna = access(1, vec![grant(&[USERS_VIEW, ADMINISTRATORS_GRANT], sites(&[1]))]);
    assert_eq!(confer(&anna, &[USERS_VIEW], &sites(&[1])), Ok(()));
    let code =
        |result: Result<(), Problem>| result.map_err(|problem| (problem.code, problem.args.get("permission").cloned()));
    let exceeds = |permission: &str| Err((Code::ExceedsOwnAuthority, Some(permission.to_owned())));
    assert_eq!(code(confer(&anna, &[USERS_UPDATE], &sites(&[1]))), exceeds("users:update"));
    assert_eq!(code(confer(&anna, &[USERS_VIEW], &sites(&[1, 2]))), exceeds("users:view"));
    assert_eq!(code(confer(&anna, &[USERS_VIEW], &Scope::Organization)), exceeds("users:view"));
}

#[test]
fn inv_01_nobody_gives_what_he_may_not_grant() {
    let anna = access(1, vec![grant(&[USERS_VIEW], Scope::Organization)]);
    assert!(confer(&anna, &[USERS_VIEW], &sites(&[1])).is_err());
}

#[test]
fn only_an_owner_makes_an_owner() {
    let everything = access(1, vec![grant(ALL, Scope::Organization)]);
    let subject = UserId::from_u128(99);
    let act =
        Act::Confer { subject: &subject, owner: true, permissions: &Permissions::new(), scope: &Scope::Organization };
    assert!(judge(&everything, act).is_err());
    assert_eq!(judge(&owner(1), act), Ok(()));
}

#[test]
fn an_owner_is_one_of_everything() {
    let subject = UserId::from_u128(99);
    let scope = sites(&[1]);
    let act = Act::Confer { subject: &subject, owner: true, permissions: &Permissions::new(), scope: &scope };
    assert_eq!(judge(&owner(1), act), Err(Code::ExceedsOwnAuthority.into()));
}

#[test]
fn inv_02_nobody_gives_to_himself() {
    let me = owner(1);
    let act =
        Act::Confer { subject: &me.user, owner: false, permissions: &Permissions::new(), scope: &Scope::Organization };
    assert_eq!(judge(&me, act), Err(Code::OnOneself.into()));
}

#[test]
fn inv_03_peers_and_superiors_are_safe() {
    let anna = access(1, vec![grant(&[USERS_VIEW, USERS_UPDATE], sites(&[1]))]);
    let bert = access(2, vec![grant(&[USERS_VIEW], sites(&[1]))]);
    let peer = access(3, anna.grants.clone());
    let act = |subject: &Access| judge(&anna, Act::Weaken { subject });
    assert_eq!(act(&bert), Ok(()));
    assert_eq!(act(&Access::none(UserId::from_u128(4))), Ok(()));
    assert_eq!(act(&peer), Err(Code::NotDominated.into()));
    assert_eq!(act(&owner(5)), Err(Code::NotDominated.into()));
    assert_eq!(act(&anna), Err(Code::OnOneself.into()));
    assert_eq!(judge(&owner(5), Act::Weaken { subject: &owner(6) }), Ok(()));
}

fn any_access(user: u128) -> impl Strategy<Value = Access> {
    let permissions = proptest::sample::subsequence(ALL.to_vec(), 0..ALL.len());
    let scope = prop_oneof![
        Just(Scope::Organization),
        proptest::sample::subsequence(vec![1u128, 2, 3], 0..3).prop_map(|numbers| sites(&numbers)),
    ];
    proptest::collection::vec((permissions, scope).prop_map(|(p, s)| grant(&p, s)), 0..4)
        .prop_map(move |grants| access(user, grants))
}

/// Every (permission, place) pair, naively.
fn pairs(access: &Access) -> Vec<(Permission, super::super::Target)> {
    use super::super::Target;
    let places = [1u128, 2, 3].map(|n| Target::Site(SiteId::from_u128(n)));
    let places = || places.iter().cloned().chain([Target::Organization]);
    ALL.iter()
        .flat_map(|permission| places().map(move |place| (permission.clone(), place)))
        .filter(|(permission, place)| decide(access, permission, place).is_allowed())
        .collect()
}

proptest! {
    #[test]
    fn inv_01_what_is_gained_is_held(actor in any_access(1), gained in any_access(2)) {
        for grant in &gained.grants {
            let act = Act::Confer { subject: &gained.user, owner: false, permissions: &grant.permissions, scope: &grant.scope };
            if judge(&actor, act).is_ok() {
                let gain = pairs(&access(2, vec![grant.clone()]));
                prop_assert!(gain.iter().all(|pair| pairs(&actor).contains(pair)));
            }
        }
    }

    #[test]
    fn inv_03_dominance_is_a_strict_order(a in any_access(1), b in any_access(2)) {
        prop_assert!(!(dominates(&a, &b) && dominates(&b, &a)));
        if dominates(&a, &b) {
            let (ours, theirs) = (pairs(&a), pairs(&b));
            prop_assert!(theirs.iter().all(|pair| ours.contains(pair)));
            prop_assert!(ours.len() > theirs.len());
        }
    }
}
