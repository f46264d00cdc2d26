//! `cargo xtask`: everything one does with this repository beside editing it.
//!
//! This file is the table of contents; each command lives in the module of its name.

mod build;
mod console;
mod edge;
mod process;
mod project;
mod say;
mod toolchain;

use std::process::ExitCode;

use anyhow::{Result, bail};

use build::Profile;
use edge::Variant;
use toolchain::Toolchain;

const HELP: &str = "\
Bailiwick's tasks. Each installs what it needs on its first run, and says so.

    cargo xtask build [--dev]       the console into dist/, the edge into build/
    cargo xtask setup               only install what is missing
";

fn main() -> ExitCode {
    match process::end_everything_on_interrupt().and_then(|()| command()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) if process::interrupted() => ExitCode::from(130),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build"] => build::both(&Toolchain::ready()?, Variant::Production, Profile::Release),
        ["build", "--dev"] => build::both(
            &Toolchain::ready()?,
            Variant::Production,
            Profile::Development,
        ),
        ["setup"] => {
            Toolchain::ready().and_then(|_| toolchain::browser::find_or_install().map(|_| ()))
        }
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no such command\n\n{HELP}"),
    }
}
