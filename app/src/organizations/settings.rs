//! What the organization decides about itself.

use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::{Text, language_name, t, t_with},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Alert, Checkbox, Columns, Form, FormSection, PageHeader, Select, SelectOption, SkeletonKind, TextField,
        when_allowed, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    imports::ROWS,
    organizations::{
        Language, Organization, Settings,
        api::{UpdateSettings, ViewSettings},
    },
    password::{MIN_LENGTHS, Policy, TEMPORARY_HOURS},
};

/// Shows them.
#[component]
pub fn OrganizationPage() -> impl IntoView {
    let session = current_session();
    let content = when_allowed::<ViewSettings>(Target::Anywhere, move || {
        let org = session.org();
        let read = query(move || Some(ViewSettings { org: org.clone() }));
        when_ready(read, SkeletonKind::Form, move |organization| {
            view! { <SettingsForm session organization/> }.into_any()
        })
    });
    view! {
        <PageHeader title=t("organization") description=t("organization-why")/>
        {content}
    }
}

/// What is typed and chosen so far. Numbers are texts until they are sent.
#[derive(Clone, Copy, Debug, Default)]
struct SettingsDraft {
    name: RwSignal<String>,
    language: RwSignal<String>,
    min_length: RwSignal<String>,
    types_passwords: RwSignal<bool>,
    temporary_hours: RwSignal<String>,
    privacy_statement: RwSignal<String>,
    import_rows: RwSignal<String>,
}

impl Draft for SettingsDraft {
    type Value = Settings;

    fn value(self) -> Settings {
        // What is no number is refused like one that is out of range.
        let number = |text: RwSignal<String>| text.with(|text| text.trim().parse().unwrap_or_default());
        Settings {
            name: self.name.with(|name| name.trim().to_owned()),
            language: self.language.with(|tag| Language::from_tag(tag)).unwrap_or_default(),
            password_policy: Policy {
                min_length: number(self.min_length),
                administrators_type_passwords: self.types_passwords.get(),
                temporary_hours: number(self.temporary_hours),
            },
            privacy_statement: self.privacy_statement.with(|address| address.trim().to_owned()),
            import_rows: number(self.import_rows),
        }
    }

    fn fill(self, settings: &Settings) {
        let Settings { name, language, password_policy, privacy_statement, import_rows } = settings;
        self.import_rows.set(import_rows.to_string());
        self.name.set(name.clone());
        self.privacy_statement.set(privacy_statement.clone());
        self.language.set(language.tag().to_owned());
        self.min_length.set(password_policy.min_length.to_string());
        self.types_passwords.set(password_policy.administrators_type_passwords);
        self.temporary_hours.set(password_policy.temporary_hours.to_string());
    }
}

#[component]
fn SettingsForm(session: CurrentSession, organization: Signal<Organization>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), SettingsDraft::default());
    let editing = Editing::new(organization, draft, |organization: &Organization| organization.settings.clone());
    let obstacle = session.obstacle::<UpdateSettings>(Target::Organization);
    let submit = move |()| {
        let version = editing.record().with_untracked(|organization| organization.version);
        let request = UpdateSettings { org: session.org(), version, settings: untrack(|| draft.value()) };
        mutation.submit(request, move |organization| {
            toasts::success(t("changes-saved"));
            editing.saved(organization);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            {move || obstacle.get().map(|why| view! { <Alert>{why}</Alert> })}
            {details(organization, draft, obstacle)}
            {passwords(draft, obstacle)}
            <EditActions mutation editing obstacle/>
        </Form>
    }
}

fn details(organization: Signal<Organization>, draft: SettingsDraft, obstacle: Signal<Option<String>>) -> AnyView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let slug = RwSignal::new(organization.with_untracked(|organization| organization.slug.to_string()));
    view! {
        <FormSection title=t("organization-details")>
            <Columns>
                <TextField name="settings.name" label=t("organization-name") value=draft.name required=true read_only/>
                <TextField name="" label=t("organization-slug") value=slug hint=t("organization-slug-fixed") read_only=true/>
                {move || language(draft, read_only.get())}
                <TextField name="settings.privacy_statement" label=t("privacy-statement") value=draft.privacy_statement hint=t("privacy-statement-hint") kind="url" read_only/>
                <TextField name="settings.import_rows" label=t("organization-import-rows") value=draft.import_rows hint=import_rows_hint() kind="number" required=true read_only/>
            </Columns>
        </FormSection>
    }
    .into_any()
}

fn import_rows_hint() -> Text {
    let (least, most) = ROWS.into_inner();
    t_with("organization-import-rows-hint", move || vec![("min", least.into()), ("max", most.into())])
}

/// A choice, or what was chosen where it cannot be changed.
fn language(draft: SettingsDraft, read_only: bool) -> AnyView {
    let label = t("language");
    if read_only {
        let chosen = draft.language.with_untracked(|tag| Language::from_tag(tag)).unwrap_or_default();
        let name = RwSignal::new(language_name(chosen).to_owned());
        return view! { <TextField name="settings.language" label value=name read_only=true/> }.into_any();
    }
    let options = Language::ALL.map(|language| SelectOption::new(language.tag(), language_name(language))).to_vec();
    view! { <Select name="settings.language" label value=draft.language options hint=t("organization-language-hint")/> }
        .into_any()
}

fn passwords(draft: SettingsDraft, obstacle: Signal<Option<String>>) -> AnyView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let between = |(least, most): (u32, u32)| move || vec![("min", least.into()), ("max", most.into())];
    let lengths = t_with("organization-min-length-hint", between(MIN_LENGTHS.into_inner()));
    let hours = t_with("organization-temporary-hours-hint", between(TEMPORARY_HOURS.into_inner()));
    let change = move |ticked| draft.types_passwords.set(ticked);
    view! {
        <FormSection title=t("organization-passwords") description=t("organization-passwords-why")>
            <Columns>
                <TextField name="settings.password_policy.min_length" label=t("organization-min-length") value=draft.min_length hint=lengths kind="number" required=true read_only/>
                <TextField name="settings.password_policy.temporary_hours" label=t("organization-temporary-hours") value=draft.temporary_hours hint=hours kind="number" required=true read_only/>
            </Columns>
            <Checkbox label=t("organization-types-passwords") checked=draft.types_passwords on_change=change hint=t("organization-types-passwords-why") obstacle/>
        </FormSection>
    }
    .into_any()
}
