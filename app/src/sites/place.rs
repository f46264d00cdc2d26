//! Where something belongs: to the organization as a whole, or to a site.

use crate::{
    i18n::{Text, t},
    listing::Listing,
    scope::when_sites_known,
    session::current_session,
    widgets::{Select, SelectOption},
};
use leptos::prelude::*;
use shared::{Endpoint, authority::Target, ids::SiteId, sites::Site};

/// A choice among the places where one may call `E`; nothing stands for the whole organization. It
/// begins with the site that is chosen in the header, else with the first there is.
pub fn place_select<E: Endpoint>(name: &'static str, label: Text, value: RwSignal<String>) -> AnyView {
    let (session, chosen) = (current_session(), Listing::from_address().site());
    when_sites_known(move |sites: Signal<Vec<Site>>| {
        let may = move |site: Option<&SiteId>| session.may::<E>(&Target::of(site));
        let options = Signal::derive(move || sites.with(|sites| places(sites, may)));
        let chosen = chosen.clone().filter(|site| untrack(|| may(Some(site)))).map(|site| site.to_string());
        let first = options.with_untracked(|options| options.first().map(|option| option.value().to_owned()));
        value.set(chosen.or(first).unwrap_or_default());
        view! { <Select name label value options/> }.into_any()
    })
}

fn places(sites: &[Site], may: impl Fn(Option<&SiteId>) -> bool) -> Vec<SelectOption> {
    let whole = may(None).then(|| SelectOption::new("", t("scope-organization")));
    let open = sites.iter().filter(|site| may(Some(&site.id)));
    whole
        .into_iter()
        .chain(open.map(|site| SelectOption::new(site.id.to_string(), site.details.name.clone())))
        .collect()
}
