//! Disabling an administrator, and enabling again (WBX-14).

use super::page::AtHand;
use crate::{
    people::switched_account,
    switch::{SwitchDialog, SwitchWords},
};
use leptos::prelude::*;
use shared::administrators::api::{Disable, Enable};

const DISABLING: SwitchWords =
    SwitchWords { act: "administrator-disable", why: "administrator-disable-why", done: "administrator-disabled" };
const ENABLING: SwitchWords =
    SwitchWords { act: "administrator-enable", why: "administrator-enable-why", done: "administrator-enabled" };

/// Asks before an account is disabled or enabled, naming what happens.
#[component]
pub(super) fn SwitchAccount(at_hand: AtHand) -> impl IntoView {
    let AtHand { administrator, switching: open, .. } = at_hand;
    let who = Signal::derive(move || administrator.with(|it| it.user.id.clone()));
    let person = Signal::derive(move || administrator.with(|it| it.user.person.clone()));
    let status = Signal::derive(move || administrator.with(|it| it.user.status));
    let switched = switched_account(open, who, person, status);
    let disable = Callback::new(move |()| Disable { org: at_hand.session.org(), user: at_hand.id() });
    let enable = Callback::new(move |()| Enable { org: at_hand.session.org(), user: at_hand.id() });
    view! { <SwitchDialog open switched disabling=DISABLING enabling=ENABLING disable enable/> }
}
