//! Node and the npm packages of `package-lock.json`.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    process::{output, run_quietly},
    project,
    say::say,
};

/// The first Node that wrangler runs on.
const OLDEST_NODE: (u32, u32) = (22, 12);

/// The installed packages, and a Node that is new enough for them.
pub(crate) struct Node {
    programs: PathBuf,
}

impl Node {
    pub(crate) fn find_or_install() -> Result<Self> {
        let root = project::root();
        let modules = root.join("node_modules");
        let lock = fs::read(root.join("package-lock.json")).context("cannot read package-lock.json")?;
        // A copy of the lock file beside the packages says what was installed, and that it was to the end.
        let installed = modules.join(".installed-package-lock.json");
        if fs::read(&installed).ok().as_ref() != Some(&lock) {
            say("Installing", "the npm packages of package-lock.json");
            install(&root)?;
            project::write(&installed, &lock)?;
        }
        let node = Self { programs: modules.join(".bin") };
        node.is_new_enough()?;
        Ok(node)
    }

    /// The path of a program that a package brings.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }

    /// A program that a package brings, or `node` itself, run in the project's folder.
    pub(crate) fn command(&self, name: &str) -> Command {
        let own = self.program(name);
        let mut command = if own.exists() { Command::new(own) } else { Command::new(name) };
        command.current_dir(project::root()).env("PATH", self.path());
        command
    }

    /// `PATH` with the packages' programs first: their own Node runs them where the system's is too old.
    pub(crate) fn path(&self) -> OsString {
        super::path_with(&self.programs).unwrap_or_default()
    }

    fn is_new_enough(&self) -> Result<()> {
        let version = output(self.command("node").arg("--version"))?;
        if parse_version(&version) < Some(OLDEST_NODE) {
            bail!(
                "wrangler needs Node {}.{} or newer and this is {version}; npm has no package with a newer one for \
                 this machine: please install it",
                OLDEST_NODE.0,
                OLDEST_NODE.1
            );
        }
        Ok(())
    }
}

fn install(root: &Path) -> Result<()> {
    // Not `npm ci`: it refuses a lock file in which the packages for other systems are missing, and npm leaves
    // them out when the registry in use does not carry them. Like `npm ci`, this installs what the lock file says,
    // compares checksums and leaves the lock file as it is.
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-save", "--loglevel=error"]).current_dir(root);
    run_quietly(&mut npm).context(
        "cannot install the npm packages: this needs Node 20 or newer with npm, and a registry that can be reached",
    )
}

fn parse_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST_NODE, parse_version};

    #[test]
    fn versions_compare_as_numbers_and_not_as_text() {
        assert_eq!(parse_version("v24.9.0\n"), Some((24, 9)));
        assert!(parse_version("v22.9.0") < Some(OLDEST_NODE));
        assert!(parse_version("v100.0.1") > Some(OLDEST_NODE));
        assert!(parse_version("no version") < Some(OLDEST_NODE));
    }
}
