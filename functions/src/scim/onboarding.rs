//! How somebody gets in whom a directory adds: by a mailed link, by the directory's default password,
//! or by what an administrator hands out later.

use super::{Desk, Outcome};
use crate::{
    directories,
    effects::{Effect, Hidden},
    hashing, organizations, params,
};
use shared::{
    directories::Onboarding,
    ids::{SiteId, UserId},
    time::{Span, Timestamp},
    users::Person,
};

/// How long a first link works: as long as an invitation.
const LINK_LASTS: Span = Span::days(7);

/// The way in.
pub(super) struct Entry {
    phc: Hidden,
    until: Timestamp,
    by_link: bool,
}

impl Entry {
    /// As the directory has it. What the policy does not allow any more is handed out instead.
    pub(super) fn of(desk: &Desk<'_>) -> Outcome<Self> {
        let (reader, now) = (desk.context().reader, desk.surroundings.now);
        let (policy, (onboarding, default_password)) =
            (organizations::policy(reader)?, directories::onboarding(reader, &desk.credential)?);
        let is_by_password = onboarding == Onboarding::DefaultPassword && policy.allows_default_passwords();
        Ok(match default_password.filter(|_| is_by_password) {
            Some(phc) => Self { phc, until: now + Span::hours(policy.temporary_hours.into()), by_link: false },
            None => {
                let by_link = onboarding == Onboarding::Invitation && desk.incoming.mails;
                Self { by_link, ..Self::none(desk) }
            }
        })
    }

    /// None yet: nobody knows a password. One is chosen by a mailed link, or handed out in the console.
    pub(super) fn none(desk: &Desk<'_>) -> Self {
        Self { phc: Hidden(hashing::NOBODY.to_owned()), until: desk.surroundings.now, by_link: false }
    }

    /// The password of somebody who had none, if it is by one.
    fn password(&self, user: &UserId) -> Option<Effect> {
        (self.phc.0 != hashing::NOBODY).then(|| Effect::PasswordSet {
            user: user.clone(),
            phc: self.phc.clone(),
            temporary_until: Some(self.until),
            is_short: false,
            mailed: None,
        })
    }

    /// The link to be mailed, if it is by one.
    pub(super) fn link(&self, desk: &Desk<'_>, user: &UserId, user_name: &str) -> Option<Effect> {
        self.by_link.then(|| Effect::LinkSent {
            user: user.clone(),
            user_name: user_name.to_owned(),
            token: Hidden(desk.surroundings.token()),
            expires_at: desk.surroundings.now + LINK_LASTS,
        })
    }

    /// The effect that makes somebody who gets in so.
    pub(super) fn creation(self, user: &UserId, person: Person, site: Option<SiteId>) -> Effect {
        Effect::UserCreated {
            user: user.clone(),
            person: Box::new(person),
            site,
            phc: self.phc,
            temporary_until: Some(self.until),
            mailed: None,
        }
    }
}

/// How somebody is enabled; for the first time, with the way in that he has never had.
pub(super) fn enabling(desk: &Desk<'_>, user: &UserId, user_name: &str) -> Outcome<Vec<Effect>> {
    let enabled = Effect::UserEnabled { user: user.clone() };
    let without = "SELECT 1 FROM users WHERE id = ? AND phc = ?";
    if desk.context().reader.row(without, params![user, hashing::NOBODY])?.is_none() {
        return Ok(vec![enabled]);
    }
    let entry = Entry::of(desk)?;
    // The password first: who is disabled is not told by mail that he has another one.
    let password = entry.password(user);
    Ok(password.into_iter().chain([enabled]).chain(entry.link(desk, user, user_name)).collect())
}
