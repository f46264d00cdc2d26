//! Trying again when the edge is busy or out of reach: each time after a longer pause, with chance
//! in it so that many connectors do not come back at once, and never before the edge has asked to.

use std::time::Duration;

/// How often something is tried.
const TRIES: u32 = 6;
/// The first pause.
const FIRST: Duration = Duration::from_secs(1);
/// The longest pause, also if the edge asks for more.
const LONGEST: Duration = Duration::from_secs(300);

/// What an attempt came to.
#[derive(Debug)]
pub enum Attempt<T> {
    /// To an end, good or bad.
    Done(T),
    /// To nothing; it may be tried again, not before this long if the edge says so. What is there
    /// is the end if it was the last attempt.
    Again(T, Option<Duration>),
}

/// Tries until there is an end; `pause` waits.
pub fn retry<T>(pause: &dyn Fn(Duration), mut attempt: impl FnMut() -> Attempt<T>) -> T {
    let mut tries = 1;
    loop {
        match attempt() {
            Attempt::Done(end) => return end,
            Attempt::Again(end, _) if tries >= TRIES => return end,
            Attempt::Again(_, asked) => pause(after(tries, asked, chance())),
        }
        tries += 1;
    }
}

/// The pause after so many attempts: twice as long each time, and between half and all of that.
fn after(tries: u32, asked: Option<Duration>, chance: u8) -> Duration {
    let longest = FIRST.saturating_mul(2_u32.saturating_pow(tries - 1));
    let part = longest.mul_f64(0.5 + f64::from(chance) / 510.0);
    part.max(asked.unwrap_or_default()).min(LONGEST)
}

fn chance() -> u8 {
    let mut byte = [0];
    // Without chance, pauses are merely the shortest.
    getrandom::fill(&mut byte).map_or(0, |()| byte[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn pauses_grow_and_end() {
        let pauses = RefCell::new(Vec::new());
        let end = retry(&|pause| pauses.borrow_mut().push(pause), || Attempt::Again("busy", None));
        let pauses = pauses.into_inner();
        assert_eq!((end, pauses.len()), ("busy", 5));
        for (at, pause) in pauses.iter().enumerate() {
            let longest = FIRST * 2_u32.pow(u32::try_from(at).unwrap());
            assert!(*pause >= longest / 2 && *pause <= longest, "{pause:?}");
        }
    }

    #[test]
    fn what_the_edge_asks_for_is_waited() {
        assert_eq!(after(1, Some(Duration::from_secs(90)), 0), Duration::from_secs(90));
        assert_eq!(after(1, Some(Duration::from_secs(9_000)), 0), LONGEST);
    }

    #[test]
    fn an_end_is_the_end() {
        let mut tries = 0;
        let end = retry(&|_| (), || {
            tries += 1;
            if tries < 3 { Attempt::Again(0, None) } else { Attempt::Done(tries) }
        });
        assert_eq!(end, 3);
    }
}
