//! What is done to many at once: verdicts and results, one line for each.

mod items;
mod words;

pub(crate) use items::{ItemsTable, Tense};
pub(crate) use words::{counts, kind_in_words, remarks, result, told};
