//! Wrong passwords: growing delays, so that guessing is hopeless and nobody is locked out for
//! long (ASVS 6.3.1, NIST SP 800-63B-4 §3.2.2).
//!
//! A guess is counted before it is evaluated, so that parallel guesses cannot overtake the
//! count; the right password clears it. What strangers are told follows from what they typed
//! alone, so that no delay says whether an account exists (ASVS 6.3.8).

use crate::{
    effects::Effect,
    params,
    sql::{Reader, SqlError},
    text,
};
use shared::{
    Code, Problem,
    ids::UserId,
    time::{Span, Timestamp},
};
use std::cmp::Ordering;

/// Guesses without any delay.
const FREE: u32 = 4;
/// The delay after the last of them: time to think.
const FIRST: Span = Span::minutes(1);
/// Every later delay, which is also the longest that a stranger can keep somebody out. With it,
/// the hundredth guess is the last of the first day (NIST SP 800-63B-4 §3.2.2).
const LONGEST: Span = Span::minutes(15);

/// Whose guesses are counted together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    fn account(user: &UserId, browser: &str) -> Self {
        Self(format!("{user}/{browser}"))
    }

    fn typed(login: &str) -> Self {
        Self(format!("?{}", text::digest(&text::fold(login))))
    }

    fn asked(login: &str) -> Self {
        Self(format!("@{}", text::digest(&text::fold(login))))
    }

    fn reminded(email: &str) -> Self {
        Self(format!("%{}", text::digest(&text::fold(email))))
    }

    fn invited(email: &str) -> Self {
        Self(format!("+{}", text::digest(&text::fold(email))))
    }

    fn codes(user: &UserId) -> Self {
        Self(format!("#{user}"))
    }

    /// In the place of an account, so that as much is written where there is none.
    fn nobody(login: &str) -> Self {
        Self(format!("!{}", text::digest(&text::fold(login))))
    }

    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The counts that a guess meets.
#[derive(Clone, Debug)]
pub struct Counters {
    /// Says how long to wait.
    told: Key,
    /// Bounds what is evaluated, and is never heard of.
    untold: Option<Key>,
}

impl Counters {
    /// A stranger's guess at whatever he typed. He is told of the delays that this text has
    /// earned. An account has more than one such text: its own count, over all of them, decides
    /// in silence whether its password is looked at. Told of, it would say which texts belong
    /// together, and so that they belong to somebody.
    pub fn of_stranger(login: &str, account: Option<&UserId>) -> Self {
        let untold = account.map_or_else(|| Key::nobody(login), |user| Key::account(user, STRANGERS));
        Self { told: Key::typed(login), untold: Some(untold) }
    }

    /// A guess from a browser in which the person has signed in before, by the digest of its
    /// token: strangers who guess slow down strangers only.
    pub fn of_known_device(user: &UserId, digest: &str) -> Self {
        Self { told: Key::account(user, digest), untold: None }
    }

    /// A guess at the current password by somebody who is signed in, in an unknown browser.
    pub fn of_session(user: &UserId) -> Self {
        Self { told: Key::account(user, STRANGERS), untold: None }
    }

    /// A guess at a code by somebody who knows the password, in whatever browser.
    pub fn of_codes(user: &UserId) -> Self {
        Self { told: Key::codes(user), untold: None }
    }

    /// Somebody who asks for a link to choose a new password: by what he typed alone.
    pub fn of_recovery(login: &str) -> Self {
        Self { told: Key::asked(login), untold: None }
    }

    /// Somebody who asks which organizations know an address: by what he typed alone.
    pub fn of_reminder(email: &str) -> Self {
        Self { told: Key::reminded(email), untold: None }
    }

    /// An administrator who has an invitation mailed to an address.
    pub fn of_invitation(email: &str) -> Self {
        Self { told: Key::invited(email), untold: None }
    }

    /// Counts a guess, or says how long to wait.
    pub fn admit(&self, reader: Reader<'_>, now: Timestamp) -> Result<Result<Admitted, Problem>, SqlError> {
        let told = match after(current(reader, &self.told, now)?, now) {
            Ok(told) => told,
            Err(wait) => return Ok(Err(wait)),
        };
        let mut effects = vec![counted(&self.told, told)];
        let mut is_evaluated = true;
        if let Some(key) = &self.untold {
            let before = current(reader, key, now)?;
            let untold = after(before, now);
            is_evaluated = untold.is_ok();
            // Written even if nothing changes, so that it takes as long.
            effects.push(counted(key, untold.unwrap_or(before)));
        }
        Ok(Ok(Admitted { effects, is_evaluated }))
    }

    /// Writes what is there once more, so that a failure at a login that no account has takes as
    /// long as one that is recorded.
    pub fn rewritten(&self, reader: Reader<'_>, now: Timestamp) -> Result<Effect, SqlError> {
        Ok(counted(&self.told, current(reader, &self.told, now)?))
    }

    /// The right password was given.
    pub fn cleared(self) -> impl Iterator<Item = Effect> {
        [Some(self.told), self.untold].into_iter().flatten().map(|key| Effect::Guessed { key, count: None })
    }
}

/// The browser in the key of guesses from none in particular.
const STRANGERS: &str = "strangers";

/// A guess that need not wait.
#[derive(Debug)]
pub struct Admitted {
    /// The counts to keep, before it is evaluated.
    pub effects: Vec<Effect>,
    /// Whether the account's own hash may be asked. If not, one that fits nothing is.
    pub is_evaluated: bool,
}

/// The state after one more wrong guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Wrong guesses in a row.
    pub count: u32,
    /// When the next is evaluated.
    pub next_at: Timestamp,
}

fn counted(key: &Key, count: Count) -> Effect {
    Effect::Guessed { key: key.clone(), count: Some(count) }
}

/// The count as it stands; none that is older than a day.
fn current(reader: Reader<'_>, key: &Key, now: Timestamp) -> Result<Count, SqlError> {
    let sql = "SELECT count, next_at FROM guesses WHERE key = ? AND last_at >= ?";
    match reader.row(sql, params![key.as_str(), crate::effects::yesterday(now)])? {
        Some(row) => Ok(Count { count: row.get(0)?, next_at: row.get(1)? }),
        None => Ok(Count { count: 0, next_at: now }),
    }
}

fn after(before: Count, now: Timestamp) -> Result<Count, Problem> {
    let wait = before.next_at - now;
    if wait > Span(0) {
        return Err(Problem::new(Code::TooManyAttempts).with("retry_after", wait.whole_seconds()));
    }
    let count = before.count.saturating_add(1);
    Ok(Count { count, next_at: now + delay(count) })
}

fn delay(count: u32) -> Span {
    match count.cmp(&FREE) {
        Ordering::Less => Span(0),
        Ordering::Equal => FIRST,
        Ordering::Greater => LONGEST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Count = Count { count: 0, next_at: Timestamp(0) };

    #[test]
    fn delays_start_at_the_fourth_wrong_guess_and_never_exceed_a_quarter_of_an_hour() {
        assert_eq!(delay(3), Span(0));
        assert_eq!(delay(4), Span::seconds(60));
        for count in 5..200 {
            assert_eq!(delay(count), Span::minutes(15));
        }
    }

    #[test]
    fn parallel_guesses_are_counted_before_they_are_evaluated() {
        let mut state = START;
        let admitted = (0..50).filter(|_| after(state, Timestamp(0)).map(|next| state = next).is_ok()).count();
        assert_eq!(admitted, 4);
    }

    #[test]
    fn a_hundred_guesses_are_evaluated_in_the_first_day_and_no_more_whatever_the_patience() {
        let (mut state, mut evaluated) = (START, 0);
        for second in 0..86_400 {
            if let Ok(next) = after(state, Timestamp(second * 1_000)) {
                (state, evaluated) = (next, evaluated + 1);
            }
        }
        assert_eq!(evaluated, 100);
    }
}
