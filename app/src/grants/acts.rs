//! Taking a grant away, suspending it, resuming it and answering for it, each after a question that
//! says what it would do.

use super::{orphans::Orphans, rehome::RehomeDialog};
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
        api::{Delete, Rehome, Resume, Suspend},
    },
    ids::{GrantId, UserId},
    previews::api::View,
};

/// What can be done to a grant that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Take,
    Suspend,
    Resume,
    /// Oneself, from now on.
    Answer,
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

    /// Does what was asked about.
    fn send(self, mutation: Mutation, act: Act, grant: GrantId) {
        let org = self.session.org();
        let done = move || {
            self.open.set(false);
            toasts::success(act.words().done);
        };
        match act {
            Act::Take => mutation.send(Delete { org, grant }, move |()| done()),
            Act::Suspend => mutation.send(Suspend { org, grant }, move |_: Grant| done()),
            Act::Resume => mutation.send(Resume { org, grant }, move |_: Grant| done()),
            Act::Answer => {
                let grantor = untrack(|| self.oneself());
                mutation.send(Rehome { org, grant, grantor }, move |_: Grant| done());
            }
        }
    }

    fn oneself(self) -> UserId {
        self.session.signal().with(|session| session.access.user.clone())
    }

    fn preview(self) -> Preview {
        let org = self.session.org();
        let about = move || {
            let grant = self.asked.with(|asked| asked.as_ref().map(|(_, grant)| grant.clone()));
            let user = (self.act() == Act::Answer).then(|| self.oneself());
            Some(View { grant, user, ..View::nothing(org.clone()) })
        };
        let changes = move || {
            let asked = self.open.get().then(|| self.asked.get()).flatten();
            asked.map(|(act, grant)| act.change(grant, self.oneself())).into_iter().collect()
        };
        Preview::new(about, changes)
    }
}

impl Act {
    fn change(self, grant: GrantId, oneself: UserId) -> Change {
        match self {
            Self::Take => Change::GrantRemoved { grant },
            Self::Suspend => Change::GrantSuspended { grant },
            Self::Resume => Change::GrantResumed { grant },
            Self::Answer => Change::GrantRehomed { grant, grantor: oneself },
        }
    }

    fn words(self) -> Words {
        match self {
            Self::Take => Words { act: t("grant-take"), why: t("grant-take-why"), done: t("grant-taken") },
            Self::Suspend => {
                Words { act: t("grant-suspend"), why: t("grant-suspend-why"), done: t("grant-suspended-done") }
            }
            Self::Resume => Words { act: t("grant-resume"), why: t("grant-resume-why"), done: t("grant-resumed") },
            Self::Answer => {
                Words { act: t("orphaned-answer"), why: t("orphaned-answer-why"), done: t("orphaned-answered") }
            }
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
    let (mutation, preview) = (Mutation::in_dialog(acts.open), acts.preview());
    let orphans = Orphans::of(preview.orphaned());
    let confirm = move |()| {
        if let Some((act, grant)) = acts.asked.get_untracked() {
            orphans.settle(mutation, move || acts.send(mutation, act, grant));
        }
    };
    let title = Text::derive(move || acts.act().words().act.get());
    let question = Text::derive(move || acts.act().words().why.get());
    let takes = Memo::new(move |_| matches!(acts.act(), Act::Take | Act::Suspend));
    move || {
        // Fields among the orphans find their errors by it, and no field beside this dialog does.
        provide_context(mutation);
        let kind = if takes.get() { ButtonKind::Danger } else { ButtonKind::Primary };
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
                {orphans.choice()}
            </ConfirmDialog>
        }
    }
}
