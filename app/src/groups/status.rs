//! Whether what a group is given counts (RSC-11), and disabling and enabling it.

use super::page::GroupAtHand;
use crate::{
    i18n::t,
    people::StatusBadge,
    preview::Preview,
    switch::{SwitchDialog, SwitchWords, Switched},
    widgets::{Button, Card, Row, Stack},
};
use leptos::prelude::*;
use shared::{
    authority::Change,
    groups::api::{Disable, Enable},
    previews::api::View,
    users::Status,
};

/// What holds, and the button that changes it.
#[component]
pub(super) fn StatusCard(at_hand: GroupAtHand) -> impl IntoView {
    let open = RwSignal::new(false);
    let status = Memo::new(move |_| at_hand.group.with(|group| group.status));
    let content = move || match status.get() {
        Status::Active => {
            let obstacle = at_hand.obstacle_to_changing::<Disable>();
            view! {
                <p class="text-muted">{t("group-is-active")}</p>
                <Row><Button label=t(DISABLING.act) obstacle on_press=move |()| open.set(true)/></Row>
            }
            .into_any()
        }
        Status::Disabled => {
            let obstacle = at_hand.obstacle::<Enable>();
            view! {
                <Row><StatusBadge status=Status::Disabled/><span>{t("group-is-disabled")}</span></Row>
                <Row><Button label=t(ENABLING.act) obstacle on_press=move |()| open.set(true)/></Row>
            }
            .into_any()
        }
    };
    let name = Signal::derive(move || at_hand.name());
    let switched = Switched { name, status: status.into(), preview: Some(preview(at_hand, open)) };
    let disable = Callback::new(move |()| Disable { org: at_hand.session.org(), group: at_hand.id() });
    let enable = Callback::new(move |()| Enable { org: at_hand.session.org(), group: at_hand.id() });
    view! {
        <Card title=t("group-status")><Stack>{content}</Stack></Card>
        <SwitchDialog open switched disabling=DISABLING enabling=ENABLING disable enable/>
    }
}

const DISABLING: SwitchWords =
    SwitchWords { act: "group-disable", why: "group-disable-why", done: "group-disable-done" };
const ENABLING: SwitchWords = SwitchWords { act: "group-enable", why: "group-enable-why", done: "group-enable-done" };

/// What it would do while the question is asked.
fn preview(at_hand: GroupAtHand, open: RwSignal<bool>) -> Preview {
    let about = move || Some(View { group: Some(at_hand.id()), ..View::nothing(at_hand.session.org()) });
    let changes = move || {
        if !open.get() {
            return Vec::new();
        }
        at_hand.page.with(|page| match page.group.status {
            Status::Active => {
                let counting = page.grants.iter().filter(|grant| !grant.suspended);
                counting.map(|grant| Change::GrantSuspended { grant: grant.id.clone() }).collect()
            }
            Status::Disabled => {
                page.waiting.iter().map(|grant| Change::GrantResumed { grant: grant.clone() }).collect()
            }
        })
    };
    Preview::new(about, changes)
}
