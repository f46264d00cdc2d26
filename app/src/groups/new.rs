//! Making a group.

use super::{
    details::{GroupDraft, GroupFields},
    picker::{GroupPicker, picked_group, top_pick},
    tree::OpenGroups,
};
use crate::{
    api::Mutation,
    editing::Draft,
    i18n::{t, t_with},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Dialog, DialogActions, Form, Pick, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    groups::{Group, GroupKind, api::Create},
};

/// The dialog that makes one, and where it begins.
#[derive(Clone, Copy)]
pub(super) struct NewGroup {
    open: RwSignal<bool>,
    parent: RwSignal<Option<Pick>>,
}

impl NewGroup {
    pub(super) fn closed() -> Self {
        Self { open: RwSignal::new(false), parent: RwSignal::new(None) }
    }

    /// Opens it with a group right above already picked.
    pub(super) fn open_at(self, parent: Option<Pick>) {
        self.parent.set(parent);
        self.open.set(true);
    }
}

/// The dialog.
#[component]
pub(super) fn NewGroupDialog(creating: NewGroup) -> impl IntoView {
    let (session, opened) = (current_session(), OpenGroups::from_address());
    view! {
        <Dialog open=creating.open title=t("groups-new")>
            <NewGroupForm session creating opened/>
        </Dialog>
    }
}

#[component]
fn NewGroupForm(session: CurrentSession, creating: NewGroup, opened: OpenGroups) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), GroupDraft::default());
    let kind = RwSignal::new(TEAM.to_owned());
    // Whoever may make groups at the top begins there.
    let may_at_top = untrack(|| session.may::<Create>(&Target::Organization));
    let at_top = may_at_top.then(|| untrack(top_pick));
    let parent = RwSignal::new(creating.parent.get_untracked().or(at_top));
    let submit = move |()| {
        if parent.with_untracked(Option::is_none) {
            return mutation.refuse(shared::Problem::invalid(vec![shared::FieldError::new("parent", "required")]));
        }
        let details = untrack(|| draft.value());
        let above = untrack(|| picked_group(parent));
        let request =
            Create { org: session.org(), kind: kind_of(&kind.read_untracked()), parent: above.clone(), details };
        mutation.submit(request, move |group: Group| {
            creating.open.set(false);
            if let Some(above) = &above {
                opened.set(above, true);
            }
            let name = group.details.name;
            toasts::success(t_with("group-added", move || vec![("name", name.clone().into())]));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <GroupFields draft/>
            <Select name="kind" label=t("group-kind") value=kind options=kinds() hint=t("group-kind-hint")/>
            <GroupPicker name="parent" label=t("group-parent") picked=parent top=may_at_top required=true/>
            <DialogActions mutation open=creating.open submit=t("groups-new")/>
        </Form>
    }
}

const TEAM: &str = "team";
const ACCESS: &str = "access";

fn kinds() -> Vec<SelectOption> {
    vec![SelectOption::new(TEAM, t("group-kind-team")), SelectOption::new(ACCESS, t("group-kind-access"))]
}

fn kind_of(text: &str) -> GroupKind {
    if text == TEAM { GroupKind::Team } else { GroupKind::Access }
}
