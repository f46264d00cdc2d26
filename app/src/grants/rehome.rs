//! Having somebody else answer for a grant.

use crate::{
    api::Mutation,
    i18n::{t, t_with},
    people::{Among, PersonPicker, picked_user},
    preview::{Preview, PreviewPanel},
    session::current_session,
    toasts,
    widgets::{Dialog, DialogActions, Form, Pick},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Change,
    grants::{Grant, api::Rehome},
    ids::GrantId,
    previews::api::View,
};

/// The dialog.
#[component]
pub(super) fn RehomeDialog(open: RwSignal<bool>, grant: RwSignal<Option<GrantId>>) -> impl IntoView {
    view! { <Dialog open title=t("grant-rehome")><RehomeForm open grant/></Dialog> }
}

#[component]
fn RehomeForm(open: RwSignal<bool>, grant: RwSignal<Option<GrantId>>) -> impl IntoView {
    let (session, mutation, picked) = (current_session(), Mutation::new(), RwSignal::new(None::<Pick>));
    let preview = preview_of(grant, picked);
    let submit = move |()| {
        let (Some(grant), Some(grantor)) = (grant.get_untracked(), untrack(|| picked_user(picked))) else {
            return mutation.refuse(Problem::invalid(vec![FieldError::new("grantor", "required")]));
        };
        let name = picked.with_untracked(|picked| picked.as_ref().map(|pick| pick.label.clone()).unwrap_or_default());
        mutation.send(Rehome { org: session.org(), grant, grantor }, move |_: Grant| {
            open.set(false);
            toasts::success(t_with("grant-rehomed", move || vec![("name", name.clone().into())]));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <PersonPicker
                name="grantor"
                label=t("grant-grantor")
                among=Among::Administrators
                picked
                required=true
                hint=t("grant-rehome-why")
            />
            <PreviewPanel preview/>
            <DialogActions mutation open submit=t("grant-rehome") obstacle=preview.obstacle()/>
        </Form>
    }
}

/// What naming the person who is picked would do.
fn preview_of(grant: RwSignal<Option<GrantId>>, picked: RwSignal<Option<Pick>>) -> Preview {
    let org = current_session().org();
    let about = move || Some(View { grant: grant.get(), user: picked_user(picked), ..View::nothing(org.clone()) });
    let changes = move || {
        let change = grant.get().zip(picked_user(picked));
        change.map(|(grant, grantor)| Change::GrantRehomed { grant, grantor }).into_iter().collect()
    };
    Preview::new(about, changes)
}
