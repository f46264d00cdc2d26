//! One site.

use super::{SiteDraft, form::SiteFields};
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::{Text, t, t_with},
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Breadcrumb, Form, LinkButton, PageHeader, SkeletonKind, breadcrumbs, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    ids::SiteId,
    sites::{
        Site,
        api::{Update, View},
    },
};

/// Shows one.
#[component]
pub fn SitePage(site: SiteId) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(View { org: org.clone(), site: site.clone() }));
    let name = Text::derive(move || read.answer().map_or_else(|| t("site").get(), |site| site.details.name));
    let actions = move || read.answer().map(|site| people(session, site));
    let trail = vec![Breadcrumb::new(t("sites"), Signal::derive(move || session.link(Page::Sites)))];
    view! {
        <PageHeader title=name breadcrumbs=breadcrumbs(trail) actions=actions.into_any()/>
        {when_ready(read, SkeletonKind::Form, move |site| view! { <SiteForm session site/> }.into_any())}
    }
}

/// The way to the people of the site.
fn people(session: CurrentSession, site: Site) -> AnyView {
    let label = t_with("site-users", move || vec![("count", site.users.into())]);
    let href = Signal::derive(move || session.link_at(Page::Users, &site.id));
    view! { <LinkButton label href icon="users"/> }.into_any()
}

#[component]
fn SiteForm(session: CurrentSession, site: Signal<Site>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), SiteDraft::new());
    let editing = Editing::new(site, draft, |site: &Site| site.details.clone());
    let obstacle = session.obstacle::<Update>(Target::Site(site.with_untracked(|site| site.id.clone())));
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let submit = move |()| {
        let (site, version) = editing.record().with_untracked(|site| (site.id.clone(), site.version));
        let request = Update { org: session.org(), site, version, details: untrack(|| draft.value()) };
        mutation.submit(request, move |site| {
            toasts::success(t("changes-saved"));
            editing.saved(site);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <SiteFields draft read_only/>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
