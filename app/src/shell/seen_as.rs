//! The banner that says that the console is shown as somebody else has it.

use crate::{
    i18n::{t, t_with},
    session::current_session,
    widgets::{Banner, Button},
};
use leptos::prelude::*;

/// The banner, with the way back.
#[component]
pub(super) fn SeenAsBanner() -> impl IntoView {
    let session = current_session();
    let seen_as = session.seen_as();
    move || {
        seen_as.get().map(|name| {
            let message = t_with("seen-as", move || vec![("name", name.clone().into())]);
            view! {
                <Banner message explanation=t("seen-as-why")>
                    <Button label=t("seen-as-back") icon="undo-2" on_press=move |()| session.be_oneself()/>
                </Banner>
            }
        })
    }
}
