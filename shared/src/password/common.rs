//! The block-list: passwords that are tried first.

use std::collections::HashSet;

/// The list that the edge enforces: one lower-case entry a line, sorted.
pub const COMMON_PASSWORDS: &str = include_str!("common.txt");

/// A parsed block-list.
#[derive(Debug)]
pub struct Common<'a>(HashSet<&'a str>);

impl<'a> Common<'a> {
    /// Parses a list of one entry a line.
    pub fn parse(list: &'a str) -> Self {
        Self(list.lines().filter(|line| !line.is_empty()).collect())
    }

    /// Whether the password is on the list, or is one entry, once or repeated, dressed up with
    /// digits and signs. `folded` is the password in lower case.
    pub(super) fn is_little_more_than_one(&self, folded: &str) -> bool {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        let unleet = |text: &str| text.chars().map(unleet).collect::<String>();
        let core = folded.trim_matches(|c: char| !c.is_alphabetic());
        self.0.contains(folded)
            || [letters(folded), letters(&unleet(core)), letters(&unleet(folded))]
                .iter()
                .any(|letters| letters.is_empty() || self.repeats_an_entry(letters))
    }

    /// Whether the text is an entry, once or several times in a row.
    fn repeats_an_entry(&self, text: &str) -> bool {
        (1..=text.len())
            .filter(|length| text.len().is_multiple_of(*length))
            .filter_map(|length| text.split_at_checked(length).map(|(start, _)| start))
            .any(|start| self.0.contains(start) && start.repeat(text.len() / start.len()) == *text)
    }
}

/// The letter that a digit or sign stands for in habitual substitutions.
fn unleet(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}
