//! A Rust toolchain with the standard library for `wasm32-unknown-unknown`.
//!
//! Three ways, the cheapest first: the toolchain that runs us, or the one that an earlier run linked;
//! `rustup target add`; and where rustup's downloads cannot be reached, Debian's packages, from whose
//! sources the standard library is built.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use super::debian;
use crate::{
    process::{output, run_quietly, succeeds_within},
    project,
    say::say,
};

const TARGET: &str = "wasm32-unknown-unknown";
/// The name under which Debian's toolchain is linked into rustup.
const LINKED: &str = "bailiwick";
const DEBIAN_PACKAGES: [&str; 6] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "rust-web-llvm", "lld-22"];
const DEBIAN_SYSROOT: &str = "/usr";

/// A chosen toolchain; all of Cargo's work is done with the same one.
#[derive(Clone)]
pub(crate) struct Rust {
    /// rustup's name for it; `None` is the one that the person's own settings choose.
    name: Option<OsString>,
}

impl Rust {
    pub(crate) fn find_or_install() -> Result<Self> {
        let own = Self { name: env::var_os("RUSTUP_TOOLCHAIN") };
        let linked = Self { name: Some(LINKED.into()) };
        if own.has_target(TARGET) {
            return Ok(own);
        }
        if linked.has_target(TARGET) {
            return Ok(linked);
        }
        say("Installing", format_args!("Rust's standard library for {TARGET}"));
        if own.add_target(TARGET) {
            return Ok(own);
        }
        install_from_debian().context(ADVICE)?;
        Ok(linked)
    }

    /// `cargo` of this toolchain.
    pub(crate) fn cargo(&self) -> Command {
        self.on(Command::new("cargo"))
    }

    /// Makes `command` use this toolchain, and hides from it that it runs below `cargo run`: build scripts
    /// that look at those variables would be run anew each time.
    pub(crate) fn on(&self, mut command: Command) -> Command {
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            let from_cargo_run = text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_");
            if from_cargo_run || text == "CARGO" || text == "LD_LIBRARY_PATH" {
                command.env_remove(&name);
            }
        }
        if let Some(name) = &self.name {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        command.current_dir(project::root());
        command
    }

    /// Whether it has the standard library for this target.
    pub(crate) fn has_target(&self, target: &str) -> bool {
        let mut rustc = self.on(Command::new("rustc"));
        output(rustc.args(["--print", "target-libdir", "--target", target]))
            .is_ok_and(|folder| Path::new(&folder).is_dir())
    }

    /// Has rustup download it; whether that went well.
    pub(crate) fn add_target(&self, target: &str) -> bool {
        let mut rustup = self.on(Command::new("rustup"));
        succeeds_within(rustup.args(["target", "add", target]), Duration::from_secs(180)) && self.has_target(target)
    }
}

const ADVICE: &str = "the console and the edge are compiled to wasm32-unknown-unknown, and this machine has no \
    standard library for it.\nWhere rustup can download: `rustup target add wasm32-unknown-unknown`.\nElsewhere, on \
    Debian, as root: `apt-get install rustc-web cargo-web rust-web-src rust-web-clippy rust-web-llvm lld-22`, then \
    run this command again as root, once";

fn install_from_debian() -> Result<()> {
    debian::install(&DEBIAN_PACKAGES)?;
    let library = Path::new(DEBIAN_SYSROOT).join("lib/rustlib").join(TARGET).join("lib");
    if !library.is_dir() {
        say("Building", format_args!("the standard library for {TARGET} from Debian's sources (about a minute)"));
        copy_libraries(&build_standard_library()?, &library)?;
    }
    run_quietly(Command::new("rustup").args(["toolchain", "link", LINKED, DEBIAN_SYSROOT]))
}

/// Builds an empty crate together with the standard library; returns the folder with what was compiled.
fn build_standard_library() -> Result<PathBuf> {
    let folder = project::cache()?.join("std");
    project::remove_folder(&folder)?;
    project::write(
        &folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2021\"\n[lib]\ncrate-type = [\"cdylib\"]\n[workspace]\n",
    )?;
    project::write(&folder.join("src/lib.rs"), "")?;
    let mut cargo = Command::new(Path::new(DEBIAN_SYSROOT).join("bin/cargo"));
    cargo
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort,test"])
        .current_dir(&folder)
        .env("RUSTC", Path::new(DEBIAN_SYSROOT).join("bin/rustc"))
        // `-Z` flags and the library's own unstable features, on a stable compiler.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode in the libraries, link-time optimization of what uses them fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("LD_LIBRARY_PATH");
    run_quietly(&mut cargo)?;
    Ok(folder.join("target").join(TARGET).join("release/deps"))
}

fn copy_libraries(from: &Path, to: &Path) -> Result<()> {
    // A folder that is there but incomplete would be taken for an installed target.
    let unfinished = to.with_extension("unfinished");
    project::remove_folder(&unfinished)?;
    project::make_folder(&unfinished)?;
    for library in project::files_below(from)? {
        let name = library.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with("libempty") {
            fs::copy(&library, unfinished.join(&*name))?;
        }
    }
    if !project::files_below(&unfinished)?.iter().any(|path| path.to_string_lossy().contains("libcore-")) {
        bail!("building the standard library made no libcore");
    }
    fs::rename(&unfinished, to).with_context(|| format!("cannot write {}", to.display()))
}
