//! Dialogs: the platform's own `<dialog>`, which holds the focus and gives it back.

use super::{Alert, AlertKind, Button, ButtonKind, form::ClosableHead};
use crate::{
    browser::unique_id,
    i18n::{Text, t},
    problem::describe,
};
use leptos::{html, prelude::*};
use shared::Problem;

/// A modal dialog that is open while `open` is true. Escape and the cross close it.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Text,
    /// Whether only what is in it closes it: it has no cross then, and sees to Escape itself.
    #[prop(optional, into)]
    held: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("dialog");
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // What is in it is made when it opens, so that it starts afresh.
    let content = {
        let title_id = title_id.clone();
        move || {
            open.get().then(|| {
                view! {
                    <div class="flex flex-col gap-4">
                        {head(title_id.clone(), title, open, held)}
                        {children()}
                    </div>
                }
            })
        }
    };
    view! {
        <dialog node_ref=dialog class="dialog" aria-labelledby=title_id on:close=move |_| open.set(false)>
            {content}
        </dialog>
    }
}

fn head(id: String, title: Text, open: RwSignal<bool>, held: Signal<bool>) -> AnyView {
    let head = move || match held.get() {
        true => view! { <h2 id=id.clone() class="text-lg font-semibold">{title}</h2> }.into_any(),
        false => view! { <ClosableHead id=id.clone() title on_close=move |()| open.set(false)/> }.into_any(),
    };
    view! { {head} }.into_any()
}

/// A question before something is done that is not easily undone. `question` says what will
/// happen, `act` the button that does it.
#[component]
pub fn ConfirmDialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Text,
    #[prop(into)] question: Text,
    #[prop(into)] act: Text,
    #[prop(optional, into)] kind: ButtonKind,
    #[prop(optional, into)] busy: Signal<bool>,
    /// What stood in the way the last time.
    #[prop(optional, into)]
    problem: Signal<Option<Problem>>,
    /// Why it cannot be done, if so.
    #[prop(optional, into)]
    obstacle: Signal<Option<String>>,
    #[prop(into)] on_confirm: Callback<()>,
    /// What else is to be seen or chosen before.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let refusal = move || {
        problem.get().map(|problem| view! { <Alert kind=AlertKind::Error>{move || describe(&problem)}</Alert> })
    };
    view! {
        <Dialog open title>
            <p>{question}</p>
            {refusal}
            {children.as_ref().map(|children| children())}
            <div class="dialog-actions">
                <Button label=t("cancel") kind=ButtonKind::Quiet on_press=move |()| open.set(false)/>
                <Button label=act kind busy obstacle on_press=on_confirm/>
            </div>
        </Dialog>
    }
}
