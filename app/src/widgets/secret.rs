//! Something shown once, to be handed on: a temporary password.

use super::Button;
use crate::{
    browser::{self, unique_id},
    i18n::{Text, t},
    toasts,
};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A secret with a button that copies it.
#[component]
pub fn Secret(#[prop(into)] label: Text, value: String) -> impl IntoView {
    let copied = value.clone();
    let copy = move |()| copy_secret(&copied);
    view! {
        <div class="flex flex-wrap items-center gap-3">
            <output class="secret" aria-label=label>{value}</output>
            <Button label=t("copy") icon="copy" on_press=copy/>
        </div>
    }
}

/// Several secrets of which each is used by itself. They have the focus as soon as they are there:
/// they are shown once.
#[component]
pub fn SecretList(#[prop(into)] label: Text, values: Vec<String>) -> impl IntoView {
    let id = unique_id("secrets");
    Effect::new({
        let id = id.clone();
        move |_| {
            let id = id.clone();
            request_animation_frame(move || browser::focus(&id));
        }
    });
    let item = |value: String| view! { <li>{value}</li> };
    view! { <ul id=id tabindex="-1" class="secret grid gap-y-1" aria-label=label>{values.into_iter().map(item).collect_view()}</ul> }
}

/// Copies a secret, and says whether that went.
pub(crate) fn copy_secret(secret: &str) {
    let writing = JsFuture::from(window().navigator().clipboard().write_text(secret));
    leptos::task::spawn_local(async move {
        match writing.await {
            Ok(_) => toasts::success(t("copied")),
            Err(_) => toasts::failure(t("copy-failed")),
        }
    });
}
