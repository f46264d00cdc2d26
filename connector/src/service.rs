//! Running in the background: a unit of systemd, or a service of Windows.

#[cfg(not(windows))]
mod systemd;
#[cfg(windows)]
mod windows;

use crate::cli::Arguments;
use clap::Subcommand;
#[cfg(not(windows))]
pub use systemd::act;
#[cfg(windows)]
pub use windows::{act, serve};

/// What to do with the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Subcommand)]
pub enum Action {
    /// Installs it, so that it starts with the computer, and starts it.
    Install {
        /// Minutes between two runs.
        #[arg(long, value_name = "MINUTES", default_value_t = 15, value_parser = clap::value_parser!(u64).range(1..=10_080))]
        every: u64,
    },
    /// Stops and removes it; configuration, state and log stay.
    Uninstall,
    /// Starts it.
    Start,
    /// Stops it.
    Stop,
}

/// Runs a program; what it says is its user's.
pub(crate) fn call(program: &str, words: &[&str]) -> Result<(), String> {
    let status = std::process::Command::new(program).args(words).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{program} {}` failed ({status})", words.join(" "))),
        Err(error) => Err(format!("{program} cannot be started: {error}")),
    }
}

/// The absolute path of a file that there is: a service starts somewhere else.
fn absolute(path: &std::path::Path) -> Result<String, String> {
    let path = std::path::absolute(path).map_err(|error| format!("{}: {error}", path.display()))?;
    path.to_str().map(str::to_owned).ok_or_else(|| format!("{} is no text", path.display()))
}

/// Refuses to install what could not run.
fn must_be_configured(arguments: &Arguments) -> Result<crate::config::Loaded, String> {
    crate::config::Loaded::read(&arguments.config).map_err(|error| format!("{error}; run `setup` first"))
}
