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
    let is_missed = |bug: &Bug| {
        plant(Some(*bug));
        let fault = fault();
        plant(None);
        fault.is_none()
    };
    // A bug is planted into one thread: each thread looks for others.
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let missed: Vec<_> = std::thread::scope(|scope| {
        let every = |from| Bug::ALL.iter().skip(from).step_by(threads);
        let look = |from| scope.spawn(move || every(from).filter(|bug| is_missed(bug)).collect::<Vec<_>>());
        let looking: Vec<_> = (0..threads).map(look).collect();
        looking.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    });
    assert!(missed.is_empty(), "{missed:?} of {} are not found", Bug::ALL.len());
}
