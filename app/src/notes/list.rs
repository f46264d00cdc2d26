//! The notes, newest first.

use super::{delete::DeleteDialog, new::NewNoteDialog};
use crate::{
    api::{Query, query},
    i18n::{date_time, say, t, t_with},
    listing::Listing,
    scope::{known_sites, site_in_words},
    session::{CurrentSession, current_session},
    widgets::{
        Button, ButtonKind, EmptyState, PageHeader, Pagination, Record, RecordLine, RecordText, Records, SkeletonKind,
        when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    notes::{
        Note, NoteDetails,
        api::{Create, Delete, List},
    },
    page::Page,
    sites::Site,
};

/// The notes.
#[component]
pub fn NotesPage() -> impl IntoView {
    let (session, listing, sites) = (current_session(), Listing::from_address(), known_sites());
    let (writing, deleting) = (RwSignal::new(false), RwSignal::new(None::<Note>));
    let notes = read(session, listing);
    let content = when_ready(notes, SkeletonKind::Table, move |page: Signal<Page<Note>>| {
        let records = move || {
            let sites = sites.answer().unwrap_or_default();
            page.get().items.into_iter().map(|note| record(session, note, &sites, deleting)).collect_view()
        };
        let is_empty = Memo::new(move |_| page.with(|page| page.items.is_empty()));
        let list = move || match is_empty.get() {
            true => empty(session, writing),
            false => view! { <Records label=t("notes")>{records}</Records> }.into_any(),
        };
        view! { {list}<Pagination listing page/> }.into_any()
    });
    view! {
        <PageHeader title=t("notes") description=t("notes-why") actions=add(session, writing)/>
        {content}
        <NewNoteDialog open=writing/>
        <DeleteDialog deleting/>
    }
}

fn read(session: CurrentSession, listing: Listing) -> Query<Page<Note>> {
    let org = session.org();
    query(move || {
        Some(List { org: org.clone(), site: listing.site(), cursor: listing.cursor(), limit: Some(listing.limit()) })
    })
}

fn add(session: CurrentSession, writing: RwSignal<bool>) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let write = move |()| writing.set(true);
    view! { <Button label=t("notes-new") kind=ButtonKind::Primary icon="plus" obstacle on_press=write/> }.into_any()
}

fn empty(session: CurrentSession, writing: RwSignal<bool>) -> AnyView {
    view! {
        <EmptyState icon="sticky-note" title=t("notes-none") explanation=t("notes-none-why")>
            {add(session, writing)}
        </EmptyState>
    }
    .into_any()
}

fn record(session: CurrentSession, note: Note, sites: &[Site], deleting: RwSignal<Option<Note>>) -> AnyView {
    let NoteDetails { site, text } = note.details.clone();
    let place = site_in_words(site.as_ref(), sites);
    let (name, time) = (note.author.name.clone(), date_time(note.created_at));
    let signed = say("note-signed", &[("name", name.into()), ("time", time.into())]);
    let obstacle = obstacle(session, &note);
    let label = t_with("note-delete-by", {
        let name = note.author.name.clone();
        move || vec![("name", name.clone().into())]
    });
    let ask = Callback::new(move |()| deleting.set(Some(note.clone())));
    let actions = move || {
        view! { <Button label kind=ButtonKind::Quiet icon="trash-2" obstacle on_press=ask/> }
    };
    view! {
        <Record title=place marks=|| () actions>
            <RecordText text/>
            <RecordLine quiet=true>{signed}</RecordLine>
        </Record>
    }
    .into_any()
}

/// Why a note cannot be deleted, if so.
fn obstacle(session: CurrentSession, note: &Note) -> Signal<Option<String>> {
    let target = Target::of(note.details.site.as_ref());
    let author = note.author.id.clone();
    Signal::derive(move || {
        let is_own = session.signal().with(|session| session.access.user == author || session.access.is_owner());
        let not_own = || (!is_own).then(|| say("problem-not-the-author", &[]));
        session.obstacle_now::<Delete>(&target).or_else(not_own)
    })
}
