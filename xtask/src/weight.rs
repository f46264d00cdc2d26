//! `cargo xtask weight`: what a browser that has never been here must fetch, against the budget.

use std::{collections::BTreeMap, fmt::Write as _};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use crate::{
    build::{self, Profile},
    demo,
    edge::Variant,
    process::output,
    project,
    setup_token::SetupToken,
    stack::{Folder, Messages, Wrangler, console_and_edge, free_port},
    toolchain::{Toolchain, browser},
};

/// The most bytes of one first load, compressed with brotli 11.
const BUDGET: u64 = 250_000;

/// One request of a first load.
#[derive(Deserialize)]
struct Load {
    page: String,
    path: String,
    kind: String,
    bytes: u64,
}

/// Builds for people, opens the two pages in a real browser and judges.
pub(crate) fn run() -> Result<()> {
    let toolchain = Toolchain::ready()?;
    let browser = browser::find_or_install()?;
    build::both(&toolchain, Variant::Production, Profile::Release)?;
    let folder = Folder::new("weight")?;
    let tokens = demo::setup_tokens()?;
    let how = Wrangler {
        variant: Variant::Production,
        port: free_port()?,
        data: folder.path(),
        messages: Messages::Kept,
        variables: &[("SETUP_TOKENS", SetupToken::setting(&tokens))],
    };
    let server = console_and_edge(&toolchain, &how)?;
    let credentials = demo::load_once(server.origin(), folder.path(), &tokens)?;
    let somebody = credentials.first().context("the demo has nobody")?;
    let question = json!({
        "origin": server.origin(),
        "chrome": browser.chrome,
        "arguments": browser::ARGUMENTS,
        "organization": somebody.organization,
        "username": somebody.username,
        "password": somebody.password,
    });
    let mut node = toolchain.node.command("node");
    let script = project::root().join("xtask/src/weight/measure.mjs");
    let loads: Vec<Load> = serde_json::from_str(&output(node.arg(script).arg(question.to_string()))?)?;
    judge(&loads)
}

fn judge(loads: &[Load]) -> Result<()> {
    let mut pages: BTreeMap<&str, Vec<&Load>> = BTreeMap::new();
    for load in loads {
        pages.entry(&load.page).or_default().push(load);
    }
    let mut too_heavy = Vec::new();
    for (page, loads) in &pages {
        let (table, total) = table(loads);
        println!("\n{page}\n{table}");
        if total > BUDGET {
            too_heavy.push(format!("{page}: {total} bytes"));
        }
    }
    if !too_heavy.is_empty() {
        bail!("over the budget of {BUDGET} bytes: {}", too_heavy.join(", "));
    }
    println!("within the budget of {BUDGET} bytes");
    Ok(())
}

/// Bytes and requests by kind, the largest files, and the sum of bytes.
fn table(loads: &[&Load]) -> (String, u64) {
    let mut kinds: BTreeMap<&str, (u64, u32)> = BTreeMap::new();
    for load in loads {
        let (bytes, requests) = kinds.entry(&load.kind).or_default();
        *bytes += load.bytes;
        *requests += 1;
    }
    let mut text = String::new();
    let mut row = |name: &str, bytes: u64, requests: u32| {
        // Writing to a string cannot fail.
        let _written = writeln!(text, "  {name:<8} {bytes:>8} bytes {requests:>3} requests");
    };
    for (kind, (bytes, requests)) in &kinds {
        row(kind, *bytes, *requests);
    }
    let total = loads.iter().map(|load| load.bytes).sum();
    row("all", total, kinds.values().map(|(_, requests)| requests).sum());
    let mut largest: Vec<&&Load> = loads.iter().collect();
    largest.sort_by_key(|load| std::cmp::Reverse(load.bytes));
    for load in largest.iter().take(5) {
        let _written = writeln!(text, "    {:>8} {}", load.bytes, load.path);
    }
    (text, total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(kind: &str, bytes: u64) -> Load {
        Load { page: "/".into(), path: format!("/{kind}"), kind: kind.into(), bytes }
    }

    #[test]
    fn bytes_and_requests_add_up_by_kind() {
        let (one, two, three) = (load("js", 10), load("js", 20), load("wasm", 300));
        let (text, total) = table(&[&one, &two, &three]);
        assert_eq!(total, 330);
        assert!(text.contains("js             30 bytes   2 requests"), "{text}");
    }

    #[test]
    fn a_page_over_the_budget_is_an_error() {
        assert!(judge(&[load("wasm", BUDGET)]).is_ok());
        assert!(judge(&[load("wasm", BUDGET), load("js", 1)]).is_err());
    }
}
