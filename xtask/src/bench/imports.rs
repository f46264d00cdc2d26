//! What an import costs: its plan against the bare reading of the same file, applying it against
//! the bare writing of as many rows, and with passwords against the hashing alone.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde::de::DeserializeOwned;
use shared::{
    batches::{Applied, Outcome, Planned},
    ids::Slug,
    imports::{
        Column, Import, Passwords, ROWS,
        api::{Create, Plan},
    },
    organizations::api::{UpdateSettings, ViewSettings},
};

use super::{Caller, median, ms, ratio};

const ROUNDS: usize = 3;
const ROWS_WITH_PASSWORDS: usize = 500;
const HASHES: usize = 20;
/// What plan, applying and passwords may cost at most.
const MOST: [f64; 3] = [10.0, 15.0, 1.15];

/// Measures, prints, and fails if anything costs more than it may.
pub(super) fn run(origin: &str, org: &Slug) -> Result<()> {
    let caller = Caller::new(origin).signed_in(org)?;
    allow(&caller, org)?;
    let rows = *ROWS.end() as usize;
    let mut times: [Vec<Duration>; 5] = Default::default();
    for round in 0..ROUNDS {
        let import = import(round, rows, "", Passwords::Later);
        let [empty, parse] = ["empty", "parse"].map(|seam| format!("/api/v1/orgs/{org}/_{seam}/imports/plan"));
        let mut planned = None;
        let transport = timed(|| caller.post(&empty, &import.file).map(drop))?;
        let bare = timed(|| caller.post(&parse, &import.file).map(drop))?;
        let plan = timed(|| {
            planned = Some(answer::<Planned>(&caller, &Plan { org: org.clone(), import: import.clone() })?);
            Ok(())
        })?;
        let name = planned.map(|planned| planned.plan).unwrap_or_default();
        let apply = timed(|| {
            answer::<Applied>(&caller, &Create { org: org.clone(), import: import.clone(), plan: name.clone() })
                .map(drop)
        })?;
        let insert = timed(|| caller.post(&format!("/api/v1/orgs/{org}/_insert"), "{}").map(drop))?;
        for (all, time) in times.iter_mut().zip([transport, bare, plan, apply, insert]) {
            all.push(time);
        }
    }
    let [transport, parse, plan, apply, insert] = times.map(median);
    let net = |time: Duration| time.saturating_sub(transport);
    let (plan_costs, applying_costs) = (ratio(net(plan), net(parse)), ratio(net(apply), insert));
    println!("\n  an import of {rows} rows; carrying the file there and back, {:.0} ms, is taken off", ms(transport));
    println!("  reading it with the crate csv            {:>7.1} ms", ms(net(parse)));
    println!(
        "  its plan                                 {:>7.1} ms   {:.1} × reading (at most {})",
        ms(net(plan)),
        plan_costs,
        MOST[0]
    );
    println!("  writing as many bare rows                {:>7.1} ms", ms(insert));
    println!(
        "  applying it                              {:>7.1} ms   {:.1} × writing (at most {})",
        ms(net(apply)),
        applying_costs,
        MOST[1]
    );
    let costs = [plan_costs, applying_costs, passwords(&caller, org)?];
    let over =
        |(what, (cost, most)): (&str, (f64, f64))| (cost > most).then(|| format!("{what} {cost:.2} × of {most}"));
    let over: Vec<String> =
        ["the plan", "applying", "passwords"].into_iter().zip(costs.into_iter().zip(MOST)).filter_map(over).collect();
    if !over.is_empty() {
        bail!("imports cost more than they may: {}", over.join(", "))
    }
    Ok(())
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
    let created = planned.items.iter().filter(|item| item.outcome == Outcome::Created).count();
    let whole = timed(|| {
        answer::<Applied>(caller, &Create { org: org.clone(), import: import.clone(), plan: planned.plan.clone() })
            .map(drop)
    })?;
    let alone = hash * u32::try_from(created)?;
    println!("  hashing {created} passwords, alone              {:>7.0} ms", ms(alone));
    println!(
        "  importing {created} rows with passwords         {:>7.0} ms   {:.2} × hashing (at most {})",
        ms(whole),
        ratio(whole, alone),
        MOST[2]
    );
    Ok(ratio(whole, alone))
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
