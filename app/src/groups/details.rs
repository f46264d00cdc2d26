//! What a group is called and what it is for.

use super::group_name;
use crate::{
    api::Mutation,
    editing::{Draft, EditActions, Editing},
    i18n::{say, t},
    session::CurrentSession,
    toasts,
    widgets::{Card, Form, TextField},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    groups::{Group, GroupDetails, api::Update},
};

/// What is typed about a group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GroupDraft {
    name: RwSignal<String>,
    description: RwSignal<String>,
}

impl Draft for GroupDraft {
    type Value = GroupDetails;

    fn value(self) -> GroupDetails {
        GroupDetails {
            name: self.name.with(|name| name.trim().to_owned()),
            description: self.description.with(|description| description.trim().to_owned()),
        }
    }

    fn fill(self, details: &GroupDetails) {
        self.name.set(details.name.clone());
        self.description.set(details.description.clone());
    }
}

/// The fields.
#[component]
pub(super) fn GroupFields(draft: GroupDraft, #[prop(optional, into)] read_only: Signal<bool>) -> impl IntoView {
    view! {
        <TextField name="details.name" label=t("group-name") value=draft.name required=true hint=t("group-name-hint") read_only/>
        <TextField name="details.description" label=t("group-description") value=draft.description hint=t("group-description-hint") read_only/>
    }
}

/// The form over a group that is there.
#[component]
pub(super) fn DetailsForm(session: CurrentSession, group: Signal<Group>, target: Signal<Target>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), GroupDraft::default());
    let editing = Editing::new(group, draft, |group: &Group| GroupDetails {
        name: group_name(&group.details.name),
        ..group.details.clone()
    });
    let is_built_in = move || group.with(|group| group.built_in).then(|| say("group-built-in", &[]));
    let obstacle = Signal::derive(move || is_built_in().or_else(|| session.obstacle_now::<Update>(&target.read())));
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let submit = move |()| {
        let (group, version) = editing.record().with_untracked(|group| (group.id.clone(), group.version));
        let request = Update { org: session.org(), group, version, details: untrack(|| draft.value()) };
        mutation.submit(request, move |group| {
            toasts::success(t("changes-saved"));
            editing.saved(group);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <Card><GroupFields draft read_only/></Card>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
