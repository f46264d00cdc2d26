//! Taking a grant away, suspending it and resuming it, each after a question that says what it
//! would do.

use super::rehome::RehomeDialog;
use crate::{
    api::Mutation,
    i18n::{Text, t},
    preview::{Preview, PreviewPanel},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{
    authority::Change,
    grants::{
        Grant, Subject,
        api::{Delete, Resume, Suspend},
    },
    ids::GrantId,
    previews::api::View,
};

/// What can be done to a grant that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Take,
    Suspend,
    Resume,
}

/// The dialogs about grants, and which of them is open about which.
#[derive(Clone, Copy)]
pub(crate) struct GrantActs {
    session: CurrentSession,
    /// Whose grants they are.
    subject: StoredValue<Subject>,
    open: RwSignal<bool>,
    asked: RwSignal<Option<(Act, GrantId)>>,
    /// Whether it is asked who is to answer for the grant.
    rehoming: RwSignal<bool>,
    rehomed: RwSignal<Option<GrantId>>,
}

impl GrantActs {
    /// About the grants that somebody, or a group, holds.
    pub(crate) fn of(subject: Subject) -> Self {
        Self {
            session: current_session(),
            subject: StoredValue::new(subject),
            open: RwSignal::new(false),
            asked: RwSignal::new(None),
            rehoming: RwSignal::new(false),
            rehomed: RwSignal::new(None),
        }
    }

    /// Whether a grant of this subject is among them, and not inherited.
    pub(super) fn is_about(self, subject: &Subject) -> bool {
        self.subject.with_value(|own| own == subject)
    }

    /// Asks before something is done to a grant.
    pub(super) fn ask(self, act: Act, grant: &GrantId) {
        self.asked.set(Some((act, grant.clone())));
        self.open.set(true);
    }

    /// Asks who is to answer for a grant.
    pub(super) fn ask_for_grantor(self, grant: &GrantId) {
        self.rehomed.set(Some(grant.clone()));
        self.rehoming.set(true);
    }

    /// The dialogs. One has a form of its own, and so they stand in no other.
    pub(crate) fn dialogs(self) -> AnyView {
        view! { <ActDialog acts=self/><RehomeDialog open=self.rehoming grant=self.rehomed/> }.into_any()
    }

    fn act(self) -> Act {
        self.asked.with(|asked| asked.as_ref().map_or(Act::Take, |(act, _)| *act))
    }

    fn preview(self) -> Preview {
        let org = self.session.org();
        let about = move || {
            let grant = self.asked.with(|asked| asked.as_ref().map(|(_, grant)| grant.clone()));
            Some(View { grant, ..View::nothing(org.clone()) })
        };
        let changes = move || {
            let asked = self.open.get().then(|| self.asked.get()).flatten();
            asked.map(|(act, grant)| act.change(grant)).into_iter().collect()
        };
        Preview::new(about, changes)
    }
}

impl Act {
    fn change(self, grant: GrantId) -> Change {
        match self {
            Self::Take => Change::GrantRemoved { grant },
            Self::Suspend => Change::GrantSuspended { grant },
            Self::Resume => Change::GrantResumed { grant },
        }
    }

    fn words(self) -> Words {
        match self {
            Self::Take => Words { act: t("grant-take"), why: t("grant-take-why"), done: t("grant-taken") },
            Self::Suspend => {
                Words { act: t("grant-suspend"), why: t("grant-suspend-why"), done: t("grant-suspended-done") }
            }
            Self::Resume => Words { act: t("grant-resume"), why: t("grant-resume-why"), done: t("grant-resumed") },
        }
    }
}

struct Words {
    act: Text,
    why: Text,
    done: Text,
}

#[component]
fn ActDialog(acts: GrantActs) -> impl IntoView {
    let (mutation, preview) = (Mutation::new(), acts.preview());
    Effect::new(move |_| {
        if acts.open.get() {
            mutation.reset();
        }
    });
    let confirm = move |()| {
        let Some((act, grant)) = acts.asked.get_untracked() else { return };
        let org = acts.session.org();
        let done = move || {
            acts.open.set(false);
            toasts::success(act.words().done);
        };
        match act {
            Act::Take => mutation.send(Delete { org, grant }, move |()| done()),
            Act::Suspend => mutation.send(Suspend { org, grant }, move |_: Grant| done()),
            Act::Resume => mutation.send(Resume { org, grant }, move |_: Grant| done()),
        }
    };
    let title = Text::derive(move || acts.act().words().act.get());
    let question = Text::derive(move || acts.act().words().why.get());
    let is_giving = Memo::new(move |_| acts.act() == Act::Resume);
    move || {
        let kind = if is_giving.get() { ButtonKind::Primary } else { ButtonKind::Danger };
        view! {
            <ConfirmDialog
                open=acts.open
                title
                question
                act=title
                kind
                busy=Signal::derive(move || mutation.is_busy())
                problem=mutation.problem()
                obstacle=preview.obstacle()
                on_confirm=confirm
            >
                <PreviewPanel preview/>
            </ConfirmDialog>
        }
    }
}
