//! `cargo xtask deploy`: the production build to the account that wrangler is signed in to.

use std::{process::Command, process::Stdio};

use anyhow::{Context, Result, bail};

use crate::{
    build::{self, Profile},
    connector,
    edge::Variant,
    process::{interrupted, run},
    say::say,
    setup_token::SetupToken,
    stack::{Folder, edge_alone},
    toolchain::Toolchain,
};

/// How far to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// Everything that can be done without an account.
    DryRun,
    /// A new version.
    Version,
    /// A new version, and a set-up token for the first organization or another one.
    WithToken,
}

/// Builds and deploys.
pub(crate) fn run_all(words: &[&str]) -> Result<()> {
    let extent = match words {
        [] => Extent::Version,
        ["--setup"] => Extent::WithToken,
        ["--dry-run"] => Extent::DryRun,
        _ => bail!("`cargo xtask deploy` has the options `--setup` and `--dry-run`, one at a time"),
    };
    let toolchain = Toolchain::ready()?;
    if extent != Extent::DryRun {
        // Before a build of minutes.
        require_account(toolchain.node.command("wrangler"))?;
    }
    build::both(&toolchain, Variant::Production, Profile::Release)?;
    connector::for_this_machine(&toolchain.rust)?;
    try_out(&toolchain)?;
    let mut deploy = toolchain.node.command("wrangler");
    deploy.arg("deploy").env("WRANGLER_SEND_METRICS", "false");
    if extent == Extent::DryRun {
        return run(deploy.arg("--dry-run"));
    }
    run(&mut deploy)?;
    if !interrupted() {
        keep_address_key(&toolchain)?;
    }
    if extent == Extent::WithToken && !interrupted() {
        let token = SetupToken::new()?;
        put_secret(
            toolchain.node.command("wrangler"),
            "SETUP_TOKENS",
            &SetupToken::setting(std::slice::from_ref(&token)),
        )?;
        say("Ready", "open the page /setup of the deployment within an hour and type this token; it works once:");
        println!("{}", token.text());
    }
    Ok(())
}

/// Starts what was built, as it will be deployed, and asks it for an organization that there is not: tests run
/// an edge that is compiled otherwise.
fn try_out(toolchain: &Toolchain) -> Result<()> {
    let folder = Folder::new("deploy")?;
    let edge = edge_alone(toolchain, Variant::Production, folder.path(), &[])?;
    let url = format!("{}/api/v1/orgs/nobody/session", edge.origin());
    let answer = ureq::get(&url).config().http_status_as_error(false).build().call()?;
    if answer.status() != 404 {
        bail!("the edge that was built answers {} to {url}; 404 is right", answer.status());
    }
    Ok(())
}

/// Says what to do where wrangler is not signed in. It has no better way of being asked than its words.
fn require_account(mut wrangler: Command) -> Result<()> {
    let answer = wrangler.arg("whoami").stdin(Stdio::null()).env("WRANGLER_SEND_METRICS", "false").output()?;
    let words = String::from_utf8_lossy(&answer.stdout).to_lowercase();
    if words.contains("not authenticated") || words.contains("not logged in") {
        bail!(
            "wrangler is signed in to no account. Run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN (and, if the \
             token reaches several accounts, CLOUDFLARE_ACCOUNT_ID).\n\
             `cargo xtask deploy --dry-run` builds and checks everything that needs no account."
        );
    }
    Ok(())
}

/// Sets the key of the directory at the first deployment. With another one, every organization tells
/// the registry anew what it knows.
fn keep_address_key(toolchain: &Toolchain) -> Result<()> {
    const NAME: &str = "ADDRESS_KEY";
    let mut list = toolchain.node.command("wrangler");
    let list = list.args(["secret", "list"]).env("WRANGLER_SEND_METRICS", "false").output()?;
    if !list.status.success() {
        bail!("wrangler could not list the secrets: {}", String::from_utf8_lossy(&list.stderr));
    }
    if String::from_utf8_lossy(&list.stdout).contains(&format!("\"{NAME}\"")) {
        return Ok(());
    }
    put_secret(toolchain.node.command("wrangler"), NAME, SetupToken::new()?.text())
}

/// Over standard input: what stands on a command line can be read by everybody on this machine.
fn put_secret(mut wrangler: Command, name: &str, value: &str) -> Result<()> {
    use std::io::Write;
    let mut child = wrangler.args(["secret", "put", name]).stdin(Stdio::piped()).spawn()?;
    child.stdin.take().context("wrangler takes no input")?.write_all(value.as_bytes())?;
    if !child.wait()?.success() {
        bail!("wrangler could not set the secret {name}");
    }
    Ok(())
}
