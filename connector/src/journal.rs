//! The connector's own log: what each run said, for `bailiwick-connector log` and for whoever keeps
//! logs. One line for each message, in UTC; when it is full, the file before is replaced.

use crate::files;
use chrono::{DateTime, SecondsFormat};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

/// The most bytes of a file.
const SIZE_MAX: u64 = 4 * 1024 * 1024;

/// Milliseconds since 1970.
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// A time as people and programs read it.
pub fn written(at: u64) -> String {
    let time = i64::try_from(at).ok().and_then(DateTime::from_timestamp_millis);
    time.map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, true)).unwrap_or_default()
}

/// A log in a folder.
#[derive(Clone, Debug)]
pub struct Journal(PathBuf);

impl Journal {
    /// The log in this folder.
    pub fn new(folder: &Path) -> Self {
        Self(folder.join("connector.log"))
    }

    /// Adds a line. What the directory says may be anything, but never a line of its own.
    pub fn say(&self, line: &str) -> io::Result<()> {
        let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if fs::metadata(&self.0).is_ok_and(|file| file.len() >= SIZE_MAX) {
            fs::rename(&self.0, self.earlier())?;
        }
        files::append(&self.0)?.write_all(format!("{} {line}\n", written(now())).as_bytes())
    }

    fn earlier(&self) -> PathBuf {
        self.0.with_extension("log.1")
    }

    /// The last lines, at most so many.
    pub fn last(&self, lines: usize) -> io::Result<Vec<String>> {
        let read = |path: &Path| match fs::read(path) {
            Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            Err(error) => Err(error),
        };
        let all = read(&self.earlier())? + &read(&self.0)?;
        let count = all.lines().count();
        Ok(all.lines().skip(count.saturating_sub(lines)).map(str::to_owned).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::OpenOptions;

    #[test]
    fn the_last_lines_are_there_also_after_the_file_was_full() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::new(&folder.path().join("below"));
        journal.say("first\nand not second").unwrap();
        OpenOptions::new().append(true).open(&journal.0).unwrap().set_len(SIZE_MAX).unwrap();
        journal.say("third").unwrap();
        let lines = journal.last(2).unwrap();
        assert!(lines[1].ends_with("Z third"), "{lines:?}");
        assert!(journal.last(usize::MAX).unwrap()[0].ends_with("Z first and not second"));
        assert_eq!(fs::read(&journal.0).unwrap().iter().filter(|byte| **byte == b'\n').count(), 1);
    }

    #[test]
    fn times_are_written_in_utc() {
        assert_eq!(written(1_900_000_000_000), "2030-03-17T17:46:40Z");
    }
}
