//! What an administrator may do and where, as boxes to tick.

use super::{
    giving::Giving,
    grants::{Grants, Ticked, by_scope},
};
use crate::{
    i18n::t,
    roles::{role_help, role_label},
    scope::scope_in_words,
    widgets::{Alert, AlertKind, Checkbox, CheckboxGroup, Choice, Definition, Definitions},
};
use leptos::prelude::*;
use shared::{
    FieldError,
    authority::Scope,
    ids::{Id, RoleId},
    roles::{Role, RoleKind},
    sites::Site,
};
use std::{collections::BTreeSet, str::FromStr};

type Boxes = RwSignal<BTreeSet<String>>;

/// What is ticked so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct AuthorityDraft {
    roles: Boxes,
    everywhere: RwSignal<bool>,
    sites: Boxes,
    /// Grants that boxes cannot show: they stay as they are.
    kept: RwSignal<Option<Grants>>,
}

impl AuthorityDraft {
    pub(super) fn new() -> Self {
        Self {
            roles: RwSignal::default(),
            everywhere: RwSignal::default(),
            sites: RwSignal::default(),
            kept: RwSignal::default(),
        }
    }

    /// The grants as ticked. Followed.
    pub(super) fn grants(self) -> Grants {
        self.kept.get().unwrap_or_else(|| self.ticked().grants())
    }

    /// Starts again as these grants.
    pub(super) fn fill(self, grants: &Grants) {
        let ticked = Ticked::of(grants);
        self.kept.set(ticked.is_none().then(|| grants.clone()));
        let ticked = ticked.unwrap_or_default();
        self.roles.set(texts(&ticked.roles));
        self.everywhere.set(ticked.everywhere);
        self.sites.set(texts(&ticked.sites));
    }

    /// What is missing, said at the boxes where it is to be ticked.
    pub(super) fn errors(self) -> Vec<FieldError> {
        let ticked = self.ticked();
        let is_nowhere = ticked.scope().places().is_empty();
        let errors = [
            is_nowhere.then(|| FieldError::new("sites", "scope_required")),
            ticked.roles.is_empty().then(|| FieldError::new("grants", "choose_one")),
        ];
        if self.kept.with(Option::is_some) { Vec::new() } else { errors.into_iter().flatten().collect() }
    }

    fn ticked(self) -> Ticked {
        Ticked { roles: self.roles.with(ids), everywhere: self.everywhere.get(), sites: self.sites.with(ids) }
    }
}

fn ids<Of>(texts: &BTreeSet<String>) -> BTreeSet<Id<Of>> {
    texts.iter().filter_map(|text| Id::from_str(text).ok()).collect()
}

fn texts<Of>(ids: &BTreeSet<Id<Of>>) -> BTreeSet<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// Where: the whole organization, or some sites.
#[component]
pub(super) fn SiteBoxes(draft: AuthorityDraft, giving: Giving, sites: Signal<Vec<Site>>) -> impl IntoView {
    let everywhere = Signal::derive(move || draft.everywhere.get());
    let change = move |ticked| draft.everywhere.set(ticked);
    let obstacle = Signal::derive(move || giving.place_obstacle(&Scope::Organization));
    let choices =
        Signal::derive(move || sites.get().into_iter().map(|site| site_choice(site, giving)).collect::<Vec<_>>());
    let list = move || {
        (!everywhere.get()).then(|| {
            view! { <CheckboxGroup name="sites" label=t("administrator-sites-only") choices ticked=draft.sites required=true/> }
        })
    };
    view! {
        <Checkbox label=t("scope-organization") checked=everywhere on_change=change hint=t("scope-organization-why") obstacle/>
        {list}
    }
}

fn site_choice(site: Site, giving: Giving) -> Choice {
    let scope = Scope::Sites { sites: [site.id.clone()].into() };
    let obstacle = Signal::derive(move || giving.place_obstacle(&scope));
    Choice::new(site.id.to_string(), site.details.name).obstacle(obstacle)
}

/// What: roles, each with what it lets one do.
#[component]
pub(super) fn RoleBoxes(draft: AuthorityDraft, giving: Giving, roles: Signal<Vec<Role>>) -> impl IntoView {
    let choices = Signal::derive(move || {
        let mut roles = roles.get();
        // What everybody starts with and what most are given come first, the rare last.
        roles.sort_by_key(|role| order_of(role.kind));
        roles.into_iter().map(|role| role_choice(role, draft, giving)).collect::<Vec<_>>()
    });
    view! {
        <CheckboxGroup
            name="grants"
            label=t("administrator-functions-what")
            choices
            ticked=draft.roles
            required=true
            hint=t("administrator-functions-why")
        />
    }
}

const fn order_of(kind: RoleKind) -> u8 {
    match kind {
        RoleKind::SystemDefault => 0,
        RoleKind::Function => 1,
        RoleKind::Feature => 2,
        RoleKind::Custom => 3,
        RoleKind::Owner => 4,
    }
}

fn role_choice(role: Role, draft: AuthorityDraft, giving: Giving) -> Choice {
    let (id, named, help) = (role.id.to_string(), role.clone(), role.clone());
    let label = Signal::derive(move || role_label(&named));
    let hint = Signal::derive(move || role_help(&help));
    let key = id.clone();
    let obstacle = Signal::derive(move || {
        // What is ticked can always be unticked.
        let is_ticked = draft.roles.with(|roles| roles.contains(&key));
        if is_ticked { None } else { giving.role_obstacle(&role, &draft.ticked().scope()) }
    });
    Choice::new(id, label).hint(hint).obstacle(obstacle)
}

/// The boxes where they can show what is held and may be ticked; otherwise a list by scope.
#[component]
pub(super) fn BoxesOrList(
    draft: AuthorityDraft,
    giving: Giving,
    roles: Signal<Vec<Role>>,
    sites: Signal<Vec<Site>>,
    children: ChildrenFn,
) -> impl IntoView {
    let is_mixed = Memo::new(move |_| draft.kept.with(Option::is_some));
    let is_locked = Memo::new(move |_| giving.is_locked());
    let list = move || {
        let line = |(scope, held)| line(scope, held, roles, sites);
        let lines = by_scope(&draft.grants()).into_iter().map(line).collect_view();
        view! { <Definitions>{lines}</Definitions> }
    };
    let mixed =
        move || is_mixed.get().then(|| view! { <Alert kind=AlertKind::Info>{t("administrator-mixed")}</Alert> });
    move || match is_mixed.get() || is_locked.get() {
        true => view! { {mixed}{list} }.into_any(),
        false => children().into_any(),
    }
}

fn line(scope: Scope, held: BTreeSet<RoleId>, roles: Signal<Vec<Role>>, sites: Signal<Vec<Site>>) -> AnyView {
    let place = Signal::derive(move || sites.with(|sites| scope_in_words(&scope, sites)));
    let names = move || roles.with(|roles| names_of(&held, roles));
    view! { <Definition term=place>{names}</Definition> }.into_any()
}

fn names_of(held: &BTreeSet<RoleId>, roles: &[Role]) -> String {
    let is_held = |role: &&Role| held.contains(&role.id);
    roles.iter().filter(is_held).map(role_label).collect::<Vec<_>>().join(", ")
}
