//! From where pages may ask, and as what mails come.

use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::t,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Alert, Columns, Form, FormSection, SkeletonKind, TextArea, TextField, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    integrations::{
        IntegrationSettings, Integrations, MailSender,
        api::{Update, View},
    },
};

/// Shows them, to be changed.
#[component]
pub(super) fn Settings() -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(View { org: org.clone() }));
    when_ready(read, SkeletonKind::Form, move |integrations| view! { <SettingsForm session integrations/> }.into_any())
}

/// What is typed. Each origin has a line.
#[derive(Clone, Copy, Debug, Default)]
struct SettingsDraft {
    origins: RwSignal<String>,
    name: RwSignal<String>,
    reply_to: RwSignal<String>,
}

impl Draft for SettingsDraft {
    type Value = IntegrationSettings;

    fn value(self) -> IntegrationSettings {
        let trimmed = |text: RwSignal<String>| text.with(|text| text.trim().to_owned());
        let lines = self.origins.get();
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        IntegrationSettings {
            origins: lines.map(str::to_owned).collect(),
            mail_sender: MailSender { name: trimmed(self.name), reply_to: trimmed(self.reply_to) },
        }
    }

    fn fill(self, settings: &IntegrationSettings) {
        self.origins.set(settings.origins.join("\n"));
        self.name.set(settings.mail_sender.name.clone());
        self.reply_to.set(settings.mail_sender.reply_to.clone());
    }
}

#[component]
fn SettingsForm(session: CurrentSession, integrations: Signal<Integrations>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), SettingsDraft::default());
    let editing = Editing::new(integrations, draft, |integrations: &Integrations| integrations.settings.clone());
    let obstacle = session.obstacle::<Update>(Target::Organization);
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let submit = move |()| {
        let version = editing.record().with_untracked(|integrations| integrations.version);
        let request = Update { org: session.org(), version, settings: untrack(|| draft.value()) };
        mutation.submit(request, move |integrations| {
            toasts::success(t("changes-saved"));
            editing.saved(integrations);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            {move || obstacle.get().map(|why| view! { <Alert>{why}</Alert> })}
            <FormSection title=t("integrations-origins") description=t("integrations-origins-why")>
                <TextArea
                    name="settings.origins"
                    label=t("integrations-origins-label")
                    value=draft.origins
                    hint=t("integrations-origins-hint")
                    rows=4
                    read_only
                />
            </FormSection>
            <FormSection title=t("mail-sender") description=t("mail-sender-why")>
                <Columns>
                    <TextField name="settings.mail_sender.name" label=t("mail-sender-name") value=draft.name hint=t("mail-sender-name-hint") read_only/>
                    <TextField name="settings.mail_sender.reply_to" label=t("mail-sender-reply-to") kind="email" value=draft.reply_to hint=t("mail-sender-reply-to-hint") read_only/>
                </Columns>
            </FormSection>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
