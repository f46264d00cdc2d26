//! Authority for which nobody answers any more: whoever gave it holds less by now, or may not
//! sign in.

use super::acts::{Act, GrantActs};
use crate::{
    api::query,
    i18n::{say, t, t_with},
    roles::role_name,
    scope::{known_sites, scope_in_words},
    session::{CurrentSession, current_session},
    widgets::{Button, ButtonKind, Card, Record, RecordLine, Records},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    grants::{
        Grant, Subject,
        api::{Orphan, Orphaned, Rehome, Suspend},
    },
    roles::{self, Role},
    sites::Site,
};

/// What is orphaned, with what can be done about it; nothing if nothing is.
#[component]
pub(crate) fn OrphanedCard() -> impl IntoView {
    let (session, sites) = (current_session(), known_sites());
    let (org, org_of_roles) = (session.org(), session.org());
    let read = query(move || session.may::<Orphaned>(&Target::Anywhere).then(|| Orphaned { org: org.clone() }));
    let roles = query(move || {
        session.may::<roles::api::List>(&Target::Anywhere).then(|| roles::api::List { org: org_of_roles.clone() })
    });
    // The grants are of many subjects: what is asked about one names it by its id alone.
    let acts = GrantActs::of(Subject::User(session.signal().with_untracked(|session| session.access.user.clone())));
    let records = move || {
        let (sites, roles) = (sites.answer().unwrap_or_default(), roles.answer().unwrap_or_default());
        let orphans = read.answer().unwrap_or_default().into_iter();
        orphans.map(|orphan| record(session, acts, orphan, &sites, &roles)).collect_view()
    };
    let is_any = Memo::new(move |_| read.answer().is_some_and(|orphans| !orphans.is_empty()));
    move || {
        is_any.get().then(|| {
            view! {
                <Card title=t("orphaned-title") description=t("orphaned-why")>
                    <Records label=t("orphaned-title")>{records}</Records>
                </Card>
                {acts.dialogs()}
            }
        })
    }
}

fn record(session: CurrentSession, acts: GrantActs, orphan: Orphan, sites: &[Site], roles: &[Role]) -> AnyView {
    let Orphan { grant, holder, grantor } = orphan;
    let role = roles.iter().find(|role| role.id == grant.role).map(|role| role_name(&role.details.name));
    let place = scope_in_words(&grant.scope, sites);
    let what = say("preview-orphan", &[("role", role.unwrap_or_default().into()), ("scope", place.into())]);
    let by = grantor.map(|grantor| {
        let by = t_with("orphaned-by", move || vec![("name", grantor.name.clone().into())]);
        view! { <RecordLine quiet=true>{by}</RecordLine> }
    });
    view! {
        <Record title=holder marks=|| () actions=actions(session, acts, grant)>
            <RecordLine>{what}</RecordLine>
            {by}
        </Record>
    }
    .into_any()
}

fn actions(session: CurrentSession, acts: GrantActs, grant: Grant) -> ViewFn {
    let may_not_suspend = session.obstacle::<Suspend>(Target::Anywhere);
    let may_not_rehome = session.obstacle::<Rehome>(Target::Anywhere);
    ViewFn::from(move || {
        let (answered, suspended, rehomed) = (grant.id.clone(), grant.id.clone(), grant.id.clone());
        let answer = move |()| acts.ask(Act::Answer, &answered);
        let suspend = move |()| acts.ask(Act::Suspend, &suspended);
        let rehome = move |()| acts.ask_for_grantor(&rehomed);
        let is_suspended = grant.suspended;
        let suspend = (!is_suspended).then(|| {
            view! { <Button label=t("grant-suspend") kind=ButtonKind::Quiet obstacle=may_not_suspend on_press=suspend/> }
        });
        view! {
            <Button label=t("orphaned-answer") kind=ButtonKind::Quiet obstacle=may_not_rehome on_press=answer/>
            <Button label=t("grant-rehome") kind=ButtonKind::Quiet obstacle=may_not_rehome on_press=rehome/>
            {suspend}
        }
    })
}
