//! The buttons of a form over a record.

use super::{Draft, Editing};
use crate::{
    api::{Mutation, refresh_everything},
    i18n::{Text, t},
    widgets::{Button, ButtonKind, ButtonType, Remedy, Row},
};
use leptos::prelude::*;
use shared::Code;

/// Saves what was changed or takes it back. When somebody else has changed the record
/// meanwhile, the form offers the newest version beside that message. `obstacle` says why one
/// may not save.
#[component]
pub fn EditActions<T: Clone + Send + Sync + 'static, D: Draft>(
    mutation: Mutation,
    editing: Editing<T, D>,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
    /// What the saving button says, if not just that.
    #[prop(optional, into)]
    label: Option<Text>,
) -> impl IntoView {
    let start_again = Callback::new(move |()| {
        mutation.reset();
        editing.start_again();
        refresh_everything();
    });
    actions(mutation, editing.unsaved(), start_again, obstacle, label.unwrap_or_else(|| t("save")))
}

fn actions(
    mutation: Mutation,
    unsaved: Signal<bool>,
    start_again: Callback<()>,
    obstacle: Signal<Option<String>>,
    label: Text,
) -> AnyView {
    let busy = Signal::derive(move || mutation.is_busy());
    let unsavable = move || obstacle.get().or_else(|| (!unsaved.get()).then(|| t("edit-nothing").get()));
    let is_outdated = Memo::new(move |_| {
        mutation
            .problem()
            .with(|problem| problem.as_ref().is_some_and(|problem| problem.code == Code::ChangedMeanwhile))
    });
    if let Some(remedy) = use_context::<Remedy>() {
        Effect::new(move |_| remedy.offer(is_outdated.get().then(|| (t("edit-newest"), start_again))));
    }
    let way_back = move || {
        unsaved.get().then(|| view! { <Button label=t("edit-discard") kind=ButtonKind::Quiet on_press=start_again/> })
    };
    view! {
        <Row>
            <Button label kind=ButtonKind::Primary button_type=ButtonType::Submit busy obstacle=Signal::derive(unsavable)/>
            {way_back}
        </Row>
    }
    .into_any()
}
