//! From where pages may ask, and as what mails come.

use super::*;
use shared::{
    authority::permission::USERS_VIEW,
    checks::{At, Check, api as checks},
    credentials::api as credentials,
    ids::UserId,
    integrations::{
        IntegrationSettings, Integrations, MailSender, ORIGINS_MAX,
        api::{Update, View},
    },
    wire,
};

const PORTAL: &str = "https://portal.example";

fn decide(browser: &Browser<'_>, settings: IntegrationSettings) -> Result<Integrations, Problem> {
    let version = browser.send(&View { org: org() })?.version;
    browser.send(&Update { org: org(), version, settings })
}

fn origins(origins: &[&str]) -> IntegrationSettings {
    IntegrationSettings { origins: origins.iter().map(|it| (*it).to_owned()).collect(), ..Default::default() }
}

fn sender(name: &str, reply_to: &str) -> IntegrationSettings {
    let mail_sender = MailSender { name: name.into(), reply_to: reply_to.into() };
    IntegrationSettings { mail_sender, ..Default::default() }
}

/// What a page at this origin sends with a token.
fn from_page<E: Endpoint>(origin: &str, token: Option<&str>, request: &E) -> Incoming {
    let wire = wire::encode(request);
    Incoming {
        method: wire.method.into(),
        path: wire.path_and_query,
        body: wire.body.unwrap_or_default(),
        origin: Some(origin.into()),
        bearer: token.map(str::to_owned),
        ..Incoming::default()
    }
}

fn check() -> checks::Create {
    let check = Check { user: UserId::from_u128(1), permission: USERS_VIEW, at: At::Organization };
    checks::Create { org: org(), check }
}

#[test]
fn origins_are_kept_as_browsers_write_them() {
    let world = World::new();
    let owner = world.owner();
    assert!(owner.send(&View { org: org() }).unwrap().settings.origins.is_empty(), "nobody may ask by default");
    let typed = origins(&[" HTTPS://Portal.Example/ ", PORTAL, "https://portal.example:8443"]);
    let kept = decide(&owner, typed).unwrap();
    assert_eq!((kept.version, kept.settings.origins), (2, vec![PORTAL.into(), format!("{PORTAL}:8443")]));
    for (wrong, code) in [
        ("*", "not_an_origin"),
        ("null", "not_an_origin"),
        ("https://*.portal.example", "not_an_origin"),
        ("https://portal.example/app", "not_an_origin"),
        ("http://portal.example", "not_an_origin"),
        ("https://localhost:3000", "address_not_public"),
        ("https://olivia@portal.example", "address_with_credentials"),
    ] {
        let refused = decide(&owner, origins(&[PORTAL, wrong])).unwrap_err();
        let error = &refused.errors[0];
        assert_eq!(
            (error.field.as_str(), error.code.as_str(), error.args["origin"].as_str()),
            ("settings.origins", code, wrong)
        );
    }
    let many: Vec<String> = (0..=ORIGINS_MAX).map(|number| format!("https://a{number}.example")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(errors(decide(&owner, origins(&many))), ["settings.origins too_many"]);
    let stale = Update { org: org(), version: 1, settings: origins(&[]) };
    assert_eq!(code(owner.send(&stale)), Code::ChangedMeanwhile);
}

#[test]
fn a_page_of_an_allowed_origin_may_ask_what_services_ask_and_nothing_else() {
    let world = World::new();
    let owner = world.owner();
    decide(&owner, origins(&[PORTAL])).unwrap();
    let token = owner.send(&credentials::Create::new(org(), "Portal")).unwrap().token.unwrap();
    let asked = |incoming: Incoming| world.stranger().exchange(incoming);
    let allowed = |incoming: Incoming| asked(incoming).cross_origin.map(|it| (it.origin, it.methods.join(" ")));
    let yes = Some((PORTAL.to_owned(), "POST".to_owned()));

    assert_eq!(allowed(from_page(PORTAL, Some(&token), &check())), yes);
    assert_eq!(allowed(from_page(PORTAL, Some("bwk_wrong"), &check())), yes, "it may read why it is refused");
    let first = |request: Incoming| Incoming { method: "OPTIONS".into(), bearer: None, body: String::new(), ..request };
    let before = asked(first(from_page(PORTAL, None, &check())));
    assert_eq!((before.status, before.body.as_str()), (204, ""));
    assert_eq!(before.cross_origin.map(|it| it.origin), Some(PORTAL.into()));

    let asleep = world.copy();
    assert_eq!(asleep.stranger().exchange(first(from_page(PORTAL, None, &check()))).status, 204, "also what wakes it");

    for other in ["https://elsewhere.example", "http://portal.example", "https://portal.example:8443", "null", "*", ""]
    {
        assert_eq!(allowed(from_page(other, Some(&token), &check())), None, "{other}");
        let refused = asked(first(from_page(other, None, &check())));
        assert_eq!((refused.status, refused.cross_origin), (405, None), "{other}");
    }
    assert_eq!(allowed(from_page(PORTAL, None, &check())), None, "without a token it is nobody's service");
    let users = shared::users::api::List::first(org());
    for elsewhere in [from_page(PORTAL, Some(&token), &users), first(from_page(PORTAL, None, &users))] {
        assert_eq!(allowed(elsewhere), None);
    }
    let database = world.database(org().as_str());
    crate::sql::Sql::query(&*database, "UPDATE organization SET suspended_at = 1", &[]).unwrap();
    assert_eq!(allowed(from_page(PORTAL, Some(&token), &check())), None, "a suspended organization lets nobody ask");
}

#[test]
fn mails_come_under_the_chosen_name_and_are_answered_where_it_says() {
    let world = World::new();
    let owner = world.owner();
    let mail_to = |name: &str| {
        let password = TemporaryPassword::Mailed;
        owner.send(&shared::users::api::Create { password, ..new_user(name, None) }).unwrap();
        let mail = world.mails().remove(0);
        // Nobody is told that answers are not read where they are.
        assert_eq!(mail.text.contains("Antwoorden worden niet gelezen"), mail.reply_to.is_none(), "{}", mail.text);
        (mail.from_name, mail.reply_to)
    };
    assert_eq!(mail_to("anna"), ("Noordzee".into(), None));
    decide(&owner, sender(" Service desk ", " desk@noordzee.example ")).unwrap();
    assert_eq!(mail_to("bert"), ("Service desk".into(), Some("desk@noordzee.example".into())));
    for (wrong, field) in [
        (sender("ceo@bank.example", ""), "settings.mail_sender.name address_in_name"),
        (sender("A\r\nBcc: everybody@bank.example", ""), "settings.mail_sender.name unprintable"),
        (sender(&"x".repeat(101), ""), "settings.mail_sender.name too_long"),
        (sender("", "nobody"), "settings.mail_sender.reply_to email"),
        (sender("", "é@bank.example"), "settings.mail_sender.reply_to email"),
        (sender("", "a@b.example\r\nBcc: c@d.example"), "settings.mail_sender.reply_to unprintable"),
    ] {
        assert!(errors(decide(&owner, wrong)).contains(&field.to_owned()), "{field}");
    }
}

#[test]
fn what_is_decided_is_recorded_and_undone() {
    let world = World::new();
    let owner = world.owner();
    decide(&owner, origins(&[PORTAL])).unwrap();
    let seq = world.last_record();
    let undo = shared::audit::api::Undo { org: org(), seq: shared::audit::Seq(u64::try_from(seq).unwrap()) };
    owner.send(&undo).unwrap();
    assert_eq!(world.recorded_after(seq), ["integrations_updated"]);
    assert!(owner.send(&View { org: org() }).unwrap().settings.origins.is_empty());
    assert_eq!(code(owner.send(&undo)), Code::ChangedMeanwhile);
}

#[test]
fn only_whoever_looks_after_integrations_sees_and_decides() {
    let world = World::new();
    let (_, erik) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    assert_eq!(code(erik.send(&View { org: org() })), Code::Forbidden);
    let update = Update { org: org(), version: 1, settings: origins(&[PORTAL]) };
    assert_eq!(code(erik.send(&update)), Code::Forbidden);
    let (_, iris) = world.appoint("iris", vec![world.grant("integrations", Scope::Organization)]);
    assert_eq!(iris.send(&update).unwrap().version, 2);
}
