//! The time zones that the browser knows.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;

/// Their names, which are those of the tz database, with one that is chosen already.
pub(super) fn time_zones(chosen: &str) -> Vec<String> {
    let mut names = known().unwrap_or_default();
    for name in ["UTC", chosen] {
        if !names.iter().any(|known| known == name) {
            names.insert(0, name.to_owned());
        }
    }
    names
}

/// Older browsers do not say (`Intl.supportedValuesOf`, ECMA-402 2022).
fn known() -> Option<Vec<String>> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let list: Function = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?.dyn_into().ok()?;
    let names: Array = list.call1(&intl, &"timeZone".into()).ok()?.dyn_into().ok()?;
    Some(names.iter().filter_map(|name| name.as_string()).collect())
}
