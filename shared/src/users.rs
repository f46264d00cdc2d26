//! Users: the people of an organization, whether they administer anything or not.

use crate::{
    administrators::Rank,
    groups::{GroupKind, NamedGroup},
    ids::{SiteId, UserId},
    organizations::Language,
    time::Timestamp,
    validation::{
        Check, DESCRIPTION_MAX, LINE_MAX, USER_NAME_MAX, Validate, is_user_name, may_stand_in_user_name, trim,
    },
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// The most characters of what an identity provider calls somebody (OpenID Connect Core, 2: `sub`).
pub const SSO_ID_MAX: usize = 255;

/// Whether somebody may sign in at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// May sign in.
    #[default]
    Active,
    /// May not sign in and has no authority, but keeps everything else.
    Disabled,
}

/// Who somebody is. Attribute names follow SCIM (RFC 7643, 4.1) where it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What one signs in with, besides the e-mail address; unique in the organization.
    pub user_name: String,
    /// E-mail address; unique in the organization.
    pub email: String,
    /// Given name.
    pub given_name: String,
    /// Middle name, or empty.
    #[serde(default)]
    pub middle_name: String,
    /// Family name.
    pub family_name: String,
    /// Whether the person also works as an agent, whatever he administers (EBE-5). Like
    /// `userType` (RFC 7643, 4.1.1) it says what somebody is to the organization, and gives no
    /// authority.
    #[serde(default)]
    pub agent: bool,
    /// Telephone numbers, as typed.
    #[serde(default)]
    pub phones: Phones,
    /// Postal address.
    #[serde(default)]
    pub address: Address,
    /// What the person is called in daily work, or empty (`nickName`).
    #[serde(default)]
    pub nick_name: String,
    /// How the organization's identity provider names the person, or empty.
    #[serde(default)]
    pub sso_id: String,
    /// What else is to be known about the person, or empty.
    #[serde(default)]
    pub description: String,
}

/// Telephone numbers as typed; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phones {
    /// At work.
    #[serde(default)]
    pub work: String,
    /// Fax.
    #[serde(default)]
    pub fax: String,
    /// Mobile.
    #[serde(default)]
    pub mobile: String,
    /// At home.
    #[serde(default)]
    pub home: String,
    /// SIP address or number.
    #[serde(default)]
    pub sip: String,
}

/// A postal address; each part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Street and number.
    #[serde(default)]
    pub street_address: String,
    /// Postal code.
    #[serde(default)]
    pub postal_code: String,
    /// Town.
    #[serde(default)]
    pub locality: String,
    /// Region, province or state.
    #[serde(default)]
    pub region: String,
    /// Country.
    #[serde(default)]
    pub country: String,
}

impl Validate for Person {
    fn check(&self, check: &mut Check) {
        check.user_name("user_name", &self.user_name);
        check.email("email", &self.email);
        check.required("given_name", &self.given_name, LINE_MAX);
        check.optional("middle_name", &self.middle_name, LINE_MAX);
        check.required("family_name", &self.family_name, LINE_MAX);
        check.part("phones", &self.phones);
        check.part("address", &self.address);
        check.optional("nick_name", &self.nick_name, LINE_MAX);
        check.optional("sso_id", &self.sso_id, SSO_ID_MAX);
        check.optional("description", &self.description, DESCRIPTION_MAX);
    }
}

impl Validate for Phones {
    fn check(&self, check: &mut Check) {
        check.phone("work", &self.work);
        check.phone("fax", &self.fax);
        check.phone("mobile", &self.mobile);
        check.phone("home", &self.home);
        // An address such as `sip:ada@pbx.example` need not have a digit.
        check.optional("sip", &self.sip, LINE_MAX);
    }
}

impl Validate for Address {
    fn check(&self, check: &mut Check) {
        check.optional("street_address", &self.street_address, LINE_MAX);
        check.optional("postal_code", &self.postal_code, LINE_MAX);
        check.optional("locality", &self.locality, LINE_MAX);
        check.optional("region", &self.region, LINE_MAX);
        check.optional("country", &self.country, LINE_MAX);
    }
}

impl Person {
    /// Given, middle and family name in a row.
    pub fn full_name(&self) -> String {
        [&self.given_name, &self.middle_name, &self.family_name]
            .into_iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Somebody of whom one name is known and an address, with which he signs in: what of it may stand
    /// in a user name is his user name.
    pub fn known_as(name: &str, email: &str) -> Self {
        let mut person = Self::default();
        person.be_known_as(name, email);
        person
    }

    /// Becomes somebody of whom a name and an address are known.
    pub(crate) fn be_known_as(&mut self, name: &str, email: &str) {
        put(&mut self.email, trim(email));
        put(&mut self.user_name, trim(email));
        if self.user_name.is_ascii() {
            self.user_name.make_ascii_lowercase();
        } else {
            self.user_name = self.user_name.to_lowercase();
        }
        if !is_user_name(&self.user_name) {
            self.user_name.retain(may_stand_in_user_name);
        }
        if self.user_name.len() > USER_NAME_MAX
            && let Some((end, _)) = self.user_name.char_indices().nth(USER_NAME_MAX)
        {
            self.user_name.truncate(end);
        }
        self.be_called(name);
    }

    /// Takes a name that is one: its first word is the given name, the others are the family's.
    pub fn be_called(&mut self, name: &str) {
        let name = trim(name);
        let (given, family) = name.split_once(char::is_whitespace).unwrap_or((name, ""));
        put(&mut self.given_name, given);
        self.middle_name.clear();
        put(&mut self.family_name, trim(family));
    }

    /// A person for documents and tests.
    pub fn sample() -> Self {
        Self {
            user_name: "jfennell".into(),
            email: "jim.fennell@carrier.example".into(),
            given_name: "Jim".into(),
            middle_name: "Q.".into(),
            family_name: "Fennell".into(),
            agent: true,
            phones: Phones {
                work: "+32 9 123 45 67".into(),
                sip: "sip:jim@carrier.example".into(),
                ..Phones::default()
            },
            address: Address { locality: "Gent".into(), country: "België".into(), ..Address::default() },
            nick_name: "Jimmy".into(),
            sso_id: "jim.fennell".into(),
            description: "Second line".into(),
        }
    }
}

/// Another text in the same place: whoever reads thousands makes none anew.
pub(crate) fn put(field: &mut String, text: &str) {
    field.clear();
    field.push_str(text);
}

/// How a temporary password comes about. It is never the permanent one: the person must
/// change it at the first sign-in, and it expires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", from = "StrictTemporaryPassword")]
#[schemars(!from)]
pub enum TemporaryPassword {
    /// Made at random and shown once to whoever asked for it.
    Generated,
    /// Made at random and mailed to the person concerned; nobody else sees it.
    Mailed,
    /// Typed by the administrator, where the organization's policy allows it.
    Typed {
        /// The password.
        password: String,
        /// Whether it works only as long as the policy says (CRES-14); otherwise it works for the
        /// longest time that a temporary password may, [`crate::password::TEMPORARY_HOURS`].
        #[serde(default = "yes")]
        enforce_expiry: bool,
    },
}

const fn yes() -> bool {
    true
}

/// How it is read: see the same in [`crate::authority::Scope`].
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum StrictTemporaryPassword {
    Generated {},
    Mailed {},
    Typed {
        password: String,
        #[serde(default = "yes")]
        enforce_expiry: bool,
    },
}

impl From<StrictTemporaryPassword> for TemporaryPassword {
    fn from(read: StrictTemporaryPassword) -> Self {
        match read {
            StrictTemporaryPassword::Generated {} => Self::Generated,
            StrictTemporaryPassword::Mailed {} => Self::Mailed,
            StrictTemporaryPassword::Typed { password, enforce_expiry } => Self::Typed { password, enforce_expiry },
        }
    }
}

/// What somebody's password is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PasswordState {
    /// Chosen by the person.
    Permanent,
    /// Handed out, not yet changed.
    Temporary {
        /// When it stops working.
        expires_at: Timestamp,
    },
}

/// A user in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UserSummary {
    /// The user.
    pub id: UserId,
    /// Full name.
    pub name: String,
    /// User name.
    pub user_name: String,
    /// E-mail address.
    pub email: String,
    /// The site where the user belongs, if any.
    pub site: Option<SiteId>,
    /// Whether the user may sign in.
    pub status: Status,
    /// Whether the user is an agent.
    pub agent: bool,
    /// How the user stands among the administrators, if he holds any grant.
    pub rank: Option<Rank>,
    /// Last use of a session, if ever.
    pub last_seen_at: Option<Timestamp>,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct User {
    /// The user.
    pub id: UserId,
    /// Counts changes; goes with an update so that nothing is overwritten unseen.
    pub version: u32,
    /// Who it is.
    pub person: Person,
    /// The site where the user belongs, if any.
    pub site: Option<SiteId>,
    /// Whether the user may sign in.
    pub status: Status,
    /// Whether the user holds any grant.
    pub administrator: bool,
    /// What the password is like.
    pub password: PasswordState,
    /// Since when the user signs in with two steps, if he does.
    #[serde(default)]
    pub two_step_since: Option<Timestamp>,
    /// Language of the console, if chosen.
    pub language: Option<Language>,
    /// When the record was made.
    pub created_at: Timestamp,
    /// Last use of a session, if ever.
    pub last_seen_at: Option<Timestamp>,
}

/// A group that somebody is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Membership {
    /// The group.
    pub group: NamedGroup,
    /// What the group is for.
    pub kind: GroupKind,
    /// The groups above it, from the top; those that the caller may not see are left out.
    pub above: Vec<NamedGroup>,
}

/// What people are to the organization. Somebody may be both (EBE-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Works as an agent.
    Agent,
    /// Holds a grant.
    Administrator,
}

/// Columns by which lists of people are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// By full name.
    #[default]
    Name,
    /// By user name.
    UserName,
    /// By e-mail address.
    Email,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_cannot_be_a_user_name_gives_one_that_can() {
        let user_name = |email: &str| Person::known_as("Jan Maes", email).user_name;
        assert_eq!(user_name("o'Brien@haven.be"), "obrien@haven.be");
        let long = format!("{}@haven.be", "a".repeat(80));
        assert_eq!(user_name(&long).chars().count(), USER_NAME_MAX);
    }

    #[test]
    fn one_name_is_a_given_name_and_a_familys() {
        let names = |name: &str| {
            let person = Person::known_as(name, "");
            (person.given_name.clone(), person.family_name.clone(), person.full_name())
        };
        assert_eq!(names(" Jan  van den Berg "), ("Jan".into(), "van den Berg".into(), "Jan van den Berg".into()));
        assert_eq!(names("Jan"), ("Jan".into(), String::new(), "Jan".into()));
    }
}
