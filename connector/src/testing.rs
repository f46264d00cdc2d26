//! People and configurations for tests.

use crate::{config::Loaded, people::Person};

pub(crate) fn person(name: &str) -> Person {
    Person {
        id: name.into(),
        user_name: name.into(),
        given_name: name.into(),
        family_name: "Peeters".into(),
        email: format!("{name}@carrier.example").into(),
        active: true,
        team: "00000000000000000000000000000003".into(),
    }
}

/// A configuration with its secrets, which nothing answers.
pub(crate) fn loaded() -> Loaded {
    let text = r#"
[bailiwick]
address = "https://admin.example.org"
organization = "carrier"
token_file = "token"

[directory]
kind = "ldap"
server = "ldaps://dc1.example.org"
bind_dn = "cn=reader,dc=example,dc=org"
password_file = "password"
base = "dc=example,dc=org"

[[mapping]]
source = "cn=support,dc=example,dc=org"
group = "00000000000000000000000000000003"
"#;
    let config = toml::from_str(text).unwrap_or_else(|error| panic!("{error}"));
    Loaded { config, token: "bwk_token".into(), password: "a password".into(), ca_file: None }
}
