//! Active Directory as Samba has it: a domain controller of Debian's package with a new domain, ended with the value.
//! `cargo xtask test api` makes the domain where the machine can have one (`xtask/src/toolchain/samba.rs`), says why
//! where it cannot, and runs the test by its name.

use super::{Office, code};
use connector::config::{Kind, Mapping};
use ldap3::{LdapConn, Mod};
use shared::{
    directories::{Counts, RunState},
    users::Status,
};
use std::{
    collections::HashSet,
    fs,
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

const ADDRESS: &str = "127.77.0.1";
const ADMINISTRATOR: &str = "Administrator@noordzee.example";
const SECRET: &str = "Nine-herons-above-7";
const USERS: &str = "CN=Users,DC=noordzee,DC=example";

struct Samba {
    child: Child,
}

fn person(name: &str) -> String {
    format!("CN={name} Peeters,{USERS}")
}

fn group(name: &str) -> String {
    format!("CN={name},{USERS}")
}

impl Samba {
    fn new() -> Self {
        let folder = PathBuf::from(std::env::var("BAILIWICK_SAMBA").unwrap());
        let config = folder.join("etc/smb.conf");
        let text = fs::read_to_string(&config).unwrap();
        // The connection stays on this computer.
        let more = format!(
            "[global]\n\tldap server require strong auth = no\n\tlog file = {}\n\tpid directory = {}",
            folder.join("log.%m").display(),
            folder.display()
        );
        fs::write(&config, text.replacen("[global]", &more, 1)).unwrap();
        let mut command = Command::new("samba");
        command.args(["--interactive", "--model=single", "--configfile"]).arg(&config);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let samba = Self { child: command.spawn().unwrap() };
        let is_there = (0..600).any(|_| {
            thread::sleep(Duration::from_millis(100));
            TcpStream::connect((ADDRESS, 389)).is_ok()
        });
        assert!(is_there, "the domain controller does not listen");
        samba
    }

    fn connection() -> LdapConn {
        let mut connection = LdapConn::new(&format!("ldap://{ADDRESS}")).unwrap();
        connection.simple_bind(ADMINISTRATOR, SECRET).unwrap().success().unwrap();
        connection
    }

    fn add(dn: &str, attributes: &[(&str, &str)]) {
        let attributes = attributes.iter().map(|(name, value)| (*name, HashSet::from([*value]))).collect();
        Self::connection().add(dn, attributes).unwrap().success().unwrap();
    }

    /// Adds somebody who may sign in; without a password, which nobody here needs.
    fn add_person(name: &str) {
        let email = format!("{name}@noordzee.example");
        let attributes = [
            ("objectClass", "user"),
            ("sAMAccountName", name),
            ("givenName", name),
            ("sn", "Peeters"),
            ("mail", &email),
            ("userAccountControl", "544"),
        ];
        Self::add(&person(name), &attributes);
    }

    fn add_group(name: &str) {
        Self::add(&group(name), &[("objectClass", "group"), ("sAMAccountName", name)]);
    }

    fn change(dn: &str, change: Mod<&str>) {
        Self::connection().modify(dn, vec![change]).unwrap().success().unwrap();
    }

    fn join(name: &str, member: &str) {
        Self::change(&group(name), Mod::Add("member", HashSet::from([member])));
    }

    fn leave(name: &str, member: &str) {
        Self::change(&group(name), Mod::Delete("member", HashSet::from([member])));
    }

    fn set(dn: &str, attribute: &str, value: &str) {
        Self::change(dn, Mod::Replace(attribute, HashSet::from([value])));
    }
}

impl Drop for Samba {
    fn drop(&mut self) {
        let _killed = self.child.kill();
        let _status = self.child.wait();
    }
}

/// An office whose directory is this one.
fn office() -> Office {
    let mut office = Office::new("", &["support"]);
    let directory = &mut office.loaded.config.directory;
    directory.kind = Kind::ActiveDirectory;
    directory.server = format!("ldap://{ADDRESS}");
    directory.bind_dn = ADMINISTRATOR.into();
    office.loaded.password = SECRET.into();
    office.loaded.config.mappings = vec![Mapping { source: group("support"), group: office.teams[0].clone() }];
    office
}

#[test]
#[ignore = "takes root and Samba's domain controller: cargo xtask test api runs it where it can, alone with -- samba"]
fn samba_is_followed_as_active_directory() {
    let _samba = Samba::new();
    ["support", "inner"].iter().for_each(|name| Samba::add_group(name));
    let names: Vec<String> = (0..20).map(|number| format!("u{number:02}")).collect();
    for name in &names {
        Samba::add_person(name);
        Samba::join("support", &person(name));
    }
    ["anna", "bart"].iter().for_each(|name| Samba::add_person(name));
    // A group in a group, in a circle.
    Samba::join("inner", &person("anna"));
    Samba::join("support", &group("inner"));
    Samba::join("inner", &group("support"));
    let office = office();
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 21, added: 21, ..Counts::default() }));
    assert_eq!(office.groups("anna"), ["support"], "at whatever depth");
    assert_eq!(office.run().counts, Counts { read: 21, ..Counts::default() }, "nothing has changed");

    // A name, a place in the tree, an account: the objectGUID stays.
    Samba::set(&person("u00"), "mail", "other@noordzee.example");
    Samba::connection().modifydn(&person("u01"), "CN=renamed", true, None).unwrap().success().unwrap();
    Samba::set(&format!("CN=renamed,{USERS}"), "sAMAccountName", "renamed");
    Samba::set(&person("u02"), "userAccountControl", "546");
    Samba::connection().delete(&person("u03")).unwrap().success().unwrap();
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 20, updated: 2, disabled: 2, ..Counts::default() }));
    assert_eq!(office.user("u00").unwrap().email, "other@noordzee.example");
    assert!(office.user("renamed").is_some() && office.user("u01").is_none());
    assert_eq!([office.status("u02"), office.status("u03")], [Some(Status::Disabled); 2]);

    // Who comes back is enabled. Who has the group as his primary one is no member of it, and counts.
    Samba::set(&person("u02"), "userAccountControl", "544");
    Samba::join("support", &person("bart"));
    let sid = primary_group();
    Samba::set(&person("bart"), "primaryGroupID", &sid);
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 21, added: 1, enabled: 1, ..Counts::default() }));
    assert_eq!(office.last_run().state, RunState::Done);
    names[4..8].iter().for_each(|name| Samba::leave("support", &person(name)));
    assert_eq!(code(&office.run()), 3, "more than a tenth waits");
}

/// The relative id of the mapped group.
fn primary_group() -> String {
    let found = Samba::connection()
        .search(&group("support"), ldap3::Scope::Base, "(objectClass=*)", ["objectSid"])
        .unwrap()
        .success()
        .unwrap();
    let entry = ldap3::SearchEntry::construct(found.0.into_iter().next().unwrap());
    let sid = entry.bin_attrs.get("objectSid").unwrap().first().unwrap().clone();
    u32::from_le_bytes(*sid.last_chunk::<4>().unwrap()).to_string()
}
