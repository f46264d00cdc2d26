//! Sending a notice: written, counted, confirmed.

use crate::{
    api::Mutation,
    editing::{Draft, Editing},
    i18n::{t, t_with},
    route::Page,
    scope::{ReachDraft, ReachFields, site_choices, when_sites_known},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Breadcrumb, ButtonKind, Checkbox, ConfirmDialog, Form, FormActions, FormSection, PageHeader, TextArea,
        TextField, breadcrumbs, when_allowed,
    },
};
use leptos::prelude::*;
use shared::{
    authority::{Scope, Target},
    notices::{
        NoticeDetails, SentNotice,
        api::{Audience, Create, Recipients},
    },
    sites::Site,
    validation::Validate,
};

/// Writes and sends one.
#[component]
pub fn NewNoticePage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Notices));
    let content = when_allowed::<Create>(Target::Anywhere, move || {
        when_sites_known(move |sites| view! { <NoticeForm session sites/> }.into_any())
    });
    view! {
        <PageHeader title=t("notices-new") description=t("notices-new-why") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("notices"), list)])/>
        {content}
    }
}

/// What is written so far.
#[derive(Clone, Copy)]
struct NoticeDraft {
    title: RwSignal<String>,
    text: RwSignal<String>,
    reach: ReachDraft,
    by_mail: RwSignal<bool>,
}

/// What would be lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Written {
    title: String,
    text: String,
}

impl Draft for NoticeDraft {
    type Value = Written;

    fn value(self) -> Written {
        Written { title: self.title.get().trim().to_owned(), text: self.text.get().trim().to_owned() }
    }

    fn fill(self, written: &Written) {
        self.title.set(written.title.clone());
        self.text.set(written.text.clone());
    }
}

impl NoticeDraft {
    fn details(self) -> NoticeDetails {
        let Written { title, text } = self.value();
        NoticeDetails { title, text, scope: self.reach.scope(), by_mail: self.by_mail.get() }
    }
}

/// What is to be sent, and how far it is.
#[derive(Clone, Copy)]
struct Sending {
    session: CurrentSession,
    draft: NoticeDraft,
    editing: Editing<Written, NoticeDraft>,
    mutation: Mutation,
    /// Whether it is asked once more.
    asking: RwSignal<bool>,
    recipients: RwSignal<u32>,
}

#[component]
fn NoticeForm(session: CurrentSession, sites: Signal<Vec<Site>>) -> impl IntoView {
    let everywhere = untrack(|| session.may::<Create>(&Target::Organization));
    let sites = site_choices::<Create>(move || sites.get());
    let sending = Sending::new(session, everywhere);
    let Sending { draft, mutation, .. } = sending;
    let has_mails = move || session.signal().with(|session| session.mails);
    let by_mail = move || {
        let change = move |ticked| draft.by_mail.set(ticked);
        has_mails().then(|| view! { <Checkbox label=t("notice-by-mail") checked=draft.by_mail on_change=change hint=t("notice-by-mail-why")/> })
    };
    let list = Signal::derive(move || session.link(Page::Notices));
    view! {
        <Form mutation on_submit=move |()| sending.count()>
            <FormSection title=t("notice")>
                <TextField name="details.title" label=t("notice-title") value=draft.title required=true/>
                <TextArea name="details.text" label=t("notice-text") value=draft.text required=true/>
            </FormSection>
            <FormSection title=t("notice-to") description=t("notice-to-why")>
                <ReachFields draft=draft.reach name="details.scope" sites everywhere/>
                {by_mail}
            </FormSection>
            <FormActions mutation submit=t("notice-continue") cancel=list/>
        </Form>
        {question(sending)}
    }
}

impl Sending {
    fn new(session: CurrentSession, everywhere: bool) -> Self {
        let draft = NoticeDraft {
            title: RwSignal::default(),
            text: RwSignal::default(),
            reach: ReachDraft::new(everywhere),
            by_mail: RwSignal::new(false),
        };
        Self {
            session,
            draft,
            editing: Editing::something_new(draft),
            mutation: Mutation::new(),
            asking: RwSignal::new(false),
            recipients: RwSignal::new(0),
        }
    }

    fn request(self) -> Create {
        Create { org: self.session.org(), details: untrack(|| self.draft.details()) }
    }

    /// Counts whom it reaches, and asks.
    fn count(self) {
        let request = self.request();
        if let Err(problem) = request.validate() {
            return self.mutation.refuse(problem);
        }
        let scope: Scope = request.details.scope;
        self.mutation.send(Audience { org: request.org, scope }, move |found: Recipients| {
            self.recipients.set(found.recipients);
            self.asking.set(true);
        });
    }

    fn send(self) {
        // What stands in the way is told by the form.
        self.asking.set(false);
        self.mutation.send(self.request(), move |_: SentNotice| {
            self.editing.saved(Written::default());
            toasts::success(t("notice-sent"));
            self.session.go(Page::Notices);
        });
    }
}

fn question(sending: Sending) -> AnyView {
    let Sending { asking, recipients, mutation, .. } = sending;
    let question = t_with("notice-question", move || vec![("recipients", recipients.get().into())]);
    view! {
        <ConfirmDialog
            open=asking
            title=t("notices-new")
            question
            act=t("notice-send")
            kind=ButtonKind::Primary
            busy=Signal::derive(move || mutation.is_busy())
            on_confirm=move |()| sending.send()
        />
    }
    .into_any()
}
