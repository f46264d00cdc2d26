//! What unit tests share: a database, a clock that stands still, and repeatable chance.

mod world;
pub(crate) use world::{Browser, Moment, ORIGIN, PASSWORD, START, TOKENS, World, org, person, setup};

use crate::surroundings::{Random, Surroundings};
use shared::time::Timestamp;
use std::sync::atomic::{AtomicU64, Ordering};

/// Chance that never repeats within a run: a counter through SplitMix64.
struct Counter(AtomicU64);

impl Random for Counter {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut state = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            let random = (state ^ (state >> 31)).to_le_bytes();
            chunk.copy_from_slice(random.get(..chunk.len()).unwrap());
        }
    }
}

static CHANCE: Counter = Counter(AtomicU64::new(1));

/// A time in 2026 and repeatable chance.
pub(crate) fn surroundings() -> Surroundings<'static> {
    at(START)
}

/// The same at another time.
pub(crate) fn at(now: Timestamp) -> Surroundings<'static> {
    Surroundings { now, random: &CHANCE }
}
