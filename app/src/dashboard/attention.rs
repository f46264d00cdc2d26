//! What somebody should look after before it becomes a nuisance.

use crate::{
    api::{Query, query},
    i18n::{t, t_with},
    people::ENDING_SOON,
    route::Page,
    session::CurrentSession,
    widgets::{Card, Shortcut, Shortcuts},
};
use leptos::prelude::*;
use shared::{
    Endpoint, administrators,
    authority::Target,
    directories::{self, Directory, RunState},
    grants::api::{Orphan, Orphaned},
    page,
    users::{self, Status},
    webhooks::{self, Webhook},
};

/// What is read for it, each as far as one may.
#[derive(Clone, Copy)]
pub(super) struct Concerns {
    session: CurrentSession,
    temporary: Query<page::Page<users::UserSummary>>,
    ending: Query<page::Page<administrators::AdministratorSummary>>,
    webhooks: Query<Vec<Webhook>>,
    directories: Query<Vec<Directory>>,
    /// Shown in a card of its own.
    orphaned: Query<Vec<Orphan>>,
}

impl Concerns {
    pub(super) fn read(session: CurrentSession) -> Self {
        let (org, org_2, org_3, org_4) = (session.org(), session.org(), session.org(), session.org());
        let org_5 = session.org();
        let temporary = move || {
            let (status, first) = (Some(Status::Active), users::api::List::first(org.clone()));
            users::api::List { temporary: Some(true), status, limit: Some(1), ..first }
        };
        let ending = move || {
            let first = administrators::api::List::first(org_2.clone());
            administrators::api::List { ending_within: Some(ENDING_SOON), limit: Some(1), ..first }
        };
        Self {
            session,
            temporary: query(move || may::<users::api::List>(session).then(&temporary)),
            ending: query(move || may::<administrators::api::List>(session).then(&ending)),
            webhooks: query(move || {
                may::<webhooks::api::List>(session).then(|| webhooks::api::List { org: org_4.clone() })
            }),
            directories: query(move || {
                may::<directories::api::List>(session).then(|| directories::api::List { org: org_5.clone() })
            }),
            orphaned: query(move || may::<Orphaned>(session).then(|| Orphaned { org: org_3.clone() })),
        }
    }

    /// Whether it is known by now what there is, so that nothing moves down any more.
    pub(super) fn are_known(self) -> bool {
        fn is_settled<E: Endpoint, T: Clone + 'static>(session: CurrentSession, read: Query<T>) -> bool {
            !may::<E>(session) || read.answer().is_some() || read.problem().is_some()
        }
        is_settled::<users::api::List, _>(self.session, self.temporary)
            && is_settled::<administrators::api::List, _>(self.session, self.ending)
            && is_settled::<webhooks::api::List, _>(self.session, self.webhooks)
            && is_settled::<directories::api::List, _>(self.session, self.directories)
            && is_settled::<Orphaned, _>(self.session, self.orphaned)
    }

    /// The counts, each with the way to the list of what it counts; nothing if there is nothing.
    pub(super) fn card(self) -> AnyView {
        let temporary = Memo::new(move |_| self.temporary.answer().map_or(0, |page| page.total));
        let ending = Memo::new(move |_| self.ending.answer().map_or(0, |page| page.total));
        let off = Memo::new(move |_| {
            let webhooks = self.webhooks.answer().unwrap_or_default();
            webhooks.iter().fold(0, |count, webhook| count + u32::from(webhook.off_reason.is_some()))
        });
        let waiting = Memo::new(move |_| {
            let is_waiting =
                |directory: &Directory| directory.last_run.as_ref().is_some_and(|run| run.state == RunState::Waiting);
            let directories = self.directories.answer().unwrap_or_default();
            directories.iter().fold(0, |count, directory| count + u32::from(is_waiting(directory)))
        });
        let lines = move || {
            let whose = self.line(temporary, Page::Users, Some("temporary"), "rotate-ccw-key", WORDS_OF_TEMPORARY);
            let which = self.line(ending, Page::Administrators, Some("ending"), "clock", WORDS_OF_ENDING);
            let silent = self.line(off, Page::Integrations, None, "webhook", WORDS_OF_WEBHOOKS);
            let asking = self.line(waiting, Page::Directories, None, "refresh-cw", WORDS_OF_RUNS);
            view! { <Shortcuts>{asking}{whose}{which}{silent}</Shortcuts> }
        };
        let is_any = Memo::new(move |_| temporary.get() + ending.get() + off.get() + waiting.get() > 0);
        view! { {move || is_any.get().then(|| view! { <Card title=t("attention")>{lines()}</Card> })} }.into_any()
    }

    fn line(
        self,
        count: Memo<u32>,
        list: Page,
        status: Option<&'static str>,
        icon: &'static str,
        (label, why): (&'static str, &'static str),
    ) -> AnyView {
        let line = move || {
            let list = list.clone();
            let href = Signal::derive(move || match status {
                Some(status) => self.session.link_with(list.clone(), "status", status),
                None => self.session.link(list.clone()),
            });
            let label = t_with(label, move || vec![("count", count.get().into())]);
            let explanation = t_with(why, || vec![("days", ENDING_SOON.into())]);
            view! { <Shortcut label explanation icon href/> }
        };
        let is_any = Memo::new(move |_| count.get() > 0);
        view! { {move || is_any.get().then(&line)} }.into_any()
    }
}

const WORDS_OF_TEMPORARY: (&str, &str) = ("attention-temporary", "attention-temporary-why");
const WORDS_OF_ENDING: (&str, &str) = ("attention-ending", "attention-ending-why");
const WORDS_OF_RUNS: (&str, &str) = ("attention-runs", "attention-runs-why");
const WORDS_OF_WEBHOOKS: (&str, &str) = ("attention-webhooks", "attention-webhooks-why");

fn may<E: Endpoint>(session: CurrentSession) -> bool {
    session.may::<E>(&Target::Anywhere)
}
