//! Where authority reaches, in words.

use crate::{
    api::{Query, query},
    i18n::say,
    session::{CurrentSession, current_session},
    widgets::{SkeletonKind, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::{Scope, Target},
    ids::{GroupId, SiteId},
    sites::{Site, SiteDetails, api::List},
    users::Address,
};
use std::collections::{BTreeMap, BTreeSet};

mod reach;

pub use reach::{ReachDraft, ReachFields, known_site_choices, site_choices};

/// The sites that one may see, by which scopes are named.
pub fn known_sites() -> Query<Vec<Site>> {
    let session = current_session();
    let org = session.org();
    query(move || session.may::<List>(&Target::Anywhere).then(|| List { org: org.clone() }))
}

/// Shows a form that needs the sites once they are known. Somebody who may not see any can still
/// act at those where his own grants are: he gets these, unnamed.
pub fn when_sites_known(ready: impl Fn(Signal<Vec<Site>>) -> AnyView + Send + Sync + 'static) -> AnyView {
    let (session, sites) = (current_session(), known_sites());
    let sees_any = Memo::new(move |_| session.may::<List>(&Target::Anywhere));
    let ready = StoredValue::new(ready);
    let form = move |sites| ready.with_value(|ready| ready(sites));
    let content = move || match sees_any.get() {
        true => when_ready(sites, SkeletonKind::Form, form),
        false => form(Signal::derive(move || own_sites(session))),
    };
    view! { {content} }.into_any()
}

/// The sites that one's own grants name.
fn own_sites(session: CurrentSession) -> Vec<Site> {
    let own: BTreeSet<SiteId> = session
        .signal()
        .with(|session| session.access.grants.iter().flat_map(|grant| sites_of(&grant.scope)).collect());
    own.into_iter().map(unnamed).collect()
}

fn sites_of(scope: &Scope) -> BTreeSet<SiteId> {
    match scope {
        Scope::Organization | Scope::Groups { .. } => BTreeSet::new(),
        Scope::Sites { sites } => sites.clone(),
    }
}

fn unnamed(id: SiteId) -> Site {
    let details = SiteDetails { name: unnamed_site(&id), address: Address::default() };
    Site { id, version: 0, details, users: 0 }
}

/// A site's name. One that may not be seen stays unnamed.
pub fn site_name(site: Option<&SiteId>, known: &[Site]) -> String {
    let found = known.iter().find(|known| Some(&known.id) == site);
    found.map(|site| site.details.name.clone()).unwrap_or_default()
}

/// A site that one may not see, in words: the end of its id tells it from others.
pub fn unnamed_site(id: &SiteId) -> String {
    let id = id.as_str();
    say("site-unnamed", &[("id", id.get(id.len().saturating_sub(6)..).unwrap_or(id).into())])
}

/// Where a grant reaches: the organization, or the names of the sites, or how many groups. Sites
/// that one may not see by name are counted.
pub fn scope_in_words(scope: &Scope, known: &[Site]) -> String {
    scope_named(scope, known, &BTreeMap::new())
}

/// To what something belongs: a site, or else the whole organization.
pub fn site_in_words(site: Option<&SiteId>, known: &[Site]) -> String {
    let scope = site.map_or(Scope::Organization, |site| Scope::Sites { sites: [site.clone()].into() });
    scope_in_words(&scope, known)
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
