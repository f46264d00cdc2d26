//! How many tests passed and which did not, read from what their runners print.

use std::fmt;

/// Numbers of tests, and what failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Summary {
    pub(super) passed: u32,
    pub(super) failed: u32,
    pub(super) skipped: u32,
    /// The tests that failed, by the names that their runners give them; with the first line of the error where it
    /// comes after the name. Whoever sees only the end of a log sees what to look for.
    pub(super) failures: Vec<String>,
    /// Whether the last failure has its error on a line to come.
    unexplained: bool,
}

impl Summary {
    pub(super) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.failures.extend(other.failures);
    }

    pub(super) fn read(&mut self, line: &str) {
        let line = without_colours(line);
        self.read_failure(&line);
        self.read_counts(&line);
    }

    /// Of Cargo's tests, `test users::name ... FAILED`; of Playwright's, `  1) file.spec.mjs:3:1 › name ───` and later
    /// `    Error: …`.
    fn read_failure(&mut self, line: &str) {
        let of_cargo = line.strip_prefix("test ").and_then(|test| test.split_once(" ... FAIL"));
        let of_playwright = line.strip_prefix("  ").and_then(|line| line.split_once(") "));
        let error = line.trim();
        if let Some((name, _)) = of_cargo {
            self.failures.push(name.to_owned());
        } else if let Some((number, name)) = of_playwright
            && number.parse::<u32>().is_ok()
        {
            self.failures.push(name.trim_end_matches(['─', ' ']).to_owned());
            self.unexplained = true;
        } else if self.unexplained
            && (error.starts_with("Error:") || error.starts_with("Test timeout"))
            && let Some(failure) = self.failures.last_mut()
        {
            *failure = format!("{failure}: {error}");
            self.unexplained = false;
        }
    }

    /// Counts what a line says if it is a closing line: of Cargo's tests, `test result: ok. 3 passed; 1 failed; …`,
    /// or of Playwright's, `3 passed (2.1s)`, with a line for each outcome.
    fn read_counts(&mut self, line: &str) {
        if let Some((_, counts)) = line.split_once("test result: ") {
            for part in counts.split([';', '.']) {
                self.read_count(part);
            }
        } else if line.starts_with("  ") {
            self.read_count(line.split(" (").next().unwrap_or_default());
        }
    }

    /// `3 passed`, with nothing else in it.
    fn read_count(&mut self, text: &str) {
        let Some((number, outcome)) = text.trim().split_once(' ') else {
            return;
        };
        let Ok(number) = number.parse::<u32>() else {
            return;
        };
        match outcome {
            // Flaky: failed first, passed when it was tried again.
            "passed" | "flaky" => self.passed += number,
            "failed" | "did not run" | "interrupted" => self.failed += number,
            "ignored" | "skipped" => self.skipped += number,
            _ => {}
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        match self.skipped {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}

/// `line` without the escape sequences that color a terminal.
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\x1b');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, rest)| rest));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Summary;

    fn sum(lines: &[&str]) -> Summary {
        let mut summary = Summary::default();
        lines.iter().for_each(|line| summary.read(line));
        summary
    }

    #[test]
    fn the_results_of_all_test_programs_of_cargo_add_up() {
        let lines = [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.05s",
            "test users::a_test_with_3_passed ... ok",
            "test result: \x1b[31mFAILED\x1b[m. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        ];
        assert_eq!(sum(&lines), Summary { passed: 15, failed: 2, skipped: 1, ..Summary::default() });
    }

    #[test]
    fn playwright_has_a_line_for_each_outcome() {
        let lines = [
            "  1 failed",
            "    [e2e] › story.spec.mjs:3:1 › 2 passed",
            "  1 flaky",
            "  4 did not run",
            "  9 passed (12.3s)",
        ];
        assert_eq!(sum(&lines), Summary { passed: 10, failed: 5, ..Summary::default() });
    }

    #[test]
    fn failures_have_names_and_the_first_line_of_their_errors() {
        let lines = [
            "test users::passes ... ok",
            "test users::fails ... \x1b[31mFAILED\x1b[m",
            "  1) e2e/story.spec.mjs:3:1 › the owner (again) ─────────",
            "    Error: expect(locator).toBeVisible() failed",
            "    Error: the second is a consequence",
            "  2) e2e/audit.spec.mjs:9:1 › verify ─────",
            "    \x1b[31mTest timeout of 45000ms exceeded.\x1b[39m",
        ];
        let expected = [
            "users::fails",
            "e2e/story.spec.mjs:3:1 › the owner (again): Error: expect(locator).toBeVisible() failed",
            "e2e/audit.spec.mjs:9:1 › verify: Test timeout of 45000ms exceeded.",
        ];
        assert_eq!(sum(&lines).failures, expected);
    }

    #[test]
    fn the_closing_line_is_the_plain_one() {
        assert_eq!(Summary { passed: 3, ..Summary::default() }.to_string(), "3 passed, 0 failed");
        assert_eq!(
            Summary { passed: 3, failed: 1, skipped: 2, ..Summary::default() }.to_string(),
            "3 passed, 1 failed, 2 skipped"
        );
    }
}
