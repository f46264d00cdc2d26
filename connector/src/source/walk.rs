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

/// What may name members: `groupOfNames`, `groupOfUniqueNames` (RFC 4519).
const MEMBERS: [&str; 2] = ["member", "uniqueMember"];

/// Everybody below the base, and where each stands by his distinguished name. Whom no group has
/// named yet is in no team.
#[derive(Default)]
struct Everybody {
    people: Vec<Person>,
    troubles: Vec<(Trouble, Named)>,
    by_name: HashMap<Box<str>, Place>,
}

/// Where somebody stands.
#[derive(Clone, Copy)]
enum Place {
    People(usize),
    Troubles(usize),
}

/// Whether a group has named somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    No,
    Yes,
}

impl Everybody {
    fn add(&mut self, name: String, person: Result<Person, Trouble>) {
        let place = match person {
            Ok(person) => {
                self.people.push(person);
                Place::People(self.people.len() - 1)
            }
            Err(trouble) => {
                self.troubles.push((trouble, Named::No));
                Place::Troubles(self.troubles.len() - 1)
            }
        };
        self.by_name.insert(name.into(), place);
    }

    /// Puts somebody into a team, unless he is in one; says whether there is anybody of this name.
    fn join(&mut self, name: &str, team: &Arc<str>) -> bool {
        match self.by_name.get(name) {
            None => return false,
            Some(Place::People(at)) => {
                if let Some(person) = self.people.get_mut(*at).filter(|person| person.team.is_empty()) {
                    person.team = team.clone();
                }
            }
            Some(Place::Troubles(at)) => {
                if let Some((_, named)) = self.troubles.get_mut(*at) {
                    *named = Named::Yes;
                }
            }
        }
        true
    }
}

/// Members that lead nowhere, any of whom may be somebody, and what is said of them.
#[derive(Default)]
struct Hidden {
    entries: Vec<String>,
    notes: Vec<String>,
}

impl Hidden {
    fn nameless(&mut self, dn: String) {
        self.notes.push(format!("{dn} is no distinguished name; left out"));
        self.entries.push(dn);
    }

    fn missing(&mut self, dn: String) {
        self.notes.push(format!(
            "{dn} is a member of a group and not in the directory, or cannot be read; take it out of the group"
        ));
        self.entries.push(dn);
    }
}

pub(super) fn read(
    source: &mut Source<'_>,
    config: &Config,
    progress: &mut dyn FnMut(usize),
) -> Result<Reading, Error> {
    let directory = source.directory;
    let nowhere: Arc<str> = "".into();
    let (mut everybody, mut hidden) = (Everybody::default(), Hidden::default());
    let attributes = entry::attributes(directory);
    source.search(&directory.base, Scope::Subtree, directory.user_filter(), &attributes, &mut |entry| {
        match dn::folded(&entry.dn) {
            Some(name) => everybody.add(name, entry.person(directory, &nowhere)),
            None => hidden.nameless(entry.dn),
        }
        progress(everybody.by_name.len());
    })?;
    for mapping in &config.mappings {
        read_group(source, mapping, &mut everybody, &mut hidden)?;
    }
    let Hidden { entries: hidden, notes } = hidden;
    let Everybody { mut people, troubles, .. } = everybody;
    people.retain(|person| !person.team.is_empty());
    let troubles = troubles.into_iter().filter(|(_, named)| *named == Named::Yes).map(|(trouble, _)| trouble).collect();
    Ok(Reading { people, troubles, notes, hidden })
}

/// Puts everybody of a group, and of the groups in it, into its team.
fn read_group(
    source: &mut Source<'_>,
    mapping: &Mapping,
    everybody: &mut Everybody,
    hidden: &mut Hidden,
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
            hidden.missing(group);
            continue;
        };
        is_first = false;
        for member in members {
            let Some(name) = dn::folded(&member) else {
                hidden.nameless(member);
                continue;
            };
            if !everybody.join(&name, &team) && seen.insert(name) {
                open.push(member);
            }
        }
    }
    Ok(())
}

/// The members of a group, in as many parts as the server makes of them; none of what is no group,
/// and nothing if there is no such entry. That a part is missing is an error.
fn members(source: &mut Source<'_>, group: &str) -> Result<Option<Vec<String>>, Error> {
    let Some(mut first) = source.entry(group, &MEMBERS)? else {
        return Ok(None);
    };
    let mut members = Vec::new();
    for attribute in MEMBERS {
        members.extend(first.take(attribute));
        let has_parts = first.names().any(|name| is_part(name, attribute));
        let mut next = if has_parts { take_part(&mut first, attribute, 0, &mut members) } else { Some(None) };
        while let Some(at) = next.ok_or_else(|| Error::Parts(group.to_owned()))? {
            let read = source.entry(group, &[format!("{attribute};range={at}-*").as_str()])?;
            next = read.and_then(|mut entry| take_part(&mut entry, attribute, at, &mut members));
        }
    }
    Ok(Some(members))
}

fn is_part(name: &str, attribute: &str) -> bool {
    name.split_once(';').is_some_and(|(of, option)| of.eq_ignore_ascii_case(attribute) && option.starts_with("range="))
}

/// The values of a part of an attribute, such as `member;range=0-1499` (MS-ADTS, 3.1.1.3.1.3.3),
/// and where the next one begins, if there is one; nothing if it is not the part that begins here.
fn take_part(entry: &mut Entry, attribute: &str, at: usize, members: &mut Vec<String>) -> Option<Option<usize>> {
    let name = entry.names().find(|name| is_part(name, attribute))?.to_owned();
    let (first, last) = name.split_once('=')?.1.split_once('-')?;
    if first.parse() != Ok(at) {
        return None;
    }
    let next = match last {
        "*" => None,
        // A server that does not go on would never come to an end.
        last => Some(last.parse::<usize>().ok().filter(|last| *last >= at)?.checked_add(1)?),
    };
    members.extend(entry.take(&name));
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ldap3::SearchEntry;

    #[test]
    fn a_part_says_where_the_next_begins() {
        let part = |name: &str, at| {
            let attrs = [(name.to_owned(), vec!["cn=a".to_owned()])].into();
            let mut entry = SearchEntry { dn: "cn=g".into(), attrs, bin_attrs: HashMap::new() }.into();
            let mut members = Vec::new();
            take_part(&mut entry, "member", at, &mut members).map(|next| (members, next))
        };
        let members = vec!["cn=a".to_owned()];
        assert_eq!(part("member;range=0-1499", 0), Some((members.clone(), Some(1500))));
        assert_eq!(part("member;Range=1500-*", 1500), Some((members, None)));
        for other in ["member", "uniquemember;range=0-1", "member;range=0", "member;range=0-x", "member;range=x-*"] {
            assert_eq!(part(other, 0), None, "{other}");
        }
        // Another part than was asked for, and one that does not go on.
        for other in ["member;range=0-*", "member;range=0-1499", "member;range=3000-*", "member;range=1500-1499"] {
            assert_eq!(part(other, 1500), None, "{other}");
        }
    }
}
