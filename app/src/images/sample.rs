//! What the console will look like, in both themes, while one chooses.

use super::colors::ColorsDraft;
use crate::{
    i18n::{t, t_of},
    look::address,
    session::current_session,
    widgets::{Card, LookPiece},
};
use leptos::prelude::*;
use shared::images::{Picture, api::Images};

/// A piece of the console in each theme, with the logo and the colors that are chosen now.
#[component]
pub(super) fn LookSample(
    images: Signal<Images>,
    chosen: RwSignal<Option<Picture>>,
    colors: ColorsDraft,
) -> impl IntoView {
    let session = current_session();
    let logo = Signal::derive(move || {
        let picked = chosen.with(|chosen| {
            chosen.as_ref().map(|picture| format!("data:{};base64,{}", picture.media_type.as_str(), picture.data))
        });
        let current = || images.with(|images| images.logo.as_ref().map(|logo| address(&session.org(), &logo.digest)));
        picked.or_else(current)
    });
    let name = Signal::derive(move || session.signal().with(|session| session.organization.name.clone()));
    let piece = move |theme: &'static str, color: RwSignal<String>| {
        let color = Signal::derive(move || color.with(|color| color.trim().to_owned()));
        view! { <LookPiece theme caption=t_of("theme-*", theme) logo color name/> }
    };
    view! {
        <Card title=t("look-sample") description=t("look-sample-why")>
            {piece("light", colors.light)}
            {piece("dark", colors.dark)}
        </Card>
    }
}
