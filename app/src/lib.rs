//! Bailiwick's console: a single-page application that runs wholly in the browser.
//!
//! It holds no authority of its own: what it hides or disables is decided by the same
//! [`shared::authority::decide`] that the edge enforces. Words come from [`i18n`], looks from
//! [`widgets`], addresses from [`route`], data from [`api`]; pages only put these together.
//! One module per noun, as in every crate.
#![expect(unreachable_pub, reason = "`#[component]` makes a public struct of properties, also in private modules")]

pub mod accounts;
mod administrators;
pub mod analytics;
pub mod api;
pub mod assignments;
pub mod audit;
pub mod batches;
pub mod browser;
pub mod credentials;
pub mod dashboard;
pub mod devices;
mod directories;
pub mod editing;
pub mod explain;
pub mod features;
pub mod grants;
pub mod groups;
pub mod help;
pub mod i18n;
pub mod images;
pub mod imports;
pub mod integrations;
pub mod inventory;
pub mod invitations;
pub mod licenses;
pub mod listing;
pub mod look;
pub mod navigation;
pub mod notes;
pub mod notices;
pub mod numbers;
pub mod orders;
pub mod organizations;
pub mod password;
pub mod people;
pub mod preview;
pub mod problem;
pub mod profile;
pub mod recovery;
pub mod reminders;
pub mod reports;
pub mod roles;
pub mod route;
pub mod scope;
pub mod session;
pub mod setup;
pub mod shell;
pub mod sites;
mod switch;
pub mod theme;
pub mod toasts;
mod two_step;
pub mod users;
pub mod webhooks;
pub mod widgets;

mod figures;
mod last_resort;

use leptos::prelude::*;
use shared::organizations::Language;
use wasm_bindgen::prelude::*;

/// Starts the console. `app/js/boot.js` calls it with the language it chose and its words.
#[wasm_bindgen]
pub fn start(language: &str, words: &str) {
    i18n::speak(Language::from_tag(language).unwrap_or_default(), words);
    // With words: what it says is looked up here, while the program can be trusted.
    last_resort::install();
    mount_to_body(shell::Console);
}
