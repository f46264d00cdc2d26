//! Somebody, found by name: users and administrators alike, as far as one may see them.

use crate::{
    api::query,
    i18n::Text,
    session::current_session,
    widgets::{Finder, Finding},
};
use leptos::prelude::*;
use shared::{administrators, authority::Target, ids::UserId, users};

/// How many are offered at a time.
const OFFERED: u32 = 8;

/// A field in which somebody is chosen.
#[component]
pub fn PersonFinder(
    #[prop(into)] label: Text,
    #[prop(into)] person: Signal<Option<UserId>>,
    #[prop(into)] on_choose: Callback<Option<String>>,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let words = RwSignal::new(None::<String>);
    let (chosen, found) = (name_of(person), found(words));
    match hint {
        Some(hint) => view! { <Finder label chosen words found on_choose hint/> }.into_any(),
        None => view! { <Finder label chosen words found on_choose/> }.into_any(),
    }
}

/// Somebody's name, once it is known: a user's record, or an administrator's.
pub fn name_of(person: Signal<Option<UserId>>) -> Signal<Option<String>> {
    let session = current_session();
    let (org, org_2) = (session.org(), session.org());
    let user = query(move || {
        let asks = session.may::<users::api::View>(&Target::Anywhere);
        person.get().filter(|_| asks).map(|user| users::api::View { org: org.clone(), user })
    });
    let administrator = query(move || {
        let asks = session.may::<administrators::api::View>(&Target::Anywhere);
        person.get().filter(|_| asks).map(|user| administrators::api::View { org: org_2.clone(), user })
    });
    Signal::derive(move || {
        let user = user.answer().map(|user| (user.id.clone(), user.person.full_name()));
        let administrator = || administrator.answer().map(|it| (it.user.id.clone(), it.user.person.full_name()));
        let wanted = person.get()?;
        // While the next one is on its way, the former answer stays.
        user.filter(|(id, _)| *id == wanted)
            .or_else(|| administrator().filter(|(id, _)| *id == wanted))
            .map(|(_, name)| name)
    })
}

fn found(words: RwSignal<Option<String>>) -> Signal<Vec<Finding>> {
    let session = current_session();
    let (org, org_2) = (session.org(), session.org());
    let users = query(move || {
        let words = words.get()?;
        let first = users::api::List::first(org.clone());
        session.may::<users::api::List>(&Target::Anywhere).then_some(users::api::List {
            q: Some(words),
            limit: Some(OFFERED),
            ..first
        })
    });
    let administrators = query(move || {
        let words = words.get()?;
        let first = administrators::api::List::first(org_2.clone());
        session.may::<administrators::api::List>(&Target::Anywhere).then_some(administrators::api::List {
            q: Some(words),
            limit: Some(OFFERED),
            ..first
        })
    });
    Signal::derive(move || {
        let users = users.answer().into_iter().flat_map(|page| page.items);
        let users = users.map(|user| finding(&user.id, user.name, user.email));
        let administrators = administrators.answer().into_iter().flat_map(|page| page.items);
        let administrators = administrators.map(|it| finding(&it.id, it.name, it.email));
        let mut all: Vec<Finding> = users.chain(administrators).collect();
        all.sort_by(|a, b| (a.label.to_lowercase(), &a.value).cmp(&(b.label.to_lowercase(), &b.value)));
        all.dedup_by(|a, b| a.value == b.value);
        all.truncate(OFFERED as usize);
        all
    })
}

fn finding(id: &UserId, label: String, note: String) -> Finding {
    Finding { value: id.to_string(), label, note }
}
