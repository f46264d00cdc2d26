//! What a directory looks after: the links between its records and ours.

use super::{Desk, Outcome};
use crate::{effects::Link, params, sql::Row};
use shared::{
    ids::UserId,
    scim::{Error, Kind},
};

/// The columns of a link, where `links` is joined.
pub(super) const COLUMNS: &str = "links.external_id, links.attributes, links.gone, links.version, links.team";

/// The link of a row, with how often it has changed.
pub(super) fn read(row: &Row, from: usize) -> Outcome<Option<(Link, u32)>> {
    let Some(version) = row.get::<Option<i64>>(from + 3)? else {
        return Ok(None);
    };
    let link = Link {
        external_id: row.get(from)?,
        attributes: row.json(from + 1)?,
        gone: row.get(from + 2)?,
        team: row.parse_optional(from + 4)?,
    };
    Ok(Some((link, u32::try_from(version).unwrap_or(u32::MAX))))
}

/// What the directory says of a user, if it says anything.
pub(super) fn of_user(desk: &Desk<'_>, user: &UserId) -> Outcome<Option<Link>> {
    let sql = format!("SELECT {COLUMNS} FROM directory_links AS links WHERE credential = ? AND resource = ?");
    let row = desk.context().reader.row(&sql, params![&desk.credential, user])?;
    Ok(row.map(|row| read(&row, 0)).transpose()?.flatten().map(|(link, _)| link))
}

/// Whether a directory looks after something.
pub(super) fn is_own(link: Option<&Link>) -> bool {
    link.is_some_and(|link| !link.gone)
}

/// Refuses what the directory does not look after, and does not begin to.
pub(super) fn not_own() -> Error {
    let detail = "another source keeps this resource; to adopt it, send the externalId by which you know it";
    Error::of(403, detail)
}

/// Refuses an external id that the directory has given to another resource of this kind. It is compared
/// with external ids only, never with ids (CVE-2025-41115).
pub(super) fn must_be_free(desk: &Desk<'_>, kind: &str, external_id: Option<&str>, except: &str) -> Outcome<()> {
    let Some(external_id) = external_id else {
        return Ok(());
    };
    let taken = desk.context().reader.row(
        "SELECT 1 FROM directory_links WHERE credential = ? AND kind = ? AND external_id = ? AND resource <> ?",
        params![&desk.credential, kind, external_id, except],
    )?;
    match taken {
        Some(_) => Err(Error::new(Kind::Uniqueness, "externalId: taken").into()),
        None => Ok(()),
    }
}
