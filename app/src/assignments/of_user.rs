//! What one user has, on the user's own page.

use super::{
    asset::{AddDialog, Adding},
    give::Thing,
    in_words, kind_in_words, kind_of,
    take::{TakeDialog, Taking},
};
use crate::{
    api::query,
    i18n::t,
    session::{CurrentSession, current_session},
    widgets::{Button, Cell, Column, EmptyState, Row, SkeletonKind, Stack, Table, when_allowed, when_ready},
};
use leptos::prelude::*;
use shared::{
    assignments::{
        self, Assigned, Holder,
        api::{Assign, Unassign, View},
    },
    authority::Target,
    ids::UserId,
};

/// What the user has, with giving and taking.
#[component]
pub fn UserAssignments(user: UserId) -> impl IntoView {
    let session = current_session();
    when_allowed::<View>(Target::Anywhere, move || list(session, user.clone()))
}

fn list(session: CurrentSession, user: UserId) -> AnyView {
    let (org, adding, taking) = (session.org(), Adding::new(), Taking::new());
    let read = query(move || Some(View { org: org.clone(), user: user.clone() }));
    let busy = Signal::derive(move || read.is_busy());
    let content = when_ready(read, SkeletonKind::Table, move |of: Signal<assignments::UserAssignments>| {
        let columns = vec![
            Column::new(t("assigned-what")),
            Column::new(t("asset-kind")).wide_only(),
            Column::new(t("administrators-action")),
        ];
        let rows = move || {
            let assignments::UserAssignments { user, assigned, .. } = of.get();
            assigned.into_iter().map(|it| row(session, user.clone(), it, taking)).collect::<Vec<_>>()
        };
        let empty = || view! { <EmptyState title=t("assigned-nothing") explanation=t("assigned-nothing-why")/> };
        let obstacle = session.obstacle::<Assign>(Target::Anywhere);
        let add = move |()| adding.open_for(of.with_untracked(|of| of.user.clone()));
        view! {
            <Stack>
                <Row><Button label=t("assign") icon="plus" obstacle on_press=add/></Row>
                <Table caption=t("assignments") columns rows empty busy/>
            </Stack>
        }
        .into_any()
    });
    view! {
        {content}
        <AddDialog adding/>
        <TakeDialog taking/>
    }
    .into_any()
}

fn row(session: CurrentSession, holder: Holder, assigned: Assigned, taking: Taking) -> Vec<Cell> {
    let (words, kind) = (in_words(&assigned), kind_of(&assigned.asset));
    let target = assigned.site.as_ref().map_or(Target::Anywhere, |site| Target::Site(site.clone()));
    let thing = Thing { asset: assigned.asset, name: assigned.name };
    vec![
        words.into_any(),
        kind_in_words(kind).into_any(),
        taking.button(session.obstacle::<Unassign>(target), thing, holder),
    ]
}
