//! Chromium and its driver, for the tests in a real browser.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

use super::debian;
use crate::say::say;

/// How to start Chromium where there is no screen, also as root, and without the requests that it makes for itself.
pub(crate) const ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Paths of the programs. Chromium and its driver must have the same version.
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
    /// The same browser without a frame around its pages, if there is one: Playwright's tests take a third less of the
    /// processor in it.
    pub(crate) headless: PathBuf,
}

/// Finds them by `CHROME` and `CHROMEDRIVER`, then on `PATH`; installs Debian's otherwise.
pub(crate) fn find_or_install() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    debian::install(&["chromium", "chromium-driver"]).context(ADVICE)?;
    if let Err(error) = debian::install(&["chromium-headless-shell"]) {
        say("Warning", format_args!("browser tests will be slower: {error:#}"));
    }
    find().context(ADVICE)
}

const ADVICE: &str = "the browser tests need Chromium (or Chrome) and its chromedriver of the same version: install \
    them, or name them in the variables CHROME and CHROMEDRIVER";

fn find() -> Option<Browser> {
    let chrome = named_or_on_path("CHROME", &["chromium", "chromium-browser", "google-chrome", "chrome"])?;
    let headless = named_or_on_path("CHROME_HEADLESS_SHELL", &["chromium-headless-shell", "chrome-headless-shell"]);
    Some(Browser {
        headless: headless.unwrap_or_else(|| chrome.clone()),
        driver: named_or_on_path("CHROMEDRIVER", &["chromedriver"])?,
        chrome,
    })
}

fn named_or_on_path(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Some(PathBuf::from(path));
    }
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|candidate| candidate.is_file())
}
