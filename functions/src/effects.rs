//! Everything that can happen to an organization's data, as data.
//!
//! A handler says *what* is to happen; [`apply`] judges it, stores it and records it, all in the
//! request's one transaction. Nothing else writes. The audit record *is* the effect.

use crate::{sql::SqlError, surroundings::Surroundings};
use serde::Serialize;
use shared::{
    authority::{Access, Scope},
    ids::{GrantId, RoleId, SessionId, SiteId, Slug, UserId},
    organizations::{Language, NewOrganization, Settings},
    roles::{RoleDetails, RoleKind},
    sites::SiteDetails,
    time::Timestamp,
    users::Person,
};

mod judge;
mod record;
mod store;

/// A secret's stored form. It is written to its own column and left out of every record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden(pub String);

/// What happens. Fields named `before` hold what is replaced.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum Effect {
    /// The organization's own record is made.
    OrganizationCreated {
        /// What it is like.
        organization: NewOrganization,
    },
    /// The organization decides something else about itself.
    OrganizationUpdated {
        /// What it had decided.
        before: Box<Settings>,
        /// What holds now.
        settings: Box<Settings>,
    },
    /// The operator's registry gains an organization; its set-up token is used up.
    OrganizationRegistered {
        /// The organization.
        slug: Slug,
        /// Its name.
        name: String,
        /// The set-up token's digest.
        #[serde(skip)]
        setup_token: Hidden,
    },
    /// A registered organization has its owner.
    OrganizationActivated {
        /// The organization.
        slug: Slug,
    },
    /// A user is added.
    UserCreated {
        /// The user.
        user: UserId,
        /// Who it is.
        person: Box<Person>,
        /// Where the user belongs.
        site: Option<SiteId>,
        /// The password's hash.
        #[serde(skip)]
        phc: Hidden,
        /// Until when the password works, unless it is permanent.
        temporary_until: Option<Timestamp>,
    },
    /// A user's record changes.
    UserUpdated {
        /// The user.
        user: UserId,
        /// Who it was.
        before: Box<Person>,
        /// Who it is.
        person: Box<Person>,
        /// Where the user belonged.
        site_before: Option<SiteId>,
        /// Where the user belongs.
        site: Option<SiteId>,
    },
    /// Somebody chooses a language.
    LanguageChosen {
        /// The user.
        user: UserId,
        /// The language.
        language: Option<Language>,
    },
    /// A user may not sign in any more; all sessions end.
    UserDisabled {
        /// The user.
        user: UserId,
    },
    /// A user may sign in again.
    UserEnabled {
        /// The user.
        user: UserId,
    },
    /// A password is replaced; all sessions end.
    PasswordSet {
        /// Whose.
        user: UserId,
        /// The hash.
        #[serde(skip)]
        phc: Hidden,
        /// Until when it works, unless it is permanent.
        temporary_until: Option<Timestamp>,
    },
    /// A role is given to somebody.
    GrantAdded {
        /// The grant.
        grant: GrantId,
        /// Who gains.
        user: UserId,
        /// What.
        role: RoleId,
        /// Where.
        scope: Scope,
    },
    /// A role is taken from somebody.
    GrantRemoved {
        /// The grant.
        grant: GrantId,
        /// Who loses.
        user: UserId,
        /// What.
        role: RoleId,
        /// Where.
        scope: Scope,
    },
    /// A site is added.
    SiteCreated {
        /// The site.
        site: SiteId,
        /// What it is like.
        details: SiteDetails,
    },
    /// A site changes.
    SiteUpdated {
        /// The site.
        site: SiteId,
        /// What it was like.
        before: SiteDetails,
        /// What it is like.
        details: SiteDetails,
    },
    /// A role is made.
    RoleCreated {
        /// The role.
        role: RoleId,
        /// Where it comes from.
        kind: RoleKind,
        /// What it is like.
        details: RoleDetails,
    },
    /// A role changes for everybody who holds it.
    RoleUpdated {
        /// The role.
        role: RoleId,
        /// What it was like.
        before: RoleDetails,
        /// What it is like.
        details: RoleDetails,
    },
    /// A role that nobody holds goes.
    RoleDeleted {
        /// The role.
        role: RoleId,
        /// What it was like.
        before: RoleDetails,
    },
    /// Somebody signs in.
    SessionStarted {
        /// The session.
        session: SessionId,
        /// Who.
        user: UserId,
        /// The token's digest.
        #[serde(skip)]
        token: Hidden,
        /// The browser.
        user_agent: String,
        /// When it ends at the latest.
        expires_at: Timestamp,
    },
    /// A session ends.
    SessionEnded {
        /// The session.
        session: SessionId,
    },
    /// A known account was tried with a password that does not fit or may not be used.
    SignInFailed {
        /// The account.
        user: UserId,
    },
    /// A browser is remembered as the person's.
    DeviceRemembered {
        /// Whose.
        user: UserId,
        /// The token's digest.
        #[serde(skip)]
        token: Hidden,
    },
    /// A guess is counted, or (with `None`) the count is cleared.
    Guessed {
        /// Whose guesses.
        #[serde(skip)]
        key: crate::guesses::Key,
        /// The new count.
        #[serde(skip)]
        count: Option<crate::guesses::Count>,
    },
}

impl Effect {
    /// Whether the effect is recorded in the audit trail: everything but bookkeeping.
    const fn is_audited(&self) -> bool {
        !matches!(self, Self::Guessed { .. } | Self::DeviceRemembered { .. })
    }
}

/// On whose behalf and through what the effects come.
#[derive(Debug)]
pub struct Origin<'a> {
    /// Who acts, with what he holds. Nobody for set-up and signing in.
    pub actor: Option<&'a Access>,
    /// The endpoint, as method and path pattern.
    pub endpoint: &'a str,
    /// The request.
    pub request_id: &'a str,
}

/// Judges, stores and records the effects, in their order. Runs inside the request's
/// transaction, which is rolled back when this fails.
pub(crate) fn apply(
    sql: &dyn crate::sql::Sql,
    surroundings: &Surroundings<'_>,
    origin: &Origin<'_>,
    effects: &[Effect],
) -> Result<(), crate::gateway::Stop> {
    for effect in effects {
        judge::judge(crate::sql::Reader::new(sql), origin, effect)?;
        store::store(sql, origin, surroundings.now, effect)?;
        if effect.is_audited() {
            record::record(sql, origin, surroundings.now, effect)?;
        }
    }
    judge::still_has_owner(crate::sql::Reader::new(sql), effects)
}

/// Notes that a session is in use. Not an effect: it says nothing about authority and is
/// written at most once a minute.
pub(crate) fn touch(
    sql: &dyn crate::sql::Sql,
    session: &SessionId,
    user: &UserId,
    now: Timestamp,
) -> Result<(), SqlError> {
    sql.query("UPDATE sessions SET last_seen_at = ? WHERE id = ?", crate::params![now, session])?;
    sql.query("UPDATE users SET last_seen_at = ? WHERE id = ?", crate::params![now, user])?;
    Ok(())
}

/// A day ago: so long are counts of guesses and answers to repeated requests kept.
pub(crate) const fn yesterday(now: Timestamp) -> Timestamp {
    Timestamp(now.0.saturating_sub(shared::time::Span::days(1).0))
}

/// Keeps the answer to a request with an idempotency key, and forgets those of yesterday.
pub(crate) fn remember_answer(
    sql: &dyn crate::sql::Sql,
    entry: &[crate::sql::Value],
    now: Timestamp,
) -> Result<(), SqlError> {
    sql.query("DELETE FROM idempotency WHERE created_at < ?", crate::params![yesterday(now)])?;
    sql.query(
        "INSERT INTO idempotency (caller, key, request_digest, answer, created_at) VALUES (?, ?, ?, ?, ?)",
        entry,
    )?;
    Ok(())
}
