//! Having somebody else answer for a grant.

use crate::{
    api::Mutation,
    i18n::{t, t_with},
    people::{AdministratorPicker, picked_user},
    session::current_session,
    toasts,
    widgets::{Dialog, DialogActions, Form, Pick},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    grants::{Grant, api::Rehome},
    ids::GrantId,
};

/// The dialog.
#[component]
pub(super) fn RehomeDialog(open: RwSignal<bool>, grant: RwSignal<Option<GrantId>>) -> impl IntoView {
    view! { <Dialog open title=t("grant-rehome")><RehomeForm open grant/></Dialog> }
}

#[component]
fn RehomeForm(open: RwSignal<bool>, grant: RwSignal<Option<GrantId>>) -> impl IntoView {
    let (session, mutation, picked) = (current_session(), Mutation::new(), RwSignal::new(None::<Pick>));
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
            <AdministratorPicker name="grantor" label=t("grant-grantor") picked hint=t("grant-rehome-why")/>
            <DialogActions mutation open submit=t("grant-rehome")/>
        </Form>
    }
}
