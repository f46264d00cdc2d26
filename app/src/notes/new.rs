//! Leaving a note.

use crate::{
    api::Mutation,
    i18n::t,
    session::current_session,
    sites::place_select,
    toasts,
    widgets::{Dialog, DialogActions, Form, TextArea},
};
use leptos::prelude::*;
use shared::notes::{Note, NoteDetails, api::Create};

/// Asks what the note says, and about what.
#[component]
pub(super) fn NewNoteDialog(open: RwSignal<bool>) -> impl IntoView {
    view! { <Dialog open title=t("notes-new")><NewNoteForm open/></Dialog> }
}

#[component]
fn NewNoteForm(open: RwSignal<bool>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let (site, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submit = move |()| {
        let site = site.with_untracked(|site| site.parse().ok());
        let details = NoteDetails { site, text: text.with_untracked(|text| text.trim().to_owned()) };
        mutation.submit(Create { org: session.org(), details }, move |_: Note| {
            open.set(false);
            toasts::success(t("note-left"));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            {place_select::<Create>("details.site", t("note-about"), site)}
            <TextArea name="details.text" label=t("note-text") value=text required=true hint=t("note-text-hint")/>
            <DialogActions mutation open submit=t("notes-new")/>
        </Form>
    }
}
