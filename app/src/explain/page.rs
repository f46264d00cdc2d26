//! The page: a question above, its answer below.

use super::{
    answer::answer,
    question::{Question, QuestionControls},
};
use crate::{
    api::query,
    i18n::t,
    people::name_of,
    session::{CurrentSession, current_session},
    widgets::{EmptyState, PageHeader, SkeletonKind, when_allowed, when_ready},
};
use leptos::prelude::*;
use shared::{authority::Target, checks::api::Explain};

/// Explains.
#[component]
pub fn ExplainPage() -> impl IntoView {
    let session = current_session();
    let content = when_allowed::<Explain>(Target::Anywhere, move || view! { <Explaining session/> }.into_any());
    view! {
        <PageHeader title=t("explain") description=t("explain-why")/>
        {content}
    }
}

#[component]
fn Explaining(session: CurrentSession) -> impl IntoView {
    let (question, org) = (Question::from_address(), session.org());
    let explained = query(move || question.request(org.clone()));
    let name = name_of(Signal::derive(move || question.user()));
    let is_asked = Memo::new(move |_| question.user().is_some());
    let content = move || match is_asked.get() {
        false => {
            view! { <EmptyState icon="circle-question-mark" title=t("explain-ask") explanation=t("explain-ask-why")/> }
                .into_any()
        }
        true => {
            when_ready(explained, SkeletonKind::Form, move |explanation| answer(session, question, name, explanation))
        }
    };
    view! {
        <QuestionControls question/>
        {content}
    }
}
