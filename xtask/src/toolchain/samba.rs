//! A domain of Samba's domain controller, for the test of the connector: Active Directory as far as a machine without
//! Windows has it. The test serves it; nothing of the machine's own configuration is touched.

use std::{net::TcpListener, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use super::debian;
use crate::process::run_quietly;

/// Its port is fixed: at this address nothing else should listen.
const ADDRESS: &str = "127.77.0.1";
const PORT: u16 = 389;
/// The password of its administrator, which must have signs of several kinds.
const SECRET: &str = "Nine-herons-above-7";
const PACKAGES: [&str; 5] = ["samba", "samba-ad-provision", "samba-dsdb-modules", "samba-vfs-modules", "winbind"];

/// Makes a new domain in this folder; an error says why this machine cannot have one.
pub(crate) fn provision(folder: &Path) -> Result<()> {
    if !nix::unistd::geteuid().is_root() {
        bail!("it takes root, because the port is {PORT}");
    }
    TcpListener::bind((ADDRESS, PORT)).with_context(|| format!("port {PORT} at {ADDRESS} cannot be had"))?;
    install()?;
    let mut command = Command::new("samba-tool");
    command.args(["domain", "provision", "--realm=NOORDZEE.EXAMPLE", "--domain=NOORDZEE", "--server-role=dc"]);
    command.args(["--dns-backend=NONE", "--host-name=dc1", "--option=server services=ldap"]);
    command.arg(format!("--host-ip={ADDRESS}")).arg(format!("--option=interfaces={ADDRESS}/8"));
    command.args(["--option=bind interfaces only=yes"]).arg(format!("--adminpass={SECRET}"));
    command.arg(format!("--targetdir={}", folder.display()));
    // File systems of containers often have no extended attributes.
    command.arg(format!("--option=posix:eadb={}", folder.join("eadb.tdb").display()));
    run_quietly(&mut command).context("samba-tool cannot provision a domain here")
}

/// With systemd, Debian's packages start a file server as soon as they are there: that is left to the machine's owner.
fn install() -> Result<()> {
    let starts_services = Path::new("/run/systemd/system").exists();
    if starts_services && !PACKAGES.iter().all(|package| debian::is_installed(package)) {
        bail!("please run: apt-get install {}; that also starts a file server", PACKAGES.join(" "));
    }
    debian::install(&PACKAGES)
}
