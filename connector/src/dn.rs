//! Distinguished names (RFC 4514), as far as two of them must be recognized as the same.
//!
//! Servers write one name in more than one way: in other case, with blanks after commas, with
//! `\2C` for `\,`. Which attributes are told apart by case only a schema knows; two entries whose
//! names differ by nothing else are taken for the same here, as Active Directory does.

/// The name in the one form in which equal names are equal; nothing if it is no name.
pub fn folded(name: &str) -> Option<String> {
    let mut folded = Vec::with_capacity(name.len());
    let mut rest = name.trim_matches(' ').as_bytes();
    while !rest.is_empty() {
        let equals = rest.iter().position(|byte| *byte == b'=')?;
        let (kind, value) = rest.split_at(equals);
        let kind = std::str::from_utf8(kind).ok()?.trim();
        if kind.is_empty() || !kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)) {
            return None;
        }
        let (value, separator, after) = value_of(value.get(1..)?)?;
        folded.extend(kind.to_ascii_lowercase().bytes());
        folded.push(b'=');
        for byte in value {
            // Nothing that stands in a value can be taken for what separates values.
            if matches!(byte, b',' | b'+' | b'=' | b'\\') {
                folded.push(b'\\');
            }
            folded.push(byte);
        }
        match separator {
            None => break,
            Some(separator) => folded.push(separator),
        }
        rest = after;
        if rest.iter().all(|byte| *byte == b' ') {
            return None;
        }
    }
    let folded = String::from_utf8(folded).ok()?;
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" ").to_lowercase())
}

/// A value without its escapes, what separates it from the next, and what comes then. Blanks
/// around it do not count, unless they are escaped.
fn value_of(text: &[u8]) -> Option<(Vec<u8>, Option<u8>, &[u8])> {
    let (mut value, mut kept, mut at) = (Vec::new(), 0, 0);
    while text.get(at) == Some(&b' ') {
        at += 1;
    }
    loop {
        let Some(byte) = text.get(at).copied() else {
            value.truncate(kept.max(trimmed(&value)));
            return Some((value, None, &[]));
        };
        at += 1;
        match byte {
            b',' | b'+' | b';' => {
                value.truncate(kept.max(trimmed(&value)));
                let separator = if byte == b'+' { b'+' } else { b',' };
                return Some((value, Some(separator), text.get(at..).unwrap_or_default()));
            }
            b'\\' => {
                let escaped = *text.get(at)?;
                match text.get(at..at + 2).and_then(hexadecimal) {
                    Some(byte) => {
                        value.push(byte);
                        at += 2;
                    }
                    None => {
                        value.push(escaped);
                        at += 1;
                    }
                }
                kept = value.len();
            }
            other => value.push(other),
        }
    }
}

fn hexadecimal(pair: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    match pair {
        [high, low] => Some(digit(*high)? * 16 + digit(*low)?),
        _ => None,
    }
}

/// The length without blanks at the end.
fn trimmed(value: &[u8]) -> usize {
    value.iter().rposition(|byte| *byte != b' ').map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(one: &str, other: &str) {
        assert!(folded(one).is_some(), "{one}");
        assert_eq!(folded(one), folded(other), "{one} and {other}");
    }

    #[test]
    fn a_name_is_recognized_however_it_is_written() {
        same("CN=Anna Peeters,OU=People,DC=x", "cn=anna peeters, ou=people , dc=X");
        same(r"cn=Peeters\, Anna,dc=x", r"CN=Peeters\2c Anna;DC=x");
        same(r"cn=L\c3\a9a,dc=x", "cn=Léa,dc=x");
        same("cn=a+uid=b,dc=x", "CN=a + UID=b,DC=x");
        same("cn=two  blanks,dc=x", "cn=two blanks,dc=x");
    }

    #[test]
    fn other_names_are_others() {
        let names = [r"cn=a\,dc=x", "cn=a,dc=x", r"cn=a\+dc=x", "cn=a+dc=x", r"cn=a\\,dc=x", r"cn=a\\\,dc=x", "cn=a"];
        for (at, one) in names.iter().enumerate() {
            for other in names.iter().skip(at + 1) {
                assert_ne!(folded(one), folded(other), "{one} and {other}");
            }
        }
    }

    #[test]
    fn what_is_no_name_is_none() {
        for text in ["", " ", "anna", "=a", "cn=a,", "cn=a,,dc=x", r"cn=a\", r"cn=\ff", "c n=a"] {
            assert_eq!(folded(text), None, "{text}");
        }
    }

    /// With every byte escaped that may be, as the strictest server would.
    fn written(value: &str) -> String {
        value.bytes().map(|byte| format!("\\{byte:02x}")).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn hostile_values_stay_one_value(value in "[,+;=\\\\\"#<>() a-cA-C\0é\u{202e}]{1,12}", below in "[a-z]{1,5}") {
            let by_library = format!("cn={},dc={below}", ldap3::dn_escape(value.as_str()));
            let by_bytes = format!("CN={}, DC={below}", written(&value));
            prop_assert_eq!(folded(&by_library), folded(&by_bytes));
            let folded = folded(&by_bytes);
            prop_assert!(folded.is_some());
            prop_assert_ne!(folded, super::folded(&format!("cn={},dc={below}z", written(&value))));
        }
    }
}
