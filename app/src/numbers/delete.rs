//! Deleting a number that nobody has.

use crate::{
    api::Mutation,
    i18n::{t, t_with},
    route::Page,
    session::CurrentSession,
    toasts,
    widgets::{Button, ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    numbers::{Number, api::Delete},
};

/// The button that deletes, with its question.
#[component]
pub(super) fn DeleteNumber(session: CurrentSession, number: Number) -> impl IntoView {
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    let Number { id, details, assigned, .. } = number;
    let may_not = session.obstacle::<Delete>(Target::of(details.site.as_ref()));
    let obstacle = Signal::derive(move || may_not.get().or_else(|| assigned.then(|| t("asset-in-use").get())));
    let name = StoredValue::new(details.number);
    let named = move |key| t_with(key, move || vec![("name", name.get_value().into())]);
    let delete = move |()| {
        mutation.send(Delete { org: session.org(), number: id.clone() }, move |()| {
            open.set(false);
            toasts::success(named("number-deleted"));
            session.go(Page::Numbers);
        });
    };
    view! {
        <Button label=t("number-delete") kind=ButtonKind::Danger icon="trash-2" obstacle on_press=move |()| open.set(true)/>
        <ConfirmDialog
            open
            title=t("number-delete")
            question=named("number-delete-question")
            act=t("number-delete")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=delete
        />
    }
}
