//! The frame around the lists: which of them one may see, and the links between them.

use super::{
    by_asset::{ByDevice, ByNumber},
    by_license::ByLicense,
    by_user::ByUser,
};
use crate::{
    i18n::{t, t_of},
    route::{AssignmentsBy, Page},
    session::{CurrentSession, current_session},
    widgets::{PageHeader, ViewLink, Views, when_allowed},
};
use leptos::prelude::*;
use shared::{
    assignments::api::{Devices, Numbers, Seats, Users},
    authority::Target,
};

/// The lists, one at a time.
#[component]
pub fn AssignmentsPage(by: Option<AssignmentsBy>) -> impl IntoView {
    let session = current_session();
    let shown = Memo::new(move |_| by.or_else(|| visible(session).first().copied()).unwrap_or(AssignmentsBy::Number));
    let views = Signal::derive(move || {
        let view = |by: AssignmentsBy| ViewLink {
            label: t_of("assignments-by-*", by.name()),
            href: Signal::derive(move || session.link(Page::Assignments(Some(by)))),
            is_here: shown.get() == by,
        };
        visible(session).into_iter().map(view).collect::<Vec<_>>()
    });
    view! {
        <PageHeader title=t("assignments") description=t("assignments-why")/>
        <Views label=t("assignments-views") views/>
        {move || content(shown.get())}
    }
}

/// The lists that one may see.
fn visible(session: CurrentSession) -> Vec<AssignmentsBy> {
    let may = |by: &AssignmentsBy| match by {
        AssignmentsBy::Number => session.may::<Numbers>(&Target::Anywhere),
        AssignmentsBy::Device => session.may::<Devices>(&Target::Anywhere),
        AssignmentsBy::License => session.may::<Seats>(&Target::Anywhere),
        AssignmentsBy::User => session.may::<Users>(&Target::Anywhere),
    };
    AssignmentsBy::ALL.into_iter().filter(may).collect()
}

fn content(by: AssignmentsBy) -> AnyView {
    match by {
        AssignmentsBy::Number => when_allowed::<Numbers>(Target::Anywhere, || view! { <ByNumber/> }.into_any()),
        AssignmentsBy::Device => when_allowed::<Devices>(Target::Anywhere, || view! { <ByDevice/> }.into_any()),
        AssignmentsBy::License => when_allowed::<Seats>(Target::Anywhere, || view! { <ByLicense/> }.into_any()),
        AssignmentsBy::User => when_allowed::<Users>(Target::Anywhere, || view! { <ByUser/> }.into_any()),
    }
}
