//! The form of the first sign-in: password and preferences in one step.

use crate::{
    api::Mutation,
    i18n::{choose_language, t},
    password::check_own,
    profile::{PreferencesDraft, PreferencesFields},
    toasts,
    widgets::{Form, FormActions, PasswordField, StrengthAdvice},
};
use leptos::prelude::*;
use shared::{
    profile::Preferences,
    session::{Session, api::SetUpAccount},
};

/// Sets up the account of the person who has signed in with a temporary password.
#[component]
pub(super) fn AccountSetUp(session: Signal<Session>) -> impl IntoView {
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (mutation, preferences) = (Mutation::new(), PreferencesDraft::new(&session.with_untracked(present)));
    let advice = StrengthAdvice::own(session);
    let submit = move |()| {
        let request = SetUpAccount {
            org: session.with_untracked(|session| session.organization.slug.clone()),
            current_password: current.get_untracked(),
            new_password: new.get_untracked(),
            preferences: untrack(|| preferences.value()),
        };
        if let Err(problem) = check_own("new_password", &request.new_password, advice) {
            return mutation.refuse(problem);
        }
        let language = request.preferences.language;
        mutation.submit(request, move |_| {
            language.into_iter().for_each(choose_language);
            toasts::success(t("account-set-up"));
        });
    };
    let user_name = move || session.with(|session| session.person.user_name.clone());
    view! {
        <Form mutation on_submit=submit>
            // Password managers file the new password under this name.
            <input type="text" name="username" autocomplete="username" class="hidden" readonly prop:value=user_name/>
            <PasswordField name="current_password" label=t("password-current") value=current autocomplete="current-password"/>
            <PasswordField name="new_password" label=t("password-new") value=new autocomplete="new-password" advice/>
            <fieldset class="fieldset-plain">
                <legend class="section-title">{t("preferences-own")}</legend>
                <PreferencesFields draft=preferences usual_language=t("invitation-language-usual")/>
            </fieldset>
            <FormActions mutation submit=t("password-change")/>
        </Form>
    }
}

fn present(session: &Session) -> Preferences {
    let Session { language, time_zone, notices_by_mail, .. } = session.clone();
    Preferences { language, time_zone, notices_by_mail }
}
