//! `cargo xtask connector`: the connector as it is offered in the console.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    process::run as run_to_end,
    project,
    say::say,
    toolchain::{Rust, debian},
};

const WINDOWS: &str = "x86_64-pc-windows-gnu";
/// What links for Windows, and compiles the parts that are written in C.
const LINKER: &str = "gcc-mingw-w64-x86-64-posix";

/// Builds it for this machine, or with `--windows` for Windows.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let rust = Rust::find_or_install()?;
    match words {
        [] => for_this_machine(&rust),
        ["--windows"] => for_windows(&rust),
        _ => bail!("`cargo xtask connector` has only the option `--windows`"),
    }
}

fn build(rust: &Rust) -> Command {
    let mut cargo = rust.cargo();
    cargo.args(["build", "--package", "connector", "--release"]);
    cargo
}

/// Builds it for this machine.
pub(crate) fn for_this_machine(rust: &Rust) -> Result<()> {
    run_to_end(&mut build(rust))?;
    let name = format!("bailiwick-connector-{}-{}", std::env::consts::OS, std::env::consts::ARCH);
    offer(&project::target().join("release/bailiwick-connector"), &name)
}

fn for_windows(rust: &Rust) -> Result<()> {
    debian::install(&[LINKER]).context("the connector for Windows is linked by MinGW-w64's GCC")?;
    let mut cargo = build(rust);
    cargo.args(["--target", WINDOWS]);
    if !rust.has_target(WINDOWS) && !rust.add_target(WINDOWS) {
        // As for Wasm: from the sources that Debian's toolchain has beside it.
        cargo.arg("-Zbuild-std=std,panic_abort").env("RUSTC_BOOTSTRAP", "1");
    }
    run_to_end(&mut cargo)?;
    let built = project::target().join(WINDOWS).join("release/bailiwick-connector.exe");
    offer(&built, "bailiwick-connector-windows-x86_64.exe")
}

/// Puts it beside the console's files.
fn offer(built: &Path, name: &str) -> Result<()> {
    let folder = project::root().join("dist/downloads");
    project::make_folder(&folder)?;
    let offered = folder.join(name);
    fs::copy(built, &offered).with_context(|| format!("cannot write {}", offered.display()))?;
    say("Built", offered.display());
    Ok(())
}
