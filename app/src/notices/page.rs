//! Notices, received and sent.

use super::{received::Received, sent::SentNotices};
use crate::{
    i18n::t,
    route::Page,
    session::current_session,
    widgets::{ButtonKind, LinkButton, PageHeader, Tab, Tabs},
};
use leptos::prelude::*;
use shared::{authority::Target, notices::api::Create};

/// What one has received; and for those who may send, what they have sent.
#[component]
pub fn NoticesPage() -> impl IntoView {
    let session = current_session();
    let may_send = Memo::new(move |_| session.may::<Create>(&Target::Anywhere));
    let send = move || {
        may_send.get().then(|| {
            let href = Signal::derive(move || session.link(Page::NewNotice));
            view! { <LinkButton label=t("notices-new") kind=ButtonKind::Primary icon="send" href/> }
        })
    };
    let content = move || match may_send.get() {
        true => view! { <Tabs label=t("notices") tabs=tabs()/> }.into_any(),
        false => view! { <Received/> }.into_any(),
    };
    view! {
        <PageHeader title=t("notices") description=t("notices-why") actions=view! { {send} }.into_any()/>
        {content}
    }
}

fn tabs() -> Vec<Tab> {
    vec![
        Tab::new("received", t("notices-received"), || view! { <Received/> }.into_any()),
        Tab::new("sent", t("notices-sent"), || view! { <SentNotices/> }.into_any()),
    ]
}
