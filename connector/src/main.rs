//! `bailiwick-connector`: see its `--help`, and `docs/connector.md`.

use clap::Parser;
use connector::cli::{self, Arguments};
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cli::main(&Arguments::parse()))
}
