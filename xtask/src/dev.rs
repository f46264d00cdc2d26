//! `cargo xtask dev`: builds, serves on the real runtime, loads demo data once, builds again on every change.

mod sources;

use std::{path::PathBuf, thread, time::Duration};

use anyhow::{Context, Result, bail};

use self::sources::Sources;
use crate::{
    build::{self, Profile},
    console, demo,
    edge::{self, Variant},
    process::interrupted,
    project,
    say::say,
    setup_token::SetupToken,
    stack::{self, Messages, Stack, Wrangler, console_and_edge},
    toolchain::Toolchain,
};

const USUAL_PORT: u16 = 8787;
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// What the command line says.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    /// Where the storage is kept between two runs.
    data: PathBuf,
    /// Without demo data: the first person sets an organization up in the browser.
    empty: bool,
    profile: Profile,
}

/// Serves until it is interrupted.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let options = Options::parse(words)?;
    if !stack::is_free(options.port) {
        bail!("port {} is in use; choose another with --port", options.port);
    }
    let toolchain = Toolchain::ready()?;
    let mut seen = Sources::now()?;
    build::both(&toolchain, Variant::Development, options.profile)?;

    // One for the person, or one for each organization of the demo.
    let tokens = if options.empty { vec![SetupToken::new()?] } else { demo::setup_tokens()? };
    if !options.empty {
        demo::forget_half_loaded(&options.data)?;
    }
    let how = Wrangler {
        variant: Variant::Development,
        port: options.port,
        data: &options.data,
        messages: Messages::Shown,
        variables: &[("SETUP_TOKENS", SetupToken::setting(&tokens))],
    };
    let mut server = console_and_edge(&toolchain, &how)?;
    announce(&options, &server, &tokens)?;
    while !interrupted() {
        thread::sleep(LOOK_EVERY);
        server.is_running()?;
        rebuild(&toolchain, options.profile, &mut seen)?;
    }
    Ok(())
}

/// Tells how to get in, then the one line for which scripts wait.
fn announce(options: &Options, server: &Stack, tokens: &[SetupToken]) -> Result<()> {
    if !options.empty {
        let credentials = demo::load_once(server.origin(), &options.data, tokens)?;
        demo::print(server.origin(), &credentials);
    } else if let Some(token) = tokens.first() {
        println!("\nSet up an organization at {}/setup", server.origin());
        println!("with this token, which works once, within an hour: {}", token.text());
    }
    println!("\nmails go nowhere; read them at {}/api/v1/orgs/NAME/_mails.html", server.origin());
    println!("\nready {}", server.origin());
    Ok(())
}

/// Builds what has changed since the last look. What cannot be built is said, and built again on the next change.
fn rebuild(toolchain: &Toolchain, profile: Profile, seen: &mut Sources) -> Result<()> {
    let now = Sources::now()?;
    let changed = (now.console != seen.console, now.edge != seen.edge);
    *seen = now;
    let built = match changed {
        (true, true) => build::both(toolchain, Variant::Development, profile),
        (true, false) => console::build(toolchain, profile),
        (false, true) => edge::build(toolchain, Variant::Development, profile),
        (false, false) => return Ok(()),
    };
    match built {
        Ok(()) => say("Ready", "again"),
        Err(_) if interrupted() => {}
        Err(error) => eprintln!("error: {error:#}"),
    }
    Ok(())
}

impl Options {
    fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self {
            port: USUAL_PORT,
            data: project::root().join(".bailiwick/dev"),
            empty: false,
            profile: Profile::Development,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--empty" => options.empty = true,
                "--release" => options.profile = Profile::Release,
                "--port" => {
                    let port = words.next().context("--port needs a number")?;
                    options.port = port.parse().with_context(|| format!("`{port}` is no port"))?;
                }
                "--data" => {
                    let folder = words.next().context("--data needs a folder")?;
                    options.data = std::path::absolute(folder)?;
                }
                other => bail!("`cargo xtask dev` has no option `{other}`"),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_in_any_order() {
        let options = Options::parse(&["--empty", "--port", "9000", "--data", "/tmp/x", "--release"]).unwrap();
        let expected = Options { port: 9000, data: PathBuf::from("/tmp/x"), empty: true, profile: Profile::Release };
        assert_eq!(options, expected);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for wrong in [&["--prot"][..], &["--port"], &["--port", "many"], &["--data"]] {
            assert!(Options::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
