//! The words of each language in two files, like the program: `en.ftl` has what its first part says, `rest-en.ftl`
//! everything else.
//!
//! Nobody keeps a list of them. A message belongs to the first part if its key stands in that part's Wasm, or the
//! family of its key does: `problem-*` for all keys that begin with `problem-`. Of what can be wrong with a field,
//! `error-*`, it has what that part finds out itself: the code must stand there; and problems that only pages of the
//! second part run into come with them. Keys that stand there by chance come along. For developers the program is
//! whole, and its words are.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{build::Profile, project};

/// Problems of groups, assignments, features, notes, webhooks, undoing and two-step verification: their pages are in
/// the second part.
const LATER: [&str; 19] = [
    "problem-assigned-already",
    "problem-code-required",
    "problem-feature-in-use",
    "problem-grantor-lacks",
    "problem-group-cycle",
    "problem-group-disabled",
    "problem-group-too-deep",
    "problem-in-a-team",
    "problem-lineage-cycle",
    "problem-no-seat-left",
    "problem-not-the-author",
    "problem-not-undoable",
    "problem-permissions-locked",
    "problem-still-assigned",
    "problem-too-many-links",
    "problem-two-step-kept",
    "problem-two-step-not-begun",
    "problem-two-step-required",
    "problem-webhook-off",
];

/// Puts the words into `work`, where the program is.
pub(super) fn build(profile: Profile, work: &Path) -> Result<()> {
    let said = match profile {
        Profile::Development => String::new(),
        Profile::Release => {
            keys_in(&fs::read(work.join("app_bg.wasm")).context("the program is built before its words")?)
        }
    };
    for language in fs::read_dir(project::root().join("app/locales")).context("cannot read app/locales")? {
        let language = language?.path();
        let mut all = String::new();
        for file in project::files_below(&language)? {
            all.push_str(&project::read(&file)?);
            all.push('\n');
        }
        let name = language.file_name().unwrap_or_default().to_string_lossy();
        let all = if name == "fr" { with_french_spaces(&all) } else { all };
        let (first, rest) = in_two(&all, |key| profile == Profile::Development || is_said(&said, key));
        project::write(&work.join(format!("{name}.ftl")), first)?;
        project::write(&work.join(format!("rest-{name}.ftl")), rest)?;
    }
    Ok(())
}

/// In French a space stands before some signs, at which no line may break. In the sources it is an ordinary one:
/// nobody would see the difference.
fn with_french_spaces(text: &str) -> String {
    let before = [":", ";", "?", "!", "»"].map(|sign| (format!(" {sign}"), format!("\u{a0}{sign}")));
    let set = before.iter().fold(text.to_owned(), |text, (typed, set)| text.replace(typed, set));
    set.replace("« ", "«\u{a0}")
}

/// Everything in a program that could be keys, families and codes. Texts of a program stand side by side in it.
fn keys_in(program: &[u8]) -> String {
    let could_be = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'*' | b'_');
    let runs = program.split(|byte| !could_be(byte)).filter(|run| run.len() > 1);
    runs.map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

fn is_said(said: &str, key: &str) -> bool {
    if LATER.contains(&key) {
        return false;
    }
    if let Some(code) = key.strip_prefix("error-") {
        return said.contains("error-*") && said.contains(&code.replace('-', "_"));
    }
    let families = key.match_indices('-').filter_map(|(end, _)| Some(format!("{}-*", key.get(..end)?)));
    said.contains(key) || families.into_iter().any(|family| said.contains(&family))
}

/// The messages that are wanted, and all others, without comments.
fn in_two(text: &str, is_wanted: impl Fn(&str) -> bool) -> (String, String) {
    let (mut wanted, mut others, mut is_next_wanted) = (String::new(), String::new(), false);
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        // A message goes on in the lines that are indented.
        if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            is_next_wanted = is_wanted(key);
        }
        let part = if is_next_wanted { &mut wanted } else { &mut others };
        part.push_str(line);
        part.push('\n');
    }
    (wanted, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "# Signing in\nsign-in = Sign in\nproblem-taken = Taken\n\
                         users-chosen =\n    { $count ->\n        [one] One\n       *[other] More\n    }\n";

    fn first(program: &[u8]) -> String {
        let said = keys_in(program);
        in_two(WORDS, |key| is_said(&said, key)).0
    }

    #[test]
    fn words_go_with_the_part_of_the_program_that_has_their_keys() {
        assert_eq!(first(b"\0Memosign-in/\xff"), "sign-in = Sign in\n");
    }

    #[test]
    fn no_line_breaks_before_a_french_sign() {
        let typed = "a = Avis : « { $count } » non lus ?\nb = { $count ->";
        assert_eq!(
            with_french_spaces(typed),
            "a = Avis\u{a0}: «\u{a0}{ $count }\u{a0}» non lus\u{a0}?\nb = { $count ->"
        );
    }

    #[test]
    fn a_family_brings_all_its_words() {
        assert_eq!(first(b"theme-*problem-*strength-*"), "problem-taken = Taken\n");
        assert_eq!(first(b"problem-"), "");
    }

    #[test]
    fn of_what_can_be_wrong_with_a_field_comes_what_the_part_finds_out() {
        let words = "error-too-long = Too long\nerror-look-alike = Looks like another\n";
        let first = |program: &[u8]| in_two(words, |key| is_said(&keys_in(program), key)).0;
        assert_eq!(first(b"requiredtoo_longerror-*"), "error-too-long = Too long\n");
        assert_eq!(first(b"too_long"), "");
    }

    #[test]
    fn problems_that_come_later_are_there() {
        let words = fs::read_to_string(project::root().join("app/locales/en/console.ftl")).unwrap();
        for key in LATER {
            assert!(words.contains(&format!("\n{key} =")), "{key}");
            assert!(!is_said("problem-*", key), "{key}");
        }
    }

    #[test]
    fn all_lines_of_a_message_stay_together() {
        let (first, rest) = in_two(WORDS, |key| key == "users-chosen");
        assert!(first.starts_with("users-chosen =\n    { $count ->") && first.ends_with("    }\n"), "{first}");
        assert_eq!(rest, "sign-in = Sign in\nproblem-taken = Taken\n");
    }
}
