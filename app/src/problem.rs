//! Problems in words that name the remedy. The codes come from the contract; the sentences
//! stand in the locales as `problem-<code>` and `error-<code>`.

use crate::i18n::{Argument, Value, find_of, number, say, say_of};
use shared::{FieldError, Problem, authority::Permission, problem::Args};

/// A problem as a sentence or two: what is wrong, and what to do.
pub fn describe(problem: &Problem) -> String {
    say_of("problem-*", problem.code.as_str(), &arguments(&problem.args))
}

/// What is wrong with a field, as a sentence at that field.
pub fn describe_field(error: &FieldError) -> String {
    let arguments = arguments(&error.args);
    find_of("error-*", &error.code, &arguments)
        .or_else(|| find_of("problem-*", &error.code, &arguments))
        .unwrap_or_else(|| say_of("error-*", "invalid", &[]))
}

/// What a permission lets one do, in words: "see users".
pub fn permission_in_words(permission: &str) -> String {
    let of_feature = || {
        let key = permission.parse::<Permission>().ok()?.as_feature()?;
        Some(say("permission-of-feature", &[("key", key.as_str().into())]))
    };
    find_of("permission-*", permission, &[]).or_else(of_feature).unwrap_or_else(|| permission.to_owned())
}

/// Arguments travel as text; here each becomes what the sentences expect. A site's id means
/// nothing to people, so that sentences do not name it.
fn arguments(args: &Args) -> Vec<Argument> {
    let name_of = |name: &str| NAMES.into_iter().find(|known| *known == name);
    args.iter().filter_map(|(name, value)| Some((name_of(name)?, value_of(name, value)))).collect()
}

/// Every argument that sentences use.
const NAMES: [&str; 18] = [
    "assigned",
    "count",
    "expected",
    "height",
    "instead",
    "least",
    "license",
    "limit",
    "max",
    "min",
    "origin",
    "permission",
    "quantity",
    "ratio",
    "retry_after",
    "size",
    "width",
    "word",
];

fn value_of(name: &str, value: &str) -> Value {
    match (name, value.parse::<u32>()) {
        ("permission", _) => Value::Text(permission_in_words(value)),
        // A minute more is no harm, a minute less would disappoint.
        ("retry_after", Ok(seconds)) => seconds.div_ceil(60).into(),
        ("limit", Ok(bytes)) => Value::Text(number((bytes / 1_024).into())),
        (_, Ok(number)) => number.into(),
        ("ratio" | "least", _) => Value::Number(js_sys::Number::parse_float(value)),
        (_, Err(_)) => Value::Text(value.to_owned()),
    }
}
