//! How an organization's object tells the registry's which addresses have an account with it.

use super::{
    front::internal,
    object::{Message, now, send, setting},
    storage::Storage,
};
use crate::{directory::AddressKey, effects::directory, sql::SqlError};
use shared::Problem;
use worker::Env;

/// The deployment's key for addresses, if it has one.
pub(super) fn key(env: &Env) -> Option<AddressKey> {
    AddressKey::of(&setting(env, "ADDRESS_KEY"))
}

/// Tells what is due. What the registry does not take is told again later.
pub(super) async fn tell(env: &Env, storage: &Storage) -> Result<(), SqlError> {
    let Some(key) = key(env) else {
        return Ok(());
    };
    let Some(telling) = directory::begin(storage, now(), &key)? else {
        return Ok(());
    };
    let (announcement, operator) = (telling.announcement.clone(), setting(env, "OPERATOR_SLUG"));
    // The registry's own object need not be asked.
    if announcement.slug.as_str() == operator {
        directory::record(storage, &announcement)?;
        return directory::settle(storage, &telling);
    }
    let taken: worker::Result<Result<(), Problem>> = send(env, &operator, &Message::Announce(announcement)).await;
    match taken {
        Ok(Ok(())) => directory::settle(storage, &telling),
        Ok(Err(_)) => Ok(()),
        Err(error) => {
            internal(&error, "directory");
            Ok(())
        }
    }
}
