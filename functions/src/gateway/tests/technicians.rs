//! People in the tree of groups: made in one, moved to another, by administrators of some of them
//! (RSC-1 to RSC-7).

use super::*;
use shared::{
    grants::{Subject, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GroupId, UserId},
    previews::api::Groups,
    users::{
        Status,
        api::{self as users, Credentials},
    },
};

/// Two teams below one, and another beside it. Whoever is in one of the teams may see notes there.
struct Center {
    world: World,
    all: GroupId,
    gent: GroupId,
    namur: GroupId,
    elsewhere: GroupId,
}

fn within(group: &GroupId) -> Scope {
    Scope::Groups { groups: [group.clone()].into() }
}

impl Center {
    fn new() -> Self {
        let world = World::new();
        let add = |name: &str, parent: Option<&GroupId>| {
            let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
            let create = groups::Create { org: org(), kind: GroupKind::Team, parent: parent.cloned(), details };
            world.owner().send(&create).unwrap().id
        };
        let all = add("Technicians", None);
        let (gent, namur, elsewhere) = (add("Gent", Some(&all)), add("Namur", Some(&all)), add("Elsewhere", None));
        for group in [&gent, &elsewhere] {
            let (subject, grant) = (Subject::Group(group.clone()), world.grant("notes", within(group)));
            world.owner().send(&grants::Create { org: org(), subject, grant }).unwrap();
        }
        Self { world, all, gent, namur, elsewhere }
    }

    /// An administrator who may do all that there is to do in some group.
    fn administrator(&self, name: &str, group: &GroupId) -> Browser<'_> {
        let roles = ["users", "administrators", "groups", "notes"];
        self.world.appoint(name, roles.map(|role| self.world.grant(role, within(group))).into()).1
    }

    fn members(&self, group: &GroupId) -> Vec<UserId> {
        let list = groups::Members { org: org(), group: group.clone(), cursor: None, limit: None };
        self.world.owner().send(&list).unwrap().items.into_iter().map(|member| member.id).collect()
    }
}

fn create(by: &Browser<'_>, name: &str, group: Option<&GroupId>) -> Result<Credentials, Problem> {
    by.send(&users::Create { group: group.cloned(), ..new_user(name, None) })
}

fn move_to(from: &GroupId, user: &UserId, to: &GroupId) -> groups::MoveMember {
    groups::MoveMember { org: org(), group: from.clone(), user: user.clone(), to: to.clone() }
}

/// What is told about each group, in the order of the question.
fn targets(by: &Browser<'_>, from: &GroupId, user: &UserId, to: &[&GroupId]) -> Vec<Option<Code>> {
    let all = Groups(to.iter().copied().cloned().collect());
    let request = groups::MoveTargets { org: org(), group: from.clone(), user: user.clone(), to: all };
    let told = by.send(&request).unwrap();
    let verdict = |group: &&GroupId| told.iter().find(|target| target.group == **group).unwrap();
    to.iter().map(|group| verdict(group).problem.as_ref().map(|problem| problem.code)).collect()
}

#[test]
fn an_administrator_adds_technicians_to_his_groups_and_nowhere_else() {
    let center = Center::new();
    let erik = center.administrator("erik", &center.all);
    let seq = center.world.last_record();
    let made = create(&erik, "anna", Some(&center.gent)).unwrap();
    assert_eq!(center.members(&center.gent), std::slice::from_ref(&made.id));
    assert_eq!(center.world.recorded_after(seq)[..2], ["user_created", "member_added"]);
    // What the group carries is hers at once, through it.
    let anna = center.world.stranger();
    let temporary = made.temporary_password.unwrap();
    anna.sign_in("anna", &temporary).unwrap();
    anna.change_password(&temporary, PASSWORD).unwrap();
    assert_eq!(anna.me().unwrap().access.grants[0].through, Some(center.gent.clone()));
    // Neither without a group, nor in one that is not his, nor at a site.
    assert_eq!(code(create(&erik, "bart", None)), Code::Forbidden);
    assert_eq!(errors(create(&erik, "bart", Some(&center.elsewhere))), ["group unknown_group"]);
    let site = center.world.site("Gent");
    let at_site = users::Create { group: Some(center.gent.clone()), ..new_user("bart", Some(&site)) };
    assert_eq!(code(erik.send(&at_site)), Code::Forbidden);
    assert_eq!(center.world.rows("SELECT 1 FROM users WHERE user_name = 'bart'").len(), 0);
    // Whoever may not change the group does not get in by adding somebody.
    let users_only = center.world.appoint("lim", vec![center.world.grant("users", within(&center.gent))]).1;
    assert!(create(&users_only, "bart", Some(&center.gent)).is_err());
    assert_eq!(center.members(&center.gent), [made.id]);
    // The master administrator adds to all of them.
    for (name, group) in [("carl", &center.elsewhere), ("dora", &center.namur)] {
        create(&center.world.owner(), name, Some(group)).unwrap();
    }
}

#[test]
fn nobody_adds_somebody_to_a_group_that_gives_more_than_he_holds() {
    let center = Center::new();
    let roles = ["users", "administrators", "groups"].map(|role| center.world.grant(role, within(&center.gent)));
    let lim = center.world.appoint("lim", roles.into()).1;
    assert_eq!(code(create(&lim, "anna", Some(&center.gent))), Code::ExceedsOwnAuthority);
    assert_eq!(center.members(&center.gent), []);
}

#[test]
fn a_technician_is_moved_in_one_step_and_his_rights_change_with_it() {
    let center = Center::new();
    let erik = center.administrator("erik", &center.all);
    let anna = create(&erik, "anna", Some(&center.gent)).unwrap().id;
    let held = || center.world.rows(&format!("SELECT 1 FROM held WHERE user = '{anna}'")).len();
    assert_eq!(held(), 1);
    let seq = center.world.last_record();
    erik.send(&move_to(&center.gent, &anna, &center.namur)).unwrap();
    assert_eq!(center.world.recorded_after(seq), ["member_removed", "member_added"]);
    assert_eq!((center.members(&center.gent), center.members(&center.namur)), (vec![], vec![anna.clone()]));
    assert_eq!(held(), 0);
    erik.send(&move_to(&center.namur, &anna, &center.gent)).unwrap();
    assert_eq!(held(), 1);
    // Where she is already, nothing happens.
    let seq = center.world.last_record();
    erik.send(&move_to(&center.gent, &anna, &center.gent)).unwrap();
    assert_eq!(center.world.recorded_after(seq), [""; 0]);
}

#[test]
fn moving_is_judged_at_both_ends_and_told_beforehand_exactly_so() {
    let center = Center::new();
    let owner = center.world.owner();
    let erik = center.administrator("erik", &center.gent);
    let anna = create(&erik, "anna", Some(&center.gent)).unwrap().id;
    let far = create(&owner, "far", Some(&center.elsewhere)).unwrap().id;
    // He sees neither group; the owner may all.
    let beyond = [&center.namur, &center.elsewhere];
    assert_eq!(targets(&erik, &center.gent, &anna, &beyond), [Some(Code::Invalid), Some(Code::Invalid)]);
    assert_eq!(errors(erik.send(&move_to(&center.gent, &anna, &center.elsewhere))), ["to unknown_group"]);
    assert_eq!(targets(&owner, &center.gent, &anna, &beyond), [None, None]);
    assert_eq!(code(erik.send(&move_to(&center.elsewhere, &far, &center.gent))), Code::NotFound);
    // Whoever sees the other end but may not change it is refused there.
    let views = vec![center.world.grant("system_default", Scope::Organization)];
    let roles =
        ["users", "administrators", "groups", "notes"].map(|role| center.world.grant(role, within(&center.gent)));
    let mona = center.world.appoint("mona", [views, roles.into()].concat()).1;
    assert_eq!(targets(&mona, &center.gent, &anna, &beyond), [Some(Code::Forbidden), Some(Code::Forbidden)]);
    assert_eq!(code(mona.send(&move_to(&center.gent, &anna, &center.namur))), Code::Forbidden);
    assert_eq!(code(mona.send(&move_to(&center.elsewhere, &far, &center.gent))), Code::Forbidden);
    // Nobody is asked about more groups than fit.
    let many = Groups((1..=101).map(GroupId::from_u128).collect());
    let request = groups::MoveTargets { org: org(), group: center.gent.clone(), user: anna.clone(), to: many };
    assert_eq!(errors(owner.send(&request)), ["to too_many"]);
    assert_eq!(center.members(&center.gent), [anna]);
}

#[test]
fn moving_goes_by_what_groups_are_for() {
    let center = Center::new();
    let owner = center.world.owner();
    let anna = create(&owner, "anna", Some(&center.gent)).unwrap().id;
    let details = GroupDetails { name: "Phones".into(), ..GroupDetails::default() };
    let phones = groups::Create { org: org(), kind: GroupKind::Access, parent: None, details };
    let phones = owner.send(&phones).unwrap().id;
    let join =
        |group: &GroupId| owner.send(&groups::AddMember { org: org(), group: group.clone(), user: anna.clone() });
    join(&phones).unwrap();
    assert_eq!(code(owner.send(&move_to(&phones, &anna, &center.namur))), Code::InATeam);
    assert_eq!(errors(owner.send(&move_to(&center.gent, &anna, &phones))), ["to already_member"]);
    let named = |user: &UserId| -> Vec<String> {
        let all = owner.send(&users::Groups { org: org(), user: user.clone() }).unwrap();
        all.into_iter()
            .map(|it| it.above.iter().chain([&it.group]).map(|group| group.name.as_str()).collect())
            .collect()
    };
    assert_eq!(named(&anna), ["TechniciansGent", "Phones"]);
}

#[test]
fn a_technicians_record_status_and_password_are_saved_in_one_step_or_not_at_all() {
    let center = Center::new();
    let owner = center.world.owner();
    let anna = create(&owner, "anna", Some(&center.namur)).unwrap().id;
    let view = || owner.send(&users::View { org: org(), user: anna.clone() }).unwrap();
    let seen = view();
    let person = shared::users::Person { nick_name: "Ann".into(), ..seen.person };
    let save = users::Update {
        org: org(),
        user: anna.clone(),
        version: seen.version,
        person,
        site: None,
        status: Some(Status::Disabled),
        new_password: Some("short".into()),
    };
    assert_eq!(errors(owner.send(&save)), ["new_password typing_not_allowed"]);
    center.world.rows(
        "UPDATE organization SET password_policy = json_set(password_policy, '$.administrators_type_passwords', json('true'))",
    );
    assert_eq!(errors(owner.send(&save)), ["new_password password_short"]);
    assert_eq!((view().status, view().person.nick_name.as_str()), (Status::Active, ""));
    let seq = center.world.last_record();
    owner.send(&users::Update { new_password: Some(PASSWORD.into()), ..save }).unwrap();
    assert_eq!(center.world.recorded_after(seq), ["user_updated", "user_disabled", "password_set"]);
    let seen = view();
    assert_eq!((seen.status, seen.person.nick_name.as_str()), (Status::Disabled, "Ann"));
    assert_eq!(code(center.world.stranger().sign_in("anna", PASSWORD)), Code::SignInRefused);
    let enable = users::Update {
        org: org(),
        user: anna.clone(),
        version: seen.version,
        person: seen.person,
        site: None,
        status: Some(Status::Active),
        new_password: None,
    };
    owner.send(&enable).unwrap();
    assert!(center.world.stranger().sign_in("anna", PASSWORD).unwrap().password_change_required);
}

#[test]
fn what_is_locked_is_changed_by_no_administrator_of_the_group_whatever_way() {
    let center = Center::new();
    let owner = center.world.owner();
    let erik = center.administrator("erik", &center.all);
    let anna = create(&erik, "anna", Some(&center.gent)).unwrap().id;
    let give = |by: &Browser<'_>, group: &GroupId, within_group: &GroupId| {
        let (subject, grant) = (Subject::Group(group.clone()), center.world.grant("notes", within(within_group)));
        by.send(&grants::Create { org: org(), subject, grant })
    };
    let lock = |by: &Browser<'_>| {
        by.send(&groups::SetLock { org: org(), group: center.gent.clone(), reason: "Agreed".into() })
    };
    assert_eq!(code(lock(&erik)), Code::Forbidden);
    assert_eq!(lock(&owner).unwrap().lock.unwrap().reason, "Agreed");
    let page = owner.send(&groups::View { org: org(), group: center.gent.clone() }).unwrap();
    let grant = page.grants[0].id.clone();
    // Its own, what would come from above, what is taken or suspended, and where it lies.
    assert_eq!(code(give(&erik, &center.gent, &center.gent)), Code::PermissionsLocked);
    assert_eq!(code(give(&erik, &center.all, &center.gent)), Code::PermissionsLocked);
    assert_eq!(code(erik.send(&grants::Delete { org: org(), grant: grant.clone() })), Code::PermissionsLocked);
    assert_eq!(code(erik.send(&grants::Suspend { org: org(), grant: grant.clone() })), Code::PermissionsLocked);
    let unlock = groups::RemoveLock { org: org(), group: center.gent.clone() };
    assert_eq!(code(erik.send(&unlock)), Code::Forbidden);
    // Beside it, and people, are his as before; the master administrator changes it.
    let beside = give(&erik, &center.namur, &center.namur).unwrap();
    assert_eq!(
        code(erik.send(&groups::Move {
            org: org(),
            group: center.gent.clone(),
            version: 1,
            parent: Some(center.namur.clone())
        })),
        Code::PermissionsLocked
    );
    erik.send(&grants::Delete { org: org(), grant: beside.id }).unwrap();
    erik.send(&move_to(&center.gent, &anna, &center.namur)).unwrap();
    let seq = center.world.last_record();
    owner.send(&grants::Suspend { org: org(), grant: grant.clone() }).unwrap();
    // What is suspended is locked, too; and what is locked does not go, to be made anew.
    assert_eq!(code(erik.send(&grants::Delete { org: org(), grant: grant.clone() })), Code::PermissionsLocked);
    owner.send(&unlock).unwrap();
    assert_eq!(code(owner.send(&unlock)), Code::NotFound);
    erik.send(&grants::Resume { org: org(), grant }).unwrap();
    assert_eq!(center.world.recorded_after(seq), ["grant_suspended", "group_unlocked", "grant_resumed"]);
    let details = GroupDetails { name: "Interns".into(), ..GroupDetails::default() };
    let create = groups::Create { org: org(), kind: GroupKind::Access, parent: Some(center.gent.clone()), details };
    let interns = erik.send(&create).unwrap().id;
    owner.send(&groups::SetLock { org: org(), group: interns.clone(), reason: "Agreed".into() }).unwrap();
    let delete = groups::Delete { org: org(), group: interns };
    assert_eq!(code(erik.send(&delete)), Code::PermissionsLocked);
    owner.send(&delete).unwrap();
}

#[test]
fn what_a_disabled_group_is_given_does_not_count_and_counts_again_when_it_is_enabled() {
    let center = Center::new();
    let owner = center.world.owner();
    let gent = || center.gent.clone();
    let own = center.world.grant("reports", within(&center.elsewhere));
    let (anna, hers) = center.world.appoint("anna", vec![own]);
    let add =
        |group: &GroupId, user: &UserId| groups::AddMember { org: org(), group: group.clone(), user: user.clone() };
    owner.send(&add(&center.gent, &anna)).unwrap();
    let give = |by: &Browser<'_>, role: &str| {
        let (subject, grant) = (Subject::Group(gent()), center.world.grant(role, within(&center.gent)));
        by.send(&grants::Create { org: org(), subject, grant })
    };
    let apart = give(&owner, "orders").unwrap().id;
    owner.send(&grants::Suspend { org: org(), grant: apart.clone() }).unwrap();
    let held = || hers.me().unwrap().access.grants.iter().filter(|grant| grant.through.is_some()).count();
    assert_eq!(held(), 1);

    let seq = center.world.last_record();
    assert_eq!(owner.send(&groups::Disable { org: org(), group: gent() }).unwrap().status, Status::Disabled);
    owner.send(&groups::Disable { org: org(), group: gent() }).unwrap();
    assert_eq!((held(), center.world.recorded_after(seq)), (0, vec!["group_disabled".to_owned()]));
    let page = owner.send(&groups::View { org: org(), group: gent() }).unwrap();
    assert!(page.inherited.is_empty() && page.grants.iter().all(|grant| grant.suspended));
    let with_it = page.grants.iter().find(|grant| grant.id != apart).unwrap().id.clone();
    assert_eq!(page.waiting, [with_it.clone()].into());

    // Nothing of it comes to count in another way.
    assert_eq!(code(give(&owner, "sites")), Code::GroupDisabled);
    for grant in [&with_it, &apart] {
        assert_eq!(code(owner.send(&grants::Resume { org: org(), grant: grant.clone() })), Code::GroupDisabled);
    }
    let seq = shared::audit::Seq(u64::try_from(seq).unwrap());
    assert_eq!(code(owner.send(&shared::audit::api::Undo { org: org(), seq })), Code::GroupDisabled, "suspending");

    assert_eq!(owner.send(&groups::Enable { org: org(), group: gent() }).unwrap().status, Status::Active);
    assert_eq!(held(), 1, "what was suspended before stays so");
    owner.send(&groups::Disable { org: org(), group: gent() }).unwrap();
    owner.send(&grants::Delete { org: org(), grant: with_it }).unwrap();
    owner.send(&groups::Enable { org: org(), group: gent() }).unwrap();
    assert_eq!(held(), 0, "what was taken meanwhile is gone");
}

#[test]
fn disabling_a_group_is_judged_as_taking_and_enabling_it_as_giving() {
    let center = Center::new();
    let owner = center.world.owner();
    let gent = || center.gent.clone();
    let disable = |by: &Browser<'_>| by.send(&groups::Disable { org: org(), group: gent() });
    let enable = |by: &Browser<'_>| by.send(&groups::Enable { org: org(), group: gent() });
    // He has the group, and holds all but the sites that it is given.
    let erik = center.administrator("erik", &center.gent);
    let other = center.administrator("other", &center.elsewhere);
    assert_eq!(code(disable(&other)), Code::NotFound);
    disable(&erik).unwrap();
    enable(&erik).unwrap();
    let (subject, grant) = (Subject::Group(gent()), center.world.grant("sites", Scope::Organization));
    owner.send(&grants::Create { org: org(), subject, grant }).unwrap();
    assert_eq!(code(disable(&erik)), Code::Forbidden, "he may not take it");
    disable(&owner).unwrap();
    assert_eq!(code(enable(&erik)), Code::ExceedsOwnAuthority);
    enable(&owner).unwrap();

    let built_in = groups::List { q: Some("account".into()), ..groups::List::first(org()) };
    let built_in = owner.send(&built_in).unwrap().items.remove(0);
    assert!(built_in.built_in);
    assert_eq!(code(owner.send(&groups::Disable { org: org(), group: built_in.id })), Code::BuiltIn);
}

#[test]
fn whoever_has_a_group_changes_what_is_below_it() {
    let center = Center::new();
    let erik = center.administrator("erik", &center.all);
    let details = GroupDetails { name: "Night".into(), ..GroupDetails::default() };
    let update =
        |group: &GroupId| groups::Update { org: org(), group: group.clone(), version: 1, details: details.clone() };
    erik.send(&update(&center.gent)).unwrap();
    assert_eq!(code(erik.send(&update(&center.elsewhere))), Code::NotFound);
}
