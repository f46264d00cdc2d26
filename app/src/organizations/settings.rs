//! What the organization decides about itself.

use super::when_settings_known;
use crate::{
    api::Mutation,
    editing::{Draft, EditActions, Editing},
    i18n::{Text, language_name, t, t_of, t_with, time_zones},
    route::Page,
    session::CurrentSession,
    toasts,
    widgets::{
        Alert, Columns, Definition, Definitions, Form, FormSection, PageHeader, Select, SelectOption, TextField,
        TextLink,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    imports::ROWS,
    organizations::{
        ABSOLUTE_HOURS, Contact, IDLE_MINUTES, Language, Organization, SessionPolicy, Settings, TimeZone,
        api::UpdateSettings,
    },
    password::Policy,
};
use words::WordsDraft;

mod words;

/// Shows them.
#[component]
pub fn OrganizationPage() -> impl IntoView {
    let form = |session, organization| view! { <SettingsForm session organization/> }.into_any();
    view! {
        <PageHeader title=t("organization") description=t("organization-why")/>
        {when_settings_known(form)}
    }
}

/// What is typed and chosen so far. Numbers are texts until they are sent.
#[derive(Clone, Copy, Debug, Default)]
struct SettingsDraft {
    name: RwSignal<String>,
    language: RwSignal<String>,
    /// It has a page of its own, and stays what it is here.
    password_policy: RwSignal<Policy>,
    privacy_statement: RwSignal<String>,
    time_zone: RwSignal<String>,
    contact_name: RwSignal<String>,
    contact_email: RwSignal<String>,
    contact_phone: RwSignal<String>,
    idle_minutes: RwSignal<String>,
    absolute_hours: RwSignal<String>,
    import_rows: RwSignal<String>,
    words: WordsDraft,
}

impl Draft for SettingsDraft {
    type Value = Settings;

    fn value(self) -> Settings {
        // What is no number is refused like one that is out of range.
        let number = |text: RwSignal<String>| text.with(|text| text.trim().parse().unwrap_or_default());
        let trimmed = |text: RwSignal<String>| text.with(|text| text.trim().to_owned());
        Settings {
            name: trimmed(self.name),
            language: self.language.with(|tag| Language::from_tag(tag)).unwrap_or_default(),
            password_policy: self.password_policy.get(),
            privacy_statement: trimmed(self.privacy_statement),
            time_zone: TimeZone(self.time_zone.get()),
            contact: Contact {
                name: trimmed(self.contact_name),
                email: trimmed(self.contact_email),
                phone: trimmed(self.contact_phone),
            },
            session_policy: SessionPolicy {
                idle_minutes: number(self.idle_minutes),
                absolute_hours: number(self.absolute_hours),
            },
            import_rows: number(self.import_rows),
            words: self.words.value(),
        }
    }

    fn fill(self, settings: &Settings) {
        let Settings {
            name,
            language,
            password_policy,
            privacy_statement,
            time_zone,
            contact,
            session_policy,
            import_rows,
            words,
        } = settings;
        self.import_rows.set(import_rows.to_string());
        self.words.fill(words);
        self.name.set(name.clone());
        self.privacy_statement.set(privacy_statement.clone());
        self.language.set(language.tag().to_owned());
        self.password_policy.set(password_policy.clone());
        self.time_zone.set(time_zone.0.clone());
        self.contact_name.set(contact.name.clone());
        self.contact_email.set(contact.email.clone());
        self.contact_phone.set(contact.phone.clone());
        self.idle_minutes.set(session_policy.idle_minutes.to_string());
        self.absolute_hours.set(session_policy.absolute_hours.to_string());
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
            {contact(draft, obstacle)}
            {passwords(session, draft)}
            {sessions(draft, obstacle)}
            {words::fields(draft.words, obstacle)}
            <EditActions mutation editing obstacle/>
        </Form>
    }
}

fn details(organization: Signal<Organization>, draft: SettingsDraft, obstacle: Signal<Option<String>>) -> AnyView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let slug = RwSignal::new(organization.with_untracked(|organization| organization.slug.to_string()));
    let number = RwSignal::new(organization.with_untracked(|organization| organization.number.to_string()));
    view! {
        <FormSection title=t("organization-details")>
            <Columns>
                <TextField name="settings.name" label=t("organization-name") value=draft.name required=true read_only/>
                <TextField name="" label=t("organization-slug") value=slug hint=t("organization-slug-fixed") read_only=true/>
                <TextField name="" label=t("account-number") value=number hint=t("account-number-fixed") read_only=true/>
                {move || language(draft, read_only.get())}
                {move || time_zone(draft, read_only.get())}
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

/// A choice of those that the browser knows, or what was chosen where it cannot be changed.
fn time_zone(draft: SettingsDraft, read_only: bool) -> AnyView {
    let (name, label) = ("settings.time_zone", t("time-zone"));
    if read_only {
        return view! { <TextField name label value=draft.time_zone read_only=true/> }.into_any();
    }
    let zones = draft.time_zone.with_untracked(|chosen| time_zones(chosen));
    let options: Vec<SelectOption> =
        zones.into_iter().map(|zone| SelectOption::new(zone.clone(), Text::stored(zone.replace('_', " ")))).collect();
    view! { <Select name label value=draft.time_zone options hint=t("time-zone-hint")/> }.into_any()
}

fn contact(draft: SettingsDraft, obstacle: Signal<Option<String>>) -> AnyView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    view! {
        <FormSection title=t("account-contact") description=t("account-contact-why")>
            <Columns>
                <TextField name="settings.contact.name" label=t("account-contact-name") value=draft.contact_name read_only/>
                <TextField name="settings.contact.email" label=t("email") value=draft.contact_email kind="email" read_only/>
                <TextField name="settings.contact.phone" label=t("account-contact-phone") value=draft.contact_phone kind="tel" read_only/>
            </Columns>
        </FormSection>
    }
    .into_any()
}

/// The policy in short, and the way to it.
fn passwords(session: CurrentSession, draft: SettingsDraft) -> AnyView {
    let policy = Signal::derive(move || session.link(Page::PasswordPolicy));
    let strength = move || t_of("password-strength-*", draft.password_policy.read().strength.name());
    view! {
        <FormSection title=t("password-policy")>
            <Definitions>
                <Definition term=t("password-strength-least")>{strength}</Definition>
            </Definitions>
            <p><TextLink label=t("password-policy") href=policy/></p>
        </FormSection>
    }
    .into_any()
}

fn sessions(draft: SettingsDraft, obstacle: Signal<Option<String>>) -> AnyView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let between = |(least, most): (u32, u32)| move || vec![("min", least.into()), ("max", most.into())];
    let minutes = t_with("organization-range-hint", between(IDLE_MINUTES.into_inner()));
    let hours = t_with("organization-range-hint", between(ABSOLUTE_HOURS.into_inner()));
    view! {
        <FormSection title=t("organization-sessions") description=t("organization-sessions-why")>
            <Columns>
                <TextField name="settings.session_policy.idle_minutes" label=t("organization-idle-minutes") value=draft.idle_minutes hint=minutes kind="number" required=true read_only/>
                <TextField name="settings.session_policy.absolute_hours" label=t("organization-absolute-hours") value=draft.absolute_hours hint=hours kind="number" required=true read_only/>
            </Columns>
        </FormSection>
    }
    .into_any()
}
