//! Making a credential; its token is shown once.

use super::{Handed, handover};
use crate::{
    api::Mutation,
    browser::start_of_day,
    i18n::t,
    scope::{ReachDraft, ReachFields, known_sites},
    session::{CurrentSession, current_session},
    widgets::{Choice, DateField, Dialog, Form, FormActions, TextField},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    checks::api::Explain,
    credentials::{
        Reach,
        api::{Create, Made},
    },
    sites::Site,
};

/// Asks what it is for, then shows the token.
#[component]
pub(super) fn CreateDialog(open: RwSignal<bool>) -> impl IntoView {
    view! { <Dialog open title=t("credentials-new")><Creating open/></Dialog> }
}

/// Made anew whenever the dialog opens, so that no token stays behind.
#[component]
fn Creating(open: RwSignal<bool>) -> impl IntoView {
    let token = RwSignal::new(None::<Handed>);
    move || match token.get() {
        Some(token) => handover(t("credential-once"), t("credential-token"), token, open),
        None => view! { <CreateForm token/> }.into_any(),
    }
}

#[component]
fn CreateForm(token: RwSignal<Option<Handed>>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let (name, expires) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let everywhere = untrack(|| session.may::<Explain>(&Target::Organization));
    let reach = ReachDraft::new(everywhere);
    let submit = move |()| {
        // The last day belongs to it.
        let expires_at = expires.get_untracked().and_then(|day| start_of_day(&day, 1));
        let name = name.with_untracked(|name| name.trim().to_owned());
        let reach = Reach { scope: untrack(|| reach.scope()), ..Reach::default() };
        let request = Create { expires_at, reach, ..Create::new(session.org(), &name) };
        mutation.submit(request, move |made: Made| token.set(Some(Handed(made.token))));
    };
    view! {
        <Form mutation on_submit=submit>
            <TextField name="name" label=t("credential-name") value=name required=true hint=t("credential-name-hint")/>
            <ReachFields draft=reach name="reach.scope" sites=choices(session) everywhere/>
            <DateField
                name="expires_at"
                label=t("credential-expires")
                hint=t("credential-expires-hint")
                value=expires
                on_change=move |day| expires.set(day)
            />
            <FormActions mutation submit=t("credentials-new")/>
        </Form>
    }
}

/// The sites about which one may answer oneself who may do what.
fn choices(session: CurrentSession) -> Signal<Vec<Choice>> {
    let sites = known_sites();
    let choice = move |site: Site| {
        let obstacle = session.obstacle::<Explain>(Target::Site(site.id.clone()));
        Choice::new(site.id.to_string(), site.details.name).obstacle(obstacle)
    };
    Signal::derive(move || sites.answer().unwrap_or_default().into_iter().map(choice).collect())
}
