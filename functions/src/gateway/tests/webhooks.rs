//! Webhooks: who hears what, how it is signed, tried again and given up.

use super::*;
use crate::{effects::deliveries::Attempt, sql::Sql, webhooks::Message};
use serde_json::Value as Json;
use shared::{
    authority::permission::INTEGRATIONS_VIEW,
    grants::api as grants,
    ids::{UserId, WebhookId},
    webhooks::{
        About, Delivery, DeliveryStatus, FAILING_HOURS, FAILURES_MAX, Family, OffReason, WEBHOOKS_MAX, Webhook,
        WebhookDetails,
        api::{Create, Delete, Deliveries, List, Made, Resend, Rotate, Test, Update, View},
    },
};

fn details(families: &[Family]) -> WebhookDetails {
    let families = families.iter().copied().collect();
    WebhookDetails { name: " Directory ".into(), url: "https://hooks.example/in".into(), families, enabled: true }
}

fn make(browser: &Browser<'_>, families: &[Family]) -> (WebhookId, String) {
    let Made { webhook, secret } = browser.send(&Create { org: org(), details: details(families) }).unwrap();
    (webhook.id, secret.unwrap())
}

fn view(world: &World, webhook: &WebhookId) -> Webhook {
    world.owner().send(&View { org: org(), webhook: webhook.clone() }).unwrap()
}

fn log(world: &World, webhook: &WebhookId) -> Vec<Delivery> {
    world.owner().send(&Deliveries { org: org(), webhook: webhook.clone() }).unwrap()
}

/// What is told now, as its kinds.
fn told(world: &World) -> Vec<String> {
    kinds(&world.post(|_| Attempt::Answered(204)))
}

fn kinds(messages: &[Message]) -> Vec<String> {
    messages.iter().map(|message| body(message)["type"].as_str().unwrap().to_owned()).collect()
}

fn body(message: &Message) -> Json {
    serde_json::from_str(&message.body).unwrap()
}

fn header<'m>(message: &'m Message, name: &str) -> &'m str {
    &message.headers.iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn a_webhook_hears_of_its_families_what_the_audit_record_says() {
    let world = World::new();
    let owner = world.owner();
    let (webhook, _) = make(&owner, &[Family::Users]);
    let anna = owner.send(&new_user("anna", None)).unwrap().id;
    world.site("Gent");
    let posted = world.post(|_| Attempt::Answered(200));
    assert_eq!(kinds(&posted), ["user_created"]);
    let (message, said) = (&posted[0], body(&posted[0]));
    assert_eq!(
        (message.url.as_str(), header(message, "content-type")),
        ("https://hooks.example/in", "application/json")
    );
    let line = world.rows("SELECT line FROM audit WHERE effect = 'user_created' ORDER BY seq DESC LIMIT 1");
    let record: Json = line[0].json(0).unwrap();
    for part in ["seq", "at", "actor", "surface", "endpoint", "request_id", "effect"] {
        assert_eq!(said["data"][part], record[part], "{part}");
    }
    assert_eq!(said["data"]["organization"], org().as_str());
    assert_eq!(said["data"]["effect"]["user"], anna.as_str());
    assert_eq!(said["data"].as_object().unwrap().len(), 8, "and nothing else: {said}");
    assert_eq!(said["timestamp"], "2026-09-21T14:13:20.000Z");
    let logged = log(&world, &webhook).remove(0);
    assert_eq!((logged.status, logged.attempts, logged.response), (DeliveryStatus::Delivered, 1, Some(200)));
    let seq = record["seq"].as_u64().unwrap();
    assert_eq!(logged.about, About::Record { effect: "user_created".into(), seq });
    assert_eq!((logged.id.as_str(), logged.next_at), (header(message, "webhook-id"), None));
    assert!(told(&world).is_empty(), "once is enough");
}

#[test]
fn what_is_refused_tells_nothing_and_what_fails_leaves_no_delivery() {
    let world = World::new();
    let owner = world.owner();
    make(&owner, &[Family::Users, Family::Grants]);
    owner.send(&new_user("anna", None)).unwrap();
    told(&world);
    assert!(owner.send(&new_user("anna", None)).is_err());
    let me = owner.me().unwrap().access.user;
    assert!(owner.send(&shared::users::api::Disable { org: org(), user: me }).is_err());
    assert!(told(&world).is_empty());
}

#[test]
fn a_secret_is_shown_once_recorded_nowhere_and_replaced_with_overlap() {
    let world = World::new();
    let owner = world.owner();
    let create = Create { org: org(), details: details(&[Family::Sites]) };
    let made = owner.send_with_key(&create, Some("key-0001")).unwrap();
    let secret = made.secret.unwrap();
    assert_eq!(owner.send_with_key(&create, Some("key-0001")).unwrap().secret, None);
    assert!(secret.starts_with("whsec_") && secret.len() == 50);
    let rotate = |overlap_hours| Rotate { org: org(), webhook: made.webhook.id.clone(), overlap_hours };
    assert_eq!(errors(owner.send(&rotate(200))), ["overlap_hours out_of_range"]);
    let rotated = owner.send(&rotate(1)).unwrap();
    let second = rotated.secret.unwrap();
    assert_eq!(rotated.webhook.previous_until, Some(world.now() + Span::hours(1)));
    let lines = world.rows("SELECT group_concat(line) FROM audit")[0].get::<String>(0).unwrap();
    assert!(lines.contains("webhook_rotated"));
    let shown = format!("{lines}{:?}", owner.send(&List { org: org() }).unwrap());
    assert!(!shown.contains(&secret) && !shown.contains(&second));

    let signatures = |world: &World| {
        let posted = world.post(|_| Attempt::Answered(200));
        header(&posted[0], "webhook-signature").split(' ').map(str::to_owned).collect::<Vec<_>>()
    };
    world.site("Gent");
    let both = signatures(&world);
    assert_eq!(both.len(), 2, "both secrets sign meanwhile");
    world.wait(Span::hours(1));
    world.site("Namur");
    assert_eq!(signatures(&world).len(), 1);
    assert!(both.iter().all(|signature| signature.starts_with("v1,") && signature.len() == 47));
}

#[test]
fn an_address_that_only_the_edge_could_reach_is_refused_at_its_field() {
    let world = World::new();
    let owner = world.owner();
    let at =
        |url: &str| Create { org: org(), details: WebhookDetails { url: url.into(), ..details(&[Family::Users]) } };
    for (url, code) in [
        ("", "required"),
        ("hooks.example", "not_an_address"),
        ("http://hooks.example/", "not_an_address"),
        ("https://olivia:secret@hooks.example/", "address_with_credentials"),
        ("https://127.0.0.1/", "address_not_public"),
        ("https://169.254.169.254/latest/meta-data", "address_not_public"),
        ("https://localhost:8787/", "address_not_public"),
    ] {
        assert_eq!(errors(owner.send(&at(url))), [format!("details.url {code}")], "{url}");
    }
    let empty = WebhookDetails { enabled: true, ..WebhookDetails::default() };
    let refused = errors(owner.send(&Create { org: org(), details: empty }));
    assert_eq!(refused, ["details.name required", "details.url required", "details.families choose_one"]);
    let made = owner.send(&at(" HTTPS://Hooks.Example#top ")).unwrap().webhook;
    assert_eq!((made.details.url.as_str(), made.details.name.as_str()), ("https://hooks.example/", "Directory"));
    for _ in 1..WEBHOOKS_MAX {
        make(&owner, &[Family::Users]);
    }
    assert_eq!(errors(owner.send(&at("https://hooks.example"))), ["details.name too_many"]);
}

#[test]
fn a_webhook_hears_no_more_than_whoever_answers_for_it_may_read() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (erik, his) = world.appoint("erik", vec![world.grant("audit", only(&gent)), integrations(&world)]);
    let (webhook, _) = make(&his, &[Family::Users, Family::Sites]);
    world.user("anna", Some(&gent));
    world.user("bert", Some(&namur));
    assert_eq!(told(&world), ["user_created"]);
    // Whoever changes it answers for it.
    let change = |version| Update { org: org(), webhook: webhook.clone(), version, details: details(&[Family::Users]) };
    let olivia = world.owner().send(&change(1)).unwrap().held_by.unwrap().name;
    world.user("carl", Some(&namur));
    assert_eq!((olivia.as_str(), told(&world)), ("olivia Peeters", vec!["user_created".to_owned()]));
    assert_eq!(code(his.send(&change(1))), Code::ChangedMeanwhile);
    his.send(&change(2)).unwrap();
    // What waits is not sent either if the right is gone by then.
    world.user("dora", Some(&gent));
    take_all(&world, &erik);
    assert!(told(&world).is_empty());
    let withheld = &log(&world, &webhook)[0];
    assert_eq!((withheld.status, withheld.attempts), (DeliveryStatus::Failed, 0));
    world.user("emma", Some(&gent));
    let (now, logged) = (view(&world, &webhook), log(&world, &webhook).len());
    assert!(now.dormant && now.details.enabled && told(&world).is_empty());
    assert_eq!(logged, 3, "nothing is put down for one that may hear nothing");
}

/// The role for integrations without its reading of the trail.
fn integrations(world: &World) -> shared::grants::NewGrant {
    use shared::{
        authority::permission::{INTEGRATIONS_UPDATE, INTEGRATIONS_VIEW},
        roles::{RoleDetails, api},
    };
    let permissions = [INTEGRATIONS_VIEW, INTEGRATIONS_UPDATE].into();
    let details = RoleDetails { name: "Hooks".into(), description: String::new(), permissions };
    let role = world.owner().send(&api::Create { org: org(), details }).unwrap().id;
    shared::grants::NewGrant::lasting(role, Scope::Organization)
}

fn take_all(world: &World, user: &UserId) {
    let owner = world.owner();
    let seen = owner.send(&shared::administrators::api::View { org: org(), user: user.clone() }).unwrap();
    for grant in seen.grants {
        owner.send(&grants::Delete { org: org(), grant: grant.id }).unwrap();
    }
}

#[test]
fn whoever_may_not_read_the_trail_hears_nothing() {
    let world = World::new();
    let (_, his) = world.appoint("erik", vec![integrations(&world)]);
    let (webhook, _) = make(&his, Family::ALL);
    world.user("anna", None);
    assert!(told(&world).is_empty() && log(&world, &webhook).is_empty());
    his.send(&Test { org: org(), webhook }).unwrap();
    assert_eq!(told(&world), ["test"]);
}

#[test]
fn a_delivery_is_tried_again_later_and_later_under_the_same_id() {
    let world = World::new();
    let (webhook, _) = make(&world.owner(), &[Family::Sites]);
    world.site("Gent");
    let first = world.post(|_| Attempt::Answered(500));
    let waiting = log(&world, &webhook).remove(0);
    assert_eq!((waiting.status, waiting.response, waiting.attempts), (DeliveryStatus::Waiting, Some(500), 1));
    let pause = waiting.next_at.unwrap() - world.now();
    assert!((Span::seconds(30)..=Span::minutes(1)).contains(&pause), "{pause:?}");
    assert!(told(&world).is_empty(), "not before its time");
    world.wait(pause);
    let second = world.post(|_| Attempt::Unanswered);
    let again = log(&world, &webhook).remove(0);
    assert!((Span::minutes(1)..=Span::minutes(2)).contains(&(again.next_at.unwrap() - world.now())));
    assert_eq!((again.response, view(&world, &webhook).failures), (None, 2));
    world.wait(Span::minutes(2));
    let third = world.post(|_| Attempt::Answered(204));
    for retry in [&second, &third] {
        assert_eq!(
            (&retry[0].body, header(&retry[0], "webhook-id")),
            (&first[0].body, header(&first[0], "webhook-id"))
        );
        assert_ne!(header(&retry[0], "webhook-signature"), header(&first[0], "webhook-signature"));
    }
    assert_eq!((log(&world, &webhook)[0].attempts, view(&world, &webhook).failures), (3, 0));
}

#[test]
fn what_is_on_its_way_is_told_from_what_was_not_answered() {
    let world = World::new();
    let (webhook, _) = make(&world.owner(), &[Family::Sites]);
    let outcome = || {
        let delivery = log(&world, &webhook).remove(0);
        assert_eq!(delivery.status, DeliveryStatus::Waiting);
        (delivery.attempts, delivery.tried_at, delivery.response)
    };
    world.site("Gent");
    assert_eq!(outcome(), (0, None, None));
    let mut last = (None, None);
    for attempts in 1..=2 {
        world.post(|_| {
            assert_eq!(outcome(), (attempts, last.0, last.1), "the last answer is known while the next is awaited");
            Attempt::Answered(500)
        });
        last = (Some(world.now()), Some(500));
        assert_eq!(outcome(), (attempts, last.0, last.1));
        world.wait(Span::minutes(2));
    }
    let delivery = log(&world, &webhook).remove(0).id;
    world.owner().send(&Resend { org: org(), webhook: webhook.clone(), delivery }).unwrap();
    assert_eq!(outcome(), (0, None, None), "asked for anew");
}

#[test]
fn an_attempt_of_which_nothing_is_heard_is_made_again_and_given_up_in_time() {
    let world = World::new();
    let (webhook, _) = make(&world.owner(), &[Family::Sites]);
    world.site("Gent");
    let mut attempts = 0;
    while log(&world, &webhook)[0].status == DeliveryStatus::Waiting {
        attempts += world.claimed_deliveries().len();
        world.wait(Span::hours(7));
        assert!(attempts < 100, "it is never given up");
    }
    assert!(attempts > 3, "{attempts}");
    assert!(world.claimed_deliveries().is_empty());
}

#[test]
fn an_answer_that_comes_when_the_webhook_has_been_switched_off_is_in_the_log() {
    let world = World::new();
    let (webhook, _) = make(&world.owner(), &[Family::Sites]);
    world.site("Gent");
    world.site("Aalst");
    for (delivery, status) in world.claimed_deliveries().iter().zip([410, 503]) {
        world.settle(delivery, Attempt::Answered(status));
    }
    let outcomes: std::collections::BTreeSet<_> =
        log(&world, &webhook).iter().map(|it| (it.status.as_str(), it.response)).collect();
    assert_eq!(outcomes, [("failed", Some(410)), ("failed", Some(503))].into());
}

#[test]
fn an_attempt_that_ends_when_the_delivery_has_been_asked_for_anew_does_not_stand_for_that() {
    let world = World::new();
    let (webhook, _) = make(&world.owner(), &[Family::Sites]);
    world.site("Gent");
    let claimed = world.claimed_deliveries();
    let delivery = claimed[0].clone();
    world.owner().send(&Resend { org: org(), webhook, delivery }).unwrap();
    world.settle(&claimed[0], Attempt::Answered(204));
    assert_eq!(world.claimed_deliveries(), claimed);
}

#[test]
fn a_redirect_is_a_failure() {
    let world = World::new();
    let (webhook, _) = make(&world.owner(), &[Family::Sites]);
    world.site("Gent");
    world.post(|_| Attempt::Answered(302));
    assert_eq!(log(&world, &webhook)[0].status, DeliveryStatus::Waiting);
}

#[test]
fn an_address_that_is_gone_is_switched_off_and_says_so() {
    let world = World::new();
    let owner = world.owner();
    let (webhook, _) = make(&owner, &[Family::Sites]);
    let (other, _) = make(&owner, &[Family::Integrations]);
    told(&world);
    world.site("Gent");
    world.site("Namur");
    let before = world.last_record();
    world.post(|_| Attempt::Answered(410));
    assert_eq!(world.recorded_after(before), ["webhook_switched_off"]);
    let off = view(&world, &webhook);
    assert!(!off.details.enabled && off.off_reason == Some(OffReason::Gone));
    assert!(log(&world, &webhook).iter().all(|delivery| delivery.status == DeliveryStatus::Failed));
    assert_eq!(told(&world), ["webhook_switched_off"], "who hears of integrations hears of this");
    let about = &log(&world, &other)[0].about;
    assert!(matches!(about, About::Record { effect, .. } if effect == "webhook_switched_off"), "{about:?}");
    assert_eq!(code(owner.send(&Test { org: org(), webhook: webhook.clone() })), Code::WebhookOff);
    world.site("Luik");
    assert!(told(&world).is_empty());
    let update = Update { org: org(), webhook, version: off.version, details: details(&[Family::Sites]) };
    assert_eq!(owner.send(&update).unwrap().off_reason, None);
    told(&world);
    world.site("Mons");
    assert_eq!(told(&world), ["site_created"]);
}

#[test]
fn what_fails_for_a_day_is_switched_off_and_what_fails_often_in_an_hour_is_not() {
    let world = World::new();
    let owner = world.owner();
    let (webhook, _) = make(&owner, &[Family::Users]);
    for number in 0..FAILURES_MAX {
        owner.send(&new_user(&format!("user{number}"), None)).unwrap();
        world.post(|_| Attempt::Unanswered);
    }
    let now = view(&world, &webhook);
    assert!(now.details.enabled && now.failures >= FAILURES_MAX);
    world.wait(Span::hours(FAILING_HOURS.into()));
    world.post(|_| Attempt::Unanswered);
    let off = view(&world, &webhook);
    assert_eq!((off.details.enabled, off.off_reason), (false, Some(OffReason::Failing)));
}

#[test]
fn a_delivery_is_given_up_after_three_days_and_sent_again_when_asked() {
    let world = World::new();
    let owner = world.owner();
    let (webhook, _) = make(&owner, &[Family::Sites]);
    world.site("Gent");
    world.post(|_| Attempt::Answered(503));
    world.wait(Span::days(3));
    world.post(|_| Attempt::Answered(503));
    let failed = log(&world, &webhook).remove(0);
    assert_eq!((failed.status, failed.next_at, failed.attempts), (DeliveryStatus::Failed, None, 2));
    let owner = world.owner();
    let resend = Resend { org: org(), webhook: webhook.clone(), delivery: failed.id.clone() };
    let before = world.last_record();
    assert_eq!(owner.send(&resend).unwrap().status, DeliveryStatus::Waiting);
    assert_eq!(world.recorded_after(before), ["delivery_asked"]);
    let posted = world.post(|_| Attempt::Answered(200));
    assert_eq!(header(&posted[0], "webhook-id"), failed.id.as_str());
    assert_eq!(log(&world, &webhook)[0].status, DeliveryStatus::Delivered);
    let (other, _) = make(&owner, &[Family::Sites]);
    let elsewhere = Resend { webhook: other, ..resend };
    assert_eq!(code(owner.send(&elsewhere)), Code::NotFound, "of its own webhook only");
}

#[test]
fn a_suspended_organization_tells_nobody_anything() {
    let world = World::new();
    make(&world.owner(), &[Family::Sites, Family::Organization]);
    world.site("Gent");
    let database = world.database(org().as_str());
    let suspend = |at: &str| database.query(&format!("UPDATE organization SET suspended_at = {at}"), &[]).unwrap();
    suspend("1");
    assert!(told(&world).is_empty());
    let next = || crate::effects::outbox::next_at(&*database).unwrap();
    assert_eq!(next(), None, "nor is it tried in vain");
    suspend("NULL");
    assert_eq!(next(), Some(world.now()));
    assert_eq!(told(&world), ["site_created"]);
}

#[test]
fn records_name_the_origin_of_an_address_and_not_what_lets_one_write_there() {
    let world = World::new();
    let owner = world.owner();
    let at =
        |path: &str| WebhookDetails { url: format!("https://hooks.example{path}"), ..details(&[Family::Integrations]) };
    let made = owner.send(&Create { org: org(), details: at("/services/CAPABILITY") }).unwrap().webhook;
    let update = Update { org: org(), webhook: made.id, version: made.version, details: at("/in?key=CAPABILITY") };
    owner.send(&update).unwrap();
    let posted = world.post(|_| Attempt::Answered(200));
    let lines: Vec<String> = world.rows("SELECT line FROM audit").iter().map(|row| row.get(0).unwrap()).collect();
    let told: Vec<String> = lines.into_iter().chain(posted.into_iter().map(|message| message.body)).collect();
    assert!(told.iter().filter(|line| line.contains("https://hooks.example/… (")).count() >= 2, "{told:?}");
    assert!(!told.iter().any(|line| line.contains("CAPABILITY")), "{told:?}");
}

#[test]
fn the_log_shows_no_more_of_the_trail_than_its_reader_may_read() {
    let world = World::new();
    let owner = world.owner();
    let (webhook, _) = make(&owner, &[Family::Users]);
    owner.send(&new_user("anna", None)).unwrap();
    owner.send(&Test { org: org(), webhook: webhook.clone() }).unwrap();
    let details = shared::roles::RoleDetails {
        name: "Looks".into(),
        permissions: [INTEGRATIONS_VIEW].into(),
        ..Default::default()
    };
    owner.send(&shared::roles::api::Create { org: org(), details }).unwrap();
    let (_, looks) = world.appoint("bart", vec![world.grant("Looks", Scope::Organization)]);
    let seen = looks.send(&Deliveries { org: org(), webhook: webhook.clone() }).unwrap();
    let about: Vec<About> = seen.into_iter().map(|delivery| delivery.about).collect();
    assert!(about.contains(&About::Test) && about.contains(&About::Withheld), "{about:?}");
    assert!(!about.iter().any(|about| matches!(about, About::Record { .. })), "{about:?}");
    assert!(log(&world, &webhook).iter().any(|delivery| matches!(delivery.about, About::Record { .. })));
}

#[test]
fn a_webhook_that_is_deleted_takes_its_log_with_it() {
    let world = World::new();
    let owner = world.owner();
    let (webhook, _) = make(&owner, &[Family::Sites]);
    world.site("Gent");
    owner.send(&Delete { org: org(), webhook: webhook.clone() }).unwrap();
    assert!(told(&world).is_empty());
    assert_eq!(code(owner.send(&View { org: org(), webhook: webhook.clone() })), Code::NotFound);
    assert_eq!(code(owner.send(&Deliveries { org: org(), webhook })), Code::NotFound);
    assert!(world.rows("SELECT 1 FROM deliveries").is_empty());
}

#[test]
fn the_log_is_bounded() {
    let world = World::new();
    let owner = world.owner();
    let (webhook, _) = make(&owner, &[Family::Sites]);
    world.site("Gent");
    told(&world);
    let fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
         INSERT INTO deliveries (id, webhook, status, created_at, until)
         SELECT printf('%032x', i), webhook, 'delivered', created_at, 0 FROM deliveries, n WHERE seq IS NOT NULL";
    world.database(org().as_str()).query(fill, &[]).unwrap();
    told(&world);
    assert_eq!(world.rows("SELECT count(*) FROM deliveries")[0].get::<u32>(0).unwrap(), 1_000);
    assert_eq!(log(&world, &webhook).len(), 100);
    world.wait(Span::days(31));
    told(&world);
    assert!(log(&world, &webhook).is_empty());
}
