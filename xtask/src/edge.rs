//! The edge: `functions` compiled by `worker-build`, with the JavaScript entry beside it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{build::Profile, process::run_quietly, project, say::say, toolchain::Toolchain};

/// The module that the platform starts; see `functions/guard.mjs`.
pub(crate) const ENTRY: &str = "guard.mjs";

/// Settings of the profile `release` for what is tested once and never deployed.
const QUICKLY_COMPILED: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// What is compiled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// What is deployed.
    Production,
    /// The same with a sink for mails, which go nowhere, and webhooks that may lead to this machine.
    Development,
    /// With the seams that tests need: a clock that can be set, faults that can be provoked. In a folder of its
    /// own, so that it is never deployed by mistake.
    TestSeams,
    /// The same, as optimized as what is deployed.
    Measured,
}

impl Variant {
    /// The folder with all modules of the Worker.
    pub(crate) fn folder(self) -> PathBuf {
        match self {
            Self::Production => project::root().join("build"),
            Self::Development => project::target().join("edge-with-mail-sink"),
            Self::TestSeams => project::target().join("edge-with-test-seams"),
            Self::Measured => project::target().join("edge-measured"),
        }
    }

    /// What is compiled in beside what is deployed.
    fn feature(self) -> Option<&'static str> {
        match self {
            Self::Production => None,
            Self::Development => Some("mail-sink,loopback"),
            Self::TestSeams | Self::Measured => Some("test-seams"),
        }
    }

    /// The settings of a server on this machine: mails go into the sink, if there is one, links in
    /// them lead to the server, and the directory's key is no secret.
    pub(crate) fn settings(self, port: u16) -> Vec<(&'static str, String)> {
        match self {
            Self::Production => Vec::new(),
            Self::Development | Self::TestSeams | Self::Measured => {
                vec![
                    ("PUBLIC_ORIGIN", format!("http://localhost:{port}")),
                    ("MAIL_TRANSPORT", "sink".to_owned()),
                    ("ADDRESS_KEY", "a key for this machine, known to everybody".to_owned()),
                ]
            }
        }
    }

    /// Where its modules are made. A server watches the folder of the finished modules, and would try to run half of
    /// them.
    fn workshop(self) -> PathBuf {
        project::target().join("edge-workshop").join(self.name())
    }

    /// Where cargo compiles it. The console is built at the same time: with one folder the two would wait for each
    /// other's lock. And nothing else is ever compiled to where `deploy` fetches what it deploys.
    fn compiled(self) -> PathBuf {
        project::target().join("edge").join(self.name())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Development => "development",
            Self::TestSeams => "test-seams",
            Self::Measured => "measured",
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
    worker_build.arg("--out-dir").arg(variant.workshop());
    if variant == Variant::TestSeams {
        // Three minutes of wasm-opt and one of linking, which tests would not notice.
        worker_build.arg("--no-opt").envs(QUICKLY_COMPILED);
    }
    if let Some(feature) = variant.feature() {
        worker_build.args(["--features", feature]);
    }
    worker_build.current_dir(project::root().join("functions")).env("CARGO_TARGET_DIR", variant.compiled());
    run_quietly(&mut worker_build)?;
    finish(&variant.workshop(), &folder)
}

/// The modules that the platform is given: what was built, and the entry. (`worker-build` adds a description for package
/// registries and an entry of its own.)
fn finish(workshop: &Path, folder: &Path) -> Result<()> {
    project::remove_folder(&folder.join("worker"))?;
    project::make_folder(folder)?;
    for module in ["index_bg.wasm", "index.js"] {
        copy(&workshop.join(module), &folder.join(module))?;
    }
    copy(&project::root().join("functions").join(ENTRY), &folder.join(ENTRY))
}

/// Under another name first, so that nobody ever sees half a file.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let unfinished = to.with_extension("unfinished");
    fs::copy(from, &unfinished).with_context(|| format!("cannot copy {}", from.display()))?;
    fs::rename(&unfinished, to).with_context(|| format!("cannot write {}", to.display()))
}
