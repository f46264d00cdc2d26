//! The edge: `functions` compiled by `worker-build`, with the JavaScript entry beside it.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{build::Profile, process::run_quietly, project, say::say, toolchain::Toolchain};

/// The module that the platform starts; see `functions/guard.mjs`.
pub(crate) const ENTRY: &str = "guard.mjs";

/// What is compiled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// What is deployed.
    Production,
    /// With the seams that tests need: a clock that can be set, faults that can be provoked. In a folder of its
    /// own, so that it is never deployed by mistake.
    TestSeams,
}

impl Variant {
    /// The folder with all modules of the Worker.
    pub(crate) fn folder(self) -> PathBuf {
        match self {
            Self::Production => project::root().join("build"),
            Self::TestSeams => project::target().join("edge-with-test-seams"),
        }
    }
}

/// Builds `variant` into its folder.
pub(crate) fn build(toolchain: &Toolchain, variant: Variant, profile: Profile) -> Result<()> {
    let folder = variant.folder();
    say("Building", format_args!("the edge ({variant:?}, {profile:?}) in {}", folder.display()));
    let mut worker_build = toolchain.worker_build();
    worker_build.arg(match profile {
        Profile::Development => "--dev",
        Profile::Release => "--release",
    });
    worker_build.arg("--out-dir").arg(&folder);
    if variant == Variant::TestSeams {
        worker_build.args(["--features", "test-seams"]);
    }
    worker_build
        .current_dir(project::root().join("functions"))
        // The console is built at the same time: with one folder the two would wait for each other's lock.
        .env("CARGO_TARGET_DIR", project::target().join("edge"));
    run_quietly(&mut worker_build)?;
    copy_entry(&folder)
}

fn copy_entry(folder: &std::path::Path) -> Result<()> {
    let entry = project::root().join("functions").join(ENTRY);
    fs::copy(&entry, folder.join(ENTRY)).with_context(|| format!("cannot copy {}", entry.display()))?;
    Ok(())
}
