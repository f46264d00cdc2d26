//! `app` compiled to Wasm and made into what a browser runs: `app.js`, `app_bg.wasm` and, for people, the part that
//! is fetched later, `rest.wasm`.
//!
//! The program is cut where `app/src/shell/rest.rs` says, before wasm-bindgen sees it: `wasm-split-cli` finds out what
//! only the rest reaches and makes a Wasm file of it, and a module that loads it. For developers nothing is cut.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::bundle;
use crate::{
    build::Profile,
    process::{run, run_quietly},
    project,
    toolchain::Toolchain,
};

/// What of WebAssembly rustc and wasm-bindgen use today; more could be more than a browser understands.
const WASM_FEATURES: [&str; 6] =
    ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/// The module that loads the rest, and the rest, as `wasm-split-cli` names them.
const LOADER: &str = "__wasm_split.js";
const REST: &str = "split_rest.wasm";

/// Puts the program's files into `work`.
pub(super) fn build(toolchain: &Toolchain, profile: Profile, work: &Path) -> Result<()> {
    let parts = work.join("parts");
    project::make_folder(&parts)?;
    match profile {
        Profile::Development => {
            bind(toolchain, &compile(toolchain, "dev", "debug", &[])?, &parts, &[])?;
        }
        Profile::Release => {
            // With relocations, so that it can be cut.
            let options = ["--features", "chunks", "--", "-Clink-arg=--emit-relocs"];
            cut(toolchain, &compile(toolchain, "app", "app", &options)?, &parts)?;
            let options = ["--keep-lld-exports", "--remove-name-section", "--remove-producers-section"];
            bind(toolchain, &parts.join("app.wasm"), &parts, &options)?;
            optimise(toolchain, &parts.join("app_bg.wasm"))?;
            optimise(toolchain, &parts.join(REST))?;
            fs::rename(parts.join(REST), work.join("rest.wasm"))?;
        }
    }
    fs::rename(parts.join("app_bg.wasm"), work.join("app_bg.wasm"))?;
    bundle(toolchain, &parts.join("app.js"), work)?;
    project::remove_folder(&parts)
}

/// The program as the compiler leaves it.
fn compile(toolchain: &Toolchain, profile: &str, folder: &str, options: &[&str]) -> Result<PathBuf> {
    let cargo_target = project::target().join("console");
    let mut cargo = toolchain.rust.cargo();
    cargo
        .args(["rustc", "--quiet", "--package", "app", "--lib", "--target", "wasm32-unknown-unknown"])
        .args(["--profile", profile])
        .args(options)
        .env("CARGO_TARGET_DIR", &cargo_target);
    run(&mut cargo)?;
    Ok(cargo_target.join("wasm32-unknown-unknown").join(folder).join("app.wasm"))
}

/// Cuts the program into `app.wasm` and the rest.
fn cut(toolchain: &Toolchain, compiled: &Path, parts: &Path) -> Result<()> {
    let mut split = toolchain.wasm_split();
    run_quietly(split.arg(compiled).arg(parts).args(["--target", "web", "--out-name", "app"]))?;
    let loader = parts.join(LOADER);
    let text = project::read(&loader)?;
    let address = format!("new URL(\"./{REST}\", import.meta.url)");
    let (before, after) = text.split_once(&address).context("the program's parts do not load as they used to")?;
    // As an asset, so that it gets its name with a hash.
    project::write(&loader, format!("{before}\"/assets/rest.wasm\"{after}"))
}

fn bind(toolchain: &Toolchain, program: &Path, folder: &Path, options: &[&str]) -> Result<()> {
    let mut bindgen = toolchain.bindgen();
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir"]).arg(folder).args(options);
    run_quietly(bindgen.arg(program))
}

/// Small over the wire, not on disk: what `-Oz` saves (a sixth of the bytes) it takes from brotli, which finds less
/// that repeats. Measured on this console: 388 KB with `-O1`, 424 KB with `-Oz`, 392 KB with neither.
fn optimise(toolchain: &Toolchain, wasm: &Path) -> Result<()> {
    let mut wasm_opt = toolchain.node.command("wasm-opt");
    wasm_opt.args(["-O1", "--generate-global-effects", "-O1", "--strip-debug", "--strip-producers"]);
    wasm_opt.args(WASM_FEATURES.map(|feature| format!("--enable-{feature}")));
    run_quietly(wasm_opt.arg(wasm).arg("-o").arg(wasm))
}
