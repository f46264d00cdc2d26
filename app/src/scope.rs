//! Where authority reaches, in words.

use crate::{
    api::{Query, query},
    i18n::say,
    session::current_session,
};
use shared::{
    authority::{Scope, Target},
    ids::GroupId,
    sites::{Site, api::List},
};
use std::collections::BTreeMap;

/// The sites that one may see, by which scopes are named.
pub fn known_sites() -> Query<Vec<Site>> {
    let session = current_session();
    let org = session.org();
    query(move || session.may::<List>(&Target::Anywhere).then(|| List { org: org.clone() }))
}

/// Where a grant reaches: the organization, or the names of the sites, or how many groups. Sites
/// that one may not see by name are counted.
pub fn scope_in_words(scope: &Scope, known: &[Site]) -> String {
    scope_named(scope, known, &BTreeMap::new())
}

/// The same with the names of groups. Groups that one may not see by name are counted.
pub fn scope_named(scope: &Scope, known: &[Site], groups: &BTreeMap<GroupId, String>) -> String {
    match scope {
        Scope::Organization => say("scope-organization", &[]),
        Scope::Groups { groups: ids } => {
            let names: Vec<&str> = ids.iter().filter_map(|id| groups.get(id)).map(String::as_str).collect();
            match names.len() {
                known if known > 0 && known == ids.len() => {
                    say("scope-groups-named", &[("groups", names.join(", ").into()), ("count", known.into())])
                }
                _ => say("scope-groups", &[("count", ids.len().into())]),
            }
        }
        Scope::Sites { sites: ids } => {
            let is_meant = |site: &&Site| ids.contains(&site.id);
            let names: Vec<&str> = known.iter().filter(is_meant).map(|site| site.details.name.as_str()).collect();
            match names.len() {
                known if known == ids.len() => names.join(", "),
                _ => say("scope-sites", &[("count", ids.len().into())]),
            }
        }
    }
}
