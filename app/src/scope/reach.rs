//! Choosing where something reaches: the organization, some sites, or a group.

use crate::{
    groups::{GroupPicker, picked_group},
    i18n::t,
    widgets::{CheckboxGroup, Choice, Pick, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{authority::Scope, ids::GroupId};
use std::collections::BTreeSet;

/// The kinds of reach, as the choice is called in the form.
const ORGANIZATION: &str = "organization";
const SITES: &str = "sites";
const GROUP: &str = "group";

/// Where something is to reach, as chosen so far.
#[derive(Clone, Copy)]
pub struct ReachDraft {
    kind: RwSignal<String>,
    sites: RwSignal<BTreeSet<String>>,
    group: RwSignal<Option<Pick>>,
}

impl ReachDraft {
    /// Nothing is chosen yet but the kind: everywhere, or some sites.
    pub fn new(everywhere: bool) -> Self {
        let kind = if everywhere { ORGANIZATION } else { SITES };
        Self { kind: RwSignal::new(kind.to_owned()), sites: RwSignal::default(), group: RwSignal::default() }
    }

    /// What is chosen. Followed.
    pub fn scope(self) -> Scope {
        match self.kind.get().as_str() {
            ORGANIZATION => Scope::Organization,
            GROUP => Scope::Groups { groups: self.group().into_iter().collect() },
            _ => {
                Scope::Sites { sites: self.sites.with(|sites| sites.iter().filter_map(|it| it.parse().ok()).collect()) }
            }
        }
    }

    /// The group that is chosen, if it is a group. Followed.
    pub fn group(self) -> Option<GroupId> {
        self.kind.with(|kind| kind == GROUP).then(|| picked_group(self.group)).flatten()
    }
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
    let parts = [SelectOption::new(SITES, t("grant-reach-sites")), SelectOption::new(GROUP, t("grant-reach-group"))];
    let options: Vec<_> = whole.into_iter().chain(parts).collect();
    let chosen = Memo::new(move |_| draft.kind.get());
    let detail = move || match chosen.get().as_str() {
        SITES => {
            view! { <CheckboxGroup name label=t("sites") choices=sites ticked=draft.sites required=true/> }.into_any()
        }
        GROUP => view! {
            <GroupPicker name label=t("group") picked=draft.group required=true hint=t("grant-reach-group-why")/>
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! { <Select name="" label=t("administrators-scope") value=draft.kind options/>{detail} }
}
