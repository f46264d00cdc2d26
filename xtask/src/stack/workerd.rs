//! Plain `workerd serve` on the built edge, with a configuration made for it.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};

use super::{Stack, free_port, start};
use crate::{
    edge::{ENTRY, Variant},
    project,
    toolchain::Toolchain,
};

/// Starts the edge without the console, with its storage in `data`.
pub(crate) fn edge_alone(
    toolchain: &Toolchain,
    variant: Variant,
    data: &Path,
    variables: &[(&str, String)],
) -> Result<Stack> {
    let (workerd, port) = edge_to_start(toolchain, variant, data, variables)?;
    start(workerd, port, Some(&data.join("server.log")))
}

/// The same, not started yet, and the port at which it will listen.
pub(crate) fn edge_to_start(
    toolchain: &Toolchain,
    variant: Variant,
    data: &Path,
    variables: &[(&str, String)],
) -> Result<(Command, u16)> {
    let port = free_port()?;
    let storage = data.join("storage");
    project::make_folder(&storage)?;
    let settings = project::read(&project::root().join("wrangler.toml"))?.parse().context("in wrangler.toml")?;
    // What is asked for goes before what is usual.
    let variables: Vec<_> = variant.settings(port).into_iter().chain(variables.iter().cloned()).collect();
    let config = configuration(&settings, variant, &storage, port, &variables)?;
    let file = data.join("workerd.capnp");
    project::write(&file, config)?;

    let mut workerd = toolchain.node.command("workerd");
    // With this import path, absolute paths of what is embedded are what they seem.
    workerd.args(["serve", "--experimental", "--import-path=/"]).arg(&file);
    Ok((workerd, port))
}

/// What `wrangler.toml` says, in workerd's own language. What is deployed reaches public addresses
/// only; tests have their webhooks on this machine.
fn configuration(
    settings: &toml::Table,
    variant: Variant,
    storage: &Path,
    port: u16,
    variables: &[(&str, String)],
) -> Result<String> {
    let date = settings.get("compatibility_date").and_then(toml::Value::as_str);
    let date = date.context("wrangler.toml has no compatibility_date")?;
    let flags = settings.get("compatibility_flags").and_then(toml::Value::as_array);
    let flags: Vec<String> = flags.into_iter().flatten().filter_map(toml::Value::as_str).map(quoted).collect();
    let (modules, local) = (variant.folder(), variant != Variant::Production);
    let module = |name: &str, kind: &str| {
        format!("(name = {}, {kind} = embed {})", quoted(name), quoted(&modules.join(name).to_string_lossy()))
    };
    let own = settings.get("vars").and_then(toml::Value::as_table).into_iter().flatten();
    let own = own.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
    let given = variables.iter().map(|(name, value)| (*name, value.as_str()));
    // Given ones come last and replace: workerd refuses a name that is bound twice.
    let bindings: std::collections::BTreeMap<&str, &str> = own.chain(given).collect();
    let bindings: Vec<String> = bindings
        .iter()
        .map(|(name, value)| format!("    (name = {}, text = {}),\n", quoted(name), quoted(value)))
        .collect();
    Ok(format!(
        r#"using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),
    (name = "internet", network = (allow = [{networks}], tlsOptions = (trustBrowserCas = true))),
    (name = "storage", disk = (path = {storage}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:{port}", http = (), service = "edge")],
);
const edge :Workerd.Worker = (
  modules = [
    {entry},
    {script},
    {wasm},
  ],
  compatibilityDate = {date},
  compatibilityFlags = [{flags}],
  durableObjectNamespaces = [
    (className = "Organization", uniqueKey = "organization", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "storage"),
  bindings = [
    (name = "ORGANIZATION", durableObjectNamespace = "Organization"),
{bindings}  ],
);
"#,
        storage = quoted(&storage.to_string_lossy()),
        networks = if local { r#""public", "private""# } else { r#""public""# },
        entry = module(ENTRY, "esModule"),
        script = module("index.js", "esModule"),
        wasm = module("index_bg.wasm", "wasm"),
        date = quoted(date),
        flags = flags.join(", "),
        bindings = bindings.concat(),
    ))
}

/// A string literal of Cap'n Proto.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_variable_replaces_the_one_of_the_settings() {
        let settings = "compatibility_date = \"2026-11-01\"\n[vars]\nPUBLIC_ORIGIN = \"\"\nA = \"say \\\"a\\\"\"\n";
        let given = [("PUBLIC_ORIGIN", "http://localhost:1".to_owned())];
        let (settings, storage) = (settings.parse().unwrap(), Path::new("/m"));
        let config = configuration(&settings, Variant::Production, storage, 1, &given).unwrap();
        assert_eq!(config.matches("PUBLIC_ORIGIN").count(), 1);
        assert!(config.contains(r#"(name = "PUBLIC_ORIGIN", text = "http://localhost:1")"#));
        assert!(config.contains(r#"allow = ["public"]"#));
        assert!(config.contains(r#"(name = "A", text = "say \"a\"")"#));
    }
}
