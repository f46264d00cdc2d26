//! What every field of a form has: a label, a mark when it must be filled in, a hint, and the
//! error at the place where it is to be mended.

use super::Icon;
use crate::{
    api::Mutation,
    browser::unique_id,
    i18n::{Text, t},
    problem::describe_field,
};
use leptos::prelude::*;

/// The frame around a control.
#[derive(Clone)]
pub(super) struct Field {
    /// The control's id.
    pub(super) id: String,
    /// What is wrong, as a sentence.
    pub(super) error: Signal<Option<String>>,
    hint_id: String,
    error_id: String,
    has_hint: bool,
    label: Text,
    hint: Option<Text>,
    required: bool,
}

impl Field {
    /// A frame for the field that the form's request calls `name` (a dotted path).
    pub(super) fn new(name: impl Into<String>, label: Text, hint: Option<Text>, required: bool) -> Self {
        let name = name.into();
        let id = unique_id("field");
        // Fields outside of forms have nobody to tell them of errors.
        let form = use_context::<Mutation>();
        let error = Signal::derive(move || {
            form.filter(|_| !name.is_empty()).and_then(|form| form.error_at(&name)).map(|error| describe_field(&error))
        });
        Self {
            hint_id: format!("{id}-hint"),
            error_id: format!("{id}-error"),
            id,
            error,
            has_hint: hint.is_some(),
            label,
            hint,
            required,
        }
    }

    /// The ids of what describes the control now: the error first.
    pub(super) fn described_by(&self) -> impl Fn() -> Option<String> + Clone + Send + Sync + use<> {
        let (error, error_id, hint_id, has_hint) =
            (self.error, self.error_id.clone(), self.hint_id.clone(), self.has_hint);
        move || match (error.with(Option::is_some), has_hint) {
            (true, true) => Some(format!("{error_id} {hint_id}")),
            (true, false) => Some(error_id.clone()),
            (false, true) => Some(hint_id.clone()),
            (false, false) => None,
        }
    }

    /// Whether the control is in error, for `aria-invalid`.
    pub(super) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    /// The control in its frame.
    pub(super) fn frame(self, control: AnyView) -> AnyView {
        let hint = self.hint.map(|hint| view! { <p id=self.hint_id class="field-hint">{hint}</p> });
        view! {
            <div class="field">
                <label class="field-label" for=self.id>{self.label}{required_mark(self.required)}</label>
                {control}
                {error_line(self.error_id, self.error)}
                {hint}
            </div>
        }
        .into_any()
    }
}

/// The star of a field that must be filled in.
pub(super) fn required_mark(required: bool) -> Option<AnyView> {
    required.then(|| view! { <span class="text-error" title=t("required") aria-hidden="true">" *"</span> }.into_any())
}

/// The place of an error. It is there before the error is, so that it is read out.
pub(super) fn error_line(id: String, error: Signal<Option<String>>) -> AnyView {
    let line = move || {
        error
            .get()
            .map(|error| view! { <span class="field-error"><Icon name="circle-alert"/><span>{error}</span></span> })
    };
    view! { <div id=id aria-live="polite">{line}</div> }.into_any()
}
