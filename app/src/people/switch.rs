//! Disabling an account and enabling it again, after a question that names what happens.

use crate::{
    api::Mutation,
    i18n::{t, t_with},
    preview::{Preview, PreviewPanel},
    session::current_session,
    toasts,
    widgets::{ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{
    Endpoint,
    authority::Change,
    ids::UserId,
    previews::api::View,
    users::{Person, Status},
};

/// The words of a switch, as keys of the locales.
#[derive(Clone, Copy, Debug)]
pub struct SwitchWords {
    /// What is done: the button's label.
    pub act: &'static str,
    /// What will happen to `{ $name }`.
    pub why: &'static str,
    /// That it was done.
    pub done: &'static str,
}

/// Whose account it is.
#[derive(Clone, Copy, Debug)]
pub struct Switched {
    /// Whose record it is.
    pub id: Signal<UserId>,
    /// The person.
    pub person: Signal<Person>,
    /// What the account is now: an active one is disabled, a disabled one enabled.
    pub status: Signal<Status>,
}

/// Asks, then disables an active account or enables a disabled one.
#[component]
pub fn SwitchDialog<D: Endpoint, E: Endpoint>(
    open: RwSignal<bool>,
    account: Switched,
    disabling: SwitchWords,
    enabling: SwitchWords,
    disable: Callback<(), D>,
    enable: Callback<(), E>,
) -> impl IntoView {
    let is_active = Memo::new(move |_| account.status.get() == Status::Active);
    move || match is_active.get() {
        true => question(open, account, disabling, ButtonKind::Danger, disable),
        false => question(open, account, enabling, ButtonKind::Primary, enable),
    }
}

fn question<E: Endpoint>(
    open: RwSignal<bool>,
    account: Switched,
    words: SwitchWords,
    kind: ButtonKind,
    request: Callback<(), E>,
) -> AnyView {
    let mutation = Mutation::new();
    let preview = preview_of_switch(open, account);
    Effect::new(move |_| {
        // Opening the dialog again forgets what stood in the way the last time.
        if open.get() {
            mutation.reset();
        }
    });
    let about = move |key| t_with(key, move || vec![("name", account.person.with(Person::full_name).into())]);
    let switch = move |()| {
        mutation.send(request.run(()), move |_| {
            open.set(false);
            toasts::success(about(words.done));
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t(words.act)
            question=about(words.why)
            act=t(words.act)
            kind
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            obstacle=preview.obstacle()
            on_confirm=switch
        >
            <PreviewPanel preview/>
        </ConfirmDialog>
    }
    .into_any()
}

/// What disabling somebody, or enabling again, would do while the question is asked.
pub fn preview_of_switch(open: RwSignal<bool>, account: Switched) -> Preview {
    let org = current_session().org();
    let about = move || Some(View { user: Some(account.id.get()), ..View::nothing(org.clone()) });
    Preview::new(about, move || {
        let user = account.id.get();
        let change = match account.status.get() {
            Status::Active => Change::UserDisabled { user },
            Status::Disabled => Change::UserEnabled { user },
        };
        open.get().then_some(change).into_iter().collect()
    })
}
