//! The form that changes one's own password: where it has become too short, and on the profile page.

use super::check_own;
use crate::{
    api::Mutation,
    i18n::t,
    toasts,
    widgets::{Form, FormActions, PasswordField, StrengthAdvice},
};
use leptos::prelude::*;
use shared::session::{Session, api::ChangePassword};

/// Changes the password of the person who is signed in.
#[component]
pub fn PasswordChange(session: Signal<Session>, #[prop(into)] on_changed: Callback<()>) -> impl IntoView {
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let mutation = Mutation::new();
    let advice = StrengthAdvice::own(session);
    let submit = move |()| {
        let request = ChangePassword {
            org: session.with_untracked(|session| session.organization.slug.clone()),
            current_password: current.get_untracked(),
            new_password: new.get_untracked(),
        };
        if let Err(problem) = check_own("new_password", &request.new_password, advice) {
            return mutation.refuse(problem);
        }
        mutation.send(request, move |_| {
            current.set(String::new());
            new.set(String::new());
            toasts::success(t("password-changed"));
            on_changed.run(());
        });
    };
    let user_name = move || session.with(|session| session.person.user_name.clone());
    view! {
        <Form mutation on_submit=submit>
            // Password managers file the new password under this name.
            <input type="text" name="username" autocomplete="username" class="hidden" readonly prop:value=user_name/>
            <PasswordField name="current_password" label=t("password-current") value=current autocomplete="current-password"/>
            <PasswordField name="new_password" label=t("password-new") value=new autocomplete="new-password" advice/>
            <FormActions mutation submit=t("password-change")/>
        </Form>
    }
}
