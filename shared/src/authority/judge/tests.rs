use super::*;
use crate::{
    authority::{
        GrantFacts, Permissions, RoleFacts, Scope, UserFacts,
        permission::{
            ALL, GROUPS_CREATE, GROUPS_UPDATE, ROLES_CREATE, ROLES_UPDATE, USERS_CREATE, USERS_UPDATE, USERS_VIEW,
        },
    },
    grants::Validity,
    ids::{RoleId, SiteId},
    time::Span,
};

const NOW: Timestamp = Timestamp(1_000_000);
const OWNER: u128 = 100;

fn user(number: u128) -> UserId {
    UserId::from_u128(number)
}
fn group(number: u128) -> GroupId {
    GroupId::from_u128(number)
}
fn role(number: u128) -> RoleId {
    RoleId::from_u128(number)
}
fn grant(number: u128) -> GrantId {
    GrantId::from_u128(number)
}
fn sites(numbers: &[u128]) -> Scope {
    Scope::Sites { sites: numbers.iter().map(|n| SiteId::from_u128(*n)).collect() }
}
fn groups(numbers: &[u128]) -> Scope {
    Scope::Groups { groups: numbers.iter().map(|n| group(*n)).collect() }
}

/// A small organization, with an owner.
#[derive(Clone)]
struct Org(Snapshot);

impl Org {
    fn new() -> Self {
        let owner = RoleFacts { name: "owner".into(), owner: true, permissions: Permissions::new() };
        Self(Snapshot { roles: [(role(OWNER), owner)].into(), ..Snapshot::default() }).user(OWNER).grant(
            OWNER,
            Subject::User(user(OWNER)),
            OWNER,
            Scope::Organization,
        )
    }

    fn user(mut self, number: u128) -> Self {
        self.0.users.insert(user(number), UserFacts { active: true, permanent_password: true, site: None });
        self
    }

    fn user_at(self, number: u128, site: u128) -> Self {
        let mut org = self.user(number);
        org.0.users.get_mut(&user(number)).unwrap().site = Some(SiteId::from_u128(site));
        org
    }

    fn role(mut self, number: u128, permissions: &[Permission]) -> Self {
        let permissions = permissions.iter().cloned().collect();
        self.0.roles.insert(role(number), RoleFacts { name: String::new(), owner: false, permissions });
        self
    }

    fn group(mut self, number: u128, parent: Option<u128>, members: &[u128]) -> Self {
        self.0.groups.place(&group(number), parent.map(group).as_ref()).unwrap();
        for member in members {
            self.0.members.entry(user(*member)).or_default().insert(group(number));
        }
        self
    }

    fn grant(mut self, number: u128, subject: Subject, of: u128, scope: Scope) -> Self {
        self.0.grants.insert(grant(number), given(subject, of, scope, Validity::ALWAYS));
        self
    }

    fn to(self, number: u128, who: u128, of: u128, scope: Scope) -> Self {
        self.grant(number, Subject::User(user(who)), of, scope)
    }

    fn judge(&self, actor: u128, changes: &[Change]) -> Result<Diff, Refusal> {
        judge(&self.access(actor), changes, &self.0, NOW)
    }

    fn access(&self, who: u128) -> Access {
        let all = Index::new(&self.0).access(&Subject::User(user(who)));
        Access { grants: all.grants.into_iter().filter(|grant| grant.validity.contains(NOW)).collect(), ..all }
    }

    fn code(&self, actor: u128, change: Change) -> Option<Code> {
        self.judge(actor, &[change]).err().map(|refusal| refusal.code)
    }
}

fn given(subject: Subject, of: u128, scope: Scope, validity: Validity) -> GrantFacts {
    GrantFacts { subject, role: role(of), scope, validity, suspended: false, grantor: None }
}

fn give(who: u128, of: u128, scope: Scope) -> Change {
    Change::GrantAdded { grant: grant(77), facts: given(Subject::User(user(who)), of, scope, Validity::ALWAYS) }
}

/// Anna (1) may view, change and grant at site 1; Bert (2) is there and holds nothing.
fn anna_and_bert() -> Org {
    Org::new()
        .user(1)
        .user_at(2, 1)
        .role(1, &[USERS_VIEW, USERS_UPDATE, ADMINISTRATORS_GRANT])
        .role(2, &[USERS_VIEW])
        .role(3, &[USERS_CREATE])
        .to(1, 1, 1, sites(&[1]))
}

#[test]
fn inv_01_nobody_gives_more_than_he_holds_there() {
    let org = anna_and_bert();
    assert_eq!(org.code(1, give(2, 2, sites(&[1]))), None);
    let refusal = org.judge(1, &[give(2, 3, sites(&[1]))]).unwrap_err();
    let problem = refusal.problem(|_| true);
    assert_eq!(
        (problem.code, problem.args.get("permission").map(String::as_str)),
        (Code::ExceedsOwnAuthority, Some("users:create"))
    );
    assert_eq!(org.code(1, give(2, 2, sites(&[1, 2]))), Some(Code::ExceedsOwnAuthority));
    assert_eq!(org.code(1, give(2, 2, Scope::Organization)), Some(Code::ExceedsOwnAuthority));
    assert_eq!(org.code(2, give(1, 2, sites(&[1]))), Some(Code::ExceedsOwnAuthority));
}

#[test]
fn inv_01_nobody_gives_for_longer_than_he_holds_it() {
    let mut org = anna_and_bert();
    let until = |hours| Validity { from: None, until: Some(NOW + Span::hours(hours)) };
    org.0.grants.get_mut(&grant(1)).unwrap().validity = until(5);
    let give = |validity| Change::GrantAdded {
        grant: grant(77),
        facts: given(Subject::User(user(2)), 2, sites(&[1]), validity),
    };
    assert_eq!(org.code(1, give(until(5))), None);
    assert_eq!(org.code(1, give(until(6))), Some(Code::ExceedsOwnAuthority));
    assert_eq!(org.code(1, give(Validity::ALWAYS)), Some(Code::ExceedsOwnAuthority));
}

#[test]
fn inv_02_nobody_gives_to_himself_by_any_way() {
    let org =
        anna_and_bert().group(1, None, &[]).role(4, &[GROUPS_UPDATE, ADMINISTRATORS_GRANT, ROLES_UPDATE, USERS_VIEW]);
    let org = org.to(5, 1, 4, Scope::Organization).grant(6, Subject::Group(group(1)), 3, sites(&[1]));
    assert_eq!(org.code(1, give(1, 2, sites(&[2]))), Some(Code::OnOneself));
    let join = Change::MemberAdded { group: group(1), user: user(1) };
    assert_eq!(org.code(1, join), Some(Code::OnOneself));
    // A role that she holds gets something more: it is hers then.
    let permissions = [GROUPS_UPDATE, ADMINISTRATORS_GRANT, ROLES_UPDATE, USERS_VIEW, USERS_CREATE].into();
    let edit = Change::RoleUpdated { role: role(4), permissions };
    assert!(org.judge(1, &[edit]).is_err());
}

#[test]
fn inv_03_peers_and_superiors_are_safe() {
    let org = anna_and_bert().role(5, &[USERS_UPDATE, USERS_VIEW, ADMINISTRATORS_GRANT, ADMINISTRATORS_UPDATE]);
    let org = org.to(5, 1, 5, Scope::Organization).user(3).to(6, 3, 5, Scope::Organization).to(7, 3, 1, sites(&[1]));
    let disable = |who| Change::UserDisabled { user: user(who) };
    assert_eq!(org.code(1, disable(2)), None);
    assert_eq!(org.code(1, disable(3)), Some(Code::NotDominated));
    assert_eq!(org.code(1, disable(OWNER)), Some(Code::NotDominated));
    assert_eq!(org.code(1, disable(1)), Some(Code::OnOneself));
}

use super::super::permission::ADMINISTRATORS_UPDATE;

#[test]
fn inv_05_an_owner_is_left() {
    let org = Org::new().user(5).to(5, 5, OWNER, Scope::Organization);
    assert_eq!(org.code(OWNER, Change::UserDisabled { user: user(5) }), None);
    let mut temporary = org;
    temporary.0.users.get_mut(&user(OWNER)).unwrap().permanent_password = false;
    assert_eq!(temporary.code(OWNER, Change::UserDisabled { user: user(5) }), Some(Code::LastOwner));
    let reset = Change::PasswordSet { user: user(5), temporary: true };
    assert_eq!(temporary.code(OWNER, reset), Some(Code::LastOwner));
    // Where nobody is left who can sign in, nothing that leaves it so is refused for it.
    let mut nobody = temporary.clone();
    nobody.0.users.get_mut(&user(5)).unwrap().permanent_password = false;
    assert_eq!(nobody.code(OWNER, Change::UserDisabled { user: user(5) }), None);
    temporary.0.other_owners = 1;
    assert_eq!(temporary.code(OWNER, Change::UserDisabled { user: user(5) }), None);
}

#[test]
fn only_an_owner_makes_an_owner_and_only_of_everything() {
    let org = Org::new().user(1).user(2).role(1, ALL).to(1, 1, 1, Scope::Organization);
    assert_eq!(org.code(1, give(2, OWNER, Scope::Organization)), Some(Code::ExceedsOwnAuthority));
    assert_eq!(org.code(OWNER, give(2, OWNER, Scope::Organization)), None);
    assert_eq!(org.code(OWNER, give(2, OWNER, sites(&[1]))), Some(Code::ExceedsOwnAuthority));
}

#[test]
fn inv_08_joining_nesting_and_granting_to_a_group_give_what_the_group_carries() {
    // Ops (1) carries users:create; Desk (2) is somewhere else, with Bert in it.
    let org = anna_and_bert().group(1, None, &[]).group(2, None, &[2]).role(4, &[GROUPS_UPDATE]);
    let org = org.to(5, 1, 4, Scope::Organization).grant(6, Subject::Group(group(1)), 3, sites(&[1]));
    let join = Change::MemberAdded { group: group(1), user: user(2) };
    let nest = Change::GroupMoved { group: group(2), parent: Some(group(1)) };
    for change in [join, nest] {
        let refusal = org.judge(1, std::slice::from_ref(&change)).unwrap_err();
        assert_eq!((refusal.code, refusal.through.clone()), (Code::ExceedsOwnAuthority, Some(group(1))), "{change:?}");
        let diff = org.judge(OWNER, &[change]).unwrap();
        let gain = Gain {
            entitlement: Entitlement { permission: Some(USERS_CREATE), place: Place::Site(SiteId::from_u128(1)) },
            through: Some(group(1)),
        };
        assert_eq!(diff.people, [PersonDiff { user: user(2), gained: vec![gain], lost: vec![] }]);
    }
    // An empty group is no way around.
    let facts = given(Subject::Group(group(1)), 3, sites(&[2]), Validity::ALWAYS);
    assert_eq!(org.code(1, Change::GrantAdded { grant: grant(9), facts }), Some(Code::ExceedsOwnAuthority));
}

#[test]
fn inv_02_groups_and_people_are_not_moved_into_ones_own_scope() {
    // Anna may move any group, and may create users in group 1.
    let org = anna_and_bert().group(1, None, &[]).group(2, None, &[2]).role(4, &[GROUPS_UPDATE]);
    let org = org.to(5, 1, 4, Scope::Organization).to(6, 1, 3, groups(&[1]));
    let nest = Change::GroupMoved { group: group(2), parent: Some(group(1)) };
    assert_eq!(org.code(1, nest), Some(Code::OnOneself));
    let join = Change::MemberAdded { group: group(1), user: user(2) };
    assert_eq!(org.code(1, join), Some(Code::OnOneself));
}

#[test]
fn inv_04_administrators_are_made_only_of_people_in_hand() {
    // Carl (3) is at site 2, where Anna may change nobody; Ops (1) carries what she may give.
    let org = anna_and_bert().user_at(3, 2).role(4, &[GROUPS_UPDATE]).to(5, 1, 4, Scope::Organization);
    let org = org.group(1, None, &[]).grant(6, Subject::Group(group(1)), 2, sites(&[1]));
    let join = |who| Change::MemberAdded { group: group(1), user: user(who) };
    for change in [give(3, 2, sites(&[1])), join(3)] {
        let refusal = org.judge(1, std::slice::from_ref(&change)).unwrap_err();
        let problem = refusal.problem(|_| true);
        let named = ["permission", "user"].map(|name| problem.args.get(name).cloned());
        let expected = ["users:update".to_owned(), user(3).to_string()].map(Some);
        assert_eq!((problem.code, named), (Code::AccountOutOfReach, expected), "{change:?}");
        assert_eq!(org.code(OWNER, change), None);
    }
    assert_eq!([org.code(1, give(2, 2, sites(&[1]))), org.code(1, join(2))], [None, None]);
}

#[test]
fn inv_12_a_shrinking_grantor_leaves_orphans() {
    let mut org = anna_and_bert().to(2, 2, 2, sites(&[1]));
    org.0.grants.get_mut(&grant(2)).unwrap().grantor = Some(user(1));
    for change in [Change::UserDisabled { user: user(1) }, Change::GrantRemoved { grant: grant(1) }] {
        assert_eq!(org.judge(OWNER, &[change]).unwrap().orphaned, [grant(2)]);
    }
    let rehome = Change::GrantRehomed { grant: grant(2), grantor: user(OWNER) };
    let diff = org.judge(OWNER, &[rehome, Change::UserDisabled { user: user(1) }]).unwrap();
    assert_eq!(diff.orphaned, []);
    let nobody = Change::GrantRehomed { grant: grant(2), grantor: user(2) };
    assert_eq!(org.code(OWNER, nobody), Some(Code::LineageCycle));
    let lacking = Change::GrantRehomed { grant: grant(2), grantor: user(3) };
    let org = org.user(3).to(3, 3, 2, sites(&[2]));
    assert_eq!(org.code(OWNER, lacking), Some(Code::GrantorLacks));
}

#[test]
fn somebody_new_is_a_user_or_an_administrator() {
    let org = anna_and_bert().role(4, &[USERS_CREATE]).to(5, 1, 4, sites(&[1]));
    let facts = UserFacts { active: true, permanent_password: false, site: Some(SiteId::from_u128(1)) };
    let new = Change::UserCreated { user: user(9), facts };
    assert_eq!(org.code(1, new.clone()), None);
    // That somebody else is appointed in the same breath makes no administrator of him.
    org.judge(1, &[new.clone(), give(2, 2, sites(&[1]))]).unwrap();
    let appointed = org.judge(1, &[new, give(9, 2, sites(&[1]))]).unwrap_err();
    assert_eq!(appointed.code, Code::Forbidden);
}

#[test]
fn somebody_new_without_a_site_is_where_the_groups_are_that_he_joins() {
    // Anna creates users in group 1, and may fill group 2 as well.
    let org = anna_and_bert().group(1, None, &[]).group(2, None, &[]).role(4, &[GROUPS_UPDATE, USERS_CREATE]);
    let org = org.role(5, &[GROUPS_UPDATE]).to(5, 1, 4, groups(&[1])).to(6, 1, 5, groups(&[2]));
    let facts = UserFacts { active: true, permanent_password: false, site: None };
    let with = |joins: &[(u128, u128)]| {
        let new = Change::UserCreated { user: user(9), facts: facts.clone() };
        let joins = joins.iter().map(|(into, who)| Change::MemberAdded { group: group(*into), user: user(*who) });
        org.judge(1, &[vec![new], joins.collect()].concat()).err().map(|refusal| refusal.code)
    };
    assert_eq!(with(&[(1, 9)]), None);
    assert_eq!([with(&[]), with(&[(1, 2)]), with(&[(1, 9), (2, 9)])], [Some(Code::Forbidden); 3]);
}

#[test]
fn a_refusal_names_the_site_where_something_is_lacking() {
    let create = Change::Act { permission: USERS_CREATE, place: Place::Site(SiteId::from_u128(1)) };
    let problem = anna_and_bert().judge(1, &[create]).unwrap_err().problem(|_| true);
    assert_eq!(
        (problem.code, problem.args.get("site").cloned()),
        (Code::Forbidden, Some(SiteId::from_u128(1).to_string()))
    );
}

#[test]
fn a_role_is_made_of_what_its_maker_holds() {
    let org = anna_and_bert().role(4, &[ROLES_CREATE]).to(5, 1, 4, Scope::Organization);
    let make = |permissions: &[Permission]| Change::RoleCreated {
        role: role(50),
        name: String::new(),
        permissions: permissions.iter().cloned().collect(),
    };
    assert_eq!(org.code(1, make(&[USERS_VIEW])), None);
    assert_eq!(org.code(1, make(&[USERS_CREATE])), Some(Code::ExceedsOwnAuthority));
}

#[test]
fn inv_22_what_does_not_exist_is_refused() {
    let org = Org::new();
    for change in [
        give(9, OWNER, Scope::Organization),
        Change::GrantRemoved { grant: grant(9) },
        Change::RoleUpdated { role: role(9), permissions: [USERS_VIEW].into() },
        Change::GroupMoved { group: group(9), parent: None },
        Change::MemberAdded { group: group(9), user: user(OWNER) },
        Change::UserEnabled { user: user(9) },
    ] {
        assert_eq!(org.code(OWNER, change.clone()), Some(Code::NotFound), "{change:?}");
    }
}

#[test]
fn a_grantor_answers_for_what_he_gave_and_holds() {
    let mut org = anna_and_bert().to(2, 2, 2, sites(&[1])).to(3, 2, 3, sites(&[1])).to(4, 2, 2, sites(&[1]));
    for number in [2, 3] {
        org.0.grants.get_mut(&grant(number)).unwrap().grantor = Some(user(1));
    }
    assert_eq!(answers_for(&org.0, &user(1), NOW), [grant(2)].into());
}

#[test]
fn a_group_is_made_filled_and_moved_in_one_go() {
    // Anna sees people at site 1 and may do with groups 1 and 2 as she likes.
    let org = anna_and_bert().group(1, None, &[]).group(2, None, &[]).role(4, &[GROUPS_CREATE, GROUPS_UPDATE]);
    let org = org.role(5, &[USERS_VIEW]).to(5, 1, 4, groups(&[1, 2])).to(6, 1, 5, groups(&[2]));
    let made = Change::GroupCreated { group: group(9), parent: Some(group(1)) };
    let filled = Change::MemberAdded { group: group(9), user: user(2) };
    org.judge(1, &[made.clone(), filled]).unwrap();
    // What she may do below group 2 is nothing new: the group never was elsewhere.
    let moved = Change::GroupMoved { group: group(9), parent: Some(group(2)) };
    org.judge(1, &[made, moved]).unwrap();
}

#[test]
fn a_refusal_names_the_group_behind_it_to_those_who_see_it() {
    let refusal = Refusal { through: Some(group(1)), ..Refusal::of(Code::ExceedsOwnAuthority) };
    let through = |sees| refusal.problem(|_| sees).args.get("through").cloned();
    assert_eq!([through(true), through(false)], [Some(group(1).to_string()), None]);
}
