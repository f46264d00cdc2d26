//! One's own two-step verification: the card on one's own page.

use super::{
    code::CodeForm,
    keep::KeepCodes,
    set_up::{Replace, SetUp},
};
use crate::{
    api::query,
    browser::{self, unique_id},
    i18n::{date, number, say, t, t_with},
    route::Page,
    session::current_session,
    toasts,
    widgets::{
        Alert, AlertKind, Button, ButtonKind, Card, Definition, Definitions, Dialog, Row, SkeletonKind, Stack,
        TextLink, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    ids::Slug,
    two_step::{
        RecoveryCodes, TwoStep,
        api::{Remove, RenewRecoveryCodes, View},
    },
};

/// With so few recovery codes left, there should be new ones.
const FEW: u32 = 2;

/// The dialogs, each open or not.
#[derive(Clone, Copy)]
struct Acts {
    setting_up: RwSignal<bool>,
    replacing: RwSignal<bool>,
    renewing: RwSignal<bool>,
    removing: RwSignal<bool>,
    /// Recovery codes are on the screen, in whichever of them: not again.
    keeping: RwSignal<bool>,
}

/// How one stands with it, and what one can do about it.
#[component]
pub fn OwnTwoStep() -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query({
        let org = org.clone();
        move || Some(View { org: org.clone() })
    });
    let closed = || RwSignal::new(false);
    let acts = Acts {
        setting_up: closed(),
        replacing: closed(),
        renewing: closed(),
        removing: closed(),
        keeping: RwSignal::new(false),
    };
    let content = when_ready(read, SkeletonKind::Form, move |state: Signal<TwoStep>| {
        let is_on = Memo::new(move |_| state.read().since.is_some());
        view! { {move || if is_on.get() { on(state, acts) } else { off(acts) }} }.into_any()
    });
    let help = Signal::derive(move || session.link(Page::Help));
    let id = unique_id("two-step");
    let on_kept = {
        let id = id.clone();
        Callback::new(move |()| {
            acts.setting_up.set(false);
            // The button that opened the dialog is gone: what has taken its place is next.
            let id = id.clone();
            request_animation_frame(move || browser::focus(&id));
        })
    };
    view! {
        <Card title=t("two-step") description=t("two-step-why")>
            <div id=id role="group" tabindex="-1" aria-label=t("two-step")>{content}</div>
            <p><TextLink label=t("two-step-more") href=help/></p>
        </Card>
        {dialogs(&org, acts, on_kept)}
    }
}

fn off(acts: Acts) -> AnyView {
    view! {
        <Stack>
            <p>{t("two-step-off")}</p>
            <Row><Button label=t("two-step-set-up") icon="shield-check" on_press=move |()| acts.setting_up.set(true)/></Row>
        </Stack>
    }
    .into_any()
}

fn on(state: Signal<TwoStep>, acts: Acts) -> AnyView {
    let since = move || state.read().since.map(date);
    let left = move || number(state.read().recovery_codes.into());
    let few = move || {
        let count = state.read().recovery_codes;
        let words = t_with("two-step-codes-few", move || vec![("count", count.into())]);
        (count <= FEW).then(|| view! { <Alert kind=AlertKind::Warning>{words}</Alert> })
    };
    let kept = Signal::derive(move || state.read().is_required.then(|| say("two-step-is-required", &[])));
    view! {
        <Stack>
            {few}
            <Definitions>
                <Definition term=t("two-step-since")>{since}</Definition>
                <Definition term=t("two-step-codes-left")>{left}</Definition>
            </Definitions>
            <Row>
                <Button label=t("two-step-codes-renew") icon="refresh-cw" on_press=move |()| acts.renewing.set(true)/>
                <Button label=t("two-step-replace") icon="phone" on_press=move |()| acts.replacing.set(true)/>
                <Button label=t("two-step-remove") kind=ButtonKind::Danger obstacle=kept on_press=move |()| acts.removing.set(true)/>
            </Row>
        </Stack>
    }
    .into_any()
}

fn dialogs(org: &Slug, acts: Acts, on_kept: Callback<()>) -> AnyView {
    let Acts { setting_up, replacing, renewing, removing, keeping } = acts;
    let (of_set_up, of_replacing, of_renewing, of_removing) = (org.clone(), org.clone(), org.clone(), org.clone());
    let remove = Callback::new(move |code| Remove { org: of_removing.clone(), code });
    let removed = Callback::new(move |_: TwoStep| {
        removing.set(false);
        toasts::success(t("two-step-removed"));
    });
    view! {
        <Dialog open=setting_up title=t("two-step-set-up-title") held=keeping>
            <SetUp org=of_set_up.clone() keeping on_kept/>
        </Dialog>
        <Dialog open=replacing title=t("two-step-replace") held=keeping>
            <Replace org=of_replacing.clone() open=replacing keeping/>
        </Dialog>
        <Dialog open=renewing title=t("two-step-codes-renew") held=keeping>
            <Renew org=of_renewing.clone() open=renewing keeping/>
        </Dialog>
        <Dialog open=removing title=t("two-step-remove-title")>
            <CodeForm open=removing explanation=t("two-step-remove-why") act=t("two-step-remove") kind=ButtonKind::Danger request=remove on_done=removed/>
        </Dialog>
    }
    .into_any()
}

/// A code first, then the new recovery codes.
#[component]
fn Renew(org: Slug, open: RwSignal<bool>, keeping: RwSignal<bool>) -> impl IntoView {
    let renewed = RwSignal::new(None::<RecoveryCodes>);
    let request = {
        let org = org.clone();
        Callback::new(move |code| RenewRecoveryCodes { org: org.clone(), code })
    };
    let on_done = Callback::new(move |codes| renewed.set(Some(codes)));
    move || match renewed.get() {
        Some(codes) => {
            let on_kept = Callback::new(move |()| open.set(false));
            view! { <KeepCodes org=org.clone() codes keeping on_kept/> }.into_any()
        }
        None => {
            view! { <CodeForm open explanation=t("two-step-renew-why") act=t("two-step-codes-renew") request on_done/> }
                .into_any()
        }
    }
}
