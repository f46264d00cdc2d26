//! Argon2id (RFC 9106) with the parameters of ASVS 5.0 Appendix C: m = 19456 KiB, t = 2, p = 1.
//! One hash costs about 40 ms, so it runs in the stateless Worker, never in an object.

use crate::surroundings::Surroundings;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};

/// What a password is checked against when there is no such account, so that the answer takes
/// as long as for one that exists. No password fits: its hash part is made of zeroes.
pub const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$Ym9keWlzbm9ib2R5aXM$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn argon2() -> Argon2<'static> {
    // The default parameters are a compile-time constant of the crate.
    let params = Params::new(19_456, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// A password's hash as a PHC string, with 16 random bytes of salt; `None` if the library
/// refuses, which it does for no input that passes the policy.
pub fn hash(password: &str, surroundings: &Surroundings<'_>) -> Option<String> {
    let salt = surroundings.bytes::<16>();
    let hash = argon2().hash_password_with_salt(password.as_bytes(), &salt).ok()?;
    Some(hash.to_string())
}

/// Whether a password fits a PHC string. The comparison takes constant time.
pub fn verify(password: &str, phc: &str) -> bool {
    PasswordHash::new(phc).is_ok_and(|phc| argon2().verify_password(password.as_bytes(), &phc).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::surroundings;

    #[test]
    fn a_hash_fits_its_password_and_no_other() {
        let phc = hash("tall ships of Ghent", &surroundings()).unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(verify("tall ships of Ghent", &phc));
        assert!(!verify("tall ships of Ghenu", &phc));
    }

    #[test]
    fn the_last_character_of_a_long_password_counts() {
        let long = "q".repeat(255);
        let phc = hash(&format!("{long}a"), &surroundings()).unwrap();
        assert!(!verify(&format!("{long}b"), &phc));
    }

    #[test]
    fn nobody_is_a_valid_hash_that_costs_as_much_and_fits_nothing() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let real = hash("tall ships of Ghent", &surroundings()).unwrap();
        assert_eq!(nobody.params.to_string(), PasswordHash::new(&real).unwrap().params.to_string());
        assert!(!verify("", NOBODY));
    }
}
