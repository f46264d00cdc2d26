//! Reading a directory over LDAP (RFC 4511).
//!
//! Everything is read before anything is done: whatever goes wrong on the way, also in the middle
//! of a page, is an error of the whole reading. Referrals are noted and not followed, because the
//! password would go where they point. The whole directory is read each time; a change that is told
//! by number or time alone would say nothing of who has left a group.

mod active_directory;
mod entry;
mod walk;

use crate::{
    config::{Config, Directory, Kind, Loaded},
    people::Reading,
};
use entry::Entry;
use ldap3::{LdapConn, LdapConnSettings, LdapError, Scope, SearchEntry, adapters::PagedResults, parse_refs};
use rustls::{ClientConfig, RootCertStore, pki_types::CertificateDer, pki_types::pem::PemObject};
use std::{path::Path, sync::Arc, time::Duration};

/// Entries of a page (RFC 2696): half of what Active Directory gives at most.
const PAGE: i32 = 500;
/// The longest wait for a connection, and for each entry.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The server cannot be reached, or went away.
    #[error("cannot read {server}: {reason}")]
    Server {
        /// Its address.
        server: String,
        /// What happened, in the library's words.
        reason: String,
    },
    /// It does not let the reader in.
    #[error("{server} refuses {bind_dn}: {reason}")]
    Refused {
        /// Its address.
        server: String,
        /// Who wanted to read.
        bind_dn: String,
        /// Why not.
        reason: String,
    },
    /// The certificates to trust cannot be used.
    #[error("{0}")]
    Certificates(String),
    /// A mapped group is not there: that looks like a group from which everybody has gone.
    #[error("the group {0} is not in the directory, or cannot be read; correct the mapping")]
    NoGroup(String),
    /// A server that gives members in parts leaves some out: that looks as if they had gone.
    #[error("the server gives the members of {0} in parts and not all of them; nothing is done")]
    Parts(String),
}

/// A connection to a directory, as whoever reads.
pub struct Source<'a> {
    directory: &'a Directory,
    connection: LdapConn,
    /// Referrals and whatever else is to be said once.
    notes: Vec<String>,
    /// Where the server has referred to for people elsewhere.
    hidden: Vec<String>,
}

/// A group of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its distinguished name.
    pub dn: String,
    /// Its name.
    pub name: String,
}

impl<'a> Source<'a> {
    /// Connects and binds.
    pub fn open(loaded: &'a Loaded) -> Result<Self, Error> {
        let directory = &loaded.config.directory;
        let server = directory.server.clone();
        let settings = LdapConnSettings::new()
            .set_conn_timeout(PATIENCE)
            .set_starttls(directory.start_tls)
            .set_config(Arc::new(tls(loaded.ca_file.as_deref())?));
        let failed = |error: LdapError| Error::Server { server: server.clone(), reason: error.to_string() };
        let mut connection = LdapConn::with_settings(settings, &directory.server).map_err(failed)?;
        let bound = connection.with_timeout(PATIENCE).simple_bind(&directory.bind_dn, &loaded.password);
        bound.map_err(failed)?.success().map_err(|error| Error::Refused {
            server: server.clone(),
            bind_dn: directory.bind_dn.clone(),
            reason: error.to_string(),
        })?;
        Ok(Self { directory, connection, notes: Vec::new(), hidden: Vec::new() })
    }

    /// Reads everybody in the mapped groups; `progress` hears how many there are so far.
    pub fn read(mut self, config: &Config, progress: &mut dyn FnMut(usize)) -> Result<Reading, Error> {
        let mut reading = match self.directory.kind {
            Kind::ActiveDirectory => active_directory::read(&mut self, config, progress)?,
            Kind::Ldap => walk::read(&mut self, config, progress)?,
        };
        reading.hidden.append(&mut self.hidden);
        reading.notes.append(&mut self.notes);
        for said in [&mut reading.hidden, &mut reading.notes] {
            said.sort();
            said.dedup();
        }
        Ok(reading)
    }

    /// Every group below the base, by name.
    pub fn groups(&mut self) -> Result<Vec<Group>, Error> {
        const FILTER: &str = "(|(objectClass=group)(objectClass=groupOfNames)(objectClass=groupOfUniqueNames))";
        let mut groups = Vec::new();
        let base = self.directory.base.clone();
        self.search(&base, Scope::Subtree, FILTER, &["cn"], &mut |entry| {
            let name = entry.text("cn").ok().flatten().unwrap_or_default().to_owned();
            groups.push(Group { dn: entry.dn, name });
        })?;
        groups.sort_by(|one, other| (&one.name, &one.dn).cmp(&(&other.name, &other.dn)));
        Ok(groups)
    }

    /// Whether the server is Active Directory, by what it says of itself.
    pub fn is_active_directory(&mut self) -> Result<bool, Error> {
        const ACTIVE_DIRECTORY: &str = "1.2.840.113556.1.4.800";
        let mut is = false;
        self.search("", Scope::Base, "(objectClass=*)", &["supportedCapabilities"], &mut |entry| {
            is |= entry.texts("supportedCapabilities").any(|capability| capability == ACTIVE_DIRECTORY);
        })?;
        Ok(is)
    }

    /// Searches page by page.
    fn search(
        &mut self,
        base: &str,
        scope: Scope,
        filter: &str,
        attributes: &[&str],
        found: &mut dyn FnMut(Entry),
    ) -> Result<(), Error> {
        self.try_search(base, scope, filter, attributes, found)
            .map_err(|error| Error::Server { server: self.directory.server.clone(), reason: error.to_string() })
    }

    fn try_search(
        &mut self,
        base: &str,
        scope: Scope,
        filter: &str,
        attributes: &[&str],
        found: &mut dyn FnMut(Entry),
    ) -> Result<(), LdapError> {
        let attributes: Vec<String> = attributes.iter().map(|name| (*name).to_owned()).collect();
        let pages = PagedResults::new(PAGE);
        let connection = self.connection.with_timeout(PATIENCE);
        let mut stream = connection.streaming_search_with(pages, base, scope, filter, attributes)?;
        let mut refers_to = Vec::new();
        while let Some(result) = stream.next()? {
            if result.is_ref() {
                refers_to.extend(parse_refs(result.0));
            } else if !result.is_intermediate() {
                found(Entry::from(SearchEntry::construct(result)));
            }
        }
        stream.result().success()?;
        self.hidden.extend(refers_to.iter().filter(|to| may_have_people(to)).cloned());
        self.notes.extend(refers_to.into_iter().map(|to| format!("the directory refers to {to}, which is not read")));
        Ok(())
    }

    /// One entry, if it is there and may be read.
    fn entry(&mut self, dn: &str, attributes: &[&str]) -> Result<Option<Entry>, Error> {
        /// `noSuchObject`, `invalidDNSyntax`, `insufficientAccessRights` (RFC 4511, appendix A).
        const NOT_THERE: [u32; 3] = [32, 34, 50];
        let mut read = None;
        match self.try_search(dn, Scope::Base, "(objectClass=*)", attributes, &mut |entry| read = Some(entry)) {
            Ok(()) => Ok(read),
            Err(LdapError::LdapResult { result }) if NOT_THERE.contains(&result.rc) => Ok(None),
            Err(error) => Err(Error::Server { server: self.directory.server.clone(), reason: error.to_string() }),
        }
    }
}

/// Whether people may be where a server refers to. Active Directory refers to its own partitions at
/// each search below a domain, and nobody is in those.
fn may_have_people(referral: &str) -> bool {
    const OWN: [&str; 3] = ["dc=domaindnszones,", "dc=forestdnszones,", "cn=configuration,"];
    let dn = referral.splitn(4, '/').nth(3).unwrap_or_default().to_ascii_lowercase();
    !OWN.iter().any(|own| dn.starts_with(own))
}

/// What is trusted: the certificates of a file, or the system's.
fn tls(ca_file: Option<&Path>) -> Result<ClientConfig, Error> {
    let mut roots = RootCertStore::empty();
    match ca_file {
        None => {
            roots.add_parsable_certificates(client::system_certificates().iter().cloned());
        }
        Some(file) => {
            let wrong = |what: &dyn std::fmt::Display| Error::Certificates(format!("{}: {what}", file.display()));
            let certificates: Result<Vec<_>, _> =
                CertificateDer::pem_file_iter(file).map_err(|error| wrong(&error))?.collect();
            let (added, _) = roots.add_parsable_certificates(certificates.map_err(|error| wrong(&error))?);
            if added == 0 {
                return Err(wrong(&"there is no certificate in it"));
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| Error::Certificates(error.to_string()))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_may_be_where_a_server_refers_to_but_not_in_its_own_partitions() {
        for zone in ["DomainDnsZones.example.org/DC=DomainDnsZones", "example.org/CN=Configuration"] {
            assert!(!may_have_people(&format!("ldap://{zone},DC=example,DC=org??sub")), "{zone}");
        }
        for other in ["ldap://west.example.org/DC=west,DC=example,DC=org??sub", "ldap://other", ""] {
            assert!(may_have_people(other), "{other}");
        }
    }
}
