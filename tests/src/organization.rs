//! A fresh organization for each test.

use crate::{origin, over_tcp, setup_token, stranger, unique};
use client::{Answer, Client};
use shared::{
    administrators,
    authority::Scope,
    grants::NewGrant,
    ids::{SiteId, Slug, UserId},
    organizations::{Language, NewOrganization},
    roles, session, setup,
    sites::{self, SiteDetails},
    users::{self, Person, TemporaryPassword},
    wire,
};
use std::sync::OnceLock;

/// The password of whoever has chosen one.
pub const PASSWORD: &str = "tall ships of Ghent";

/// An organization with its owner, whose user name is `olivia`.
#[derive(Debug)]
pub struct Organization {
    /// Its slug.
    pub slug: Slug,
    /// The owner's client, signed in.
    pub owner: Client,
}

/// The operator's organization, one for all tests, signed in to.
pub fn operator() -> Organization {
    before_the_operator();
    let operator = Organization { slug: OPERATOR.parse().unwrap(), owner: Client::new(origin()) };
    operator.owner.send(&operator.session("olivia", PASSWORD)).unwrap();
    operator
}

const OPERATOR: &str = "operator";

/// What the operator's organization answered before it was set up, each with its request.
/// Whichever test needs the operator first asks and then sets it up.
pub fn before_the_operator() -> &'static [(String, Answer)] {
    static ANSWERS: OnceLock<Vec<(String, Answer)>> = OnceLock::new();
    ANSWERS.get_or_init(|| {
        // The registry is there, with another organization in it.
        let answers = answers_of_nobody(&Organization::new());
        let mut request = Organization::setup(&setup_token());
        request.organization.slug = OPERATOR.parse().unwrap();
        stranger().send(&request).unwrap();
        answers
    })
}

/// What an organization that is not set up answers to requests of every kind.
fn answers_of_nobody(other: &Organization) -> Vec<(String, Answer)> {
    let client = stranger();
    let own = client.own_headers();
    let headers: Vec<(&str, &str)> = own.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let sign_in = wire::encode(&other.session("olivia", PASSWORD)).body.unwrap();
    let mut answers = Vec::new();
    for (method, rest, headers, body) in [
        ("GET", "", &headers[..], ""),
        ("GET", "/session", &headers, ""),
        ("GET", "/nothing", &headers, ""),
        ("PATCH", "/users", &headers, ""),
        ("POST", "/session", &headers, sign_in.as_str()),
        ("POST", "/session", &headers, "{"),
        ("POST", "/session", &[], sign_in.as_str()),
    ] {
        for slug in [OPERATOR, "nobody-has-this"] {
            let answer = client.raw(method, &format!("/api/v1/orgs/{slug}{rest}"), headers, body.as_bytes()).unwrap();
            answers.push((format!("{method} {slug}{rest} {body:.10}"), answer));
        }
    }
    answers
}

/// Somebody with this user name.
pub fn person(name: &str) -> Person {
    Person {
        user_name: name.into(),
        email: format!("{name}@carrier.example"),
        given_name: name.into(),
        family_name: "Peeters".into(),
        ..Person::default()
    }
}

impl Default for Organization {
    fn default() -> Self {
        Self::new()
    }
}

impl Organization {
    /// Sets up an organization and signs its owner in.
    pub fn new() -> Self {
        let request = Self::setup(&setup_token());
        let slug = stranger().send(&request).unwrap().slug;
        let owner = Client::new(origin());
        let organization = Self { slug, owner };
        organization.sign_in(&organization.owner, "olivia", PASSWORD);
        organization
    }

    /// A request that sets up an organization with a slug of its own.
    pub fn setup(token: &str) -> setup::api::Create {
        setup::api::Create {
            token: token.into(),
            organization: NewOrganization {
                slug: format!("t-{}", unique()).parse().unwrap(),
                name: "Noordzee".into(),
                language: Language::French,
            },
            owner: person("olivia"),
            password: PASSWORD.into(),
        }
    }

    /// Signs somebody in.
    pub fn sign_in(&self, client: &Client, login: &str, password: &str) {
        client.send(&self.session(login, password)).unwrap();
    }

    /// A request that signs somebody in.
    pub fn session(&self, login: &str, password: &str) -> session::api::Create {
        session::api::Create { org: self.slug.clone(), login: login.into(), password: password.into() }
    }

    /// A path under this organization's own.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/orgs/{}{rest}", self.slug)
    }

    /// Sends anything with the owner's cookies and headers; `headers` replace those of the same
    /// name, or remove them if they are empty.
    pub fn as_owner(&self, method: &str, rest: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let own = self.owner.own_headers();
        let replaced = |name: &str| headers.iter().any(|(other, _)| name.eq_ignore_ascii_case(other));
        let kept = own.iter().filter(|(name, _)| !replaced(name)).map(|(name, value)| (name.as_str(), value.as_str()));
        let given = headers.iter().copied().filter(|(_, value)| !value.is_empty());
        let headers: Vec<(&str, &str)> = kept.chain(given).collect();
        self.owner.raw(method, &self.path(rest), &headers, body).unwrap()
    }

    /// Posts what no client would send, byte by byte, with the owner's cookies and headers.
    pub fn as_owner_over_tcp(&self, rest: &str, headers: &str, body: &str) -> Answer {
        let own: String = self.owner.own_headers().iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let host = self.owner.origin().strip_prefix("http://").unwrap();
        let path = self.path(rest);
        let head = format!("POST {path} HTTP/1.1\r\nHost: {host}\r\n{own}{headers}Connection: close\r\n\r\n");
        over_tcp(format!("{head}{body}").as_bytes())
    }

    /// Everything that the organization's tables hold, as numbers and digests.
    pub fn contents(&self) -> String {
        let answer = self.as_owner("GET", "/_digest", &[], &[]);
        assert_eq!(answer.status, 200);
        String::from_utf8(answer.body).unwrap()
    }

    /// Has the owner add a site.
    pub fn site(&self, name: &str) -> SiteId {
        let details = SiteDetails { name: name.into(), ..SiteDetails::default() };
        self.owner.send(&sites::api::Create { org: self.slug.clone(), details }).unwrap().id
    }

    /// A request that adds a user.
    pub fn new_user(&self, name: &str, site: Option<&SiteId>) -> users::api::Create {
        let (person, password) = (person(name), TemporaryPassword::Generated);
        users::api::Create { org: self.slug.clone(), person, site: site.cloned(), group: None, password }
    }

    /// A grant of the role with this name.
    pub fn grant(&self, role: &str, scope: Scope) -> NewGrant {
        let roles = self.owner.send(&roles::api::List { org: self.slug.clone() }).unwrap();
        let role = roles.into_iter().find(|known| known.details.name == role).unwrap();
        NewGrant::lasting(role.id, scope)
    }

    /// Has the owner appoint an administrator; returns who it is and the temporary password.
    pub fn appoint(&self, name: &str, grants: Vec<NewGrant>) -> (UserId, String) {
        let appoint = administrators::api::Create {
            org: self.slug.clone(),
            person: person(name),
            site: None,
            grants,
            password: TemporaryPassword::Generated,
        };
        let made = self.owner.send(&appoint).unwrap();
        (made.id, made.temporary_password.unwrap())
    }
}
