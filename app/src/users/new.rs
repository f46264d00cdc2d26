//! Adding a user.

use super::{
    draft::{Entry, UserDraft},
    form::UserFields,
    place::{places, usual_place},
};
use crate::{
    api::Mutation,
    editing::{Draft, Editing},
    groups::said,
    i18n::{Text, t, t_with},
    listing::Listing,
    navigation::query_parameter,
    people::{Issued, IssuedDialog, TemporaryPasswordDraft, TemporaryPasswordFields, user_name_from},
    problem::describe,
    route::Page,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Breadcrumb, Form, FormActions, FormSection, PageHeader, breadcrumbs, when_allowed},
};
use leptos::prelude::*;
use shared::{
    Problem,
    authority::Target,
    groups::api::AddMember,
    ids::GroupId,
    sites::Site,
    users::{
        Person, TemporaryPassword,
        api::{Create, Credentials},
    },
    validation::Validate,
};

/// Makes one.
#[component]
pub fn NewUserPage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Users));
    let content = when_allowed::<Create>(Target::Anywhere, move || {
        when_sites_known(move |sites| view! { <NewUserForm session sites/> }.into_any())
    });
    view! {
        <PageHeader title=t("users-new") description=t("users-new-why") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("users"), list)])/>
        {content}
    }
}

/// What is filled in, and what becomes of it.
#[derive(Clone, Copy)]
struct Adding {
    session: CurrentSession,
    draft: UserDraft,
    password: TemporaryPasswordDraft,
    editing: Editing<Entry, UserDraft>,
    issued: RwSignal<Option<Issued>>,
    /// The group that waits for the new user (CRES-19), and how he joins it.
    group: Memo<Option<GroupId>>,
    joining: Mutation,
}

#[component]
fn NewUserForm(session: CurrentSession, sites: Signal<Vec<Site>>) -> impl IntoView {
    let (mutation, adding) = (Mutation::new(), Adding::new(session, &sites.read_untracked()));
    let draft = adding.draft;
    let submit = move |()| match untrack(|| adding.request()) {
        Ok(request) => {
            let person = request.person.clone();
            mutation.send(request, move |credentials| adding.done(&person, credentials));
        }
        Err(problem) => mutation.refuse(problem),
    };
    let list = Signal::derive(move || session.link(Page::Users));
    let person = Signal::derive(move || draft.person.person());
    let places = Signal::derive(move || places::<Create>(session, &sites.read(), None));
    view! {
        <Form mutation on_submit=submit>
            <UserFields draft places/>
            <FormSection title=t("temporary-password")>
                <TemporaryPasswordFields draft=adding.password person/>
            </FormSection>
            <FormActions mutation submit=t("save") cancel=list/>
        </Form>
        <IssuedDialog issued=adding.issued on_close=move |()| adding.leave()/>
    }
}

impl Adding {
    fn new(session: CurrentSession, sites: &[Site]) -> Self {
        let draft = UserDraft::new();
        let site = untrack(|| usual_place::<Create>(session, sites, Listing::from_address().site()));
        // Whoever comes from a group has typed the address there.
        let (email, group) = (query_parameter("email"), query_parameter("group"));
        let email = email.get_untracked().unwrap_or_default();
        let person = Person { user_name: user_name_from(&email), email, ..Person::default() };
        let usual = Signal::stored(Entry { person, site });
        let adding = Self {
            session,
            draft,
            password: TemporaryPasswordDraft::new(),
            editing: Editing::new(usual, draft, Clone::clone),
            issued: RwSignal::new(None),
            group: Memo::new(move |_| group.read().as_ref().and_then(|group| group.parse().ok())),
            joining: Mutation::new(),
        };
        Effect::new(move |_| {
            if let Some(problem) = adding.joining.problem().get() {
                toasts::failure(Text::derive(move || describe(&problem)));
                if adding.issued.with_untracked(Option::is_none) {
                    adding.leave();
                }
            }
        });
        draft.person.propose_user_name();
        adding
    }

    fn request(self) -> Result<Create, Problem> {
        let Entry { person, site } = self.draft.value();
        let password = self.password.request(&person);
        let made = password.clone().unwrap_or(TemporaryPassword::Generated);
        let request = Create { org: self.session.org(), person, site, group: None, password: made };
        // What is wrong with the password is said together with what is wrong elsewhere.
        let errors: Vec<_> = [request.validate().err(), password.err()]
            .into_iter()
            .flatten()
            .flat_map(|problem| problem.errors)
            .collect();
        if errors.is_empty() { Ok(request) } else { Err(Problem::invalid(errors)) }
    }

    fn done(self, person: &Person, credentials: Credentials) {
        self.editing.saved(self.draft.value());
        let email = person.email.clone();
        toasts::success(t_with("user-added", move || vec![("email", email.clone().into())]));
        let issued = Issued::new(person, credentials.clone());
        // What is shown once holds the page; so does the group until it has its member.
        let stays = issued.is_some();
        self.issued.set(issued);
        match self.group.get_untracked() {
            Some(group) => {
                let request = AddMember { org: self.session.org(), group, user: credentials.id };
                self.joining.send(request, move |member| {
                    said(&member);
                    if !stays {
                        self.leave();
                    }
                });
            }
            None if stays => {}
            None => self.leave(),
        }
    }

    /// Goes on where one came from.
    fn leave(self) {
        let group = self.group.get_untracked();
        self.session.go(group.map_or(Page::Users, Page::Group));
    }
}
