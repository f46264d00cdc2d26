//! `wrangler dev`: static files, edge and storage together, as `wrangler.toml` describes them; or the edge with the
//! platform's e-mail binding, which plain workerd has not.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};
use serde_json::json;

use super::{STORAGE, Stack, free_port, start};
use crate::{
    edge::{ENTRY, Variant},
    project,
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
    serve(toolchain.node.command("wrangler"), Path::new("wrangler.toml"), how)
}

/// Starts `wrangler dev` without the console, with `binding` for mails. What the binding takes is in files below
/// `.wrangler` in the folder of the storage, each as it would be sent.
pub(crate) fn edge_with_mail(toolchain: &Toolchain, how: &Wrangler<'_>, binding: &serde_json::Value) -> Result<Stack> {
    let settings = project::read(&project::root().join("wrangler.toml"))?.parse().context("in wrangler.toml")?;
    let file = how.data.join("wrangler.json");
    project::write(&file, with_mail(settings, binding)?)?;
    let mut wrangler = toolchain.node.command("wrangler");
    // Where it is started is where it puts the mails.
    wrangler.current_dir(how.data);
    serve(wrangler, &file, how)
}

/// What `wrangler.toml` says, without the console and with a binding for mails.
fn with_mail(mut settings: toml::Table, binding: &serde_json::Value) -> Result<String> {
    settings.remove("assets");
    let mut settings = serde_json::to_value(settings)?;
    settings["send_email"] = json!([binding]);
    Ok(settings.to_string())
}

fn serve(mut wrangler: Command, config: &Path, how: &Wrangler<'_>) -> Result<Stack> {
    wrangler
        .arg("dev")
        .arg("--config")
        .arg(config)
        .arg(how.variant.folder().join(ENTRY))
        .args(["--local", "--ip", "127.0.0.1", "--log-level", "warn", "--show-interactive-dev-session", "false"])
        .args(["--port", &how.port.to_string(), "--inspector-port", &free_port()?.to_string()])
        .arg("--persist-to")
        .arg(how.data.join(STORAGE))
        // Nothing is sent to or fetched from anywhere.
        .env("WRANGLER_SEND_METRICS", "false")
        .env("WRANGLER_HIDE_BANNER", "true")
        .env("CLOUDFLARE_CF_FETCH_ENABLED", "false");
    // What is asked for goes before what is usual: the last one counts.
    for (name, value) in how.variant.settings(how.port).iter().chain(how.variables) {
        wrangler.arg("--var").arg(format!("{name}:{value}"));
    }
    let log = how.data.join("server.log");
    start(wrangler, how.port, (how.messages == Messages::Kept).then_some(log.as_path()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_with_mail_is_that_of_the_settings_but_for_the_console() {
        let settings = "compatibility_date = \"2026-11-01\"\n[assets]\ndirectory = \"dist\"\n[vars]\nA = \"b\"\n";
        let written = with_mail(settings.parse().unwrap(), &json!({ "name": "MAIL" })).unwrap();
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        let expected = json!({
            "compatibility_date": "2026-11-01",
            "vars": { "A": "b" },
            "send_email": [{ "name": "MAIL" }],
        });
        assert_eq!(read, expected);
    }
}
