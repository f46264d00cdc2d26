//! Adding a directory; its token is shown once, and copied (RSC-40).

use super::form::{DirectoryDraft, DirectoryFields};
use crate::{
    api::Mutation,
    browser::start_of_day,
    credentials::{Handed, handover},
    i18n::t,
    scope::{ReachDraft, ReachFields, known_sites},
    session::{CurrentSession, current_session},
    widgets::{Choice, DateField, Dialog, Form, FormActions, copy_secret},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    directories::api::{Create, Made},
    sites::Site,
    users,
};

/// Asks what it is like, then shows the token.
#[component]
pub(super) fn NewDirectoryDialog(open: RwSignal<bool>) -> impl IntoView {
    view! { <Dialog open title=t("directories-new")><Adding open/></Dialog> }
}

/// Made anew whenever the dialog opens, so that no token stays behind.
#[component]
fn Adding(open: RwSignal<bool>) -> impl IntoView {
    let token = RwSignal::new(None::<Handed>);
    move || match token.get() {
        Some(token) => handover(t("directory-token-once"), t("credential-token"), token, open),
        None => view! { <NewForm token/> }.into_any(),
    }
}

#[component]
fn NewForm(token: RwSignal<Option<Handed>>) -> impl IntoView {
    let (session, mutation, draft) = (current_session(), Mutation::new(), DirectoryDraft::default());
    let expires = RwSignal::new(None::<String>);
    let everywhere = untrack(|| session.may::<users::api::Create>(&Target::Organization));
    let reach = ReachDraft::new(everywhere);
    let submit = move |()| {
        let request = Create {
            org: session.org(),
            details: untrack(|| draft.details()),
            default_password: untrack(|| draft.default_password()),
            scope: untrack(|| reach.scope()),
            // The last day belongs to it.
            expires_at: expires.get_untracked().and_then(|day| start_of_day(&day, 1)),
        };
        mutation.submit(request, move |made: Made| {
            made.token.iter().for_each(|token| copy_secret(token));
            token.set(Some(Handed(made.token)));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <DirectoryFields draft/>
            <ReachFields draft=reach name="scope" sites=choices(session) everywhere/>
            <DateField
                name="expires_at"
                label=t("credential-expires")
                hint=t("credential-expires-hint")
                value=expires
                on_change=move |day| expires.set(day)
            />
            <FormActions mutation submit=t("directory-generate")/>
        </Form>
    }
}

/// The sites at which one may add users.
fn choices(session: CurrentSession) -> Signal<Vec<Choice>> {
    let sites = known_sites();
    let choice = move |site: Site| {
        let obstacle = session.obstacle::<users::api::Create>(Target::Site(site.id.clone()));
        Choice::new(site.id.to_string(), site.details.name).obstacle(obstacle)
    };
    Signal::derive(move || sites.answer().unwrap_or_default().into_iter().map(choice).collect())
}
