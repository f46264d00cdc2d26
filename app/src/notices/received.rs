//! What one has received, and the confirmation that one has read it.

use crate::{
    api::{Mutation, query},
    i18n::{Text, date_time, say, t},
    listing::Listing,
    problem::describe,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Badge, BadgeKind, Button, Card, EmptyState, Lines, Pagination, Record, RecordLine, Records, SkeletonKind,
        when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    notices::{
        Notice,
        api::{List, Read},
    },
    page::Page,
};

/// The notices that have reached one, page by page.
#[component]
pub(super) fn Received() -> impl IntoView {
    let session = current_session();
    let listing = Listing::from_address();
    let org = session.org();
    let read = query(move || Some(List { org: org.clone(), cursor: listing.cursor(), limit: Some(listing.limit()) }));
    when_ready(read, SkeletonKind::Cards, move |page: Signal<Page<Notice>>| {
        let is_empty = Memo::new(move |_| page.with(|page| page.items.is_empty()));
        let records = move || page.get().items.into_iter().map(|notice| record(session, notice)).collect_view();
        let content = move || match is_empty.get() {
            true => {
                view! { <EmptyState icon="bell" title=t("notices-none") explanation=t("notices-none-why")/> }.into_any()
            }
            false => view! {
                <Records label=t("notices-received")>{records}</Records>
                <Pagination listing page/>
            }
            .into_any(),
        };
        view! { <Card>{content}</Card> }.into_any()
    })
}

fn record(session: CurrentSession, notice: Notice) -> AnyView {
    let Notice { id, title, text, sender, sent_at, read_at } = notice;
    let mutation = Mutation::new();
    Effect::new(move |_| {
        if let Some(problem) = mutation.problem().get() {
            toasts::failure(Text::derive(move || describe(&problem)));
        }
    });
    let confirm = move |()| {
        let request = Read { org: session.org(), notice: id.clone() };
        mutation.send(request, move |_: Notice| toasts::success(t("notice-confirmed")));
    };
    let busy = Signal::derive(move || mutation.is_busy());
    let actions = move || {
        let confirm = confirm.clone();
        read_at.is_none().then(|| view! { <Button label=t("notice-confirm") icon="check" busy on_press=confirm/> })
    };
    let marks = move || read_at.is_none().then(|| view! { <Badge label=t("notice-unread") kind=BadgeKind::Accent/> });
    let from = move || say("notice-from", &[("name", sender.name.clone().into()), ("time", date_time(sent_at).into())]);
    let read = read_at.map(|at| {
        view! { <RecordLine quiet=true>{move || say("notice-read-at", &[("time", date_time(at).into())])}</RecordLine> }
    });
    view! {
        <Record title=Text::stored(title) marks actions>
            <RecordLine quiet=true>{from}</RecordLine>
            <Lines text/>
            {read}
        </Record>
    }
    .into_any()
}
