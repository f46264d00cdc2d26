//! Setting up one's account at the first sign-in (CRES-17): a password of one's own in place of the
//! temporary one, and how one likes the console. It is the only thing one can do until it is done.

use super::{SignedOutCard, read_session, set_up_account::AccountSetUp, sign_out};
use crate::{
    api::{Mutation, forget_everything},
    i18n::t,
    navigation::use_navigation,
    route::{Page, Route},
    widgets::{Alert, Button, ButtonKind, SkeletonKind, when_ready},
};
use leptos::prelude::*;
use shared::{Code, ids::Slug, session::Session};

/// Asks for the temporary password and for one's own.
#[component]
pub fn ChangePasswordPage(org: Slug) -> impl IntoView {
    let navigation = use_navigation();
    let session = read_session(org.clone());
    // Without a session there is nothing to change: sign in first.
    Effect::new({
        let org = org.clone();
        move |_| {
            if session.problem().is_some_and(|problem| problem.code == Code::SessionRequired) {
                navigation.redirect(&Route::SignIn(org.clone()));
            }
        }
    });
    let out = Mutation::new();
    let leave = {
        let org = org.clone();
        move |()| sign_out(out, org.clone())
    };
    let content = when_ready(session, SkeletonKind::Form, move |session: Signal<Session>| {
        let home = Route::Console(org.clone(), Page::Home);
        let done = move |()| {
            // What is kept was answered to somebody who had to come here.
            forget_everything();
            navigation.resume(&home);
        };
        view! { <AccountSetUp session on_done=done/> }.into_any()
    });
    view! {
        <SignedOutCard title=t("change-password-title")>
            <Alert>{t("change-password-why")}</Alert>
            {content}
            <Button label=t("sign-out") kind=ButtonKind::Quiet wide=true on_press=leave/>
        </SignedOutCard>
    }
}
