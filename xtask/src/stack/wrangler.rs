//! `wrangler dev`: static files, edge and storage together, as `wrangler.toml` describes them.

use std::path::Path;

use anyhow::Result;

use super::{STORAGE, Stack, free_port, start};
use crate::{
    edge::{ENTRY, Variant},
    toolchain::Toolchain,
};

/// How to serve.
pub(crate) struct Wrangler<'a> {
    pub(crate) variant: Variant,
    pub(crate) port: u16,
    /// The folder where storage is kept.
    pub(crate) data: &'a Path,
    pub(crate) messages: Messages,
    /// Variables of the Worker beside those of `wrangler.toml`.
    pub(crate) variables: &'a [(&'a str, String)],
}

/// Where the server's warnings and errors go.
#[derive(PartialEq, Eq)]
pub(crate) enum Messages {
    /// To the terminal.
    Shown,
    /// Into `server.log` beside the storage.
    Kept,
}

/// Starts `wrangler dev`.
pub(crate) fn console_and_edge(toolchain: &Toolchain, how: &Wrangler<'_>) -> Result<Stack> {
    let mut wrangler = toolchain.node.command("wrangler");
    wrangler
        .args(["dev", "--config", "wrangler.toml"])
        .arg(how.variant.folder().join(ENTRY))
        .args(["--local", "--ip", "127.0.0.1", "--log-level", "warn", "--show-interactive-dev-session", "false"])
        .args(["--port", &how.port.to_string(), "--inspector-port", &free_port()?.to_string()])
        .arg("--persist-to")
        .arg(how.data.join(STORAGE))
        // Nothing is sent to or fetched from anywhere.
        .env("WRANGLER_SEND_METRICS", "false")
        .env("WRANGLER_HIDE_BANNER", "true")
        .env("CLOUDFLARE_CF_FETCH_ENABLED", "false");
    for (name, value) in how.variables.iter().chain(&how.variant.settings(how.port)) {
        wrangler.arg("--var").arg(format!("{name}:{value}"));
    }
    let log = how.data.join("server.log");
    start(wrangler, how.port, (how.messages == Messages::Kept).then_some(log.as_path()))
}
