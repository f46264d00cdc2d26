//! An account as something that is disabled and enabled.

use crate::{preview::Preview, session::current_session, switch::Switched};
use leptos::prelude::*;
use shared::{
    authority::Change,
    ids::UserId,
    previews::api::View,
    users::{Person, Status},
};

/// Somebody's account, with what switching it would do while the question is asked.
pub fn switched_account(
    open: RwSignal<bool>,
    id: Signal<UserId>,
    person: Signal<Person>,
    status: Signal<Status>,
) -> Switched {
    let org = current_session().org();
    let about = move || Some(View { user: Some(id.get()), ..View::nothing(org.clone()) });
    let preview = Preview::new(about, move || {
        let user = id.get();
        let change = match status.get() {
            Status::Active => Change::UserDisabled { user },
            Status::Disabled => Change::UserEnabled { user },
        };
        open.get().then_some(change).into_iter().collect()
    });
    Switched { name: Signal::derive(move || person.with(Person::full_name)), status, preview: Some(preview) }
}
