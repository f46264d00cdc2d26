//! The list of features.

use crate::{
    api::query,
    i18n::{Text, language, t},
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{
        Badge, BadgeKind, ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, Row, SkeletonKind, Table,
        TextLink, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    features::{
        Feature,
        api::{Create, List},
    },
};

/// The list.
#[component]
pub fn FeaturesPage() -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let features = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || features.is_busy());
    let content = when_ready(features, SkeletonKind::Table, move |features: Signal<Vec<Feature>>| {
        let columns = vec![
            Column::new(t("feature-label")),
            Column::new(t("feature-key")),
            Column::new(t("feature-link")).wide_only(),
        ];
        let rows = move || features.get().into_iter().map(|feature| row(session, feature)).collect::<Vec<_>>();
        let empty = move || {
            view! {
                <EmptyState icon="blocks" title=t("features-none") explanation=t("features-none-why")>{add(session)}</EmptyState>
            }
        };
        view! { <Table caption=t("features") columns rows empty busy/> }.into_any()
    });
    view! {
        <PageHeader title=t("features") description=t("features-why") actions=add(session)/>
        {content}
    }
}

fn add(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Organization);
    let href = Signal::derive(move || session.link(Page::NewFeature));
    view! { <LinkButton label=t("features-new") kind=ButtonKind::Primary icon="plus" href obstacle/> }.into_any()
}

fn row(session: CurrentSession, feature: Feature) -> Vec<Cell> {
    let Feature { key, details, .. } = feature;
    let page = Page::Feature(key.clone());
    let name = Text::derive(move || details.label.get(language()).to_owned());
    let href = Signal::derive(move || session.link(page.clone()));
    let off = (!details.enabled).then(|| view! { <Badge label=t("feature-off") kind=BadgeKind::Neutral/> });
    vec![
        view! { <Row><TextLink label=name href/>{off}</Row> }.into_any(),
        view! { <code>{key.to_string()}</code> }.into_any(),
        details.link.into_any(),
    ]
}
