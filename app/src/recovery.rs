//! Getting in again without the password: asking for a link, and choosing a password with one.

use crate::{
    api::{Mutation, query},
    browser,
    i18n::{Text, t},
    navigation::use_navigation,
    password::check_new,
    route::Route,
    session::SignedOutCard,
    toasts,
    widgets::{
        Alert, AlertKind, Button, ButtonKind, ButtonType, Form, PasswordField, StrengthAdvice, TextField, TextLink,
    },
};
use leptos::prelude::*;
use shared::{
    ids::Slug,
    organizations::api::View,
    password::Policy,
    recovery::api::{Complete, Create},
};

/// With the secret of a link in the address: the new password. Without: where to send a link.
#[component]
pub fn RecoveryPage(
    /// The organization.
    org: Slug,
) -> impl IntoView {
    let token = browser::secret_of_link();
    let back = Route::SignIn(org.clone()).path();
    let title = Text::derive(move || match token.with(Option::is_some) {
        true => t("recovery-choose-title").get(),
        false => t("recovery-title").get(),
    });
    let form = move || match token.get() {
        Some(token) => view! { <Choose org=org.clone() token/> }.into_any(),
        None => view! { <Ask org=org.clone()/> }.into_any(),
    };
    view! {
        <SignedOutCard title>
            {form}
            <p class="text-sm"><TextLink label=t("recovery-back") href=back/></p>
        </SignedOutCard>
    }
}

#[component]
fn Ask(org: Slug) -> impl IntoView {
    let (mutation, login, asked) = (Mutation::new(), RwSignal::new(String::new()), RwSignal::new(false));
    let busy = Signal::derive(move || mutation.is_busy());
    let submit = move |()| {
        asked.set(false);
        let request = Create { org: org.clone(), login: login.get_untracked().trim().to_owned() };
        mutation.submit(request, move |()| asked.set(true));
    };
    // The same whether there is such an account or not.
    let said = move || asked.get().then(|| view! { <Alert kind=AlertKind::Success>{t("recovery-asked")}</Alert> });
    view! {
        <p class="text-muted">{t("recovery-why")}</p>
        {said}
        <Form mutation on_submit=submit>
            <TextField name="login" label=t("sign-in-login") value=login autocomplete="username" required=true/>
            <Button label=t("recovery-ask") kind=ButtonKind::Primary button_type=ButtonType::Submit busy wide=true/>
        </Form>
    }
}

#[component]
fn Choose(org: Slug, token: String) -> impl IntoView {
    let (mutation, password, navigation) = (Mutation::new(), RwSignal::new(String::new()), use_navigation());
    let busy = Signal::derive(move || mutation.is_busy());
    let organization = query({
        let org = org.clone();
        move || Some(View { org: org.clone() })
    });
    let words = Signal::derive(move || {
        organization.answer().map(|known| vec![known.name, known.slug.to_string()]).unwrap_or_default()
    });
    // What the organization asks beyond the usual is not known before signing in: the edge says it.
    let advice = StrengthAdvice::new(Signal::stored(Policy::default()), words);
    let submit = move |()| {
        let new_password = password.get_untracked();
        if let Err(problem) = check_new("new_password", &new_password, &Policy::default(), &words.get_untracked()) {
            return mutation.refuse(problem);
        }
        let (org, request) = (org.clone(), Complete { org: org.clone(), token: token.clone(), new_password });
        mutation.send(request, move |()| {
            toasts::success(t("recovery-done"));
            navigation.redirect(&Route::SignIn(org));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <PasswordField name="new_password" label=t("password-new") value=password autocomplete="new-password" advice/>
            <Button label=t("recovery-choose") kind=ButtonKind::Primary button_type=ButtonType::Submit busy wide=true/>
        </Form>
    }
}
