//! Dates and numbers as the language writes them. The browser's `Intl` knows how.

use super::{language, words::Figures};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use serde::Serialize;
use shared::time::Timestamp;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// Options of `Intl`'s formats, under their names there.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Style {
    #[serde(skip_serializing_if = "Option::is_none")]
    date_style: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_style: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_zone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numeric: Option<&'static str>,
}

thread_local! {
    /// The time zone that the person has chosen; the browser's if none.
    static ZONE: RefCell<Option<String>> = const { RefCell::new(None) };
}

fn zone() -> Option<String> {
    ZONE.with_borrow(Clone::clone)
}

/// Shows times in a zone from now on; in the browser's own if there is none, or none that it knows.
pub fn show_times_in(name: Option<String>) {
    let known = name.filter(|name| {
        let style = options(&Style { time_zone: Some(name.clone()), ..Style::default() });
        let arguments = Array::of2(&JsValue::UNDEFINED, &style);
        intl("DateTimeFormat").is_some_and(|format| Reflect::construct(&format, &arguments).is_ok())
    });
    ZONE.set(known);
}

/// The time zones that the browser knows, none if it does not say (`Intl.supportedValuesOf`,
/// ECMA-402 2022); and before them UTC and the one that was chosen, perhaps in another browser.
pub fn time_zones(chosen: &str) -> Vec<String> {
    let names = intl("supportedValuesOf").and_then(|list| list.call1(&JsValue::UNDEFINED, &"timeZone".into()).ok());
    let names = names.map(|names| Array::from(&names).iter().filter_map(|name| name.as_string()).collect());
    let mut names: Vec<String> = names.unwrap_or_default();
    for name in ["UTC", chosen] {
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.insert(0, name.to_owned());
        }
    }
    names
}

/// What `Intl` offers under a name.
fn intl(name: &str) -> Option<Function> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    Reflect::get(&intl, &name.into()).ok()?.dyn_into().ok()
}

/// How the browser deals with numbers in the language that is spoken.
pub(super) const FIGURES: Figures = Figures { written: number, form: plural_form };

/// A number with the language's digit groups and decimal sign.
pub fn number(number: f64) -> String {
    let format = Intl::NumberFormat::new(&locales(), &Object::new()).format();
    text(format.call1(&JsValue::UNDEFINED, &number.into()))
}

/// A day, such as "21 Nov 2026".
pub fn date(at: Timestamp) -> String {
    written(at, &Style { date_style: Some("medium"), time_zone: zone(), ..Style::default() })
}

/// The day that it is in UTC.
pub fn utc_date(at: Timestamp) -> String {
    written(at, &Style { date_style: Some("medium"), time_zone: Some("UTC".to_owned()), ..Style::default() })
}

/// A day and time, such as "21 Nov 2026, 14:05".
pub fn date_time(at: Timestamp) -> String {
    written(at, &Style { date_style: Some("medium"), time_style: Some("short"), time_zone: zone(), ..Style::default() })
}

/// How long ago or ahead, in the largest whole unit: "3 hours ago", "in 2 days".
pub fn since(at: Timestamp) -> String {
    let seconds = (at.0 as f64 - Date::now()) / 1_000.0;
    let (amount, unit) = largest_unit(seconds);
    let format =
        Intl::RelativeTimeFormat::new(&locales(), &options(&Style { numeric: Some("auto"), ..Style::default() }));
    format.format(amount, unit).into()
}

/// The largest unit of which a span holds at least one, and how many, rounded toward now. Less than a minute is now.
fn largest_unit(seconds: f64) -> (f64, &'static str) {
    const UNITS: [(f64, &str); 5] =
        [(31_556_952.0, "year"), (2_629_746.0, "month"), (86_400.0, "day"), (3_600.0, "hour"), (60.0, "minute")];
    UNITS
        .into_iter()
        .find(|(length, _)| seconds.abs() >= *length)
        .map_or((0.0, "second"), |(length, unit)| ((seconds / length).trunc(), unit))
}

/// The plural form that goes with a number, such as `one` or `other` (CLDR).
fn plural_form(number: f64) -> String {
    Intl::PluralRules::new(&locales(), &Object::new()).select(number).into()
}

fn written(at: Timestamp, style: &Style) -> String {
    let format = Intl::DateTimeFormat::new(&locales(), &options(style)).format();
    text(format.call1(&JsValue::UNDEFINED, &(at.0 as f64).into()))
}

fn locales() -> Array {
    // British English: day before month, as everywhere else in the console's languages.
    let tag = match language().tag() {
        "en" => "en-GB",
        other => other,
    };
    Array::of1(&tag.into())
}

fn options(style: &Style) -> Object {
    // A struct of optional texts always becomes an object.
    serde_wasm_bindgen::to_value(style).map(JsCast::unchecked_into).unwrap_or_default()
}

fn text(written: Result<JsValue, JsValue>) -> String {
    written.ok().and_then(|text| text.dyn_into::<js_sys::JsString>().ok()).map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::largest_unit;

    #[test]
    fn spans_are_told_in_their_largest_whole_unit() {
        assert_eq!(largest_unit(-59.0), (0.0, "second"));
        assert_eq!(largest_unit(-61.0), (-1.0, "minute"));
        assert_eq!(largest_unit(-7_300.0), (-2.0, "hour"));
        assert_eq!(largest_unit(172_801.0), (2.0, "day"));
        assert_eq!(largest_unit(-40_000_000.0), (-1.0, "year"));
    }
}
