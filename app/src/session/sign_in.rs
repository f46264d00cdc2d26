//! Signing in.

use super::{SignedOutCard, is_held_up};
use crate::{
    api::{Mutation, forget_everything, query},
    i18n::{Text, t, t_with},
    navigation::use_navigation,
    problem::describe,
    route::{Page, Route},
    widgets::{Alert, AlertKind, Button, ButtonKind, ButtonType, Form, PasswordField, TextField, TextLink},
};
use leptos::prelude::*;
use shared::{
    Code, FieldError, Problem,
    ids::Slug,
    organizations::api::View,
    session::{Session, api::Create},
};

/// Signs in to an organization, and goes on where one was headed.
#[component]
pub fn SignInPage(org: Slug) -> impl IntoView {
    let organization = query({
        let org = org.clone();
        move || Some(View { org: org.clone() })
    });
    let slug = org.to_string();
    let name = move || organization.answer().map_or_else(|| slug.clone(), |organization| organization.name);
    let title: Text = t_with("sign-in-title", move || vec![("organization", name().into())]);
    let unknown = Memo::new(move |_| {
        let problem = organization.problem().filter(|problem| problem.code == Code::UnknownOrganization);
        problem.map(|problem| describe(&problem))
    });
    let forgotten = Route::Recovery(org.clone());
    let content = move || match unknown.get() {
        Some(problem) => view! { <Alert kind=AlertKind::Error>{problem}</Alert> }.into_any(),
        None => view! { <SignInForm org=org.clone()/> }.into_any(),
    };
    view! {
        <SignedOutCard title>
            {content}
            <p class="text-sm"><TextLink label=t("sign-in-forgotten") href=forgotten.path()/></p>
            <p class="text-sm">
                <TextLink label=t("sign-in-other-organization") href=Route::ChooseOrganization.path()/>
            </p>
        </SignedOutCard>
    }
}

#[component]
fn SignInForm(org: Slug) -> impl IntoView {
    let (login, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let mutation = Mutation::new();
    let navigation = use_navigation();
    let busy = Signal::derive(move || mutation.is_busy());
    let submit = move |()| {
        let request = Create {
            org: org.clone(),
            login: login.get_untracked().trim().to_owned(),
            password: password.get_untracked(),
        };
        if let Err(problem) = check(&request) {
            return mutation.refuse(problem);
        }
        let org = org.clone();
        mutation.send(request, move |session: Session| {
            forget_everything();
            if is_held_up(&session) {
                navigation.redirect_narrowed(&Route::Admission(org));
            } else {
                navigation.resume(&Route::Console(org, Page::Home));
            }
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <TextField name="login" label=t("sign-in-login") value=login autocomplete="username" required=true/>
            <PasswordField name="password" label=t("password") value=password autocomplete="current-password"/>
            <Button label=t("sign-in") kind=ButtonKind::Primary button_type=ButtonType::Submit busy wide=true/>
        </Form>
    }
}

/// Empty fields are told apart from wrong ones without asking the edge.
fn check(request: &Create) -> Result<(), Problem> {
    let empty = |name: &str, value: &str| value.is_empty().then(|| FieldError::new(name, "required"));
    let errors: Vec<FieldError> =
        [empty("login", &request.login), empty("password", &request.password)].into_iter().flatten().collect();
    if errors.is_empty() { Ok(()) } else { Err(Problem::invalid(errors)) }
}
