//! How much of something is in use.

use crate::i18n::{Text, t_with};
use leptos::prelude::*;

/// So much of so much, as a bar under its numbers: the bar adds nothing that the words do not say.
#[component]
pub fn Usage(
    #[prop(into)] label: Text,
    #[prop(into)] value: Signal<(u32, u32)>,
    /// How much of what is free is kept for some, and available to nobody else.
    #[prop(optional, into)]
    kept: Signal<u32>,
) -> impl IntoView {
    let words = t_with("usage", move || {
        let ((used, all), kept) = (value.get(), kept.get());
        let available = all.saturating_sub(used).saturating_sub(kept);
        vec![("used", used.into()), ("all", all.into()), ("available", available.into()), ("kept", kept.into())]
    });
    view! {
        <div class="usage">
            <span class="text-sm">{words}</span>
            // A meter of nothing would be drawn full.
            <meter
                class="usage-bar"
                aria-label=label
                aria-valuetext=words
                min="0"
                max=move || value.get().1.max(1).to_string()
                value=move || value.get().0.to_string()
            ></meter>
        </div>
    }
}
