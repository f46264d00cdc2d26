//! Every rule of the systems to be replaced is walked in a browser: its id stands in the name of a
//! test or of a step below `tests/walkthroughs/`.

use std::{collections::BTreeSet, path::Path};

use anyhow::Result;

use super::documents::{RULES, explained_rules, named_rules};
use crate::project;

/// The systems that are walked wholly. A system is added here with the walk of its last rule.
const WALKED: [&str; 3] = ["CRES", "EBE", "WBX"];
/// Of systems that are not walked wholly yet, the rules that are.
const WALKED_RULES: [&str; 24] = [
    "RSC-1", "RSC-2", "RSC-3", "RSC-4", "RSC-5", "RSC-6", "RSC-7", "RSC-8", "RSC-9", "RSC-10", "RSC-11", "RSC-12",
    "RSC-20", "RSC-21", "RSC-22", "RSC-23", "RSC-24", "RSC-25", "RSC-26", "RSC-27", "RSC-28", "RSC-29", "RSC-30",
    "RSC-31",
];
const WALKS: &str = "tests/walkthroughs";
/// Between the first and the last of several rules in a row.
const TO: &str = " to ";

/// The rules that no walk names.
pub(super) fn unwalked(root: &Path) -> Result<Vec<String>> {
    let rules = explained_rules(&project::read(&root.join(RULES))?);
    let mut walked = BTreeSet::new();
    for file in project::files_below(&root.join(WALKS))? {
        walked.extend(titles(&project::read(&file)?).into_iter().flat_map(walked_by));
    }
    let is_due = |rule: &&String| {
        WALKED_RULES.contains(&rule.as_str()) || WALKED.iter().any(|system| rule.starts_with(&format!("{system}-")))
    };
    let missing = rules.iter().filter(is_due).filter(|rule| !walked.contains(*rule));
    Ok(missing.map(|rule| format!("{WALKS}: no test or step is named after {rule}")).collect())
}

/// The names of tests and of their steps. Those that are left out walk nothing.
fn titles(source: &str) -> Vec<&str> {
    let calls = source.lines().filter_map(|line| {
        let line = line.trim_start();
        ["test(\"", "await test.step(\"", "await step(\""].iter().find_map(|call| line.strip_prefix(call))
    });
    calls.filter_map(|rest| rest.split('"').next()).collect()
}

/// The rules in a name: `WBX-2, WBX-3` are two, `WBX-16 to WBX-19` are four.
fn walked_by(title: &str) -> BTreeSet<String> {
    let mut rules = named_rules(title);
    for (at, _) in title.match_indices(TO) {
        let (before, after) = (&title[..at], &title[at + TO.len()..]);
        let first = before.rsplit([' ', ',']).next().and_then(parted);
        let last = after.split([' ', ',', ':']).next().and_then(parted);
        if let (Some((system, first)), Some((same, last))) = (first, last)
            && system == same
        {
            rules.extend((first..=last).map(|number| format!("{system}-{number}")));
        }
    }
    rules
}

fn parted(rule: &str) -> Option<(&str, u32)> {
    let (system, number) = rule.split_once('-')?;
    Some((system, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_the_systems_is_walked() {
        assert_eq!(unwalked(&project::root()).unwrap(), [""; 0]);
    }

    #[test]
    fn names_of_tests_and_steps_are_read_with_all_the_rules_in_them() {
        let source = "test(\"WBX-1: a\", async () => {\n  await test.step(\"WBX-2, WBX-3: b\", x);\n\
                      test.skip(\"WBX-4: c\", x);\n// WBX-5\n  expect(\"WBX-6\");";
        assert_eq!(titles(source), ["WBX-1: a", "WBX-2, WBX-3: b"]);
        let rules = |title| walked_by(title).into_iter().collect::<Vec<_>>();
        assert_eq!(rules("WBX-8, WBX-16 to WBX-18: from one to another"), ["WBX-16", "WBX-17", "WBX-18", "WBX-8"]);
        assert_eq!(rules("from EBE-1 to the end"), ["EBE-1"]);
    }

    #[test]
    fn a_rule_that_nothing_walks_is_named() {
        let folder = std::env::temp_dir().join(format!("walks-{}", std::process::id()));
        project::write(&folder.join(RULES), "| WBX-1 | a |\n| WBX-2 | b |\n| RSC-50 | c |\n| RSC-1 | d |").unwrap();
        project::write(&folder.join(WALKS).join("a.spec.mjs"), "test(\"WBX-1: a\", x);").unwrap();
        let missing = unwalked(&folder).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(missing, ["RSC-1", "WBX-2"].map(|rule| format!("{WALKS}: no test or step is named after {rule}")));
    }
}
