//! A fresh organization for each test.

use crate::{origin, setup_token, stranger, unique};
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
};

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

/// The operator's organization, one for all tests: whichever needs it first sets it up, and the
/// others, whose set-up is refused, wait until that is done.
pub fn operator() -> Organization {
    let slug: Slug = "operator".parse().unwrap();
    let mut request = Organization::setup(&setup_token());
    request.organization.slug = slug.clone();
    stranger().send(&request).ok();
    let operator = Organization { slug, owner: Client::new(origin()) };
    let sign_in = operator.session("olivia", PASSWORD);
    let is_in = (0..100).any(|_| {
        let answer = operator.owner.send(&sign_in);
        answer.inspect_err(|_| std::thread::sleep(std::time::Duration::from_millis(100))).is_ok()
    });
    assert!(is_in, "nobody set up the operator's organization");
    operator
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
        users::api::Create { org: self.slug.clone(), person, site: site.cloned(), password }
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
