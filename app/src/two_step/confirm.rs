//! The second step of signing in.

use super::code::{EitherCode, typed};
use crate::{
    api::Mutation,
    i18n::t,
    widgets::{Button, ButtonKind, ButtonType, Form},
};
use leptos::prelude::*;
use shared::{ids::Slug, session::api};

/// Asks for the code. Whoever has it goes on as the session says then.
#[component]
pub fn ConfirmCode(org: Slug) -> impl IntoView {
    let (mutation, code) = (Mutation::new(), RwSignal::new(String::new()));
    let busy = Signal::derive(move || mutation.is_busy());
    let submit = move |()| match typed(code) {
        Ok(code) => mutation.send(api::ConfirmCode { org: org.clone(), code }, |_| ()),
        Err(problem) => mutation.refuse(problem),
    };
    view! {
        <Form mutation on_submit=submit>
            <EitherCode code/>
            <Button label=t("continue") kind=ButtonKind::Primary button_type=ButtonType::Submit busy wide=true/>
        </Form>
    }
}
