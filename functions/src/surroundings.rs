//! What a pure program cannot know: the time, and chance. Both are passed in.

use shared::{ids::Id, time::Timestamp};

/// A source of randomness fit for secrets.
pub trait Random {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The time of a request, and chance.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// When the request arrived. One request has one time.
    pub now: Timestamp,
    /// Chance.
    pub random: &'a dyn Random,
}

impl std::fmt::Debug for Surroundings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Surroundings at {:?}", self.now)
    }
}

/// Letters and digits that nobody mistakes for each other when reading aloud.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

impl Surroundings<'_> {
    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes);
        bytes
    }

    /// A new id: 48 bits of time, so that neighbors stay together in an index, then 80 bits of
    /// chance.
    pub fn id<Of>(&self) -> Id<Of> {
        let chance = u128::from_be_bytes(self.bytes());
        let time = (self.now.0.unsigned_abs() as u128) << 80;
        Id::from_u128(time | (chance >> 48))
    }

    /// A secret token of 256 bits, in base64url.
    pub fn token(&self) -> String {
        data_encoding::BASE64URL_NOPAD.encode(&self.bytes::<32>())
    }

    /// A temporary password: four groups of five, 100 bits, easy to dictate.
    pub fn temporary_password(&self) -> String {
        self.groups::<20>()
    }

    /// A recovery code: five groups of five, 125 bits.
    pub fn recovery_code(&self) -> String {
        self.groups::<25>()
    }

    /// `N` random letters and digits, five bits each, in groups of five.
    fn groups<const N: usize>(&self) -> String {
        let letters = self.bytes::<N>().map(|byte| ALPHABET.get(usize::from(byte % 32)).copied().unwrap_or(b'a'));
        letters.chunks(5).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join("-")
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::surroundings;
    use shared::{ids::UserId, password};
    use std::collections::BTreeSet;

    #[test]
    fn a_temporary_password_satisfies_the_policy() {
        let common = password::Common::parse(password::COMMON_PASSWORDS);
        for _ in 0..1_000 {
            let made = surroundings().temporary_password();
            assert_eq!(
                password::check(&made, &password::Policy::default(), password::Factors::One, [], &common),
                Ok(()),
                "{made}"
            );
        }
    }

    #[test]
    fn ids_and_tokens_do_not_repeat() {
        let here = surroundings();
        let ids: BTreeSet<UserId> = (0..10_000).map(|_| here.id()).collect();
        let tokens: BTreeSet<String> = (0..10_000).map(|_| here.token()).collect();
        assert_eq!((ids.len(), tokens.len()), (10_000, 10_000));
    }
}
