//! Accepting an invitation: the account, its password and its preferences in one step.

use crate::{
    api::{Mutation, forget_everything, query},
    browser,
    i18n::{choose_language, t, t_with},
    navigation::use_navigation,
    password::check_new,
    people::user_name_from,
    problem::describe,
    profile::{PreferencesDraft, PreferencesFields},
    route::{Page, Route},
    session::SignedOutCard,
    widgets::{
        Alert, AlertKind, Button, ButtonKind, ButtonType, Columns, Form, PasswordField, StrengthAdvice, TextField,
        TextLink,
    },
};
use leptos::prelude::*;
use shared::{
    Code, Problem,
    ids::Slug,
    invitations::{
        NewPerson, Welcome,
        api::{Accept, Open},
    },
    organizations::api::View,
    password::Policy,
    profile::Preferences,
    session::Session,
    validation::Validate,
};

/// Shows who is invited where, and asks for what is missing.
#[component]
pub fn InvitationPage(
    /// The organization.
    org: Slug,
) -> impl IntoView {
    let organization = query({
        let org = org.clone();
        move || Some(View { org: org.clone() })
    });
    let slug = org.to_string();
    let name = move || organization.answer().map_or_else(|| slug.clone(), |organization| organization.name);
    let title = t_with("invitation-title", move || vec![("organization", name().into())]);
    let (opening, welcome) = (Mutation::new(), RwSignal::new(None::<Welcome>));
    let token = browser::secret_of_link();
    Effect::new({
        let org = org.clone();
        move |_| match token.get() {
            Some(token) => opening.send(Open { org: org.clone(), token }, move |it| welcome.set(Some(it))),
            None => opening.refuse(Problem::new(Code::LinkRefused)),
        }
    });
    let back = Route::SignIn(org.clone()).path();
    let content = move || match (welcome.get(), opening.problem().get()) {
        (Some(Welcome { is_user: true, .. }), _) => view! { <Alert>{t("invitation-is-user")}</Alert> }.into_any(),
        (Some(welcome), _) => {
            let token = token.get_untracked().unwrap_or_default();
            view! { <AcceptForm org=org.clone() token welcome/> }.into_any()
        }
        (None, Some(problem)) => view! { <Alert kind=AlertKind::Error>{describe(&problem)}</Alert> }.into_any(),
        (None, None) => ().into_any(),
    };
    view! {
        <SignedOutCard title>
            {content}
            <p class="text-sm"><TextLink label=t("recovery-back") href=back/></p>
        </SignedOutCard>
    }
}

/// What is typed about oneself.
#[derive(Clone, Copy)]
struct Draft {
    user_name: RwSignal<String>,
    given_name: RwSignal<String>,
    family_name: RwSignal<String>,
    password: RwSignal<String>,
    preferences: PreferencesDraft,
}

impl Draft {
    fn new(email: &str) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            user_name: RwSignal::new(user_name_from(email)),
            given_name: empty(),
            family_name: empty(),
            password: empty(),
            preferences: PreferencesDraft::new(&Preferences::default()),
        }
    }

    fn person(self) -> NewPerson {
        let typed = |text: RwSignal<String>| text.with(|text| text.trim().to_owned());
        NewPerson {
            user_name: typed(self.user_name),
            given_name: typed(self.given_name),
            family_name: typed(self.family_name),
        }
    }

    fn words(self) -> Vec<String> {
        let NewPerson { user_name, given_name, family_name } = self.person();
        vec![user_name, given_name, family_name]
    }

    /// The request, if the edge will take it: everything that is wrong is said at once.
    fn request(self, org: Slug, token: String) -> Result<Accept, Problem> {
        untrack(|| {
            let password = self.password.get();
            let weak = check_new("password", &password, &Policy::default(), &self.words()).err();
            let request = Accept { org, token, person: self.person(), password, preferences: self.preferences.value() };
            let wrong = request.validate().err().into_iter().flat_map(|problem| problem.errors);
            // What is wrong with the password is said once.
            let wrong = wrong.filter(|error| error.field != "password");
            let errors: Vec<_> = wrong.chain(weak.into_iter().flat_map(|problem| problem.errors)).collect();
            if errors.is_empty() { Ok(request) } else { Err(Problem::invalid(errors)) }
        })
    }
}

#[component]
fn AcceptForm(org: Slug, token: String, welcome: Welcome) -> impl IntoView {
    let (mutation, navigation, draft) = (Mutation::new(), use_navigation(), Draft::new(&welcome.email));
    let busy = Signal::derive(move || mutation.is_busy());
    let advice = StrengthAdvice::new(Signal::stored(Policy::default()), Signal::derive(move || draft.words()));
    let submit = move |()| {
        let org = org.clone();
        match draft.request(org.clone(), token.clone()) {
            Ok(request) => mutation.send(request, move |session: Session| {
                forget_everything();
                session.language.into_iter().for_each(choose_language);
                navigation.redirect(&Route::Console(org, Page::Home));
            }),
            Err(problem) => mutation.refuse(problem),
        }
    };
    let email = welcome.email;
    let why = t_with("invitation-why", move || vec![("email", email.clone().into())]);
    view! {
        <p class="text-muted">{why}</p>
        <Form mutation on_submit=submit>
            <Columns>
                <TextField name="person.given_name" label=t("given-name") value=draft.given_name autocomplete="given-name" required=true/>
                <TextField name="person.family_name" label=t("family-name") value=draft.family_name autocomplete="family-name" required=true/>
            </Columns>
            <TextField name="person.user_name" label=t("user-name") value=draft.user_name autocomplete="username" required=true hint=t("user-name-hint")/>
            <PasswordField name="password" label=t("password") value=draft.password autocomplete="new-password" advice/>
            <fieldset class="fieldset-plain">
                <legend class="section-title">{t("preferences-own")}</legend>
                <PreferencesFields draft=draft.preferences usual_language=t("invitation-language-usual")/>
            </fieldset>
            <Button label=t("invitation-accept") kind=ButtonKind::Primary button_type=ButtonType::Submit busy wide=true/>
        </Form>
    }
}
