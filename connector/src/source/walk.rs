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

pub(super) fn read(
    source: &mut Source<'_>,
    config: &Config,
    progress: &mut dyn FnMut(usize),
) -> Result<Reading, Error> {
    let directory = source.directory;
    let nowhere: Arc<str> = "".into();
    let (mut everybody, mut unnamed) = (Everybody::default(), Vec::new());
    let attributes = entry::attributes(directory);
    source.search(&directory.base, Scope::Subtree, directory.user_filter(), &attributes, &mut |entry| {
        match dn::folded(&entry.dn) {
            Some(name) => everybody.add(name, entry.person(directory, &nowhere)),
            None => unnamed.push(entry.dn),
        }
        progress(everybody.by_name.len());
    })?;
    let mut notes: Vec<String> =
        unnamed.into_iter().map(|dn| format!("{dn} is no distinguished name; left out")).collect();
    for mapping in &config.mappings {
        read_group(source, mapping, &mut everybody, &mut notes)?;
    }
    let Everybody { mut people, troubles, .. } = everybody;
    people.retain(|person| !person.team.is_empty());
    let troubles = troubles.into_iter().filter(|(_, named)| *named == Named::Yes).map(|(trouble, _)| trouble).collect();
    Ok(Reading { people, troubles, notes })
}

/// Puts everybody of a group, and of the groups in it, into its team.
fn read_group(
    source: &mut Source<'_>,
    mapping: &Mapping,
    everybody: &mut Everybody,
    notes: &mut Vec<String>,
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
            notes.push(format!("{group} is a member of a group and not in the directory; left out"));
            continue;
        };
        is_first = false;
        for member in members {
            let Some(name) = dn::folded(&member) else {
                notes.push(format!("{member} is no distinguished name; left out"));
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
/// and nothing if there is no such entry.
fn members(source: &mut Source<'_>, group: &str) -> Result<Option<Vec<String>>, Error> {
    let Some(mut first) = source.entry(group, &MEMBERS)? else {
        return Ok(None);
    };
    let mut members = Vec::new();
    for attribute in MEMBERS {
        members.extend(first.take(attribute));
        let mut part = part_of(&mut first, attribute);
        while let Some((values, next)) = part {
            members.extend(values);
            let Some(at) = next else {
                break;
            };
            let read = source.entry(group, &[format!("{attribute};range={at}-*").as_str()])?;
            let read = read.and_then(|mut entry| part_of(&mut entry, attribute));
            // A server that does not go on would never come to an end.
            part = read.filter(|(_, next)| next.is_none_or(|next| next > at));
        }
    }
    Ok(Some(members))
}

/// The values of a part of an attribute, such as `member;range=0-1499` (MS-ADTS, 3.1.1.3.1.3.3),
/// and where the next one begins.
fn part_of(entry: &mut Entry, attribute: &str) -> Option<(Vec<String>, Option<usize>)> {
    let start = format!("{};range=", attribute.to_ascii_lowercase());
    let name = entry.names().find(|name| name.starts_with(&start))?.to_owned();
    let (_, last) = name.strip_prefix(&start)?.split_once('-')?;
    let next = if last == "*" { None } else { Some(last.parse::<usize>().ok()?.checked_add(1)?) };
    Some((entry.take(&name), next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ldap3::SearchEntry;

    #[test]
    fn a_part_says_where_the_next_begins() {
        let part = |name: &str| {
            let attrs = [(name.to_owned(), vec!["cn=a".to_owned()])].into();
            part_of(&mut SearchEntry { dn: "cn=g".into(), attrs, bin_attrs: HashMap::new() }.into(), "member")
        };
        let members = vec!["cn=a".to_owned()];
        assert_eq!(part("member;range=0-1499"), Some((members.clone(), Some(1500))));
        assert_eq!(part("member;Range=1500-*"), Some((members, None)));
        for other in ["member", "uniquemember;range=0-1", "member;range=0", "member;range=0-x"] {
            assert_eq!(part(other), None, "{other}");
        }
    }
}
