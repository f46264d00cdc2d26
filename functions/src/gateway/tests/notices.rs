//! Notices: whom they reach, who may send them where, and who has read them.

use super::*;
use shared::{
    groups::{GroupDetails, GroupKind, api as groups},
    ids::UserId,
    notices::{
        NoticeDetails,
        api::{Audience, Create, List, Read, Sent},
    },
    time::Span,
    users::api as users,
};

fn notice(title: &str, scope: Scope) -> Create {
    let text = "First line\n<b>second</b>".into();
    Create { org: org(), details: NoticeDetails { title: title.into(), text, scope, by_mail: false } }
}

/// Somebody who has chosen a password.
fn settled<'w>(world: &'w World, name: &str, site: Option<&SiteId>) -> (UserId, Browser<'w>) {
    let made = world.owner().send(&new_user(name, site)).unwrap();
    let browser = world.stranger();
    let temporary = made.temporary_password.unwrap();
    browser.sign_in(name, &temporary).unwrap();
    browser.change_password(&temporary, PASSWORD).unwrap();
    (made.id, browser)
}

/// What somebody has received, the newest first.
fn titles(browser: &Browser<'_>) -> Vec<String> {
    let page = browser.send(&List { org: org(), cursor: None, limit: None }).unwrap();
    assert_eq!(page.total as usize, page.items.len());
    page.items.into_iter().map(|notice| notice.title).collect()
}

#[test]
fn a_notice_reaches_those_who_belong_to_its_places_and_were_there() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (_, anna) = settled(&world, "anna", Some(&gent));
    let (bart_id, bart) = settled(&world, "bart", Some(&namur));
    let owner = world.owner();
    let details = GroupDetails { name: "Top".into(), ..GroupDetails::default() };
    let create = |parent| groups::Create { org: org(), kind: GroupKind::Access, parent, details: details.clone() };
    let top = owner.send(&create(None)).unwrap().id;
    let below = owner.send(&create(Some(top.clone()))).unwrap().id;
    owner.send(&groups::AddMember { org: org(), group: below, user: bart_id }).unwrap();
    let group = Scope::Groups { groups: [top].into() };
    for (title, scope, recipients) in [("Ghent", only(&gent), 1), ("Top", group, 1), ("All", Scope::Organization, 2)] {
        assert_eq!(owner.send(&Audience { org: org(), scope: scope.clone() }).unwrap().recipients, recipients);
        assert_eq!(owner.send(&notice(title, scope)).unwrap().recipients, recipients, "{title}");
        world.wait(Span::seconds(1));
    }
    let (_, late) = settled(&world, "late", Some(&gent));
    assert_eq!(titles(&anna), ["All", "Ghent"]);
    assert_eq!(titles(&bart), ["All", "Top"]);
    assert!(titles(&late).is_empty(), "sent before she came");
    assert!(titles(&owner).is_empty(), "one's own");
}

#[test]
fn reading_is_confirmed_once_and_counted() {
    let world = World::new();
    let (_, anna) = settled(&world, "anna", None);
    let (_, bart) = settled(&world, "bart", None);
    let owner = world.owner();
    let sent = owner.send(&notice("All", Scope::Organization)).unwrap();
    assert_eq!((anna.me().unwrap().unread_notices, sent.read), (1, 0));
    for _ in 0..2 {
        let read = anna.send(&Read { org: org(), notice: sent.id.clone() }).unwrap();
        assert_eq!((read.read_at, read.text.as_str()), (Some(world.now()), "First line\n<b>second</b>"));
    }
    assert_eq!((anna.me().unwrap().unread_notices, bart.me().unwrap().unread_notices), (0, 1));
    let listed = owner.send(&Sent { org: org(), cursor: None, limit: None }).unwrap().items.remove(0);
    assert_eq!((listed.read, listed.recipients), (1, 2));
    // The sender is no recipient, and has nothing to confirm.
    assert_eq!(code(owner.send(&Read { org: org(), notice: sent.id })), Code::NotFound);
}

#[test]
fn nobody_sends_beyond_where_he_may() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    settled(&world, "anna", Some(&gent));
    let (_, lim) = world.appoint("lim", vec![world.grant("notices", only(&gent))]);
    assert_eq!(lim.send(&notice("Here", only(&gent))).unwrap().recipients, 1);
    let both = Scope::Sites { sites: [gent.clone(), namur.clone()].into() };
    for beyond in [only(&namur), both, Scope::Organization] {
        assert_eq!(code(lim.send(&notice("Beyond", beyond.clone()))), Code::Forbidden);
        assert_eq!(code(lim.send(&Audience { org: org(), scope: beyond })), Code::Forbidden);
    }
    let (_, users_only) = world.appoint("una", vec![world.grant("users", Scope::Organization)]);
    assert_eq!(code(users_only.send(&notice("Any", only(&gent)))), Code::Forbidden);
    assert_eq!(code(users_only.send(&Sent { org: org(), cursor: None, limit: None })), Code::Forbidden);
}

#[test]
fn what_is_wrong_with_a_notice_is_told_at_its_field() {
    let world = World::new();
    let owner = world.owner();
    let mut empty = notice(" ", Scope::Organization);
    empty.details.text = "x".repeat(shared::notices::TEXT_MAX + 1);
    assert_eq!(errors(owner.send(&empty)), ["details.title required", "details.text too_long"]);
    assert_eq!(errors(owner.send(&notice("Nobody", Scope::Organization))), ["details.scope reaches_nobody"]);
    assert_eq!(errors(owner.send(&notice("Nowhere", only(&SiteId::from_u128(9))))), ["details.scope unknown_site"]);
    let nowhere = Scope::Sites { sites: [].into() };
    assert_eq!(errors(owner.send(&notice("Nowhere", nowhere))), ["details.scope scope_required"]);
}

#[test]
fn by_mail_it_goes_to_each_recipient_once_a_few_at_a_time() {
    let world = World::new();
    let owner = world.owner();
    for number in 0..120 {
        owner.send(&new_user(&format!("user{number:03}"), None)).unwrap();
    }
    let gone = world.user("gone", None);
    owner.send(&users::Disable { org: org(), user: gone }).unwrap();
    let mut create = notice("<All>", Scope::Organization);
    create.details.by_mail = true;
    assert_eq!(owner.send(&create).unwrap().recipients, 120);
    let mut to = Vec::new();
    for _ in 0..40 {
        let waiting: i64 = world.rows("SELECT count(*) FROM mails WHERE status = 'waiting'")[0].get(0).unwrap();
        assert!(waiting <= 100, "{waiting} wait");
        for message in world.mails() {
            assert_eq!(message.subject, "<All>");
            assert!(message.text.contains("> <b>second</b>") && message.text.contains("/o/carrier/notices"));
            assert!(message.html.contains("First line<br>&lt;b&gt;second&lt;/b&gt;"), "{}", message.html);
            to.push(message.to);
        }
    }
    to.sort();
    to.dedup();
    assert_eq!(to.len(), 120);
    assert_eq!(world.rows("SELECT 1 FROM mails").len(), 120, "each once");
    assert!(world.rows("SELECT 1 FROM notices WHERE mailed_to IS NOT NULL").is_empty());
}
