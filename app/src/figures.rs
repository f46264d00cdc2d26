//! Figures on the screen: in words, as charts, as tables, as files; and the period that they are
//! about. Reports and analytics are made of these.

mod period;

pub(crate) use period::{Bounds, Period, PeriodFilter, when_it_fits};

use crate::{
    audit::kind_in_words,
    browser::iso_time,
    i18n::{number, say, say_of, utc_date},
    widgets::{Cell, Chart, Series},
};
use leptos::prelude::*;
use shared::figures::{Figures, Line, Measure, Of, Width};

/// What is counted, in words.
pub(crate) fn measure_in_words(measure: Measure) -> String {
    say_of("measure-*", &name_of(&measure), &[])
}

/// What a row is about, in words.
fn of_in_words(of: &Of) -> String {
    match of {
        Of::Day { at } => utc_date(*at),
        Of::Week { at } => say("figures-week", &[("day", utc_date(*at).into())]),
        Of::Site { name, .. } | Of::License { name, .. } => name.clone(),
        Of::NoSite => say("figures-no-site", &[]),
        Of::Width { width } => width_in_words(*width),
        Of::Effect { effect } => kind_in_words(effect),
    }
}

fn width_in_words(width: Width) -> String {
    say_of("width-*", &name_of(&width), &[])
}

/// The name of a variant in the contract.
fn name_of(variant: &impl serde::Serialize) -> String {
    let name = serde_json::to_value(variant).ok();
    name.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// What the rows of these figures are, in words.
pub(crate) fn axis_in_words(figures: &Figures) -> String {
    let key = match figures.lines.first().map(|line| &line.of) {
        Some(Of::Site { .. } | Of::NoSite) | None => "figures-site",
        Some(Of::Day { .. }) => "figures-day",
        Some(Of::Week { .. }) => "figures-weeks",
        Some(Of::Width { .. }) => "figures-width",
        Some(Of::License { .. }) => "figures-license",
        Some(Of::Effect { .. }) => "figures-effect",
    };
    say(key, &[])
}

/// Some of the measures as a chart, with a point for every row.
pub(crate) fn chart(figures: &Figures, measures: &[Measure]) -> Chart {
    let series = measures.iter().filter_map(|measure| {
        let at = figures.measures.iter().position(|known| known == measure)?;
        let values = figures.lines.iter().map(|line| line.counts.get(at).copied().unwrap_or_default()).collect();
        Some(Series { label: measure_in_words(*measure), values })
    });
    let points = figures.lines.iter().map(|line| of_in_words(&line.of)).collect();
    Chart { axis: axis_in_words(figures), points, series: series.collect() }
}

/// The sums of some of the measures as a chart, with a point for each.
pub(crate) fn sums(figures: &Figures, measures: &[Measure]) -> Chart {
    let values = measures.iter().filter_map(|measure| figures.total(*measure)).collect();
    let points = measures.iter().map(|measure| measure_in_words(*measure)).collect();
    Chart {
        axis: say("figures-what", &[]),
        points,
        series: vec![Series { label: say("measure-changes", &[]), values }],
    }
}

/// A chart with no more than so many points, the greatest ones.
pub(crate) fn greatest(mut chart: Chart, most: usize) -> Chart {
    let Some(values) = chart.series.first().map(|series| series.values.clone()) else {
        return chart;
    };
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(values.get(*at).copied().unwrap_or_default()));
    order.truncate(most);
    let pick = |all: &[u32]| order.iter().filter_map(|at| all.get(*at).copied()).collect();
    chart.series.iter_mut().for_each(|series| series.values = pick(&series.values));
    chart.points = order.iter().filter_map(|at| chart.points.get(*at).cloned()).collect();
    chart
}

/// The rows of a table. Days are told from the last one on: it is what people look for.
pub(crate) fn rows(figures: &Figures) -> Vec<Vec<Cell>> {
    let row = |line: &Line| {
        let counts = line.counts.iter().map(|count| number((*count).into()).into_any());
        std::iter::once(of_in_words(&line.of).into_any()).chain(counts).collect()
    };
    let rows = figures.lines.iter().map(row);
    let is_in_time = matches!(figures.lines.first().map(|line| &line.of), Some(Of::Day { .. }));
    if is_in_time { rows.rev().collect() } else { rows.collect() }
}

/// The same for a spreadsheet: numbers and days as programs read them.
pub(crate) fn csv_rows(figures: &Figures) -> Vec<Vec<String>> {
    let head = figures.measures.iter().map(|measure| measure_in_words(*measure));
    let head = std::iter::once(axis_in_words(figures)).chain(head).collect();
    let row = |line: &Line| {
        let of = match &line.of {
            Of::Day { at } | Of::Week { at } => iso_day(*at),
            other => of_in_words(other),
        };
        std::iter::once(of).chain(line.counts.iter().map(u32::to_string)).collect()
    };
    std::iter::once(head).chain(figures.lines.iter().map(row)).collect()
}

/// A day as programs read it.
pub(crate) fn iso_day(at: shared::time::Timestamp) -> String {
    iso_time(at).chars().take(10).collect()
}

#[cfg(test)]
mod tests {
    use super::{Chart, Series, greatest};

    #[test]
    fn the_greatest_come_first_and_equal_ones_stay_in_order() {
        let points = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let series = vec![Series { label: String::new(), values: vec![1, 3, 2, 3] }];
        let chart = greatest(Chart { points, series, ..Chart::default() }, 3);
        assert_eq!(chart.points, ["b", "d", "c"]);
        assert_eq!(chart.series[0].values, [3, 3, 2]);
    }
}
