//! Somebody in the organization tree: his configuration (RSC-5, RSC-6), saved in one step, and what he
//! inherits from his groups (RSC-2).

use super::group_name;
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    grants::InheritedRecords,
    i18n::{Text, say_of, t, t_with},
    password::{check_new, words_of},
    people::{ResetPasswordDialog, StatusBadge},
    preview::{Preview, PreviewPanel},
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    two_step::{ResetTwoStep, two_step_in_words},
    widgets::{
        Button, ButtonKind, Card, Columns, Definition, Definitions, EmptyState, Form, LinkButton, PasswordField, Row,
        Select, SelectOption, SkeletonKind, Stack, StrengthAdvice, Tab, Tabs, TextField, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    Problem,
    authority::{Change, Target},
    groups::{self, NamedGroup, api::View as ViewGroup},
    ids::{GroupId, UserId},
    password::Policy,
    previews::api::View as Around,
    users::{
        Membership, Person, Status, User,
        api::{Groups, ResetPassword, Update, View},
    },
    validation::Validate,
};
use std::collections::BTreeSet;

/// The field that the one name stands in: the contract has two for it.
pub(super) const NAME: &str = "person.name";
const PASSWORD: &str = "new_password";

/// What is typed about somebody.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TechnicianDraft {
    name: RwSignal<String>,
    nick_name: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    sso_id: RwSignal<String>,
    description: RwSignal<String>,
    status: RwSignal<String>,
    password: RwSignal<String>,
}

/// The same as a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    name: String,
    nick_name: String,
    email: String,
    sso_id: String,
    description: String,
    status: Status,
    password: String,
}

impl Entry {
    fn of(user: &User) -> Self {
        let person = user.person.clone();
        Self {
            name: person.full_name(),
            nick_name: person.nick_name,
            email: person.email,
            sso_id: person.sso_id,
            description: person.description,
            status: user.status,
            password: String::new(),
        }
    }

    /// Somebody who is that from now on. Whose name is not changed keeps its parts.
    fn onto(self, mut person: Person) -> Person {
        if person.full_name() != self.name {
            person.be_called(&self.name);
        }
        let Self { nick_name, email, sso_id, description, .. } = self;
        Person { nick_name, email, sso_id, description, ..person }
    }

    /// Somebody new.
    pub(super) fn somebody_new(self) -> Person {
        let person = Person::known_as(&self.name, &self.email);
        self.onto(person)
    }
}

impl Draft for TechnicianDraft {
    type Value = Entry;

    fn value(self) -> Entry {
        let typed = |text: RwSignal<String>| text.with(|text| text.trim().to_owned());
        Entry {
            name: typed(self.name),
            nick_name: typed(self.nick_name),
            email: typed(self.email),
            sso_id: typed(self.sso_id),
            description: typed(self.description),
            status: self.status.with(|status| status_of(status)),
            password: self.password.get(),
        }
    }

    fn fill(self, entry: &Entry) {
        self.name.set(entry.name.clone());
        self.nick_name.set(entry.nick_name.clone());
        self.email.set(entry.email.clone());
        self.sso_id.set(entry.sso_id.clone());
        self.description.set(entry.description.clone());
        self.status.set(name_of(entry.status).to_owned());
        self.password.set(entry.password.clone());
    }
}

const fn name_of(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Disabled => "disabled",
    }
}

fn status_of(name: &str) -> Status {
    if name == name_of(Status::Disabled) { Status::Disabled } else { Status::Active }
}

/// What is wrong with the parts of the name, at the one field that it is typed in.
pub(super) fn at_name(mut problem: Problem) -> Problem {
    let is_given_missing = problem.errors.iter().any(|error| error.field == "person.given_name");
    problem.errors.retain(|error| !(is_given_missing && error.field == "person.family_name"));
    for error in &mut problem.errors {
        match error.field.as_str() {
            "person.given_name" => NAME.clone_into(&mut error.field),
            "person.family_name" => {
                NAME.clone_into(&mut error.field);
                if error.code == "required" {
                    "full_name".clone_into(&mut error.code);
                }
            }
            _ => {}
        }
    }
    problem
}

/// How somebody is called, and how he signs in.
#[component]
pub(super) fn TechnicianFields(
    draft: TechnicianDraft,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    view! {
        <Columns>
            <TextField name=NAME label=t("full-name") value=draft.name required=true read_only/>
            <TextField name="person.nick_name" label=t("nick-name") value=draft.nick_name hint=t("technician-nick-name-hint") read_only/>
            <TextField name="person.email" label=t("email") value=draft.email kind="email" required=true hint=t("technician-email-hint") read_only/>
            <TextField name="person.sso_id" label=t("sso-id") value=draft.sso_id hint=t("sso-id-hint") read_only/>
        </Columns>
        <TextField name="person.description" label=t("user-description") value=draft.description hint=t("technician-description-hint") read_only/>
    }
}

/// How hard to guess passwords must be (RSC-5): to be read, not to be changed here.
#[component]
pub(super) fn MinimumStrength(policy: Signal<Policy>) -> impl IntoView {
    let (value, strength) = (RwSignal::new(String::new()), Memo::new(move |_| policy.read().strength));
    Effect::new(move |_| value.set(say_of("password-strength-*", strength.get().name(), &[])));
    let hint = Text::derive(move || {
        let strength = strength.get();
        say_of("password-strength-why-*", strength.name(), &[("min", strength.min_length().into())])
    });
    view! { <TextField name="" label=t("password-strength-least") value hint read_only=true/> }
}

/// What is shown beside the tree about somebody.
#[component]
pub(super) fn TechnicianPane(user: UserId) -> impl IntoView {
    let session = current_session();
    let (org, org_2, whose) = (session.org(), session.org(), user.clone());
    let read = query(move || Some(View { org: org.clone(), user: user.clone() }));
    let memberships = query(move || Some(Groups { org: org_2.clone(), user: whose.clone() }));
    let groups = Signal::derive(move || memberships.answer().unwrap_or_default());
    when_ready(read, SkeletonKind::Form, move |user: Signal<User>| {
        let shown = Shown { session, user, groups };
        let tabs = vec![
            Tab::new("organization", t("technician-tab"), move || shown.configuration()),
            Tab::new("inherited", t("technician-inherited"), move || shown.inherited()),
        ];
        let label = Text::derive(move || user.read().person.full_name());
        view! { <Stack>{shown.head()}<div><Tabs label tabs/></div></Stack> }.into_any()
    })
}

/// Somebody, and where he is.
#[derive(Clone, Copy)]
struct Shown {
    session: CurrentSession,
    user: Signal<User>,
    groups: Signal<Vec<Membership>>,
}

impl Shown {
    fn id(self) -> UserId {
        self.user.with_untracked(|user| user.id.clone())
    }

    /// Where acts on him take place.
    fn place(self) -> Target {
        let groups: BTreeSet<GroupId> = self.groups.with(|all| {
            let paths = all.iter().flat_map(|it| it.above.iter().chain([&it.group]));
            paths.map(|group| group.id.clone()).collect()
        });
        let site = self.user.with(|user| user.site.clone());
        if site.is_none() && groups.is_empty() { Target::Organization } else { Target::User { site, groups } }
    }

    fn head(self) -> AnyView {
        let name = move || self.user.read().person.full_name();
        let status = move || view! { <StatusBadge status=self.user.read().status/> };
        let path = move || {
            self.groups.with(|all| {
                let names = |it: &Membership| {
                    let path = it.above.iter().chain([&it.group]).map(|group| group_name(&group.name));
                    path.collect::<Vec<_>>().join(" › ")
                };
                all.iter().map(names).collect::<Vec<_>>().join(" · ")
            })
        };
        let href = Signal::derive(move || self.session.link(Page::User(self.user.with(|user| user.id.clone()))));
        view! {
            <div class="pane-head">
                <div class="min-w-0 grow">
                    <Row><h2 class="pane-title">{name}</h2>{status}</Row>
                    <p class="text-muted text-sm">{path}</p>
                </div>
                <LinkButton label=t("technician-page") icon="external-link" kind=ButtonKind::Quiet href/>
            </div>
        }
        .into_any()
    }

    fn configuration(self) -> AnyView {
        let may_not = Signal::derive(move || self.session.obstacle_now::<Update>(&self.place()));
        view! { <Configuration shown=self may_not/> }.into_any()
    }

    /// What comes from his groups, group by group.
    fn inherited(self) -> AnyView {
        let groups = Memo::new(move |_| {
            self.groups.with(|all| all.iter().map(|it| it.group.clone()).collect::<Vec<NamedGroup>>())
        });
        let content = move || {
            let groups = groups.get();
            let is_one = groups.len() == 1;
            let from = |group: NamedGroup| {
                let title = Text::stored(group_name(&group.name));
                let inherited = inherited_from(self.session, group);
                if is_one { inherited } else { view! { <Card title>{inherited}</Card> }.into_any() }
            };
            if groups.is_empty() { nothing_inherited() } else { groups.into_iter().map(from).collect_view().into_any() }
        };
        view! { <Stack>{content}</Stack> }.into_any()
    }
}

/// What comes from one group, with the group above from which that has it.
fn inherited_from(session: CurrentSession, group: NamedGroup) -> AnyView {
    let org = session.org();
    let read = query(move || Some(ViewGroup { org: org.clone(), group: group.id.clone() }));
    when_ready(read, SkeletonKind::Cards, inherited_through)
}

/// What the members of a group inherit, with where it comes from.
pub(super) fn inherited_through(page: Signal<groups::GroupPage>) -> AnyView {
    let inherited = Signal::derive(move || page.with(|page| page.inherited.clone()));
    let names = Signal::derive(move || {
        page.with(|page| {
            let mut names = page.names.clone();
            names.groups.extend(page.above.iter().map(|group| (group.id.clone(), group.name.clone())));
            names.groups.insert(page.group.id.clone(), page.group.details.name.clone());
            names
        })
    });
    let is_none = Memo::new(move |_| inherited.with(Vec::is_empty));
    let content = move || match is_none.get() {
        true => nothing_inherited(),
        false => view! { <InheritedRecords label=t("technician-inherited") inherited names/> }.into_any(),
    };
    view! { {content} }.into_any()
}

fn nothing_inherited() -> AnyView {
    view! { <EmptyState icon="key-round" title=t("technician-inherited-none") explanation=t("technician-inherited-none-why")/> }
        .into_any()
}

#[component]
fn Configuration(shown: Shown, may_not: Signal<Option<String>>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), TechnicianDraft::default());
    let editing = Editing::new(shown.user, draft, Entry::of);
    let policy = Signal::derive(move || shown.session.signal().with(|session| session.password_policy.clone()));
    let resetting = RwSignal::new(false);
    let is_switched = Memo::new(move |_| status_of(&draft.status.read()) != editing.record().with(|user| user.status));
    let preview = preview_of(shown, is_switched);
    let submit = move |()| match untrack(|| request(shown, draft, editing, &policy.read())) {
        Ok(request) => mutation.send(request, move |user: User| {
            let name = user.person.full_name();
            toasts::success(t_with("user-saved", move || vec![("name", name.clone().into())]));
            editing.saved(user);
        }),
        Err(problem) => mutation.refuse(problem),
    };
    let read_only = Signal::derive(move || may_not.with(Option::is_some));
    let obstacle = Signal::derive(move || may_not.get().or_else(|| preview.obstacle().get()));
    let password = move || {
        match policy.read().administrators_type_passwords {
        true => {
            let advice = StrengthAdvice::new(policy, Signal::derive(move || shown.user.with(|user| words_of(&user.person))));
            view! { <PasswordField name=PASSWORD label=t("password-new") value=draft.password autocomplete="new-password" advice/> }.into_any()
        }
        false => view! {
            <Row><Button label=t("password-reset") icon="rotate-ccw-key" obstacle on_press=move |()| resetting.set(true)/></Row>
        }
        .into_any(),
    }
    };
    let two_step = move || two_step_in_words(shown.user.read().two_step_since);
    let panel = move || is_switched.get().then(|| view! { <PreviewPanel preview/> });
    let person = Signal::derive(move || shown.user.read().person.clone());
    let reset = Callback::new(move |password| ResetPassword { org: shown.session.org(), user: shown.id(), password });
    view! {
        <Form mutation on_submit=submit>
            <Card title=t("technician-configuration")>
                <Stack>
                    <TechnicianFields draft read_only/>
                    <Columns>
                        {password}
                        <MinimumStrength policy/>
                        <Select name="status" label=t("status") value=draft.status options=statuses()/>
                    </Columns>
                    <Definitions>
                        <Definition term=t("two-step")>
                            <Row><span>{two_step}</span><ResetTwoStep user=shown.user obstacle/></Row>
                        </Definition>
                    </Definitions>
                    {panel}
                </Stack>
            </Card>
            <EditActions mutation editing obstacle label=t("technician-save")/>
        </Form>
        <ResetPasswordDialog open=resetting person request=reset/>
    }
}

fn statuses() -> Vec<SelectOption> {
    vec![
        SelectOption::new(name_of(Status::Active), t("technician-enabled")),
        SelectOption::new(name_of(Status::Disabled), t("status-disabled")),
    ]
}

/// What saving would do, and whether one may.
fn preview_of(shown: Shown, is_switched: Memo<bool>) -> Preview {
    let org = shown.session.org();
    let about = move || Some(Around { user: Some(shown.id()), ..Around::nothing(org.clone()) });
    Preview::new(about, move || {
        let user = shown.id();
        let switched = is_switched.get().then(|| match shown.user.read().status {
            Status::Active => Change::UserDisabled { user: user.clone() },
            Status::Disabled => Change::UserEnabled { user: user.clone() },
        });
        std::iter::once(Change::UserUpdated { user: user.clone() }).chain(switched).collect()
    })
}

/// The request, if the edge will accept it.
fn request(
    shown: Shown,
    draft: TechnicianDraft,
    editing: Editing<User, TechnicianDraft>,
    policy: &Policy,
) -> Result<Update, Problem> {
    let (entry, record) = (draft.value(), editing.record().get_untracked());
    let status = (entry.status != record.status).then_some(entry.status);
    let password = Some(entry.password.clone()).filter(|password| !password.is_empty());
    let person = entry.onto(record.person);
    let weak = password.as_ref().map(|it| check_new(PASSWORD, it, policy, &words_of(&person)));
    let request = Update {
        org: shown.session.org(),
        user: record.id,
        version: record.version,
        person,
        site: record.site,
        status,
        new_password: password,
    };
    let problems = [request.validate().err(), weak.and_then(Result::err)];
    let errors: Vec<_> = problems.into_iter().flatten().flat_map(|problem| problem.errors).collect();
    if errors.is_empty() { Ok(request) } else { Err(at_name(Problem::invalid(errors))) }
}
