//! What one has sent, and how many have read it.

use crate::{
    api::query,
    i18n::{date_time, say, t},
    listing::Listing,
    route,
    scope::{known_sites, scope_in_words},
    session::current_session,
    widgets::{Cell, Column, EmptyState, LinkButton, Pagination, SkeletonKind, Table, when_ready},
};
use leptos::prelude::*;
use shared::{
    notices::{SentNotice, api::Sent},
    page::Page,
    sites::Site,
};

/// The notices that one has sent, page by page.
#[component]
pub(super) fn SentNotices() -> impl IntoView {
    let session = current_session();
    let (listing, sites) = (Listing::from_address(), known_sites());
    let org = session.org();
    let read = query(move || Some(Sent { org: org.clone(), cursor: listing.cursor(), limit: Some(listing.limit()) }));
    let busy = Signal::derive(move || read.is_busy());
    when_ready(read, SkeletonKind::Table, move |page: Signal<Page<SentNotice>>| {
        let columns = vec![
            Column::new(t("notice-title")),
            Column::new(t("administrators-scope")).wide_only(),
            Column::new(t("notice-sent-at")).wide_only(),
            Column::new(t("notice-read-by")),
        ];
        let rows = move || {
            let known = sites.answer().unwrap_or_default();
            page.get().items.into_iter().map(|notice| row(notice, &known)).collect::<Vec<_>>()
        };
        let empty = move || {
            let href = Signal::derive(move || session.link(route::Page::NewNotice));
            view! {
                <EmptyState icon="send" title=t("notices-none-sent") explanation=t("notices-none-sent-why")>
                    <LinkButton label=t("notices-new") href icon="send"/>
                </EmptyState>
            }
        };
        view! {
            <Table caption=t("notices-sent") columns rows empty busy/>
            <Pagination listing page/>
        }
        .into_any()
    })
}

fn row(notice: SentNotice, sites: &[Site]) -> Vec<Cell> {
    let SentNotice { details, sent_at, recipients, read, .. } = notice;
    let receipts = move || say("notice-receipts", &[("read", read.into()), ("recipients", recipients.into())]);
    vec![
        details.title.into_any(),
        scope_in_words(&details.scope, sites).into_any(),
        (move || date_time(sent_at)).into_any(),
        receipts.into_any(),
    ]
}
