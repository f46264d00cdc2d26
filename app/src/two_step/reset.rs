//! Somebody else's two-step verification: a fact, and a way out when the phone is lost.

use crate::{
    api::Mutation,
    i18n::{date, say, t, t_with},
    session::current_session,
    toasts,
    widgets::{Button, ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{time::Timestamp, two_step::api::Reset, users::User};

/// Since when somebody signs in with two steps, in words.
pub fn two_step_in_words(since: Option<Timestamp>) -> String {
    match since {
        Some(since) => say("two-step-on-since", &[("date", date(since).into())]),
        None => say("two-step-not-set-up", &[]),
    }
}

/// Ends it after a question that says what happens, where there is anything to end. `obstacle` says
/// why that cannot be done.
#[component]
pub fn ResetTwoStep(#[prop(into)] user: Signal<User>, obstacle: Signal<Option<String>>) -> impl IntoView {
    let (session, mutation, open) = (current_session(), Mutation::new(), RwSignal::new(false));
    let is_on = Memo::new(move |_| user.read().two_step_since.is_some());
    let named = move |key| t_with(key, move || vec![("name", user.read().person.full_name().into())]);
    let ask = move |()| {
        mutation.reset();
        open.set(true);
    };
    let reset = move |()| {
        let request = Reset { org: session.org(), user: user.with_untracked(|user| user.id.clone()) };
        mutation.send(request, move |_: User| {
            open.set(false);
            toasts::success(t("two-step-reset-done"));
        });
    };
    let button =
        move || is_on.get().then(|| view! { <Button label=t("two-step-reset") icon="phone" obstacle on_press=ask/> });
    view! {
        {button}
        <ConfirmDialog
            open
            title=t("two-step-reset")
            question=named("two-step-reset-why")
            act=t("two-step-reset")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=reset
        />
    }
}
