//! How many tests passed, read from the closing lines of their runners.

use std::fmt;

/// Numbers of tests.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Summary {
    pub(super) passed: u32,
    pub(super) failed: u32,
    pub(super) skipped: u32,
}

impl Summary {
    pub(super) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Counts what a line says if it is a closing line: of Cargo's tests, `test result: ok. 3 passed; 1 failed; …`,
    /// or of Playwright's, `3 passed (2.1s)`, with a line for each outcome.
    pub(super) fn read(&mut self, line: &str) {
        let line = without_colours(line);
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
        assert_eq!(sum(&lines), Summary { passed: 15, failed: 2, skipped: 1 });
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
        assert_eq!(sum(&lines), Summary { passed: 10, failed: 5, skipped: 0 });
    }

    #[test]
    fn the_closing_line_is_the_plain_one() {
        assert_eq!(Summary { passed: 3, failed: 0, skipped: 0 }.to_string(), "3 passed, 0 failed");
        assert_eq!(Summary { passed: 3, failed: 1, skipped: 2 }.to_string(), "3 passed, 1 failed, 2 skipped");
    }
}
