//! How people get in: the first sign-in, a forgotten password, an invitation (CRES-10, 13, 14, 17, 19).

use super::*;
use crate::{effects::outbox::Outcome, mail::Message};
use shared::{
    groups::api as groups,
    ids::{GroupId, SiteId, UserId},
    invitations::{
        LISTED, NewPerson,
        api::{Accept, Create as Invite, Delete as Revoke, List as Invitations, Open, Resend},
    },
    organizations::{Language, api as organizations},
    password::Policy,
    profile::Preferences,
    recovery::api::{Complete, Create as Recover},
    session::api::SetUpAccount,
    time::Span,
    users::{Person, api as users},
};

const NEW: &str = "grey boats of Namur";

/// The secret in the link of a mail: the fragment of its address.
fn secret(message: &Message) -> String {
    let link = message.text.split_whitespace().find(|word| word.contains('#')).unwrap();
    link.split_once('#').unwrap().1.to_owned()
}

/// The secret of the last link that is on its way.
pub(super) fn last_secret(world: &World) -> String {
    let mails = std::iter::repeat_with(|| world.mails()).take_while(|mails| !mails.is_empty());
    let links = mails.flatten().filter(|mail| mail.text.contains('#'));
    secret(&links.last().unwrap())
}

fn recover(login: &str) -> Recover {
    Recover { org: org(), login: login.into() }
}

fn complete(token: &str, password: &str) -> Complete {
    Complete { org: org(), token: token.into(), new_password: password.into() }
}

fn invite(email: &str, group: Option<&GroupId>) -> Invite {
    Invite { org: org(), email: email.into(), site: None, group: group.cloned() }
}

fn accept(token: &str, name: &str) -> Accept {
    Accept {
        org: org(),
        token: token.into(),
        person: NewPerson { user_name: name.into(), given_name: name.into(), family_name: "Claes".into() },
        password: PASSWORD.into(),
        preferences: Preferences { language: Some(Language::French), time_zone: None, notices_by_mail: false },
    }
}

/// A user with a temporary password, which is also given.
fn newcomer(world: &World, name: &str) -> (UserId, String) {
    let made = world.owner().send(&new_user(name, None)).unwrap();
    (made.id, made.temporary_password.unwrap())
}

fn built_in(world: &World) -> GroupId {
    let groups = world.owner().send(&groups::List::first(org())).unwrap();
    groups.items.into_iter().find(|group| group.built_in).unwrap().id
}

#[test]
fn the_first_sign_in_sets_password_and_preferences_in_one_step_and_ends_the_temporary_password() {
    let world = World::new();
    let (_, temporary) = newcomer(&world, "anna");
    let hers = world.stranger();
    assert!(hers.sign_in("anna", &temporary).unwrap().password_change_required);
    let account = |current: &str, new: &str, zone: &str| SetUpAccount {
        org: org(),
        current_password: current.into(),
        new_password: new.into(),
        preferences: Preferences {
            language: Some(Language::Dutch),
            time_zone: Some(zone.into()),
            notices_by_mail: false,
        },
    };
    assert_eq!(errors(hers.send(&account(&temporary, NEW, "Mars; Olympus"))), ["preferences.time_zone time_zone"]);
    assert_eq!(errors(hers.send(&account(&temporary, "too short", "UTC"))), ["new_password password_short"]);
    assert_eq!(errors(hers.send(&account(&temporary, &temporary, "UTC"))), ["new_password password_same"]);
    assert_eq!(hers.me().unwrap().language, None, "something was written");
    let session = hers.send(&account(&temporary, NEW, "Europe/Brussels")).unwrap();
    assert!(!session.password_change_required);
    assert_eq!(session.language, Some(Language::Dutch));
    assert_eq!((session.time_zone.as_deref(), session.notices_by_mail), (Some("Europe/Brussels"), false));
    assert_eq!(code(world.stranger().sign_in("anna", &temporary)), Code::SignInRefused);
    assert!(!world.stranger().sign_in("anna", NEW).unwrap().password_change_required);
}

#[test]
fn a_typed_password_expires_as_the_policy_says_or_at_the_latest_after_two_weeks() {
    let world = World::new();
    let owner = world.owner();
    let seen = owner.send(&organizations::ViewSettings { org: org() }).unwrap();
    let policy = Policy { administrators_type_passwords: true, temporary_hours: 24, ..Policy::default() };
    let settings = shared::organizations::Settings { password_policy: policy, ..seen.settings };
    owner.send(&organizations::UpdateSettings { org: org(), version: seen.version, settings }).unwrap();
    for (name, enforce_expiry, days) in [("anna", true, 1), ("bart", false, 14)] {
        let password = TemporaryPassword::Typed { password: NEW.into(), enforce_expiry };
        world.owner().send(&users::Create { password, ..new_user(name, None) }).unwrap();
        let start = world.now();
        world.wait(Span(Span::days(days).0 - Span::minutes(1).0));
        assert!(world.stranger().sign_in(name, NEW).unwrap().password_change_required);
        world.wait(Span::minutes(2));
        assert_eq!(code(world.stranger().sign_in(name, NEW)), Code::SignInRefused, "{name} since {start:?}");
    }
}

#[test]
fn a_forgotten_password_is_replaced_by_a_link_that_works_once_and_ends_all_sessions() {
    let world = World::new();
    let (_, hers) = world.appoint("anna", vec![world.grant("users", Scope::Organization)]);
    world.mails();
    world.stranger().send(&recover("  ANNA@carrier.example ")).unwrap();
    let [message] = &world.mails()[..] else { panic!("one mail") };
    assert_eq!(message.to, "anna@carrier.example");
    let token = secret(message);
    assert!(message.text.contains(&format!("/o/carrier/recovery#{token}")));
    for table in ["recoveries", "mails", "audit", "recovery_requests"] {
        let rows = format!("{:?}", world.rows(&format!("SELECT * FROM {table}")));
        assert!(!rows.contains(&token), "the secret is in {table}");
    }
    assert_eq!(errors(world.stranger().send(&complete(&token, "short"))), ["new_password password_short"]);
    assert_eq!(code(world.stranger().send(&complete("other", NEW))), Code::LinkRefused);
    world.stranger().send(&complete(&token, NEW)).unwrap();
    assert_eq!(code(hers.me()), Code::SessionRequired);
    assert_eq!(code(world.stranger().send(&complete(&token, PASSWORD))), Code::LinkRefused);
    assert_eq!(code(world.stranger().sign_in("anna", PASSWORD)), Code::SignInRefused);
    assert!(!world.stranger().sign_in("anna", NEW).unwrap().password_change_required);
    let [message] = &world.mails()[..] else { panic!("one mail") };
    assert!(message.subject.contains("wachtwoord"), "the owner of the account is told: {}", message.subject);
}

#[test]
fn asking_for_a_link_answers_and_writes_the_same_for_everybody() {
    let world = World::new();
    let (anna, _) = newcomer(&world, "anna");
    newcomer(&world, "erik");
    world.owner().send(&users::Disable { org: org(), user: anna }).unwrap();
    world.mails();
    let written = |login: &str| {
        let before = (world.last_record(), world.rows("SELECT 1 FROM guesses").len());
        let answer = world.stranger().send(&recover(login));
        let asked = world.rows("SELECT 1 FROM recovery_requests").len();
        let after = (world.last_record(), world.rows("SELECT 1 FROM guesses").len());
        let mails = world.mails().len();
        ((answer, asked, after.0 - before.0, after.1 - before.1), mails)
    };
    let (known, mails) = written("erik");
    assert_eq!(mails, 1);
    for login in ["anna", "nobody", "nobody@elsewhere.example"] {
        assert_eq!(written(login), (known.clone(), 0), "{login}");
    }
}

#[test]
fn links_are_asked_for_in_growing_delays_by_what_is_typed_and_made_at_most_every_five_minutes() {
    let world = World::new();
    newcomer(&world, "erik");
    for login in ["erik", "nobody"] {
        let stranger = world.stranger();
        for _ in 0..4 {
            stranger.send(&recover(login)).unwrap();
        }
        let refused = stranger.send(&recover(login)).unwrap_err();
        assert_eq!((refused.code, refused.status), (Code::TooManyLinks, 429));
        assert_eq!(refused.args["retry_after"], "60");
    }
    // Nor by the other login at the same time.
    world.stranger().send(&recover("ERIK@carrier.example")).unwrap();
    assert_eq!(world.mails().len(), 1);
    // By the other login there is no second link either, until some time has passed.
    world.stranger().send(&recover("erik@carrier.example")).unwrap();
    assert!(world.mails().is_empty());
    world.wait(Span::minutes(6));
    world.stranger().send(&recover("erik@carrier.example")).unwrap();
    assert_eq!(world.mails().len(), 1);
}

#[test]
fn a_link_dies_with_its_hour_with_a_new_password_and_with_the_account() {
    let world = World::new();
    let (erik, _) = newcomer(&world, "erik");
    let link = || {
        world.wait(Span::hours(2));
        world.stranger().send(&recover("erik")).unwrap();
        last_secret(&world)
    };
    let late = link();
    world.wait(Span::minutes(60));
    assert_eq!(code(world.stranger().send(&complete(&late, NEW))), Code::LinkRefused);
    let reset = link();
    let password = TemporaryPassword::Generated;
    world.owner().send(&users::ResetPassword { org: org(), user: erik.clone(), password }).unwrap();
    assert_eq!(code(world.stranger().send(&complete(&reset, NEW))), Code::LinkRefused);
    world.mails();
    let disabled = link();
    world.owner().send(&users::Disable { org: org(), user: erik.clone() }).unwrap();
    world.owner().send(&users::Enable { org: org(), user: erik }).unwrap();
    assert_eq!(code(world.stranger().send(&complete(&disabled, NEW))), Code::LinkRefused);
}

#[test]
fn a_link_dies_with_the_address_to_which_it_went_and_with_nothing_else_that_changes() {
    let world = World::new();
    let (erik, _) = newcomer(&world, "erik");
    let owner = world.owner();
    let change = |change: fn(&mut Person)| {
        let read = owner.send(&users::View { org: org(), user: erik.clone() }).unwrap();
        let (mut person, version, site) = (read.person, read.version, read.site);
        change(&mut person);
        let (user, status, new_password) = (read.id, None, None);
        owner.send(&users::Update { org: org(), user, version, person, site, status, new_password }).unwrap();
    };
    world.stranger().send(&recover("erik")).unwrap();
    let link = last_secret(&world);
    change(|person| person.description = "At the quay".into());
    assert_eq!(errors(world.stranger().send(&complete(&link, "short"))), ["new_password password_short"]);
    change(|person| person.email = "erik@elsewhere.example".into());
    assert_eq!(code(world.stranger().send(&complete(&link, NEW))), Code::LinkRefused);
}

#[test]
fn without_mails_nobody_is_promised_a_link() {
    let world = World::new();
    world.mails.set(false);
    for login in ["olivia", "nobody"] {
        assert_eq!(errors(world.stranger().send(&recover(login))), ["login mails_not_available"]);
    }
    assert_eq!(errors(world.owner().send(&invite("vera@carrier.example", None))), ["email mails_not_available"]);
}

#[test]
fn somebody_invited_becomes_a_user_and_joins_the_group_by_himself() {
    let world = World::new();
    let group = built_in(&world);
    let invitation = world.owner().send(&invite(" Vera@Carrier.example ", Some(&group))).unwrap();
    assert_eq!(
        (invitation.email.as_str(), invitation.group.map(|it| it.id)),
        ("Vera@Carrier.example", Some(group.clone()))
    );
    let [message] = &world.mails()[..] else { panic!("one mail") };
    assert_eq!(message.to, "Vera@Carrier.example");
    assert!(message.subject.contains("olivia Peeters"), "{}", message.subject);
    let token = secret(message);
    for table in ["invitations", "mails", "audit"] {
        let rows = format!("{:?}", world.rows(&format!("SELECT * FROM {table}")));
        assert!(!rows.contains(&token), "the secret is in {table}");
    }
    let hers = world.stranger();
    let welcome = hers.send(&Open { org: org(), token: token.clone() }).unwrap();
    assert_eq!((welcome.email.as_str(), welcome.is_user), ("Vera@Carrier.example", false));
    assert_eq!(errors(hers.send(&accept(&token, "olivia"))), ["person.user_name taken"]);
    let weak = Accept { password: "short".into(), ..accept(&token, "vera") };
    assert_eq!(errors(hers.send(&weak)), ["password password_short"]);
    let session = hers.send(&accept(&token, "vera")).unwrap();
    assert_eq!((session.language, session.notices_by_mail), (Some(Language::French), false));
    assert!(!session.password_change_required && !session.access.grants.is_empty());
    assert_eq!(hers.me().unwrap().person.email, "Vera@Carrier.example");
    assert_eq!(code(world.stranger().send(&accept(&token, "vera2"))), Code::LinkRefused);
    assert_eq!(world.owner().send(&Invitations { org: org() }).unwrap(), []);
    assert!(!world.stranger().sign_in("vera@carrier.example", PASSWORD).unwrap().password_change_required);
}

#[test]
fn a_link_that_is_sent_again_revoked_or_a_week_old_works_no_more() {
    let world = World::new();
    let owner = world.owner();
    let invitation = owner.send(&invite("vera@carrier.example", None)).unwrap().id;
    assert_eq!(errors(owner.send(&invite("VERA@carrier.example", None))), ["email already_invited"]);
    let first = last_secret(&world);
    owner.send(&Resend { org: org(), invitation: invitation.clone() }).unwrap();
    let second = last_secret(&world);
    let open = |token: &str| world.stranger().send(&Open { org: org(), token: token.into() });
    assert_eq!(code(open(&first)), Code::LinkRefused);
    assert!(open(&second).is_ok());
    world.wait(Span::days(7));
    let owner = world.owner();
    assert_eq!(code(open(&second)), Code::LinkRefused);
    assert_eq!(owner.send(&Invitations { org: org() }).unwrap().len(), 1, "one can be sent again");
    owner.send(&Resend { org: org(), invitation: invitation.clone() }).unwrap();
    owner.send(&Revoke { org: org(), invitation: invitation.clone() }).unwrap();
    assert!(world.mails().is_empty(), "an invitation that was taken back is not sent");
    assert_eq!(code(owner.send(&Resend { org: org(), invitation })), Code::NotFound);
}

#[test]
fn an_invitation_that_nobody_has_cared_for_in_a_month_is_forgotten() {
    let world = World::new();
    let sent_for = |email: &str| world.owner().send(&invite(email, None)).unwrap();
    sent_for("vera@carrier.example");
    for days in [30, 8] {
        world.wait(Span::days(days));
        sent_for(&format!("after{days}@carrier.example"));
    }
    let listed = world.owner().send(&Invitations { org: org() }).unwrap();
    let emails: Vec<&str> = listed.iter().map(|invitation| invitation.email.as_str()).collect();
    assert_eq!(emails, ["after8@carrier.example", "after30@carrier.example"]);
}

#[test]
fn nobodys_mailbox_is_flooded_with_invitations() {
    let world = World::new();
    let owner = world.owner();
    for round in 0..4 {
        let sent = owner.send(&invite("vera@carrier.example", None)).unwrap().id;
        assert_eq!(world.mails().len(), 1, "{round}");
        owner.send(&Revoke { org: org(), invitation: sent }).unwrap();
    }
    let refused = owner.send(&invite("VERA@carrier.example", None)).unwrap_err();
    assert_eq!((refused.code, refused.args["retry_after"].as_str()), (Code::TooManyLinks, "60"));
    assert!(owner.send(&invite("zoe@carrier.example", None)).is_ok(), "somebody else is");
    world.wait(Span::seconds(61));
    let again = owner.send(&invite("vera@carrier.example", None)).unwrap().id;
    let refused = owner.send(&Resend { org: org(), invitation: again }).unwrap_err();
    assert_eq!(refused.code, Code::TooManyLinks);
}

#[test]
fn a_link_that_was_followed_by_another_is_not_sent_any_more() {
    let world = World::new();
    let owner = world.owner();
    newcomer(&world, "erik");
    let invitation = owner.send(&invite("vera@carrier.example", None)).unwrap().id;
    owner.send(&Resend { org: org(), invitation }).unwrap();
    assert_eq!(world.mails().len(), 1);
    world.stranger().send(&recover("erik")).unwrap();
    // Nothing could be sent for an hour.
    assert!(world.deliver(Outcome::Later).len() == 1);
    world.wait(Span::minutes(61));
    assert!(world.mails().is_empty(), "a link that works no more");
}

#[test]
fn an_address_that_could_be_taken_for_anothers_is_not_invited_nor_let_in() {
    let world = World::new();
    let owner = world.owner();
    owner.send(&invite("vеra@carrier.example", None)).unwrap();
    let token = last_secret(&world);
    world.user("vera", None);
    assert_eq!(code(world.stranger().send(&accept(&token, "another"))), Code::LinkRefused);
    world.user("arno", None);
    let before = world.last_record();
    assert_eq!(errors(owner.send(&invite("аrno@carrier.example", None))), ["email look_alike"]);
    assert!(world.recorded_after(before).is_empty() && world.mails().is_empty());
}

#[test]
fn many_invitations_elsewhere_hide_none_of_those_that_one_looks_after() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (_, lim) = world.appoint_at("lim", &gent);
    let at = |site: &SiteId, email: &str| Invite { site: Some(site.clone()), ..invite(email, None) };
    let first = lim.send(&at(&gent, "vera@carrier.example")).unwrap().id;
    world.wait(Span::seconds(1));
    for number in 0..=LISTED {
        world.owner().send(&at(&namur, &format!("n{number}@carrier.example"))).unwrap();
    }
    let listed = lim.send(&Invitations { org: org() }).unwrap();
    assert_eq!(listed.into_iter().map(|invitation| invitation.id).collect::<Vec<_>>(), [first]);
}

#[test]
fn an_invitation_gives_no_more_than_its_sender_could_give_when_it_is_sent_and_when_it_is_accepted() {
    let world = World::new();
    let group = built_in(&world);
    let roles = vec![world.grant("users", Scope::Organization), world.grant("groups", Scope::Organization)];
    let (_, lim) = world.appoint("lim", roles);
    assert_eq!(code(lim.send(&invite("vera@carrier.example", Some(&group)))), Code::ExceedsOwnAuthority);
    let (erik, his) = world.appoint("erik", vec![world.grant("account_administrators", Scope::Organization)]);
    for name in ["vera", "wim"] {
        his.send(&invite(&format!("{name}@carrier.example"), Some(&group))).unwrap();
    }
    let tokens: Vec<String> = world.mails().iter().filter(|mail| mail.text.contains('#')).map(secret).collect();
    // What he has lost meanwhile, his guests do not get.
    let only_users = world.grant("users", Scope::Organization);
    let seen = world.owner().send(&shared::administrators::api::View { org: org(), user: erik.clone() }).unwrap();
    let update = shared::administrators::api::Update {
        org: org(),
        user: erik.clone(),
        version: seen.user.version,
        person: seen.user.person,
        site: None,
        grants: vec![only_users],
    };
    world.owner().send(&update).unwrap();
    let session = world.stranger().send(&accept(&tokens[0], "vera")).unwrap();
    assert_eq!(session.access.grants, []);
    world.owner().send(&shared::administrators::api::Disable { org: org(), user: erik }).unwrap();
    assert_eq!(code(world.stranger().send(&accept(&tokens[1], "wim"))), Code::LinkRefused);
}

#[test]
fn that_somebody_is_a_user_already_is_told_to_him_and_to_those_who_may_meet_him() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    world.user("bart", Some(&namur));
    let (_, lim) = world.appoint_at("lim", &gent);
    world.mails();
    let at_gent = |email: &str| Invite { site: Some(gent.clone()), ..invite(email, None) };
    assert_eq!(errors(world.owner().send(&invite("BART@carrier.example", None))), ["email already_user"]);
    let seen = lim.send(&at_gent("bart@carrier.example")).unwrap();
    let unseen = lim.send(&at_gent("vera@carrier.example")).unwrap();
    assert_eq!((seen.site, seen.expires_at), (unseen.site, unseen.expires_at));
    assert_eq!(lim.send(&Invitations { org: org() }).unwrap().len(), 2);
    let mails = world.mails();
    let to_bart = mails.iter().find(|mail| mail.to == "bart@carrier.example").unwrap();
    assert!(!to_bart.text.contains('#') && to_bart.text.contains("/o/carrier/sign-in"), "{}", to_bart.text);
    // Where he may not add users, there is no invitation to see, to send or to take back.
    let elsewhere = world.owner().send(&invite("zoe@carrier.example", None)).unwrap().id;
    assert_eq!(lim.send(&Invitations { org: org() }).unwrap().len(), 2);
    assert_eq!(code(lim.send(&Resend { org: org(), invitation: elsewhere.clone() })), Code::NotFound);
    assert_eq!(code(lim.send(&Revoke { org: org(), invitation: elsewhere })), Code::NotFound);
    assert_eq!(code(lim.send(&invite("zoe@carrier.example", None))), Code::Forbidden);
}

#[test]
fn whoever_became_a_user_otherwise_is_told_so_by_his_invitation() {
    let world = World::new();
    world.owner().send(&invite("vera@carrier.example", None)).unwrap();
    let token = last_secret(&world);
    world.user("vera", None);
    assert!(world.stranger().send(&Open { org: org(), token: token.clone() }).unwrap().is_user);
    assert_eq!(errors(world.stranger().send(&accept(&token, "vera2"))), ["person.email taken"]);
}

#[test]
fn whoever_wants_no_notices_by_mail_gets_none_and_hears_of_his_account_all_the_same() {
    let world = World::new();
    let (_, temporary) = newcomer(&world, "anna");
    let hers = world.stranger();
    hers.sign_in("anna", &temporary).unwrap();
    let preferences = Preferences { notices_by_mail: false, ..Preferences::default() };
    let account = SetUpAccount { org: org(), current_password: temporary, new_password: NEW.into(), preferences };
    hers.send(&account).unwrap();
    assert_eq!(world.mails().len(), 1, "that her password was changed");
    newcomer(&world, "erik");
    let mut notice = shared::notices::api::Create::samples().remove(0);
    (notice.org, notice.details.scope, notice.details.by_mail) = (org(), Scope::Organization, true);
    world.owner().send(&notice).unwrap();
    let to: Vec<String> = world.mails().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, ["erik@carrier.example"]);
}
