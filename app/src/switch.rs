//! Disabling something and enabling it again, after a question that names what happens.

use crate::{
    api::Mutation,
    grants::Orphans,
    i18n::{t, t_with},
    preview::{Preview, PreviewPanel},
    toasts,
    widgets::{ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{Endpoint, users::Status};

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

/// What is switched.
#[derive(Clone, Copy)]
pub struct Switched {
    /// What it is called.
    pub name: Signal<String>,
    /// What it is now: what is active is disabled, what is disabled enabled.
    pub status: Signal<Status>,
    /// What switching would do to people's rights, while the question is asked. Grants for which nobody would
    /// answer then are settled first.
    pub preview: Option<Preview>,
}

/// Asks, then disables what is active or enables what is disabled.
#[component]
pub fn SwitchDialog<D: Endpoint, E: Endpoint>(
    open: RwSignal<bool>,
    switched: Switched,
    disabling: SwitchWords,
    enabling: SwitchWords,
    disable: Callback<(), D>,
    enable: Callback<(), E>,
) -> impl IntoView {
    let is_active = Memo::new(move |_| switched.status.get() == Status::Active);
    move || match is_active.get() {
        true => question(open, switched, disabling, ButtonKind::Danger, disable),
        false => question(open, switched, enabling, ButtonKind::Primary, enable),
    }
}

fn question<E: Endpoint>(
    open: RwSignal<bool>,
    switched: Switched,
    words: SwitchWords,
    kind: ButtonKind,
    request: Callback<(), E>,
) -> AnyView {
    let mutation = Mutation::in_dialog(open);
    // Fields among the orphans find their errors by it.
    provide_context(mutation);
    let orphans = switched.preview.map(|preview| Orphans::of(preview.orphaned()));
    let about = move |key| t_with(key, move || vec![("name", switched.name.get().into())]);
    let switch = move || {
        mutation.send(request.run(()), move |_| {
            open.set(false);
            toasts::success(about(words.done));
        });
    };
    let confirm = move |()| match orphans {
        Some(orphans) => orphans.settle(mutation, switch),
        None => switch(),
    };
    let obstacle = switched.preview.map(Preview::obstacle);
    view! {
        <ConfirmDialog
            open
            title=t(words.act)
            question=about(words.why)
            act=t(words.act)
            kind
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            obstacle=Signal::derive(move || obstacle.and_then(|obstacle| obstacle.get()))
            on_confirm=confirm
        >
            {switched.preview.map(|preview| view! { <PreviewPanel preview/> })}
            {orphans.map(Orphans::choice)}
        </ConfirmDialog>
    }
    .into_any()
}
