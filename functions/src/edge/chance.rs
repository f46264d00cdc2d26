//! Randomness from the platform (`crypto.getRandomValues`).

use crate::surroundings::Random;

/// The platform's generator.
pub(super) struct Platform;

impl Random for Platform {
    fn fill(&self, bytes: &mut [u8]) {
        // It fails only outside a request, where this program never runs; were it ever to,
        // ending here is right: going on with zeroes would be a secret that everybody knows.
        #[expect(clippy::expect_used, reason = "no secret is better than a known one")]
        getrandom::fill(bytes).expect("the platform gives randomness to every request");
    }
}
