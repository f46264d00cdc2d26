//! Typed identifiers, so that a site's id cannot be passed where a user's is meant.
//!
//! An id is opaque text of 32 hexadecimal digits (a UUID without dashes, 128 bits). Ids are
//! made at the edge, never reused, and say nothing about their object.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};
use std::{borrow::Cow, fmt, marker::PhantomData, str::FromStr};

/// An identifier of one kind of object; `Of` is only a label.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Id<Of>(String, #[serde(skip)] PhantomData<fn() -> Of>);

/// Why a text is not an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected 32 hexadecimal digits")]
pub struct NotAnId;

impl<Of> Id<Of> {
    /// The id's text: 32 lower-case hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An id from 128 bits.
    pub fn from_u128(bits: u128) -> Self {
        Self(format!("{bits:032x}"), PhantomData)
    }
}

impl<Of> FromStr for Id<Of> {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let valid = text.len() == 32 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if valid { Ok(Self(text.to_owned(), PhantomData)) } else { Err(NotAnId) }
    }
}

impl<'de, Of> Deserialize<'de> for Id<Of> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Texts that fit a pattern, in the API's description.
macro_rules! text_schema {
    ($name:literal, $pattern:literal) => {
        fn schema_name() -> Cow<'static, str> {
            $name.into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "pattern": $pattern })
        }
    };
}

impl<Of> JsonSchema for Id<Of> {
    text_schema!("Id", "^[0-9a-f]{32}$");
}
impl JsonSchema for Slug {
    text_schema!("Slug", "^[a-z0-9]+(-[a-z0-9]+)*$");
}
impl JsonSchema for FeatureKey {
    text_schema!("FeatureKey", "^[a-z][a-z0-9_]{0,39}$");
}

// Derives would ask the label for the same traits; the label is never a value.
impl<Of> Clone for Id<Of> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}
impl<Of> PartialEq for Id<Of> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<Of> Eq for Id<Of> {}
impl<Of> PartialOrd for Id<Of> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<Of> Ord for Id<Of> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<Of> std::hash::Hash for Id<Of> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<Of> fmt::Debug for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<Of> fmt::Display for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Labels for [`Id`].
pub mod label {
    /// A person's record.
    #[derive(Debug)]
    pub enum User {}
    /// A place-like part of an organization.
    #[derive(Debug)]
    pub enum Site {}
    /// A named set of permissions.
    #[derive(Debug)]
    pub enum Role {}
    /// A role given to somebody in a scope.
    #[derive(Debug)]
    pub enum Grant {}
    /// A node of the tree of groups.
    #[derive(Debug)]
    pub enum Group {}
    /// A service's access to the API.
    #[derive(Debug)]
    pub enum Credential {}
    /// A telephone number of the organization's.
    #[derive(Debug)]
    pub enum Number {}
    /// A telephone or what belongs to one.
    #[derive(Debug)]
    pub enum Device {}
    /// A product with seats.
    #[derive(Debug)]
    pub enum License {}
    /// One sign-in of one person on one device.
    #[derive(Debug)]
    pub enum Session {}
    /// A message to somebody's e-mail address.
    #[derive(Debug)]
    pub enum Mail {}
    /// What an administrator tells many.
    #[derive(Debug)]
    pub enum Notice {}
    /// What one administrator leaves for the others.
    #[derive(Debug)]
    pub enum Note {}
    /// Something ordered.
    #[derive(Debug)]
    pub enum Order {}
    /// Somebody asked to become a user.
    #[derive(Debug)]
    pub enum Invitation {}
    /// Something done to many at once.
    #[derive(Debug)]
    pub enum Batch {}
    /// An address elsewhere that is told what happened.
    #[derive(Debug)]
    pub enum Webhook {}
    /// One message to a webhook.
    #[derive(Debug)]
    pub enum Delivery {}
    /// One reading of a directory.
    #[derive(Debug)]
    pub enum Run {}
}

/// Identifies a user.
pub type UserId = Id<label::User>;
/// Identifies a site.
pub type SiteId = Id<label::Site>;
/// Identifies a role.
pub type RoleId = Id<label::Role>;
/// Identifies a grant.
pub type GrantId = Id<label::Grant>;
/// Identifies a group.
pub type GroupId = Id<label::Group>;
/// Identifies a service credential (not its secret token).
pub type CredentialId = Id<label::Credential>;
/// Identifies a telephone number's record.
pub type NumberId = Id<label::Number>;
/// Identifies a device.
pub type DeviceId = Id<label::Device>;
/// Identifies a license.
pub type LicenseId = Id<label::License>;
/// Identifies a session (not its secret token).
pub type SessionId = Id<label::Session>;
/// Identifies a mail.
pub type MailId = Id<label::Mail>;
/// Identifies a notice.
pub type NoticeId = Id<label::Notice>;
/// Identifies a note.
pub type NoteId = Id<label::Note>;
/// Identifies an order.
pub type OrderId = Id<label::Order>;
/// Identifies an invitation (not its secret token).
pub type InvitationId = Id<label::Invitation>;
/// Identifies a batch.
pub type BatchId = Id<label::Batch>;
/// Identifies a webhook (not its secret).
pub type WebhookId = Id<label::Webhook>;
/// Identifies a delivery to a webhook.
pub type DeliveryId = Id<label::Delivery>;
/// Identifies a run of a directory's connector.
pub type RunId = Id<label::Run>;

/// An organization's name in URLs, cookies and object names: 2 to 40 characters, lower-case
/// letters, digits and single inner dashes. Immutable.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

/// Why a text is not a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected 2 to 40 lower-case letters, digits and single inner dashes")]
pub struct NotASlug;

impl Slug {
    /// The slug's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = NotASlug;
    fn from_str(text: &str) -> Result<Self, NotASlug> {
        let words = || text.split('-');
        let valid = (2..=40).contains(&text.len())
            && words()
                .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if valid { Ok(Self(text.to_owned())) } else { Err(NotASlug) }
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A feature's name in permissions: 1 to 40 lower-case letters, digits and underscores,
/// beginning with a letter. Immutable.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct FeatureKey(String);

/// Why a text is not a feature's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected 1 to 40 lower-case letters, digits and underscores, beginning with a letter")]
pub struct NotAFeatureKey;

impl FeatureKey {
    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for FeatureKey {
    type Err = NotAFeatureKey;
    fn from_str(text: &str) -> Result<Self, NotAFeatureKey> {
        let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        let valid = (1..=40).contains(&text.len())
            && text.bytes().all(inner)
            && text.starts_with(|first: char| first.is_ascii_lowercase());
        if valid { Ok(Self(text.to_owned())) } else { Err(NotAFeatureKey) }
    }
}

impl<'de> Deserialize<'de> for FeatureKey {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for FeatureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_lower_case_words_joined_by_single_dashes() {
        for good in ["ab", "carrier", "north-sea-2"] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["a", "", "A-b", "-ab", "ab-", "a--b", "a b", "é1", "../x", &"a".repeat(41)] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_id_is_exactly_32_hexadecimal_digits() {
        let id = UserId::from_u128(0xab);
        assert_eq!(id.as_str().parse::<UserId>(), Ok(id));
        for bad in ["", "ab", "0000000000000000000000000000000G", &"0".repeat(33)] {
            assert!(bad.parse::<UserId>().is_err(), "{bad}");
        }
    }
}
