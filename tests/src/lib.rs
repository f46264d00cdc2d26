//! What the tests of the API share: the deployment under test, fresh organizations in it, and
//! ways to send what no honest client would.
//!
//! `cargo xtask test api` starts the deployment and says where it is.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests may fail by panicking")]

mod organization;
mod receiver;
mod tcp;

pub use organization::{Organization, PASSWORD, before_the_operator, operator, person};
pub use receiver::{Received, Receiver};
pub use tcp::over_tcp;

use client::{Answer, Client};
use shared::{Code, Problem};
use std::{
    sync::Barrier,
    thread,
    time::{SystemTime, UNIX_EPOCH},
};

/// Where the deployment is.
pub fn origin() -> String {
    setting("BAILIWICK_ORIGIN")
}

/// A set-up token that nobody has used: the tested build takes any that begins with its secret.
pub fn setup_token() -> String {
    format!("{}.{}", setting("BAILIWICK_SETUP_SECRET"), unique())
}

/// The folder in which the deployment keeps its data.
pub fn data_folder() -> String {
    setting("BAILIWICK_DATA")
}

/// What `cargo xtask test api` says.
pub fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: start these tests with `cargo xtask test api`"))
}

/// A client in which nobody has signed in.
pub fn stranger() -> Client {
    Client::new(origin())
}

/// A word that no other test uses.
pub fn unique() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{:x}-{count}", SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos())
}

/// Milliseconds since 1970, this many minutes from now.
pub fn in_minutes(minutes: u64) -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    u64::try_from(now.as_millis()).unwrap() + minutes * 60_000
}

/// What several threads answer that do the same in the same moment.
pub fn at_once<T: Send>(times: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let start = Barrier::new(times);
    let one = |number| {
        start.wait();
        work(number)
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..times).map(|number| scope.spawn(move || one(number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// What every answer of the API carries.
const SECURITY: [(&str, &str); 7] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// Checks that an answer carries all of them, and nothing that lets another origin read it.
pub fn has_security_headers(answer: &Answer) {
    for (name, value) in SECURITY {
        assert_eq!(answer.header(name), Some(value), "{name} of a {}", answer.status);
    }
    assert!(answer.headers.iter().all(|(name, _)| !name.starts_with("access-control-")), "no other origin may read");
    assert_eq!(answer.header("x-request-id").map(str::len), Some(32));
}

/// The problem that a refused request is answered with. Checks that it is one, whole.
pub fn problem(answer: &Answer) -> Problem {
    let body = String::from_utf8_lossy(&answer.body);
    let problem: Problem =
        serde_json::from_slice(&answer.body).unwrap_or_else(|error| panic!("{} {body}: {error}", answer.status));
    assert_eq!(problem.status, answer.status, "{body}");
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert!(problem.request_id.is_some() && problem.request_id.as_deref() == answer.header("x-request-id"), "{body}");
    problem
}

/// Status and code of a refused request.
pub fn refusal(answer: &Answer) -> (u16, Code) {
    (answer.status, problem(answer).code)
}

/// The code with which a typed request was refused.
pub fn code<T>(answer: Result<T, Problem>) -> Code {
    answer.err().unwrap().code
}
