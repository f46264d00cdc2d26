//! One number.

use super::{NumberDraft, delete::DeleteNumber, form::NumberFields};
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::{Text, t},
    inventory::in_use_by,
    route::Page,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    toasts,
    users::places,
    widgets::{Breadcrumb, Form, PageHeader, SkeletonKind, breadcrumbs, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    ids::NumberId,
    numbers::{
        Number,
        api::{Update, View},
    },
    sites::Site,
};

/// Shows one.
#[component]
pub fn NumberPage(number: NumberId) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(View { org: org.clone(), number: number.clone() }));
    let title = Text::derive(move || read.answer().map_or_else(|| t("number").get(), |number| number.details.number));
    let description = Text::derive(move || {
        let number = read.answer();
        number.map(|number| in_use_by(number.assigned, number.holder.as_ref())).unwrap_or_default()
    });
    let actions = move || read.answer().map(|number| view! { <DeleteNumber session number/> });
    let trail = vec![Breadcrumb::new(t("numbers"), Signal::derive(move || session.link(Page::Numbers)))];
    let content = when_ready(read, SkeletonKind::Form, move |number: Signal<Number>| {
        when_sites_known(move |sites| view! { <NumberForm session number sites/> }.into_any())
    });
    view! {
        <PageHeader title description breadcrumbs=breadcrumbs(trail) actions=actions.into_any()/>
        {content}
    }
}

#[component]
fn NumberForm(session: CurrentSession, number: Signal<Number>, sites: Signal<Vec<Site>>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), NumberDraft::default());
    let editing = Editing::new(number, draft, |number: &Number| number.details.clone());
    let site = move || editing.record().with(|number| number.details.site.clone());
    let obstacle = Signal::derive(move || session.obstacle_now::<Update>(&Target::of(site().as_ref())));
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let places = Signal::derive(move || places::<Update>(session, &sites.read(), Some(&site())));
    let submit = move |()| {
        let (number, version) = editing.record().with_untracked(|number| (number.id.clone(), number.version));
        let request = Update { org: session.org(), number, version, details: untrack(|| draft.value()) };
        mutation.submit(request, move |number| {
            toasts::success(t("changes-saved"));
            editing.saved(number);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <NumberFields draft places read_only/>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
