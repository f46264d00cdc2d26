//! Which passwords are accepted: NIST SP 800-63B-4 §3.1.1.2, ASVS 5.0 V6.2.
//!
//! Length, a block-list and the person's own words; no rules about kinds of characters and no
//! periodic change. The form and the edge call the same [`check`].

mod common;
mod policy;
pub use common::{COMMON_PASSWORDS, Common};
pub use policy::{Factors, MIN_ALONE, MIN_WITH_TWO, Policy, Strength, TEMPORARY_HOURS};

/// The most characters. Longer input is refused, never cut.
pub const MAX_CHARACTERS: usize = 256;

/// Why a password is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer characters than this.
    TooShort(u32),
    /// More characters than [`MAX_CHARACTERS`].
    TooLong,
    /// It is among the passwords that are tried first, or little more than one of them; where the
    /// organization asks for more, than several of them.
    Common,
    /// It is little more than this word, which belongs to the person or the organization.
    Personal(String),
    /// A short pattern over and over, or a run like `abcdef`.
    Repetitive,
}

impl Weakness {
    /// The error code, as in `error-password_short` of the locales.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooShort(_) => "password_short",
            Self::TooLong => "password_long",
            Self::Common => "password_common",
            Self::Personal(_) => "password_personal",
            Self::Repetitive => "password_repetitive",
        }
    }

    /// The error at a field.
    pub fn at(&self, field: &str) -> crate::FieldError {
        let error = crate::FieldError::new(field, self.code());
        match self {
            Self::TooShort(min) => error.with("min", min),
            Self::TooLong => error.with("max", MAX_CHARACTERS),
            Self::Personal(word) => error.with("word", word),
            Self::Common | Self::Repetitive => error,
        }
    }
}

/// Judges a password of somebody who signs in with so many factors. `words` are names of the person,
/// the organization and its sites.
pub fn check<'a>(
    password: &str,
    policy: &Policy,
    factors: Factors,
    words: impl IntoIterator<Item = &'a str>,
    common: &Common,
) -> Result<(), Weakness> {
    let length = password.chars().count();
    let strength = policy.strength;
    let min_length = policy.min_length(factors);
    if length < min_length as usize {
        return Err(Weakness::TooShort(min_length));
    }
    if length > MAX_CHARACTERS {
        return Err(Weakness::TooLong);
    }
    let folded = password.to_lowercase();
    if is_repetitive(&folded) {
        return Err(Weakness::Repetitive);
    }
    if common.is_little_more_than_one(&folded) || common.letters_of_its_own(&folded) < strength.letters_of_its_own() {
        return Err(Weakness::Common);
    }
    match personal_word(&folded, words) {
        Some(word) => Err(Weakness::Personal(word)),
        None => Ok(()),
    }
}

/// Whether a password is too short to be the only factor.
pub fn is_short(password: &str) -> bool {
    password.chars().count() < MIN_ALONE as usize
}

/// Letters that must be left when all personal words, digits and signs are taken out.
const OWN_LETTERS: usize = 6;
/// Shorter words occur by chance.
const WORD_MIN: usize = 3;

fn personal_word<'a>(folded: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut tokens: Vec<String> = words
        .into_iter()
        .flat_map(|word| word.split(|c: char| !c.is_alphanumeric()))
        .filter(|token| token.chars().count() >= WORD_MIN)
        .map(str::to_lowercase)
        .filter(|token| folded.contains(token.as_str()))
        .collect();
    tokens.sort_by_key(|token| std::cmp::Reverse(token.len()));
    let longest = tokens.first()?.clone();
    let rest = tokens.iter().fold(folded.to_owned(), |rest, token| rest.replace(token.as_str(), ""));
    (rest.chars().filter(|c| c.is_alphabetic()).count() < OWN_LETTERS).then_some(longest)
}

/// Whether a pattern fills the text at least three times, or most of it counts up or down.
fn is_repetitive(folded: &str) -> bool {
    let chars: Vec<u32> = folded.chars().map(u32::from).collect();
    let repeats = |period: usize| chars.iter().skip(period).zip(&chars).all(|(later, earlier)| later == earlier);
    let steps = chars.iter().zip(chars.iter().skip(1)).filter(|(a, b)| a.abs_diff(**b) <= 1).count();
    (1..=chars.len() / 3).any(repeats) || steps * 5 >= chars.len() * 4
}

#[cfg(test)]
mod tests;
