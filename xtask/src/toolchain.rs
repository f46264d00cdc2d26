//! Everything that the build and the tests need beside a stable Rust, a C compiler, Node and npm.
//!
//! Each part is looked for first and costs next to nothing when it is there; what is missing is installed,
//! with one line saying so, and what cannot be installed is an error that says what the person can do.

pub(crate) mod browser;
mod cargo_tools;
pub(crate) mod debian;
mod node;
pub(crate) mod python;
mod rust;
pub(crate) mod samba;
pub(crate) mod slapd;

use std::{path::PathBuf, process::Command, thread};

use anyhow::{Result, anyhow};

pub(crate) use node::Node;
pub(crate) use rust::Rust;

use crate::say::say;

/// What every build uses. The browser, which only tests need, is [`browser::find_or_install`].
pub(crate) struct Toolchain {
    /// Cargo with the `wasm32-unknown-unknown` target.
    pub(crate) rust: Rust,
    /// Node and the programs of `package.json`.
    pub(crate) node: Node,
    bindgen: PathBuf,
    wasm_split: PathBuf,
    worker_build: PathBuf,
}

impl Toolchain {
    /// Finds or installs all of it; Rust's part and npm's side by side.
    pub(crate) fn ready() -> Result<Self> {
        thread::scope(|scope| {
            let node = scope.spawn(Node::find_or_install);
            let rust = Rust::find_or_install()?;
            let bindgen = cargo_tools::bindgen(&rust)?;
            let wasm_split = cargo_tools::wasm_split(&rust)?;
            let worker_build = cargo_tools::worker_build(&rust)?;
            let node = node.join().map_err(|_| anyhow!("installing the npm packages failed"))??;
            Ok(Self { rust, node, bindgen, wasm_split, worker_build })
        })
    }

    /// The `wasm-bindgen` program of exactly the version that the crates use.
    pub(crate) fn bindgen(&self) -> Command {
        Command::new(self.bindgen.join("wasm-bindgen"))
    }

    /// The program that cuts a Wasm program into parts.
    pub(crate) fn wasm_split(&self) -> Command {
        Command::new(self.wasm_split.join("wasm-split-cli"))
    }

    /// `worker-build`, told where its own tools are: it would otherwise download them from a code host.
    pub(crate) fn worker_build(&self) -> Command {
        let mut command = self.rust.on(Command::new(self.worker_build.join("worker-build")));
        command
            .env("PATH", self.node.path())
            .env("ESBUILD_BIN", self.node.program("esbuild"))
            .env("WASM_OPT_BIN", self.node.program("wasm-opt"))
            .env("WASM_BINDGEN_BIN", self.bindgen.join("wasm-bindgen"));
        command
    }

    /// Cargo with the runner of browser tests on its `PATH`.
    pub(crate) fn cargo_for_browser_tests(&self) -> Result<Command> {
        let mut command = self.rust.cargo();
        command.env("PATH", path_with(&self.bindgen)?);
        Ok(command)
    }
}

/// All of it, also what only some commands need.
pub(crate) fn install_everything() -> Result<()> {
    let toolchain = Toolchain::ready()?;
    cargo_tools::cargo_deny(&toolchain.rust)?;
    browser::find_or_install()?;
    python::with_scim_tester()?;
    slapd::find_or_install()?;
    say("Ready", "nothing is missing");
    Ok(())
}

/// `cargo deny`, which only `cargo xtask check` needs.
pub(crate) fn cargo_deny(rust: &Rust) -> Result<Command> {
    let folder = cargo_tools::cargo_deny(rust)?;
    let mut command = rust.on(Command::new(folder.join("cargo-deny")));
    command.arg("--color=never");
    Ok(command)
}

/// `PATH` with `folder` in front.
fn path_with(folder: &std::path::Path) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&path));
    Ok(std::env::join_paths(folders)?)
}
