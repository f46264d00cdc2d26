//! Moving somebody to another group (RSC-7): what he gains and loses with it is seen before it is done.

use super::{
    group_name,
    picker::{GroupPicker, pick, picked_group},
};
use crate::{
    api::{Mutation, query},
    i18n::{say, t, t_with},
    people::name_of,
    preview::{Preview, PreviewPanel},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Dialog, DialogActions, Form, Pick, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Change,
    groups::{
        GroupKind, Member,
        api::{AddMember, MoveMember, View as ViewGroup},
    },
    ids::{GroupId, UserId},
    previews::api::View,
    users::{Membership, api::Groups},
};

/// The dialog, and whom it is about.
#[derive(Clone, Copy)]
pub(super) struct Moving {
    open: RwSignal<bool>,
    who: RwSignal<Option<Who>>,
}

/// Who is moved.
#[derive(Clone, Debug, PartialEq)]
struct Who {
    user: UserId,
    /// From which group; to be chosen if it is not known.
    from: Option<GroupId>,
    /// Where to, if that is known.
    to: Option<GroupId>,
}

impl Moving {
    pub(super) fn closed() -> Self {
        Self { open: RwSignal::new(false), who: RwSignal::new(None) }
    }

    /// Asks where somebody is to go.
    pub(super) fn open(self, user: UserId, from: GroupId) {
        self.about(Who { user, from: Some(from), to: None });
    }

    /// Asks that of somebody of whom it is not known where he is.
    pub(super) fn open_anywhere(self, user: UserId) {
        self.about(Who { user, from: None, to: None });
    }

    /// Asks whether somebody is to go there.
    pub(super) fn open_onto(self, user: UserId, from: GroupId, to: GroupId) {
        self.about(Who { user, from: Some(from), to: Some(to) });
    }

    fn about(self, who: Who) {
        self.who.set(Some(who));
        self.open.set(true);
    }
}

/// The dialog.
#[component]
pub(super) fn MoveMemberDialog(moving: Moving) -> impl IntoView {
    let user = Signal::derive(move || moving.who.with(|who| who.as_ref().map(|who| who.user.clone())));
    let name = name_of(user);
    let title = t_with("technician-move-title", move || vec![("name", name.get().unwrap_or_default().into())]);
    let form = move || moving.who.get_untracked().map(|who| view! { <MoveForm open=moving.open who/> });
    view! { <Dialog open=moving.open title>{form()}</Dialog> }
}

/// What is chosen so far.
#[derive(Clone, Copy)]
struct MoveDraft {
    session: CurrentSession,
    user: StoredValue<UserId>,
    /// The group's id, or nothing: then he only joins the other one.
    from: RwSignal<String>,
    to: RwSignal<Option<Pick>>,
}

impl MoveDraft {
    fn from(self) -> Option<GroupId> {
        self.from.with(|from| from.parse().ok())
    }

    fn changes(self) -> Vec<Change> {
        let Some(to) = picked_group(self.to) else { return Vec::new() };
        let (user, from) = (self.user.get_value(), self.from());
        let left = from.map(|group| Change::MemberRemoved { group, user: user.clone() });
        left.into_iter().chain([Change::MemberAdded { group: to, user }]).collect()
    }

    fn preview(self) -> Preview {
        let about = move || {
            let (from, to) = (self.from(), picked_group(self.to));
            let (group, to) = if from.is_some() { (from, to) } else { (to, None) };
            Some(View { group, to, user: Some(self.user.get_value()), ..View::nothing(self.session.org()) })
        };
        Preview::new(about, move || self.changes())
    }
}

#[component]
fn MoveForm(open: RwSignal<bool>, who: Who) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let from = RwSignal::new(who.from.as_ref().map(ToString::to_string).unwrap_or_default());
    let draft = MoveDraft { session, user: StoredValue::new(who.user.clone()), from, to: RwSignal::new(None) };
    pick_known(session, who.to, draft.to);
    let preview = draft.preview();
    let done = move |member: Member| {
        let to = draft.to.with_untracked(|to| to.as_ref().map(|to| to.label.clone()).unwrap_or_default());
        open.set(false);
        toasts::success(t_with("technician-moved", move || {
            vec![("name", member.name.clone().into()), ("group", to.clone().into())]
        }));
    };
    let submit = move |()| {
        let (org, user) = (session.org(), draft.user.get_value());
        match untrack(|| (draft.from(), picked_group(draft.to))) {
            (_, None) => mutation.refuse(Problem::invalid(vec![FieldError::new("to", "required")])),
            (Some(group), Some(to)) => mutation.send(MoveMember { org, group, user, to }, done),
            (None, Some(group)) => mutation.send(AddMember { org, group, user }, done),
        }
    };
    let except = Signal::derive(move || vec![draft.from.get()]);
    let unknown = who.from.is_none().then(|| view! { <FromField user=who.user from/> });
    let label = t("technician-move-to");
    view! {
        <Form mutation on_submit=submit>
            {unknown}
            <GroupPicker name="to" label picked=draft.to except required=true hint=t("technician-move-why")/>
            <PreviewPanel preview/>
            <DialogActions mutation open submit=t("group-move") obstacle=preview.obstacle()/>
        </Form>
    }
}

/// Picks a group whose id is known, once its name is.
fn pick_known(session: CurrentSession, to: Option<GroupId>, picked: RwSignal<Option<Pick>>) {
    let org = session.org();
    let read = query(move || to.clone().map(|group| ViewGroup { org: org.clone(), group }));
    Effect::new(move |_| {
        if let Some(page) = read.answer().filter(|_| picked.with_untracked(Option::is_none)) {
            picked.set(Some(pick(page.group)));
        }
    });
}

/// Which group he leaves: his team, to begin with.
#[component]
fn FromField(user: UserId, from: RwSignal<String>) -> impl IntoView {
    let org = current_session().org();
    let read = query(move || Some(Groups { org: org.clone(), user: user.clone() }));
    Effect::new(move |_| {
        let team = |all: Vec<Membership>| all.into_iter().find(|it| it.kind == GroupKind::Team);
        if let Some(team) = read.answer().and_then(team) {
            from.set(team.group.id.to_string());
        }
    });
    let options = Signal::derive(move || {
        let all = read.answer().unwrap_or_default().into_iter();
        let none = SelectOption::new("", say("technician-move-from-none", &[]));
        let one = |it: Membership| SelectOption::new(it.group.id.to_string(), group_name(&it.group.name));
        all.map(one).chain([none]).collect::<Vec<_>>()
    });
    view! { <Select name="group" label=t("technician-move-from") value=from options/> }
}
