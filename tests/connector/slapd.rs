//! A real directory: OpenLDAP's server with people and groups, on a free port, ended with the value.

use ldap3::{LdapConn, Mod, Scope};
use std::{
    collections::HashSet,
    fmt::Write,
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};
use tempfile::TempDir;

pub(crate) const BASE: &str = "dc=noordzee,dc=example";
pub(crate) const READER: &str = "cn=reader,dc=noordzee,dc=example";
pub(crate) const PASSWORD: &str = "tall ships of Ghent";

pub(crate) struct Slapd {
    folder: TempDir,
    port: u16,
    tls_port: u16,
    child: Child,
}

/// The distinguished name of somebody.
pub(crate) fn person(name: &str) -> String {
    format!("uid={name},{BASE}")
}

/// The distinguished name of a group.
pub(crate) fn group(name: &str) -> String {
    format!("cn={name},{BASE}")
}

/// Somebody in LDIF (RFC 2849).
pub(crate) fn person_ldif(name: &str) -> String {
    format!(
        "dn: {}\nobjectClass: inetOrgPerson\nobjectClass: extensibleObject\nuid: {name}\ncn: {name} Peeters\ngivenName: {name}\nsn: Peeters\n\
         mail: {name}@noordzee.example\nemployeeNumber: E-{name}\n\n",
        person(name)
    )
}

/// A group in LDIF.
pub(crate) fn group_ldif(name: &str, members: &[String]) -> String {
    let mut ldif = format!("dn: {}\nobjectClass: groupOfNames\ncn: {name}\n", group(name));
    for member in members {
        writeln!(ldif, "member: {member}").unwrap();
    }
    ldif.push('\n');
    ldif
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

fn program(name: &str) -> Command {
    let root = PathBuf::from(std::env::var("BAILIWICK_SLAPD").unwrap());
    let libraries = root.join("usr/lib").join(format!("{}-linux-gnu", std::env::consts::ARCH));
    let mut command = Command::new(root.join("usr/sbin").join(name));
    command.env("LD_LIBRARY_PATH", libraries);
    command
}

fn configuration(folder: &Path) -> String {
    let root = PathBuf::from(std::env::var("BAILIWICK_SLAPD").unwrap());
    let mut text = String::new();
    for schema in ["core", "cosine", "inetorgperson"] {
        writeln!(text, "include {}", root.join(format!("etc/ldap/schema/{schema}.schema")).display()).unwrap();
    }
    // 389 Directory Server has it.
    text.push_str("attributetype ( 2.16.840.1.113730.3.1.610 NAME 'nsAccountLock' ");
    text.push_str("SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )\n");
    let folder = folder.display();
    write!(
        text,
        "modulepath {}\nmoduleload back_mdb.so\nTLSCertificateFile {folder}/cert.pem\n\
         TLSCertificateKeyFile {folder}/key.pem\nsizelimit unlimited\ndatabase mdb\nsuffix \"{BASE}\"\n\
         rootdn \"{READER}\"\nrootpw \"{PASSWORD}\"\ndirectory {folder}/data\nmaxsize 1073741824\ndbnosync\n\
         index objectClass eq\n",
        root.join("usr/lib/ldap").display()
    )
    .unwrap();
    text
}

impl Slapd {
    /// A directory with this content, besides its base.
    pub(crate) fn with(ldif: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        fs::write(folder.path().join("cert.pem"), certified.cert.pem()).unwrap();
        fs::write(folder.path().join("key.pem"), certified.signing_key.serialize_pem()).unwrap();
        let config = folder.path().join("slapd.conf");
        fs::write(&config, configuration(folder.path())).unwrap();
        let content = folder.path().join("content.ldif");
        let base =
            format!("dn: {BASE}\nobjectClass: dcObject\nobjectClass: organization\no: Noordzee\ndc: noordzee\n\n");
        fs::write(&content, base + ldif).unwrap();
        let loaded =
            program("slapd").args(["-T", "add", "-q", "-f"]).arg(&config).arg("-l").arg(&content).output().unwrap();
        assert!(loaded.status.success(), "{}", String::from_utf8_lossy(&loaded.stderr));
        let (port, tls_port) = (free_port(), free_port());
        let addresses = format!("ldap://127.0.0.1:{port} ldaps://127.0.0.1:{tls_port}");
        let log = fs::File::create(folder.path().join("log")).unwrap();
        let mut command = program("slapd");
        command.args(["-d", "0", "-h", &addresses, "-f"]).arg(&config).stdout(Stdio::null()).stderr(log);
        let slapd = Self { child: command.spawn().unwrap(), folder, port, tls_port };
        let is_there = (0..200).any(|_| {
            thread::sleep(Duration::from_millis(50));
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
        });
        assert!(is_there, "{}", fs::read_to_string(slapd.folder.path().join("log")).unwrap());
        slapd
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn address(&self) -> String {
        format!("ldap://localhost:{}", self.port)
    }

    pub(crate) fn tls_address(&self) -> String {
        format!("ldaps://localhost:{}", self.tls_port)
    }

    pub(crate) fn certificate(&self) -> PathBuf {
        self.folder.path().join("cert.pem")
    }

    fn connection(&self) -> LdapConn {
        let mut connection = LdapConn::new(&self.address()).unwrap();
        connection.simple_bind(READER, PASSWORD).unwrap().success().unwrap();
        connection
    }

    /// Sets an attribute, or takes it away if there are no values.
    pub(crate) fn set(&self, dn: &str, attribute: &str, values: &[&str]) {
        let values: HashSet<&str> = values.iter().copied().collect();
        self.connection().modify(dn, vec![Mod::Replace(attribute, values)]).unwrap().success().unwrap();
    }

    /// Sets an attribute to what may be no text.
    pub(crate) fn set_bytes(&self, dn: &str, attribute: &str, value: &[u8]) {
        let values = HashSet::from([value.to_vec()]);
        let replaced = Mod::Replace(attribute.as_bytes().to_vec(), values);
        self.connection().modify(dn, vec![replaced]).unwrap().success().unwrap();
    }

    /// Adds a member to a group.
    pub(crate) fn join(&self, group_name: &str, member: &str) {
        let members = HashSet::from([member]);
        self.connection().modify(&group(group_name), vec![Mod::Add("member", members)]).unwrap().success().unwrap();
    }

    /// Takes a member out of a group.
    pub(crate) fn leave(&self, group_name: &str, member: &str) {
        let members = HashSet::from([member]);
        self.connection().modify(&group(group_name), vec![Mod::Delete("member", members)]).unwrap().success().unwrap();
    }

    /// Gives an entry another name.
    pub(crate) fn rename(&self, dn: &str, to: &str) {
        self.connection().modifydn(dn, to, true, None).unwrap().success().unwrap();
    }

    /// Deletes an entry.
    pub(crate) fn delete(&self, dn: &str) {
        self.connection().delete(dn).unwrap().success().unwrap();
    }

    /// How many people there are.
    pub(crate) fn people(&self) -> usize {
        let found = self.connection().search(BASE, Scope::Subtree, "(objectClass=inetOrgPerson)", ["1.1"]).unwrap();
        found.success().unwrap().0.len()
    }
}

impl Drop for Slapd {
    fn drop(&mut self) {
        let _killed = self.child.kill();
        let _status = self.child.wait();
    }
}
