//! Picking a group: by its name, at any level.

use crate::{
    api::query,
    i18n::{Text, say, t},
    session::current_session,
    widgets::{Found, Pick, Picker},
};
use leptos::prelude::*;
use shared::{
    groups::{Group, api::List},
    ids::GroupId,
};

/// So many are shown; more words find the others.
const SHOWN: u32 = 8;

/// A group by its name. What is picked has the group's id as its value.
#[component]
pub(crate) fn GroupPicker(
    /// The field of the form's request.
    name: &'static str,
    #[prop(into)] label: Text,
    picked: RwSignal<Option<Pick>>,
    /// Whether the top can be picked: its value is empty.
    #[prop(optional)]
    top: bool,
    /// Not this one.
    #[prop(optional)]
    except: Option<GroupId>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let (session, words) = (current_session(), RwSignal::new(String::new()));
    let org = session.org();
    let read = query(move || {
        let q = words.with(|words| (!words.trim().is_empty()).then(|| words.trim().to_owned()));
        Some(List { q, limit: Some(SHOWN), ..List::first(org.clone()) })
    });
    let found = Signal::derive(move || {
        let page = read.answer()?;
        let groups = page.items.into_iter().filter(|group| except.as_ref() != Some(&group.id)).map(pick);
        let at_top = top.then(|| words.with(String::is_empty).then(top_pick)).flatten();
        Some(Found { picks: at_top.into_iter().chain(groups).collect(), total: page.total })
    });
    match hint {
        Some(hint) => {
            view! { <Picker name label search=t("groups-search") words found picked required hint/> }.into_any()
        }
        None => view! { <Picker name label search=t("groups-search") words found picked required/> }.into_any(),
    }
}

/// A group as something to pick.
pub(super) fn pick(group: Group) -> Pick {
    Pick { value: group.id.to_string(), label: group.details.name, note: group.details.description }
}

/// The top, above all groups.
pub(super) fn top_pick() -> Pick {
    Pick { value: String::new(), label: say("groups-top", &[]), note: say("groups-top-why", &[]) }
}

/// The group that is picked; none for the top, or as long as nothing is.
pub(crate) fn picked_group(picked: RwSignal<Option<Pick>>) -> Option<GroupId> {
    picked.with(|picked| picked.as_ref().and_then(|pick| pick.value.parse().ok()))
}
