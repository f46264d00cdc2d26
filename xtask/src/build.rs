//! `cargo xtask build`: the console into `dist/`, the edge into `build/`.

use std::thread;

use anyhow::{Result, anyhow, bail};

use crate::{
    console,
    edge::{self, Variant},
    toolchain::Toolchain,
};

/// For whom something is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For somebody who changes it: quick to build again, big, slow.
    Development,
    /// For people who use it.
    Release,
}

/// Builds what would be deployed, or with `--dev` the same quickly.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let profile = match words {
        [] => Profile::Release,
        ["--dev"] => Profile::Development,
        _ => bail!("`cargo xtask build` has only the option `--dev`"),
    };
    both(&Toolchain::ready()?, Variant::Production, profile)
}

/// Builds both halves side by side: each has a long last step that keeps only one core busy.
pub(crate) fn both(toolchain: &Toolchain, variant: Variant, profile: Profile) -> Result<()> {
    thread::scope(|scope| {
        let edge = scope.spawn(|| edge::build(toolchain, variant, profile));
        let console = console::build(toolchain, profile);
        let edge = edge.join().map_err(|_| anyhow!("building the edge stopped unexpectedly"))?;
        console.and(edge)
    })
}
