//! Deleting a feature that no role contains.

use crate::{
    api::Mutation,
    i18n::{language, t, t_with},
    route::Page,
    session::CurrentSession,
    toasts,
    widgets::{Button, ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    features::{Feature, api::Delete},
};

/// The button that deletes, with its question.
#[component]
pub(super) fn DeleteFeature(session: CurrentSession, feature: Feature) -> impl IntoView {
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    let obstacle = session.obstacle::<Delete>(Target::Organization);
    let (details, key) = (StoredValue::new(feature.details), feature.key);
    let name = move || details.with_value(|details| details.label.get(language()).to_owned());
    let named = move |key| t_with(key, move || vec![("name", name().into())]);
    let delete = move |()| {
        let request = Delete { org: session.org(), key: key.clone() };
        mutation.send(request, move |()| {
            open.set(false);
            toasts::success(named("feature-deleted"));
            session.go(Page::Features);
        });
    };
    view! {
        <Button label=t("feature-delete") kind=ButtonKind::Danger icon="trash-2" obstacle on_press=move |()| open.set(true)/>
        <ConfirmDialog
            open
            title=t("feature-delete")
            question=named("feature-delete-question")
            act=t("feature-delete")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=delete
        />
    }
}
