//! Small charts: plain pictures of a few numbers, which say in words what they show and open as a
//! table. They are told apart by labels and dashes, not by colors, and nothing in them moves.
//!
//! No axes to zoom, no tooltips: who wants to calculate exports the figures.

use super::{Cell, Column, Table};
use crate::{
    browser::unique_id,
    i18n::{Text, number, say, t},
};
use leptos::{html, prelude::*};

/// What a chart shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// What the points stand for, such as days: heads the first column of the table.
    pub axis: String,
    /// The points, in words.
    pub points: Vec<String>,
    /// The lines, each with a value for every point.
    pub series: Vec<Series>,
}

/// A line of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// What is counted.
    pub label: String,
    /// How many, at each point.
    pub values: Vec<u32>,
}

impl Chart {
    /// The top of the picture: not below any value, even and round.
    fn top(&self) -> u32 {
        let most = self.series.iter().flat_map(|series| &series.values).copied().max().unwrap_or_default();
        let mut unit: u32 = 1;
        loop {
            let found = [2, 4, 6, 8, 10].into_iter().map(|steps| unit.saturating_mul(steps)).find(|top| *top >= most);
            match found {
                Some(top) => return top,
                None => unit = unit.saturating_mul(10),
            }
        }
    }

    /// Whether there is nothing to see.
    pub fn is_empty(&self) -> bool {
        self.series.iter().all(|series| series.values.iter().all(|value| *value == 0))
    }

    /// The lines in words: where each begins, ends and is highest.
    fn in_words(&self) -> String {
        let series = self.series.iter().filter_map(|series| {
            let (first, last) = (series.values.first()?, series.values.last()?);
            let (at, most) = series.values.iter().enumerate().rev().max_by_key(|(_, value)| **value)?;
            let point = self.points.get(at).cloned().unwrap_or_default();
            Some(say(
                "chart-line",
                &[
                    ("series", series.label.clone().into()),
                    ("first", (*first).into()),
                    ("last", (*last).into()),
                    ("most", (*most).into()),
                    ("point", point.into()),
                ],
            ))
        });
        series.collect::<Vec<_>>().join(" ")
    }

    /// The same as rows of a table.
    fn rows(&self) -> Vec<Vec<Cell>> {
        let row = |(at, point): (usize, &String)| {
            let values = self.series.iter().map(|series| series.values.get(at).copied().unwrap_or_default());
            let cells = values.map(|value| number(value.into()).into_any());
            std::iter::once(point.clone().into_any()).chain(cells).collect()
        };
        self.points.iter().enumerate().map(row).collect()
    }
}

/// How lines are drawn, one after the other.
const LINES: [&str; 3] =
    ["chart-line chart-line-solid", "chart-line chart-line-dashed", "chart-line chart-line-dotted"];

/// How something develops: lines over points in order, the first one with its area.
#[component]
pub fn LineChart(
    #[prop(into)] label: Text,
    #[prop(into)] chart: Signal<Chart>,
    /// Whether the figures stand beside the chart anyway.
    #[prop(optional)]
    beside_table: bool,
) -> impl IntoView {
    let name = move || chart.with(|chart| format!("{}. {}", label.get(), chart.in_words()));
    let shapes = move || chart.with(|chart| shapes(chart, chart.top()));
    let scale = move || {
        let top = chart.with(Chart::top);
        [top, top / 2, 0].map(|value| view! { <span>{number(value.into())}</span> }).collect_view()
    };
    let ends = move || {
        chart.with(|chart| {
            let ends = [chart.points.first(), chart.points.last()].map(|point| point.cloned().unwrap_or_default());
            ends.map(|end| view! { <span>{end}</span> }).collect_view()
        })
    };
    let picture = view! {
        <div class="chart-plot">
            <div class="chart-scale" aria-hidden="true">{scale}</div>
            <svg class="chart-lines" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label=name>
                <path class="chart-grid" d="M0 0H100M0 50H100M0 100H100"/>
                {shapes}
            </svg>
            <div class="chart-ends" aria-hidden="true">{ends}</div>
        </div>
        {move || chart.with(legend)}
    };
    framed(label, chart, beside_table, picture.into_any())
}

fn shapes(chart: &Chart, top: u32) -> AnyView {
    let area = chart.series.first().map(|series| {
        let d = format!("{}V100H0Z", path(&series.values, top));
        view! { <path class="chart-area" d=d/> }
    });
    let lines = chart.series.iter().zip(LINES).map(|(series, class)| {
        view! { <path class=class d=path(&series.values, top)/> }
    });
    view! { {area}{lines.collect_view()} }.into_any()
}

/// The values from left to right, in hundredths of the picture. A single one is a level line.
fn path(values: &[u32], top: u32) -> String {
    let y = |value: &u32| 100.0 - f64::from(*value) * 100.0 / f64::from(top);
    let steps = values.len().saturating_sub(1).max(1) as f64;
    let points =
        values.iter().enumerate().map(|(at, value)| format!("{:.2} {:.2}", at as f64 * 100.0 / steps, y(value)));
    let level = values.first().filter(|_| values.len() == 1).map(|value| format!("100 {:.2}", y(value)));
    match points.chain(level).collect::<Vec<_>>().join("L") {
        line if line.is_empty() => "M0 100H100".to_owned(),
        line => format!("M{line}"),
    }
}

/// Which line is which. A single one is what the chart is called after.
fn legend(chart: &Chart) -> Option<AnyView> {
    let entry = |(series, class): (&Series, &'static str)| {
        view! {
            <li>
                <svg class="chart-key" viewBox="0 0 24 8" aria-hidden="true"><path class=class d="M0 4H24"/></svg>
                {series.label.clone()}
            </li>
        }
    };
    let entries = chart.series.iter().zip(LINES).map(entry).collect_view();
    (chart.series.len() > 1).then(|| view! { <ul class="chart-legend">{entries}</ul> }.into_any())
}

/// How things compare: a bar for every point of the first series, each with its name and number.
#[component]
pub fn BarChart(
    #[prop(into)] label: Text,
    #[prop(into)] chart: Signal<Chart>,
    /// Whether the figures stand beside the chart anyway.
    #[prop(optional)]
    beside_table: bool,
) -> impl IntoView {
    let bars = move || {
        chart.with(|chart| {
            let values = chart.series.first().map(|series| series.values.clone()).unwrap_or_default();
            let most = values.iter().copied().max().unwrap_or_default().max(1);
            chart.points.iter().zip(values).map(|(point, value)| bar(point.clone(), value, most)).collect_view()
        })
    };
    let picture = view! { <ul class="chart-bars" aria-label=label>{bars}</ul> };
    framed(label, chart, beside_table, picture.into_any())
}

fn bar(point: String, value: u32, most: u32) -> AnyView {
    view! {
        <li class="chart-bar">
            <span class="chart-bar-name">{point}</span>
            {meter(value, most)}
            <span class="chart-bar-figure">{number(value.into())}</span>
        </li>
    }
    .into_any()
}

/// So much of so much, as a filled part of an outline.
fn meter(value: u32, most: u32) -> AnyView {
    let width = f64::from(value) * 100.0 / f64::from(most.max(1));
    view! {
        <svg class="chart-meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="chart-meter-ground" width="100" height="8"/>
            <rect class="chart-meter-part" width=format!("{width:.2}") height="8"/>
        </svg>
    }
    .into_any()
}

/// The picture with its table, which is made when it is opened.
fn framed(label: Text, chart: Signal<Chart>, beside_table: bool, picture: AnyView) -> AnyView {
    let table = (!beside_table).then(|| behind(label, chart));
    let id = unique_id("chart");
    view! {
        <figure class="chart" aria-labelledby=id>
            <figcaption id=id.clone() class="sr-only">{label}</figcaption>
            {picture}
            {table}
        </figure>
    }
    .into_any()
}

fn behind(label: Text, chart: Signal<Chart>) -> AnyView {
    let (open, node) = (RwSignal::new(false), NodeRef::<html::Details>::new());
    let follow = move |_| {
        if let Some(details) = node.get_untracked() {
            open.set(details.open());
        }
    };
    let heads = Memo::new(move |_| {
        let of = |chart: &Chart| {
            let series = chart.series.iter().map(|series| series.label.clone());
            std::iter::once(chart.axis.clone()).chain(series).collect::<Vec<_>>()
        };
        chart.with(of)
    });
    let table = move || {
        open.get().then(|| {
            let columns = heads.get().into_iter().map(|head| Column::new(Text::stored(head))).collect::<Vec<_>>();
            view! { <Table caption=label columns rows=move || chart.with(Chart::rows) empty=|| ()/> }
        })
    };
    view! {
        <details node_ref=node class="chart-table" on:toggle=follow>
            <summary>{t("chart-as-table")}<span class="sr-only">" "{label}</span></summary>
            {table}
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[u32]) -> Chart {
        Chart { series: vec![Series { label: "n".into(), values: values.into() }], ..Chart::default() }
    }

    #[test]
    fn the_top_is_round_and_has_a_whole_half() {
        for (most, top) in [(0, 2), (1, 2), (3, 4), (7, 8), (9, 10), (11, 20), (41, 60), (1_001, 2_000)] {
            assert_eq!(chart(&[0, most]).top(), top, "{most}");
        }
        assert!(chart(&[u32::MAX]).top() >= u32::MAX - 1);
    }

    #[test]
    fn lines_span_the_picture() {
        assert_eq!(path(&[0, 2, 4], 4), "M0.00 100.00L50.00 50.00L100.00 0.00");
        assert_eq!(path(&[1], 2), "M0.00 50.00L100 50.00");
        assert_eq!(path(&[], 2), "M0 100H100");
    }
}
