//! What a handler gets to see.

use super::{Ask, Incoming, Stop};
use crate::{
    organizations,
    sql::{Reader, Sql},
    surroundings::Surroundings,
    text,
};
use shared::{
    Code, FieldError, Problem,
    audit::Surface,
    authority::{Access, Permission, Target, decide},
    ids::{CredentialId, SessionId},
    password::{self, COMMON_PASSWORDS, Common, Factors, TEMPORARY_HOURS},
    time::{Span, Timestamp},
    users::{Person, TemporaryPassword},
};

/// Who calls.
#[derive(Debug)]
pub struct Caller {
    /// What the caller holds; `None` for a stranger.
    pub access: Option<Access>,
    /// The caller's session.
    pub session: Option<SessionId>,
    /// The token that the session has from this request on, if the browser missed the answer that
    /// brought one.
    pub renewed: Option<String>,
    /// The credential with which a service calls.
    pub credential: Option<CredentialId>,
    /// Through what the call comes.
    pub surface: Surface,
}

/// A request's world: read-only.
pub struct Context<'a> {
    /// The data.
    pub reader: Reader<'a>,
    /// Time and chance.
    pub surroundings: Surroundings<'a>,
    /// The request.
    pub incoming: &'a Incoming,
    /// Who calls.
    pub caller: &'a Caller,
    // Only set-up makes a schema from inside a request.
    sql: &'a dyn Sql,
}

/// A temporary password, ready to be stored.
#[derive(Debug)]
pub struct Temporary {
    /// Its hash.
    pub phc: crate::effects::Hidden,
    /// When it stops working.
    pub until: Timestamp,
    /// The password itself, if it was made here and must be shown once.
    pub shown: Option<String>,
    /// The password itself, if it was made here and must be mailed.
    pub mailed: Option<crate::effects::Hidden>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        sql: &'a dyn Sql,
        surroundings: Surroundings<'a>,
        incoming: &'a Incoming,
        caller: &'a Caller,
    ) -> Self {
        Self { reader: Reader::new(sql), surroundings, incoming, caller, sql }
    }

    /// When the request arrived.
    pub fn now(&self) -> Timestamp {
        self.surroundings.now
    }

    /// What the caller holds, or that a session is needed.
    pub fn access(&self) -> Result<&'a Access, Problem> {
        self.caller.access.as_ref().ok_or_else(|| Code::SessionRequired.into())
    }

    /// Refuses unless the caller holds the permission at the target.
    pub fn require(&self, permission: &Permission, target: &Target) -> Result<(), Problem> {
        decide(self.access()?, permission, target).require()
    }

    /// Whether the caller holds the permission at the target.
    pub fn allows(&self, permission: &Permission, target: &Target) -> bool {
        self.access().is_ok_and(|access| decide(access, permission, target).is_allowed())
    }

    /// The hash of a password that has passed the policy: asks the front for it first.
    pub fn hash(&self, password: &str) -> Result<crate::effects::Hidden, Stop> {
        let password = text::password(password);
        match &self.incoming.done.hashed {
            Some((hashed, phc)) if *hashed == password => Ok(crate::effects::Hidden(phc.clone())),
            _ => Err(Stop::Ask(Ask::Hash(password))),
        }
    }

    /// A temporary password as asked for: made here, or typed where the policy allows it.
    pub fn temporary(&self, asked: &TemporaryPassword, person: &Person) -> Result<Temporary, Stop> {
        let policy = organizations::policy(self.reader)?;
        let until = self.now() + Span::hours(policy.temporary_hours.into());
        match asked {
            TemporaryPassword::Generated => {
                let made = self.made_password();
                Ok(Temporary { phc: self.hash(&made)?, until, shown: Some(made), mailed: None })
            }
            TemporaryPassword::Mailed if !self.incoming.mails => {
                Err(Problem::invalid(vec![FieldError::new("password", "mails_not_available")]).into())
            }
            TemporaryPassword::Mailed => {
                let made = self.made_password();
                let phc = self.hash(&made)?;
                Ok(Temporary { phc, until, shown: None, mailed: Some(crate::effects::Hidden(made)) })
            }
            TemporaryPassword::Typed { .. } if !policy.administrators_type_passwords => {
                Err(Problem::invalid(vec![FieldError::new("password", "typing_not_allowed")]).into())
            }
            TemporaryPassword::Typed { password, enforce_expiry } => {
                self.check_password("password.password", password, Factors::One, person)?;
                let longest = self.now() + Span::hours((*TEMPORARY_HOURS.end()).into());
                let until = if *enforce_expiry { until } else { longest };
                Ok(Temporary { phc: self.hash(password)?, until, shown: None, mailed: None })
            }
        }
    }

    /// A password made at random; when the request comes again with its hash, the same.
    fn made_password(&self) -> String {
        let hashed = self.incoming.done.hashed.as_ref();
        hashed.map_or_else(|| self.surroundings.temporary_password(), |(made, _)| made.clone())
    }

    /// Judges a password that somebody typed for an account that signs in with so many factors, by the
    /// organization's policy and words.
    pub fn check_password(&self, field: &str, password: &str, factors: Factors, person: &Person) -> Result<(), Stop> {
        let organization = organizations::find(self.reader)?.ok_or(Code::UnknownOrganization)?;
        let words = person_words(person).into_iter().chain([organization.name.as_str(), organization.slug.as_str()]);
        // Names of sites that the caller may not see are no reason that he may be given.
        let sites = if self.caller.access.is_some() { crate::sites::seen(self)? } else { Vec::new() };
        let words = words.chain(sites.iter().map(|site| site.details.name.as_str()));
        let policy = organizations::policy(self.reader)?;
        check_words(field, password, &policy, factors, words)
    }

    /// Makes the schema of the registry. Only for set-up, which has checked the token.
    pub(crate) fn make_registry(&self) -> Result<(), Stop> {
        Ok(crate::migrations::migrate(self.sql, &self.surroundings)?)
    }
}

/// The words of a person that must not make up the password.
pub(crate) fn person_words(person: &Person) -> Vec<&str> {
    vec![&person.user_name, &person.email, &person.given_name, &person.middle_name, &person.family_name]
}

/// The same for many passwords, with the common ones read once.
pub(crate) fn check_words_by<'w>(
    common: &Common<'_>,
    password: &str,
    policy: &password::Policy,
    factors: Factors,
    words: impl IntoIterator<Item = &'w str>,
) -> Result<(), password::Weakness> {
    password::check(&text::password(password), policy, factors, words, common)
}

/// Judges a password by policy and words.
pub(crate) fn check_words<'w>(
    field: &str,
    password: &str,
    policy: &password::Policy,
    factors: Factors,
    words: impl IntoIterator<Item = &'w str>,
) -> Result<(), Stop> {
    check_words_by(&Common::parse(COMMON_PASSWORDS), password, policy, factors, words)
        .map_err(|weakness| Problem::invalid(vec![weakness.at(field)]).into())
}
