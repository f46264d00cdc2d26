//! Assigning privileges to a profile: whom, what, where, and for how long, at once (EBE-7).

use super::{
    draft::GrantDraft,
    give::{reach, validity},
};
use crate::{
    api::{Mutation, query},
    i18n::t,
    navigation::{query_parameter, set_query_quietly},
    people::{Among, PersonPicker, name_of, picked_user},
    preview::{Preview, PreviewPanel},
    roles::{role_help, role_label},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{CheckboxGroup, Choice, Dialog, DialogActions, Form, Pick},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::{Change, GrantFacts, Target},
    grants::{Grant, NewGrant, Subject, api::Assign},
    ids::GrantId,
    previews::api::View,
    roles::{self, Role},
};
use std::collections::BTreeSet;

/// The dialog. Whoever is named in the address is picked already.
#[component]
pub(super) fn AssignDialog(open: RwSignal<bool>) -> impl IntoView {
    Effect::new(move |was: Option<bool>| {
        let is = open.get();
        if was == Some(true) && !is {
            set_query_quietly(&[("user", None)]);
        }
        is
    });
    view! { <Dialog open title=t("privileges-assign")><AssignForm open/></Dialog> }
}

/// What is chosen so far.
#[derive(Clone, Copy)]
struct AssignDraft {
    session: CurrentSession,
    user: RwSignal<Option<Pick>>,
    roles: RwSignal<BTreeSet<String>>,
    /// Where, when and why: the same for each role.
    grant: GrantDraft,
}

impl AssignDraft {
    fn new(session: CurrentSession) -> Self {
        let everywhere = untrack(|| session.may::<Assign>(&Target::Organization));
        let grant = GrantDraft::new(everywhere);
        grant.reach.choose_the_only_site();
        Self { session, user: RwSignal::new(None), roles: RwSignal::default(), grant }
    }

    /// One grant for each role. Followed.
    fn grants(self) -> Vec<NewGrant> {
        let roles = self.roles.with(|roles| roles.iter().filter_map(|role| role.parse().ok()).collect::<Vec<_>>());
        roles.into_iter().map(|role| self.grant.of_role(role)).collect()
    }

    /// The request, or what is missing, at its field.
    fn request(self) -> Result<Assign, Problem> {
        let (user, grants) = (picked_user(self.user), self.grants());
        let is_nowhere = grants.iter().any(|grant| grant.scope.is_nowhere());
        let errors = [
            user.is_none().then(|| FieldError::new("user", "required")),
            grants.is_empty().then(|| FieldError::new("grants", "choose_one")),
            is_nowhere.then(|| FieldError::new("grant.scope", "scope_required")),
        ];
        let errors: Vec<_> = errors.into_iter().flatten().collect();
        match user {
            Some(user) if errors.is_empty() => Ok(Assign { org: self.session.org(), user, grants }),
            _ => Err(Problem::invalid(errors)),
        }
    }

    fn preview(self, roles: Signal<Vec<Role>>) -> Preview {
        let about = move || {
            let reached = self.grant.around(self.session.org());
            picked_user(self.user).map(|user| View { user: Some(user), ..reached })
        };
        Preview::of_roles(roles, about, move || self.changes())
    }

    fn changes(self) -> Vec<Change> {
        let grantor = self.session.signal().with(|session| session.access.user.clone());
        let Some(subject) = picked_user(self.user).map(Subject::User) else {
            return Vec::new();
        };
        let sound = self.grants().into_iter().filter(|grant| !grant.scope.is_nowhere());
        let change = |(number, NewGrant { role, scope, validity, .. })| {
            let (subject, grantor) = (subject.clone(), Some(grantor.clone()));
            let facts = GrantFacts { subject, role, scope, validity, suspended: false, grantor };
            Change::GrantAdded { grant: GrantId::from_u128(number), facts }
        };
        (0..).zip(sound).map(change).collect()
    }
}

#[component]
fn AssignForm(open: RwSignal<bool>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let draft = AssignDraft::new(session);
    pick_from_address(draft.user);
    let org = session.org();
    let known = query(move || Some(roles::api::List { org: org.clone() }));
    let roles = Signal::derive(move || known.answer().unwrap_or_default());
    let choices = Signal::derive(move || roles.get().into_iter().map(choice).collect::<Vec<_>>());
    let preview = draft.preview(roles);
    let submit = move |()| match untrack(|| draft.request()) {
        Ok(request) => mutation.submit(request, move |_: Vec<Grant>| {
            open.set(false);
            toasts::success(t("privileges-assigned"));
        }),
        Err(problem) => mutation.refuse(problem),
    };
    view! {
        <Form mutation on_submit=submit>
            <PersonPicker name="user" label=t("privileges-profile") among=Among::Everybody picked=draft.user required=true/>
            <CheckboxGroup name="grants" label=t("privileges") choices ticked=draft.roles required=true/>
            {reach(draft.grant)}
            {validity("grants", draft.grant)}
            <PreviewPanel preview/>
            <DialogActions mutation open submit=t("privileges-add") obstacle=preview.obstacle()/>
        </Form>
    }
}

fn choice(role: Role) -> Choice {
    let (id, of_help) = (role.id.to_string(), role.clone());
    let label = Signal::derive(move || role_label(&role));
    let hint = Signal::derive(move || role_help(&of_help));
    Choice::new(id, label).hint(hint)
}

/// Picks whom the address names, once his name is known.
fn pick_from_address(picked: RwSignal<Option<Pick>>) {
    let asked = query_parameter("user");
    let user = Signal::derive(move || asked.get()?.parse().ok());
    let name = name_of(user);
    Effect::new(move |_| {
        if let (Some(user), Some(label)) = (asked.get(), name.get())
            && picked.with_untracked(Option::is_none)
        {
            picked.set(Some(Pick { value: user, label, note: String::new() }));
        }
    });
}
