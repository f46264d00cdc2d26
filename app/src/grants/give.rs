//! Giving a role to somebody or to a group, with what it would do beside the form.

use super::draft::{GROUPS, GrantDraft, ORGANIZATION, SITES};
use crate::{
    api::Mutation,
    groups::GroupsPicker,
    i18n::t,
    preview::{Preview, PreviewPanel},
    roles::role_label,
    scope::known_sites,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{CheckboxGroup, Choice, Columns, Dialog, DialogActions, Form, Select, SelectOption, TextField},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::{Change, GrantFacts, Target},
    grants::{Grant, NewGrant, Subject, api::Create},
    ids::{GrantId, GroupId},
    previews::api::{Groups, REACHED_MAX, View},
    roles::{Role, RoleKind},
};
use std::collections::BTreeSet;

/// The dialog that gives, and to whom.
#[derive(Clone, Copy)]
pub(crate) struct Giving {
    session: CurrentSession,
    open: RwSignal<bool>,
    subject: StoredValue<Subject>,
    roles: Signal<Vec<Role>>,
}

impl Giving {
    /// To somebody, or to a group.
    pub(crate) fn to(subject: Subject, roles: Signal<Vec<Role>>) -> Self {
        let open = RwSignal::new(false);
        Self { session: current_session(), open, subject: StoredValue::new(subject), roles }
    }

    /// Opens the dialog.
    pub(crate) fn open(self) {
        self.open.set(true);
    }

    /// The dialog. It has a form of its own, and so stands in no other.
    pub(crate) fn dialog(self) -> AnyView {
        view! { <Dialog open=self.open title=t("grant-give")><GiveForm giving=self/></Dialog> }.into_any()
    }

    /// What the form would do.
    fn preview(self, draft: GrantDraft) -> Preview {
        let about = move || Some(self.around(draft.groups()));
        let changes = move || {
            let sound = draft.grant().filter(|grant| !grant.scope.is_nowhere());
            sound.map(|grant| self.change(grant)).into_iter().collect()
        };
        Preview::of_roles(self.roles, about, changes)
    }

    /// The facts around whoever gets it, and around the groups that it reaches.
    fn around(self, groups: BTreeSet<GroupId>) -> View {
        let reached = (!groups.is_empty()).then_some(Groups(groups));
        let nothing = View { reached, ..View::nothing(self.session.org()) };
        self.subject.with_value(|subject| match subject {
            Subject::User(user) => View { user: Some(user.clone()), ..nothing },
            Subject::Group(group) => View { group: Some(group.clone()), ..nothing },
        })
    }

    fn change(self, grant: NewGrant) -> Change {
        let grantor = self.session.signal().with(|session| session.access.user.clone());
        let NewGrant { role, scope, validity, .. } = grant;
        let subject = self.subject.get_value();
        let facts = GrantFacts { subject, role, scope, validity, suspended: false, grantor: Some(grantor) };
        Change::GrantAdded { grant: GrantId::from_u128(0), facts }
    }
}

#[component]
fn GiveForm(giving: Giving) -> impl IntoView {
    let Giving { session, open, .. } = giving;
    let mutation = Mutation::new();
    let everywhere = untrack(|| session.may::<Create>(&Target::Organization));
    let draft = GrantDraft::new(if everywhere { ORGANIZATION } else { SITES });
    draft.choose_the_only_site();
    let preview = giving.preview(draft);
    let submit = move |()| {
        let Some(grant) = untrack(|| draft.grant()) else {
            return mutation.refuse(Problem::invalid(vec![FieldError::new("grant", "choose_role")]));
        };
        let request = Create { org: session.org(), subject: giving.subject.get_value(), grant };
        mutation.submit(request, move |_: Grant| {
            open.set(false);
            toasts::success(t("grant-given"));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <Select name="grant" label=t("role") value=draft.role options=Signal::derive(move || roles(giving)) required=true/>
            {reach(draft)}
            {validity("grant", draft)}
            <PreviewPanel preview/>
            <DialogActions mutation open submit=t("grant-give") obstacle=preview.obstacle()/>
        </Form>
    }
}

/// For how long, and why. `within` is where the request has its grant.
pub(super) fn validity(within: &'static str, draft: GrantDraft) -> AnyView {
    let name = move |field: &str| format!("{within}.{field}");
    view! {
        <Columns>
            <TextField name=name("validity.from") kind="datetime-local" label=t("grant-from") value=draft.from hint=t("grant-from-hint")/>
            <TextField name=name("validity") kind="datetime-local" label=t("grant-until") value=draft.until hint=t("grant-until-hint")/>
        </Columns>
        <TextField name=name("reason") label=t("grant-reason") value=draft.reason hint=t("grant-reason-hint")/>
    }
    .into_any()
}

/// What can be chosen; an owner is one in his own name only.
fn roles(giving: Giving) -> Vec<SelectOption> {
    let is_group = giving.subject.with_value(|subject| matches!(subject, Subject::Group(_)));
    let fits = |role: &Role| !(is_group && role.kind == RoleKind::Owner);
    let choose = SelectOption::new("", t("grant-role-choose"));
    let option = |role: Role| SelectOption::new(role.id.to_string(), Signal::derive(move || role_label(&role)));
    std::iter::once(choose).chain(giving.roles.get().into_iter().filter(fits).map(option)).collect()
}

/// Where it reaches: one choice, and what belongs to it.
pub(super) fn reach(draft: GrantDraft) -> AnyView {
    let options = vec![
        SelectOption::new(ORGANIZATION, t("scope-organization")),
        SelectOption::new(SITES, t("grant-reach-sites")),
        SelectOption::new(GROUPS, t("grant-reach-groups")),
    ];
    let sites = known_sites();
    let choices = Signal::derive(move || {
        let sites = sites.answer().unwrap_or_default().into_iter();
        sites.map(|site| Choice::new(site.id.to_string(), site.details.name)).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| draft.reach.get());
    let detail = move || {
        match chosen.get().as_str() {
        SITES => view! { <CheckboxGroup name="grant.scope" label=t("sites") choices ticked=draft.sites required=true/> }.into_any(),
        GROUPS => view! {
            <GroupsPicker name="grant.scope" label=t("groups") picked=draft.groups most=REACHED_MAX hint=t("grant-reach-groups-why")/>
        }
        .into_any(),
        _ => ().into_any(),
    }
    };
    view! { <Select name="grant.reach" label=t("administrators-scope") value=draft.reach options/>{detail} }.into_any()
}
