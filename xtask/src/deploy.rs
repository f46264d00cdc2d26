//! `cargo xtask deploy`: the production build to the account that wrangler is signed in to.

use std::{process::Command, process::Stdio};

use anyhow::{Context, Result, bail};

use crate::{
    build::{self, Profile},
    edge::Variant,
    process::{interrupted, run},
    say::say,
    setup_token::SetupToken,
    toolchain::Toolchain,
};

/// Builds and deploys; with `--setup`, also makes a set-up token for the first organization or another one.
pub(crate) fn run_all(words: &[&str]) -> Result<()> {
    let with_token = match words {
        [] => false,
        ["--setup"] => true,
        _ => bail!("`cargo xtask deploy` has only the option `--setup`"),
    };
    let toolchain = Toolchain::ready()?;
    build::both(&toolchain, Variant::Production, Profile::Release)?;
    run(toolchain.node.command("wrangler").arg("deploy"))?;
    if with_token && !interrupted() {
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
