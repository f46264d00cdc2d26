//! Debian's packages, where nothing closer to the source can be had.

use std::{
    path::Path,
    process::Command,
    sync::{Mutex, PoisonError},
};

use anyhow::{Context, Result, bail};

use crate::{
    process::{output, run_quietly},
    say::say,
};

/// Two installations at once would fail on apt's own lock.
static APT: Mutex<()> = Mutex::new(());

/// Installs what of `packages` is missing; without the right to, an error with the command that would.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let _one_at_a_time = APT.lock().unwrap_or_else(PoisonError::into_inner);
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!("this machine has no apt-get to install {} with", missing.join(" "));
    }
    if !nix::unistd::geteuid().is_root() {
        bail!("please run: sudo apt-get update && sudo apt-get install {}", missing.join(" "));
    }
    say("Installing", format_args!("Debian's {}", missing.join(", ")));
    // A machine's package lists are empty or old when it is new.
    run_quietly(apt_get().arg("update"))?;
    run_quietly(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(&missing))
        .with_context(|| format!("apt-get could not install {}", missing.join(" ")))
}

/// Whether a package is there.
pub(crate) fn is_installed(package: &str) -> bool {
    output(Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]))
        .is_ok_and(|status| status == "installed")
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive");
    command
}
