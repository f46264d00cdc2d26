//! A language's words, and how they become sentences: messages of Project Fluent, with the
//! browser's `Intl` for numbers and plural forms.
//!
//! `fluent-bundle` brings the plural rules and the syntax of all languages with it, a good part
//! of what the whole console may weigh. Of the syntax only what our words use is understood: texts,
//! arguments, and choices between forms with a line for each. A test holds every sentence in every
//! language against what `fluent-bundle` makes of it.

use super::{Argument, Value};
use std::collections::BTreeMap;

/// The words of one language.
#[derive(Debug)]
pub(super) struct Words {
    /// What is written for each key, read when it is said: few of them ever are.
    patterns: BTreeMap<String, String>,
}

/// How a language deals with numbers.
pub(super) struct Figures {
    /// A number with digit groups and decimal sign.
    pub(super) written: fn(f64) -> String,
    /// The plural form that goes with a number, such as `one` or `other` (CLDR).
    pub(super) form: fn(f64) -> String,
}

impl Words {
    /// What is known before any words are.
    pub(super) const NONE: Self = Self { patterns: BTreeMap::new() };

    /// The words in the text of `.ftl` files.
    pub(super) fn read(text: &str) -> Self {
        let mut words = Self::NONE;
        words.add(text);
        words
    }

    /// Adds the words in the text of more `.ftl` files.
    pub(super) fn add(&mut self, text: &str) {
        let mut key = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(' ') {
                if let Some(pattern) = self.patterns.get_mut(key) {
                    pattern.push('\n');
                    pattern.push_str(line.trim());
                }
            } else if let Some((name, pattern)) = line.split_once('=') {
                key = name.trim();
                self.patterns.insert(key.to_owned(), pattern.trim().to_owned());
            }
        }
    }

    /// The sentence of a key; none if there is no such key, or an argument is missing.
    pub(super) fn say(&self, key: &str, arguments: &[Argument], figures: &Figures) -> Option<String> {
        let mut sentence = Sentence { arguments, figures, text: String::new() };
        sentence.write(self.patterns.get(key)?.trim_start())?;
        Some(sentence.text)
    }

    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.patterns.keys().map(String::as_str)
    }
}

/// A sentence in the making.
struct Sentence<'a> {
    arguments: &'a [Argument],
    figures: &'a Figures,
    text: String,
}

impl Sentence<'_> {
    fn write(&mut self, pattern: &str) -> Option<()> {
        let mut rest = pattern;
        while let Some((text, after)) = rest.split_once('{') {
            self.text.push_str(text);
            let (inside, after) = after.split_at_checked(closing_brace(after)?)?;
            self.fill_in(inside)?;
            rest = after.strip_prefix('}')?;
        }
        self.text.push_str(rest);
        Some(())
    }

    /// Writes what stands for `{ $argument }` or for a choice between forms.
    fn fill_in(&mut self, inside: &str) -> Option<()> {
        if let Some((selector, forms)) = inside.split_once("->") {
            let form = self.choose(self.argument(selector)?, forms)?;
            return self.write(form);
        }
        let written = match self.argument(inside)? {
            Value::Text(text) => format!("\u{2068}{text}\u{2069}"),
            Value::Number(number) => (self.figures.written)(*number),
            Value::Choice(word) => (*word).to_owned(),
        };
        self.text.push_str(&written);
        Some(())
    }

    fn argument(&self, reference: &str) -> Option<&Value> {
        let wanted = reference.trim().strip_prefix('$')?;
        self.arguments.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value)
    }

    /// The form that fits a value: for a number, one for exactly this number or for its plural
    /// form; otherwise the one with an asterisk.
    fn choose<'p>(&self, value: &Value, forms: &'p str) -> Option<&'p str> {
        let (word, figure) = match value {
            Value::Choice(word) => ((*word).to_owned(), String::new()),
            // Forms for exact numbers are for small whole ones.
            Value::Number(number) => ((self.figures.form)(*number), format!("{}", *number as i64)),
            Value::Text(text) => (text.clone(), String::new()),
        };
        let mut otherwise = None;
        for line in forms.lines().map(str::trim) {
            let by_default = line.strip_prefix('*');
            let Some((name, form)) = by_default.unwrap_or(line).strip_prefix('[').and_then(|line| line.split_once(']'))
            else {
                continue;
            };
            if name == word || name == figure {
                return Some(form.trim());
            }
            otherwise = otherwise.or(by_default.map(|_| form.trim()));
        }
        otherwise
    }
}

/// Where the brace is that closes the one before `text`.
fn closing_brace(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    text.bytes().position(|byte| match byte {
        b'{' => {
            depth += 1;
            false
        }
        b'}' if depth == 0 => true,
        b'}' => {
            depth -= 1;
            false
        }
        _ => false,
    })
}
