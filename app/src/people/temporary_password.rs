//! Temporary passwords: made or typed for somebody, shown once, replaced at the first sign-in.

use crate::{
    api::Mutation,
    i18n::{Text, t, t_with},
    password::{check_new, words_of},
    session::current_session,
    widgets::{
        Alert, AlertKind, Button, ButtonKind, Checkbox, Definition, Definitions, Dialog, Form, FormActions,
        PasswordField, Secret, Select, SelectOption, Stack, StrengthAdvice,
    },
};
use leptos::prelude::*;
use shared::{
    Endpoint, FieldError, Problem,
    password::{Policy, TEMPORARY_HOURS},
    users::{Person, TemporaryPassword, api::Credentials},
};

/// The field of requests that a typed password stands in.
const FIELD: &str = "password.password";
/// The field in which it is typed once more. It stays here.
const CONFIRMATION: &str = "password.confirmation";

/// How a temporary password reaches the person, as the choice is called in the form.
const MAILED: &str = "mailed";
const SHOWN: &str = "shown";
const TYPED: &str = "typed";

/// How a temporary password is to come about, as chosen so far: mailed where mails can be sent,
/// unless it is to be shown or typed.
#[derive(Clone, Copy, Debug)]
pub struct TemporaryPasswordDraft {
    how: RwSignal<String>,
    typed: RwSignal<String>,
    confirmed: RwSignal<String>,
    enforce_expiry: RwSignal<bool>,
    policy: Signal<Policy>,
    has_mails: Signal<bool>,
}

impl TemporaryPasswordDraft {
    /// A password that is made. Must be called behind sign-in: the organization has rules.
    pub fn new() -> Self {
        let session = current_session().signal();
        let policy = Signal::derive(move || session.with(|session| session.password_policy.clone()));
        let has_mails = Signal::derive(move || session.with(|session| session.mails));
        let usual = if has_mails.get_untracked() { MAILED } else { SHOWN };
        Self {
            how: RwSignal::new(usual.to_owned()),
            typed: RwSignal::new(String::new()),
            confirmed: RwSignal::new(String::new()),
            enforce_expiry: RwSignal::new(true),
            policy,
            has_mails,
        }
    }

    fn is(self, how: &str) -> bool {
        self.how.read().as_str() == how
    }

    /// What to ask the edge for, if it will accept it.
    pub fn request(self, person: &Person) -> Result<TemporaryPassword, Problem> {
        match self.how.get_untracked().as_str() {
            MAILED => Ok(TemporaryPassword::Mailed),
            TYPED => {
                let password = self.typed.get_untracked();
                let weak = check_new(FIELD, &password, &self.policy.get_untracked(), &words_of(person)).err();
                let errors: Vec<FieldError> =
                    weak.into_iter().flat_map(|problem| problem.errors).chain(self.confirmation_error()).collect();
                if !errors.is_empty() {
                    return Err(Problem::invalid(errors));
                }
                Ok(TemporaryPassword::Typed { password, enforce_expiry: self.enforce_expiry.get_untracked() })
            }
            _ => Ok(TemporaryPassword::Generated),
        }
    }

    /// What is wrong with the second time that the password is typed (CRES-12).
    fn confirmation_error(self) -> Option<FieldError> {
        let confirmed = self.confirmed.get_untracked();
        let code = match confirmed.as_str() {
            "" => "required",
            _ if confirmed != *self.typed.read_untracked() => "password_mismatch",
            _ => return None,
        };
        Some(FieldError::new(CONFIRMATION, code))
    }

    /// The ways there are here.
    fn ways(self) -> Vec<SelectOption> {
        let may_type = self.policy.read().administrators_type_passwords;
        let mailed = self.has_mails.get().then(|| SelectOption::new(MAILED, t("temporary-password-mail")));
        let typed = may_type.then(|| SelectOption::new(TYPED, t("temporary-password-type")));
        let shown = SelectOption::new(SHOWN, t("temporary-password-show"));
        mailed.into_iter().chain([shown]).chain(typed).collect()
    }
}

impl Default for TemporaryPasswordDraft {
    fn default() -> Self {
        Self::new()
    }
}

/// Lets one choose how a temporary password reaches the person, and says what happens with it.
#[component]
pub fn TemporaryPasswordFields(draft: TemporaryPasswordDraft, #[prop(into)] person: Signal<Person>) -> impl IntoView {
    let advice = StrengthAdvice::new(draft.policy, Signal::derive(move || person.with(words_of)));
    let ways = Signal::derive(move || draft.ways());
    let is_choice = Memo::new(move |_| ways.read().len() > 1);
    let choice = move || {
        is_choice.get().then(|| {
            view! { <Select name="password" label=t("temporary-password-how") value=draft.how options=ways/> }
        })
    };
    let hours = move || vec![("hours", draft.policy.read().temporary_hours.into())];
    let mailed = t_with("temporary-password-mailed-why", hours);
    let shown = t_with("temporary-password-why", hours);
    let explanation = move || {
        if draft.is(MAILED) { Some(mailed.get()) } else { draft.is(SHOWN).then(|| shown.get()) }
    };
    let field = move || {
        draft.is(TYPED).then(|| {
            let (hours, change) = (longest(), move |ticked| draft.enforce_expiry.set(ticked));
            let hint = t_with("temporary-password-expiry-hint", move || {
                vec![("hours", draft.policy.read().temporary_hours.into()), ("days", (hours / 24).into())]
            });
            view! {
                <PasswordField name=FIELD label=t("password") value=draft.typed autocomplete="new-password" advice/>
                <PasswordField name=CONFIRMATION label=t("password-confirm") value=draft.confirmed autocomplete="new-password"/>
                <Checkbox label=t("temporary-password-expiry") checked=draft.enforce_expiry on_change=change hint/>
            }
        })
    };
    view! {
        {choice}
        <p class="text-muted">{explanation}</p>
        {field}
    }
}

/// How many hours a temporary password works at the most.
const fn longest() -> u32 {
    *TEMPORARY_HOURS.end()
}

/// A temporary password that was made, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    name: String,
    user_name: String,
    password: String,
}

impl Issued {
    /// What was made for a person, if it was made rather than typed.
    pub fn new(person: &Person, credentials: Credentials) -> Option<Self> {
        Self::of(person, credentials.temporary_password)
    }

    /// The same, of the password alone.
    pub fn of(person: &Person, password: Option<String>) -> Option<Self> {
        let password = password?;
        Some(Self { name: person.full_name(), user_name: person.user_name.clone(), password })
    }
}

/// Shows a temporary password this once, as soon as there is one. `on_close` runs when it was
/// put away.
#[component]
pub fn IssuedDialog(
    issued: RwSignal<Option<Issued>>,
    #[prop(optional, into)] on_close: Option<Callback<()>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if issued.read().is_some() {
            open.set(true);
        }
    });
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            issued.set(None);
            on_close.iter().for_each(|on_close| on_close.run(()));
        }
        is_open
    });
    view! { <Dialog open title=t("temporary-password")>{move || issued.get().map(|issued| handover(issued, open))}</Dialog> }
}

fn handover(issued: Issued, open: RwSignal<bool>) -> AnyView {
    view! {
        <Alert kind=AlertKind::Warning>{t("temporary-password-once")}</Alert>
        <Definitions>
            <Definition term=t("full-name")>{issued.name}</Definition>
            <Definition term=t("user-name")>{issued.user_name}</Definition>
        </Definitions>
        <Secret label=t("temporary-password") value=issued.password/>
        <div class="dialog-actions">
            <Button label=t("temporary-password-done") kind=ButtonKind::Primary on_press=move |()| open.set(false)/>
        </div>
    }
    .into_any()
}

/// Asks how somebody gets a new temporary password, naming what happens, and then shows it.
/// `request` makes the endpoint's request. Stands outside of the page's form: it is one itself.
#[component]
pub fn ResetPasswordDialog<E: Endpoint<Response = Credentials>>(
    open: RwSignal<bool>,
    #[prop(into)] person: Signal<Person>,
    request: Callback<TemporaryPassword, E>,
) -> impl IntoView {
    let issued = RwSignal::new(None);
    view! {
        <Dialog open title=t("password-reset")><ResetForm person open issued request/></Dialog>
        <IssuedDialog issued/>
    }
}

#[component]
fn ResetForm<E: Endpoint<Response = Credentials>>(
    person: Signal<Person>,
    open: RwSignal<bool>,
    issued: RwSignal<Option<Issued>>,
    request: Callback<TemporaryPassword, E>,
) -> impl IntoView {
    let (draft, mutation) = (TemporaryPasswordDraft::new(), Mutation::new());
    let submit = move |()| {
        let whose = person.get_untracked();
        match draft.request(&whose) {
            Ok(password) => mutation.send(request.run(password), move |credentials| {
                crate::toasts::success(named("password-reset-done", &whose));
                open.set(false);
                issued.set(Issued::new(&whose, credentials));
            }),
            Err(problem) => mutation.refuse(problem),
        }
    };
    let what_happens = t_with("password-reset-why", move || vec![("name", person.with(Person::full_name).into())]);
    view! {
        <Form mutation on_submit=submit>
            <p>{what_happens}</p>
            <Stack><TemporaryPasswordFields draft person/></Stack>
            <FormActions mutation submit=t("password-reset")/>
        </Form>
    }
}

/// A sentence about somebody.
fn named(key: &'static str, person: &Person) -> Text {
    let name = person.full_name();
    t_with(key, move || vec![("name", name.clone().into())])
}
