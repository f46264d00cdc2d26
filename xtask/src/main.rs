//! `cargo xtask`: everything one does with this repository beside editing it.
//!
//! This file is the table of contents; each command lives in the module of its name.

mod bench;
mod build;
mod check;
mod connector;
mod console;
mod demo;
mod deploy;
mod dev;
mod edge;
mod openapi;
mod process;
mod project;
mod say;
mod setup_token;
mod stack;
mod test;
mod toolchain;
mod weight;

use std::process::ExitCode;

use anyhow::{Result, bail};

/// One command of `cargo xtask`.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    options: &'static str,
    purpose: &'static str,
    run: fn(&[&str]) -> Result<()>,
}

pub(crate) const COMMANDS: &[Command] = &[
    Command {
        name: "dev",
        options: "[--port N] [--data DIR] [--empty] [--release]",
        purpose: "serve console and edge on the real runtime, with demo data, and build again on every change\n\
                  --port N     the port; 8787 if absent\n\
                  --data DIR   where the data are kept; .bailiwick/dev if absent\n\
                  --empty      no demo data: the first organization is set up in the browser\n\
                  --release    built as for a deployment: slower to build, much faster to load",
        run: dev::run,
    },
    Command {
        name: "test",
        options: "[KIND…] [-- NAME…]",
        purpose: "run all tests, or only some of: native, wasm, api, e2e, weight, walkthroughs\n\
                  -- NAME…     only those with one of these in their names; in a browser, in their files' names",
        run: test::run,
    },
    Command {
        name: "check",
        options: "",
        purpose: "formatting, lints, dependencies and licenses, documents",
        run: |words| without_options(words).and_then(|()| check::run_all()),
    },
    Command {
        name: "build",
        options: "[--dev]",
        purpose: "build the console into dist/ and the edge into build/",
        run: build::run,
    },
    Command {
        name: "connector",
        options: "[--windows]",
        purpose: "build the connector for this machine into dist/downloads/\n\
                  --windows   for Windows",
        run: connector::run,
    },
    Command {
        name: "weight",
        options: "",
        purpose: "what a first visit must fetch, in bytes and requests, against the budget",
        run: |words| without_options(words).and_then(|()| weight::run()),
    },
    Command {
        name: "bench",
        options: "[imports | connector]",
        purpose: "how long requests take, as ratios to bare ones on the same machine\n\
                  imports     only imports\n\
                  connector   how long its runs take instead, as ratios to an import, and how much memory",
        run: bench::run,
    },
    Command {
        name: "deploy",
        options: "[--setup | --dry-run]",
        purpose: "build, then `wrangler deploy`. Sign in first: `npx wrangler login`\n\
                  --setup     also makes a set-up token, sets it as the secret SETUP_TOKENS and prints it\n\
                  --dry-run   everything that needs no account: builds, and checks what would be deployed",
        run: deploy::run_all,
    },
    Command {
        name: "openapi",
        options: "",
        purpose: "write docs/openapi.json, the API's description, anew from the contract",
        run: |words| without_options(words).and_then(|()| openapi::write()),
    },
    Command {
        name: "setup",
        options: "",
        purpose: "only install what is missing; every other command does so by itself",
        run: |words| without_options(words).and_then(|()| toolchain::install_everything()),
    },
];

fn main() -> ExitCode {
    match process::end_everything_on_interrupt().and_then(|()| command()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) if process::interrupted() => ExitCode::from(130),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let asks_for_help = words.iter().any(|word| ["help", "--help", "-h"].contains(word));
    let Some((name, options)) = words.split_first().filter(|_| !asks_for_help) else {
        print!("{}", help());
        return Ok(());
    };
    match COMMANDS.iter().find(|command| command.name == *name) {
        Some(command) => (command.run)(options),
        None => bail!("there is no command `{name}`\n\n{}", help()),
    }
}

fn without_options(words: &[&str]) -> Result<()> {
    match words.first() {
        Some(word) => bail!("this command has no option `{word}`"),
        None => Ok(()),
    }
}

fn help() -> String {
    let mut text =
        "Bailiwick's tasks. Each installs what it needs when it runs for the first time, and says so.\n".to_owned();
    for command in COMMANDS {
        text.push_str(&format!("\n  cargo xtask {} {}\n", command.name, command.options));
        for line in command.purpose.lines() {
            text.push_str(&format!("      {}\n", line.trim_start()));
        }
    }
    text
}
