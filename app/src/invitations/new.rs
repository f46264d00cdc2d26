//! Inviting somebody.

use crate::{
    api::Mutation,
    groups::{GroupPicker, picked_group},
    i18n::{t, t_with},
    listing::Listing,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    toasts,
    users::{SiteField, places, usual_place},
    widgets::{Dialog, DialogActions, Form, Pick, TextField},
};
use leptos::prelude::*;
use shared::{
    invitations::{Invitation, api::Create},
    sites::Site,
};

/// The dialog.
#[component]
pub(super) fn InviteDialog(open: RwSignal<bool>) -> impl IntoView {
    let session = current_session();
    let form = move || when_sites_known(move |sites| view! { <InviteForm session sites open/> }.into_any());
    view! { <Dialog open title=t("invite")>{form()}</Dialog> }
}

#[component]
fn InviteForm(session: CurrentSession, sites: Signal<Vec<Site>>, open: RwSignal<bool>) -> impl IntoView {
    let (mutation, email, group) = (Mutation::new(), RwSignal::new(String::new()), RwSignal::new(None::<Pick>));
    let usual = untrack(|| usual_place::<Create>(session, &sites.read(), Listing::from_address().site()));
    let site = RwSignal::new(usual.map(|site| site.to_string()).unwrap_or_default());
    let places = Signal::derive(move || places::<Create>(session, &sites.read(), None));
    let submit = move |()| {
        let request = Create {
            org: session.org(),
            email: email.get_untracked().trim().to_owned(),
            site: site.with_untracked(|site| site.parse().ok()),
            group: untrack(|| picked_group(group)),
        };
        mutation.submit(request, move |invitation: Invitation| {
            open.set(false);
            let email = invitation.email;
            toasts::success(t_with("invitation-sent", move || vec![("email", email.clone().into())]));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <TextField name="email" label=t("email") value=email kind="email" required=true hint=t("invite-hint")/>
            <SiteField value=site places/>
            <GroupPicker name="group" label=t("invite-group") picked=group/>
            <DialogActions mutation open submit=t("invite")/>
        </Form>
    }
}
