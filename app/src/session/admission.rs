//! What is asked between the password and the console, one thing after the other: a code where one
//! signs in with two steps, a password of one's own in place of a temporary one (CRES-17) or of one
//! that has become too short, and setting up two-step verification where it is required (RSC-12).
//! Nothing else can be done until that is.

use super::{SignedOutCard, read_session, set_up_account::AccountSetUp, sign_out};
use crate::{
    api::{Mutation, forget_everything},
    i18n::{Text, t},
    navigation::use_navigation,
    password::PasswordChange,
    route::{Page, Route},
    two_step::{ConfirmCode, SetUp},
    widgets::{Alert, Button, ButtonKind, SkeletonKind, when_ready},
};
use leptos::prelude::*;
use shared::{ids::Slug, session::Session, two_step::SecondStep};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Code,
    Password,
    SetUp,
    /// Nothing more.
    Admitted,
}

impl Step {
    fn of(session: &Session) -> Self {
        match session.second_step {
            SecondStep::CodeRequired => Self::Code,
            _ if session.password_change_required => Self::Password,
            SecondStep::SetUpRequired => Self::SetUp,
            SecondStep::Done => Self::Admitted,
        }
    }

    fn title(self) -> Text {
        match self {
            Self::Code => t("admission-code-title"),
            Self::Password => t("change-password-title"),
            Self::SetUp => t("admission-set-up-title"),
            Self::Admitted => t("sign-in"),
        }
    }
}

/// Asks for what is outstanding, and goes on where one was headed.
#[component]
pub fn AdmissionPage(org: Slug) -> impl IntoView {
    let (session, out) = (read_session(org.clone()), Mutation::new());
    let keeping = RwSignal::new(false);
    let step = Memo::new(move |_| {
        // Recovery codes are on the screen, and not again: until they are kept, nothing moves on, whatever
        // becomes of the session or of reading it.
        if keeping.get() { Some(Step::SetUp) } else { session.answer().map(|session| Step::of(&session)) }
    });
    go_on(org.clone(), step);
    let title = Text::derive(move || step.get().unwrap_or(Step::Admitted).title().get());
    let sets_up = Memo::new(move |_| step.get() == Some(Step::SetUp));
    let content = {
        let org = org.clone();
        move || match sets_up.get() {
            true => set_up(org.clone(), keeping),
            false => when_ready(session, SkeletonKind::Form, move |session: Signal<Session>| {
                view! { {move || asked(step.get(), session)} }.into_any()
            }),
        }
    };
    let leave = move |()| sign_out(out, org.clone());
    view! {
        <SignedOutCard title>
            {content}
            <Button label=t("sign-out") kind=ButtonKind::Quiet wide=true on_press=leave/>
        </SignedOutCard>
    }
}

/// Once nothing more is asked.
fn go_on(org: Slug, step: Memo<Option<Step>>) {
    let navigation = use_navigation();
    Effect::new(move |_| {
        if step.get() == Some(Step::Admitted) {
            // What is kept was answered to somebody who had to come here.
            forget_everything();
            navigation.resume(&Route::Console(org.clone(), Page::Home));
        }
    });
}

fn set_up(org: Slug, keeping: RwSignal<bool>) -> AnyView {
    let on_kept = move |()| keeping.set(false);
    view! { <Alert>{t("admission-set-up-why")}</Alert><SetUp org keeping on_kept/> }.into_any()
}

fn asked(step: Option<Step>, session: Signal<Session>) -> AnyView {
    let org = session.with_untracked(|session| session.organization.slug.clone());
    match step {
        Some(Step::Code) => view! { <ConfirmCode org/> }.into_any(),
        Some(Step::Password) => password(session),
        Some(Step::SetUp | Step::Admitted) | None => ().into_any(),
    }
}

fn password(session: Signal<Session>) -> AnyView {
    if session.with_untracked(|session| session.password_too_short) {
        return view! { <Alert>{t("longer-password-why")}</Alert><PasswordChange session on_changed=|()| ()/> }
            .into_any();
    }
    view! { <Alert>{t("change-password-why")}</Alert><AccountSetUp session/> }.into_any()
}
