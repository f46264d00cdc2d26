//! Tables: a caption, headers that order, rows. On narrow screens only the columns that matter
//! stay; what is still too wide scrolls within its own region, which the keyboard reaches.

use super::Icon;
use crate::{browser::unique_id, i18n::Text, listing::Listing};
use leptos::prelude::*;
use shared::{page::Direction, users::Sort};

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    label: Text,
    sort: Option<Sort>,
    class: &'static str,
}

impl Column {
    /// A column under a header.
    pub fn new(label: Text) -> Self {
        Self { label, sort: None, class: "" }
    }

    /// The header orders the rows.
    #[must_use]
    pub fn sorted_by(mut self, sort: Sort) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Left out where there is no room: the row's page has it.
    #[must_use]
    pub fn wide_only(mut self) -> Self {
        self.class = "wide-only";
        self
    }

    /// Left out on a tablet as well: what no space divides would have the table scroll.
    #[must_use]
    pub fn widest_only(mut self) -> Self {
        self.class = "widest-only";
        self
    }
}

/// What stands in a cell.
pub type Cell = AnyView;

/// What is less important about what a cell names.
#[component]
pub fn CellNote(children: Children) -> impl IntoView {
    view! { <p class="field-hint font-normal">{children()}</p> }
}

/// A table. `rows` gives the cells of each row, in the columns' order; the first cell of a row
/// names it. Without rows, `empty` stands in their place.
#[component]
pub fn Table(
    #[prop(into)] caption: Text,
    columns: Vec<Column>,
    #[prop(into)] rows: ViewRows,
    #[prop(optional)] listing: Option<Listing>,
    #[prop(into)] empty: ViewFn,
    /// Whether newer rows are on their way.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let caption_id = unique_id("caption");
    let headers = columns.iter().map(|column| header(*column, listing)).collect_view();
    let body = move || {
        let rows = rows.run();
        if rows.is_empty() {
            let span = columns.len().to_string();
            return view! { <tr><td colspan=span>{empty.run()}</td></tr> }.into_any();
        }
        rows.into_iter().map(|cells| row(&columns, cells)).collect_view().into_any()
    };
    view! {
        <div class="table-region" role="region" tabindex="0" aria-labelledby=caption_id.clone()
            aria-busy=move || busy.get().then_some("true")>
            <table class="table">
                <caption id=caption_id.clone() class="sr-only">{caption}</caption>
                <thead><tr>{headers}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

/// Makes the rows of a table, again whenever what they show changes.
#[derive(Clone)]
pub struct ViewRows(std::sync::Arc<dyn Fn() -> Vec<Vec<Cell>> + Send + Sync>);

impl ViewRows {
    fn run(&self) -> Vec<Vec<Cell>> {
        (self.0)()
    }
}

impl<F: Fn() -> Vec<Vec<Cell>> + Send + Sync + 'static> From<F> for ViewRows {
    fn from(rows: F) -> Self {
        Self(std::sync::Arc::new(rows))
    }
}

fn row(columns: &[Column], cells: Vec<Cell>) -> AnyView {
    let cells = cells.into_iter().zip(columns).enumerate().map(|(at, (cell, column))| match at {
        0 => view! { <th scope="row" class="row-head">{cell}</th> }.into_any(),
        _ => view! { <td class=column.class>{cell}</td> }.into_any(),
    });
    view! { <tr>{cells.collect_view()}</tr> }.into_any()
}

fn header(column: Column, listing: Option<Listing>) -> AnyView {
    let Some((listing, sort)) = listing.zip(column.sort) else {
        return view! { <th scope="col" class=column.class>{column.label}</th> }.into_any();
    };
    let order = move || (listing.sort() == sort).then(|| listing.direction());
    let (aria_sort, icon) = (
        move || match order() {
            Some(Direction::Ascending) => "ascending",
            Some(Direction::Descending) => "descending",
            None => "none",
        },
        move || match order() {
            Some(Direction::Ascending) => view! { <Icon name="arrow-up" size="size-3.5"/> }.into_any(),
            Some(Direction::Descending) => view! { <Icon name="arrow-down" size="size-3.5"/> }.into_any(),
            None => view! { <Icon name="chevrons-up-down" size="size-3.5"/> }.into_any(),
        },
    );
    view! {
        <th scope="col" class=column.class aria-sort=aria_sort>
            <button type="button" class="sort-button" on:click=move |_| listing.order_by(sort)>
                <span>{column.label}</span>
                {icon}
            </button>
        </th>
    }
    .into_any()
}
