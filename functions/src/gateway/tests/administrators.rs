//! Administrators: appointing, changing, disabling; and that nobody gives, takes or sees more
//! than he holds.

use super::*;
use shared::{
    administrators::{
        Administrator, Rank,
        api::{Create, Disable, Enable, List, ResetPassword, Update, View},
    },
    authority::permission::{GROUPS_UPDATE, GROUPS_VIEW, USERS_VIEW},
    grants::{NewGrant, Subject, Validity, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::UserId,
    roles::{RoleDetails, api as roles},
    time::{Span, Timestamp},
};

fn view(browser: &Browser<'_>, user: &UserId) -> Result<Administrator, Problem> {
    browser.send(&View { org: org(), user: user.clone() })
}

fn appoint(browser: &Browser<'_>, name: &str, grants: Vec<NewGrant>) -> Result<UserId, Problem> {
    let password = TemporaryPassword::Generated;
    browser.send(&Create { org: org(), person: person(name), site: None, grants, password }).map(|made| made.id)
}

fn update(of: &Administrator) -> Update {
    let held = of.grants.iter();
    Update {
        org: org(),
        user: of.user.id.clone(),
        version: of.user.version,
        person: of.user.person.clone(),
        site: of.user.site.clone(),
        grants: held.map(|grant| NewGrant::lasting(grant.role.clone(), grant.scope.clone())).collect(),
    }
}

fn disable(browser: &Browser<'_>, user: &UserId) -> Result<Administrator, Problem> {
    browser.send(&Disable { org: org(), user: user.clone() })
}

fn reset(browser: &Browser<'_>, user: &UserId) -> Result<Option<String>, Problem> {
    let password = TemporaryPassword::Generated;
    let reset = ResetPassword { org: org(), user: user.clone(), password };
    browser.send(&reset).map(|made| made.temporary_password)
}

#[test]
fn an_owner_appoints_an_administrator_limited_to_a_site_and_to_functions() {
    let world = World::new();
    let gent = world.site("Gent");
    let (lim, browser) = world.appoint_at("lim", &gent);
    let seen = view(&world.owner(), &lim).unwrap();
    assert_eq!((seen.rank, seen.grants.len()), (Rank::Delegated, 2));
    assert_eq!(seen.parent.unwrap().name, "olivia Peeters");
    let owner = view(&world.owner(), &browser.me().unwrap().owners[0].id).unwrap();
    assert_eq!(owner.rank, Rank::Owner);
    assert_eq!(owner.children.iter().map(|child| &child.id).collect::<Vec<_>>(), [&lim]);

    let listed = world.owner().send(&List::first(org())).unwrap();
    let lim = listed.items.iter().find(|item| item.user_name == "lim").unwrap();
    assert_eq!((lim.roles.join(" "), &lim.scope), ("administrators users".to_owned(), &only(&gent)));
}

#[test]
fn an_appointment_needs_grants_that_exist_once_each_and_have_a_place() {
    let world = World::new();
    let owner = world.owner();
    let users = |scope| world.grant("users", scope);
    let nowhere = Scope::Sites { sites: [].into() };
    let unknown = NewGrant::lasting(shared::ids::RoleId::from_u128(1), Scope::Organization);
    for (grants, error) in [
        (vec![], "grants required"),
        (vec![users(nowhere)], "grants scope_required"),
        (vec![users(Scope::Organization), users(Scope::Organization)], "grants duplicate"),
        (vec![unknown], "grants unknown_role"),
        (vec![users(only(&SiteId::from_u128(1)))], "grants unknown_site"),
    ] {
        assert_eq!(errors(appoint(&owner, "anna", grants)), [error]);
    }
}

#[test]
fn grants_that_stay_keep_their_history_when_others_come_and_go() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (lim, _) = world.appoint_at("lim", &gent);
    world.wait(Span::minutes(5));
    let owner = world.owner();
    let before = view(&owner, &lim).unwrap();
    let mut change = update(&before);
    change.grants[1].scope = only(&namur);
    let record = world.last_record();
    let after = owner.send(&change).unwrap();
    assert_eq!(world.recorded_after(record), ["grant_removed", "grant_added"]);
    assert_eq!(after.grants[0], before.grants[0]);
    assert_eq!(after.grants[1].granted_at, world.now());
    assert_eq!(code(owner.send(&change)), Code::ChangedMeanwhile);
    let unchanged = owner.send(&update(&after)).unwrap();
    assert_eq!(unchanged, after);
}

#[test]
fn inv_07_a_limited_administrator_sees_only_administrators_whose_whole_authority_is_within_his_reach() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (_, lim) = world.appoint_at("lim", &gent);
    let (inside, _) = world.appoint("inside", vec![world.grant("users", only(&gent))]);
    let both = Scope::Sites { sites: [gent.clone(), namur.clone()].into() };
    let (across, _) = world.appoint("across", vec![world.grant("users", both)]);
    let (elsewhere, _) = world.appoint("elsewhere", vec![world.grant("users", only(&namur))]);
    let (everywhere, _) = world.appoint("everywhere", vec![world.grant("users", Scope::Organization)]);
    let plain = world.user("plain", Some(&gent));

    assert_eq!(lim.administrators(), ["inside", "lim"]);
    assert!(view(&lim, &inside).is_ok());
    for unseen in [&across, &elsewhere, &everywhere, &plain, &UserId::from_u128(1)] {
        assert_eq!(code(view(&lim, unseen)), Code::NotFound);
        assert_eq!(code(disable(&lim, unseen)), Code::NotFound);
        assert_eq!(code(reset(&lim, unseen)), Code::NotFound);
    }
    let own = view(&lim, &lim.me().unwrap().access.user).unwrap();
    assert_eq!(own.parent, None, "the owner is beyond his reach");
    let at_namur = List { site: Some(namur), ..List::first(org()) };
    assert_eq!(lim.send(&at_namur).unwrap().total, 0);
    assert_eq!(world.owner().send(&at_namur).unwrap().total, 4);
}

#[test]
fn nobody_grants_what_he_does_not_hold_there_himself() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (_, lim) = world.appoint_at("lim", &gent);
    let grant = |role: &str, scope| vec![world.grant(role, scope)];
    for (grants, why) in [
        (grant("sites", only(&gent)), "a function that he does not hold"),
        (grant("owner", only(&gent)), "the owner's role"),
    ] {
        assert_eq!(code(appoint(&lim, "anna", grants)), Code::ExceedsOwnAuthority, "{why}");
    }
    for (grants, why) in [
        (grant("users", only(&namur)), "another site"),
        (grant("users", Scope::Organization), "everything"),
        (grant("owner", Scope::Organization), "the owner's role everywhere"),
        ([grant("users", only(&gent)), grant("users", only(&namur))].concat(), "a little too much"),
    ] {
        assert_eq!(code(appoint(&lim, "anna", grants)), Code::Forbidden, "{why}");
    }
    let anna = appoint(&lim, "anna", grant("users", only(&gent))).unwrap();
    let seen = view(&lim, &anna).unwrap();
    for too_much in [grant("sites", only(&gent)), grant("users", only(&namur)), grant("users", Scope::Organization)] {
        let change = Update { grants: [update(&seen).grants, too_much].concat(), ..update(&seen) };
        assert_eq!(code(lim.send(&change)), Code::ExceedsOwnAuthority);
    }
}

#[test]
fn who_may_not_grant_cannot_appoint_even_to_what_he_holds() {
    let world = World::new();
    let gent = world.site("Gent");
    let details = shared::roles::RoleDetails {
        name: "Clerk".into(),
        description: String::new(),
        permissions: [shared::authority::permission::ADMINISTRATORS_CREATE, shared::authority::permission::USERS_VIEW]
            .into(),
    };
    world.owner().send(&shared::roles::api::Create { org: org(), details }).unwrap();
    let (_, clerk) = world.appoint("clerk", vec![world.grant("Clerk", only(&gent))]);
    let same = vec![world.grant("Clerk", only(&gent))];
    assert_eq!(code(appoint(&clerk, "anna", same)), Code::ExceedsOwnAuthority);
}

#[test]
fn a_limited_administrator_touches_those_below_him_but_no_peer_and_no_owner() {
    let world = World::new();
    let gent = world.site("Gent");
    let (lim, browser) = world.appoint_at("lim", &gent);
    let (peer, _) = world.appoint_at("peer", &gent);
    let below = appoint(&browser, "below", vec![world.grant("users", only(&gent))]).unwrap();

    assert!(disable(&browser, &below).is_ok());
    assert!(browser.send(&Enable { org: org(), user: below.clone() }).is_ok());
    assert!(reset(&browser, &below).is_ok());

    assert_eq!(code(disable(&browser, &peer)), Code::NotDominated);
    assert_eq!(code(reset(&browser, &peer)), Code::NotDominated);
    let mut weaker = update(&view(&browser, &peer).unwrap());
    weaker.grants.pop();
    assert_eq!(code(browser.send(&weaker)), Code::NotDominated);
    let mut taken_over = update(&view(&browser, &peer).unwrap());
    taken_over.person.email = "mallory@example.org".into();
    assert_eq!(code(browser.send(&taken_over)), Code::NotDominated);
    let owner = &browser.me().unwrap().owners[0].id;
    assert_eq!(code(disable(&browser, owner)), Code::NotFound);
    assert_eq!(code(disable(&world.owner(), owner)), Code::OnOneself);
    assert!(disable(&world.owner(), &lim).is_ok());
}

#[test]
fn an_administrator_is_as_protected_when_he_is_met_as_a_user() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let both = Scope::Sites { sites: [gent.clone(), namur.clone()].into() };
    let (_, lim) = world.appoint("lim", vec![world.grant("users", both)]);
    let chief = world.appoint("chief", vec![world.grant("owner", Scope::Organization)]).0;
    world.rows(&format!("UPDATE users SET site = '{gent}' WHERE id = '{chief}'"));
    use shared::users::api::{Disable, ResetPassword, Update, View};
    let seen = lim.send(&View { org: org(), user: chief.clone() }).unwrap();
    let password = TemporaryPassword::Generated;
    assert_eq!(code(lim.send(&Disable { org: org(), user: chief.clone() })), Code::NotDominated);
    assert_eq!(code(lim.send(&ResetPassword { org: org(), user: chief.clone(), password })), Code::NotDominated);
    let mut change = Update {
        org: org(),
        user: chief,
        version: seen.version,
        person: seen.person,
        site: seen.site,
        status: None,
        new_password: None,
    };
    change.person.given_name = "Chiefly".into();
    assert_eq!(code(lim.send(&change)), Code::NotDominated);
    let moved = Update { site: Some(namur), ..change.clone() };
    assert_eq!(code(lim.send(&moved)), Code::NotDominated);
    change.person.user_name = "mallory".into();
    assert_eq!(code(lim.send(&change)), Code::NotDominated);
}

#[test]
fn nobody_is_made_an_administrator_so_that_his_account_comes_to_hand() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let owner = world.owner();
    let details = GroupDetails { name: "Desk".into(), ..GroupDetails::default() };
    let desk = groups::Create { org: org(), kind: GroupKind::Access, parent: None, details };
    let desk = owner.send(&desk).unwrap().id;
    let users = || world.grant("users", only(&gent));
    let give = |subject| grants::Create { org: org(), subject, grant: users() };
    owner.send(&give(Subject::Group(desk.clone()))).unwrap();
    // Lim administers Gent; he may see everybody and change groups.
    let permissions = [USERS_VIEW, GROUPS_VIEW, GROUPS_UPDATE].into();
    let details = RoleDetails { name: "Directory".into(), description: String::new(), permissions };
    let directory = owner.send(&roles::Create { org: org(), details }).unwrap().id;
    let directory = NewGrant::lasting(directory, Scope::Organization);
    let (_, lim) = world.appoint("lim", vec![users(), world.grant("administrators", only(&gent)), directory]);

    let (ghentish, namurois) = (world.user("ghentish", Some(&gent)), world.user("namurois", Some(&namur)));
    let join = |user: &UserId| groups::AddMember { org: org(), group: desk.clone(), user: user.clone() };
    let refused = lim.send(&give(Subject::User(namurois.clone()))).unwrap_err();
    assert_eq!(
        (refused.code, refused.args.get("permission").map(String::as_str)),
        (Code::AccountOutOfReach, Some("users:update"))
    );
    assert_eq!(code(lim.send(&join(&namurois))), Code::AccountOutOfReach);
    assert_eq!(code(reset(&lim, &namurois)), Code::NotFound);
    lim.send(&give(Subject::User(ghentish.clone()))).unwrap();
    assert!(reset(&lim, &ghentish).is_ok());
    owner.send(&join(&namurois)).unwrap();
}

#[test]
fn what_a_disabled_administrator_would_hold_counts() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = world.appoint_at("lim", &gent);
    let (peer, _) = world.appoint_at("peer", &gent);
    disable(&world.owner(), &peer).unwrap();
    assert_eq!(code(reset(&lim, &peer)), Code::NotDominated);
}

#[test]
fn enabling_is_judged_as_giving_what_he_holds() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = world.appoint_at("lim", &gent);
    let (other, _) = world.appoint("other", vec![world.grant("sites", only(&gent))]);
    disable(&world.owner(), &other).unwrap();
    let enable = Enable { org: org(), user: other };
    assert_eq!(code(lim.send(&enable)), Code::ExceedsOwnAuthority);
    assert!(world.owner().send(&enable).is_ok());
}

#[test]
fn nobody_acts_on_himself() {
    let world = World::new();
    let owner = world.owner();
    let me = owner.me().unwrap().access.user;
    assert_eq!(code(disable(&owner, &me)), Code::OnOneself);
    assert_eq!(code(reset(&owner, &me)), Code::OnOneself);
    let mut more = update(&view(&owner, &me).unwrap());
    more.grants.push(world.grant("users", Scope::Organization));
    assert_eq!(code(owner.send(&more)), Code::OnOneself);
    let mut less = update(&view(&owner, &me).unwrap());
    less.grants = vec![world.grant("users", Scope::Organization)];
    assert_eq!(code(owner.send(&less)), Code::OnOneself);
    let mut renamed = update(&view(&owner, &me).unwrap());
    renamed.person.user_name = "other".into();
    assert_eq!(code(owner.send(&renamed)), Code::OnOneself);
}

#[test]
fn one_owner_can_remove_another_but_the_last_stays() {
    let world = World::new();
    let (second, other) = world.appoint("second", vec![world.grant("owner", Scope::Organization)]);
    let first = world.owner().me().unwrap().access.user;
    assert!(disable(&other, &first).is_ok());
    assert_eq!(code(world.stranger().sign_in("olivia", PASSWORD)), Code::SignInRefused);
    assert_eq!(code(disable(&other, &second)), Code::OnOneself);
}

#[test]
fn whatever_path_leads_there_the_last_owner_who_can_sign_in_stays() {
    use crate::effects::{Effect, Origin, apply};
    let world = World::new();
    let access = world.owner().me().unwrap().access;
    let owner = access.user.clone();
    // A second owner who has not chosen a password yet is none who could help.
    let grants = vec![world.grant("owner", Scope::Organization)];
    appoint(&world.owner(), "second", grants).unwrap();
    let database = world.database(org().as_str());
    // Somebody who may do it, and is not he.
    let actor = shared::authority::Access { user: shared::ids::UserId::from_u128(9), ..access };
    let origin = Origin {
        actor: Some(&actor),
        surface: shared::audit::Surface::Console,
        credential: None,
        endpoint: "any",
        request_id: "any",
        mails: false,
    };
    let outcome = in_transaction(&*database, || {
        apply(&*database, &crate::testing::at(START), &origin, &[Effect::UserDisabled { user: owner.clone() }])
    });
    assert!(matches!(outcome, Err(Stop::Refused(problem)) if problem.code == Code::LastOwner));
    assert!(world.owner().me().is_ok());
}

#[test]
fn authority_that_is_taken_is_gone_at_the_next_request() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (_, lim) = world.appoint_at("lim", &gent);
    let id = lim.me().unwrap().access.user;
    assert!(lim.send(&new_user("anna", Some(&gent))).is_ok());
    let mut change = update(&view(&world.owner(), &id).unwrap());
    for grant in &mut change.grants {
        grant.scope = only(&namur);
    }
    world.owner().send(&change).unwrap();
    assert_eq!(code(lim.send(&new_user("bart", Some(&gent)))), Code::Forbidden);
    assert!(lim.users().is_empty());
}

#[test]
fn whoever_is_about_to_lose_something_is_found_by_when_it_ends() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let until = |site: &SiteId, days| {
        let validity = Validity { until: Some(world.now() + Span::days(days)), ..Validity::ALWAYS };
        vec![NewGrant { validity, ..world.grant("users", only(site)) }, world.grant("sites", only(site))]
    };
    world.appoint("soon", until(&gent, 3));
    world.appoint("later", until(&gent, 30));
    world.appoint("elsewhere", until(&namur, 3));
    let (_, lim) = world.appoint_at("lim", &gent);
    let found = |browser: &Browser<'_>, days| {
        let page = browser.send(&List { ending_within: Some(days), ..List::first(org()) }).unwrap();
        page.items.into_iter().map(|one| one.user_name).collect::<Vec<_>>()
    };
    assert_eq!(found(&lim, 14), ["soon"]);
    assert_eq!(found(&lim, 31), ["later", "soon"]);
    assert_eq!(found(&world.owner(), 14), ["elsewhere", "soon"]);
    assert!(found(&lim, 2).is_empty());
    world.wait(Span::days(4));
    assert_eq!(found(&world.owner(), 14), [""; 0], "what is over does not end any more");
}

#[test]
fn a_time_that_no_calendar_shows_is_refused_at_its_field() {
    let world = World::new();
    let (lim, _) = world.appoint_at("lim", &world.site("Gent"));
    for validity in [
        Validity { until: Some(Timestamp(i64::MAX)), ..Validity::ALWAYS },
        Validity { until: Some(Timestamp(Timestamp::LAST.0 + 1)), ..Validity::ALWAYS },
        Validity { from: Some(Timestamp(i64::MIN)), ..Validity::ALWAYS },
    ] {
        let grant = NewGrant { validity, ..world.grant("sites", Scope::Organization) };
        let give = grants::Create { org: org(), subject: Subject::User(lim.clone()), grant };
        assert_eq!(errors(world.owner().send(&give)), ["grant.validity out_of_range"]);
    }
}

#[test]
fn orphaned_grants_are_listed_with_whoever_gave_them_if_one_meets_him() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let both = Scope::Sites { sites: [gent.clone(), namur].into() };
    let (nora, as_nora) =
        world.appoint("nora", ["users", "administrators"].map(|it| world.grant(it, both.clone())).into());
    let (_, as_lim) = world.appoint_at("lim", &gent);
    let erik = appoint(&as_nora, "erik", vec![world.grant("users", only(&gent))]).unwrap();
    disable(&world.owner(), &nora).unwrap();
    let orphans = |browser: &Browser<'_>| browser.send(&grants::Orphaned { org: org() }).unwrap();
    let told = orphans(&world.owner()).remove(0);
    assert_eq!((told.grant.subject, told.grantor.unwrap().id), (Subject::User(erik), nora));
    let told = orphans(&as_lim).remove(0);
    assert_eq!((told.holder.as_str(), told.grantor), ("erik Peeters", None), "Nora reaches further than Lim");
}
