//! What an import costs: its plan against the bare reading of the same file, applying it against
//! the bare writing of as many rows, and with passwords against the hashing alone.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde::de::DeserializeOwned;
use shared::{
    batches::{Outcome, Planned},
    ids::Slug,
    imports::{
        Column, Import, Passwords, ROWS,
        api::{Create, Plan},
    },
    organizations::api::{UpdateSettings, ViewSettings},
    wire,
};

use super::{Caller, median, ms, ratio};

/// How often an import is planned before it is measured, so that all of it is compiled, and then.
const WARM_UP: usize = 5;
const PLANS: usize = 15;
/// How often the seam reads a file: once is too short to be told from carrying it.
const PARSES: u32 = 10;
const ROUNDS: usize = 3;
const ROWS_WITH_PASSWORDS: usize = 500;
const HASHES: usize = 20;
/// What plan, applying and passwords may cost at most.
const MOST: [f64; 3] = [10.0, 15.0, 1.15];

/// Measures, prints, and fails if anything costs more than it may.
pub(super) fn run(origin: &str, org: &Slug) -> Result<()> {
    let caller = Caller::new(origin).signed_in(org)?;
    allow(&caller, org)?;
    let costs = [
        ("the plan", plan(&caller, org)?, MOST[0]),
        ("applying", applying(&caller, org)?, MOST[1]),
        ("passwords", passwords(&caller, org)?, MOST[2]),
    ];
    changing(&caller, org)?;
    let over = costs.iter().filter(|(_, cost, most)| cost > most);
    let over: Vec<String> = over.map(|(what, cost, most)| format!("{what} {cost:.2} × instead of {most} ×")).collect();
    if !over.is_empty() {
        bail!("imports cost more than they may: {}", over.join(", "))
    }
    Ok(())
}

/// The plan of an import against the bare reading of its file. Nothing is written.
fn plan(caller: &Caller, org: &Slug) -> Result<f64> {
    let rows = *ROWS.end() as usize;
    let import = import(0, rows, "", Passwords::Later);
    let [empty, parse] = ["empty", "parse"].map(|seam| format!("/api/v1/orgs/{org}/_{seam}/imports/plan"));
    let file = import.file.clone();
    let plan = wire::encode(&Plan { org: org.clone(), import });
    let (mut carrying, mut parsing, mut planning) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..WARM_UP + PLANS {
        let carried = timed(|| caller.post(&empty, &file).map(drop))?;
        let parsed = timed(|| caller.post(&parse, &file).map(drop))?;
        let planned = timed(|| caller.request(&plan).map(drop))?;
        if round >= WARM_UP {
            carrying.push(carried);
            parsing.push(parsed.saturating_sub(carried) / PARSES);
            planning.push(planned.saturating_sub(carried));
        }
    }
    let [carrying, parsing, planning] = [carrying, parsing, planning].map(median);
    let cost = ratio(planning, parsing);
    println!("\n  an import of {rows} rows; carrying the file there, {:.1} ms, is taken off", ms(carrying));
    println!("  reading it into rows with the crate csv  {:>7.1} ms", ms(parsing));
    println!(
        "  its plan                                 {:>7.1} ms   {cost:.1} × reading (at most {})",
        ms(planning),
        MOST[0]
    );
    Ok(cost)
}

/// Applying an import against writing as many bare rows.
fn applying(caller: &Caller, org: &Slug) -> Result<f64> {
    let empty = format!("/api/v1/orgs/{org}/_empty/imports/plan");
    let (mut applying, mut inserting) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let import = import(round, *ROWS.end() as usize, "", Passwords::Later);
        let carried = timed(|| caller.post(&empty, &import.file).map(drop))?;
        let plan = answer::<Planned>(caller, &Plan { org: org.clone(), import: import.clone() })?.plan;
        let create = wire::encode(&Create { org: org.clone(), import, plan });
        let applied = timed(|| caller.request(&create).map(drop))?;
        applying.push(applied.saturating_sub(carried));
        inserting.push(timed(|| caller.post(&format!("/api/v1/orgs/{org}/_insert"), "{}").map(drop))?);
    }
    let [applying, inserting] = [applying, inserting].map(median);
    let cost = ratio(applying, inserting);
    println!("  writing as many bare rows                {:>7.1} ms", ms(inserting));
    println!(
        "  applying it                              {:>7.1} ms   {cost:.1} × writing (at most {})",
        ms(applying),
        MOST[1]
    );
    Ok(cost)
}

/// An import with passwords against as many hashes made one by one.
fn passwords(caller: &Caller, org: &Slug) -> Result<f64> {
    let (mut hashes, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..HASHES {
        hashes.push(timed(|| caller.get("/api/v1/_hash"))?);
        bare.push(timed(|| caller.get("/api/v1/_hello"))?);
    }
    let hash = median(hashes).saturating_sub(median(bare));
    let import = import(ROUNDS, ROWS_WITH_PASSWORDS, "three tall ships at noon", Passwords::File);
    let planned: Planned = answer(caller, &Plan { org: org.clone(), import: import.clone() })?;
    let created = planned.simply_added;
    let create = wire::encode(&Create { org: org.clone(), import, plan: planned.plan });
    let whole = timed(|| caller.request(&create).map(drop))?;
    let alone = hash * created;
    println!("  hashing {created} passwords, alone              {:>7.0} ms", ms(alone));
    println!(
        "  importing {created} rows with passwords         {:>7.0} ms   {:.2} × hashing (at most {})",
        ms(whole),
        ratio(whole, alone),
        MOST[2]
    );
    Ok(ratio(whole, alone))
}

/// An import that changes everybody in it, against one that adds as many. How much that may cost, nobody has said.
fn changing(caller: &Caller, org: &Slug) -> Result<()> {
    let adding = import(ROUNDS + 1, *ROWS.end() as usize, "", Passwords::Later);
    let file = adding.file.replace(",Kade,", ",Lemmer,");
    let changing = Import { file, update_existing: true, ..adding.clone() };
    let mut costs = Vec::new();
    for import in [adding, changing] {
        let plan = Plan { org: org.clone(), import: import.clone() };
        let sent = wire::encode(&plan);
        let planning = timed(|| caller.request(&sent).map(drop))?;
        let planned: Planned = answer(caller, &plan)?;
        if import.update_existing && !planned.items.iter().all(|item| item.outcome == Outcome::Changed) {
            bail!("an import that is to change everybody does not");
        }
        let create = wire::encode(&Create { org: org.clone(), import, plan: planned.plan });
        costs.push([planning, timed(|| caller.request(&create).map(drop))?]);
    }
    for (at, what) in ["planning", "applying"].into_iter().enumerate() {
        let [adding, changing] = [costs[0][at], costs[1][at]];
        println!(
            "  {what} an import that changes everybody   {:>7.1} ms   {:.1} × one that adds them",
            ms(changing),
            ratio(changing, adding)
        );
    }
    Ok(())
}

/// Lets the organization import as much as there can be.
fn allow(caller: &Caller, org: &Slug) -> Result<()> {
    let seen = caller.read(&ViewSettings { org: org.clone() })?;
    let mut settings = seen.settings;
    settings.import_rows = *ROWS.end();
    settings.password_policy.administrators_type_passwords = true;
    caller.send(&UpdateSettings { org: org.clone(), version: seen.version, settings }).map(drop)
}

/// People whom no other round has.
fn import(round: usize, rows: usize, password: &str, passwords: Passwords) -> Import {
    let head = Column::ALL.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(",");
    let row = |at: usize| format!("Jan Maes,,round{round}.{at}@haven.be,,Kade,{password},true,false,false,\n");
    Import { file: format!("{head}\n{}", (0..rows).map(row).collect::<String>()), passwords, ..Import::default() }
}

fn answer<T: DeserializeOwned>(caller: &Caller, request: &impl shared::Endpoint) -> Result<T> {
    Ok(serde_json::from_slice(caller.ask(request)?.body())?)
}

fn timed(act: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let started = Instant::now();
    act()?;
    Ok(started.elapsed())
}
