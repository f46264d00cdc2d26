//! `cargo xtask check`: formatting, lints, dependencies and licenses, documents. All of it, also after a failure.

mod documents;
mod walks;

use std::process::Command;

use anyhow::{Result, bail};

use crate::{
    process::{interrupted, run, succeeds_within},
    say::say,
    toolchain::{Rust, cargo_deny},
};

type Check = fn(&Rust) -> Result<()>;

const CHECKS: [(&str, Check); 6] = [
    ("formatting", |_| formatting()),
    ("documents", |_| documents::check()),
    ("the API's description", |_| crate::openapi::check()),
    ("lints, native", lints_native),
    ("lints, wasm", lints_wasm),
    ("dependencies", dependencies),
];

/// Runs every check.
pub(crate) fn run_all() -> Result<()> {
    let rust = Rust::find_or_install()?;
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        say("Checking", name);
        if let Err(error) = check(&rust) {
            eprintln!("error: {error:#}");
            failed.push(name);
        }
        if interrupted() {
            bail!("interrupted");
        }
    }
    if !failed.is_empty() {
        bail!("these checks failed: {}", failed.join("; "));
    }
    say("Checked", "everything is in order");
    Ok(())
}

/// With the person's own toolchain: Debian's has no rustfmt.
fn formatting() -> Result<()> {
    run(Command::new("cargo").args(["fmt", "--all", "--check"]).current_dir(crate::project::root()))
}

fn lints_native(rust: &Rust) -> Result<()> {
    clippy(rust, &["--workspace", "--all-targets"])
}

fn lints_wasm(rust: &Rust) -> Result<()> {
    const TARGET: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
    clippy(rust, &[&["--package", "app", "--all-targets", "--features", "browser-tests"][..], &TARGET].concat())?;
    clippy(rust, &[&["--package", "functions", "--lib"][..], &TARGET].concat())?;
    clippy(rust, &[&["--package", "functions", "--lib", "--features", "test-seams"][..], &TARGET].concat())
}

fn clippy(rust: &Rust, what: &[&str]) -> Result<()> {
    run(rust.cargo().args(["clippy", "--quiet"]).args(what).args(["--", "--deny", "warnings"]))
}

fn dependencies(rust: &Rust) -> Result<()> {
    run(cargo_deny(rust)?.args(["check", "--hide-inclusion-graph", "bans", "licenses", "sources"]))?;
    advisories(rust)
}

/// Known weaknesses come from a database on a code host, which not every machine can reach.
fn advisories(rust: &Rust) -> Result<()> {
    let fetched = succeeds_within(cargo_deny(rust)?.arg("fetch").arg("db"), std::time::Duration::from_secs(60));
    if !fetched {
        say("Skipped", "known weaknesses of dependencies: their database cannot be fetched from here");
        return Ok(());
    }
    run(cargo_deny(rust)?.args(["check", "--disable-fetch", "--hide-inclusion-graph", "advisories"]))
}
