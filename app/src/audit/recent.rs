//! The last things that happened where one may read the trail.

use super::words::sentence;
use crate::{
    api::query_part,
    i18n::{Text, since, t},
    route::Page,
    session::current_session,
    widgets::{Card, EmptyState, Log, LogLine, SkeletonKind, TextLink, when_ready},
};
use leptos::prelude::*;
use serde::Deserialize;
use shared::{
    audit::{Entry, api::List},
    authority::Target,
};

const LINES: u32 = 5;

/// What is looked at of a page of the trail.
#[derive(Clone, Deserialize)]
struct Newest {
    items: Vec<Entry>,
}

/// The card; nothing for whom may not read the trail.
#[component]
pub(crate) fn RecentCard() -> impl IntoView {
    let session = current_session();
    let may = Memo::new(move |_| session.may::<List>(&Target::Anywhere));
    move || {
        may.get().then(|| {
            let newest = query_part(move || Some(List { limit: Some(LINES), ..List::newest(session.org()) }));
            let content = when_ready(newest, SkeletonKind::Lines, move |newest: Signal<Newest>| {
                let lines = move || newest.with(|newest| newest.items.iter().cloned().map(line).collect_view());
                let is_empty = Memo::new(move |_| newest.with(|newest| newest.items.is_empty()));
                let list = move || match is_empty.get() {
                    true => {
                        view! { <EmptyState icon="history" title=t("audit-none") explanation=t("audit-none-why")/> }
                            .into_any()
                    }
                    false => view! { <Log label=t("recent-title")>{lines}</Log> }.into_any(),
                };
                view! { {list} }.into_any()
            });
            view! {
                <Card title=t("recent-title") description=t("recent-why")>
                    {content}
                    <p><TextLink label=t("recent-all") href=Signal::derive(move || session.link(Page::Audit))/></p>
                </Card>
            }
        })
    }
}

fn line(entry: Entry) -> AnyView {
    let at = entry.record.at;
    let sentence = Text::derive(move || sentence(&entry));
    view! { <LogLine sentence time=Text::derive(move || since(at))/> }.into_any()
}
