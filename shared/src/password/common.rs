//! The block-list: passwords that are tried first.

use std::collections::HashSet;

/// The list that the edge enforces: one lower-case entry a line, sorted.
pub const COMMON_PASSWORDS: &str = include_str!("common.txt");

/// The fewest letters of an entry that does not occur by chance.
const ENTRY_MIN: usize = 4;
/// The most letters of an entry that is looked for within a password.
const ENTRY_MAX: usize = 24;

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

    /// How many letters of the password are left when as many entries as possible are taken out
    /// of it. Short entries occur by chance and count as nothing.
    pub(super) fn letters_of_its_own(&self, folded: &str) -> usize {
        let letters: Vec<char> = folded.chars().map(unleet).filter(|c| c.is_alphabetic()).collect();
        // `left[n]`: the fewest letters that are left of the first n.
        let mut left = vec![0];
        for end in 1..=letters.len() {
            let without_the_last = left[end - 1] + 1;
            let starts = end.saturating_sub(ENTRY_MAX)..(end + 1).saturating_sub(ENTRY_MIN);
            let fewest = starts
                .filter(|start| self.0.contains(letters[*start..end].iter().collect::<String>().as_str()))
                .map(|start| left[start])
                .fold(without_the_last, usize::min);
            left.push(fewest);
        }
        left[letters.len()]
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
