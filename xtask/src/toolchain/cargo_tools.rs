//! Programs written in Rust, compiled once into the cache, each version in a folder of its own.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::Rust;
use crate::{process::run_quietly, project, say::say};

/// Whether a tool is worth the time to optimize it.
enum Speed {
    /// It works through megabytes on every build.
    Optimized,
    /// It only calls others, or runs for a second: compiling it quickly saves minutes on a new machine.
    AsCompiledFastest,
}

/// The folder with `wasm-bindgen` and `wasm-bindgen-test-runner`; they only work with crates of their own version.
pub(crate) fn bindgen(rust: &Rust) -> Result<PathBuf> {
    let version = project::locked_version("wasm-bindgen")?;
    install(rust, "wasm-bindgen-cli", &version, &Speed::Optimized)
}

/// The folder with `worker-build`, which has the version of the crate `worker`.
pub(crate) fn worker_build(rust: &Rust) -> Result<PathBuf> {
    let version = project::locked_version("worker")?;
    install(rust, "worker-build", &version, &Speed::AsCompiledFastest)
}

/// The folder with `wasm-split-cli`, which fits the version of `wasm_split_helpers` that Leptos has.
pub(crate) fn wasm_split(rust: &Rust) -> Result<PathBuf> {
    install_with(rust, "wasm_split_cli_support", "0.2.4", &Speed::AsCompiledFastest, &["--features", "build-binary"])
}

/// The folder with `cargo-deny`.
pub(crate) fn cargo_deny(rust: &Rust) -> Result<PathBuf> {
    install(rust, "cargo-deny", "0.20.2", &Speed::AsCompiledFastest)
}

fn install(rust: &Rust, package: &str, version: &str, speed: &Speed) -> Result<PathBuf> {
    install_with(rust, package, version, speed, &[])
}

fn install_with(rust: &Rust, package: &str, version: &str, speed: &Speed, options: &[&str]) -> Result<PathBuf> {
    let root = project::cache()?.join(format!("{package}-{version}"));
    if root.join("bin").is_dir() {
        return Ok(root.join("bin"));
    }
    say("Installing", format_args!("{package} {version} (some minutes, once)"));
    // Compiled elsewhere and moved: an interrupted installation must not look like a finished one.
    let unfinished = project::cache()?.join(format!("{package}-{version}-unfinished"));
    let mut cargo = rust.cargo();
    cargo
        .args(["install", "--locked", "--no-track", "--quiet", package, "--version", version, "--root"])
        .arg(&unfinished)
        .args(options)
        .env_remove("CARGO_TARGET_DIR");
    if matches!(speed, Speed::AsCompiledFastest) {
        cargo.arg("--debug").env("CARGO_PROFILE_DEV_DEBUG", "0");
    }
    run_quietly(&mut cargo)
        .with_context(|| format!("cannot install {package} {version}; is the crates registry reachable?"))?;
    fs::rename(&unfinished, &root)?;
    Ok(root.join("bin"))
}
