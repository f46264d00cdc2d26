//! What a user holds as an administrator, and giving the first of it.

use crate::{
    api::query,
    grants::{Giving, GrantActs, GrantsShown, HeldGrants},
    i18n::t,
    session::CurrentSession,
    widgets::{EmptyState, SkeletonKind, when_allowed, when_ready},
};
use leptos::prelude::*;
use shared::{
    Code,
    administrators::{Administrator, api::View},
    authority::Target,
    grants::{Subject, api::Create},
    roles::{self, Role},
    users::User,
};

/// The tab.
#[component]
pub(super) fn UserGrants(session: CurrentSession, user: Signal<User>) -> impl IntoView {
    when_allowed::<View>(Target::Anywhere, move || {
        let org = session.org();
        let roles = query(move || Some(roles::api::List { org: org.clone() }));
        when_ready(roles, SkeletonKind::Cards, move |roles| held(session, user, roles))
    })
}

fn held(session: CurrentSession, user: Signal<User>, roles: Signal<Vec<Role>>) -> AnyView {
    let subject = Subject::User(user.with_untracked(|user| user.id.clone()));
    let (giving, acts) = (Giving::to(subject.clone(), roles), GrantActs::of(subject));
    let is_administrator = Memo::new(move |_| user.with(|user| user.administrator));
    let org = session.org();
    let read = query(move || {
        is_administrator.get().then(|| View { org: org.clone(), user: user.with(|user| user.id.clone()) })
    });
    let may_not_give = session.obstacle::<Create>(Target::Anywhere);
    let show = move |administrator: Signal<Option<Administrator>>| {
        let of = move |administrator: &Administrator| (administrator.grants.clone(), administrator.names.clone());
        let known = Memo::new(move |_| administrator.with(|it| it.as_ref().map(of)).unwrap_or_default());
        let (grants, names) = (Signal::derive(move || known.get().0), Signal::derive(move || known.get().1));
        // The judge says before each act whether it can be done.
        let shown = GrantsShown { grants, names, roles, obstacle: Signal::default(), acts };
        view! { <HeldGrants shown giving may_not_give empty=nothing/> }.into_any()
    };
    let is_unseen = Memo::new(move |_| read.problem().is_some_and(|problem| problem.code == Code::NotFound));
    let content = move || match (is_administrator.get(), is_unseen.get()) {
        (false, _) => show(Signal::default()),
        (true, true) => unseen(),
        (true, false) => when_ready(read, SkeletonKind::Cards, move |administrator: Signal<Administrator>| {
            show(Signal::derive(move || Some(administrator.get())))
        }),
    };
    view! {
        {content}
        {giving.dialog()}
        {acts.dialogs()}
    }
    .into_any()
}

fn nothing() -> AnyView {
    view! { <EmptyState icon="key-round" title=t("grants-none") explanation=t("user-grants-none-why")/> }.into_any()
}

/// An administrator is shown whole or not at all.
fn unseen() -> AnyView {
    view! { <EmptyState icon="key-round" title=t("user-grants-unseen") explanation=t("user-grants-unseen-why")/> }
        .into_any()
}
