//! The question: who, what, where. All of it stands in the address, so that it can be shared.

use crate::{
    api::query,
    features::known_features,
    groups::GroupPicker,
    groups::group_name,
    i18n::{Text, language, say, t},
    navigation::{Entry, query_parameter, use_navigation},
    people::{Among, PersonPicker, picked_by_id},
    problem::permission_in_words,
    scope::known_sites,
    session::current_session,
    widgets::{Filters, Pick, Picked, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    authority::{
        Permission, Target,
        permission::{self, USERS_VIEW},
    },
    checks::api::Explain,
    features::Feature,
    groups,
    ids::{GroupId, SiteId, Slug, UserId},
};

/// What the address says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    user: Memo<Option<String>>,
    permission: Memo<Option<String>>,
    site: Memo<Option<String>>,
    group: Memo<Option<String>>,
}

impl Question {
    pub(super) fn from_address() -> Self {
        Self {
            user: query_parameter("user"),
            permission: query_parameter("permission"),
            site: query_parameter("place"),
            group: query_parameter("group"),
        }
    }

    pub(super) fn user(self) -> Option<UserId> {
        self.user.get()?.parse().ok()
    }

    /// The permission; the first of all unless another one is asked for.
    pub(super) fn permission(self) -> Permission {
        self.permission.get().and_then(|text| text.parse().ok()).unwrap_or(USERS_VIEW)
    }

    pub(super) fn group(self) -> Option<GroupId> {
        self.group.get()?.parse().ok()
    }

    pub(super) fn site(self) -> Option<SiteId> {
        self.site.get()?.parse().ok().filter(|_| self.group().is_none())
    }

    /// The request, once somebody is chosen.
    pub(super) fn request(self, org: Slug) -> Option<Explain> {
        let (permission, site, group) = (self.permission(), self.site(), self.group());
        Some(Explain { org, user: self.user()?, permission, site, group })
    }
}

/// The controls.
#[component]
pub(super) fn QuestionControls(question: Question) -> impl IntoView {
    let navigation = use_navigation();
    let set = Callback::new(move |user: Option<String>| navigation.set_parameters(&[("user", user)], Entry::Push));
    let person = picked_by_id(Signal::derive(move || question.user()), set);
    let may_see_groups = {
        let session = current_session();
        move || session.may::<groups::api::List>(&Target::Anywhere)
    };
    view! {
        <Filters>
            <PersonPicker label=t("explain-who") among=Among::Everybody picked=person/>
            <PermissionSelect question/>
            <PlaceSelect question/>
            {move || may_see_groups().then(|| view! { <GroupPicker label=t("explain-group") picked=picked_group(question)/> })}
        </Filters>
    }
}

#[component]
fn PermissionSelect(question: Question) -> impl IntoView {
    let (navigation, chosen, features) = (use_navigation(), RwSignal::new(String::new()), known_features());
    Effect::new(move |_| chosen.set(question.permission().to_string()));
    let own = |known: &'static Permission| {
        SelectOption::new(known.as_str(), Text::derive(move || sentence_case(&permission_in_words(known.as_str()))))
    };
    let of_feature = |feature: Feature| {
        let label = Text::derive(move || {
            let name = feature.details.label.get(language()).to_owned();
            say("permission-of-feature-named", &[("name", name.into())])
        });
        SelectOption::new(Permission::feature(&feature.key).as_str(), label)
    };
    let options = Signal::derive(move || {
        permission::ALL.iter().map(own).chain(features.get().into_iter().map(of_feature)).collect::<Vec<_>>()
    });
    let change = move |permission: String| navigation.set_parameters(&[("permission", Some(permission))], Entry::Push);
    view! { <Select name="" label=t("explain-what") value=chosen options on_change=change/> }
}

/// What permissions let one do is told within sentences; here it stands alone.
fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[component]
fn PlaceSelect(question: Question) -> impl IntoView {
    let (navigation, chosen, sites) = (use_navigation(), RwSignal::new(String::new()), known_sites());
    Effect::new(move |_| chosen.set(question.site().map(|site| site.to_string()).unwrap_or_default()));
    let options = Signal::derive(move || {
        let sites = sites.answer().unwrap_or_default().into_iter();
        let sites = sites.map(|site| SelectOption::new(site.id.as_str(), Text::stored(site.details.name)));
        std::iter::once(SelectOption::new("", t("scope-organization"))).chain(sites).collect::<Vec<_>>()
    });
    let change = move |site: String| {
        navigation.set_parameters(&[("place", Some(site)), ("group", None)], Entry::Push);
    };
    view! { <Select name="" label=t("explain-where") value=chosen options on_change=change/> }
}

/// A group instead of a site.
fn picked_group(question: Question) -> Picked {
    let (org, navigation) = (current_session().org(), use_navigation());
    let read = query(move || question.group().map(|group| groups::api::View { org: org.clone(), group }));
    let name = Signal::derive(move || {
        question.group()?;
        read.answer().map(|page| group_name(&page.group.details.name))
    });
    let choose = move |group: Option<Pick>| {
        let group = group.map(|pick| pick.value);
        navigation.set_parameters(&[("group", group), ("place", None)], Entry::Push);
    };
    Picked::elsewhere(name, Callback::new(choose))
}
