//! Ordering something.

use crate::{
    api::Mutation,
    i18n::{t, t_of},
    session::current_session,
    sites::place_select,
    toasts,
    widgets::{Columns, Dialog, DialogActions, Form, Select, SelectOption, TextField},
};
use leptos::prelude::*;
use shared::orders::{Order, OrderDetails, OrderKind, api::Create};

/// Asks what is ordered, how much of it and for where.
#[component]
pub(super) fn NewOrderDialog(open: RwSignal<bool>) -> impl IntoView {
    view! { <Dialog open title=t("orders-new")><NewOrderForm open/></Dialog> }
}

/// What is typed about an order.
#[derive(Clone, Copy, Default)]
struct OrderDraft {
    kind: RwSignal<String>,
    item: RwSignal<String>,
    quantity: RwSignal<String>,
    site: RwSignal<String>,
    comment: RwSignal<String>,
}

impl OrderDraft {
    /// What is no number is none of it.
    fn details(self) -> OrderDetails {
        let typed = |text: RwSignal<String>| text.with_untracked(|text| text.trim().to_owned());
        let kind = self.kind.with_untracked(|kind| OrderKind::ALL.into_iter().find(|known| known.as_str() == kind));
        OrderDetails {
            kind: kind.unwrap_or_default(),
            item: typed(self.item),
            quantity: typed(self.quantity).parse().unwrap_or_default(),
            site: typed(self.site).parse().ok(),
            comment: typed(self.comment),
        }
    }
}

#[component]
fn NewOrderForm(open: RwSignal<bool>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let draft = OrderDraft { quantity: RwSignal::new("1".to_owned()), ..OrderDraft::default() };
    let kinds =
        OrderKind::ALL.map(|kind| SelectOption::new(kind.as_str(), t_of("order-kind-*", kind.as_str()))).to_vec();
    let submit = move |()| {
        let request = Create { org: session.org(), details: draft.details() };
        mutation.submit(request, move |_: Order| {
            open.set(false);
            toasts::success(t("order-made"));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <Columns>
                <Select name="details.kind" label=t("order-kind") value=draft.kind options=kinds/>
                <TextField name="details.quantity" kind="number" label=t("order-quantity") value=draft.quantity required=true/>
            </Columns>
            <TextField name="details.item" label=t("order-item") value=draft.item required=true hint=t("order-item-hint")/>
            {place_select::<Create>("details.site", t("order-for"), draft.site)}
            <TextField name="details.comment" label=t("order-comment") value=draft.comment/>
            <DialogActions mutation open submit=t("orders-new")/>
        </Form>
    }
}
