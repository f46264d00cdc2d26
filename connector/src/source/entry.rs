//! An entry, and what of it makes a person.

use crate::{
    config::{Directory, Kind},
    people::{Person, Trouble},
};
use ldap3::SearchEntry;
use shared::{
    directories::EXTERNAL_ID_MAX,
    validation::{EMAIL_MAX, LINE_MAX, USER_NAME_MAX},
};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

/// The bit of `userAccountControl` that disables (MS-ADTS, 2.2.16).
const ACCOUNT_DISABLED: i64 = 2;
/// Since when somebody is locked whom an administrator has locked (draft-behera-ldap-password-policy, 5.3.3);
/// any other time is a lock of some minutes after wrong passwords.
const LOCKED_FOR_GOOD: &str = "000001010000Z";

/// What is read of everybody for his status and, failing better, his name.
const ALWAYS: [&str; 5] = ["userAccountControl", "nsAccountLock", "pwdAccountLockedTime", "displayName", "cn"];

/// An entry; names of attributes are in lower case.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) dn: String,
    values: HashMap<String, Vec<Vec<u8>>>,
}

impl From<SearchEntry> for Entry {
    fn from(entry: SearchEntry) -> Self {
        let texts = entry
            .attrs
            .into_iter()
            .map(|(name, values)| (name.to_ascii_lowercase(), values.into_iter().map(String::into_bytes).collect()));
        // Whether bytes are text tells the library nothing of what they mean: an id may happen to be.
        let bytes = entry.bin_attrs.into_iter().map(|(name, values)| (name.to_ascii_lowercase(), values));
        Self { dn: entry.dn, values: bytes.chain(texts).collect() }
    }
}

impl Entry {
    pub(super) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.values.get(&name.to_ascii_lowercase())?.first().map(Vec::as_slice)
    }

    /// The first value without blanks around it, if it says something; an error if it is no text.
    pub(super) fn text(&self, name: &str) -> Result<Option<&str>, String> {
        let Some(bytes) = self.bytes(name) else {
            return Ok(None);
        };
        let text = std::str::from_utf8(bytes).map_err(|_| format!("{name} is not valid UTF-8; write it anew"))?;
        let text = text.trim();
        if text.contains(char::is_control) {
            return Err(format!("{name} has a control character; write it anew"));
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// All values that are text.
    pub(super) fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        let values = self.values.get(&name.to_ascii_lowercase());
        values.into_iter().flatten().filter_map(|value| std::str::from_utf8(value).ok())
    }

    /// All values, taken out: a group may have as many as there are people. What is no text is there
    /// with marks in it, as a name that nobody has.
    pub(super) fn take(&mut self, name: &str) -> Vec<String> {
        let values = self.values.remove(&name.to_ascii_lowercase()).unwrap_or_default();
        let text = |bytes| String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into());
        values.into_iter().map(text).collect()
    }

    /// The names of its attributes.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    fn required(&self, name: &str) -> Result<&str, String> {
        self.text(name)?.ok_or_else(|| format!("has no {name}; fill it in"))
    }

    /// What never changes. Active Directory's is 16 bytes, shown as its own tools show it.
    pub(super) fn id(&self, directory: &Directory) -> Result<Box<str>, String> {
        let name = directory.id();
        if directory.kind == Kind::ActiveDirectory && name.eq_ignore_ascii_case("objectGUID") {
            let bytes = self.bytes(name).and_then(|bytes| <[u8; 16]>::try_from(bytes).ok());
            let bytes = bytes.ok_or_else(|| format!("has no {name}"))?;
            return Ok(Uuid::from_bytes_le(bytes).to_string().into());
        }
        let id = self.required(name)?;
        if id.chars().count() > EXTERNAL_ID_MAX {
            return Err(format!("has a {name} of more than {EXTERNAL_ID_MAX} characters"));
        }
        Ok(id.into())
    }

    fn is_active(&self) -> bool {
        let control = self.text("userAccountControl").ok().flatten().and_then(|text| text.parse::<i64>().ok());
        let says = |name: &str, value: &str| self.texts(name).any(|text| text.eq_ignore_ascii_case(value));
        control.is_none_or(|control| control & ACCOUNT_DISABLED == 0)
            && !says("nsAccountLock", "true")
            && !says("pwdAccountLockedTime", LOCKED_FOR_GOOD)
    }

    /// Given and family name; of somebody who has but one of the two or none, what stands before and
    /// after the last blank of his full name.
    fn names_of_person(&self, directory: &Directory) -> Result<(&str, &str), String> {
        let (given, family) = (self.text(directory.given_name())?, self.text(directory.family_name())?);
        if let (Some(given), Some(family)) = (given, family) {
            return Ok((given, family));
        }
        let full = match self.text("displayName")? {
            Some(name) => Some(name),
            None => self.text("cn")?,
        };
        let parts = full.and_then(|name| name.rsplit_once(' '));
        let (before, after) = parts.map_or((None, None), |(before, after)| (Some(before.trim()), Some(after)));
        let missing = |name: &str| format!("has no {name}; fill it in");
        Ok((
            given.or(before).ok_or_else(|| missing(directory.given_name()))?,
            family.or(after).ok_or_else(|| missing(directory.family_name()))?,
        ))
    }

    /// The person in this entry, in this team.
    pub(super) fn person(&self, directory: &Directory, team: &Arc<str>) -> Result<Person, Trouble> {
        let id = self.id(directory);
        let active = self.is_active();
        let trouble = |reason| Trouble { id: id.clone().ok(), active, who: self.dn.clone(), reason };
        let read = || {
            let (given_name, family_name) = self.names_of_person(directory)?;
            let (user_name, email) = (self.required(directory.user_name())?, self.required(directory.email())?);
            Ok(Person {
                id: id.clone()?,
                user_name: limited(directory.user_name(), user_name, USER_NAME_MAX)?.into(),
                given_name: limited(directory.given_name(), given_name, LINE_MAX)?.into(),
                family_name: limited(directory.family_name(), family_name, LINE_MAX)?.into(),
                email: limited(directory.email(), email, EMAIL_MAX)?.into(),
                active,
                team: team.clone(),
            })
        };
        read().map_err(trouble)
    }
}

/// A text that the edge takes: one that is longer would fail the request of everybody beside him.
fn limited<'a>(name: &str, text: &'a str, max: usize) -> Result<&'a str, String> {
    if text.chars().count() > max {
        return Err(format!("has a {name} of more than {max} characters; shorten it"));
    }
    Ok(text)
}

/// The attributes that make a person.
pub(super) fn attributes(directory: &Directory) -> Vec<&str> {
    let named =
        [directory.id(), directory.user_name(), directory.given_name(), directory.family_name(), directory.email()];
    named.into_iter().chain(ALWAYS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory(kind: &str) -> Directory {
        let text = format!(
            "kind = \"{kind}\"\nserver = \"ldaps://dc1\"\nbind_dn = \"cn=a\"\npassword_file = \"p\"\nbase = \"dc=x\""
        );
        toml::from_str(&text).unwrap()
    }

    fn entry(values: &[(&str, &[u8])]) -> Entry {
        let values = values.iter().map(|(name, value)| (name.to_ascii_lowercase(), vec![value.to_vec()]));
        Entry { dn: "CN=Anna".into(), values: values.collect() }
    }

    fn anna(more: &[(&str, &[u8])]) -> Entry {
        let usual: [(&str, &[u8]); 5] =
            [("entryUUID", b"1"), ("uid", b"anna"), ("givenName", b"Anna"), ("sn", b" Peeters "), ("mail", b"a@b.c")];
        entry(&[&usual, more].concat())
    }

    fn person(entry: &Entry) -> Result<Person, Trouble> {
        entry.person(&directory("ldap"), &"3".into())
    }

    #[test]
    fn a_guid_reads_as_active_directory_shows_it() {
        let bytes = [0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff];
        let id = entry(&[("objectGUID", &bytes)]).id(&directory("active_directory"));
        assert_eq!(&*id.unwrap(), "00112233-4455-6677-8899-aabbccddeeff");
        // Sixteen bytes that happen to be text are an id like any other.
        assert!(entry(&[("objectGUID", b"abcdefghijklmnop")]).id(&directory("active_directory")).is_ok());
        assert!(entry(&[("objectGUID", b"short")]).id(&directory("active_directory")).is_err());
    }

    #[test]
    fn who_is_disabled_in_the_directory_is_disabled() {
        assert!(person(&anna(&[])).unwrap().active);
        for (name, value, active) in [
            ("userAccountControl", &b"512"[..], true),
            ("userAccountControl", b"514", false),
            ("userAccountControl", b"66050", false),
            ("nsAccountLock", b"TRUE", false),
            ("pwdAccountLockedTime", b"000001010000Z", false),
            // After wrong passwords, for some minutes.
            ("pwdAccountLockedTime", b"20261121101500Z", true),
        ] {
            assert_eq!(person(&anna(&[(name, value)])).unwrap().active, active, "{name} {value:?}");
        }
    }

    #[test]
    fn what_is_missing_or_no_text_is_said_of_that_user() {
        for (name, value, word) in [
            ("mail", &b""[..], "mail"),
            ("uid", b" ", "uid"),
            ("sn", b"Peet\xffers", "UTF-8"),
            ("mail", b"\xff", "UTF-8"),
            ("sn", b"Pee\0ters", "control"),
        ] {
            let trouble = person(&anna(&[(name, value)])).unwrap_err();
            assert_eq!(trouble.id.as_deref(), Some("1"), "he stays as he is");
            assert!(trouble.reason.contains(word), "{}", trouble.reason);
        }
        let long = "a".repeat(EMAIL_MAX + 1);
        for (name, max) in [("mail", EMAIL_MAX), ("uid", USER_NAME_MAX), ("sn", LINE_MAX), ("givenName", LINE_MAX)] {
            assert!(person(&anna(&[(name, &long.as_bytes()[..max])])).is_ok(), "{name}");
            let trouble = person(&anna(&[(name, &long.as_bytes()[..=max])])).unwrap_err();
            assert!(trouble.reason.contains("shorten") && trouble.id.is_some(), "{}", trouble.reason);
        }
        let left = person(&anna(&[("mail", b""), ("nsAccountLock", b"TRUE")])).unwrap_err();
        assert_eq!((left.active, person(&anna(&[("mail", b"")])).unwrap_err().active), (false, true));
        for id in ["", &"1".repeat(EXTERNAL_ID_MAX + 1)] {
            assert_eq!(person(&anna(&[("entryUUID", id.as_bytes())])).unwrap_err().id, None);
        }
    }

    #[test]
    fn a_full_name_helps_out() {
        let named = person(&anna(&[("sn", b""), ("cn", b"Anna Maria Peeters")])).unwrap();
        assert_eq!((&*named.given_name, &*named.family_name), ("Anna", "Peeters"));
        assert!(person(&anna(&[("sn", b""), ("cn", b"Anna")])).is_err());
    }
}
