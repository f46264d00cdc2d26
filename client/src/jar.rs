//! Cookies of one deployment.
//!
//! General jars refuse `Secure` cookies over plain HTTP. Browsers make an exception for
//! `localhost`, and so does this one, for whatever origin its client is given.

use crate::Answer;
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Cookies by name.
#[derive(Debug, Default)]
pub(crate) struct Jar(Mutex<BTreeMap<String, String>>);

impl Jar {
    fn cookies(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        // Whoever panicked held the lock for one whole insertion or removal.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps the answer's cookies and forgets those that it clears.
    pub(crate) fn keep(&self, answer: &Answer) {
        for line in answer.all("set-cookie") {
            let mut parts = line.split(';').map(str::trim);
            let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
                continue;
            };
            if parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
                self.cookies().remove(name);
            } else {
                self.cookies().insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// The `Cookie` header, if there are cookies.
    pub(crate) fn header(&self) -> Option<String> {
        let pairs: Vec<String> = self.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(jar: &Jar, lines: &[&str]) {
        let headers = lines.iter().map(|line| ("set-cookie".to_owned(), (*line).to_owned())).collect();
        jar.keep(&Answer { status: 200, headers, body: Vec::new() });
    }

    #[test]
    fn cookies_are_kept_replaced_and_forgotten() {
        let jar = Jar::default();
        assert_eq!(jar.header(), None);
        keep(&jar, &["a=1; Path=/; Secure", "b=2=2; Max-Age=60"]);
        keep(&jar, &["a=3"]);
        assert_eq!(jar.header().as_deref(), Some("a=3; b=2=2"));
        keep(&jar, &["a=; Path=/; Max-Age=0", "nonsense"]);
        assert_eq!(jar.header().as_deref(), Some("b=2=2"));
    }
}
