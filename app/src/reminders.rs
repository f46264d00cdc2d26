//! Finding one's organizations by mail, for those who do not know the short name any more.

use crate::{
    api::Mutation,
    i18n::{language, t},
    route::Route,
    session::SignedOutCard,
    widgets::{Alert, AlertKind, Button, ButtonKind, ButtonType, Form, TextField, TextLink},
};
use leptos::prelude::*;
use shared::reminders::api::Create;

/// Asks for the address. What is said is the same for every address.
#[component]
pub fn RemindersPage() -> impl IntoView {
    let (mutation, email, asked) = (Mutation::new(), RwSignal::new(String::new()), RwSignal::new(false));
    let busy = Signal::derive(move || mutation.is_busy());
    let submit = move |()| {
        asked.set(false);
        let request = Create { email: email.get_untracked().trim().to_owned(), language: untrack(language) };
        mutation.submit(request, move |()| asked.set(true));
    };
    let said = move || asked.get().then(|| view! { <Alert kind=AlertKind::Success>{t("reminder-asked")}</Alert> });
    view! {
        <SignedOutCard title=t("reminder-title") description=t("reminder-why")>
            {said}
            <Form mutation on_submit=submit>
                <TextField name="email" label=t("email") value=email kind="email" autocomplete="email" required=true/>
                <Button label=t("reminder-ask") kind=ButtonKind::Primary button_type=ButtonType::Submit busy wide=true/>
            </Form>
            <p class="text-sm"><TextLink label=t("reminder-back") href=Route::ChooseOrganization.path()/></p>
        </SignedOutCard>
    }
}
