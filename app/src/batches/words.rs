//! What becomes of each of many, in words.

use crate::{
    i18n::{Argument, Value, find_of, number, say_of},
    problem::{describe, describe_field},
};
use shared::{
    FieldError,
    batches::{BatchKind, Item, Outcome},
};

/// What a batch does, in a word.
pub(crate) fn kind_in_words(kind: BatchKind) -> String {
    say_of("batch-kind-*", kind.as_str(), &[])
}

/// Something that is wrong with a file or with one cell, or that is left out of account.
pub(crate) fn told(error: &FieldError) -> String {
    let arguments: Vec<Argument> = NAMES
        .into_iter()
        .filter_map(|name| {
            let value = error.args.get(name)?;
            let figure = value.parse::<f64>().ok().filter(|_| name != "expected" && name != "found");
            Some((name, Value::Text(figure.map_or_else(|| value.clone(), number))))
        })
        .collect();
    find_of("batch-error-*", &error.code, &arguments).unwrap_or_else(|| describe_field(error))
}

/// Every argument that the sentences use.
const NAMES: [&str; 6] = ["column", "expected", "found", "line", "max", "row"];

/// What is wrong with an item, or what is left out of account, by column.
pub(crate) fn remarks(item: &Item) -> Vec<String> {
    let at = |error: &FieldError| match error.field.as_str() {
        "" => told(error),
        field => format!("{field}: {}", told(error)),
    };
    let errors = item.errors.iter().chain(&item.notices).map(at);
    item.problem.as_deref().into_iter().map(describe).chain(errors).collect()
}

/// What became of an item, for the column of the result file (RSC-31).
pub(crate) fn result(item: &Item) -> String {
    let outcome = say_of("batch-done-*", name_of(item.outcome), &[]);
    std::iter::once(outcome).chain(remarks(item)).collect::<Vec<_>>().join(" ")
}

/// The name of an outcome in keys of words.
pub(super) const fn name_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Created => "created",
        Outcome::Changed => "changed",
        Outcome::Unchanged => "unchanged",
        Outcome::Refused => "refused",
    }
}

/// How many items are done, and how many are refused.
pub(crate) fn counts(items: &[Item]) -> (usize, usize) {
    let refused = items.iter().filter(|item| item.outcome == Outcome::Refused).count();
    (items.len() - refused, refused)
}
