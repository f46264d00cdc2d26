//! `app` compiled to Wasm and made into what a browser runs: `app.js`, `app_bg.wasm` and, for people, the part that
//! is fetched later, `rest.wasm`.
//!
//! The program is cut where `app/src/shell/rest.rs` says, before wasm-bindgen sees it: `wasm-split-cli` finds out what
//! only the rest reaches and makes a Wasm file of it, and a module that loads it. For developers nothing is cut.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::{bundle, copy_each};
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

/// Puts the program's files into `work`. Cutting and optimizing take a minute: what was made of the same program by
/// the same steps before is taken instead.
pub(super) fn build(toolchain: &Toolchain, profile: Profile, work: &Path) -> Result<()> {
    let compiled = match profile {
        Profile::Development => compile(toolchain, "dev", "debug", &[])?,
        // With relocations, so that it can be cut.
        Profile::Release => {
            compile(toolchain, "app", "app", &["--features", "chunks", "--", "-Clink-arg=--emit-relocs"])?
        }
    };
    let (made, steps) = (project::target().join(format!("console/made/{profile:?}")), steps()?);
    let (origin, steps_before) = (made.join("origin.wasm"), made.join("steps"));
    let is_same = project::read(&steps_before).is_ok_and(|before| before == steps)
        && fs::read(&origin).is_ok_and(|before| fs::read(&compiled).is_ok_and(|now| before == now));
    if !is_same {
        // First and last: without it, the folder counts for nothing.
        project::write(&steps_before, "")?;
        project::remove_folder(&made)?;
        make(toolchain, profile, &compiled, &made)?;
        fs::copy(&compiled, &origin).with_context(|| format!("cannot copy {}", compiled.display()))?;
        project::write(&steps_before, steps)?;
    }
    copy_each(&made.join("files"), work)
}

/// What is done to a program, and with what: as long as it stays the same, so do the files.
fn steps() -> Result<String> {
    let tools = project::read(&project::root().join("package-lock.json"))?;
    let own = [include_str!("program.rs"), include_str!("../console.rs"), include_str!("../toolchain/cargo_tools.rs")];
    Ok([&own.concat(), &project::locked_version("wasm-bindgen")?, &tools].map(String::as_str).concat())
}

/// Makes the program's files in `made/files`.
fn make(toolchain: &Toolchain, profile: Profile, compiled: &Path, made: &Path) -> Result<()> {
    let (parts, files) = (made.join("parts"), made.join("files"));
    project::make_folder(&parts)?;
    project::make_folder(&files)?;
    match profile {
        // The names of functions would be half of it: with them it is larger than the 25 MiB that may be served.
        Profile::Development => bind(toolchain, compiled, &parts, &["--remove-name-section"])?,
        Profile::Release => {
            cut(toolchain, compiled, &parts)?;
            bind(toolchain, &parts.join("app.wasm"), &parts, &["--keep-lld-exports", "--remove-producers-section"])?;
            for part in ["app_bg.wasm", REST] {
                optimise(toolchain, &parts.join(part))?;
            }
            number_imports(&parts)?;
            fs::rename(parts.join(REST), files.join("rest.wasm"))?;
        }
    }
    fs::rename(parts.join("app_bg.wasm"), files.join("app_bg.wasm"))?;
    bundle(toolchain, &parts.join("app.js"), &files)?;
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

/// Small over the wire, not on disk: what `-Oz` saves (a tenth of the bytes) it takes from brotli, which finds less
/// that repeats. In the order of their names, functions made of one generic stand together, and without inlining they
/// stay alike. Measured on this console's first part: 223 KB so, 227 KB with inlining, 228 KB in the compiler's order,
/// 243 KB with `-Oz`.
fn optimise(toolchain: &Toolchain, wasm: &Path) -> Result<()> {
    let mut wasm_opt = toolchain.node.command("wasm-opt");
    wasm_opt.args(["--reorder-functions-by-name", "--no-inline=*", "-O2", "--generate-global-effects", "-O2"]);
    wasm_opt.args(["--strip-debug", "--strip-producers"]);
    wasm_opt.args(WASM_FEATURES.map(|feature| format!("--enable-{feature}")));
    run_quietly(wasm_opt.arg(wasm).arg("-o").arg(wasm))
}

/// wasm-bindgen calls what the program imports `__wbg_NAME_HASH`. Hashes cannot be compressed, and stand in both files:
/// numbers of the same length in their places save 4 KB over the wire.
fn number_imports(parts: &Path) -> Result<()> {
    let (script, wasm) = (parts.join("app.js"), parts.join("app_bg.wasm"));
    let mut text = project::read(&script)?;
    let mut bytes = fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    for (number, hash) in import_hashes(&text).iter().enumerate() {
        let number = format!("{number:0width$}", width = hash.len());
        text = text.replace(hash, &number);
        let place = bytes.windows(hash.len()).position(|window| window == hash.as_bytes());
        if let Some(name) = place.and_then(|start| bytes.get_mut(start..start + hash.len())) {
            name.copy_from_slice(number.as_bytes());
        }
    }
    project::write(&script, text)?;
    project::write(&wasm, bytes)
}

/// The hashes at the ends of the imports' names.
fn import_hashes(script: &str) -> BTreeSet<String> {
    let names = script.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
    let hashes = names.filter_map(|name| name.strip_prefix("__wbg_")?.rsplit_once('_')).map(|(_, hash)| hash);
    let is_hash = |hash: &&str| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    hashes.filter(is_hash).map(ToOwned::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashes_of_imports_are_numbered() {
        let script = "imports.__wbg_log_0123456789abcdef = wasm.__wbg_free_thing; const cafecafecafecafe = __wbg_init;";
        assert_eq!(import_hashes(script), BTreeSet::from(["0123456789abcdef".to_owned()]));
    }
}
