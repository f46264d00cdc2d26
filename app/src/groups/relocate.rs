//! Moving a group with everything below it: judged at both ends, and seen before it is done.

use super::group_name;
use super::picker::{GroupPicker, picked_group};
use crate::{
    api::Mutation,
    i18n::{t, t_with},
    preview::{Preview, PreviewPanel},
    session::current_session,
    toasts,
    widgets::{Dialog, DialogActions, Form, Pick},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::{Change, Target},
    groups::{
        Group,
        api::{Create, Move},
    },
    previews::api::View,
};

/// The dialog that moves a group.
#[component]
pub(super) fn MoveDialog(open: RwSignal<bool>, group: Signal<Group>) -> impl IntoView {
    let title =
        t_with("group-move-title", move || vec![("name", group.with(|group| group_name(&group.details.name)).into())]);
    view! { <Dialog open title><MoveForm open group=group.get_untracked()/></Dialog> }
}

#[component]
fn MoveForm(open: RwSignal<bool>, group: Group) -> impl IntoView {
    let (session, mutation, picked) = (current_session(), Mutation::new(), RwSignal::new(None::<Pick>));
    let preview = preview_of(group.clone(), picked);
    let (id, version, name) = (group.id.clone(), group.version, group.details.name.clone());
    let submit = move |()| {
        if picked.with_untracked(Option::is_none) {
            return mutation.refuse(Problem::invalid(vec![FieldError::new("parent", "required")]));
        }
        let (parent, name) = (untrack(|| picked_group(picked)), name.clone());
        mutation.send(Move { org: session.org(), group: id.clone(), version, parent }, move |_: Group| {
            open.set(false);
            toasts::success(t_with("group-moved", move || vec![("name", name.clone().into())]));
        });
    };
    // Above all groups is the organization: only whoever reaches all of it may put groups there.
    let top = group.parent.is_some() && untrack(|| session.may::<Create>(&Target::Organization));
    view! {
        <Form mutation on_submit=submit>
            <GroupPicker name="parent" label=t("group-move-to") picked top except=Signal::stored(vec![group.id.to_string()]) required=true hint=t("group-move-why")/>
            <PreviewPanel preview/>
            <DialogActions mutation open submit=t("group-move") obstacle=preview.obstacle()/>
        </Form>
    }
}

fn preview_of(group: Group, picked: RwSignal<Option<Pick>>) -> Preview {
    let (org, id) = (current_session().org(), group.id.clone());
    let about = move || Some(View { group: Some(id.clone()), to: picked_group(picked), ..View::nothing(org.clone()) });
    let changes = move || {
        let parent = picked_group(picked);
        let is_move = picked.with(Option::is_some) && parent != group.parent;
        is_move.then(|| Change::GroupMoved { group: group.id.clone(), parent }).into_iter().collect()
    };
    Preview::new(about, changes)
}
