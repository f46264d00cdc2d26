//! Everything that somebody, or a group, holds.

use super::{
    give::Giving,
    records::{GrantRecords, GrantsShown},
};
use crate::{
    i18n::t,
    widgets::{Button, Row, Stack},
};
use leptos::prelude::*;

/// The grants, and the button that gives one more.
#[component]
pub(crate) fn HeldGrants(
    shown: GrantsShown,
    giving: Giving,
    /// Why nothing can be given, if so.
    #[prop(into)]
    may_not_give: Signal<Option<String>>,
    #[prop(into)] empty: ViewFn,
) -> impl IntoView {
    view! {
        <Stack>
            <Row>
                <Button label=t("grant-give") icon="plus" obstacle=may_not_give on_press=move |()| giving.open()/>
            </Row>
            <GrantRecords shown empty/>
        </Stack>
    }
}
