//! Trees of any length after the WAI-ARIA pattern: arrows move, open and close, letters find, `*` opens
//! all that stand beside each other, Enter chooses. All rows are of one height, and only those that can
//! be seen are in the document; the focus stays on the tree, which says which row is meant. What stands
//! below a row, and whether it is there yet, is its page's business.

use super::Icon;
use crate::{
    browser::{self, lower_case, unique_id},
    i18n::{Text, t},
};
use leptos::{
    attr::custom::{CustomAttr, custom_attribute},
    ev::{KeyboardEvent, MouseEvent},
    html,
    prelude::*,
};
use std::sync::Arc;
use web_sys::HtmlElement;

mod carry;

pub use carry::Carrying;

/// How high a row is, in pixels.
const ROW: f64 = 36.0;
/// So many rows are ready above and below those that can be seen.
const BESIDE: usize = 6;
/// Deeper levels are not indented further: the names would have no room.
const DEEPEST: u32 = 12;
/// Letters that follow each other so quickly, in milliseconds, are one word.
const ONE_WORD: i64 = 700;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TreeRow {
    /// What tells it from all others.
    pub key: String,
    /// How deep it stands; the topmost are 1.
    pub level: u32,
    /// Its name.
    pub label: String,
    /// What stands behind the name.
    pub note: String,
    /// What it is, as a picture.
    pub icon: &'static str,
    /// Whether what is below it is shown; none if nothing is.
    pub open: Option<bool>,
    /// Which one it is among those beside it, from 1, and how many there are.
    pub place: (u32, u32),
    /// What kind of row it is.
    pub kind: TreeRowKind,
}

/// Kinds of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TreeRowKind {
    /// Something that can be chosen, and has a menu.
    Item,
    /// The same, but it counts for nothing at present.
    Faded,
    /// Something that is on its way.
    Waiting,
    /// What choosing would try again.
    Failed,
}

impl TreeRow {
    fn is_item(&self) -> bool {
        matches!(self.kind, TreeRowKind::Item | TreeRowKind::Faded)
    }
}

/// Where a menu is asked for, and about which row.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuAsked {
    /// The row.
    pub key: String,
    /// From the left edge of the window, in pixels.
    pub x: f64,
    /// From its top edge.
    pub y: f64,
}

/// What a tree asks of its page.
#[derive(Clone, Copy)]
pub struct TreeActs {
    /// A row is chosen.
    pub choose: Callback<String>,
    /// A row is to be opened, or closed.
    pub toggle: Callback<(String, bool)>,
    /// The menu of a row is asked for.
    pub menu: Callback<MenuAsked>,
    /// These rows can be seen.
    pub reach: Callback<Vec<String>>,
}

/// A tree.
#[component]
pub fn Tree(
    #[prop(into)] label: Text,
    #[prop(into)] rows: Signal<Arc<[TreeRow]>>,
    /// The row that is chosen.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    acts: TreeActs,
    carrying: Carrying,
    /// The element's id, for what gives the focus back to it.
    id: StoredValue<String>,
) -> impl IntoView {
    let shown = Shown::new(rows, chosen, acts, carrying, id);
    let visible = Memo::new(move |_| shown.visible());
    Effect::new(move |_| acts.reach.run(visible.with(|rows| rows.iter().map(|(_, row)| row.key.clone()).collect())));
    shown.follow_size();
    carrying.follow(shown.root);
    carrying.rows(move |at| shown.rows.with_untracked(|rows| rows.get(at).map(|row| row.key.clone())));
    let active = move || shown.at_active().and_then(|at| shown.rows.with(|rows| Some(shown.id_of(&rows.get(at)?.key))));
    let row = move |(at, row)| shown.row(at, row);
    view! {
        <div
            node_ref=shown.root
            id=id.get_value()
            role="tree"
            aria-label=label
            aria-activedescendant=active
            tabindex="0"
            class="tree"
            class:tree-carrying=move || carrying.is_carrying()
            on:keydown=move |event| shown.on_key(&event)
            on:focus=move |_| shown.begin()
            on:scroll=move |_| shown.measure()
            on:contextmenu=move |event| event.prevent_default()
            on:touchend=move |event| {
                // Letting go after a long press would tap whatever entry of the menu came below the finger.
                if carrying.has_just_ended() {
                    event.prevent_default();
                }
            }
        >
            <div role="none" class="tree-space" style:height=move || format!("{}px", shown.rows.with(|rows| rows.len()) as f64 * ROW)>
                <For each=move || visible.get() key=Clone::clone children=row/>
            </div>
        </div>
    }
}

/// A tree on the screen.
#[derive(Clone, Copy)]
struct Shown {
    rows: Signal<Arc<[TreeRow]>>,
    chosen: Signal<Option<String>>,
    acts: TreeActs,
    carrying: Carrying,
    id: StoredValue<String>,
    root: NodeRef<html::Div>,
    /// The row that keys are about, by its key; and where it stood, should it go.
    active: RwSignal<Option<(String, usize)>>,
    top: RwSignal<f64>,
    height: RwSignal<f64>,
    /// What has just been typed, and when.
    typed: StoredValue<(String, i64)>,
}

impl Shown {
    fn new(
        rows: Signal<Arc<[TreeRow]>>,
        chosen: Signal<Option<String>>,
        acts: TreeActs,
        carrying: Carrying,
        id: StoredValue<String>,
    ) -> Self {
        Self {
            rows,
            chosen,
            acts,
            carrying,
            id,
            root: NodeRef::new(),
            active: RwSignal::new(None),
            top: RwSignal::new(0.0),
            height: RwSignal::new(0.0),
            typed: StoredValue::new((String::new(), 0)),
        }
    }

    fn id_of(self, key: &str) -> String {
        self.id.with_value(|id| format!("{id}-{key}"))
    }

    /// The rows in sight, a few beside them, and the one that keys are about.
    fn visible(self) -> Vec<(usize, TreeRow)> {
        let rows = self.rows.get();
        let (first, last) = (row_at(self.top.get()), row_at(self.top.get() + self.height.get()) + 1);
        let (first, last) = (first.saturating_sub(BESIDE).min(rows.len()), (last + BESIDE).min(rows.len()));
        let active = self.at_active().filter(|at| !(first..last).contains(at));
        let before = active.filter(|at| *at < first);
        let after = active.filter(|at| *at >= last);
        let all = before.into_iter().chain(first..last).chain(after);
        all.filter_map(|at| Some((at, rows.get(at)?.clone()))).collect()
    }

    fn at_active(self) -> Option<usize> {
        let (key, stood) = self.active.get()?;
        self.rows.with(|rows| {
            let last = rows.len().checked_sub(1)?;
            Some(rows.iter().position(|row| row.key == key).unwrap_or(stood.min(last)))
        })
    }

    fn follow_size(self) {
        Effect::new(move |_| {
            if self.root.get().is_some() {
                request_animation_frame(move || self.measure());
            }
        });
        let resized = window_event_listener(leptos::ev::resize, move |_| self.measure());
        on_cleanup(move || resized.remove());
    }

    fn measure(self) {
        if let Some(root) = self.root.try_get_untracked().flatten() {
            self.top.set(f64::from(root.scroll_top()));
            self.height.set(f64::from(root.client_height()));
        }
    }

    /// Where keys begin: at the row that is chosen, or the first.
    fn begin(self) {
        if self.active.with_untracked(Option::is_some) {
            return;
        }
        let chosen = self.chosen.get_untracked();
        let at = self.rows.with_untracked(|rows| rows.iter().position(|row| Some(&row.key) == chosen.as_ref()));
        self.go(at.unwrap_or(0));
    }

    /// Makes a row the one that keys are about, and brings it into sight.
    fn go(self, at: usize) {
        let Some(key) = self.rows.with_untracked(|rows| rows.get(at).map(|row| row.key.clone())) else {
            return;
        };
        self.active.set(Some((key, at)));
        let Some(root) = self.root.get_untracked() else { return };
        let (from, to) = (at as f64 * ROW, (at + 1) as f64 * ROW);
        let (top, height) = (f64::from(root.scroll_top()), f64::from(root.client_height()));
        let wanted = if from < top { from } else { (to - height).max(top) };
        #[expect(clippy::cast_possible_truncation, reason = "browsers draw nothing of so many pixels")]
        root.set_scroll_top(wanted as i32);
    }

    fn on_key(self, event: &KeyboardEvent) {
        let rows = self.rows.get_untracked();
        let at = untrack(|| self.at_active()).unwrap_or(0);
        let Some(row) = rows.get(at).filter(|_| !(event.ctrl_key() || event.alt_key() || event.meta_key())) else {
            return;
        };
        let page = (self.height.get_untracked() / ROW).max(1.0) as usize;
        let last = rows.len() - 1;
        let to = match event.key().as_str() {
            "ArrowDown" => Some((at + 1).min(last)),
            "ArrowUp" => Some(at.saturating_sub(1)),
            "PageDown" => Some((at + page).min(last)),
            "PageUp" => Some(at.saturating_sub(page)),
            "Home" => Some(0),
            "End" => Some(last),
            "ArrowRight" if row.open == Some(true) => Some((at + 1).min(last)),
            "ArrowRight" | "ArrowLeft" if row.open == Some(event.key() == "ArrowLeft") => {
                self.acts.toggle.run((row.key.clone(), event.key() == "ArrowRight"));
                None
            }
            "ArrowLeft" => above(&rows, at),
            "Enter" | " " => {
                self.acts.choose.run(row.key.clone());
                None
            }
            "*" => {
                self.open_beside(&rows, at);
                None
            }
            "F10" if event.shift_key() => self.ask_for_menu(row),
            "ContextMenu" => self.ask_for_menu(row),
            letter if letter.chars().count() == 1 => self.find(&rows, at, letter),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            self.go(to);
        }
    }

    /// Opens all rows that stand beside this one.
    fn open_beside(self, rows: &[TreeRow], at: usize) {
        let level = rows.get(at).map_or(1, |row| row.level);
        let end = rows.iter().skip(at + 1).position(|row| row.level < level).map_or(rows.len(), |more| at + 1 + more);
        let begin = above(rows, at).map_or(0, |above| above + 1);
        let beside = rows.get(begin..end).unwrap_or_default().iter().filter(|row| row.level == level);
        for row in beside.filter(|row| row.open == Some(false)) {
            self.acts.toggle.run((row.key.clone(), true));
        }
    }

    /// The next row that begins with what is typed.
    fn find(self, rows: &[TreeRow], at: usize, letter: &str) -> Option<usize> {
        let now = browser::now().0;
        let (before, then) = self.typed.get_value();
        let word = if now - then < ONE_WORD { before + letter } else { letter.to_owned() };
        let word = lower_case(&word);
        // Whoever goes on typing may stay where he is.
        let from = if word.chars().count() > 1 { at } else { at + 1 };
        self.typed.set_value((word.clone(), now));
        let begins = |at: &usize| {
            rows.get(*at).is_some_and(|row| {
                row.kind != TreeRowKind::Waiting
                    && lower_case(&row.label).trim_start_matches('\u{2068}').starts_with(&word)
            })
        };
        (from..rows.len()).chain(0..from.min(rows.len())).find(begins)
    }

    /// Asks for the menu of a row, at the row.
    fn ask_for_menu(self, row: &TreeRow) -> Option<usize> {
        if let Some(element) = browser::element::<HtmlElement>(&self.id_of(&row.key)).filter(|_| row.is_item()) {
            let rect = element.get_bounding_client_rect();
            self.acts.menu.run(MenuAsked { key: row.key.clone(), x: rect.left() + ROW, y: rect.bottom() });
        }
        None
    }

    fn row(self, at: usize, row: TreeRow) -> AnyView {
        let top = format!("{}px", at as f64 * ROW);
        let indent = format!("{}rem", f64::from(row.level.min(DEEPEST) - 1) * 1.25);
        if row.kind == TreeRowKind::Waiting {
            return view! {
                <div role="treeitem" id=self.id_of(&row.key) class="tree-row" aria-label=t("loading") {..stands(&row)} style:top=top style:padding-inline-start=indent>
                    <div class="skeleton tree-skeleton"></div>
                </div>
            }
            .into_any();
        }
        let (key, stands, toggle, id) =
            (StoredValue::new(row.key.clone()), stands(&row), self.toggle(&row), self.id_of(&row.key));
        let is_chosen = Memo::new(move |_| key.with_value(|key| self.chosen.read().as_ref() == Some(key)));
        let is_active =
            Memo::new(move |_| key.with_value(|key| self.active.read().as_ref().is_some_and(|(it, _)| it == key)));
        let name = [row.label.as_str(), row.note.as_str()].into_iter().filter(|it| !it.is_empty());
        let (name, is_item) = (name.collect::<Vec<_>>().join(", "), row.is_item());
        let choose = move |_: MouseEvent| {
            if !self.carrying.has_just_ended() {
                self.active.set(Some((key.get_value(), at)));
                self.acts.choose.run(key.get_value());
            }
        };
        let ask = move |event: MouseEvent| {
            event.prevent_default();
            event.stop_propagation();
            if is_item {
                self.active.set(Some((key.get_value(), at)));
                let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
                self.acts.menu.run(MenuAsked { key: key.get_value(), x, y });
            }
        };
        view! {
            <div
                role="treeitem"
                {..stands}
                id=id
                class="tree-row"
                class:tree-active=is_active
                class:tree-chosen=is_chosen
                class:tree-faded=row.kind == TreeRowKind::Faded
                class:tree-takes=move || key.with_value(|key| self.carrying.takes(key) == Some(true))
                class:tree-refuses=move || key.with_value(|key| self.carrying.takes(key) == Some(false))
                class:tree-over=move || key.with_value(|key| self.carrying.is_over(key))
                aria-label=name
                aria-selected=move || if is_chosen.get() { "true" } else { "false" }
                aria-expanded=row.open.map(|open| if open { "true" } else { "false" })
                style:top=top
                style:padding-inline-start=indent
                on:click=choose
                on:contextmenu=ask
                on:pointerdown=move |event| {
                    // Before the focus comes: keys begin here, and nothing moves below the pointer.
                    if self.active.with_untracked(Option::is_none) {
                        self.active.set(Some((key.get_value(), at)));
                    }
                    self.carrying.press(&event, key.get_value(), self.acts.menu);
                }
            >
                {toggle}
                <Icon name=row.icon/>
                <span class="tree-label">{row.label}</span>
                <span class="tree-note">{row.note}</span>
                {move || key.with_value(|key| self.carrying.takes(key)).map(verdict)}
                {is_item.then(|| view! {
                    <button type="button" class="tree-more" tabindex="-1" aria-label=t("menu-of-row") on:click=ask>
                        <Icon name="ellipsis-vertical"/>
                    </button>
                })}
            </div>
        }
        .into_any()
    }

    /// What opens and closes a row, for pointers.
    fn toggle(self, row: &TreeRow) -> AnyView {
        let (key, Some(open)) = (row.key.clone(), row.open) else {
            return view! { <span class="tree-toggle" aria-hidden="true"></span> }.into_any();
        };
        let press = move |event: MouseEvent| {
            event.stop_propagation();
            self.acts.toggle.run((key.clone(), !open));
        };
        let icon = if open { "chevron-down" } else { "chevron-right" };
        view! { <span class="tree-toggle" aria-hidden="true" on:click=press><Icon name=icon/></span> }.into_any()
    }
}

/// Whether a row takes what is carried, as a picture beside the color.
fn verdict(takes: bool) -> AnyView {
    view! { <span class="tree-verdict"><Icon name=if takes { "check" } else { "ban" }/></span> }.into_any()
}

fn row_at(pixels: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below zero, and far below 2^53")]
    {
        (pixels / ROW).max(0.0) as usize
    }
}

/// The row that this one stands below.
fn above(rows: &[TreeRow], at: usize) -> Option<usize> {
    let level = rows.get(at)?.level;
    (0..at).rev().find(|before| rows.get(*before).is_some_and(|row| row.level < level))
}

type Attribute = CustomAttr<&'static str, String>;

/// Where a row stands, for those who cannot see it. Leptos has no names for these attributes.
fn stands(row: &TreeRow) -> (Attribute, Attribute, Attribute) {
    let (position, size) = row.place;
    (
        custom_attribute("aria-level", row.level.to_string()),
        custom_attribute("aria-posinset", position.to_string()),
        custom_attribute("aria-setsize", size.to_string()),
    )
}

/// A line under a tree that says what is happening, also to those who cannot see it.
#[component]
pub fn TreeHint(text: Signal<Option<String>>) -> impl IntoView {
    view! { <p class="tree-hint" role="status">{move || text.get()}</p> }
}

/// An id for a tree.
pub fn tree_id() -> StoredValue<String> {
    StoredValue::new(unique_id("tree"))
}
