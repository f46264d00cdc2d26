//! The token with which the first person of a fresh deployment creates an organization.
//!
//! The Worker gets only its SHA-256 and the moment when it expires; the token itself is printed for people.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

const LIFETIME_SECONDS: u64 = 60 * 60;

/// A fresh token: 256 random bits that work once, for an hour.
pub(crate) struct SetupToken {
    text: String,
    expires: u64,
}

impl SetupToken {
    pub(crate) fn new() -> Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| anyhow!("no randomness: {error}"))?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?;
        Ok(Self { text: BASE64URL_NOPAD.encode(&bytes), expires: now.as_secs() + LIFETIME_SECONDS })
    }

    /// What a person types.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What the Worker is told in its variable `SETUP_TOKENS`.
    pub(crate) fn setting(tokens: &[Self]) -> String {
        tokens.iter().map(Self::entry).collect::<Vec<_>>().join(",")
    }

    fn entry(&self) -> String {
        format!("{}:{}", HEXLOWER.encode(&Sha256::digest(&self.text)), self.expires)
    }
}

#[cfg(test)]
mod tests {
    use super::SetupToken;

    #[test]
    fn the_worker_learns_the_hash_and_the_expiry_but_not_the_token() {
        let token = SetupToken::new().unwrap();
        let told = SetupToken::setting(std::slice::from_ref(&token));
        let (hash, expiry) = told.split_once(':').unwrap();
        assert_eq!((token.text().len(), hash.len()), (43, 64));
        assert!(expiry.parse::<u64>().is_ok() && !told.contains(token.text()));
    }
}
