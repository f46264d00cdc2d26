//! Programs written in Rust, compiled once into the cache, each version and way of compiling in a folder of its own.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
};

use anyhow::{Context, Result};

use super::Rust;
use crate::{process::run_quietly, project, say::say};

/// What `wasm-bindgen` works through megabytes with. Optimizing only these takes half the time that optimizing all of
/// it takes; without, the browser's tests would wait 15 seconds for it, each time.
const OPTIMIZED: [&str; 3] = ["walrus", "wasmparser", "wasm-encoder"];

/// The folder with `wasm-bindgen` and `wasm-bindgen-test-runner`; they only work with crates of their own version.
pub(crate) fn bindgen(rust: &Rust) -> Result<PathBuf> {
    let version = project::locked_version("wasm-bindgen")?;
    // The runner only speaks to a browser's driver on this machine: without encryption.
    let mut options = words("--no-default-features --bin wasm-bindgen --bin wasm-bindgen-test-runner");
    options.extend(OPTIMIZED.map(|package| format!("--config=profile.dev.package.{package}.opt-level=1")));
    install(rust, "wasm-bindgen-cli", &version, &options)
}

/// The folder with `worker-build`, which has the version of the crate `worker`.
pub(crate) fn worker_build(rust: &Rust) -> Result<PathBuf> {
    let version = project::locked_version("worker")?;
    install(rust, "worker-build", &version, &[])
}

/// The folder with `wasm-split-cli`, which fits the version of `wasm_split_helpers` that Leptos has.
pub(crate) fn wasm_split(rust: &Rust) -> Result<PathBuf> {
    install(rust, "wasm_split_cli_support", "0.2.4", &words("--features build-binary"))
}

/// The folder with `cargo-deny`.
pub(crate) fn cargo_deny(rust: &Rust) -> Result<PathBuf> {
    install(rust, "cargo-deny", "0.20.2", &[])
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(ToOwned::to_owned).collect()
}

/// Tools call others, or run for some seconds: compiled quickly, they save minutes on a new machine.
const QUICKLY: [&str; 2] = ["--debug", "--config=profile.dev.debug=0"];

fn install(rust: &Rust, package: &str, version: &str, options: &[String]) -> Result<PathBuf> {
    // Compiled otherwise, it is another program.
    let mut how = DefaultHasher::new();
    (QUICKLY, options).hash(&mut how);
    let name = format!("{package}-{version}-{:016x}", how.finish());
    let root = project::cache()?.join(&name);
    if root.join("bin").is_dir() {
        return Ok(root.join("bin"));
    }
    say("Installing", format_args!("{package} {version} (some minutes, once)"));
    // Compiled elsewhere and moved: an interrupted installation must not look like a finished one.
    let unfinished = project::cache()?.join(format!("{name}-unfinished"));
    let mut cargo = rust.cargo();
    cargo
        .args(["install", "--locked", "--no-track", "--quiet", package, "--version", version, "--root"])
        .arg(&unfinished)
        .args(QUICKLY)
        .args(options)
        .env_remove("CARGO_TARGET_DIR");
    run_quietly(&mut cargo)
        .with_context(|| format!("cannot install {package} {version}; is the crates registry reachable?"))?;
    fs::rename(&unfinished, &root)?;
    Ok(root.join("bin"))
}
