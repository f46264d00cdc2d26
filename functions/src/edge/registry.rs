//! Which organizations there are. An object that is only asked whether it exists would leave an
//! empty file behind, so the front asks the operator's registry, and each instance of the
//! Worker asks once: organizations are never removed, slugs and
//! account numbers never change.

use super::{
    front::internal,
    object::{Message, send, setting},
};
use shared::{Code, Problem, accounts::AccountNumber};
use std::{cell::RefCell, collections::HashMap};
use worker::Env;

/// The most slugs that an instance remembers: about half a megabyte.
const REMEMBERED_MAX: usize = 10_000;

thread_local! {
    static KNOWN: RefCell<HashMap<String, AccountNumber>> = RefCell::default();
}

/// An organization's account number; one that does not exist is refused. The operator's own is
/// one like any other: until it is set up, it does not exist either.
pub(super) async fn require(env: &Env, slug: &str, request_id: &str) -> Result<AccountNumber, Problem> {
    if let Some(account) = KNOWN.with_borrow(|known| known.get(slug).copied()) {
        return Ok(account);
    }
    let operator = setting(env, "OPERATOR_SLUG");
    let asked: worker::Result<Option<AccountNumber>> = send(env, &operator, &Message::Knows(slug.to_owned())).await;
    let account = asked.map_err(|error| internal(&error, request_id))?.ok_or(Code::UnknownOrganization)?;
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= REMEMBERED_MAX {
            known.clear();
        }
        known.insert(slug.to_owned(), account);
    });
    Ok(account)
}
