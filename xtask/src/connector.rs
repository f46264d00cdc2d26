//! `cargo xtask connector`: the connector as it is offered in the console.

use std::fs;

use anyhow::{Context, Result};

use crate::{process::run, project, say::say, toolchain::Rust};

/// Builds it for this machine, beside the console's files.
pub(crate) fn package(rust: &Rust) -> Result<()> {
    run(rust.cargo().args(["build", "--package", "connector", "--release"]).current_dir(project::root()))?;
    let name = format!("bailiwick-connector-{}-{}", std::env::consts::OS, std::env::consts::ARCH);
    let (built, offered) =
        (project::target().join("release/bailiwick-connector"), project::root().join("dist/downloads").join(name));
    project::make_folder(&project::root().join("dist/downloads"))?;
    fs::copy(&built, &offered).with_context(|| format!("cannot write {}", offered.display()))?;
    say("Built", offered.display());
    Ok(())
}
