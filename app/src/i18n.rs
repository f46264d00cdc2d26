//! Words for people, in the language they chose. The only place where keys become sentences.
//!
//! [`t`] and [`t_with`] give signals that follow the language; [`say`] gives a sentence now,
//! for code that is run again anyway. Words are Fluent messages in `app/locales`; only the
//! chosen language is fetched, and of it first the words whose keys stand in the first part of
//! the program ([`learn_all`] fetches the others). What people typed is never translated: pass it
//! as [`Value::Text`], which isolates its direction from the sentence around it.

use leptos::prelude::*;
use shared::organizations::Language;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

mod format;
mod language;
#[cfg(test)]
mod tests;
mod value;
mod words;

pub use format::{date, date_time, number, show_times_in, since, time_zones, utc_date};
pub use language::{choose_language, follow_preference, language_name, learn_all};
pub use value::Value;

/// A word or sentence that follows the language.
pub type Text = Signal<String>;

/// An argument of a message: its name and value.
pub type Argument = (&'static str, Value);

thread_local! {
    static WORDS: RefCell<words::Words> = const { RefCell::new(words::Words::NONE) };
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
    /// What the organization calls things.
    static OWN: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
    /// Notified when other words are spoken, so that every text on the screen follows.
    static CHANGED: ArcTrigger = ArcTrigger::new();
}

/// The language that is spoken, followed when it changes.
pub fn language() -> Language {
    CHANGED.with(|changed| changed.track());
    LANGUAGE.get()
}

/// Speaks these words from now on: the text of `.ftl` files.
pub fn speak(language: Language, words: &str) {
    WORDS.with(|slot| slot.replace(words::Words::read(words)));
    LANGUAGE.set(language);
    CHANGED.with(|changed| changed.notify());
}

/// Calls things from now on as the organization does: by word and language, such as `sites.fr`.
pub fn call_things(own: BTreeMap<String, String>) {
    if OWN.with_borrow(|words| *words != own) {
        OWN.set(own);
        CHANGED.with(|changed| changed.notify());
    }
}

/// Knows more words of the language that is spoken.
fn learn(words: &str) {
    WORDS.with_borrow_mut(|known| known.add(words));
}

/// The words of a key, following the language.
pub fn t(key: &'static str) -> Text {
    Signal::derive(move || say(key, &[]))
}

/// The words of a key with arguments, following the language and whatever the arguments read.
pub fn t_with(key: &'static str, arguments: impl Fn() -> Vec<Argument> + Send + Sync + 'static) -> Text {
    Signal::derive(move || say(key, &arguments()))
}

/// The words of a member of a family of keys, such as `problem-taken` of `problem-*`.
pub fn t_of(family: &'static str, member: &str) -> Text {
    let member = member.to_owned();
    Signal::derive(move || say_of(family, &member, &[]))
}

/// The words of a key now.
pub fn say(key: &str, arguments: &[Argument]) -> String {
    find(key, arguments).unwrap_or_else(|| missing(key))
}

/// The words of a member of a family of keys now.
pub fn say_of(family: &'static str, member: &str, arguments: &[Argument]) -> String {
    let key = key_of(family, member);
    find(&key, arguments).unwrap_or_else(|| missing(&key))
}

/// The words of a member of a family, if the console knows that member.
pub fn find_of(family: &'static str, member: &str, arguments: &[Argument]) -> Option<String> {
    find(&key_of(family, member), arguments)
}

/// Keys of Fluent have no colons and, by habit here, no underscores.
fn key_of(family: &str, member: &str) -> String {
    // Families are written with an asterisk so that the build finds them in the program.
    let beginning = family.strip_suffix('*').unwrap_or(family);
    format!("{beginning}{}", member.replace(['_', ':', '.'], "-"))
}

fn find(key: &str, arguments: &[Argument]) -> Option<String> {
    CHANGED.with(|changed| leptos::reactive::graph::Observer::get().map(|_| changed.track()));
    let said = WORDS.with_borrow(|words| words.say(key, arguments, &format::FIGURES))?;
    Some(own_word(&said).unwrap_or(said))
}

/// The organization's own word, if this is the built-in one and nothing else: a whole message that
/// is the word, whatever its key. In a sentence, the own one might not fit.
fn own_word(said: &str) -> Option<String> {
    OWN.with_borrow(|own| {
        let is_built_in = |key: &str| {
            WORDS.with_borrow(|words| words.say(key, &[], &format::FIGURES).is_some_and(|built_in| built_in == said))
        };
        let language = LANGUAGE.get().tag();
        let of_this = |(word, _): &(&String, &String)| {
            word.split_once('.').is_some_and(|(key, tag)| tag == language && is_built_in(key))
        };
        own.iter().find(of_this).map(|(_, text)| text.clone())
    })
}

/// A key without words, marked so that tests and people see it.
fn missing(key: &str) -> String {
    format!("⟦{key}⟧")
}
