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
    /// As the directory has it.
    pub(super) fn of(desk: &Desk<'_>) -> Outcome<Self> {
        let (reader, now) = (desk.context().reader, desk.surroundings.now);
        let (onboarding, default_password) = directories::onboarding(reader, &desk.credential)?;
        Ok(match default_password.filter(|_| onboarding == Onboarding::DefaultPassword) {
            Some(phc) => {
                let hours = organizations::policy(reader)?.temporary_hours;
                Self { phc, until: now + Span::hours(hours.into()), by_link: false }
            }
            // Nobody knows a password: one is chosen by a mailed link, or handed out in the console.
            None => Self {
                phc: Hidden(hashing::NOBODY.to_owned()),
                until: now,
                by_link: onboarding == Onboarding::Invitation && desk.incoming.mails,
            },
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

/// The link for somebody who is enabled for the first time, and so has never had one.
pub(super) fn first_link(desk: &Desk<'_>, user: &UserId, user_name: &str) -> Outcome<Option<Effect>> {
    let without = "SELECT 1 FROM users WHERE id = ? AND phc = ?";
    let without = desk.context().reader.row(without, params![user, hashing::NOBODY])?;
    if without.is_none() { Ok(None) } else { Ok(Entry::of(desk)?.link(desk, user, user_name)) }
}
