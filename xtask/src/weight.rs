//! `cargo xtask weight`: what a browser that has never been here must fetch, against the budget.

use std::{
    collections::BTreeMap,
    fmt::{self, Write as _},
};

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

/// What one first load comes to.
pub(crate) struct Weight {
    page: String,
    bytes: u64,
}

impl Weight {
    pub(crate) fn is_within_budget(&self) -> bool {
        self.bytes <= BUDGET
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {BUDGET} bytes: {}", self.bytes, self.page)
    }
}

/// Builds for people, weighs and judges.
pub(crate) fn run() -> Result<()> {
    let toolchain = Toolchain::ready()?;
    build::both(&toolchain, Variant::Production, Profile::Release)?;
    let weights = weigh(&toolchain, Variant::Production)?;
    println!();
    for weight in &weights {
        println!("{weight}");
    }
    match weights.iter().all(Weight::is_within_budget) {
        true => Ok(()),
        false => bail!("over the budget"),
    }
}

/// Opens the two pages of what is built in a real browser, and prints what they fetch. The console is the same with
/// every variant of the edge.
pub(crate) fn weigh(toolchain: &Toolchain, variant: Variant) -> Result<Vec<Weight>> {
    let browser = browser::find_or_install()?;
    let folder = Folder::new("weight")?;
    let tokens = demo::setup_tokens()?;
    let how = Wrangler {
        variant,
        port: free_port()?,
        data: folder.path(),
        messages: Messages::Kept,
        variables: &[("SETUP_TOKENS", SetupToken::setting(&tokens))],
    };
    let server = console_and_edge(toolchain, &how)?;
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
    Ok(by_page(&loads))
}

fn by_page(loads: &[Load]) -> Vec<Weight> {
    let mut pages: BTreeMap<&str, Vec<&Load>> = BTreeMap::new();
    for load in loads {
        pages.entry(&load.page).or_default().push(load);
    }
    let weigh = |(page, loads): (&str, Vec<&Load>)| {
        let (table, bytes) = table(&loads);
        println!("\n{page}\n{table}");
        Weight { page: page.to_owned(), bytes }
    };
    pages.into_iter().map(weigh).collect()
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
    fn each_page_is_judged_by_all_that_it_fetches() {
        let other = Load { page: "/other".into(), ..load("js", 1) };
        let weights = by_page(&[load("wasm", BUDGET), other, load("js", 1)]);
        assert_eq!(weights.iter().map(|weight| weight.bytes).collect::<Vec<_>>(), [BUDGET + 1, 1]);
        assert_eq!(weights.iter().map(Weight::is_within_budget).collect::<Vec<_>>(), [false, true]);
        assert_eq!(weights[1].to_string(), format!("1 of {BUDGET} bytes: /other"));
    }
}
