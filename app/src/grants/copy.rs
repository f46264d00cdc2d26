//! Copying what an administrator holds to somebody else (EBE-9), with what it would change beside
//! the form: planned here as the edge will plan it.

use crate::{
    api::{Mutation, Query, query},
    browser,
    i18n::{Text, say, t, t_with},
    people::{Among, PersonPicker, picked_user},
    preview::{Preview, PreviewPanel, refusal_in_words},
    roles::role_name,
    route::Page,
    scope::{known_sites, scope_named},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Alert, AlertKind, Dialog, DialogActions, Form, LinkButton, OutlookKind, OutlookLine, OutlookList, Pick, Select,
        SelectOption, TextField,
    },
};
use leptos::prelude::*;
use shared::{
    Code, FieldError, Problem, administrators,
    authority::{self, CopyMode, CopyPlan, LeftOut, Target},
    grants::api::{Copied, Copy},
    ids::UserId,
    previews::api::{Facts, View},
    sites::Site,
};

/// The parameter of the address under which a new administrator is made after a template.
pub(crate) const TEMPLATE: &str = "copy";

/// The dialog that copies, and whose privileges.
#[derive(Clone, Copy)]
pub(crate) struct Copying {
    open: RwSignal<bool>,
    template: RwSignal<Option<(UserId, String)>>,
}

impl Copying {
    /// Nobody's yet.
    pub(crate) fn new() -> Self {
        Self { open: RwSignal::new(false), template: RwSignal::new(None) }
    }

    /// Opens the dialog about somebody's.
    pub(crate) fn begin(self, user: UserId, name: String) {
        self.template.set(Some((user, name)));
        self.open.set(true);
    }

    /// The dialog. It has a form of its own, and so stands in no other.
    pub(crate) fn dialog(self) -> AnyView {
        let name = move || self.template.with(|template| template.as_ref().map(|(_, name)| name.clone()));
        let title = t_with("privileges-copy-of", move || vec![("name", name().unwrap_or_default().into())]);
        let form = move || self.template.get().map(|(from, _)| view! { <CopyForm open=self.open from/> });
        view! { <Dialog open=self.open title>{form}</Dialog> }.into_any()
    }
}

/// What is chosen so far, and what it would do.
#[derive(Clone, Copy)]
struct CopyDraft {
    session: CurrentSession,
    from: StoredValue<UserId>,
    to: RwSignal<Option<Pick>>,
    mode: RwSignal<String>,
    reason: RwSignal<String>,
    facts: Query<Facts>,
    sites: Query<Vec<Site>>,
}

const REPLACE: &str = "replace";

impl CopyDraft {
    fn new(from: UserId) -> Self {
        let (session, to, from) = (current_session(), RwSignal::new(None), StoredValue::new(from));
        let facts = query(move || about(session, from, to));
        let (mode, reason) = (RwSignal::new("add".to_owned()), RwSignal::default());
        Self { session, from, to, mode, reason, facts, sites: known_sites() }
    }

    fn mode(self) -> CopyMode {
        self.mode.with(|mode| if mode == REPLACE { CopyMode::Replace } else { CopyMode::Add })
    }

    /// What copying would do, once it is known to whom and what he holds. Followed.
    fn plan(self) -> Option<CopyPlan> {
        let (to, from) = (picked_user(self.to)?, self.from.get_value());
        let facts = self.facts.answer().filter(|facts| facts.snapshot.users.contains_key(&to))?;
        let plan = |session: &shared::session::Session| {
            authority::copy(&session.access, &from, &to, self.mode(), &facts.snapshot, browser::now())
        };
        Some(self.session.signal().with(plan))
    }

    /// Why it cannot be done, beside what the judge would say.
    fn obstacle(self) -> Option<Problem> {
        let to = picked_user(self.to)?;
        let at = |code| Some(Problem::invalid(vec![FieldError::new("user", code)]));
        if to == self.from.get_value() {
            return at("same_person");
        }
        if self.session.signal().with(|session| session.access.user == to) {
            return Some(Problem::new(Code::OnOneself).at("user"));
        }
        None
    }

    fn request(self) -> Result<Copy, Problem> {
        let Some(user) = picked_user(self.to) else {
            return Err(Problem::invalid(vec![FieldError::new("user", "required")]));
        };
        if let Some(problem) = self.obstacle() {
            return Err(problem);
        }
        let reason = self.reason.with(|reason| reason.trim().to_owned());
        Ok(Copy { org: self.session.org(), user, from: self.from.get_value(), mode: self.mode(), reason })
    }
}

/// The facts around both.
fn about(session: CurrentSession, from: StoredValue<UserId>, to: RwSignal<Option<Pick>>) -> Option<View> {
    let to = picked_user(to)?;
    Some(View { user: Some(to), template: Some(from.get_value()), ..View::nothing(session.org()) })
}

#[component]
fn CopyForm(open: RwSignal<bool>, from: UserId) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), CopyDraft::new(from));
    let plan = Memo::new(move |_| draft.plan());
    let CopyDraft { session, from, to, .. } = draft;
    let changes = move || plan.with(|plan| plan.as_ref().map(CopyPlan::changes).unwrap_or_default());
    let preview = Preview::new(move || about(session, from, to), changes);
    let submit = move |()| match untrack(|| draft.request()) {
        Ok(request) => mutation.submit(request, move |copied: Copied| {
            open.set(false);
            toasts::success(t_with("privileges-copied", move || vec![("count", copied.given.into())]));
        }),
        Err(problem) => mutation.refuse(problem),
    };
    let modes = ["add", REPLACE].map(|mode| SelectOption::new(mode, crate::i18n::t_of("copy-mode-*", mode))).to_vec();
    view! {
        <p>{t("privileges-copy-why")}</p>
        <Form mutation on_submit=submit>
            <PersonPicker name="user" label=t("privileges-copy-to") among=Among::Everybody picked=to required=true/>
            {to_somebody_new(session, from)}
            <Select name="mode" label=t("copy-mode") value=draft.mode options=modes/>
            <TextField name="reason" label=t("grant-reason") value=draft.reason hint=t("grant-reason-hint")/>
            {move || plan.with(|plan| plan.as_ref().and_then(nothing_changes))}
            <PreviewPanel preview/>
            {move || plan.with(|plan| plan.as_ref().and_then(|plan| left_out(draft, plan)))}
            <DialogActions mutation open submit=t("privileges-copy") obstacle=preview.obstacle()/>
        </Form>
    }
}

/// The way to a new administrator who begins with the same.
fn to_somebody_new(session: CurrentSession, from: StoredValue<UserId>) -> AnyView {
    let href = Signal::derive(move || session.link_with(Page::NewAdministrator, TEMPLATE, from.get_value().as_str()));
    let obstacle = session.obstacle::<administrators::api::Create>(Target::Anywhere);
    view! { <LinkButton label=t("privileges-copy-to-new") href icon="user-plus" obstacle/> }.into_any()
}

/// Says so where copying would do nothing.
fn nothing_changes(plan: &CopyPlan) -> Option<AnyView> {
    let key = match plan {
        plan if plan.is_nothing() => "privileges-copy-nothing",
        plan if plan.is_too_much() => "privileges-copy-too-much",
        plan if plan.added.is_empty() && plan.removed.is_empty() => "privileges-copy-same",
        _ => return None,
    };
    Some(view! { <Alert kind=AlertKind::Info>{t(key)}</Alert> }.into_any())
}

/// What of the template one may not give, and why.
fn left_out(draft: CopyDraft, plan: &CopyPlan) -> Option<AnyView> {
    let (facts, sites) = (draft.facts.answer()?, draft.sites.answer().unwrap_or_default());
    let lines: Vec<_> = plan.left_out.iter().map(|left| line(draft.session, left, &facts, &sites)).collect();
    let count = lines.len();
    let title: Text = t_with("privileges-left-out", move || vec![("count", count.into())]);
    (count > 0).then(|| view! { <OutlookList kind=OutlookKind::Concern title lines/> }.into_any())
}

fn line(session: CurrentSession, left: &LeftOut, facts: &Facts, sites: &[Site]) -> OutlookLine {
    let role = facts.snapshot.grants.get(&left.grant).and_then(|grant| facts.snapshot.roles.get(&grant.role));
    let role = role.map(|role| role_name(&role.name)).unwrap_or_default();
    let scope = scope_named(&left.scope, sites, &facts.groups);
    let why = refusal_in_words(session, facts.clone(), sites.to_vec(), &left.why);
    let name = say("preview-orphan", &[("role", role.into()), ("scope", scope.into())]);
    OutlookLine { name, parts: why.into_iter().collect() }
}
