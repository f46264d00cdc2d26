//! A blocking, typed client of the API for native programs.
//!
//! A [`Client`] is one browser, as far as the edge can tell: it keeps its own cookies and says
//! which origin its requests come from.
//!
//! ```no_run
//! use shared::{session, users};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = client::Client::new("http://localhost:8787");
//! let org: shared::ids::Slug = "carrier".parse()?;
//! client.send(&session::api::Create {
//!     org: org.clone(),
//!     login: "jfennell".into(),
//!     password: "tall ships of Ghent".into(),
//! })?;
//! let page = client.send(&users::api::List::first(org))?;
//! println!("{} users", page.total);
//! # Ok(())
//! # }
//! ```

mod answer;
mod jar;
#[cfg(feature = "tls")]
mod tls;

pub use answer::Answer;
#[cfg(feature = "tls")]
pub use tls::system_certificates;

use jar::Jar;
use shared::{Code, Endpoint, Problem, wire};
use std::{io, time::Duration};

/// The longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// A connection that rested for longer than this may have been closed at the other end.
const REST: Duration = Duration::from_secs(3);

/// A connection to one deployment, with its cookies. It can be shared between threads.
#[derive(Debug)]
pub struct Client {
    origin: String,
    agent: ureq::Agent,
    jar: Jar,
    headers: Vec<(String, String)>,
}

impl Client {
    /// A client of the deployment at this origin, such as `http://localhost:8787`.
    pub fn new(origin: impl Into<String>) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .max_idle_age(REST);
        #[cfg(feature = "tls")]
        let config = config.tls_config(tls::config());
        let origin = origin.into().trim_end_matches('/').to_owned();
        Self { origin, agent: config.build().new_agent(), jar: Jar::default(), headers: Vec::new() }
    }

    /// Adds a header to every typed request from now on.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: impl ToString) -> Self {
        self.headers.push((name.to_owned(), value.to_string()));
        self
    }

    /// The origin of the deployment.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Sends a request. [`Code::Unavailable`] also says that the deployment cannot be reached.
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Problem> {
        let answer = self.exchange(request, &[]).map_err(|_| Code::Unavailable)?;
        wire::decode_response(answer.status, &answer.body)
    }

    /// Sends a request with an idempotency key: repeated with the same key, it happens once.
    pub fn send_once<E: Endpoint>(&self, request: &E, key: &str) -> Result<E::Response, Problem> {
        let answer = self.exchange(request, &[("Idempotency-Key", key)]).map_err(|_| Code::Unavailable)?;
        wire::decode_response(answer.status, &answer.body)
    }

    /// Sends a request, with more headers, and returns the answer as it came.
    pub fn exchange<E: Endpoint>(&self, request: &E, more: &[(&str, &str)]) -> io::Result<Answer> {
        let request = wire::encode(request);
        let own = self.own_headers();
        let mut headers: Vec<(&str, &str)> = own.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        headers.extend(more);
        let body = request.body.as_deref().unwrap_or_default();
        let answer = self.raw(request.method, &request.path_and_query, &headers, body.as_bytes())?;
        self.jar.keep(&answer);
        Ok(answer)
    }

    /// What every typed request carries: where it comes from, its type, and the cookies.
    pub fn own_headers(&self) -> Vec<(String, String)> {
        let mut headers = vec![
            ("Origin".to_owned(), self.origin.clone()),
            ("X-Bailiwick".to_owned(), "1".to_owned()),
            ("Content-Type".to_owned(), "application/json".to_owned()),
        ];
        headers.extend(self.jar.header().map(|cookies| ("Cookie".to_owned(), cookies)));
        headers.extend(self.headers.iter().cloned());
        headers
    }

    /// Sends exactly this and nothing of its own but the length: no cookies, no origin. Cookies
    /// of the answer are not kept.
    pub fn raw(&self, method: &str, path_and_query: &str, headers: &[(&str, &str)], body: &[u8]) -> io::Result<Answer> {
        let uri = format!("{}{path_and_query}", self.origin);
        let mut request = ureq::http::Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, value.as_bytes());
        }
        let has_body = !body.is_empty() || matches!(method, "POST" | "PUT" | "PATCH");
        let response = if has_body {
            self.agent.run(request.body(body).map_err(io::Error::other)?)
        } else {
            self.agent.run(request.body(()).map_err(io::Error::other)?)
        };
        Answer::read(response.map_err(ureq::Error::into_io)?)
    }
}
