//! When the sources were last changed.

use std::{fs, time::SystemTime};

use anyhow::Result;

use crate::project;

/// Folders that go into each half.
const CONSOLE: [&str; 4] = ["app", "shared", "public", "Cargo.toml"];
const EDGE: [&str; 3] = ["functions", "shared", "Cargo.toml"];

/// A look at the sources; two that differ mean that something has changed.
#[derive(PartialEq, Eq)]
pub(super) struct Sources {
    pub(super) console: Look,
    pub(super) edge: Look,
}

/// The number of files, since one may have been removed, and the newest change.
#[derive(PartialEq, Eq)]
pub(super) struct Look(usize, Option<SystemTime>);

impl Sources {
    pub(super) fn now() -> Result<Self> {
        Ok(Self { console: look(&CONSOLE)?, edge: look(&EDGE)? })
    }
}

fn look(names: &[&str]) -> Result<Look> {
    let mut files = Vec::new();
    for name in names {
        let path = project::root().join(name);
        if path.is_dir() {
            files.extend(project::files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    // A file may go between being listed and being looked at: an editor that saves.
    let newest = files.iter().filter_map(|file| fs::metadata(file).ok()?.modified().ok()).max();
    Ok(Look(files.len(), newest))
}
