//! Telephone numbers of an organization, each assigned to at most one user.

use crate::{
    assignments::Holder,
    ids::{NumberId, SiteId},
    validation::{Check, LINE_MAX, PHONE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// The most digits of a telephone number (ITU-T E.164, 6.1), country code included.
pub const DIGITS_MAX: usize = 15;
/// The fewest digits: internal numbers are short.
pub const DIGITS_MIN: usize = 2;

/// What a telephone number is like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberDetails {
    /// The number as typed, in any local form; unique in the organization by its [`normalized`] form.
    pub number: String,
    /// What it is for, or empty.
    #[serde(default)]
    pub label: String,
    /// The site where it belongs, if any.
    #[serde(default)]
    pub site: Option<SiteId>,
}

impl Validate for NumberDetails {
    fn check(&self, check: &mut Check) {
        let typed = self.number.trim();
        let digits = typed.bytes().filter(u8::is_ascii_digit).count();
        check.required("number", typed, PHONE_MAX);
        if !typed.is_empty() && typed.chars().count() <= PHONE_MAX && !is_number(typed, digits) {
            check.error("number", "number");
        }
        check.optional("label", &self.label, LINE_MAX);
    }
}

fn is_number(typed: &str, digits: usize) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || "+()/.- \u{a0}\u{202f}\u{2010}\u{2011}\u{2013}".contains(c);
    (DIGITS_MIN..=DIGITS_MAX).contains(&digits) && typed.chars().all(is_part)
}

/// A number in the one form by which it is compared and found: digits, after a `+` where the
/// country is known. `+32 (0)9 123.45.67` and `0032 9 123 45 67` are both `+3291234567`; a number
/// without a country keeps its zeros, because nothing says which country is meant.
pub fn normalized(number: &str) -> String {
    // In brackets behind a country's code stands the zero that is dialed within it.
    let number = if is_international(number) { number.replacen("(0)", "", 1) } else { number.to_owned() };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match (is_international(&number), digits.strip_prefix("00")) {
        (true, Some(country)) if !number.trim_start().starts_with('+') => format!("+{country}"),
        (true, _) => format!("+{digits}"),
        (false, _) => digits,
    }
}

/// Whether it begins with a country's code, after `+` or the prefix `00` (ITU-T E.164).
fn is_international(number: &str) -> bool {
    let mut dialed = number.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    match dialed.next() {
        Some('+') => true,
        Some('0') => dialed.next() == Some('0'),
        _ => false,
    }
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Number {
    /// The number's record.
    pub id: NumberId,
    /// Counts changes.
    pub version: u32,
    /// What it is like.
    pub details: NumberDetails,
    /// Its [`normalized`] form.
    pub normalized: String,
    /// Whether it is assigned to anybody.
    pub assigned: bool,
    /// To whom, if the caller may see him.
    pub holder: Option<Holder>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_number_is_one_number() {
        for written in ["+32 9 123 45 67", "+32 (0)9 123.45.67", "0032 9/123-45-67", " +3291234567 ", "(+32) 9 1234567"]
        {
            assert_eq!(normalized(written), "+3291234567", "{written}");
        }
        assert_eq!(normalized("09 123 45 67"), "091234567", "no country is made up");
        assert_eq!(normalized("(0)9 123 45 67"), "091234567");
        assert_eq!(normalized("+1 (800) 555-0100"), "+18005550100");
        assert_eq!(normalized("201"), "201");
    }

    #[test]
    fn what_is_no_number_is_refused_at_its_field() {
        let refused = |number: &str| {
            let details = NumberDetails { number: number.into(), ..NumberDetails::default() };
            details.validate().err().map(|problem| format!("{} {}", problem.errors[0].field, problem.errors[0].code))
        };
        for good in ["201", "+32 9 123 45 67", "09/123.45.67", "09\u{a0}123\u{2011}45"] {
            assert_eq!(refused(good), None, "{good}");
        }
        assert_eq!(refused("  ").as_deref(), Some("number required"));
        for bad in ["7", "call me", "+32 9 12E4567", "1234567890123456", "+"] {
            assert_eq!(refused(bad).as_deref(), Some("number number"), "{bad}");
        }
        assert_eq!(refused(&"1 ".repeat(40)).as_deref(), Some("number too_long"));
    }
}
