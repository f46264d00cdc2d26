//! Deleting a license of which nobody has a seat.

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
    licenses::{License, api::Delete},
};

/// The button that deletes, with its question.
#[component]
pub(super) fn DeleteLicense(session: CurrentSession, license: License) -> impl IntoView {
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    let License { id, details, assigned, .. } = license;
    let may_not = session.obstacle::<Delete>(Target::Organization);
    let obstacle = Signal::derive(move || may_not.get().or_else(|| (assigned > 0).then(|| t("asset-in-use").get())));
    let name = StoredValue::new(details.name);
    let named = move |key| t_with(key, move || vec![("name", name.get_value().into())]);
    let delete = move |()| {
        mutation.send(Delete { org: session.org(), license: id.clone() }, move |()| {
            open.set(false);
            toasts::success(named("license-deleted"));
            session.go(Page::Licenses);
        });
    };
    view! {
        <Button label=t("license-delete") kind=ButtonKind::Danger icon="trash-2" obstacle on_press=move |()| open.set(true)/>
        <ConfirmDialog
            open
            title=t("license-delete")
            question=named("license-delete-question")
            act=t("license-delete")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=delete
        />
    }
}
