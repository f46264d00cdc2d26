//! Grants that are held, each with all that is known about it and what can be done with it.

use super::acts::{Act, GrantActs};
use crate::{
    browser,
    groups::group_name,
    i18n::{Text, date, date_time, say, t, t_with},
    roles::{role_label, role_name},
    route::Page,
    scope::{known_sites, scope_named},
    session::{CurrentSession, current_session},
    widgets::{Badge, BadgeKind, Button, ButtonKind, Record, RecordLine, Records, TextLink},
};
use leptos::prelude::*;
use shared::{
    authority::{HeldGrant, Target},
    grants::{
        Grant, Names, Subject, Validity,
        api::{Delete, Rehome},
    },
    ids::{GroupId, RoleId, UserId},
    roles::Role,
    sites::Site,
};

/// Grants, with what is known around them.
#[derive(Clone, Copy)]
pub(crate) struct GrantsShown {
    pub(crate) grants: Signal<Vec<Grant>>,
    pub(crate) names: Signal<Names>,
    pub(crate) roles: Signal<Vec<Role>>,
    /// Why nothing can be done with any of them, if so.
    pub(crate) obstacle: Signal<Option<String>>,
    pub(crate) acts: GrantActs,
}

/// The grants that are held. Those that a person inherits are their groups' to change.
#[component]
pub(crate) fn GrantRecords(shown: GrantsShown, #[prop(into)] empty: ViewFn) -> impl IntoView {
    let (session, sites) = (current_session(), known_sites());
    let records = move || {
        let sites = sites.answer().unwrap_or_default();
        shown.grants.get().into_iter().map(|grant| record(session, shown, grant, &sites)).collect_view()
    };
    let is_empty = Memo::new(move |_| shown.grants.with(Vec::is_empty));
    move || match is_empty.get() {
        true => empty.run(),
        false => view! { <Records label=t("grants")>{records}</Records> }.into_any(),
    }
}

/// Grants that are inherited from groups.
#[component]
pub(crate) fn InheritedRecords(
    #[prop(into)] label: Text,
    #[prop(into)] inherited: Signal<Vec<HeldGrant>>,
    #[prop(into)] names: Signal<Names>,
) -> impl IntoView {
    let (session, sites) = (current_session(), known_sites());
    let records = move || {
        let sites = sites.answer().unwrap_or_default();
        let record = |grant| inherited_record(session, grant, &names.read(), &sites);
        inherited.get().into_iter().map(record).collect_view()
    };
    let is_any = Memo::new(move |_| inherited.with(|inherited| !inherited.is_empty()));
    move || is_any.get().then(|| view! { <Records label>{records}</Records> })
}

fn record(session: CurrentSession, shown: GrantsShown, grant: Grant, sites: &[Site]) -> AnyView {
    let names = shown.names.get();
    let through = match &grant.subject {
        Subject::Group(group) => Some(group.clone()),
        Subject::User(_) => None,
    };
    let title = shown.roles.with(|roles| name_of(&grant.role, roles));
    let place = scope_named(&grant.scope, sites, &names.groups);
    let is_over = grant.validity.is_over(browser::now());
    let given = given(session, &grant, &names);
    let reason = (!grant.reason.is_empty()).then(|| say("grant-because", &[("reason", grant.reason.clone().into())]));
    // On a group's own page its grants are not through anything.
    let is_own = shown.acts.is_about(&grant.subject);
    let marks = marks(session, &grant, through.filter(|_| !is_own), &names);
    let actions = if is_own { actions(session, shown, grant) } else { ViewFn::from(|| ()) };
    view! {
        <Record title marks faded=is_over actions>
            <RecordLine>{place}</RecordLine>
            {reason.map(|reason| view! { <RecordLine>{reason}</RecordLine> })}
            <RecordLine quiet=true>{given}</RecordLine>
        </Record>
    }
    .into_any()
}

fn inherited_record(session: CurrentSession, grant: HeldGrant, names: &Names, sites: &[Site]) -> AnyView {
    let place = scope_named(&grant.scope, sites, &names.groups);
    let until = lasting(&grant.validity);
    let title = role_name(&grant.role_name);
    let (through, names) = (grant.through, names.clone());
    let marks = move || through.clone().map(|group| through_link(session, group, &names));
    view! {
        <Record title marks actions=|| ()>
            <RecordLine>{place}</RecordLine>
            {until.map(|until| view! { <RecordLine quiet=true>{until}</RecordLine> })}
        </Record>
    }
    .into_any()
}

fn name_of(role: &RoleId, roles: &[Role]) -> String {
    let found = roles.iter().find(|known| known.id == *role);
    found.map(role_label).unwrap_or_default()
}

/// "until 1 Dec 2026 · given by Olga Winter on 3 Nov 2026".
fn given(session: CurrentSession, grant: &Grant, names: &Names) -> String {
    let at = date(grant.granted_at);
    let by = grant.granted_by.as_ref().map(|user| name_of_grantor(session, user, names));
    let given = match by {
        Some(name) => say("grant-given-by", &[("name", name.into()), ("date", at.into())]),
        None => say("grant-given-at-set-up", &[("date", at.into())]),
    };
    lasting(&grant.validity).into_iter().chain([given]).collect::<Vec<_>>().join(" · ")
}

fn name_of_grantor(session: CurrentSession, user: &UserId, names: &Names) -> String {
    let owner = |session: &shared::session::Session| {
        session.owners.iter().find(|owner| owner.id == *user).map(|owner| owner.name.clone())
    };
    let known = names.users.get(user).cloned().or_else(|| session.signal().with(owner));
    known.unwrap_or_else(|| say("preview-somebody", &[]))
}

/// From when until when, if it is not for ever.
fn lasting(validity: &Validity) -> Option<String> {
    let (from, until) = (validity.from.map(date_time), validity.until.map(date_time));
    match (from, until) {
        (None, None) => None,
        (Some(from), None) => Some(say("grant-lasts-from", &[("from", from.into())])),
        (None, Some(until)) => Some(say("grant-lasts-until", &[("until", until.into())])),
        (Some(from), Some(until)) => Some(say("grant-lasts", &[("from", from.into()), ("until", until.into())])),
    }
}

fn marks(session: CurrentSession, grant: &Grant, through: Option<GroupId>, names: &Names) -> ViewFn {
    let now = browser::now();
    let is_over = grant.validity.is_over(now);
    let is_later = grant.validity.from.is_some_and(|from| from > now);
    let is_suspended = grant.suspended;
    let names = names.clone();
    ViewFn::from(move || {
        let over = is_over.then(|| view! { <Badge label=t("grant-over") kind=BadgeKind::Bad/> });
        let later = is_later.then(|| view! { <Badge label=t("grant-later") kind=BadgeKind::Accent/> });
        let suspended = is_suspended.then(|| view! { <Badge label=t("grant-suspended") kind=BadgeKind::Warning/> });
        let through = through.clone().map(|group| through_link(session, group, &names));
        view! { {over}{later}{suspended}{through} }
    })
}

/// The way to the group from which a grant is inherited.
fn through_link(session: CurrentSession, group: GroupId, names: &Names) -> AnyView {
    let Some(name) = names.groups.get(&group).map(|name| group_name(name)) else {
        return view! { <Badge label=t("grant-through-some-group")/> }.into_any();
    };
    let label = t_with("grant-through", move || vec![("group", name.clone().into())]);
    let href = Signal::derive(move || session.link_with(Page::Group(group.clone()), "tab", "grants"));
    view! { <TextLink label href/> }.into_any()
}

fn actions(session: CurrentSession, shown: GrantsShown, grant: Grant) -> ViewFn {
    let (acts, id) = (shown.acts, grant.id);
    // Whether it reaches the grant's place is judged with the facts of the preview.
    let may_not =
        Signal::derive(move || session.obstacle_now::<Delete>(&Target::Anywhere).or_else(|| shown.obstacle.get()));
    let may_not_rehome =
        Signal::derive(move || session.obstacle_now::<Rehome>(&Target::Anywhere).or_else(|| shown.obstacle.get()));
    let (act, label): (Act, Text) = match grant.suspended {
        true => (Act::Resume, t("grant-resume")),
        false => (Act::Suspend, t("grant-suspend")),
    };
    ViewFn::from(move || {
        let (suspended, rehomed, taken) = (id.clone(), id.clone(), id.clone());
        let (suspend, rehome) = (move |()| acts.ask(act, &suspended), move |()| acts.ask_for_grantor(&rehomed));
        let take = move |()| acts.ask(Act::Take, &taken);
        view! {
            <Button label kind=ButtonKind::Quiet obstacle=may_not on_press=suspend/>
            <Button label=t("grant-rehome") kind=ButtonKind::Quiet obstacle=may_not_rehome on_press=rehome/>
            <Button label=t("grant-take") kind=ButtonKind::Quiet obstacle=may_not on_press=take/>
        }
    })
}
