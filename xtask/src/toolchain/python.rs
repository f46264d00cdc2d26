//! Python with the public compliance tester of SCIM servers, in a virtual environment of its own.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::debian;
use crate::{
    process::{output, run_quietly},
    project,
    say::say,
};

/// The oldest Python that the tester runs on.
const OLDEST: (u32, u32) = (3, 11);

/// The Python of a virtual environment with everything that `tests/scim/requirements.txt` names.
///
/// The module `venv`, because it comes with Python itself; nothing else has to be downloaded but
/// what is pinned by digest.
pub(crate) fn with_scim_tester() -> Result<PathBuf> {
    let requirements = project::root().join("tests/scim/requirements.txt");
    let pinned = project::read(&requirements)?;
    let folder = project::cache()?.join("scim-tester");
    let (python, done) = (folder.join("bin/python"), folder.join("installed.txt"));
    if python.exists() && project::read(&done).is_ok_and(|installed| installed == pinned) {
        return Ok(python);
    }
    say("Installing", "the compliance tester of SCIM servers");
    project::remove_folder(&folder)?;
    make(&folder)?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--requirement"]);
    run_quietly(pip.arg(&requirements)).context("pip could not install tests/scim/requirements.txt")?;
    project::write(&done, pinned)?;
    Ok(python)
}

fn make(folder: &Path) -> Result<()> {
    if try_to_make(folder).is_ok() {
        return Ok(());
    }
    // Debian's Python comes without the part of itself that makes environments.
    debian::install(&["python3", "python3-venv"]).context(ADVICE)?;
    try_to_make(folder).context(ADVICE)
}

const ADVICE: &str = "the SCIM tests need Python 3.11 or newer with its module `venv`, as `python3`";

fn try_to_make(folder: &Path) -> Result<()> {
    let version = output(Command::new("python3").args(["-c", "import sys; print(*sys.version_info[:2])"]))?;
    let mut numbers = version.split_whitespace().filter_map(|number| number.parse().ok());
    let (Some(major), Some(minor)) = (numbers.next(), numbers.next()) else {
        bail!("python3 does not say its version");
    };
    if (major, minor) < OLDEST {
        bail!("python3 is {major}.{minor}");
    }
    run_quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder))
}
