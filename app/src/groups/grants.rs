//! What a group carries: its own grants, and those that it inherits from the groups above.

use super::page::GroupAtHand;
use crate::{
    api::query,
    grants::{Giving, GrantActs, GrantsShown, HeldGrants, InheritedRecords},
    i18n::t,
    widgets::{EmptyState, SkeletonKind, Stack, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    grants::{Subject, api::Create},
    roles,
};

/// The tab.
#[component]
pub(super) fn GroupGrants(at_hand: GroupAtHand) -> impl IntoView {
    let (org, session) = (at_hand.session.org(), at_hand.session);
    let known = query(move || Some(roles::api::List { org: org.clone() }));
    let subject = Subject::Group(at_hand.id());
    when_ready(known, SkeletonKind::Cards, move |roles| {
        let (giving, acts) = (Giving::to(subject.clone(), roles), GrantActs::of(subject.clone()));
        let page = at_hand.page;
        let shown = GrantsShown {
            grants: Signal::derive(move || page.with(|page| page.grants.clone())),
            names: Signal::derive(move || page.with(|page| page.names.clone())),
            roles,
            obstacle: Signal::default(),
            acts,
        };
        let inherited = Signal::derive(move || {
            page.with(|page| {
                let from_above = |grant: &&shared::authority::HeldGrant| grant.through.as_ref() != Some(&page.group.id);
                page.inherited.iter().filter(from_above).cloned().collect::<Vec<_>>()
            })
        });
        let names = Signal::derive(move || {
            page.with(|page| {
                let mut names = page.names.clone();
                names.groups.extend(page.above.iter().map(|group| (group.id.clone(), group.name.clone())));
                names
            })
        });
        let obstacle = session.obstacle::<Create>(Target::Anywhere);
        let empty = move || {
            view! { <EmptyState icon="key-round" title=t("group-grants-none") explanation=t("group-grants-none-why")/> }
                .into_any()
        };
        view! {
            <Stack>
                <HeldGrants shown giving may_not_give=obstacle empty/>
                <InheritedRecords label=t("group-grants-inherited") inherited names/>
            </Stack>
            {giving.dialog()}
            {acts.dialogs()}
        }
        .into_any()
    })
}
