//! `cargo xtask connector`: the connector as it is offered in the console.

use std::{
    env::consts,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::{
    process::{run as run_to_end, succeeds_within},
    project,
    say::say,
    toolchain::{Rust, debian},
};

const WINDOWS: &str = "x86_64-pc-windows-gnu";
/// What links for Windows, and compiles the parts that are written in C.
const LINKER: &str = "gcc-mingw-w64-x86-64-posix";

/// Builds it for this machine, or with `--windows` for Windows.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let rust = Rust::find_or_install()?;
    match words {
        [] => for_this_machine(&rust).map(drop),
        ["--windows"] => for_windows(&rust).map(drop),
        _ => bail!("`cargo xtask connector` has only the option `--windows`"),
    }
}

fn build(rust: &Rust) -> Command {
    let mut cargo = rust.cargo();
    cargo.args(["build", "--package", "connector", "--release"]);
    cargo
}

/// Builds it for this machine; for Linux without libraries, so that it runs on every other one (decision 0041).
pub(crate) fn for_this_machine(rust: &Rust) -> Result<PathBuf> {
    let name = format!("bailiwick-connector-{}-{}", consts::OS, consts::ARCH);
    let musl = format!("{}-unknown-linux-musl", consts::ARCH);
    match has_musl(rust, &musl) {
        Ok(true) => {
            run_to_end(build(rust).args(["--target", &musl]))?;
            let built = project::target().join(musl).join("release/bailiwick-connector");
            if asks_for_libraries(&fs::read(&built)?) {
                bail!("{} asks for libraries of the computer that it runs on", built.display());
            }
            return offer(&built, &name);
        }
        Ok(false) => {}
        Err(error) => say("Warning", format_args!("the connector will need this machine's own C library: {error:#}")),
    }
    run_to_end(&mut build(rust))?;
    offer(&project::target().join("release/bailiwick-connector"), &name)
}

/// Whether programs are made for Linux with musl's C library, which takes Rust's standard library and a C compiler
/// for it; an error if they should be and cannot.
fn has_musl(rust: &Rust, target: &str) -> Result<bool> {
    if consts::OS != "linux" {
        return Ok(false);
    }
    let is_here = succeeds_within(Command::new("musl-gcc").arg("--version"), Duration::from_secs(10));
    if !is_here {
        debian::install(&["musl-tools"])?;
    }
    if !rust.has_target(target) && !rust.add_target(target) {
        bail!("`rustup target add {target}` failed");
    }
    Ok(true)
}

/// Whether a program of ELF names a loader (`PT_INTERP`), which would look for its libraries.
fn asks_for_libraries(program: &[u8]) -> bool {
    const INTERPRETER: [u8; 4] = 3_u32.to_le_bytes();
    let number = |at: usize, bytes: usize| {
        let field = program.get(at..at + bytes).unwrap_or_default();
        field.iter().rev().fold(0, |number, byte| (number << 8) | usize::from(*byte))
    };
    // Where the program's headers begin, how long each is, and how many there are (ELF-64, little-endian).
    let (from, size, count) = (number(0x20, 8), number(0x36, 2), number(0x38, 2));
    (0..count).any(|at| program.get(from + at * size..).is_some_and(|header| header.starts_with(&INTERPRETER)))
}

fn for_windows(rust: &Rust) -> Result<PathBuf> {
    debian::install(&[LINKER]).context("the connector for Windows is linked by MinGW-w64's GCC")?;
    let mut cargo = build(rust);
    cargo.args(["--target", WINDOWS]);
    if !rust.has_target(WINDOWS) && !rust.add_target(WINDOWS) {
        // As for Wasm: from the sources that Debian's toolchain has beside it.
        cargo.arg("-Zbuild-std=std,panic_abort").env("RUSTC_BOOTSTRAP", "1");
    }
    run_to_end(&mut cargo)?;
    let built = project::target().join(WINDOWS).join("release/bailiwick-connector.exe");
    offer(&built, "bailiwick-connector-windows-x86_64.exe")
}

/// Puts it beside the console's files.
fn offer(built: &Path, name: &str) -> Result<PathBuf> {
    let folder = project::root().join("dist/downloads");
    project::make_folder(&folder)?;
    let offered = folder.join(name);
    fs::copy(built, &offered).with_context(|| format!("cannot write {}", offered.display()))?;
    say("Built", offered.display());
    Ok(offered)
}

#[cfg(all(test, target_os = "linux", target_env = "gnu"))]
mod tests {
    use super::asks_for_libraries;

    #[test]
    fn a_program_with_a_loader_is_told_from_one_without() {
        let own = std::fs::read("/proc/self/exe").unwrap();
        assert!(asks_for_libraries(&own));
        let mut header = own[..0x40].to_vec();
        header[0x38..0x3a].fill(0);
        assert!(!asks_for_libraries(&header));
    }
}
