//! The key of the directory: how an address is named where no address may stand.
//!
//! It is a secret of the deployment and in no database, so that whoever reads the registry's alone
//! cannot try addresses against it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The fewest characters of a key.
const KEY_MIN: usize = 32;

/// The deployment's key for addresses. It has no `Debug`: it is a secret.
#[derive(Clone)]
pub struct AddressKey(String);

impl AddressKey {
    /// The key of the setting; none if it is too short to be one, and then there is no directory.
    pub fn of(setting: &str) -> Option<Self> {
        (setting.len() >= KEY_MIN).then(|| Self(setting.to_owned()))
    }

    /// HMAC-SHA-256 (RFC 2104) of a folded address, in hexadecimal.
    pub fn digest(&self, email_key: &str) -> String {
        self.mac(b"address ", email_key)
    }

    /// Tells this key from another one, and nothing about it.
    pub fn fingerprint(&self) -> String {
        self.mac(b"fingerprint", "")
    }

    fn mac(&self, purpose: &[u8], text: &str) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.0.as_bytes()) else {
            unreachable!("HMAC takes keys of any length");
        };
        mac.update(purpose);
        mac.update(text.as_bytes());
        data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_depends_on_key_and_address_and_a_short_key_is_none() {
        assert!(AddressKey::of("short").is_none());
        let [one, other] = ["a", "b"].map(|letter| AddressKey::of(&letter.repeat(32)).unwrap());
        assert_eq!(one.digest("anna@b.be"), one.clone().digest("anna@b.be"));
        assert_ne!(one.digest("anna@b.be"), one.digest("bart@b.be"));
        assert_ne!(one.digest("anna@b.be"), other.digest("anna@b.be"));
        assert_ne!(one.fingerprint(), other.fingerprint());
    }
}
