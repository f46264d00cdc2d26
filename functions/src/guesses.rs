//! Wrong passwords: growing delays, so that guessing is hopeless and nobody is locked out for
//! long (ASVS 6.3.1, NIST SP 800-63B-4 §3.2.2).
//!
//! Each account has one count for all paths that check its password, and one more for every
//! browser in which the person has signed in before: a stranger who guesses slows down
//! strangers only. A guess is counted before it is evaluated, so that parallel guesses cannot
//! overtake the count; the right password clears it.

use crate::{
    params,
    sql::{Reader, SqlError},
    text,
};
use shared::{
    Code, Problem,
    ids::UserId,
    time::{Span, Timestamp},
};

/// Guesses without any delay.
const FREE: u32 = 5;
/// The longest delay, which is also the longest that a stranger can keep somebody out. From the
/// fifteenth guess on there is one in a quarter of an hour: a hundred take a day.
const LONGEST: Span = Span::minutes(15);

/// Whose guesses are counted together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// Guesses at an account, from a browser that it knows or not.
    pub fn account(user: &UserId, known_device: Option<&str>) -> Self {
        Self(format!("{user}/{}", known_device.unwrap_or("strangers")))
    }

    /// Guesses at a name that no account has: they meet the same delays.
    pub fn nobody(login: &str) -> Self {
        Self(format!("?{}", text::digest(&text::fold(login))))
    }

    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The state after one more wrong guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Wrong guesses in a row.
    pub count: u32,
    /// When the next is evaluated.
    pub next_at: Timestamp,
}

/// Admits a guess and counts it as wrong, or says how long to wait.
pub fn admit(reader: Reader<'_>, key: &Key, now: Timestamp) -> Result<Result<Count, Problem>, SqlError> {
    let before = current(reader, key)?.unwrap_or(Count { count: 0, next_at: now });
    Ok(after(before, now))
}

/// The count as it stands, if there were wrong guesses.
pub fn current(reader: Reader<'_>, key: &Key) -> Result<Option<Count>, SqlError> {
    let row = reader.row("SELECT count, next_at FROM guesses WHERE key = ?", params![key.as_str()])?;
    row.map(|row| Ok(Count { count: row.get(0)?, next_at: row.get(1)? })).transpose()
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
    if count < FREE { Span(0) } else { Span::seconds(1 << (count - FREE).min(20)).min(LONGEST) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Count = Count { count: 0, next_at: Timestamp(0) };

    #[test]
    fn delays_start_at_the_fifth_wrong_guess_and_never_exceed_a_quarter_of_an_hour() {
        assert_eq!(delay(4), Span(0));
        assert_eq!(delay(5), Span::seconds(1));
        assert_eq!(delay(6), Span::seconds(2));
        for count in 15..200 {
            assert_eq!(delay(count), LONGEST);
        }
    }

    #[test]
    fn parallel_guesses_are_counted_before_they_are_evaluated() {
        let mut state = START;
        let admitted = (0..50).filter(|_| after(state, Timestamp(0)).map(|next| state = next).is_ok()).count();
        assert_eq!(admitted, 5);
    }

    #[test]
    fn at_most_a_hundred_guesses_a_day_whatever_the_patience() {
        let (mut state, mut evaluated) = (START, 0);
        for second in 0..86_400 {
            if let Ok(next) = after(state, Timestamp(second * 1_000)) {
                (state, evaluated) = (next, evaluated + 1);
            }
        }
        assert!(evaluated <= 110, "{evaluated}");
    }
}
