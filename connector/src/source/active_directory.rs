//! Members of groups of Active Directory: the server itself follows nested groups, by the matching
//! rule in chain (MS-ADTS, 3.1.1.3.4.4.3), circles included.

use super::{Error, Source, entry};
use crate::{
    config::Config,
    people::{Person, Reading},
};
use ldap3::{Scope, ldap_escape};
use std::{collections::BTreeSet, sync::Arc};

pub(super) fn read(
    source: &mut Source<'_>,
    config: &Config,
    progress: &mut dyn FnMut(usize),
) -> Result<Reading, Error> {
    let directory = source.directory;
    let mut reading = Reading::default();
    let mut seen: BTreeSet<Box<str>> = BTreeSet::new();
    for mapping in &config.mappings {
        let group = source.entry(&mapping.source, &["objectSid"])?;
        let group = group.ok_or_else(|| Error::NoGroup(mapping.source.clone()))?;
        let filter = filter(directory.user_filter(), &group.dn, group.bytes("objectSid"));
        let team: Arc<str> = mapping.group.as_str().into();
        // Who is in several groups belongs to the first; one search never gives anybody twice.
        let mut of_group: Vec<Box<str>> = Vec::new();
        source.search(&directory.base, Scope::Subtree, &filter, &entry::attributes(directory), &mut |entry| {
            match entry.person(directory, &team) {
                Ok(person) => take(person, &seen, &mut of_group, &mut reading),
                Err(trouble) => reading.troubles.push(trouble),
            }
            progress(reading.people.len());
        })?;
        seen.extend(of_group);
    }
    // Whoever is in trouble is so in each of his groups.
    reading.troubles.sort_by(|one, other| one.who.cmp(&other.who));
    reading.troubles.dedup();
    Ok(reading)
}

fn take(person: Person, seen: &BTreeSet<Box<str>>, of_group: &mut Vec<Box<str>>, reading: &mut Reading) {
    if !seen.contains(&person.id) {
        of_group.push(person.id.clone());
        reading.people.push(person);
    }
}

/// Who is in a group, at whatever depth, or has it as his primary group, which no `member` names.
fn filter(users: &str, group: &str, sid: Option<&[u8]>) -> String {
    let chain = format!("(memberOf:1.2.840.113556.1.4.1941:={})", ldap_escape(group));
    let relative = sid.and_then(|sid| sid.last_chunk::<4>()).map(|bytes| u32::from_le_bytes(*bytes));
    match relative {
        Some(id) => format!("(&{users}(|{chain}(primaryGroupID={id})))"),
        None => format!("(&{users}{chain})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn a_filter_holds_the_name_and_nothing_else(name in "[()*&|!=\\\\\0 a-cé]{0,12}") {
            let filter = filter("(a=b)", &name, None);
            let escaped = filter
                .strip_prefix("(&(a=b)(memberOf:1.2.840.113556.1.4.1941:=")
                .and_then(|rest| rest.strip_suffix("))"))
                .unwrap();
            prop_assert!(!escaped.contains(['(', ')', '*', '\0']));
            let read = ldap3::ldap_unescape(escaped).unwrap();
            prop_assert_eq!(read.as_ref(), name.as_str());
        }
    }

    #[test]
    fn a_hostile_name_stays_within_its_filter() {
        let hostile = r"CN=Sales)(objectClass=*\2c (West),DC=x";
        let filter = filter("(a=b)", hostile, None);
        assert_eq!(
            filter,
            r"(&(a=b)(memberOf:1.2.840.113556.1.4.1941:=CN=Sales\29\28objectClass=\2a\5c2c \28West\29,DC=x))"
        );
        assert!(ldap3::parse_filter(&filter).is_ok());
    }

    #[test]
    fn the_primary_group_counts() {
        let sid = [1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 2, 0, 0];
        assert!(filter("(a=b)", "CN=x", Some(&sid)).ends_with("(primaryGroupID=513)))"));
    }
}
