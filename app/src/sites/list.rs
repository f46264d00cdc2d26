//! The list of sites.

use super::in_one_line;
use crate::{
    api::query,
    i18n::{number, t},
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{
        ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, SkeletonKind, Table, TextLink, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    sites::{
        Site,
        api::{Create, List},
    },
};

/// The list.
#[component]
pub fn SitesPage() -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let sites = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || sites.is_busy());
    let content = when_ready(sites, SkeletonKind::Table, move |sites: Signal<Vec<Site>>| {
        let columns =
            vec![Column::new(t("site-name")), Column::new(t("site-address")).wide_only(), Column::new(t("users"))];
        let rows = move || sites.get().into_iter().map(|site| row(session, site)).collect::<Vec<_>>();
        let empty = move || {
            view! {
                <EmptyState icon="map-pin" title=t("sites-none") explanation=t("sites-none-why")>{add(session)}</EmptyState>
            }
        };
        view! { <Table caption=t("sites") columns rows empty busy/> }.into_any()
    });
    view! {
        <PageHeader title=t("sites") description=t("sites-why") actions=add(session)/>
        {content}
    }
}

fn add(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Organization);
    view! {
        <LinkButton
            label=t("sites-new")
            kind=ButtonKind::Primary
            icon="plus"
            href=Signal::derive(move || session.link(Page::NewSite))
            obstacle
        />
    }
    .into_any()
}

fn row(session: CurrentSession, site: Site) -> Vec<Cell> {
    let Site { id, details, users, .. } = site;
    let of_site = id.clone();
    let name =
        view! { <TextLink label=details.name href=Signal::derive(move || session.link(Page::Site(id.clone())))/> };
    let users = view! {
        <TextLink label=number(users.into()) href=Signal::derive(move || session.link_at(Page::Users, &of_site))/>
    };
    vec![name.into_any(), in_one_line(&details.address).into_any(), users.into_any()]
}
