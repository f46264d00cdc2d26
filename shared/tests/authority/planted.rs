//! Every planted bug is found, and without one nothing is.

use crate::trial;
use shared::authority::planted::{Bug, plant};

/// Worlds in which a bug is looked for.
const WORLDS: u64 = 1_500;

/// The first disagreement with the bug planted.
fn found(bug: Bug) -> Option<String> {
    plant(Some(bug));
    let found = trial::sequences(0..WORLDS, 40).err();
    plant(None);
    found
}

#[test]
fn every_planted_bug_is_found() {
    let missed: Vec<_> = Bug::ALL.iter().filter(|bug| found(**bug).is_none()).collect();
    assert!(missed.is_empty(), "{missed:?} of {} are not found", Bug::ALL.len());
}
