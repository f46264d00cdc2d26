//! Choosing where something reaches: the organization, some sites, or some groups.

use super::known_sites;
use crate::{
    groups::GroupsPicker,
    i18n::t,
    session::current_session,
    widgets::{CheckboxGroup, Choice, Pick, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    Endpoint,
    authority::{Scope, Target},
    ids::GroupId,
    previews::api::REACHED_MAX,
    sites::Site,
};
use std::collections::BTreeSet;

/// The kinds of reach, as the choice is called in the form.
const ORGANIZATION: &str = "organization";
const SITES: &str = "sites";
const GROUPS: &str = "groups";

/// Where something is to reach, as chosen so far.
#[derive(Clone, Copy)]
pub struct ReachDraft {
    kind: RwSignal<String>,
    sites: RwSignal<BTreeSet<String>>,
    groups: RwSignal<Vec<Pick>>,
}

impl ReachDraft {
    /// Nothing is chosen yet but the kind: everywhere, or some sites.
    pub fn new(everywhere: bool) -> Self {
        let kind = if everywhere { ORGANIZATION } else { SITES };
        Self { kind: RwSignal::new(kind.to_owned()), sites: RwSignal::default(), groups: RwSignal::default() }
    }

    /// Where there is but one site, that is where (EBE-8).
    pub fn choose_the_only_site(self) {
        let sites = known_sites();
        Effect::new(move |_| {
            if let Some([only]) = sites.answer().as_deref() {
                self.sites.set([only.id.to_string()].into());
                self.kind.set(SITES.to_owned());
            }
        });
    }

    /// What is chosen. Followed.
    pub fn scope(self) -> Scope {
        match self.kind.get().as_str() {
            ORGANIZATION => Scope::Organization,
            GROUPS => Scope::Groups { groups: self.groups() },
            _ => {
                Scope::Sites { sites: self.sites.with(|sites| sites.iter().filter_map(|it| it.parse().ok()).collect()) }
            }
        }
    }

    /// The groups that are chosen, if it is groups. Followed.
    pub fn groups(self) -> BTreeSet<GroupId> {
        let picked = || self.groups.with(|picks| picks.iter().filter_map(|pick| pick.value.parse().ok()).collect());
        if self.kind.with(|kind| kind == GROUPS) { picked() } else { BTreeSet::new() }
    }
}

/// The sites that one may see, to tick, each with what keeps one from calling the endpoint there.
pub fn known_site_choices<E: Endpoint>() -> Signal<Vec<Choice>> {
    let sites = known_sites();
    site_choices::<E>(move || sites.answer().unwrap_or_default())
}

/// The same with sites that are known.
pub fn site_choices<E: Endpoint>(sites: impl Fn() -> Vec<Site> + Send + Sync + 'static) -> Signal<Vec<Choice>> {
    let session = current_session();
    let choice = move |site: Site| {
        let obstacle = session.obstacle::<E>(Target::Site(site.id.clone()));
        Choice::new(site.id.to_string(), site.details.name).obstacle(obstacle)
    };
    Signal::derive(move || sites().into_iter().map(choice).collect())
}

/// One choice, and what belongs to it.
#[component]
pub fn ReachFields(
    draft: ReachDraft,
    /// The field of the form's request.
    name: &'static str,
    /// The sites that there are to tick.
    #[prop(into)]
    sites: Signal<Vec<Choice>>,
    /// Whether the whole organization is among the choices.
    #[prop(default = true)]
    everywhere: bool,
) -> impl IntoView {
    let whole = everywhere.then(|| SelectOption::new(ORGANIZATION, t("scope-organization")));
    let parts = [SelectOption::new(SITES, t("grant-reach-sites")), SelectOption::new(GROUPS, t("grant-reach-groups"))];
    let options: Vec<_> = whole.into_iter().chain(parts).collect();
    let chosen = Memo::new(move |_| draft.kind.get());
    let detail = move || match chosen.get().as_str() {
        SITES => {
            view! { <CheckboxGroup name label=t("sites") choices=sites ticked=draft.sites required=true/> }.into_any()
        }
        GROUPS => view! {
            <GroupsPicker name label=t("groups") picked=draft.groups most=REACHED_MAX hint=t("grant-reach-groups-why")/>
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! { <Select name="" label=t("administrators-scope") value=draft.kind options/>{detail} }
}
