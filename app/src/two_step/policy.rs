//! Of whom the organization requires two-step verification (RSC-12).

use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    groups::{GroupsPicker, group_name},
    i18n::{say, t, t_of},
    roles::{role_help, role_label, role_name},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Alert, ButtonKind, CheckboxGroup, Choice, ConfirmDialog, Definition, Definitions, Form, FormSection, Pick,
        Select, SelectOption, SkeletonKind, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Target,
    ids::RoleId,
    roles::{self, Role},
    session::Session,
    two_step::{
        POLICY_MAX, TwoStep, TwoStepPolicy, TwoStepRequirement,
        api::{UpdatePolicy, View, ViewPolicy},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Of whom, in one word: as the choice is called in the form.
const NOBODY: &str = "nobody";
const EVERYBODY: &str = "everybody";
const SOME: &str = "some";

/// Shows it, to be changed by whoever may.
#[component]
pub fn TwoStepPolicyForm() -> impl IntoView {
    let session = current_session();
    let (org, org_of_own) = (session.org(), session.org());
    let read = query(move || Some(ViewPolicy { org: org.clone() }));
    let own = query(move || Some(View { org: org_of_own.clone() }));
    when_ready(read, SkeletonKind::Form, move |required| {
        when_ready(own, SkeletonKind::Form, move |own| {
            match untrack(|| session.may::<UpdatePolicy>(&Target::Organization)) {
                true => view! { <PolicyForm session required own/> }.into_any(),
                false => view! { <Shown required/> }.into_any(),
            }
        })
    })
}

/// What is chosen: groups and their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Chosen {
    whom: String,
    roles: BTreeSet<String>,
    groups: BTreeMap<String, String>,
}

impl Chosen {
    fn of(requirement: &TwoStepRequirement) -> Self {
        let TwoStepRequirement { policy, groups, .. } = requirement;
        // A group that one may not see stays chosen.
        let name = |id| groups.get(id).map_or_else(|| say("audit-unseen", &[]), |name| group_name(name));
        let named = policy.groups.iter().map(|id| (id.to_string(), name(id)));
        Self {
            whom: whom(policy).to_owned(),
            roles: policy.roles.iter().map(RoleId::to_string).collect(),
            groups: named.collect(),
        }
    }

    /// The policy, if it is about anybody who is not named otherwise.
    fn policy(self) -> Result<TwoStepPolicy, Problem> {
        let Self { whom, roles, groups } = self;
        let policy = match whom.as_str() {
            EVERYBODY => TwoStepPolicy { everyone: true, ..TwoStepPolicy::default() },
            SOME => TwoStepPolicy {
                everyone: false,
                roles: roles.iter().filter_map(|role| role.parse().ok()).collect(),
                groups: groups.keys().filter_map(|group| group.parse().ok()).collect(),
            },
            _ => return Ok(TwoStepPolicy::default()),
        };
        let is_open = policy.is_empty().then(|| FieldError::new("policy.roles", "choose_one"));
        is_open.map_or(Ok(policy), |error| Err(Problem::invalid(vec![error])))
    }
}

fn whom(policy: &TwoStepPolicy) -> &'static str {
    match policy {
        TwoStepPolicy { everyone: true, .. } => EVERYBODY,
        policy if policy.is_empty() => NOBODY,
        _ => SOME,
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct PolicyDraft {
    whom: RwSignal<String>,
    roles: RwSignal<BTreeSet<String>>,
    groups: RwSignal<Vec<Pick>>,
}

impl Draft for PolicyDraft {
    type Value = Chosen;

    fn value(self) -> Chosen {
        let groups = self.groups.get().into_iter().map(|pick| (pick.value, pick.label));
        Chosen { whom: self.whom.get(), roles: self.roles.get(), groups: groups.collect() }
    }

    fn fill(self, chosen: &Chosen) {
        let Chosen { whom, roles, groups } = chosen.clone();
        let pick = |(value, label)| Pick { value, label, note: String::new() };
        self.whom.set(whom);
        self.roles.set(roles);
        self.groups.set(groups.into_iter().map(pick).collect());
    }
}

#[component]
fn PolicyForm(session: CurrentSession, required: Signal<TwoStepRequirement>, own: Signal<TwoStep>) -> impl IntoView {
    let (mutation, draft, asking) = (Mutation::new(), PolicyDraft::default(), RwSignal::new(false));
    let editing = Editing::new(required, draft, Chosen::of);
    let save = move |policy: TwoStepPolicy| {
        let version = editing.record().with_untracked(|required| required.version);
        mutation.submit(UpdatePolicy { org: session.org(), version, policy }, move |required| {
            toasts::success(t("changes-saved"));
            editing.saved(required);
        });
    };
    let submit = move |()| match untrack(|| draft.value()).policy() {
        Ok(policy) => {
            let has_not = own.with_untracked(|own| own.since.is_none());
            let concerns_oneself = session.signal().with_untracked(|session| concerns(&policy, session));
            if has_not && concerns_oneself { asking.set(true) } else { save(policy) }
        }
        Err(problem) => mutation.refuse(problem),
    };
    let confirm = move |()| {
        asking.set(false);
        untrack(|| draft.value()).policy().into_iter().for_each(save);
    };
    let some = Memo::new(move |_| draft.whom.read().as_str() == SOME);
    let options = [NOBODY, EVERYBODY, SOME].map(|whom| SelectOption::new(whom, t_of("two-step-whom-*", whom))).to_vec();
    view! {
        <Form mutation on_submit=submit>
            <FormSection title=t("two-step") description=t("two-step-policy-why")>
                <Select name="policy" label=t("two-step-whom") value=draft.whom options/>
                {move || some.get().then(|| whom_exactly(session, draft, editing.record()))}
                <Alert>{t("two-step-policy-keeps")}</Alert>
            </FormSection>
            <EditActions mutation editing label=t("two-step-policy-save")/>
        </Form>
        <ConfirmDialog
            open=asking
            title=t("two-step-policy-self")
            question=t("two-step-policy-self-why")
            act=t("save")
            kind=ButtonKind::Primary
            on_confirm=confirm
        />
    }
}

/// Whether it is certainly required of oneself, too. To which groups one belongs is not known here.
fn concerns(policy: &TwoStepPolicy, session: &Session) -> bool {
    policy.everyone || session.access.grants.iter().any(|grant| policy.roles.contains(&grant.role))
}

/// The roles and the groups.
fn whom_exactly(session: CurrentSession, draft: PolicyDraft, required: Signal<TwoStepRequirement>) -> AnyView {
    let org = session.org();
    let known = query(move || {
        session.may::<roles::api::List>(&Target::Anywhere).then(|| roles::api::List { org: org.clone() })
    });
    // Roles that one may not list are there by the names that the answer has.
    let choices = Signal::derive(move || match known.answer() {
        Some(roles) => roles.into_iter().map(choice).collect(),
        None => required.with(|required| required.roles.clone().into_iter().map(named).collect::<Vec<_>>()),
    });
    view! {
        <CheckboxGroup name="policy.roles" label=t("two-step-roles") choices ticked=draft.roles hint=t("two-step-roles-hint")/>
        <GroupsPicker name="policy.groups" label=t("two-step-groups") picked=draft.groups most=POLICY_MAX as usize required=false hint=t("two-step-groups-hint")/>
    }
    .into_any()
}

fn choice(role: Role) -> Choice {
    let (id, of_help) = (role.id.to_string(), role.clone());
    let hint = Signal::derive(move || role_help(&of_help));
    Choice::new(id, Signal::derive(move || role_label(&role))).hint(hint)
}

fn named((id, name): (RoleId, String)) -> Choice {
    Choice::new(id.to_string(), Signal::derive(move || role_name(&name)))
}

/// The same for who may not change it.
#[component]
fn Shown(required: Signal<TwoStepRequirement>) -> impl IntoView {
    let of_whom = move || t_of("two-step-whom-*", required.with(|required| whom(&required.policy)));
    let roles = move || required.with(|required| listed(required.roles.values().map(|name| role_name(name))));
    let groups = move || required.with(|required| listed(required.groups.values().map(|name| group_name(name))));
    view! {
        <FormSection title=t("two-step") description=t("two-step-policy-why")>
            <Definitions>
                <Definition term=t("two-step-whom")>{of_whom}</Definition>
                {move || roles().map(|names| view! { <Definition term=t("two-step-roles")>{names}</Definition> })}
                {move || groups().map(|names| view! { <Definition term=t("two-step-groups")>{names}</Definition> })}
            </Definitions>
        </FormSection>
    }
}

fn listed(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}
