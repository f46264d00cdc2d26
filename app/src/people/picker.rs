//! Somebody, found by name or address, as far as one may see them.

use crate::{
    api::query,
    i18n::Text,
    session::current_session,
    widgets::{Found, Pick, Picked, Picker},
};
use leptos::prelude::*;
use shared::{administrators, authority::Target, ids::UserId, users};

/// How many are offered at a time; more words find the others.
const OFFERED: u32 = 8;

/// Among whom somebody is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Users.
    Users,
    /// Administrators.
    Administrators,
    /// Both.
    Everybody,
}

/// A field in which somebody is picked. What is picked has the person's id as its value.
#[component]
pub fn PersonPicker(
    /// The field of the form's request; none outside of forms.
    #[prop(optional)]
    name: &'static str,
    #[prop(into)] label: Text,
    among: Among,
    #[prop(into)] picked: Picked,
    #[prop(optional)] required: bool,
    #[prop(optional_no_strip, into)] hint: Option<Text>,
) -> impl IntoView {
    let words = RwSignal::new(None::<String>);
    let found = found(among, words);
    view! { <Picker name label picked words found required hint/> }
}

/// Who is picked.
pub fn picked_user(picked: RwSignal<Option<Pick>>) -> Option<UserId> {
    picked.with(|picked| picked.as_ref().and_then(|pick| pick.value.parse().ok()))
}

/// Somebody whose id is kept elsewhere, such as in the address.
pub fn picked_by_id(person: Signal<Option<UserId>>, on_pick: Callback<Option<String>>) -> Picked {
    let on_pick = move |pick: Option<Pick>| on_pick.run(pick.map(|pick| pick.value));
    Picked::elsewhere(name_of(person), Callback::new(on_pick))
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

fn found(among: Among, words: RwSignal<Option<String>>) -> Signal<Option<Found>> {
    let session = current_session();
    let (org, org_2) = (session.org(), session.org());
    let asks_users = move || among != Among::Administrators && session.may::<users::api::List>(&Target::Anywhere);
    let asks_administrators =
        move || among != Among::Users && session.may::<administrators::api::List>(&Target::Anywhere);
    let users = query(move || {
        let (q, first) = (typed(words)?, users::api::List::first(org.clone()));
        asks_users().then_some(users::api::List { q, limit: Some(OFFERED), ..first })
    });
    let administrators = query(move || {
        let (q, first) = (typed(words)?, administrators::api::List::first(org_2.clone()));
        asks_administrators().then_some(administrators::api::List { q, limit: Some(OFFERED), ..first })
    });
    Signal::derive(move || {
        let (users, administrators) = (users.answer(), administrators.answer());
        let is_on_its_way = asks_users() && users.is_none() || asks_administrators() && administrators.is_none();
        let users = users.map(|page| (page.total, page.items)).unwrap_or_default();
        let administrators = administrators.map(|page| (page.total, page.items)).unwrap_or_default();
        let picks = users.1.into_iter().map(|user| pick(&user.id, user.name, user.email));
        let more = administrators.1.into_iter().map(|one| pick(&one.id, one.name, one.email));
        // Whoever is both is told once; how many are both is not known.
        (!is_on_its_way).then(|| told_once(picks.chain(more).collect(), users.0.max(administrators.0)))
    })
}

/// Every pick once, in the order of their names, no more than are offered.
fn told_once(mut picks: Vec<Pick>, total: u32) -> Found {
    picks.sort_by(|a, b| (a.label.to_lowercase(), &a.value).cmp(&(b.label.to_lowercase(), &b.value)));
    picks.dedup_by(|a, b| a.value == b.value);
    let total = total.max(u32::try_from(picks.len()).unwrap_or(u32::MAX));
    picks.truncate(OFFERED as usize);
    Found { picks, total }
}

/// What is looked for, once it is: everybody, as long as nothing is typed.
fn typed(words: RwSignal<Option<String>>) -> Option<Option<String>> {
    words.with(|words| words.as_ref().map(|words| Some(words.trim().to_owned()).filter(|words| !words.is_empty())))
}

fn pick(id: &UserId, label: String, note: String) -> Pick {
    Pick { value: id.to_string(), label, note }
}
