//! Which days: the last ones, or one's own. The choice stands in the address.

use crate::{
    browser::{now, utc_day},
    i18n::{t, t_with},
    navigation::{query_parameter, set_query},
    problem::describe_field,
    widgets::{Alert, AlertKind, DateField, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    Problem,
    figures::{DAYS_DEFAULT, Period as Days},
    time::{Span, Timestamp},
};

/// From when, and until when; as the edge chooses where it is not said.
pub(crate) type Bounds = (Option<Timestamp>, Option<Timestamp>);

/// The last days that one can choose with one step.
const LAST: [i64; 4] = [7, DAYS_DEFAULT, 90, 365];
/// The choice of one's own days.
const OWN: &str = "own";

/// What the address says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period {
    days: Memo<Option<String>>,
    from: Memo<Option<String>>,
    until: Memo<Option<String>>,
}

impl Period {
    pub(crate) fn from_address() -> Self {
        Self { days: query_parameter("days"), from: query_parameter("from"), until: query_parameter("until") }
    }

    fn is_own(self) -> bool {
        self.days.get().as_deref() == Some(OWN)
    }

    /// The last days, as far as they are chosen so.
    fn last(self) -> i64 {
        let asked = self.days.get().and_then(|days| days.parse().ok());
        asked.filter(|days| LAST.contains(days)).unwrap_or(DAYS_DEFAULT)
    }

    /// From when until when, for a request, or what is wrong with it. The same all day long, so
    /// that it is asked once.
    pub(crate) fn bounds(self) -> Result<Bounds, Problem> {
        let bounds = if self.is_own() {
            let day = |day: Memo<Option<String>>, after| day.get().and_then(|day| utc_day(&day, after));
            // The last day belongs to it.
            (day(self.from, 0), day(self.until, 1))
        } else {
            (Some(Days::start(Days::day(now()) - self.last() + 1)), None)
        };
        Days::of(bounds.0, bounds.1, now()).map(|_| bounds)
    }
}

/// Shows what is about a period, or what is wrong with that.
pub(crate) fn when_it_fits(period: Period, content: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let error = Memo::new(move |_| {
        let problem = period.bounds().err()?;
        problem.errors.first().map(describe_field)
    });
    let content = move || match error.get() {
        Some(error) => view! { <Alert kind=AlertKind::Error>{error}</Alert> }.into_any(),
        None => content(),
    };
    view! { {content} }.into_any()
}

/// The controls.
#[component]
pub(crate) fn PeriodFilter(period: Period) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| {
        chosen.set(if period.is_own() { OWN.to_owned() } else { period.last().to_string() });
    });
    let last = |days: i64| {
        let count = u32::try_from(days).unwrap_or_default();
        SelectOption::new(days.to_string(), t_with("figures-last", move || vec![("days", count.into())]))
    };
    let options: Vec<SelectOption> =
        LAST.map(last).into_iter().chain([SelectOption::new(OWN, t("figures-own-days"))]).collect();
    let choose = move |days: String| {
        let (from, until) = (Timestamp(now().0 - Span::days(DAYS_DEFAULT - 1).0), now());
        let day = |at| (days == OWN).then(|| super::iso_day(at));
        set_query(&[("from", day(from)), ("until", day(until)), ("days", Some(days.clone()))]);
    };
    let set = |name: &'static str| move |day: Option<String>| set_query(&[(name, day)]);
    let own = move || {
        period.is_own().then(|| {
            view! {
                <DateField label=t("audit-from") value=period.from on_change=set("from")/>
                <DateField label=t("audit-until") value=period.until on_change=set("until")/>
            }
        })
    };
    view! {
        <Select name="" label=t("figures-period") value=chosen options on_change=choose/>
        {own}
    }
}
