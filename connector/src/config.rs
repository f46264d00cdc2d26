//! The configuration file. Secrets are in files of their own beside it, whose names it says.

use crate::dn;
use serde::{Deserialize, Serialize};
use shared::{
    credentials::TOKEN_PREFIX,
    directories::MAPPINGS_MAX,
    ids::{GroupId, Slug},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What the connector is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where users are kept up to date.
    pub bailiwick: Bailiwick,
    /// Where they are read.
    pub directory: Directory,
    /// Which groups there become which groups here. Who is in several belongs to the first.
    #[serde(rename = "mapping")]
    pub mappings: Vec<Mapping>,
}

/// A deployment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bailiwick {
    /// The console's address, such as `https://admin.example.org`.
    pub address: String,
    /// The organization's short name.
    pub organization: Slug,
    /// The file with the directory's token, beside the configuration unless its path is absolute.
    pub token_file: PathBuf,
}

/// What the directory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Kind {
    /// Active Directory, or Samba as a domain controller.
    ActiveDirectory,
    /// Any other server: `OpenLDAP`, 389 Directory Server.
    Ldap,
}

/// A directory and what is read of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directory {
    /// What it is.
    pub kind: Kind,
    /// Its address: `ldaps://dc1.example.org`, or `ldap://…` with `start_tls`.
    pub server: String,
    /// Whether the connection begins without TLS and changes to it (RFC 4511, 4.14).
    #[serde(default)]
    pub start_tls: bool,
    /// The certificates to trust instead of the system's, in PEM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca_file: Option<PathBuf>,
    /// Whether passwords and names may travel without TLS.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub insecure: bool,
    /// Who reads.
    pub bind_dn: String,
    /// The file with his password.
    pub password_file: PathBuf,
    /// Below what people are looked for.
    pub base: String,
    /// Who counts as a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_filter: Option<String>,
    /// Which attributes are read, where they are others than usual.
    #[serde(default)]
    pub attributes: Attributes,
}

/// Names of attributes; those of the kind of directory unless given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attributes {
    /// What never changes: `objectGUID`, `entryUUID`, `nsUniqueId`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What people sign in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// The given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// The family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// The e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// Whoever is in a group of the directory belongs to a group here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The directory's group, by its distinguished name.
    pub source: String,
    /// The group here, by its id.
    pub group: GroupId,
}

/// Why there is no configuration to work with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file cannot be read.
    #[error("cannot read {0}: {1}")]
    File(PathBuf, std::io::Error),
    /// The file is not what is expected.
    #[error("{0}: {1}")]
    Syntax(PathBuf, String),
    /// A value does not do.
    #[error("{0}")]
    Value(String),
}

/// A configuration with its secrets and its place. It is not shown: it has secrets.
pub struct Loaded {
    /// What the file says.
    pub config: Config,
    /// The directory's token.
    pub token: String,
    /// The password of whoever reads.
    pub password: String,
    /// The file with certificates, if there is one.
    pub ca_file: Option<PathBuf>,
}

impl Loaded {
    /// Reads a configuration and the files that it names.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = read_text(path)?;
        let config: Config =
            toml::from_str(&text).map_err(|error| Error::Syntax(path.to_owned(), said(&text, &error)))?;
        config.check()?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let secret = |file: &Path| Ok(read_text(&folder.join(file))?.trim_end_matches(['\r', '\n']).to_owned());
        let token = secret(&config.bailiwick.token_file)?;
        let password = secret(&config.directory.password_file)?;
        if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            let file = folder.join(&config.bailiwick.token_file);
            return Err(Error::Value(format!("{}: there is no token in it", file.display())));
        }
        if password.is_empty() {
            let file = folder.join(&config.directory.password_file);
            // RFC 4513, 5.1.2: without a password, servers take whoever binds for nobody.
            return Err(Error::Value(format!("{}: there is no password in it", file.display())));
        }
        let ca_file = config.directory.ca_file.as_ref().map(|file| folder.join(file));
        Ok(Self { config, token, password, ca_file })
    }
}

/// What is wrong, and where. The library's own words quote the file, and somebody may have written
/// the token itself there.
fn said(text: &str, error: &toml::de::Error) -> String {
    let message = error.message();
    if message.starts_with("missing field") {
        return message.to_owned();
    }
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let what = message.split(['`', '"', '\'', '\n']).next().unwrap_or_default().trim_end_matches([' ', ':']);
    format!("line {line}: {what}")
}

fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::File(path.to_owned(), error))
}

impl Config {
    /// Refuses what cannot work or would not be safe.
    pub fn check(&self) -> Result<(), Error> {
        let wrong = |what: &str| Err(Error::Value(what.to_owned()));
        self.check_connection()?;
        if self.mappings.is_empty() || self.mappings.len() > MAPPINGS_MAX {
            return wrong("mapping: from one to 500 are expected");
        }
        match self.mappings.iter().find(|mapping| dn::folded(&mapping.source).is_none()) {
            Some(mapping) => wrong(&format!("mapping.source: {} is no distinguished name", mapping.source)),
            None => Ok(()),
        }
    }

    /// Refuses a connection that cannot work or would not be safe.
    pub fn check_connection(&self) -> Result<(), Error> {
        let wrong = |what: &str| Err(Error::Value(what.to_owned()));
        self.bailiwick.check()?;
        let Directory { server, start_tls, insecure, base, bind_dn, .. } = &self.directory;
        if !server.starts_with("ldaps://") && !server.starts_with("ldap://") {
            return wrong("directory.server: ldaps:// or ldap:// is expected");
        }
        if *start_tls && server.starts_with("ldaps://") {
            return wrong("directory.start_tls: with ldaps:// there is TLS from the start; leave it out");
        }
        if server.starts_with("ldap://") && !start_tls && !insecure && !is_own_computer(server, "ldap://") {
            return wrong(
                "directory.server: without TLS everybody on the way reads the password; use ldaps:// or start_tls",
            );
        }
        if server.contains('@') || base.is_empty() || bind_dn.is_empty() {
            return wrong("directory: server (without a name before it), base and bind_dn are needed");
        }
        Ok(())
    }
}

impl Bailiwick {
    /// Refuses an address to which no token may go.
    pub fn check(&self) -> Result<(), Error> {
        let wrong = |what: &str| Err(Error::Value(what.to_owned()));
        if !self.address.starts_with("https://") && !is_own_computer(&self.address, "http://") {
            return wrong("bailiwick.address: https:// is expected");
        }
        // What looks like a host may be a name and a password before another one.
        if self.address.contains(['@', '\\']) || self.address.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return wrong("bailiwick.address: an address such as https://admin.example.org is expected");
        }
        if self.token_file.to_string_lossy().starts_with(TOKEN_PREFIX) {
            return wrong("bailiwick.token_file: the name of a file is expected, and the token in that file");
        }
        Ok(())
    }
}

/// Whether a server is this computer: nothing leaves it.
fn is_own_computer(address: &str, scheme: &str) -> bool {
    let Some(host) = address.strip_prefix(scheme).and_then(|rest| rest.split('/').next()) else {
        return false;
    };
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    name == "localhost"
        || name == "[::1]"
        || name.parse().is_ok_and(|address: std::net::Ipv4Addr| address.is_loopback())
}

impl Directory {
    /// Who counts as a person.
    pub fn user_filter(&self) -> &str {
        let usual = match self.kind {
            Kind::ActiveDirectory => "(&(objectCategory=person)(objectClass=user))",
            Kind::Ldap => "(objectClass=inetOrgPerson)",
        };
        self.user_filter.as_deref().unwrap_or(usual)
    }

    /// The attribute that never changes.
    pub fn id(&self) -> &str {
        self.attributes.id.as_deref().unwrap_or(self.usual("objectGUID", "entryUUID"))
    }

    /// The attribute that people sign in with.
    pub fn user_name(&self) -> &str {
        self.attributes.user_name.as_deref().unwrap_or(self.usual("sAMAccountName", "uid"))
    }

    /// The attribute of the given name.
    pub fn given_name(&self) -> &str {
        self.attributes.given_name.as_deref().unwrap_or("givenName")
    }

    /// The attribute of the family name.
    pub fn family_name(&self) -> &str {
        self.attributes.family_name.as_deref().unwrap_or("sn")
    }

    /// The attribute of the e-mail address.
    pub fn email(&self) -> &str {
        self.attributes.email.as_deref().unwrap_or("mail")
    }

    const fn usual(&self, active_directory: &'static str, other: &'static str) -> &'static str {
        match self.kind {
            Kind::ActiveDirectory => active_directory,
            Kind::Ldap => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
[bailiwick]
address = "https://admin.example.org"
organization = "carrier"
token_file = "token"

[directory]
kind = "active_directory"
server = "ldaps://dc1.example.org"
bind_dn = "CN=Reader,DC=example,DC=org"
password_file = "password"
base = "DC=example,DC=org"

[[mapping]]
source = "CN=Support,DC=example,DC=org"
group = "00000000000000000000000000000003"
"#;

    fn checked(from: &str, to: &str) -> Result<(), String> {
        let config: Config = toml::from_str(&TEXT.replace(from, to)).map_err(|error| error.to_string())?;
        config.check().map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_written_is_what_was_read() {
        let config: Config = toml::from_str(TEXT).unwrap();
        assert_eq!(toml::from_str::<Config>(&toml::to_string(&config).unwrap()).unwrap(), config);
        assert_eq!((config.directory.id(), config.directory.user_name()), ("objectGUID", "sAMAccountName"));
    }

    #[test]
    fn secrets_do_not_travel_in_the_clear() {
        checked("", "").unwrap();
        checked("ldaps://dc1.example.org", "ldap://127.0.0.1:389").unwrap();
        checked("ldaps://dc1.example.org\"", "ldap://dc1.example.org\"\nstart_tls = true").unwrap();
        checked("ldaps://dc1.example.org\"", "ldap://dc1.example.org\"\ninsecure = true").unwrap();
        for (from, to) in [
            ("ldaps://dc1", "ldap://dc1"),
            ("ldaps://dc1", "ldap://127.0.0.1.evil"),
            ("ldaps://dc1", "ldap://localhost@dc1"),
            ("https://admin", "http://admin"),
            ("https://admin", "https://admin.example.org@other"),
            ("https://admin", "http://localhost:1@other"),
            ("https://admin", "http://localhost\\\\@other"),
        ] {
            assert!(checked(from, to).is_err(), "{to}");
        }
    }

    #[test]
    fn what_cannot_work_is_said() {
        for (from, to, word) in [
            ("CN=Support,", "Support,", "mapping.source"),
            ("organization = \"carrier\"", "organization = \"Carrier!\"", "organization"),
            ("token_file", "token", "token"),
            ("base = \"DC=example,DC=org\"", "base = \"\"", "base"),
        ] {
            assert!(checked(from, to).unwrap_err().contains(word), "{to}");
        }
    }

    #[test]
    fn a_token_in_the_wrong_place_is_not_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        for (from, to) in [
            ("token_file = \"token\"", "token_file = \"bwk_secret\""),
            ("token_file = \"token\"", "token_file = bwk_secret"),
            ("token_file = \"token\"", "token_file = \"token\"\ntoken = \"bwk_secret\""),
            ("token_file = \"token\"", "bwk_secret = \"token\""),
            ("organization = \"carrier\"", "organization = \"bwk_secret\""),
            ("kind = \"active_directory\"", "kind = \"bwk_secret\""),
            ("[directory]", "directory = \"bwk_secret\""),
        ] {
            fs::write(&path, TEXT.replace(from, to)).unwrap();
            let error = Loaded::read(&path).map(|_| ()).unwrap_err().to_string();
            assert!(!error.contains("bwk_secret") && !error.is_empty(), "{error}");
        }
        fs::write(&path, TEXT.replace("[directory]", "[directory")).unwrap();
        let error = Loaded::read(&path).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("line 7"), "{error}");
    }

    #[test]
    fn a_secret_is_never_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, TEXT).unwrap();
        assert!(matches!(Loaded::read(&path), Err(Error::File(file, _)) if file.ends_with("token")));
        fs::write(folder.path().join("token"), "bwk_1\n").unwrap();
        fs::write(folder.path().join("password"), "\n").unwrap();
        assert!(matches!(Loaded::read(&path), Err(Error::Value(text)) if text.contains("no password")));
        fs::write(folder.path().join("password"), "secret\r\n").unwrap();
        let loaded = Loaded::read(&path).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((loaded.token.as_str(), loaded.password.as_str()), ("bwk_1", "secret"));
    }
}
