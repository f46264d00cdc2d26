//! Forms: fields, what is wrong with them, and the buttons that send them.

use super::{Alert, AlertKind, Button, ButtonKind, ButtonType, LinkButton, button::CloseButton};
use crate::{
    api::Mutation,
    browser::unique_id,
    i18n::{Text, t},
    problem::describe,
};
use leptos::{ev::SubmitEvent, html, prelude::*};
use wasm_bindgen::JsCast;

/// The way out of the problem that a form tells on top, offered there beside it.
#[derive(Clone, Copy, Debug)]
pub struct Remedy(RwSignal<Option<(Text, Callback<()>)>>);

impl Remedy {
    /// Offers it under this label, or (with `None`) no more.
    pub fn offer(self, remedy: Option<(Text, Callback<()>)>) {
        self.0.set(remedy);
    }
}

/// A form that sends one [`Mutation`]. Fields within find their errors by name; what no
/// field shows stands on top. After a refusal the first field in error has the focus.
#[component]
pub fn Form(mutation: Mutation, #[prop(into)] on_submit: Callback<()>, children: Children) -> impl IntoView {
    provide_context(mutation);
    let remedy = RwSignal::new(None);
    provide_context(Remedy(remedy));
    let id = unique_id("form");
    let problem = mutation.problem();
    // A problem that no field of the form shows is told on top.
    let is_general = RwSignal::new(false);
    Effect::new({
        let id = id.clone();
        move |_| {
            is_general.set(false);
            if problem.read().is_some() {
                let id = id.clone();
                // Fields show their errors in this same turn; the focus follows in the next.
                request_animation_frame(move || {
                    is_general.try_set(!focus_first_error(&id));
                });
            }
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    let top = NodeRef::<html::Div>::new();
    // The button that was pressed may stand far below. (`on_load` would break at a second problem.)
    Effect::new(move |_| {
        if let Some(top) = top.get() {
            top.scroll_into_view();
        }
    });
    let way_out =
        move || remedy.get().map(|(label, on_press)| view! { <Button label kind=ButtonKind::Secondary on_press/> });
    let general = move || {
        problem.get().filter(|_| is_general.get()).map(|problem| {
            view! {
                <div node_ref=top class="flex scroll-mt-20 flex-col items-start gap-3">
                    <Alert kind=AlertKind::Error>{move || describe(&problem)}</Alert>
                    {way_out}
                </div>
            }
        })
    };
    view! {
        <form id=id class="flex flex-col gap-5" novalidate on:submit=submit>
            {general}
            {children()}
        </form>
    }
}

/// Focuses the first field in error; false if there is none.
fn focus_first_error(form: &str) -> bool {
    let first = document().query_selector(&format!("#{form} [aria-invalid=true]"));
    let field = first.ok().flatten().and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    field.is_some_and(|field| field.focus().is_ok())
}

/// Fields that belong together, under a heading.
#[component]
pub fn FormSection(
    #[prop(into)] title: Text,
    #[prop(optional, into)] description: Option<Text>,
    children: Children,
) -> impl IntoView {
    match description {
        Some(description) => view! { <super::Card title description>{children()}</super::Card> }.into_any(),
        None => view! { <super::Card title>{children()}</super::Card> }.into_any(),
    }
}

/// The buttons of a form: the one that sends it, and the way out.
#[component]
pub fn FormActions(
    mutation: Mutation,
    /// What the sending button says.
    #[prop(into)]
    submit: Text,
    /// Where the way out leads.
    #[prop(optional, into)]
    cancel: Option<Signal<String>>,
) -> impl IntoView {
    let busy = Signal::derive(move || mutation.is_busy());
    view! {
        <div class="form-actions">
            <Button label=submit kind=ButtonKind::Primary button_type=ButtonType::Submit busy/>
            {cancel.map(|href| view! { <LinkButton label=t("cancel") href kind=ButtonKind::Quiet/> })}
        </div>
    }
}

/// The buttons of a form in a dialog: the one that sends it, and the one that closes the dialog.
#[component]
pub fn DialogActions(
    mutation: Mutation,
    open: RwSignal<bool>,
    /// What the sending button says.
    #[prop(into)]
    submit: Text,
    #[prop(optional, into)] kind: Option<ButtonKind>,
    /// Why it may not be sent, if so.
    #[prop(optional, into)]
    obstacle: Signal<Option<String>>,
) -> impl IntoView {
    let busy = Signal::derive(move || mutation.is_busy());
    let kind = kind.unwrap_or(ButtonKind::Primary);
    view! {
        <div class="dialog-actions">
            <Button label=t("cancel") kind=ButtonKind::Quiet on_press=move |()| open.set(false)/>
            <Button label=submit kind button_type=ButtonType::Submit busy obstacle/>
        </div>
    }
}

/// The head of something that can be closed.
#[component]
pub(crate) fn ClosableHead(
    id: String,
    #[prop(into)] title: Text,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="flex items-start justify-between gap-4">
            <h2 id=id class="text-lg font-semibold">{title}</h2>
            <CloseButton on_press=on_close/>
        </div>
    }
}
