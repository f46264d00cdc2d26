//! Whether what a group is given counts (RSC-11), and disabling and enabling it.

use super::page::GroupAtHand;
use crate::{
    api::Mutation,
    i18n::{Text, t, t_with},
    people::StatusBadge,
    preview::{Preview, PreviewPanel},
    toasts,
    widgets::{Button, ButtonKind, Card, ConfirmDialog, Row, Stack},
};
use leptos::prelude::*;
use shared::{
    Endpoint,
    authority::Change,
    groups::{
        Group,
        api::{Disable, Enable},
    },
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
                <Row><Button label=t("group-disable") obstacle on_press=move |()| open.set(true)/></Row>
            }
            .into_any()
        }
        Status::Disabled => {
            let obstacle = at_hand.obstacle::<Enable>();
            view! {
                <Row><StatusBadge status=Status::Disabled/><span>{t("group-is-disabled")}</span></Row>
                <Row><Button label=t("group-enable") obstacle on_press=move |()| open.set(true)/></Row>
            }
            .into_any()
        }
    };
    let dialog = move || match status.get() {
        Status::Active => {
            question(at_hand, open, DISABLING, |at_hand| Disable { org: at_hand.session.org(), group: at_hand.id() })
        }
        Status::Disabled => {
            question(at_hand, open, ENABLING, |at_hand| Enable { org: at_hand.session.org(), group: at_hand.id() })
        }
    };
    view! { <Card title=t("group-status")><Stack>{content}</Stack></Card>{dialog} }
}

struct Words {
    act: &'static str,
    why: &'static str,
    done: &'static str,
    kind: ButtonKind,
}

const DISABLING: Words =
    Words { act: "group-disable", why: "group-disable-why", done: "group-disable-done", kind: ButtonKind::Danger };
const ENABLING: Words =
    Words { act: "group-enable", why: "group-enable-why", done: "group-enable-done", kind: ButtonKind::Primary };

fn question<E: Endpoint<Response = Group>>(
    at_hand: GroupAtHand,
    open: RwSignal<bool>,
    words: Words,
    request: fn(GroupAtHand) -> E,
) -> AnyView {
    let (mutation, preview) = (Mutation::new(), preview(at_hand, open));
    let named = move |key| -> Text { t_with(key, move || vec![("name", at_hand.name().into())]) };
    Effect::new(move |_| {
        // Opening the dialog again forgets what stood in the way the last time.
        if open.get() {
            mutation.reset();
        }
    });
    let switch = move |()| {
        let done = named(words.done);
        mutation.send(request(at_hand), move |_: Group| {
            open.set(false);
            toasts::success(done);
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t(words.act)
            question=named(words.why)
            act=t(words.act)
            kind=words.kind
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            obstacle=preview.obstacle()
            on_confirm=switch
        >
            <PreviewPanel preview/>
        </ConfirmDialog>
    }
    .into_any()
}

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
