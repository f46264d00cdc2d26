//! `OpenLDAP`'s server, for the tests of the connector: a real directory.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    process::{run_quietly, succeeds_within},
    project,
    say::say,
};

const PROGRAM: &str = "usr/sbin/slapd";

/// The server and the libraries that a Debian without it lacks. Unpacked and not installed: no
/// service starts, and nobody has to be root.
const PACKAGES: [&str; 5] = ["slapd", "libldap-2.5-0", "libltdl7", "libodbc2", "libwrap0"];

/// The folder below which `usr/sbin/slapd` is: the root of the file system, or one of our own.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    let folder = project::cache()?.join("slapd");
    for root in [PathBuf::from("/"), folder.clone()] {
        if works(&root) {
            return Ok(root);
        }
    }
    say("Installing", "OpenLDAP's server");
    project::remove_folder(&folder)?;
    install(&folder).context(ADVICE)?;
    if !works(&folder) {
        bail!("{} does not start; {ADVICE}", folder.join(PROGRAM).display());
    }
    Ok(folder)
}

const ADVICE: &str = "the tests of the connector need OpenLDAP's slapd: install it (on Debian, as root: `apt-get update && \
    apt-get install slapd`)";

fn works(root: &Path) -> bool {
    let mut command = Command::new(root.join(PROGRAM));
    command.arg("-VV").env("LD_LIBRARY_PATH", libraries(root)).stderr(std::process::Stdio::null());
    succeeds_within(&mut command, std::time::Duration::from_secs(10))
}

fn libraries(root: &Path) -> PathBuf {
    root.join("usr/lib").join(format!("{}-linux-gnu", std::env::consts::ARCH))
}

fn install(folder: &Path) -> Result<()> {
    let downloads = folder.join("downloads");
    project::make_folder(&downloads)?;
    let download = || {
        let mut command = Command::new("apt-get");
        run_quietly(command.args(["--quiet", "download"]).args(PACKAGES).current_dir(&downloads))
    };
    if download().is_err() {
        // A machine's package lists are empty when it is new.
        run_quietly(Command::new("apt-get").args(["--quiet", "update"]))?;
        download()?;
    }
    for package in project::files_below(&downloads)? {
        run_quietly(Command::new("dpkg").arg("--extract").arg(&package).arg(folder))?;
    }
    project::remove_folder(&downloads)
}
