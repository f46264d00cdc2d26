//! What became of the last mail to somebody, as a fact to stand among others.

use crate::{
    api::query,
    i18n::{Text, date_time, say, say_of, t, t_of},
    session::current_session,
    widgets::{Badge, BadgeKind, Definition, Row},
};
use leptos::prelude::*;
use shared::{
    ids::UserId,
    mails::{MailStatus, MailSummary, api::List},
};

/// The last mail and its status; nothing for somebody whose mails one may not see.
#[component]
pub fn LastMail(#[prop(into)] user: Signal<UserId>) -> impl IntoView {
    let org = current_session().org();
    let mails = query(move || Some(List { org: org.clone(), user: user.get() }));
    let last = move || match mails.answer() {
        None => (move || say("loading", &[])).into_any(),
        Some(mails) => mails.into_iter().next().map_or_else(|| t("mail-none").into_any(), in_words),
    };
    let is_known = Memo::new(move |_| mails.problem().is_none());
    move || is_known.get().then(|| view! { <Definition term=t("mail-last")>{last}</Definition> })
}

fn in_words(mail: MailSummary) -> AnyView {
    let MailSummary { kind, status, created_at, finished_at, .. } = mail;
    let mark = match status {
        MailStatus::Waiting => BadgeKind::Neutral,
        MailStatus::Delivered => BadgeKind::Good,
        MailStatus::Failed => BadgeKind::Bad,
    };
    let when = Text::derive(move || {
        let kind = say_of("mail-kind-*", kind.as_str(), &[]);
        say("mail-when", &[("kind", kind.into()), ("time", date_time(finished_at.unwrap_or(created_at)).into())])
    });
    view! { <Row><span>{when}</span><Badge label=t_of("mail-status-*", status.as_str()) kind=mark/></Row> }.into_any()
}
