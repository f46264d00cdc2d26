//! Appointing an administrator.

use super::{
    appointment::{Appointment, AppointmentDraft},
    authority::{BoxesOrList, RoleBoxes, SiteBoxes},
    giving::Giving,
    grants::Ticked,
    template::{Template, when_template_known},
};
use crate::{
    api::{Mutation, query},
    editing::{Draft, Editing},
    i18n::{t, t_with},
    people::{
        AccountFields, AddressFields, AgentField, ContactFields, Issued, IssuedDialog, TemporaryPasswordDraft,
        TemporaryPasswordFields,
    },
    route::Page,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    toasts,
    users::{SiteField, places},
    widgets::{
        Breadcrumb, Form, FormActions, FormSection, PageHeader, SkeletonKind, breadcrumbs, when_allowed, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    Problem,
    administrators::api::Create,
    authority::{Scope, Target},
    ids::UserId,
    roles::{self, Role, RoleKind},
    sites::Site,
    users::{self, Person, api::Credentials},
};

/// Makes one.
#[component]
pub fn NewAdministratorPage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Administrators));
    let content = when_allowed::<Create>(Target::Anywhere, move || form(session));
    view! {
        <PageHeader title=t("administrators-new") description=t("administrators-new-why") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("administrators"), list)])/>
        {content}
    }
}

/// The form needs to know all that can be ticked.
fn form(session: CurrentSession) -> AnyView {
    let org = session.org();
    let roles = query(move || Some(roles::api::List { org: org.clone() }));
    when_ready(roles, SkeletonKind::Form, move |roles: Signal<Vec<Role>>| {
        when_template_known(session, move |template| {
            when_sites_known(move |sites| {
                let template = template.clone();
                view! { <AppointmentForm session roles sites template/> }.into_any()
            })
        })
    })
}

/// What is filled in, and what becomes of it.
#[derive(Clone, Copy)]
struct Appointing {
    session: CurrentSession,
    draft: AppointmentDraft,
    password: TemporaryPasswordDraft,
    editing: Editing<Appointment, AppointmentDraft>,
    issued: RwSignal<Option<Issued>>,
    appointed: RwSignal<Option<UserId>>,
}

#[component]
fn AppointmentForm(
    session: CurrentSession,
    roles: Signal<Vec<Role>>,
    sites: Signal<Vec<Site>>,
    /// Whose privileges it begins with, if somebody's.
    template: Option<Template>,
) -> impl IntoView {
    let giving = Giving::to_somebody_new(sites);
    let start = untrack(|| template.as_ref().map_or_else(|| usual(giving, roles), Template::appointment));
    let (mutation, appointing) = (Mutation::new(), Appointing::new(session, start));
    let places = Signal::derive(move || places::<users::api::Create>(session, &sites.read(), None));
    let draft = appointing.draft;
    let submit = move |()| match untrack(|| appointing.request()) {
        Ok(request) => {
            let person = request.person.clone();
            mutation.send(request, move |credentials| appointing.done(&person, credentials));
        }
        Err(problem) => mutation.refuse(problem),
    };
    let list = Signal::derive(move || session.link(Page::Administrators));
    let person = Signal::derive(move || draft.person.person());
    view! {
        <Form mutation on_submit=submit>
            {template.map(|template| template.note())}
            <FormSection title=t("administrator-account")>
                <AccountFields within="person" draft=draft.person hint=t("administrator-user-name-hint")/>
                <SiteField value=draft.site places/>
                <AgentField draft=draft.person/>
            </FormSection>
            <FormSection title=t("administrator-contact")>
                <ContactFields within="person" draft=draft.person/>
            </FormSection>
            <FormSection title=t("administrator-address") description=t("administrator-address-why")>
                <AddressFields within="person.address" draft=draft.person.address/>
            </FormSection>
            <FormSection title=t("administrator-sites") description=t("administrator-sites-why")>
                <BoxesOrList draft=draft.authority giving roles sites><SiteBoxes draft=draft.authority giving sites/></BoxesOrList>
            </FormSection>
            <FormSection title=t("administrator-functions")>
                <BoxesOrList draft=draft.authority giving roles sites><RoleBoxes draft=draft.authority giving roles/></BoxesOrList>
            </FormSection>
            <FormSection title=t("temporary-password")>
                <TemporaryPasswordFields draft=appointing.password person/>
            </FormSection>
            <FormActions mutation submit=t("administrators-new") cancel=list/>
        </Form>
        <IssuedDialog issued=appointing.issued on_close=move |()| appointing.show()/>
    }
}

/// The function that is the dashboard: where one lands (WBX-9).
const DASHBOARD: &str = "dashboard";

/// What new administrators start with (EBE-10), as far as one may give it.
fn usual(giving: Giving, roles: Signal<Vec<Role>>) -> Appointment {
    let nowhere = Scope::Sites { sites: [].into() };
    let starts_with = |role: &&Role| {
        role.kind == RoleKind::SystemDefault || role.kind == RoleKind::Function && role.details.name == DASHBOARD
    };
    let is_usual = |role: &&Role| starts_with(role) && giving.role_obstacle(role, &nowhere).is_none();
    let roles = roles.with(|roles| roles.iter().filter(is_usual).map(|role| role.id.clone()).collect());
    Appointment { grants: Ticked { roles, ..Ticked::default() }.grants(), ..Appointment::default() }
}

impl Appointing {
    fn new(session: CurrentSession, usual: Appointment) -> Self {
        let draft = AppointmentDraft::new();
        let appointing = Self {
            session,
            draft,
            password: TemporaryPasswordDraft::new(),
            editing: Editing::new(Signal::stored(usual), draft, Clone::clone),
            issued: RwSignal::new(None),
            appointed: RwSignal::new(None),
        };
        draft.person.propose_user_name();
        appointing
    }

    fn request(self) -> Result<Create, Problem> {
        let Appointment { person, site, grants } = self.draft.value();
        let password = self.password.request(&person);
        let made = password.clone().unwrap_or(shared::users::TemporaryPassword::Generated);
        let grants = grants.into_iter().collect();
        let request = Create { org: self.session.org(), person, site, grants, password: made };
        // What is wrong with the password is said together with what is wrong elsewhere.
        match (self.draft.check(request), password) {
            (checked, Ok(_)) => checked,
            (Ok(_), Err(problem)) => Err(problem),
            (Err(mut problem), Err(password)) => {
                problem.errors.extend(password.errors);
                Err(problem)
            }
        }
    }

    fn done(self, person: &Person, credentials: Credentials) {
        self.editing.saved(self.draft.value());
        self.appointed.set(Some(credentials.id.clone()));
        let name = person.full_name();
        toasts::success(t_with("administrator-appointed", move || vec![("name", name.clone().into())]));
        match Issued::new(person, credentials) {
            Some(issued) => self.issued.set(Some(issued)),
            None => self.show(),
        }
    }

    /// Goes to whom was appointed.
    fn show(self) {
        if let Some(user) = self.appointed.get_untracked() {
            self.session.go(Page::Administrator(user));
        }
    }
}
