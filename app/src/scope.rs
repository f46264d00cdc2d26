//! Where authority reaches, in words.

use crate::{
    api::{Query, query},
    i18n::say,
    session::current_session,
};
use shared::{
    authority::{Scope, Target},
    sites::{Site, api::List},
};

/// The sites that one may see, by which scopes are named.
pub fn known_sites() -> Query<Vec<Site>> {
    let session = current_session();
    let org = session.org();
    query(move || session.may::<List>(&Target::Anywhere).then(|| List { org: org.clone() }))
}

/// Where a grant reaches: the organization, or the names of the sites, or how many groups. Sites
/// that one may not see by name are counted.
pub fn scope_in_words(scope: &Scope, known: &[Site]) -> String {
    let ids = match scope {
        Scope::Organization => return say("scope-organization", &[]),
        Scope::Groups { groups } => return say("scope-groups", &[("count", groups.len().into())]),
        Scope::Sites { sites } => sites,
    };
    let is_meant = |site: &&Site| ids.contains(&site.id);
    let names: Vec<&str> = known.iter().filter(is_meant).map(|site| site.details.name.as_str()).collect();
    if names.len() < ids.len() {
        return say("scope-sites", &[("count", ids.len().into())]);
    }
    names.join(", ")
}
