//! Icons from the console's sprite (`app/assets/icons.svg`). They say nothing by themselves: a label
//! stands beside them or on the control that holds them.

use crate::browser;
use leptos::prelude::*;
use std::cell::OnceCell;

thread_local! {
    static SPRITE: OnceCell<String> = const { OnceCell::new() };
}

/// An icon by its name in the sprite, as high as the text around it.
#[component]
pub fn Icon(name: &'static str, #[prop(default = "size-4")] size: &'static str) -> impl IntoView {
    let sprite = SPRITE.with(|sprite| sprite.get_or_init(|| browser::asset("icons")).clone());
    view! {
        <svg class=format!("{size} shrink-0") aria-hidden="true">
            <use href=format!("{sprite}#{name}")></use>
        </svg>
    }
}
