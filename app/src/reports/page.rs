//! One report at a time: what is counted, as a chart and as a table, and as a file.

use crate::{
    api::{Query, query},
    browser::download,
    figures::{self, Period, PeriodFilter, when_it_fits},
    i18n::{Text, t},
    listing::Listing,
    navigation::{query_parameter, set_query},
    session::{CurrentSession, current_session},
    widgets::{
        BarChart, Button, Card, Column, EmptyState, Filters, LineChart, PageHeader, Select, SelectOption, SkeletonKind,
        Stack, Table, when_allowed, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    figures::{Figures, Measure},
    imports::table::{self, Delimiter},
    reports::{Report, api::View},
};

/// So many bars at most are compared in a chart: the table has all.
const BARS: usize = 12;

/// The page.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let session = current_session();
    let asked = query_parameter("report");
    let report = Memo::new(move |_| {
        let asked = asked.get();
        Report::ALL.into_iter().find(|known| Some(name_of(*known)) == asked.as_deref()).unwrap_or(Report::Users)
    });
    let (period, listing) = (Period::from_address(), Listing::from_address());
    let found = query(move || {
        let (from, until) = period.bounds().ok()?;
        let view = View { org: session.org(), report: report.get(), site: listing.site(), from, until };
        session.may::<View>(&Target::Anywhere).then_some(view)
    });
    let content = when_allowed::<View>(Target::Anywhere, move || {
        view! {
            <Filters>
                <ReportSelect report/>
                <PeriodFilter period/>
            </Filters>
            {when_it_fits(period, move || when_ready(found, SkeletonKind::Table, move |figures| shown(report, found, figures)))}
        }
        .into_any()
    });
    let actions = move || {
        let file = found.answer().map(|figures| file(session, report.get(), &figures));
        file.map(|file| {
            let save = move |()| {
                download(&file.0, "text/csv;charset=utf-8", &file.1);
            };
            view! { <Button label=t("reports-export") icon="download" on_press=save/> }
        })
    };
    view! {
        <PageHeader title=t("reports") description=t("reports-why") actions=actions.into_any()/>
        {content}
    }
}

/// How a report is named in the address and in the name of its file.
const fn name_of(report: Report) -> &'static str {
    match report {
        Report::Users => "users",
        Report::Administrators => "administrators",
        Report::SignIns => "sign-ins",
        Report::Changes => "changes",
        Report::Licenses => "licenses",
    }
}

const fn title_of(report: Report) -> &'static str {
    match report {
        Report::Users => "report-users",
        Report::Administrators => "report-administrators",
        Report::SignIns => "report-sign-ins",
        Report::Changes => "report-changes",
        Report::Licenses => "report-licenses",
    }
}

#[component]
fn ReportSelect(report: Memo<Report>) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| chosen.set(name_of(report.get()).to_owned()));
    let options = Report::ALL.map(|report| SelectOption::new(name_of(report), t(title_of(report)))).to_vec();
    let choose = move |name: String| set_query(&[("report", Some(name))]);
    view! { <Select name="" label=t("report") value=chosen options on_change=choose/> }
}

fn shown(report: Memo<Report>, found: Query<Figures>, figures: Signal<Figures>) -> AnyView {
    let title = Text::derive(move || crate::i18n::say(title_of(report.get()), &[]));
    // What an earlier report answered stays until the next one is there: its own measures say which it is.
    let picture = move || picture(title, figures);
    let columns = Memo::new(move |_| figures.with(|figures| figures.measures.clone()));
    let busy = Signal::derive(move || found.is_busy());
    let table = move || {
        let measure = |measure: Measure| Column::new(Text::derive(move || figures::measure_in_words(measure)));
        let axis = Column::new(Text::derive(move || figures.with(figures::axis_in_words)));
        let columns = std::iter::once(axis).chain(columns.get().into_iter().map(measure)).collect::<Vec<_>>();
        let empty =
            || view! { <EmptyState icon="chart-column" title=t("figures-none") explanation=t("figures-none-why")/> };
        view! { <Table caption=title columns rows=move || figures.with(figures::rows) empty busy/> }
    };
    view! {
        <Stack>
            <Card title description=t("figures-utc")>{picture}</Card>
            {table}
        </Stack>
    }
    .into_any()
}

/// The chart that shows most of what the table says.
fn picture(title: Text, figures: Signal<Figures>) -> AnyView {
    let measures = figures.with(|figures| figures.measures.clone());
    let bars = |measure: Measure| {
        let chart = Signal::derive(move || {
            figures::greatest(figures.with(|figures| figures::chart(figures, &[measure])), BARS)
        });
        view! { <BarChart label=title chart beside_table=true/> }.into_any()
    };
    match measures.first() {
        Some(Measure::SignedIn) => {
            let chart = Signal::derive(move || figures.with(|figures| figures::chart(figures, &figures.measures)));
            view! { <LineChart label=title chart beside_table=true/> }.into_any()
        }
        Some(Measure::UserChanges) => {
            let chart = Signal::derive(move || figures.with(|figures| figures::sums(figures, &figures.measures)));
            view! { <BarChart label=title chart beside_table=true/> }.into_any()
        }
        Some(first) => bars(*first),
        None => ().into_any(),
    }
}

/// The report as a file: its name and its text.
fn file(session: CurrentSession, report: Report, figures: &Figures) -> (String, String) {
    let (from, until) = (figures::iso_day(figures.period.from), last_day(figures));
    let name = format!("{}-{}-{from}-{until}.csv", session.org(), name_of(report));
    (name, table::write(figures::csv_rows(figures), Delimiter::Comma))
}

fn last_day(figures: &Figures) -> String {
    figures.period.days().next_back().map(figures::iso_day).unwrap_or_default()
}
