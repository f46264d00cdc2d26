//! Giving a role to somebody or to a group, with what it would do beside the form.

use super::draft::GrantDraft;
use crate::{
    api::Mutation,
    i18n::t,
    preview::{Preview, PreviewPanel},
    roles::role_label,
    scope::{ReachFields, known_sites},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Choice, Columns, Dialog, DialogActions, Form, Select, SelectOption, TextField},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::{Change, GrantFacts, Target},
    grants::{Grant, NewGrant, Subject, api::Create},
    ids::GrantId,
    previews::api::View,
    roles::{Role, RoleKind},
};

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
        let about = move || Some(self.around(draft));
        let changes = move || {
            let sound = draft.grant().filter(|grant| !grant.scope.is_nowhere());
            sound.map(|grant| self.change(grant)).into_iter().collect()
        };
        Preview::of_roles(self.roles, about, changes)
    }

    /// The facts around whoever gets it, and around the groups that it reaches.
    fn around(self, draft: GrantDraft) -> View {
        let nothing = draft.around(self.session.org());
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
    let draft = GrantDraft::new(everywhere);
    draft.reach.choose_the_only_site();
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

/// Where it reaches.
pub(super) fn reach(draft: GrantDraft) -> AnyView {
    view! { <ReachFields draft=draft.reach name="grant.scope" sites=site_choices()/> }.into_any()
}

/// The sites that can be ticked.
fn site_choices() -> Signal<Vec<Choice>> {
    let sites = known_sites();
    Signal::derive(move || {
        let sites = sites.answer().unwrap_or_default().into_iter();
        sites.map(|site| Choice::new(site.id.to_string(), site.details.name)).collect::<Vec<_>>()
    })
}
