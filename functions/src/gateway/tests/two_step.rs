//! Two-step verification (RSC-12): signing in, setting up, and of whom it is required.

use super::*;
use shared::{
    authority::permission::{ORGANIZATION_UPDATE, ORGANIZATION_VIEW},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GroupId, UserId},
    organizations::Settings,
    password::Factors,
    profile::api as profile,
    roles::{RoleDetails, api as roles},
    session::{Session, api as session},
    time::Span,
    two_step::{
        RECENT_MINUTES, SecondStep, TwoStepPolicy, TwoStepRequirement,
        api::{Begin, Remove, RenewRecoveryCodes, Reset, SetUp, UpdatePolicy, View, ViewPolicy},
    },
    users::api as users,
};
use std::collections::BTreeSet;

const STEP: Span = Span::seconds(30);

/// Sets up two steps in a browser: the secret, and the recovery codes.
pub(super) fn set_up(world: &World, browser: &Browser<'_>) -> (String, Vec<String>) {
    let begin = Begin { org: org(), code: None, password: Some(PASSWORD.into()) };
    let secret = browser.send(&begin).unwrap().secret.unwrap().typed;
    let codes = confirm_app(world, browser, &secret).unwrap();
    (secret, codes)
}

fn confirm_app(world: &World, browser: &Browser<'_>, secret: &str) -> Result<Vec<String>, Problem> {
    let code = crate::two_step::code(secret, world.now());
    Ok(browser.send(&SetUp { org: org(), code })?.codes.unwrap())
}

/// What the app shows now, a step after whatever it showed before.
fn next_code(world: &World, secret: &str) -> String {
    world.wait(STEP);
    crate::two_step::code(secret, world.now())
}

fn confirm(browser: &Browser<'_>, code: &str) -> Result<Session, Problem> {
    browser.send(&session::ConfirmCode { org: org(), code: code.into() })
}

fn require(world: &World, policy: TwoStepPolicy) -> TwoStepRequirement {
    let owner = world.owner();
    let version = owner.send(&ViewPolicy { org: org() }).unwrap().version;
    owner.send(&UpdatePolicy { org: org(), version, policy }).unwrap()
}

fn everyone() -> TwoStepPolicy {
    TwoStepPolicy { everyone: true, ..TwoStepPolicy::default() }
}

/// A group whose members are what the owner says.
fn group(world: &World, name: &str, parent: Option<&GroupId>, member: Option<&UserId>) -> GroupId {
    let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
    let create = groups::Create { org: org(), kind: GroupKind::Access, parent: parent.cloned(), details };
    let group = world.owner().send(&create).unwrap().id;
    if let Some(user) = member {
        let add = groups::AddMember { org: org(), group: group.clone(), user: user.clone() };
        world.owner().send(&add).unwrap();
    }
    group
}

fn second_step(browser: &Browser<'_>) -> SecondStep {
    browser.me().unwrap().second_step
}

#[test]
fn signing_in_takes_the_password_and_then_a_code() {
    let world = World::new();
    let owner = world.owner();
    let (secret, codes) = set_up(&world, &owner);
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 10);
    assert!(codes.iter().all(|code| code.len() == 29 && code.split('-').count() == 5), "{codes:?}");
    assert_eq!(second_step(&owner), SecondStep::Done, "whoever sets it up goes on");
    let shown = owner.send(&View { org: org() }).unwrap();
    assert_eq!((shown.since, shown.recovery_codes, shown.is_required), (Some(world.now()), 10, false));

    let again = world.stranger();
    let session = again.sign_in("olivia", PASSWORD).unwrap();
    assert_eq!(session.second_step, SecondStep::CodeRequired);
    assert!(session.access.grants.is_empty() && session.features.is_empty());
    macro_rules! refuses {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $(refuses_before_code::<shared::$noun::api::$verb>(&again);)+
        };
    }
    shared::for_each_endpoint!(refuses);

    let before = again.session.borrow().clone();
    let code = next_code(&world, &secret);
    let session = confirm(&again, &format!("{} {}", &code[..3], &code[3..])).unwrap();
    assert!(session.second_step == SecondStep::Done && session.access.is_owner());
    assert_eq!(again.users(), ["olivia"]);
    let thief = world.stranger();
    *thief.session.borrow_mut() = before;
    assert_eq!(code_of(thief.me()), Code::SessionRequired, "the token from before the code is worth nothing");
    assert_eq!(confirm(&again, "nothing").unwrap().second_step, SecondStep::Done, "nothing is asked any more");
}

#[test]
fn an_answer_to_a_code_that_got_lost_is_given_again_to_the_same_request_within_a_minute() {
    let world = World::new();
    let (secret, _) = set_up(&world, &world.owner());
    let hers = world.stranger();
    hers.sign_in("olivia", PASSWORD).unwrap();
    let before = hers.session.borrow().clone();
    let code = next_code(&world, &secret);
    let confirm = |token: &Option<String>, code: &str, key| {
        *hers.session.borrow_mut() = token.clone();
        hers.send_with_key(&session::ConfirmCode { org: org(), code: code.into() }, key)
    };
    confirm(&before, &code, Some("key-1")).unwrap();
    let lost = hers.session.borrow().clone();
    let recorded = world.last_record();

    world.wait(Span::seconds(59));
    for (code, key) in [(code.as_str(), Some("key-2")), (code.as_str(), None), ("123456", Some("key-1"))] {
        assert_eq!(code_of(confirm(&before, code, key)), Code::SessionRequired, "it is another request");
    }
    for _ in 0..2 {
        assert_eq!(confirm(&before, &code, Some("key-1")).unwrap().second_step, SecondStep::Done);
        assert_eq!(hers.users(), ["olivia"]);
    }
    assert!(world.recorded_after(recorded).is_empty(), "it happened once");
    let renewed = hers.session.borrow().clone();
    assert!(confirm(&renewed, &code, Some("key-1")).is_ok(), "the token came, and only the rest got lost");
    *hers.session.borrow_mut() = lost;
    assert_eq!(code_of(hers.me()), Code::SessionRequired, "nobody has the token that got lost");
    *hers.session.borrow_mut() = before.clone();
    assert_eq!(code_of(hers.me()), Code::SessionRequired, "nothing else is done with the one from before");
    world.wait(Span::seconds(1));
    assert_eq!(code_of(confirm(&before, &code, Some("key-1"))), Code::SessionRequired, "a minute is over");
    *hers.session.borrow_mut() = renewed;
    assert!(hers.me().unwrap().access.is_owner());
}

use super::code as code_of;

fn refuses_before_code<E: Endpoint>(browser: &Browser<'_>) {
    use shared::Needs;
    if !matches!(E::NEEDS, Needs::Nothing | Needs::AnySession | Needs::Service(_)) {
        for sample in E::samples() {
            assert_eq!(code_of(browser.send(&sample)), Code::CodeRequired, "{}", E::PATH);
        }
    }
}

#[test]
fn a_code_is_accepted_once() {
    let world = World::new();
    let (secret, _) = set_up(&world, &world.owner());
    let used = crate::two_step::code(&secret, world.now());
    let other = world.owner();
    assert_eq!(errors(confirm(&other, &used)), ["code code_refused"], "it has confirmed the app");
    let code = next_code(&world, &secret);
    confirm(&other, &code).unwrap();
    let third = world.owner();
    assert_eq!(errors(confirm(&third, &code)), ["code code_refused"]);
    assert_eq!(errors(confirm(&third, &used)), ["code code_refused"], "nor is one from before");
}

#[test]
fn clocks_may_differ_by_a_step() {
    let world = World::new();
    let (secret, _) = set_up(&world, &world.owner());
    for (steps, accepted) in [(-2, false), (-1, true), (1, true), (2, false)] {
        world.wait(Span::minutes(5));
        let browser = world.owner();
        let code = crate::two_step::code(&secret, world.now() + Span(STEP.0 * steps));
        assert_eq!(confirm(&browser, &code).is_ok(), accepted, "{steps}");
        world.wait(Span::days(1));
    }
}

#[test]
fn wrong_codes_are_slowed_down_and_nobody_is_kept_out_for_long() {
    let world = World::new();
    let owner = world.owner();
    let (secret, _) = set_up(&world, &owner);
    let guesses = |browser: &Browser<'_>| {
        let tried = (0..50).map(|number| confirm(browser, &format!("{number:06}")).unwrap_err().code);
        tried.filter(|code| *code == Code::Invalid).count()
    };
    let thief = world.owner();
    assert_eq!(guesses(&thief), 4, "four are looked at");
    assert_eq!(guesses(&world.owner()), 0, "in another browser, too");
    let told = confirm(&thief, "000000").unwrap_err();
    assert_eq!((told.code, told.args["retry_after"].as_str()), (Code::TooManyAttempts, "60"));
    assert!(owner.me().is_ok(), "whoever is in stays in");
    world.wait(Span::minutes(1));
    assert_eq!(guesses(&thief), 1);
    world.wait(Span::minutes(15));
    let fresh = world.owner();
    confirm(&fresh, &next_code(&world, &secret)).unwrap();
    assert_eq!(guesses(&world.owner()), 4, "the right code clears the count");
    let failed = world.rows("SELECT 1 FROM audit WHERE effect = 'code_refused'").len();
    assert_eq!(failed, 9);
}

#[test]
fn a_recovery_code_takes_the_place_of_the_apps_once() {
    let world = World::new();
    let (_, codes) = set_up(&world, &world.owner());
    let browser = world.owner();
    let typed = codes[3].replace('-', " ").to_uppercase();
    assert_eq!(confirm(&browser, &typed).unwrap().second_step, SecondStep::Done);
    assert_eq!(browser.send(&View { org: org() }).unwrap().recovery_codes, 9);
    assert_eq!(errors(confirm(&world.owner(), &codes[3])), ["code code_refused"]);
    let renew = |code: &str| browser.send(&RenewRecoveryCodes { org: org(), code: code.into() });
    let renewed = renew(&codes[0]).unwrap().codes.unwrap();
    assert_eq!(browser.send(&View { org: org() }).unwrap().recovery_codes, 10);
    assert_eq!(errors(confirm(&world.owner(), &codes[1])), ["code code_refused"], "older ones do not count");
    confirm(&world.owner(), &renewed[1]).unwrap();
    let record = "SELECT line FROM audit WHERE effect = 'code_confirmed' ORDER BY seq DESC LIMIT 1";
    let record: String = world.rows(record)[0].get(0).unwrap();
    assert!(record.contains(r#""with_recovery_code":true"#), "{record}");
}

#[test]
fn whoever_knows_the_password_keeps_no_recovery_code_waiting() {
    let world = World::new();
    let (_, codes) = set_up(&world, &world.owner());
    let thief = world.owner();
    while confirm(&thief, "000000").unwrap_err().code != Code::TooManyAttempts {}
    assert_eq!(errors(confirm(&thief, "not one of them")), ["code code_refused"]);
    assert_eq!(confirm(&world.owner(), &codes[0]).unwrap().second_step, SecondStep::Done);
}

#[test]
fn what_is_begun_in_one_session_is_completed_in_no_other() {
    let world = World::new();
    let (one, other) = (world.owner(), world.owner());
    let secret = one.send(&Begin { org: org(), code: None, password: None }).unwrap().secret.unwrap().typed;
    assert_eq!(confirm_app(&world, &other, &secret).unwrap_err().code, Code::TwoStepNotBegun);
    other.send(&Begin { org: org(), code: None, password: None }).unwrap();
    confirm_app(&world, &one, &secret).unwrap();
}

#[test]
fn the_password_is_asked_for_again_unless_one_has_just_signed_in() {
    let world = World::new();
    let owner = world.owner();
    let begin = |password: Option<&str>| {
        owner.send(&Begin { org: org(), code: None, password: password.map(str::to_owned) }).map(|begun| begun.secret)
    };
    world.wait(Span::minutes(RECENT_MINUTES.into()));
    assert!(begin(None).unwrap().is_some());
    world.wait(Span::seconds(1));
    assert_eq!(errors(begin(None)), ["password required"]);
    for _ in 0..4 {
        assert_eq!(errors(begin(Some("some other password"))), ["password password_wrong"]);
    }
    assert_eq!(begin(Some(PASSWORD)).unwrap_err().code, Code::TooManyAttempts, "it is counted like any guess");
    world.wait(Span::minutes(15));
    assert!(begin(Some(PASSWORD)).unwrap().is_some());
}

#[test]
fn an_editor_who_sees_no_groups_keeps_those_that_are_chosen() {
    let world = World::new();
    let night = group(&world, "Night shift", None, None);
    let chosen = TwoStepPolicy { groups: [night.clone()].into(), ..TwoStepPolicy::default() };
    require(&world, chosen.clone());
    let permissions = [ORGANIZATION_VIEW, ORGANIZATION_UPDATE].into_iter().collect();
    let details = RoleDetails { name: "Rules".into(), description: String::new(), permissions };
    let rules = world.owner().send(&roles::Create { org: org(), details }).unwrap().id;
    let (_, editor) = world.appoint("erik", vec![world.grant("Rules", Scope::Organization)]);
    let seen = editor.send(&ViewPolicy { org: org() }).unwrap();
    assert_eq!((&seen.policy, seen.groups.len()), (&chosen, 0), "chosen, without its name");
    let policy = TwoStepPolicy { roles: [rules].into(), ..seen.policy };
    editor.send(&UpdatePolicy { org: org(), version: seen.version, policy: policy.clone() }).unwrap();
    assert_eq!(world.owner().send(&ViewPolicy { org: org() }).unwrap().policy, policy);
    let unseen = TwoStepPolicy { groups: [night, group(&world, "Day shift", None, None)].into(), ..policy };
    let version = seen.version + 1;
    assert!(editor.send(&UpdatePolicy { org: org(), version, policy: unseen }).is_err(), "and adds none unseen");
}

#[test]
fn setting_up_ends_a_quarter_of_an_hour_after_it_has_begun() {
    let world = World::new();
    let owner = world.owner();
    assert_eq!(code_of(owner.send(&SetUp { org: org(), code: "123456".into() })), Code::TwoStepNotBegun);
    let secret = owner.send(&Begin { org: org(), code: None, password: None }).unwrap().secret.unwrap().typed;
    assert_eq!(errors(owner.send(&SetUp { org: org(), code: "000000".into() })), ["code code_refused"]);
    assert_eq!(second_step(&world.owner()), SecondStep::Done, "nothing has changed yet");
    world.wait(Span::minutes(15));
    assert_eq!(code_of(confirm_app(&world, &owner, &secret)), Code::TwoStepNotBegun);
    set_up(&world, &owner);
}

#[test]
fn replacing_the_app_takes_a_code_and_ends_the_other_one() {
    let world = World::new();
    let (owner, other) = (world.owner(), world.owner());
    let (old, codes) = set_up(&world, &owner);
    assert_eq!(second_step(&other), SecondStep::CodeRequired, "sessions from before must give a code");
    confirm(&other, &codes[0]).unwrap();
    assert_eq!(errors(owner.send(&Begin { org: org(), code: None, password: None })), ["code required"]);
    assert_eq!(
        errors(owner.send(&Begin { org: org(), code: Some("000000".into()), password: None })),
        ["code code_refused"]
    );
    let begun = owner.send(&Begin { org: org(), code: Some(codes[1].clone()), password: None }).unwrap();
    assert_eq!(second_step(&world.owner()), SecondStep::CodeRequired);
    let new = begun.secret.unwrap().typed;
    confirm_app(&world, &owner, &new).unwrap();
    assert_eq!((second_step(&owner), second_step(&other)), (SecondStep::Done, SecondStep::CodeRequired));
    let browser = world.owner();
    assert_eq!(errors(confirm(&browser, &next_code(&world, &old))), ["code code_refused"]);
    assert_eq!(errors(confirm(&browser, &codes[2])), ["code code_refused"]);
    confirm(&browser, &crate::two_step::code(&new, world.now())).unwrap();
}

#[test]
fn a_secret_is_shown_once() {
    let world = World::new();
    let owner = world.owner();
    let begin = Begin { org: org(), code: None, password: None };
    let secret = owner.send_with_key(&begin, Some("a")).unwrap().secret.unwrap().typed;
    assert_eq!(owner.send_with_key(&begin, Some("a")).unwrap().secret, None);
    let set_up = SetUp { org: org(), code: crate::two_step::code(&secret, world.now()) };
    assert!(owner.send_with_key(&set_up, Some("b")).unwrap().codes.is_some());
    assert_eq!(owner.send_with_key(&set_up, Some("b")).unwrap().codes, None);
}

#[test]
fn it_is_removed_with_a_code_unless_it_is_required() {
    let world = World::new();
    let owner = world.owner();
    let (_, codes) = set_up(&world, &owner);
    let remove = |code: &str| owner.send(&Remove { org: org(), code: code.into() });
    assert_eq!(errors(remove("000000")), ["code code_refused"]);
    let version = owner.send(&ViewPolicy { org: org() }).unwrap().version;
    let update = |version, policy| owner.send(&UpdatePolicy { org: org(), version, policy });
    let version = update(version, everyone()).unwrap().version;
    assert_eq!(code_of(remove(&codes[0])), Code::TwoStepKept);
    update(version, TwoStepPolicy::default()).unwrap();
    assert_eq!(remove(&codes[0]).unwrap().since, None);
    assert_eq!(remove(&codes[0]).unwrap().since, None, "once more changes nothing");
    assert_eq!(second_step(&world.owner()), SecondStep::Done);
    for table in ["authenticators", "new_authenticators", "recovery_codes"] {
        assert!(world.rows(&format!("SELECT 1 FROM {table}")).is_empty(), "{table}");
    }
}

#[test]
fn where_it_is_required_it_is_set_up_before_anything_else_in_running_sessions_too() {
    let world = World::new();
    let (_, hers) = world.appoint("anna", vec![world.grant("users", Scope::Organization)]);
    assert_eq!(hers.users(), ["anna", "olivia"]);
    require(&world, everyone());
    let session = hers.me().unwrap();
    assert!(session.second_step == SecondStep::SetUpRequired && session.access.grants.is_empty());
    macro_rules! refuses {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $(refuses_before_set_up::<shared::$noun::api::$verb>(&hers);)+
        };
    }
    shared::for_each_endpoint!(refuses);
    assert!(hers.send(&View { org: org() }).unwrap().is_required);
    set_up(&world, &hers);
    assert_eq!(second_step(&hers), SecondStep::Done);
    assert_eq!(hers.users(), ["anna", "olivia"]);
}

fn refuses_before_set_up<E: Endpoint>(browser: &Browser<'_>) {
    use shared::Needs;
    if matches!(E::NEEDS, Needs::Session | Needs::Permission(_) | Needs::Either(_)) {
        for sample in E::samples() {
            assert_eq!(code_of(browser.send(&sample)), Code::TwoStepRequired, "{}", E::PATH);
        }
    }
}

#[test]
fn it_is_required_by_role_also_of_whoever_holds_it_through_a_group() {
    let world = World::new();
    let users = world.grant("users", Scope::Organization);
    let (_, hers) = world.appoint("anna", vec![users.clone()]);
    let (bart, his) = world.appoint("bart", vec![world.grant("sites", Scope::Organization)]);
    let top = group(&world, "Top", None, None);
    group(&world, "Below", Some(&top), Some(&bart));
    let policy = TwoStepPolicy { roles: [users.role.clone()].into(), ..TwoStepPolicy::default() };
    let shown = require(&world, policy);
    assert_eq!(shown.roles.values().collect::<Vec<_>>(), ["users"]);
    assert_eq!((second_step(&hers), second_step(&his)), (SecondStep::SetUpRequired, SecondStep::Done));
    assert_eq!(second_step(&world.owner()), SecondStep::Done);

    let subject = shared::grants::Subject::Group(top);
    let create = shared::grants::api::Create { org: org(), subject, grant: users };
    let grant = world.owner().send(&create).unwrap().id;
    assert_eq!(second_step(&his), SecondStep::SetUpRequired, "through the group above his");
    world.owner().send(&shared::grants::api::Suspend { org: org(), grant }).unwrap();
    assert_eq!(second_step(&his), SecondStep::Done, "what does not count requires nothing");
}

#[test]
fn it_is_required_by_group_also_of_members_below_it() {
    let world = World::new();
    let sites = || vec![world.grant("sites", Scope::Organization)];
    let (anna, bart) = (world.appoint("anna", sites()), world.appoint("bart", sites()));
    let top = group(&world, "Top", None, Some(&anna.0));
    group(&world, "Below", Some(&top), Some(&bart.0));
    let elsewhere = group(&world, "Elsewhere", None, None);
    let policy = |group: &GroupId| TwoStepPolicy { groups: [group.clone()].into(), ..TwoStepPolicy::default() };
    assert_eq!(require(&world, policy(&top)).groups.values().collect::<Vec<_>>(), ["Top"]);
    assert_eq!((second_step(&anna.1), second_step(&bart.1)), (SecondStep::SetUpRequired, SecondStep::SetUpRequired));
    assert_eq!(second_step(&world.owner()), SecondStep::Done);
    let remove = groups::RemoveMember { org: org(), group: top, user: anna.0 };
    world.owner().send(&remove).unwrap();
    assert_eq!((second_step(&anna.1), second_step(&bart.1)), (SecondStep::Done, SecondStep::SetUpRequired));
    require(&world, policy(&elsewhere));
    assert_eq!(second_step(&bart.1), SecondStep::Done);
}

#[test]
fn only_whoever_administers_the_whole_organization_says_of_whom_it_is_required() {
    let world = World::new();
    let site = world.site("Gent");
    let (_, lim) = world.appoint_at("lim", &site);
    assert_eq!(code_of(lim.send(&ViewPolicy { org: org() })), Code::Forbidden);
    let update = UpdatePolicy { org: org(), version: 1, policy: everyone() };
    assert_eq!(code_of(lim.send(&update)), Code::Forbidden);
    let owner = world.owner();
    let unknown = |policy| errors(owner.send(&UpdatePolicy { org: org(), version: 1, policy }));
    let roles = TwoStepPolicy { roles: [shared::ids::RoleId::from_u128(7)].into(), ..TwoStepPolicy::default() };
    assert_eq!(unknown(roles), ["policy.roles unknown_role"]);
    let groups = TwoStepPolicy { groups: [GroupId::from_u128(7)].into(), ..TwoStepPolicy::default() };
    assert_eq!(unknown(groups), ["policy.groups unknown_group"]);
    owner.send(&update).unwrap();
    set_up(&world, &owner);
    assert_eq!(code_of(owner.send(&update)), Code::ChangedMeanwhile);
}

#[test]
fn what_people_have_set_up_stays_when_the_policy_changes() {
    let world = World::new();
    let owner = world.owner();
    set_up(&world, &owner);
    let before = owner.send(&View { org: org() }).unwrap().since;
    let version = owner.send(&UpdatePolicy { org: org(), version: 1, policy: everyone() }).unwrap().version;
    owner.send(&UpdatePolicy { org: org(), version, policy: TwoStepPolicy::default() }).unwrap();
    assert_eq!(owner.send(&View { org: org() }).unwrap().since, before);
    assert_eq!(second_step(&world.owner()), SecondStep::CodeRequired);
    let seq = shared::audit::Seq(
        u64::try_from(
            world.rows("SELECT seq FROM audit WHERE effect = 'two_step_policy_updated' ORDER BY seq DESC")[0]
                .get::<i64>(0)
                .unwrap(),
        )
        .unwrap(),
    );
    owner.send(&shared::audit::api::Undo { org: org(), seq }).unwrap();
    assert_eq!(owner.send(&ViewPolicy { org: org() }).unwrap().policy, everyone());
    assert_eq!(code_of(owner.send(&shared::audit::api::Undo { org: org(), seq })), Code::ChangedMeanwhile);
}

#[test]
fn whoever_could_give_somebody_a_password_ends_his_two_steps() {
    let world = World::new();
    let site = world.site("Gent");
    let (lim, his) = world.appoint_at("lim", &site);
    let (peer, peers) = world.appoint_at("peer", &site);
    let anna = world.user("anna", Some(&site));
    let hers = world.stranger();
    let password = TemporaryPassword::Generated;
    let reset = users::ResetPassword { org: org(), user: anna.clone(), password };
    let temporary = his.send(&reset).unwrap().temporary_password.unwrap();
    hers.sign_in("anna", &temporary).unwrap();
    assert_eq!(code_of(hers.send(&Begin { org: org(), code: None, password: None })), Code::PasswordChangeRequired);
    hers.change_password(&temporary, PASSWORD).unwrap();
    set_up(&world, &hers);
    set_up(&world, &peers);
    let owner = world.owner();
    set_up(&world, &owner);
    let olivia = owner.me().unwrap().access.user;

    let reset = |user: &UserId| his.send(&Reset { org: org(), user: user.clone() });
    assert!(his.send(&users::View { org: org(), user: anna.clone() }).unwrap().two_step_since.is_some());
    assert_eq!(reset(&anna).unwrap().two_step_since, None);
    assert_eq!(code_of(hers.me()), Code::SessionRequired, "her sessions end");
    assert_eq!(second_step(&world.signed_in("anna")), SecondStep::Done);
    let recorded = world.last_record();
    reset(&anna).unwrap();
    assert!(world.recorded_after(recorded).is_empty(), "nothing is left to end");
    assert_eq!(code_of(reset(&peer)), Code::NotDominated);
    assert!(peers.me().is_ok());
    assert_eq!(code_of(reset(&olivia)), Code::NotFound, "whom he does not see is unknown to him");
    assert_eq!(code_of(reset(&UserId::from_u128(7))), Code::NotFound);
    set_up(&world, &his);
    assert_eq!(code_of(reset(&lim)), Code::OnOneself);
    assert_eq!(code_of(owner.send(&Reset { org: org(), user: olivia })), Code::OnOneself);
    owner.send(&Reset { org: org(), user: peer }).unwrap();
    assert_eq!(code_of(peers.me()), Code::SessionRequired);
}

#[test]
fn an_owners_two_steps_are_ended_by_an_owner() {
    let world = World::new();
    let owner = world.owner();
    let (erik, his) = world.appoint("erik", vec![world.grant("owner", Scope::Organization)]);
    set_up(&world, &his);
    let everything = ["users", "administrators"].map(|role| world.grant(role, Scope::Organization));
    let (_, mighty) = world.appoint("mighty", everything.into());
    assert_eq!(code_of(mighty.send(&Reset { org: org(), user: erik.clone() })), Code::NotDominated);
    owner.send(&Reset { org: org(), user: erik }).unwrap();
    assert_eq!(second_step(&world.signed_in("erik")), SecondStep::Done);
}

#[test]
fn another_password_leaves_the_second_step() {
    let world = World::new();
    let (anna, hers) = world.appoint("anna", vec![world.grant("users", Scope::Organization)]);
    let (secret, _) = set_up(&world, &hers);
    let new = "grey boats of Namur";
    assert_eq!(hers.change_password(PASSWORD, new).unwrap().second_step, SecondStep::Done);
    assert_eq!(hers.users(), ["anna", "olivia"], "the code given before counts in the session that follows");
    let password = TemporaryPassword::Generated;
    let reset = users::ResetPassword { org: org(), user: anna, password };
    let temporary = world.owner().send(&reset).unwrap().temporary_password.unwrap();
    let again = world.stranger();
    let session = again.sign_in("anna", &temporary).unwrap();
    assert!(session.second_step == SecondStep::CodeRequired && session.password_change_required);
    assert_eq!(code_of(again.change_password(&temporary, PASSWORD)), Code::CodeRequired, "the code comes first");
    let session = confirm(&again, &next_code(&world, &secret)).unwrap();
    assert!(session.second_step == SecondStep::Done && session.password_change_required);
    assert!(session.access.grants.is_empty());
    let session = again.change_password(&temporary, PASSWORD).unwrap();
    assert!(!session.password_change_required && session.second_step == SecondStep::Done);
    assert_eq!(again.users(), ["anna", "olivia"]);
}

/// Passwords of 8, 14 and 15 characters.
const SHORT: [&str; 3] = ["kiwi bus", "kiwi bus to De", "kiwi bus to Dee"];

fn allow_short_passwords(world: &World) {
    let allow = |settings: &mut Settings| settings.password_policy.shorter_with_two_steps = true;
    super::organizations::change(&world.owner(), allow).unwrap();
}

#[test]
fn fourteen_characters_are_too_few_and_eight_are_enough_where_two_steps_are_required() {
    let world = World::new();
    let (anna, hers) = world.appoint("anna", vec![world.grant("users", Scope::Organization)]);
    let owner = world.owner();
    let [eight, fourteen, fifteen] = SHORT;
    let refused = ["new_password password_short"];
    let required =
        TwoStepPolicy { roles: [world.grant("users", Scope::Organization).role].into(), ..Default::default() };
    require(&world, required);
    set_up(&world, &hers);
    assert_eq!(errors(hers.change_password(PASSWORD, fourteen)), refused, "the organization does not say so");
    allow_short_passwords(&world);
    assert_eq!(hers.me().unwrap().factors(), Factors::Two);
    assert_eq!(errors(hers.change_password(PASSWORD, &eight[1..])), refused);
    let session = hers.change_password(PASSWORD, eight).unwrap();
    assert!(!session.password_change_required && !session.access.grants.is_empty());

    set_up(&world, &owner);
    assert_eq!(owner.me().unwrap().factors(), Factors::One, "of him it is not required, though he does it");
    assert_eq!(errors(owner.change_password(PASSWORD, fourteen)), refused);
    owner.change_password(PASSWORD, fifteen).unwrap();
    let typed = TemporaryPassword::Typed { password: fourteen.into(), enforce_expiry: true };
    super::organizations::change(&owner, |it| it.password_policy.administrators_type_passwords = true).unwrap();
    let reset = users::ResetPassword { org: org(), user: anna, password: typed };
    assert_eq!(errors(owner.send(&reset)), ["password.password password_short"], "nobody chooses it for another");
}

#[test]
fn a_short_password_is_replaced_as_soon_as_two_steps_are_required_no_more() {
    let world = World::new();
    let (anna, hers) = world.appoint("anna", vec![world.grant("users", Scope::Organization)]);
    let [eight, fourteen, fifteen] = SHORT;
    allow_short_passwords(&world);
    let night = group(&world, "Night shift", None, Some(&anna));
    require(&world, TwoStepPolicy { groups: [night.clone()].into(), ..TwoStepPolicy::default() });
    let (secret, _) = set_up(&world, &hers);
    hers.change_password(PASSWORD, eight).unwrap();
    world.owner().send(&groups::RemoveMember { org: org(), group: night.clone(), user: anna.clone() }).unwrap();

    let session = hers.me().unwrap();
    assert!(session.password_too_short && session.password_change_required && session.access.grants.is_empty());
    assert_eq!(code_of(hers.send(&View { org: org() })), Code::PasswordChangeRequired, "at the next click");
    let again = world.stranger();
    assert_eq!(again.sign_in("anna", eight).unwrap().second_step, SecondStep::CodeRequired);
    assert!(confirm(&again, &next_code(&world, &secret)).unwrap().password_too_short, "and after signing in");
    assert_eq!(errors(again.change_password(eight, fourteen)), ["new_password password_short"]);
    let session = again.change_password(eight, fifteen).unwrap();
    assert!(!session.password_change_required && !session.access.grants.is_empty());

    world.owner().send(&groups::AddMember { org: org(), group: night, user: anna }).unwrap();
    assert!(!again.change_password(fifteen, eight).unwrap().password_too_short);
    super::organizations::change(&world.owner(), |it| it.password_policy.shorter_with_two_steps = false).unwrap();
    assert!(!again.me().unwrap().password_change_required, "what the policy asks is asked of new ones");
    require(&world, TwoStepPolicy::default());
    assert!(again.me().unwrap().password_too_short);
}

#[test]
fn links_do_not_go_round_it() {
    let world = World::new();
    let (secret, _) = set_up(&world, &world.owner());
    let create = shared::recovery::api::Create { org: org(), login: "olivia".into() };
    world.stranger().send(&create).unwrap();
    let token = super::newcomers::last_secret(&world);
    let new_password = "grey boats of Namur".to_owned();
    let complete = shared::recovery::api::Complete { org: org(), token, new_password: new_password.clone() };
    world.stranger().send(&complete).unwrap();
    let browser = world.stranger();
    assert_eq!(browser.sign_in("olivia", &new_password).unwrap().second_step, SecondStep::CodeRequired);
    confirm(&browser, &next_code(&world, &secret)).unwrap();

    let version = browser.send(&ViewPolicy { org: org() }).unwrap().version;
    browser.send(&UpdatePolicy { org: org(), version, policy: everyone() }).unwrap();
    let email = "vera@carrier.example".into();
    browser.send(&shared::invitations::api::Create { org: org(), email, site: None, group: None }).unwrap();
    let mut accept = shared::invitations::api::Accept::samples().remove(0);
    (accept.org, accept.token) = (org(), super::newcomers::last_secret(&world));
    let hers = world.stranger();
    assert_eq!(hers.send(&accept).unwrap().second_step, SecondStep::SetUpRequired);
    set_up(&world, &hers);
    let version = hers.me().unwrap().version;
    let profile = shared::profile::Profile { given_name: "V".into(), family_name: "P".into(), ..Default::default() };
    hers.send(&profile::Update { org: org(), version, profile }).unwrap();
}

#[test]
fn no_secret_of_it_is_in_a_record_or_an_answer_afterwards() {
    let world = World::new();
    let owner = world.owner();
    let begun = owner.send_with_key(&Begin { org: org(), code: None, password: None }, Some("a")).unwrap();
    let shown = begun.secret.unwrap();
    let secret = shown.typed.replace(' ', "");
    let first = crate::two_step::code(&secret, world.now());
    let set_up = SetUp { org: org(), code: first.clone() };
    let codes = owner.send_with_key(&set_up, Some("b")).unwrap().codes.unwrap();
    let browser = world.owner();
    let second = next_code(&world, &secret);
    confirm(&browser, &second).unwrap();
    confirm(&world.owner(), &codes[0]).unwrap();
    let mut contents = world.contents();
    let kept = world.rows("SELECT secret FROM authenticators");
    assert_eq!(kept[0].get::<String>(0).unwrap(), secret);
    assert_eq!(contents.matches(&secret).count(), 1, "the secret is where codes are checked and nowhere else");
    let records: Vec<String> = world.rows("SELECT line FROM audit").iter().map(|row| row.get(0).unwrap()).collect();
    contents.push_str(&records.join("\n"));
    let plain = codes.iter().map(|code| code.replace('-', ""));
    let secrets = codes.iter().cloned().chain(plain).chain([shown.typed, shown.uri, shown.qr.path]);
    for hidden in secrets {
        assert!(!contents.contains(&hidden), "{hidden}");
    }
    let records = records.join("\n");
    for hidden in [format!("\"{first}\""), format!("\"{second}\""), text::digest(&codes[0].replace('-', ""))] {
        assert!(!records.contains(&hidden), "{hidden}");
    }
    let all = world.rows("SELECT effect FROM audit ORDER BY seq");
    let all: BTreeSet<String> = all.iter().map(|row| row.get(0).unwrap()).collect();
    for kind in ["two_step_set_up", "recovery_codes_made", "code_confirmed"] {
        assert!(all.contains(kind), "{kind}");
    }
}

#[test]
fn services_and_directories_are_not_asked_for_codes() {
    let world = World::new();
    let owner = world.owner();
    let token = owner.send(&shared::credentials::api::Create::new(org(), "Portal")).unwrap().token.unwrap();
    let user = owner.me().unwrap().access.user;
    let held = shared::checks::api::Held { org: org(), user };
    require(&world, everyone());
    assert_eq!(second_step(&owner), SecondStep::SetUpRequired);
    super::credentials::serve(&world, &token, &held).unwrap();
}

#[test]
fn whoever_it_concerns_is_told_by_mail() {
    let world = World::new();
    let (anna, hers) = world.appoint("anna", vec![world.grant("users", Scope::Organization)]);
    world.mails();
    let subjects = || world.mails().into_iter().map(|mail| (mail.to, mail.subject)).collect::<Vec<_>>();
    let told =
        |text: &str| vec![("anna@carrier.example".to_owned(), format!("Tweestapsverificatie bij Noordzee is {text}"))];
    let (_, codes) = set_up(&world, &hers);
    assert_eq!(subjects(), told("ingesteld"));
    hers.send(&Remove { org: org(), code: codes[0].clone() }).unwrap();
    assert_eq!(subjects(), told("uitgeschakeld"));
    set_up(&world, &hers);
    assert_eq!(subjects(), told("ingesteld"));
    world.owner().send(&Reset { org: org(), user: anna }).unwrap();
    assert_eq!(subjects(), told("uitgeschakeld"));
}
