//! Texts as keys: what people type in different ways and mean as one.

use blake2::Blake2b512;
use serde::Serialize;
use sha2::{Digest, Sha256};
use shared::validation::trim;
use std::{io, sync::LazyLock};
use unicode_normalization::UnicodeNormalization;

/// The key by which names, user names and e-mail addresses are compared and sorted: without
/// surrounding space, compatibility-normalized (NFKC) and in lower case.
pub fn fold(text: &str) -> String {
    let text = trim(text);
    // ASCII is normalized; most texts are ASCII.
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.nfkc().collect::<String>().to_lowercase().nfkc().collect()
    }
}

/// The key by which a name sorts and is found: folded, without diacritics.
pub fn plain(text: &str) -> String {
    fold(text).nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect()
}

/// What texts have in common that look alike to people: the skeleton of UTS #39, 4, of their keys.
pub fn skeleton(text: &str) -> String {
    skeleton_of_key(&fold(text))
}

/// The same of what is a key already. Keys are stored with theirs: one key has one skeleton.
pub fn skeleton_of_key(key: &str) -> String {
    if !key.is_ascii() {
        return fold(&unicode_security::skeleton(key).collect::<String>());
    }
    let Prototypes { single, texts } = &*PROTOTYPES;
    // As bytes: characters would be measured and encoded one by one.
    let mut alike = Vec::with_capacity(key.len() + 8);
    for at in key.bytes().map(usize::from) {
        match single.get(at) {
            Some(0) | None => alike.extend_from_slice(texts.get(at).map_or(b"", |text| text.as_bytes())),
            Some(one) => alike.push(*one),
        }
    }
    let alike = String::from_utf8(alike).unwrap_or_default();
    if alike.is_ascii() && trim(&alike).len() == alike.len() { alike } else { fold(&alike) }
}

/// What characters of ASCII look like, in lower case. They are taken one by one: none of them combines.
struct Prototypes {
    /// Where it is one character of ASCII, that one; else 0.
    single: [u8; 128],
    texts: [String; 128],
}

static PROTOTYPES: LazyLock<Prototypes> = LazyLock::new(|| {
    let text = |at| unicode_security::skeleton((at as u8 as char).encode_utf8(&mut [0; 1])).collect::<String>();
    let texts = std::array::from_fn(|at| text(at).to_ascii_lowercase());
    let single = std::array::from_fn(|at| match texts.get(at).map(String::as_bytes) {
        Some([one]) => *one,
        _ => 0,
    });
    Prototypes { single, texts }
});

/// A password as it is hashed: NFC, nothing else (RFC 8265, OpaqueString).
pub fn password(text: &str) -> String {
    text.nfc().collect()
}

/// SHA-256 in hexadecimal: how secrets of full entropy are stored.
pub fn digest(secret: &str) -> String {
    digest_of(secret.as_bytes())
}

/// SHA-256 of any content, in hexadecimal.
pub fn digest_of(content: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(content))
}

/// BLAKE2b (RFC 7693) of a long text, in hexadecimal: in Wasm it takes half the time of SHA-256.
pub(crate) fn digest_of_file(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Blake2b512::digest(text))
}

/// SHA-256 of texts, one after another, in hexadecimal. They may be long, so they are not joined.
pub fn digest_of_texts(texts: &[&str]) -> String {
    let digested = texts.iter().fold(Sha256::new(), |digested, text| digested.chain_update(text));
    data_encoding::HEXLOWER.encode(&digested.finalize())
}

/// SHA-256 of something as JSON, in hexadecimal. The JSON is not kept.
pub fn digest_of_json(of: &impl Serialize) -> String {
    struct Digesting(Sha256);
    impl io::Write for Digesting {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.update(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut digesting = Digesting(Sha256::new());
    // The model serializes without fail, and a digest takes everything.
    drop(serde_json::to_writer(&mut digesting, of));
    data_encoding::HEXLOWER.encode(&digesting.0.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_mean_as_one_has_one_key() {
        for (one, other) in
            [(" Anna@B.be ", "anna@b.be"), ("ﬁona", "fiona"), ("ÉTÉ", "e\u{301}te\u{301}"), ("ＡＢ", "ab")]
        {
            assert_eq!(fold(one), fold(other));
        }
        assert_eq!(plain("Élodie Müller"), "elodie muller");
    }

    #[test]
    fn what_looks_alike_has_one_skeleton() {
        // Cyrillic а, Greek ο, one and l, zero and o, rn and m.
        for (one, other) in
            [("anna", "\u{430}nna"), ("otto", "\u{3bf}tto"), ("jill", "ji1l"), ("bob", "b0b"), ("arno", "amo")]
        {
            assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        }
        for (one, other) in [("anna", "anne"), ("jan", "jân"), ("user1", "user2")] {
            assert_ne!(skeleton(one), skeleton(other), "{one} {other}");
        }
    }

    proptest::proptest! {
        /// The short way is the long way.
        #[test]
        fn ascii_is_taken_as_everything_else_is(text in "[\\x00-\\x7f]{0,24}") {
            let folded: String = text.trim().nfkc().collect::<String>().to_lowercase().nfkc().collect();
            proptest::prop_assert_eq!(fold(&text), &folded[..]);
            let long = fold(&unicode_security::skeleton(&folded).collect::<String>());
            proptest::prop_assert_eq!(skeleton(&text), long);
        }
    }

    #[test]
    fn texts_are_digested_as_one() {
        assert_eq!(digest_of_texts(&["a", "", "bc"]), digest("abc"));
    }

    #[test]
    fn what_is_digested_as_json_is_its_json() {
        let of = (Some("a \"file\"\nof two lines"), [1, 2]);
        assert_eq!(digest_of_json(&of), digest(&serde_json::to_string(&of).unwrap()));
    }

    #[test]
    fn passwords_keep_their_case_and_do_not_alias() {
        assert_eq!(password("e\u{301}"), password("é"));
        assert_ne!(password("Secret"), password("secret"));
        assert_ne!(password("ﬁ"), password("fi"));
    }
}
