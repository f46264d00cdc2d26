//! What narrows the trail. All of it stands in the address, so that a view can be shared.

use super::words::{KINDS, kind_in_words};
use crate::{
    browser::start_of_day,
    i18n::{Text, t},
    listing::Listing,
    navigation::{query_parameter, set_query},
    people::{Among, PersonPicker, picked_by_id},
    widgets::{Button, ButtonKind, Checkbox, DateField, Filters, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{audit::api::List, ids::Slug};

/// What the address says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filter {
    actor: Memo<Option<String>>,
    subject: Memo<Option<String>>,
    effect: Memo<Option<String>>,
    refused: Memo<Option<String>>,
    from: Memo<Option<String>>,
    until: Memo<Option<String>>,
}

impl Filter {
    pub(super) fn from_address() -> Self {
        Self {
            actor: query_parameter("actor"),
            subject: query_parameter("subject"),
            effect: query_parameter("effect"),
            refused: query_parameter("refused"),
            from: query_parameter("from"),
            until: query_parameter("until"),
        }
    }

    /// The request for the page at hand.
    pub(super) fn request(self, org: Slug, listing: Listing) -> List {
        List {
            org,
            actor: self.actor.get().and_then(|id| id.parse().ok()),
            subject: self.subject.get(),
            effect: self.effect.get(),
            refused: self.refused.get().is_some().then_some(true),
            from: self.from.get().and_then(|day| start_of_day(&day, 0)),
            // The last day belongs to it.
            until: self.until.get().and_then(|day| start_of_day(&day, 1)),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
        }
    }

    /// Whether anything is left out.
    pub(super) fn is_narrowed(self) -> bool {
        self.all().into_iter().any(|part| part.read().is_some())
    }

    fn all(self) -> [Memo<Option<String>>; 6] {
        [self.actor, self.subject, self.effect, self.refused, self.from, self.until]
    }
}

const NAMES: [&str; 6] = ["actor", "subject", "effect", "refused", "from", "until"];

/// The controls.
#[component]
pub(super) fn FilterControls(filter: Filter) -> impl IntoView {
    let person = |of: Memo<Option<String>>, name| {
        picked_by_id(Signal::derive(move || of.get().and_then(|id| id.parse().ok())), narrow(name))
    };
    let refused = Signal::derive(move || filter.refused.read().is_some());
    let clear = move |()| {
        let parts: Vec<_> = NAMES.into_iter().chain(["cursor"]).map(|name| (name, None)).collect();
        set_query(&parts);
    };
    let is_narrowed = Memo::new(move |_| filter.is_narrowed());
    let clear = move || {
        is_narrowed
            .get()
            .then(|| view! { <Button label=t("audit-clear") kind=ButtonKind::Quiet icon="x" on_press=clear/> })
    };
    view! {
        <Filters>
            <PersonPicker label=t("audit-actor") among=Among::Everybody picked=person(filter.actor, "actor")/>
            <PersonPicker label=t("audit-subject") among=Among::Everybody picked=person(filter.subject, "subject")/>
            <KindSelect filter/>
            <DateField label=t("audit-from") value=filter.from on_change=narrow("from")/>
            <DateField label=t("audit-until") value=filter.until on_change=narrow("until")/>
            <Checkbox
                label=t("audit-refused-only")
                checked=refused
                on_change=move |ticked: bool| narrow("refused").run(ticked.then(|| "1".to_owned()))
            />
            {clear}
        </Filters>
    }
}

/// Another view begins at its first page.
fn narrow(name: &'static str) -> Callback<Option<String>> {
    let navigation = crate::navigation::use_navigation();
    Callback::new(move |value: Option<String>| {
        navigation.set_parameters(&[(name, value), ("cursor", None)], crate::navigation::Entry::Push);
    })
}

#[component]
fn KindSelect(filter: Filter) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| chosen.set(filter.effect.get().unwrap_or_default()));
    let kind = |kind: &'static str| SelectOption::new(kind, Text::derive(move || kind_in_words(kind)));
    let options: Vec<SelectOption> =
        std::iter::once(SelectOption::new("", t("audit-any-kind"))).chain(KINDS.map(kind)).collect();
    let change = move |kind: String| narrow("effect").run(Some(kind));
    view! { <Select name="" label=t("audit-kind") value=chosen options on_change=change/> }
}
