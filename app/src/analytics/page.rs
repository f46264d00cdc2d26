//! All trends side by side.

use super::trend::{Asked, TrendCard};
use crate::{
    figures::{Period, PeriodFilter, when_it_fits},
    i18n::t,
    listing::Listing,
    widgets::{Filters, PageHeader, Trends, when_allowed},
};
use leptos::prelude::*;
use shared::{
    analytics::{Trend, api::View},
    authority::Target,
};

/// The page.
#[component]
pub fn AnalyticsPage() -> impl IntoView {
    let (period, listing) = (Period::from_address(), Listing::from_address());
    let asked = Signal::derive(move || Asked { site: listing.site(), bounds: period.bounds().unwrap_or_default() });
    let content = when_allowed::<View>(Target::Anywhere, move || {
        let trends = move || {
            let cards = Trend::ALL.map(|trend| view! { <TrendCard trend asked/> }).collect_view();
            view! { <Trends>{cards}</Trends> }.into_any()
        };
        view! {
            <Filters><PeriodFilter period/></Filters>
            {when_it_fits(period, trends)}
        }
        .into_any()
    });
    view! {
        <PageHeader title=t("analytics") description=t("analytics-why")/>
        {content}
    }
}
