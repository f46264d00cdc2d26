//! Picking groups: by their names, at any level.

use super::group_name;
use crate::{
    api::query,
    i18n::{Text, say, t, t_with},
    session::current_session,
    widgets::{Alert, Found, Pick, Picked, PickedList, Picker},
};
use leptos::prelude::*;
use shared::{
    groups::{Group, GroupKind, api::List},
    ids::GroupId,
};

/// So many are shown; more words find the others.
const SHOWN: u32 = 8;

/// A group by its name. What is picked has the group's id as its value.
#[component]
pub(crate) fn GroupPicker(
    /// The field of the form's request; none outside of forms.
    #[prop(optional)]
    name: &'static str,
    #[prop(into)] label: Text,
    #[prop(into)] picked: Picked,
    /// Whether the top can be picked: its value is empty.
    #[prop(optional)]
    top: bool,
    /// Not these.
    #[prop(optional, into)]
    except: Signal<Vec<String>>,
    /// Only groups of this kind.
    #[prop(optional)]
    kind: Option<GroupKind>,
    #[prop(optional)] required: bool,
    #[prop(optional_no_strip, into)] hint: Option<Text>,
) -> impl IntoView {
    let words = RwSignal::new(None::<String>);
    let found = found(words, kind, top, except);
    view! { <Picker name label picked words found required hint/> }
}

fn found(
    words: RwSignal<Option<String>>,
    kind: Option<GroupKind>,
    top: bool,
    except: Signal<Vec<String>>,
) -> Signal<Option<Found>> {
    let org = current_session().org();
    let read = query(move || {
        let q = words.get()?.trim().to_owned();
        Some(List { q: (!q.is_empty()).then_some(q), kind, limit: Some(SHOWN), ..List::first(org.clone()) })
    });
    Signal::derive(move || {
        let page = read.answer()?;
        let is_meant = |pick: &Pick| except.with(|except| !except.contains(&pick.value));
        let (all, total) = (page.items.len(), page.total);
        let groups: Vec<Pick> = page.items.into_iter().map(pick).filter(is_meant).collect();
        let left_out = u32::try_from(all - groups.len()).unwrap_or(u32::MAX);
        let at_top = top && words.with(|words| words.as_deref().is_none_or(str::is_empty));
        let picks: Vec<Pick> = at_top.then(top_pick).into_iter().chain(groups).collect();
        Some(Found { picks, total: total.saturating_sub(left_out) })
    })
}

/// Several groups, picked one after the other.
#[component]
pub(crate) fn GroupsPicker(
    /// The field of the form's request.
    name: &'static str,
    #[prop(into)] label: Text,
    picked: RwSignal<Vec<Pick>>,
    /// So many, and no more.
    most: usize,
    #[prop(into)] hint: Text,
    #[prop(default = true)] required: bool,
) -> impl IntoView {
    let is_full = Memo::new(move |_| picked.with(|picked| picked.len() >= most));
    let except = Signal::derive(move || picked.with(|picked| picked.iter().map(|pick| pick.value.clone()).collect()));
    let add = Callback::new(move |pick: Option<Pick>| picked.update(|picked| picked.extend(pick)));
    let next = move || {
        let chosen = Picked::elsewhere(Signal::default(), add);
        view! { <GroupPicker name label picked=chosen except required hint/> }
    };
    let full = move || {
        let why = t_with("groups-picker-full", move || vec![("max", most.into())]);
        view! { <Alert>{why}</Alert> }
    };
    view! {
        {move || if is_full.get() { full().into_any() } else { next().into_any() }}
        <PickedList label=t("groups-picked") picked/>
    }
}

/// A group as something to pick.
pub(crate) fn pick(group: Group) -> Pick {
    Pick { value: group.id.to_string(), label: group_name(&group.details.name), note: group.details.description }
}

/// The top, above all groups.
pub(super) fn top_pick() -> Pick {
    Pick { value: String::new(), label: say("groups-top", &[]), note: say("groups-top-why", &[]) }
}

/// The group that is picked; none for the top, or as long as nothing is.
pub(crate) fn picked_group(picked: RwSignal<Option<Pick>>) -> Option<GroupId> {
    picked.with(|picked| picked.as_ref().and_then(|pick| pick.value.parse().ok()))
}
