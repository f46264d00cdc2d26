//! Which organizations there are. An object that is only asked whether it exists would leave an
//! empty file behind, so the front asks the operator's registry, and each instance of the
//! Worker asks once: organizations are never removed, slugs never change.

use super::{
    front::internal,
    object::{Message, send, setting},
};
use shared::{Code, Problem};
use std::{cell::RefCell, collections::HashSet};
use worker::Env;

/// The most slugs that an instance remembers: about half a megabyte.
const REMEMBERED_MAX: usize = 10_000;

thread_local! {
    static KNOWN: RefCell<HashSet<String>> = RefCell::default();
}

/// Refuses an organization that does not exist. The operator's own is one like any other: until
/// it is set up, it does not exist either.
pub(super) async fn require(env: &Env, slug: &str, request_id: &str) -> Result<(), Problem> {
    if KNOWN.with_borrow(|known| known.contains(slug)) {
        return Ok(());
    }
    let operator = setting(env, "OPERATOR_SLUG");
    let asked = send(env, &operator, &Message::Knows(slug.to_owned())).await;
    if !asked.map_err(|error| internal(&error, request_id))? {
        return Err(Code::UnknownOrganization.into());
    }
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= REMEMBERED_MAX {
            known.clear();
        }
        known.insert(slug.to_owned());
    });
    Ok(())
}
