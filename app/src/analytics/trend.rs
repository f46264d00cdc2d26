//! A chart of one trend.

use crate::{
    api::query,
    figures::{self, Bounds},
    i18n::t,
    session::current_session,
    widgets::{BarChart, Card, Chart, EmptyState, LineChart, SkeletonKind, when_ready},
};
use leptos::prelude::*;
use shared::{
    analytics::{Trend, api::View},
    authority::Target,
    figures::{Figures, Measure},
    ids::SiteId,
};

/// So many kinds of changes at most are compared.
const KINDS: usize = 10;

/// Which site, and from when until when.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Asked {
    pub(crate) site: Option<SiteId>,
    pub(crate) bounds: Bounds,
}

/// One trend.
#[component]
pub(crate) fn TrendCard(trend: Trend, #[prop(into)] asked: Signal<Asked>) -> impl IntoView {
    let session = current_session();
    let found = query(move || {
        let Asked { site, bounds: (from, until) } = asked.get();
        session.may::<View>(&Target::Anywhere).then(|| View { org: session.org(), trend, site, from, until })
    });
    let (title, why) = title_of(trend);
    let content = when_ready(found, SkeletonKind::Chart, move |figures| picture(trend, figures));
    view! { <Card title=t(title) description=t(why)>{content}</Card> }
}

const fn title_of(trend: Trend) -> (&'static str, &'static str) {
    match trend {
        Trend::SignIns => ("trend-sign-ins", "trend-sign-ins-why"),
        Trend::Growth => ("trend-growth", "trend-growth-why"),
        Trend::Changes => ("trend-changes", "trend-changes-why"),
        Trend::Administrators => ("trend-administrators", "trend-administrators-why"),
        Trend::Ending => ("trend-ending", "trend-ending-why"),
    }
}

fn picture(trend: Trend, figures: Signal<Figures>) -> AnyView {
    let chart = Memo::new(move |_| figures.with(|figures| chart_of(trend, figures)));
    let is_empty = Memo::new(move |_| chart.with(Chart::is_empty));
    let label = t(title_of(trend).0);
    let drawn = move || match (is_empty.get(), trend) {
        (true, _) => {
            view! { <EmptyState icon="chart-column" title=t("figures-none") explanation=t("figures-none-why")/> }
                .into_any()
        }
        (false, Trend::SignIns | Trend::Growth) => view! { <LineChart label chart/> }.into_any(),
        (false, _) => view! { <BarChart label chart/> }.into_any(),
    };
    view! { {drawn} }.into_any()
}

fn chart_of(trend: Trend, figures: &Figures) -> Chart {
    match trend {
        Trend::SignIns => figures::chart(figures, &[Measure::SignedIn, Measure::SignIns, Measure::FailedSignIns]),
        Trend::Growth => figures::chart(figures, &[Measure::Users]),
        Trend::Changes => figures::greatest(figures::chart(figures, &[Measure::Changes]), KINDS),
        Trend::Administrators => figures::chart(figures, &[Measure::Administrators]),
        Trend::Ending => figures::chart(figures, &[Measure::Grants]),
    }
}
