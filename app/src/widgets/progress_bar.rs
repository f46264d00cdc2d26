//! How far something long has come.

use crate::i18n::{Text, number};
use leptos::prelude::*;

/// So much of so much. While the whole is not known, the bar only says that it is under way.
#[component]
pub fn ProgressBar(#[prop(into)] label: Text, #[prop(into)] value: Signal<(u32, u32)>) -> impl IntoView {
    let is_known = move || value.get().1 > 0;
    let words = move || {
        let (done, all) = value.get();
        is_known().then(|| format!("{} / {}", number(done.into()), number(all.into())))
    };
    view! {
        <div class="flex flex-col gap-1" role="status">
            <span class="text-sm">{label}" "{words}</span>
            <progress
                class="progress-bar"
                aria-label=label
                value=move || is_known().then(|| value.get().0.to_string())
                max=move || is_known().then(|| value.get().1.to_string())
            ></progress>
        </div>
    }
}
