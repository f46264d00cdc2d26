//! Permissions: `resource:action`. The console's own are constants; an organization adds those of its features.

use crate::ids::FeatureKey;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};
use std::{borrow::Cow, collections::BTreeSet, fmt, str::FromStr};

/// The right to do one kind of thing with one kind of object, such as `users:view`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Permission(Cow<'static, str>);

/// A set of permissions.
pub type Permissions = BTreeSet<Permission>;

/// Why a text is not a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a known permission")]
pub struct UnknownPermission;

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        $($(#[$doc])* pub const $name: Permission = Permission(Cow::Borrowed($text));)+
        /// Every permission of the console itself, in the order in which people read them.
        pub const ALL: &[Permission] = &[$($name),+];
    };
}

permissions! {
    /// See the dashboard, where one lands.
    DASHBOARD_VIEW = "dashboard:view";
    /// See users.
    USERS_VIEW = "users:view";
    /// Add users.
    USERS_CREATE = "users:create";
    /// Change, disable and enable users; reset their passwords.
    USERS_UPDATE = "users:update";
    /// See administrators and their grants.
    ADMINISTRATORS_VIEW = "administrators:view";
    /// Appoint administrators.
    ADMINISTRATORS_CREATE = "administrators:create";
    /// Change, disable and enable administrators; reset their passwords.
    ADMINISTRATORS_UPDATE = "administrators:update";
    /// Give and take roles, never beyond one's own.
    ADMINISTRATORS_GRANT = "administrators:grant";
    /// See sites.
    SITES_VIEW = "sites:view";
    /// Add sites.
    SITES_CREATE = "sites:create";
    /// Change sites.
    SITES_UPDATE = "sites:update";
    /// See roles.
    ROLES_VIEW = "roles:view";
    /// Make roles, of permissions that one holds.
    ROLES_CREATE = "roles:create";
    /// Change custom roles.
    ROLES_UPDATE = "roles:update";
    /// Delete custom roles that nobody holds.
    ROLES_DELETE = "roles:delete";
    /// See groups and their members.
    GROUPS_VIEW = "groups:view";
    /// Add groups.
    GROUPS_CREATE = "groups:create";
    /// Rename and move groups; add and remove members.
    GROUPS_UPDATE = "groups:update";
    /// Delete groups that are empty.
    GROUPS_DELETE = "groups:delete";
    /// See the organization's features.
    FEATURES_VIEW = "features:view";
    /// Add, change and remove the organization's features.
    FEATURES_UPDATE = "features:update";
    /// Read the audit trail, as far as it is about what one may administer.
    AUDIT_VIEW = "audit:view";
    /// See service credentials, never their secrets.
    CREDENTIALS_VIEW = "credentials:view";
    /// Make service credentials.
    CREDENTIALS_CREATE = "credentials:create";
    /// Revoke service credentials.
    CREDENTIALS_DELETE = "credentials:delete";
    /// See how other products are integrated: webhooks and what was delivered to them, never their secrets.
    INTEGRATIONS_VIEW = "integrations:view";
    /// Change how other products are integrated. A webhook hears what one may read in the audit trail.
    INTEGRATIONS_UPDATE = "integrations:update";
    /// Send notices to people.
    NOTICES_CREATE = "notices:create";
    /// See what the organization decides about itself.
    ORGANIZATION_VIEW = "organization:view";
    /// Change what the organization decides about itself: its name, contact, password policy and sessions.
    ORGANIZATION_UPDATE = "organization:update";
    /// See the organizations of the deployment, in the operator's organization.
    ACCOUNTS_VIEW = "accounts:view";
    /// Make organizations with their first owner, in the operator's organization.
    ACCOUNTS_CREATE = "accounts:create";
    /// Suspend and resume organizations, in the operator's organization.
    ACCOUNTS_UPDATE = "accounts:update";
    /// See telephone numbers and devices.
    INVENTORY_VIEW = "inventory:view";
    /// Add telephone numbers and devices.
    INVENTORY_CREATE = "inventory:create";
    /// Change telephone numbers and devices, and move them between sites.
    INVENTORY_UPDATE = "inventory:update";
    /// Delete telephone numbers and devices that are assigned to nobody.
    INVENTORY_DELETE = "inventory:delete";
    /// See licenses and who has a seat.
    LICENSES_VIEW = "licenses:view";
    /// Add licenses.
    LICENSES_CREATE = "licenses:create";
    /// Change licenses and how many seats there are.
    LICENSES_UPDATE = "licenses:update";
    /// Delete licenses of which nobody has a seat.
    LICENSES_DELETE = "licenses:delete";
    /// See which numbers, devices and seats are assigned to whom.
    ASSIGNMENTS_VIEW = "assignments:view";
    /// Assign numbers, devices and seats to users, and take them back.
    ASSIGNMENTS_UPDATE = "assignments:update";
    /// Read reports about what one looks after.
    REPORTS_VIEW = "reports:view";
    /// See how things develop at what one looks after.
    ANALYTICS_VIEW = "analytics:view";
    /// Read the notes that administrators leave for each other.
    NOTES_VIEW = "notes:view";
    /// Leave notes.
    NOTES_CREATE = "notes:create";
    /// Delete one's own notes.
    NOTES_DELETE = "notes:delete";
    /// See what is ordered.
    ORDERS_VIEW = "orders:view";
    /// Order something.
    ORDERS_CREATE = "orders:create";
    /// Say that an order is fulfilled or cancelled.
    ORDERS_UPDATE = "orders:update";
}

/// How the permissions of an organization's own features begin: `feature.analytics:view`.
const FEATURE: &str = "feature.";

impl Permission {
    /// The permission to use a feature of the organization's own.
    pub fn feature(key: &FeatureKey) -> Self {
        Self(Cow::Owned(format!("{FEATURE}{key}:view")))
    }

    /// The feature that this permission is about, unless it is one of the console's own.
    pub fn as_feature(&self) -> Option<FeatureKey> {
        self.0.strip_prefix(FEATURE)?.strip_suffix(":view")?.parse().ok()
    }

    /// Whether it is a right over people: over their accounts, what is assigned to them, or what
    /// a feature has of them. Elsewhere they are only members of what it is about.
    pub fn is_about_people(&self) -> bool {
        matches!(self.resource(), "users" | "administrators" | "assignments") || self.as_feature().is_some()
    }

    /// The permission's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the colon.
    pub fn resource(&self) -> &str {
        self.0.split_once(':').map_or("", |(resource, _)| resource)
    }

    /// The part after the colon.
    pub fn action(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, action)| action)
    }
}

impl FromStr for Permission {
    type Err = UnknownPermission;
    fn from_str(text: &str) -> Result<Self, UnknownPermission> {
        let own = || Self(Cow::Owned(text.to_owned())).as_feature().map(|key| Self::feature(&key));
        ALL.iter().find(|known| known.as_str() == text).cloned().or_else(own).ok_or(UnknownPermission)
    }
}

impl JsonSchema for Permission {
    fn schema_name() -> Cow<'static, str> {
        "Permission".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let own = ALL.iter().map(Permission::as_str).collect::<Vec<_>>().join("|");
        let pattern = format!("^({own}|feature\\.[a-z][a-z0-9_]{{0,39}}:view)$");
        json_schema!({ "type": "string", "pattern": pattern })
    }
}

impl<'de> Deserialize<'de> for Permission {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
