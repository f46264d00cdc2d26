//! `wrangler dev`: static files, edge and storage together, as `wrangler.toml` describes them.

use std::path::Path;

use anyhow::Result;

use super::{Folder, Stack, free_port, start};
use crate::{
    edge::{ENTRY, Variant},
    toolchain::Toolchain,
};

/// How to serve.
pub(crate) struct Wrangler<'a> {
    pub(crate) variant: Variant,
    /// A free one if absent.
    pub(crate) port: Option<u16>,
    /// Where the storage is kept; in a folder that goes with the server if absent.
    pub(crate) data: Option<&'a Path>,
    /// Variables of the Worker beside those of `wrangler.toml`.
    pub(crate) variables: Vec<(&'static str, String)>,
}

/// Starts `wrangler dev`. With storage that is kept its messages are for the person who waits for them.
pub(crate) fn console_and_edge(toolchain: &Toolchain, how: Wrangler<'_>) -> Result<Stack> {
    let port = how.port.map_or_else(free_port, Ok)?;
    let folder = if how.data.is_none() {
        Some(Folder::new("wrangler")?)
    } else {
        None
    };
    let storage = how
        .data
        .or(folder.as_ref().map(Folder::path))
        .map(|folder| folder.join("storage"));
    let log = folder
        .as_ref()
        .map(|folder| folder.path().join("server.log"));

    let mut wrangler = toolchain.node.command("wrangler");
    wrangler
        .arg("dev")
        .arg(how.variant.folder().join(ENTRY))
        .args([
            "--local",
            "--ip",
            "127.0.0.1",
            "--log-level",
            "warn",
            "--show-interactive-dev-session",
            "false",
        ])
        .args([
            "--port",
            &port.to_string(),
            "--inspector-port",
            &free_port()?.to_string(),
        ])
        // Nothing is sent to or fetched from anywhere.
        .env("WRANGLER_SEND_METRICS", "false")
        .env("WRANGLER_HIDE_BANNER", "true")
        .env("CLOUDFLARE_CF_FETCH_ENABLED", "false");
    if let Some(storage) = storage {
        wrangler.arg("--persist-to").arg(storage);
    }
    for (name, value) in how.variables {
        wrangler.arg("--var").arg(format!("{name}:{value}"));
    }
    start(wrangler, port, log.as_deref(), folder)
}
