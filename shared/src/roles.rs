//! Roles: named sets of permissions. What is given to somebody is a role in a scope (a grant).

use crate::{
    authority::Permissions,
    features::FeatureDetails,
    ids::RoleId,
    validation::{Check, DESCRIPTION_MAX, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// Where a role comes from, which decides what may be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoleKind {
    /// The protected primary administrator (EBE-1, EBE-17): allows everything, cannot be changed.
    Owner,
    /// *System default*: view only, what new administrators start with (EBE-10). Built in.
    SystemDefault,
    /// A function of the console that is ticked on an administrator (WBX-9). Built in; the
    /// console translates its name.
    Function,
    /// The right to use one feature of the organization's own product, ticked like a function
    /// (WBX-9, WBX-19). Made and deleted with the feature.
    Feature,
    /// Made by the organization.
    Custom,
}

impl RoleKind {
    /// Whether the role belongs to the product and cannot be changed or deleted.
    pub const fn is_built_in(self) -> bool {
        !matches!(self, Self::Custom)
    }
}

/// What a role is like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleDetails {
    /// Its name, unique in the organization. Built-in roles have a stable key here, such as
    /// `users`, for which the console has words; features' are `feature.<key>`.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub description: String,
    /// What it allows. Never empty for custom roles.
    pub permissions: Permissions,
}

impl Validate for RoleDetails {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.optional("description", &self.description, DESCRIPTION_MAX);
        if self.permissions.is_empty() {
            check.error("permissions", "choose_one");
        }
    }
}

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Role {
    /// The role.
    pub id: RoleId,
    /// Counts changes.
    pub version: u32,
    /// Where it comes from.
    pub kind: RoleKind,
    /// What it is like.
    pub details: RoleDetails,
    /// How many people hold it.
    pub holders: u32,
    /// What the feature is called and is for, when it is a feature's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feature: Option<FeatureDetails>,
}
