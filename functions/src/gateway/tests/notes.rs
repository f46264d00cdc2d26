//! Notes that administrators leave for each other.

use super::*;
use shared::{
    ids::NoteId,
    notes::{
        Note, NoteDetails,
        api::{Create, Delete, List},
    },
};

fn leave(browser: &Browser<'_>, text: &str, site: Option<&SiteId>) -> Result<Note, Problem> {
    let details = NoteDetails { site: site.cloned(), text: text.into() };
    browser.send(&Create { org: org(), details })
}

fn texts(browser: &Browser<'_>) -> Vec<String> {
    let page = browser.send(&List::first(org())).unwrap();
    assert_eq!(page.total as usize, page.items.len());
    page.items.into_iter().map(|note| note.details.text).collect()
}

fn delete(browser: &Browser<'_>, note: &NoteId) -> Result<(), Problem> {
    browser.send(&Delete { org: org(), note: note.clone() })
}

#[test]
fn notes_are_signed_and_the_newest_comes_first() {
    let world = World::new();
    let owner = world.owner();
    let first = leave(&owner, " The lift is broken.\nUse the stairs. ", None).unwrap();
    assert_eq!(first.details.text, "The lift is broken.\nUse the stairs.");
    assert_eq!(first.author.name, "olivia Peeters");
    world.wait(shared::time::Span::minutes(1));
    leave(&owner, "It is mended.", None).unwrap();
    assert_eq!(texts(&owner), ["It is mended.", "The lift is broken.\nUse the stairs."]);
    let page = owner.send(&List { limit: Some(1), ..List::first(org()) }).unwrap();
    let next = owner.send(&List { limit: Some(1), cursor: page.next, ..List::first(org()) }).unwrap();
    assert_eq!((next.items[0].id.clone(), next.first, next.total), (first.id, 2, 2));
}

#[test]
fn whoever_is_at_one_site_reads_and_leaves_notes_there_and_nowhere_else() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let owner = world.owner();
    for (text, site) in [("everybody", None), ("gent", Some(&gent)), ("namur", Some(&namur))] {
        leave(&owner, text, site).unwrap();
    }
    let (_, lim) = world.appoint("lim", vec![world.grant("notes", only(&gent))]);
    assert_eq!(texts(&lim), ["gent"]);
    assert!(leave(&lim, "mine", Some(&gent)).is_ok());
    assert_eq!(code(leave(&lim, "theirs", Some(&namur))), Code::Forbidden);
    assert_eq!(code(leave(&lim, "all", None)), Code::Forbidden);
    let at_namur = owner.send(&List { site: Some(namur), ..List::first(org()) }).unwrap().items.remove(0);
    assert_eq!(code(delete(&lim, &at_namur.id)), Code::NotFound);
    let (_, anna) = world.appoint("anna", vec![world.grant("users", only(&gent))]);
    assert_eq!(code(anna.send(&List::first(org()))), Code::Forbidden);
}

#[test]
fn a_note_is_deleted_by_its_author_or_an_owner() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = world.appoint("lim", vec![world.grant("notes", only(&gent))]);
    let (_, mia) = world.appoint("mia", vec![world.grant("notes", only(&gent))]);
    let note = leave(&lim, "mine", Some(&gent)).unwrap();
    let other = leave(&lim, "mine too", Some(&gent)).unwrap();
    assert_eq!(code(delete(&mia, &note.id)), Code::NotTheAuthor);
    delete(&lim, &note.id).unwrap();
    delete(&world.owner(), &other.id).unwrap();
    assert_eq!(texts(&mia), [""; 0]);
    let before = world.last_record();
    leave(&lim, "again", Some(&gent)).unwrap();
    assert_eq!(world.recorded_after(before), ["note_created"]);
}

#[test]
fn a_note_says_something_about_a_site_that_exists() {
    let world = World::new();
    let owner = world.owner();
    assert_eq!(errors(leave(&owner, " \n ", None)), ["details.text required"]);
    assert_eq!(errors(leave(&owner, &"a".repeat(2_001), None)), ["details.text too_long"]);
    assert_eq!(errors(leave(&owner, "a\u{202e}b", None)), ["details.text unprintable"]);
    assert_eq!(errors(leave(&owner, "a", Some(&SiteId::from_u128(1)))), ["details.site unknown_site"]);
}
