//! What judging a change costs, in counted instructions, so that the figure is the same on any
//! machine at any load: the database's work included, in organizations of two sizes.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    process::{output, run_quietly},
    project,
    toolchain::{Toolchain, debian},
};

const SMALL: &str = "1000";
const LARGE: &str = "100000";
const TESTS: &str = "effects::facts::cost";

/// Prepares both organizations, counts, prints.
pub(super) fn run(toolchain: &Toolchain, folder: &Path) -> Result<()> {
    if !Path::new("/usr/bin/valgrind").exists() {
        debian::install(&["valgrind"])?;
    }
    let program = test_program(toolchain)?;
    let mut counts = BTreeMap::new();
    for users in [SMALL, LARGE] {
        let file = folder.join(format!("cost-{users}.sqlite"));
        run_quietly(test(&mut Command::new(&program), "prepare", &file).env("BAILIWICK_COST_USERS", users))?;
        for case in ["grant", "move", "one", "all"] {
            counts.insert((case, users), instructions(&program, folder, &file, case)?);
        }
    }
    println!(
        "\n  judging a change, in thousands of instructions, with {SMALL} and {LARGE} users (500 administrators, 2,000 groups)"
    );
    for (case, what) in
        [("grant", "a grant to one"), ("move", "a group moved"), ("one", "a role of one"), ("all", "a role of all 500")]
    {
        let (small, large) = (count(&counts, case, SMALL)?, count(&counts, case, LARGE)?);
        println!("  {what:<40} {:>9.0} {:>9.0}   {:.3} ×", small / 1e3, large / 1e3, large / small);
    }
    let (one, all) = (count(&counts, "one", LARGE)?, count(&counts, "all", LARGE)?);
    println!("  a role of all 500 against a role of one  {:.0} × (at most 500)", all / one);
    Ok(())
}

fn count(counts: &BTreeMap<(&str, &str), f64>, case: &str, users: &str) -> Result<f64> {
    counts.get(&(case, users)).copied().context("not counted")
}

/// The unit tests' program, with the optimizations of the edge.
fn test_program(toolchain: &Toolchain) -> Result<PathBuf> {
    let mut cargo = toolchain.rust.cargo();
    cargo.args(["test", "--package", "functions", "--lib", "--release", "--no-run", "--message-format=json"]);
    let messages = output(cargo.current_dir(project::root()))?;
    let programs = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let program = programs.filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from)).next_back();
    program.context("cargo named no program")
}

fn test<'c>(command: &'c mut Command, name: &str, file: &Path) -> &'c mut Command {
    command
        .args(["--ignored", "--exact", &format!("{TESTS}::{name}")])
        .env("BAILIWICK_COST_FILE", file)
        .env("RUST_TEST_THREADS", "1")
}

fn instructions(program: &Path, folder: &Path, file: &Path, case: &str) -> Result<f64> {
    let report = folder.join("callgrind.out");
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args(["--tool=callgrind", "--toggle-collect=*measured_judgement*"])
        .arg(format!("--callgrind-out-file={}", report.display()))
        .arg(program);
    run_quietly(test(&mut valgrind, "measure", file).env("BAILIWICK_COST_CASE", case))?;
    let text = project::read(&report)?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ").or_else(|| line.strip_prefix("summary: ")));
    match total.and_then(|total| total.trim().parse().ok()) {
        Some(count) if count > 0.0 => Ok(count),
        _ => bail!("callgrind counted nothing"),
    }
}
