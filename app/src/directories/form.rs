//! What a directory is like: its name, and how new users get in.

use crate::{
    api::Mutation,
    editing::{Draft, EditActions, Editing},
    i18n::{t, t_of},
    password::personal_words,
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Alert, Checkbox, Form, FormSection, PasswordField, Select, SelectOption, Stack, StrengthAdvice, TextField,
        TextLink,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    directories::{Directory, DirectoryDetails, Onboarding, api::Update},
};

/// What is typed about a directory.
#[derive(Clone, Copy, Debug)]
pub(super) struct DirectoryDraft {
    name: RwSignal<String>,
    onboarding: RwSignal<String>,
    teams_with_permissions: RwSignal<bool>,
    password: RwSignal<String>,
}

impl Default for DirectoryDraft {
    fn default() -> Self {
        let onboarding = ways_in(None).into_iter().next().unwrap_or_default();
        let onboarding = RwSignal::new(onboarding.as_str().to_owned());
        Self {
            name: RwSignal::default(),
            onboarding,
            teams_with_permissions: RwSignal::new(false),
            password: RwSignal::default(),
        }
    }
}

impl DirectoryDraft {
    /// What it is to be like. Followed.
    pub(super) fn details(self) -> DirectoryDetails {
        let onboarding = self.onboarding.get();
        let onboarding = Onboarding::ALL.into_iter().find(|known| known.as_str() == onboarding).unwrap_or_default();
        DirectoryDetails {
            name: self.name.with(|name| name.trim().to_owned()),
            onboarding,
            teams_with_permissions: self.teams_with_permissions.get(),
        }
    }

    /// The default password, if one is typed where there is to be one. Followed.
    pub(super) fn default_password(self) -> Option<String> {
        let is_wanted = self.details().onboarding == Onboarding::DefaultPassword;
        self.password.with(|password| (is_wanted && !password.is_empty()).then(|| password.clone()))
    }
}

impl Draft for DirectoryDraft {
    type Value = (DirectoryDetails, Option<String>);

    fn value(self) -> Self::Value {
        (self.details(), self.default_password())
    }

    fn fill(self, (details, _): &Self::Value) {
        self.name.set(details.name.clone());
        self.onboarding.set(details.onboarding.as_str().to_owned());
        self.teams_with_permissions.set(details.teams_with_permissions);
        self.password.set(String::new());
    }
}

/// Name, way in, the default password where that is the way, and which teams it fills.
#[component]
pub(super) fn DirectoryFields(
    draft: DirectoryDraft,
    /// Whether there is a default password already.
    #[prop(optional, into)]
    has_password: Signal<bool>,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
) -> impl IntoView {
    let session = current_session();
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let chosen = untrack(|| draft.details().onboarding);
    let option = |way: Onboarding| SelectOption::new(way.as_str(), t_of("directory-onboarding-*", way.as_str()));
    let ways: Vec<_> = ways_in(Some(chosen)).into_iter().map(option).collect();
    let by_password = Memo::new(move |_| draft.details().onboarding == Onboarding::DefaultPassword);
    let password = move || (by_password.get() && !read_only.get()).then(|| password(session, draft, has_password));
    view! {
        <TextField name="details.name" label=t("directory-name") value=draft.name required=true hint=t("directory-name-hint") read_only/>
        <Select name="details.onboarding" label=t("directory-onboarding") value=draft.onboarding options=ways/>
        {password}
        <Checkbox
            label=t("directory-teams-with-permissions")
            hint=t("directory-teams-with-permissions-why")
            checked=draft.teams_with_permissions
            obstacle
            on_change=move |ticked| draft.teams_with_permissions.set(ticked)
        />
    }
}

/// The ways in that there are, the one to prefer first: by a link only where mails can be sent, or where it was
/// chosen before and is to be chosen otherwise.
fn ways_in(chosen: Option<Onboarding>) -> Vec<Onboarding> {
    let mails = current_session().signal().with_untracked(|session| session.mails);
    let later_first =
        if mails { Onboarding::ALL } else { [Onboarding::Later, Onboarding::DefaultPassword, Onboarding::Invitation] };
    later_first.into_iter().filter(|way| mails || *way != Onboarding::Invitation || chosen == Some(*way)).collect()
}

/// Where the password policy allows no default password, the way to where that is decided.
fn password(session: CurrentSession, draft: DirectoryDraft, has_password: Signal<bool>) -> AnyView {
    let policy = Signal::derive(move || session.signal().with(|session| session.password_policy.clone()));
    let words = Signal::derive(move || session.signal().with(personal_words));
    let is_allowed = Memo::new(move |_| policy.read().allows_default_passwords());
    let kept = move || {
        has_password.get().then(|| view! { <p class="text-muted text-sm">{t("directory-default-password-kept")}</p> })
    };
    let field = move || match is_allowed.get() {
        true => {
            let advice = StrengthAdvice::new(policy, words);
            view! {
                {kept}
                <PasswordField name="default_password" label=t("directory-default-password") value=draft.password autocomplete="new-password" advice/>
                <p class="text-muted text-sm">{t("directory-default-password-why")}</p>
            }
            .into_any()
        }
        false => {
            let href = Signal::derive(move || session.link(Page::PasswordPolicy));
            view! { <Alert>{t("directory-default-password-not-allowed")}" "<TextLink label=t("password-policy") href/></Alert> }
                .into_any()
        }
    };
    view! { <Stack>{field}</Stack> }.into_any()
}

/// The form on a directory's page.
#[component]
pub(super) fn DirectoryForm(session: CurrentSession, directory: Signal<Directory>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), DirectoryDraft::default());
    let editing = Editing::new(directory, draft, |directory: &Directory| (directory.details.clone(), None));
    let obstacle = session.obstacle::<Update>(Target::Organization);
    let has_password = Signal::derive(move || {
        editing.record().with(|directory| directory.details.onboarding == Onboarding::DefaultPassword)
    });
    let submit = move |()| {
        let record = editing.record().with_untracked(|directory| (directory.credential.id.clone(), directory.version));
        let (directory, version) = record;
        let (details, default_password) = untrack(|| draft.value());
        let request = Update { org: session.org(), directory, version, details, default_password };
        mutation.submit(request, move |directory| {
            toasts::success(t("changes-saved"));
            editing.saved(directory);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <FormSection title=t("directory-settings") description=t("directory-settings-why")>
                <Stack><DirectoryFields draft has_password obstacle/></Stack>
            </FormSection>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
