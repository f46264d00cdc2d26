//! Every planted bug is found, and without one nothing is.

use crate::{cases, trial};
use shared::authority::planted::{Bug, plant};

/// Worlds in which a bug is looked for.
const WORLDS: u64 = 1_500;

/// What is wrong, if anything is.
fn fault() -> Option<String> {
    let told = || cases::ALL.iter().find_map(|case| case().err());
    told().or_else(|| trial::sequences(0..WORLDS, 40, |_| true).err())
}

#[test]
fn every_planted_bug_is_found() {
    let is_missed = |bug: &&Bug| {
        plant(Some(**bug));
        let fault = fault();
        plant(None);
        fault.is_none()
    };
    let missed: Vec<_> = Bug::ALL.iter().filter(is_missed).collect();
    assert!(missed.is_empty(), "{missed:?} of {} are not found", Bug::ALL.len());
}
