//! What an organization asks of passwords.

use crate::validation::{Check, Validate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// How hard to guess a password must be: how long, and how much of it common passwords may make up
/// (RSC-9). The names are those of the system that is replaced; its rules, about kinds of
/// characters, are not: they make passwords hard to remember and little harder to guess
/// (NIST SP 800-63B-4 §3.1.1.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// At least 15 characters, as NIST asks of a password that is the only factor; nothing that is
    /// little more than a common password.
    #[default]
    Good,
    /// At least 18 characters, and not made of several common passwords alone.
    Strong,
    /// At least 21 characters, with several letters beside common passwords.
    Excellent,
}

impl Strength {
    /// All, each asking for more than the one before.
    pub const ALL: [Self; 3] = [Self::Good, Self::Strong, Self::Excellent];

    /// The name in words and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Strong => "strong",
            Self::Excellent => "excellent",
        }
    }

    /// The strength of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|strength| strength.name() == name)
    }

    /// The fewest characters.
    pub const fn min_length(self) -> u32 {
        match self {
            Self::Good => 15,
            Self::Strong => 18,
            Self::Excellent => 21,
        }
    }

    /// The fewest letters that no common password accounts for.
    pub(super) const fn letters_of_its_own(self) -> usize {
        match self {
            Self::Good => 0,
            Self::Strong => 4,
            Self::Excellent => 8,
        }
    }
}

/// With how many factors somebody must sign in (NIST SP 800-63B-4 §3.1.1.2). What counts is what is
/// required of him, not what he has set up and may undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factors {
    /// The password alone.
    One,
    /// The password and a second step.
    Two,
}

impl Factors {
    /// Those of somebody of whom two steps are required, or not.
    pub const fn of(two_steps_required: bool) -> Self {
        if two_steps_required { Self::Two } else { Self::One }
    }
}

/// The fewest characters of a password that is one of two factors.
pub const MIN_WITH_TWO: u32 = 8;
/// The fewest characters of a password that is the only factor, whatever the organization asks.
pub const MIN_ALONE: u32 = Strength::Good.min_length();

/// What an organization asks of passwords.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// How hard to guess they must be.
    pub strength: Strength,
    /// Whether [`MIN_WITH_TWO`] characters are enough for one's own password where two steps are
    /// required.
    #[serde(default)]
    pub shorter_with_two_steps: bool,
    /// Whether an administrator may type a temporary password instead of having one made.
    pub administrators_type_passwords: bool,
    /// How long a temporary password works, in hours.
    pub temporary_hours: u32,
    /// Whether a password that an administrator made or typed must be changed at the next sign-in
    /// (RSC-8). Otherwise it may be used until it expires.
    #[serde(default = "change_is_forced")]
    pub change_forced: bool,
}

impl Policy {
    /// The fewest characters.
    pub const fn min_length(&self, factors: Factors) -> u32 {
        match factors {
            Factors::Two if self.shorter_with_two_steps => MIN_WITH_TWO,
            Factors::One | Factors::Two => self.strength.min_length(),
        }
    }

    /// Whether many people may begin with one password that an administrator has typed: only if each
    /// of them must replace it.
    pub const fn allows_default_passwords(&self) -> bool {
        self.administrators_type_passwords && self.change_forced
    }
}

const fn change_is_forced() -> bool {
    true
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            strength: Strength::default(),
            shorter_with_two_steps: false,
            administrators_type_passwords: false,
            temporary_hours: 72,
            change_forced: change_is_forced(),
        }
    }
}

/// How many hours a temporary password may work: up to two weeks.
pub const TEMPORARY_HOURS: RangeInclusive<u32> = 1..=336;

impl Validate for Policy {
    fn check(&self, check: &mut Check) {
        if !TEMPORARY_HOURS.contains(&self.temporary_hours) {
            check.error("temporary_hours", "out_of_range");
        }
    }
}
