//! Figures about a time and a place, as a table: what reports and trends are made of.
//!
//! They are counts. Nobody is named in them, so that they can be shown to somebody who may see how
//! much happens and not who did it.

use crate::{
    FieldError, Problem,
    ids::{LicenseId, SiteId},
    time::{Span, Timestamp},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most days that figures are about.
pub const DAYS_MAX: i64 = 366;
/// So many days are figures about when the request does not say.
pub const DAYS_DEFAULT: i64 = 30;
/// So many days ahead is what ends called about to end.
pub const ENDING_DAYS: i64 = 30;

/// A table of counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Figures {
    /// The days that they are about.
    #[serde(flatten)]
    pub period: Period,
    /// What each column counts.
    pub measures: Vec<Measure>,
    /// The rows.
    pub lines: Vec<Line>,
}

/// Whole days in UTC, by the moments when they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// The first day.
    pub from: Timestamp,
    /// The day after the last one.
    pub until: Timestamp,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Line {
    /// What it is about.
    pub of: Of,
    /// How many, in the order of the measures.
    pub counts: Vec<u32>,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Of {
    /// A day, in UTC.
    Day {
        /// When it begins.
        at: Timestamp,
    },
    /// Seven days, in UTC.
    Week {
        /// When they begin.
        at: Timestamp,
    },
    /// A site.
    Site {
        /// The site.
        site: SiteId,
        /// What it is called.
        name: String,
    },
    /// People who belong to no site, or to none that the caller may see.
    NoSite,
    /// Administrators whose authority reaches so far.
    Width {
        /// How far.
        width: Width,
    },
    /// A license.
    License {
        /// The license.
        license: LicenseId,
        /// What it is called.
        name: String,
    },
    /// Changes of a kind.
    Effect {
        /// The kind, as in the audit trail.
        effect: String,
    },
}

/// How far somebody's authority reaches, from the widest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// An owner: everything.
    Owner,
    /// Some functions in the whole organization.
    Organization,
    /// Several sites.
    Sites,
    /// One site.
    Site,
    /// Groups.
    Groups,
}

impl Width {
    /// Every width, in the order in which people read them.
    pub const ALL: [Self; 5] = [Self::Owner, Self::Organization, Self::Sites, Self::Site, Self::Groups];
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// People, of whatever status.
    Users,
    /// People with grants.
    Administrators,
    /// Those who may sign in.
    Active,
    /// Those who may not.
    Disabled,
    /// Those who have still to replace a temporary password.
    TemporaryPasswords,
    /// Those who have never used the console.
    NeverSeen,
    /// Those who were added within the period.
    Added,
    /// Those with a grant that ends within [`ENDING_DAYS`].
    Ending,
    /// Different people who signed in.
    SignedIn,
    /// Times that somebody signed in.
    SignIns,
    /// Times that a known account was tried with a wrong password.
    FailedSignIns,
    /// Grants.
    Grants,
    /// Changes of any kind.
    Changes,
    /// Changes to users.
    UserChanges,
    /// Changes to grants.
    GrantChanges,
    /// Changes to groups and who is in them.
    GroupChanges,
    /// Changes to sites.
    SiteChanges,
    /// Changes to roles.
    RoleChanges,
    /// All other changes.
    OtherChanges,
    /// What was refused.
    Refused,
    /// Seats that users have.
    Assigned,
    /// Seats that there are.
    Seats,
    /// Seats that nobody has.
    Available,
}

impl Period {
    /// The length of a day.
    const DAY: i64 = Span::days(1).0;

    /// The whole days from a time until before another one; [`DAYS_DEFAULT`] days, today
    /// included, where the request does not say.
    ///
    /// # Errors
    /// A period that ends before it begins, or is longer than [`DAYS_MAX`] days.
    pub fn of(from: Option<Timestamp>, until: Option<Timestamp>, now: Timestamp) -> Result<Self, Problem> {
        let until =
            until.map_or_else(|| Self::day(now) + 1, |until| Self::day(Timestamp(until.0.saturating_sub(1))) + 1);
        let from = from.map_or(until - DAYS_DEFAULT, Self::day);
        let error = match until - from {
            ..=0 => FieldError::new("until", "ends_before_it_begins"),
            1..=DAYS_MAX => return Ok(Self { from: Self::start(from), until: Self::start(until) }),
            _ => FieldError::new("from", "period_too_long").with("max", DAYS_MAX),
        };
        Err(Problem::invalid(vec![error]))
    }

    /// The days, by the moments when they begin.
    pub fn days(self) -> impl DoubleEndedIterator<Item = Timestamp> {
        (Self::day(self.from)..Self::day(self.until)).map(Self::start)
    }

    /// The number of the day, from 1970, in which a time is.
    pub const fn day(at: Timestamp) -> i64 {
        at.0.div_euclid(Self::DAY)
    }

    /// When the day with this number begins.
    pub const fn start(day: i64) -> Timestamp {
        Timestamp(day.saturating_mul(Self::DAY))
    }
}

impl Figures {
    /// The sum of a column; `None` if it is not there.
    pub fn total(&self, measure: Measure) -> Option<u32> {
        let at = self.measures.iter().position(|known| *known == measure)?;
        Some(self.lines.iter().filter_map(|line| line.counts.get(at)).fold(0, |sum, count| sum.saturating_add(*count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp(1_790_000_000_000);

    fn days(from: Option<i64>, until: Option<i64>) -> Result<i64, String> {
        let at = |days: i64| Timestamp(NOON.0 + Span::days(days).0);
        let period = Period::of(from.map(at), until.map(at), NOON);
        period.map(|period| period.days().count() as i64).map_err(|problem| problem.errors[0].code.clone())
    }

    #[test]
    fn a_period_consists_of_whole_days() {
        assert_eq!(days(None, None), Ok(DAYS_DEFAULT));
        assert_eq!(days(Some(0), None), Ok(1));
        assert_eq!(days(Some(-6), Some(0)), Ok(7));
        let whole = Period::of(None, None, NOON).unwrap();
        assert_eq!(Period::of(Some(whole.from), Some(whole.until), NOON), Ok(whole), "its own bounds give it again");
        assert!(whole.days().next_back().unwrap() <= NOON && NOON < whole.until, "today belongs to it");
    }

    #[test]
    fn a_period_that_is_too_long_or_turned_round_is_refused() {
        assert_eq!(days(Some(1 - DAYS_MAX), None), Ok(DAYS_MAX));
        assert_eq!(days(Some(-DAYS_MAX), None), Err("period_too_long".into()));
        assert_eq!(days(Some(1), Some(0)), Err("ends_before_it_begins".into()));
        assert_eq!(days(Some(0), Some(-400)), Err("ends_before_it_begins".into()));
        assert!(Period::of(Some(Timestamp(i64::MIN)), Some(Timestamp(i64::MAX)), NOON).is_err());
    }
}
