//! What the organization asks of passwords (RSC-8, RSC-9), and of whom a second step (RSC-12).

use super::when_settings_known;
use crate::{
    api::Mutation,
    editing::{Draft, EditActions, Editing},
    i18n::{Text, say_of, t, t_of, t_with},
    session::CurrentSession,
    toasts,
    two_step::TwoStepPolicyForm,
    widgets::{Alert, Checkbox, Columns, Form, FormSection, PageHeader, Select, SelectOption, Stack, TextField},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    organizations::{Organization, Settings, api::UpdateSettings},
    password::{MIN_WITH_TWO, Policy, Strength, TEMPORARY_HOURS},
};

/// Shows it.
#[component]
pub fn PasswordPolicyPage() -> impl IntoView {
    let form = |session, organization| {
        view! { <Stack><PolicyForm session organization/><TwoStepPolicyForm/></Stack> }.into_any()
    };
    view! {
        <PageHeader title=t("password-policy") description=t("password-policy-why")/>
        {when_settings_known(form)}
    }
}

/// What is typed and chosen so far. The number is a text until it is sent.
#[derive(Clone, Copy, Debug, Default)]
struct PolicyDraft {
    strength: RwSignal<String>,
    shorter_with_two_steps: RwSignal<bool>,
    types_passwords: RwSignal<bool>,
    temporary_hours: RwSignal<String>,
    change_forced: RwSignal<bool>,
}

impl PolicyDraft {
    fn strength(self) -> Strength {
        self.strength.with(|name| Strength::named(name)).unwrap_or_default()
    }
}

impl Draft for PolicyDraft {
    type Value = Policy;

    fn value(self) -> Policy {
        Policy {
            strength: self.strength(),
            shorter_with_two_steps: self.shorter_with_two_steps.get(),
            administrators_type_passwords: self.types_passwords.get(),
            // What is no number is refused like one that is out of range.
            temporary_hours: self.temporary_hours.with(|text| text.trim().parse().unwrap_or_default()),
            change_forced: self.change_forced.get(),
        }
    }

    fn fill(self, policy: &Policy) {
        let Policy { strength, shorter_with_two_steps, administrators_type_passwords, temporary_hours, change_forced } =
            policy;
        self.strength.set(strength.name().to_owned());
        self.shorter_with_two_steps.set(*shorter_with_two_steps);
        self.types_passwords.set(*administrators_type_passwords);
        self.temporary_hours.set(temporary_hours.to_string());
        self.change_forced.set(*change_forced);
    }
}

#[component]
fn PolicyForm(session: CurrentSession, organization: Signal<Organization>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), PolicyDraft::default());
    let policy = |organization: &Organization| organization.settings.password_policy.clone();
    let editing = Editing::new(organization, draft, policy);
    let obstacle = session.obstacle::<UpdateSettings>(Target::Organization);
    let submit = move |()| {
        let Organization { version, settings, .. } = editing.record().get_untracked();
        let settings = Settings { password_policy: untrack(|| draft.value()), ..settings };
        let request = UpdateSettings { org: session.org(), version, settings };
        mutation.submit(request, move |organization| {
            toasts::success(t("changes-saved"));
            editing.saved(organization);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            {move || obstacle.get().map(|why| view! { <Alert>{why}</Alert> })}
            <FormSection title=t("password-policy-strength") description=t("password-policy-strength-why")>
                {move || strength(draft, obstacle.with(Option::is_some))}
                {with_two_steps(draft, obstacle)}
            </FormSection>
            {by_administrators(draft, obstacle)}
            <EditActions mutation editing obstacle/>
        </Form>
    }
}

/// A choice, or what was chosen where it cannot be changed; with what it asks.
fn strength(draft: PolicyDraft, read_only: bool) -> AnyView {
    let (field, label) = ("settings.password_policy.strength", t("password-strength-least"));
    let hint: Text = Signal::derive(move || {
        let strength = draft.strength();
        say_of("password-strength-why-*", strength.name(), &[("min", strength.min_length().into())])
    });
    if read_only {
        let chosen = RwSignal::new(say_of("password-strength-*", untrack(|| draft.strength()).name(), &[]));
        return view! { <TextField name=field label value=chosen hint read_only=true/> }.into_any();
    }
    let option = |strength: Strength| SelectOption::new(strength.name(), t_of("password-strength-*", strength.name()));
    let options = Strength::ALL.map(option).to_vec();
    view! { <Select name=field label value=draft.strength options hint/> }.into_any()
}

/// Shorter ones, where they are not the only factor.
fn with_two_steps(draft: PolicyDraft, obstacle: Signal<Option<String>>) -> AnyView {
    let numbered = |key| t_with(key, || vec![("min", MIN_WITH_TWO.into())]);
    let change = move |ticked| draft.shorter_with_two_steps.set(ticked);
    view! {
        <Checkbox label=numbered("password-shorter") checked=draft.shorter_with_two_steps on_change=change hint=numbered("password-shorter-why") obstacle/>
    }
    .into_any()
}

/// Passwords that administrators make for others.
fn by_administrators(draft: PolicyDraft, obstacle: Signal<Option<String>>) -> AnyView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let (least, most) = TEMPORARY_HOURS.into_inner();
    let hours = t_with("organization-range-hint", move || vec![("min", least.into()), ("max", most.into())]);
    let change = move |ticked| draft.types_passwords.set(ticked);
    let force = move |ticked| draft.change_forced.set(ticked);
    view! {
        <FormSection title=t("password-policy-by-administrators")>
            <Checkbox label=t("organization-change-forced") checked=draft.change_forced on_change=force hint=t("organization-change-forced-why") obstacle/>
            <Checkbox label=t("organization-types-passwords") checked=draft.types_passwords on_change=change hint=t("organization-types-passwords-why") obstacle/>
            <Columns>
                <TextField name="settings.password_policy.temporary_hours" label=t("organization-temporary-hours") value=draft.temporary_hours hint=hours kind="number" required=true read_only/>
            </Columns>
        </FormSection>
    }
    .into_any()
}
