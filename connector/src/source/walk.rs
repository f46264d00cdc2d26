//! Members of groups where the server follows no nesting: groups are read one by one, each once,
//! so that a circle of groups ends by itself.

use super::{Entry, Error, Source, entry};
use crate::{
    config::{Config, Mapping},
    dn,
    people::{Person, Reading, Trouble},
};
use ldap3::Scope;
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// Somebody as he was read, and whether a group has named him.
type Candidate = (Result<Person, Trouble>, bool);

/// What may name members: `groupOfNames`, `groupOfUniqueNames` (RFC 4519).
const MEMBERS: [&str; 2] = ["member", "uniqueMember"];

/// Everybody below the base, by his distinguished name; in a team once a group has named him.
type Everybody = HashMap<Box<str>, Candidate>;

pub(super) fn read(
    source: &mut Source<'_>,
    config: &Config,
    progress: &mut dyn FnMut(usize),
) -> Result<Reading, Error> {
    let directory = source.directory;
    let nowhere: Arc<str> = "".into();
    let mut everybody = Everybody::new();
    let mut unnamed = Vec::new();
    let attributes = entry::attributes(directory);
    source.search(&directory.base, Scope::Subtree, directory.user_filter(), &attributes, &mut |entry| {
        let person = entry.person(directory, &nowhere);
        match dn::folded(&entry.dn) {
            Some(name) => {
                everybody.insert(name.into(), (person, false));
            }
            None => unnamed.push(entry.dn),
        }
        progress(everybody.len());
    })?;
    let mut reading = Reading::default();
    reading.notes.extend(unnamed.into_iter().map(|dn| format!("{dn} is no distinguished name; left out")));
    for mapping in &config.mappings {
        read_group(source, mapping, &mut everybody, &mut reading)?;
    }
    for (person, is_member) in everybody.into_values() {
        match person {
            Ok(person) if is_member => reading.people.push(person),
            Err(trouble) if is_member => reading.troubles.push(trouble),
            _ => {}
        }
    }
    Ok(reading)
}

/// Puts everybody of a group, and of the groups in it, into its team, unless he is in one already.
fn read_group(
    source: &mut Source<'_>,
    mapping: &Mapping,
    everybody: &mut Everybody,
    reading: &mut Reading,
) -> Result<(), Error> {
    let team: Arc<str> = mapping.group.as_str().into();
    let mut open = vec![mapping.source.clone()];
    let mut seen: BTreeSet<String> = dn::folded(&mapping.source).into_iter().collect();
    let mut is_first = true;
    while let Some(group) = open.pop() {
        let Some(members) = members(source, &group)? else {
            if is_first {
                return Err(Error::NoGroup(group));
            }
            reading.notes.push(format!("{group} is a member of a group and not in the directory; left out"));
            continue;
        };
        is_first = false;
        for member in members {
            let Some(name) = dn::folded(&member) else {
                reading.notes.push(format!("{member} is no distinguished name; left out"));
                continue;
            };
            if let Some((person, is_member)) = everybody.get_mut(name.as_str()) {
                if let (Ok(person), false) = (person, *is_member) {
                    person.team = team.clone();
                }
                *is_member = true;
            } else if seen.insert(name) {
                open.push(member);
            }
        }
    }
    Ok(())
}

/// The members of a group, in as many parts as the server makes of them; none of what is no group,
/// and nothing if there is no such entry.
fn members(source: &mut Source<'_>, group: &str) -> Result<Option<Vec<String>>, Error> {
    let Some(first) = source.entry(group, &MEMBERS)? else {
        return Ok(None);
    };
    let mut members = Vec::new();
    for attribute in MEMBERS {
        members.extend(first.texts(attribute).map(str::to_owned));
        let mut part = part_of(&first, attribute);
        while let Some((values, next)) = part {
            members.extend(values);
            let Some(at) = next else {
                break;
            };
            let read = source.entry(group, &[format!("{attribute};range={at}-*").as_str()])?;
            let read = read.as_ref().and_then(|entry| part_of(entry, attribute));
            // A server that does not go on would never come to an end.
            part = read.filter(|(_, next)| next.is_none_or(|next| next > at));
        }
    }
    Ok(Some(members))
}

/// The values of a part of an attribute, such as `member;range=0-1499` (MS-ADTS, 3.1.1.3.1.3.3),
/// and where the next one begins.
fn part_of(entry: &Entry, attribute: &str) -> Option<(Vec<String>, Option<usize>)> {
    let start = format!("{};range=", attribute.to_ascii_lowercase());
    let name = entry.names().find(|name| name.starts_with(&start))?;
    let (_, last) = name.strip_prefix(&start)?.split_once('-')?;
    let next = if last == "*" { None } else { Some(last.parse::<usize>().ok()?.checked_add(1)?) };
    Some((entry.texts(name).map(str::to_owned).collect(), next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ldap3::SearchEntry;

    #[test]
    fn a_part_says_where_the_next_begins() {
        let part = |name: &str| {
            let attrs = [(name.to_owned(), vec!["cn=a".to_owned()])].into();
            part_of(&SearchEntry { dn: "cn=g".into(), attrs, bin_attrs: HashMap::new() }.into(), "member")
        };
        let members = vec!["cn=a".to_owned()];
        assert_eq!(part("member;range=0-1499"), Some((members.clone(), Some(1500))));
        assert_eq!(part("member;Range=1500-*"), Some((members, None)));
        for other in ["member", "uniquemember;range=0-1", "member;range=0", "member;range=0-x"] {
            assert_eq!(part(other), None, "{other}");
        }
    }
}
