//! One user.

use super::{
    access::{Access, AccountAtHand},
    draft::{Entry, UserDraft},
    form::{Locks, UserFields},
    grants::UserGrants,
    place::places,
};
use crate::{
    api::{Mutation, query},
    assignments::UserAssignments,
    editing::{Draft, EditActions, Editing},
    i18n::{Text, t, t_with},
    route::Page,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Breadcrumb, Form, PageHeader, SkeletonKind, Stack, Tab, Tabs, breadcrumbs, when_ready},
};
use leptos::prelude::*;
use shared::{
    ids::UserId,
    sites::Site,
    users::{
        User,
        api::{Update, View},
    },
};

/// Shows one.
#[component]
pub fn UserPage(user: UserId) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(View { org: org.clone(), user: user.clone() }));
    let name = Text::derive(move || read.answer().map_or_else(|| t("user").get(), |user| user.person.full_name()));
    let list = Signal::derive(move || session.link(Page::Users));
    let content = when_ready(read, SkeletonKind::Form, move |user: Signal<User>| {
        let account = move || when_sites_known(move |sites| view! { <UserForm session user sites/> }.into_any());
        let grants = move || view! { <UserGrants session user/> }.into_any();
        let assignments =
            move || view! { <UserAssignments user=user.with_untracked(|user| user.id.clone())/> }.into_any();
        let tabs = vec![
            Tab::new("account", t("user-account"), account),
            Tab::new("assignments", t("assignments"), assignments),
            Tab::new("grants", t("grants"), grants),
        ];
        view! { <div><Tabs label=t("user") tabs/></div> }.into_any()
    });
    view! {
        <PageHeader title=name breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("users"), list)])/>
        {content}
    }
}

#[component]
fn UserForm(session: CurrentSession, user: Signal<User>, sites: Signal<Vec<Site>>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), UserDraft::new());
    let (editing, at_hand) = (Editing::new(user, draft, Entry::of), AccountAtHand::new(session, user));
    let submit = move |()| {
        let (user, version) = editing.record().with_untracked(|user| (user.id.clone(), user.version));
        let Entry { person, site } = untrack(|| draft.value());
        mutation.submit(
            Update { org: session.org(), user, version, person, site, status: None, new_password: None },
            move |user: User| {
                let name = user.person.full_name();
                toasts::success(t_with("user-saved", move || vec![("name", name.clone().into())]));
                editing.saved(user);
            },
        );
    };
    let places = Signal::derive(move || {
        let present = editing.record().with(|user| user.site.clone());
        places::<Update>(session, &sites.read(), Some(&present))
    });
    let locks = Locks {
        everything: Signal::derive(move || at_hand.update.with(Option::is_some)),
        account: Signal::derive(move || at_hand.weaken.with(Option::is_some)),
    };
    view! {
        <Stack>
            <Access at_hand/>
            <Form mutation on_submit=submit>
                <UserFields draft places locks/>
                <EditActions mutation editing obstacle=at_hand.update/>
            </Form>
        </Stack>
    }
}
