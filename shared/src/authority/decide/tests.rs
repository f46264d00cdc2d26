use super::*;
use crate::{
    authority::permission::{ROLES_VIEW, USERS_UPDATE, USERS_VIEW},
    grants::Validity,
    ids::{GroupId, RoleId, UserId},
};

fn ghent() -> SiteId {
    SiteId::from_u128(1)
}
fn liege() -> SiteId {
    SiteId::from_u128(2)
}

fn grant(id: u128, permissions: &[Permission], scope: Scope) -> HeldGrant {
    HeldGrant {
        id: GrantId::from_u128(id),
        role: RoleId::from_u128(id),
        role_name: String::new(),
        owner: false,
        permissions: permissions.iter().cloned().collect(),
        scope,
        validity: Validity::ALWAYS,
        through: None,
    }
}

fn at(site: SiteId) -> Scope {
    Scope::Sites { sites: [site].into() }
}

fn anna() -> Access {
    Access {
        user: UserId::from_u128(1),
        grants: vec![grant(1, &[USERS_VIEW], at(ghent())), grant(2, &[USERS_VIEW, USERS_UPDATE], at(liege()))],
    }
}

#[test]
fn a_grant_at_a_site_allows_there_and_nowhere_else() {
    let at_ghent = |permission| decide(&anna(), &permission, &Target::Site(ghent()));
    assert_eq!(at_ghent(USERS_VIEW), Decision::Allow { by: GrantId::from_u128(1), through: None });
    assert!(!at_ghent(USERS_UPDATE).is_allowed());
    assert!(!decide(&anna(), &USERS_VIEW, &Target::Organization).is_allowed());
    assert!(decide(&anna(), &USERS_VIEW, &Target::Anywhere).is_allowed());
    assert!(!decide(&anna(), &ROLES_VIEW, &Target::Anywhere).is_allowed());
}

#[test]
fn a_refusal_names_permission_and_site() {
    let refused = decide(&anna(), &USERS_UPDATE, &Target::Site(ghent())).require();
    let expected = Problem::new(Code::Forbidden).with("permission", "users:update").with("site", ghent());
    assert_eq!(refused, Err(expected));
}

#[test]
fn nobody_may_do_anything_without_a_grant() {
    let nobody = Access::none(UserId::from_u128(1));
    for permission in crate::authority::permission::ALL {
        assert!(!decide(&nobody, permission, &Target::Anywhere).is_allowed());
        assert_eq!(reach(&nobody, permission), Reach::Within { sites: BTreeSet::new(), groups: BTreeSet::new() });
    }
}

#[test]
fn an_owner_may_do_everything_everywhere() {
    let mut owner = anna();
    owner.grants = vec![HeldGrant { owner: true, ..grant(1, &[], Scope::Organization) }];
    for permission in crate::authority::permission::ALL {
        for target in [Target::Organization, Target::Anywhere, Target::Site(ghent())] {
            assert!(decide(&owner, permission, &target).is_allowed());
        }
        assert_eq!(reach(&owner, permission), Reach::Everywhere);
    }
}

fn within<const N: usize>(sites: [SiteId; N]) -> Reach {
    Reach::Within { sites: sites.into(), groups: BTreeSet::new() }
}

#[test]
fn reach_is_the_union_of_the_grants() {
    assert_eq!(reach(&anna(), &USERS_VIEW), within([ghent(), liege()]));
    assert_eq!(reach(&anna(), &USERS_UPDATE), within([liege()]));
}

#[test]
fn several_grants_together_allow_what_takes_place_at_several_sites() {
    let both = Target::All([ghent(), liege()].map(Target::Site).into());
    assert!(decide(&anna(), &USERS_VIEW, &both).is_allowed());
    let refused = decide(&anna(), &USERS_UPDATE, &both);
    assert_eq!(refused, Decision::Deny(Missing { permission: USERS_UPDATE, target: Target::Site(ghent()) }));
}

#[test]
fn a_scope_covers_several_places_when_it_covers_each() {
    let both = Scope::Sites { sites: [ghent(), liege()].into() };
    let all = Target::All([ghent(), liege()].map(Target::Site).into());
    assert_eq!([both.covers(&all), at(ghent()).covers(&all)], [true, false]);
}

#[test]
fn a_permission_is_what_may_be_done_to_what() {
    assert_eq!((USERS_UPDATE.resource(), USERS_UPDATE.action()), ("users", "update"));
}

#[test]
fn only_a_scope_of_groups_names_groups() {
    let group = GroupId::from_u128(1);
    let both = [Scope::Groups { groups: [group.clone()].into() }, at(ghent())];
    assert_eq!(both.map(|scope| scope.groups().cloned().collect::<Vec<_>>()), [vec![group], vec![]]);
}
