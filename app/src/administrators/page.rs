//! One administrator: account, contact, address, sites and functions, saved together.

use super::{
    account::Account,
    appointment::{Appointment, AppointmentDraft},
    authority::{BoxesOrList, RoleBoxes, SiteBoxes},
    giving::{Giving, weakening_obstacle},
    grants::changes_of,
    rank,
    switch::SwitchAccount,
};
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    grants::{self, Copying, GrantActs, GrantsShown, HeldGrants, Orphans},
    i18n::{Text, say, say_of, t, t_with},
    navigation::set_query_quietly,
    people::{AccountFields, AddressFields, AgentField, ContactFields, ResetPasswordDialog},
    preview::{Preview, PreviewPanel},
    route::Page,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    toasts,
    users::{SiteField, places},
    widgets::{
        Alert, AlertKind, Breadcrumb, Button, Card, EmptyState, Form, LinkButton, PageHeader, Row, SkeletonKind, Stack,
        Tab, Tabs, breadcrumbs, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    administrators::{
        Administrator,
        api::{ResetPassword, Update, View},
    },
    audit,
    authority::Target,
    checks,
    grants::{
        Grant, Subject,
        api::{Copy, Create},
    },
    ids::UserId,
    previews::api::View as Facts,
    roles::{self, Role},
    sites::Site,
    users::{self, Status},
};

/// Shows one.
#[component]
pub fn AdministratorPage(user: UserId) -> impl IntoView {
    let session = current_session();
    let (org, org_of_roles) = (session.org(), session.org());
    let read = query(move || Some(View { org: org.clone(), user: user.clone() }));
    let roles = query(move || Some(roles::api::List { org: org_of_roles.clone() }));
    let name = Text::derive(move || {
        read.answer().map_or_else(|| t("administrator").get(), |administrator| administrator.user.person.full_name())
    });
    let rank = Text::derive(move || {
        read.answer().map_or_else(String::new, |administrator| say_of("rank-*", rank::name_of(administrator.rank), &[]))
    });
    let list = Signal::derive(move || session.link(Page::Administrators));
    let content = when_ready(read, SkeletonKind::Form, move |administrator: Signal<Administrator>| {
        when_ready(roles, SkeletonKind::Form, move |roles| {
            when_sites_known(move |sites| {
                let at_hand = AtHand::new(session, administrator, roles, sites);
                view! { <AdministratorForm at_hand/> }.into_any()
            })
        })
    });
    let actions = move || read.answer().map(|administrator| ways_on(session, administrator.user.id));
    view! {
        <PageHeader title=name description=rank breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("administrators"), list)]) actions=actions.into_any()/>
        {content}
    }
}

/// Where one reads more about him: what he did and what was done to him, and why he may what he may.
fn ways_on(session: CurrentSession, user: UserId) -> AnyView {
    let (of_trail, of_why) = (user.to_string(), user.to_string());
    let trail = Signal::derive(move || session.link_with(Page::Audit, "subject", &of_trail));
    let why = Signal::derive(move || session.link_with(Page::Explain, "user", &of_why));
    let may_read = move || session.may::<audit::api::List>(&Target::Anywhere);
    let may_ask = move || session.may::<checks::api::Explain>(&Target::Anywhere);
    view! {
        {move || may_read().then(|| view! { <LinkButton label=t("audit") href=trail icon="history"/> })}
        {move || may_ask().then(|| view! { <LinkButton label=t("explain-link") href=why icon="circle-question-mark"/> })}
    }
    .into_any()
}

/// The administrator at hand, and what one may do to him.
#[derive(Clone, Copy)]
pub(super) struct AtHand {
    pub(super) session: CurrentSession,
    pub(super) administrator: Signal<Administrator>,
    pub(super) roles: Signal<Vec<Role>>,
    pub(super) sites: Signal<Vec<Site>>,
    /// Why nothing can be changed.
    pub(super) update: Signal<Option<String>>,
    /// Why the account cannot be taken over or locked out, nor authority changed.
    pub(super) weaken: Signal<Option<String>>,
    /// Whether the question before disabling or enabling is asked.
    pub(super) switching: RwSignal<bool>,
    /// Whether the question before a new password is asked.
    pub(super) resetting: RwSignal<bool>,
    /// The dialogs about grants: they have forms of their own, and so stand beside this one.
    giving: grants::Giving,
    acts: GrantActs,
    copying: Copying,
    draft: AppointmentDraft,
    editing: Editing<Administrator, AppointmentDraft>,
}

impl AtHand {
    fn new(
        session: CurrentSession,
        administrator: Signal<Administrator>,
        roles: Signal<Vec<Role>>,
        sites: Signal<Vec<Site>>,
    ) -> Self {
        let update = Signal::derive(move || session.obstacle_now::<Update>(&administrator.with(place_of)));
        let weaken = Signal::derive(move || {
            let by_judge = || administrator.with(|it| roles.with(|roles| weakening_obstacle(session, it, roles)));
            update.get().or_else(by_judge)
        });
        let draft = AppointmentDraft::new();
        let subject = Subject::User(administrator.with_untracked(|it| it.user.id.clone()));
        Self {
            session,
            administrator,
            roles,
            sites,
            update,
            weaken,
            switching: RwSignal::new(false),
            resetting: RwSignal::new(false),
            giving: grants::Giving::to(subject.clone(), roles),
            acts: GrantActs::of(subject),
            copying: Copying::new(),
            draft,
            editing: Editing::new(administrator, draft, Appointment::of),
        }
    }

    /// Why an act beside the form cannot be done: it makes a new version of the record, from
    /// which what is typed could no longer be saved.
    pub(super) fn unsaved(self) -> Option<String> {
        self.editing.unsaved().get().then(|| say("administrator-save-first", &[]))
    }

    /// What saving the boxes as they are ticked would do.
    fn preview(self) -> Preview {
        let (org, draft, record) = (self.session.org(), self.draft, self.editing.record());
        let about = move || {
            let user = record.with(|administrator| administrator.user.id.clone());
            Some(Facts { user: Some(user), ..Facts::nothing(org.clone()) })
        };
        let changes = move || {
            let grantor = self.session.signal().with(|session| session.access.user.clone());
            record.with(|it| {
                let holder = Subject::User(it.user.id.clone());
                changes_of(&holder, &it.grants, &draft.value().grants, &grantor)
            })
        };
        Preview::of_roles(self.roles, about, changes)
    }

    fn request(self) -> Result<Update, Problem> {
        let version = self.editing.record().with(|administrator| administrator.user.version);
        let Appointment { person, site, grants } = self.draft.value();
        let grants = grants.into_iter().collect();
        self.draft.check(Update { org: self.session.org(), user: self.id(), version, person, site, grants })
    }

    pub(super) fn id(self) -> UserId {
        self.administrator.with_untracked(|administrator| administrator.user.id.clone())
    }
}

/// Where acts on an administrator take place: wherever he holds anything.
fn place_of(administrator: &Administrator) -> Target {
    let at = |grant: &Grant| Target::all_of(&grant.scope, &administrator.groups);
    Target::All(administrator.grants.iter().map(at).collect())
}

#[component]
fn AdministratorForm(at_hand: AtHand) -> impl IntoView {
    let (mutation, editing) = (Mutation::new(), at_hand.editing);
    show_tab_of_error(mutation);
    let preview = at_hand.preview();
    let (orphans, refused) = (Orphans::of(preview.orphaned()), preview.obstacle());
    let saved = move |administrator: Administrator| {
        let name = administrator.user.person.full_name();
        toasts::success(t_with("administrator-saved", move || vec![("name", name.clone().into())]));
        editing.saved(administrator);
    };
    let submit = move |()| match untrack(|| at_hand.request()) {
        Ok(request) => orphans.settle(mutation, move || mutation.send(request, saved)),
        Err(problem) => mutation.refuse(problem),
    };
    let obstacle = Signal::derive(move || at_hand.update.get().or_else(|| refused.get()));
    let person = Signal::derive(move || at_hand.administrator.with(|administrator| administrator.user.person.clone()));
    let reset =
        Callback::new(move |password| ResetPassword { org: at_hand.session.org(), user: at_hand.id(), password });
    view! {
        <Form mutation on_submit=submit>
            {notices(at_hand)}
            <Tabs label=t("administrator") tabs=tabs(at_hand)/>
            <PreviewPanel preview/>
            {orphans.choice()}
            <EditActions mutation editing obstacle/>
        </Form>
        {at_hand.giving.dialog()}
        {at_hand.acts.dialogs()}
        {at_hand.copying.dialog()}
        <SwitchAccount at_hand/>
        <ResetPasswordDialog open=at_hand.resetting person request=reset/>
    }
}

/// What one must know before one reads on.
fn notices(at_hand: AtHand) -> AnyView {
    let is_disabled = move || at_hand.administrator.with(|administrator| administrator.user.status == Status::Disabled);
    let disabled = move || {
        is_disabled().then(|| view! { <Alert kind=AlertKind::Warning>{t("administrator-is-disabled")}</Alert> })
    };
    let reason = move || at_hand.weaken.get().map(|reason| view! { <Alert>{reason}</Alert> });
    view! { {disabled}{reason} }.into_any()
}

fn tabs(at_hand: AtHand) -> Vec<Tab> {
    let AtHand { draft, roles, sites, .. } = at_hand;
    let read_only = Signal::derive(move || at_hand.update.with(Option::is_some));
    let locked = Signal::derive(move || at_hand.weaken.with(Option::is_some));
    let giving = Giving::to(at_hand.administrator, at_hand.weaken, sites);
    let session = at_hand.session;
    let places = Signal::derive(move || {
        let present = at_hand.editing.record().with(|administrator| administrator.user.site.clone());
        places::<users::api::Update>(session, &sites.read(), Some(&present))
    });
    let account = move || {
        view! {
            <Stack>
                <Card title=t("administrator-account") description=t("administrator-one-record")>
                    <AccountFields within="person" draft=draft.person read_only=locked/>
                    <SiteField value=draft.site places locked/>
                    <AgentField draft=draft.person obstacle=at_hand.update/>
                </Card>
                <Account at_hand/>
            </Stack>
        }
        .into_any()
    };
    let contact = move || {
        view! { <Card><ContactFields within="person" draft=draft.person read_only email_read_only=locked/></Card> }
            .into_any()
    };
    let address = move || {
        view! { <Card><AddressFields within="person.address" draft=draft.person.address read_only/></Card> }.into_any()
    };
    let site_boxes = move || {
        view! { <Card><BoxesOrList draft=draft.authority giving roles sites><SiteBoxes draft=draft.authority giving sites/></BoxesOrList></Card> }.into_any()
    };
    let role_boxes = move || {
        view! { <Card><BoxesOrList draft=draft.authority giving roles sites><RoleBoxes draft=draft.authority giving roles/></BoxesOrList></Card> }.into_any()
    };
    vec![
        Tab::new("account", t("administrator-account"), account),
        Tab::new("contact", t("administrator-contact"), contact),
        Tab::new("address", t("administrator-address"), address),
        Tab::new("sites", t("administrator-sites"), site_boxes),
        Tab::new("functions", t("administrator-functions"), role_boxes),
        Tab::new("grants", t("grants"), move || held(at_hand)),
    ]
}

/// Every grant, also those that boxes cannot show, and those that are inherited.
fn held(at_hand: AtHand) -> AnyView {
    let AtHand { administrator, roles, session, giving, .. } = at_hand;
    let obstacle = Signal::derive(move || at_hand.weaken.get().or_else(|| at_hand.unsaved()));
    let may_not =
        Signal::derive(move || session.obstacle_now::<Create>(&Target::Anywhere).or_else(|| at_hand.unsaved()));
    let may_not_copy = session.obstacle::<Copy>(Target::Anywhere);
    let copy = move |()| {
        let (user, name) = administrator.with_untracked(|it| (it.user.id.clone(), it.user.person.full_name()));
        at_hand.copying.begin(user, name);
    };
    let shown = GrantsShown {
        grants: Signal::derive(move || administrator.with(|it| it.grants.clone())),
        names: Signal::derive(move || administrator.with(|it| it.names.clone())),
        roles,
        obstacle,
        acts: at_hand.acts,
    };
    let empty =
        || view! { <EmptyState icon="key-round" title=t("grants-none") explanation=t("grants-none-why")/> }.into_any();
    view! {
        <Stack>
            <Row><Button label=t("privileges-copy") icon="copy" obstacle=may_not_copy on_press=copy/></Row>
            <HeldGrants shown giving may_not_give=may_not empty/>
        </Stack>
    }
    .into_any()
}

/// An error on a tab that is not shown would not be seen.
fn show_tab_of_error(mutation: Mutation) {
    let problem = mutation.problem();
    Effect::new(move |_| {
        let first = problem.with(|problem| problem.as_ref()?.errors.first().and_then(tab_of));
        if let Some(tab) = first {
            set_query_quietly(&[("tab", Some(tab.to_owned()))]);
        }
    });
}

/// The tab where a field stands, unless it stands below them all.
fn tab_of(error: &FieldError) -> Option<&'static str> {
    match error.field.as_str() {
        "grantor" => None,
        "person.user_name" | "site" => Some("account"),
        "sites" => Some("sites"),
        "grants" => Some("functions"),
        field if field.starts_with("person.address") => Some("address"),
        _ => Some("contact"),
    }
}
