//! What a page of 50 users costs in a large organization, against the same page in a small one: as it is opened, in
//! another order, a page further, and searched for words that few, some, many and all have.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use shared::{
    ids::Slug,
    page::Direction,
    users::{Sort, Status, api::List},
    wire,
};

use super::{Caller, FEW_USERS, MANY_USERS, ms, ratio};

const ROUNDS: usize = 60;
const WARM_UP: usize = 5;
/// What the slower twentieth of the pages may cost at most.
const MOST: f64 = 2.0;

/// Measures, prints, and fails if the large organization's pages are more than twice as slow.
pub(super) fn run(origin: &str, few: &Slug, many: &Slug) -> Result<()> {
    let callers = [Caller::new(origin).signed_in(few)?, Caller::new(origin).signed_in(many)?];
    println!("\n  a page of 50 users, p95, among {FEW_USERS} and {MANY_USERS}");
    let mut all: [Vec<Duration>; 2] = Default::default();
    for (what, list) in lists(few) {
        let mut times: [Vec<Duration>; 2] = Default::default();
        for round in 0..WARM_UP + ROUNDS {
            for ((caller, org), times) in callers.iter().zip([few, many]).zip(&mut times) {
                let target = further(caller, &List { org: org.clone(), ..list.clone() }, what)?;
                let started = Instant::now();
                caller.get(&target)?;
                if round >= WARM_UP {
                    times.push(started.elapsed());
                }
            }
        }
        times.iter().zip(&mut all).for_each(|(times, all)| all.extend(times));
        print(what, times.map(p95));
    }
    let [few, many] = all.map(p95);
    print("all of them", [few, many]);
    if ratio(many, few) > MOST {
        bail!("pages of the large organization are more than {MOST} times as slow")
    }
    Ok(())
}

const SECOND: &str = "the second page";

fn lists(org: &Slug) -> Vec<(&'static str, List)> {
    let all = List { limit: Some(50), ..List::first(org.clone()) };
    let searched = |q: &str| List { q: Some(q.to_owned()), ..all.clone() };
    let turned = List { sort: Some(Sort::Email), direction: Some(Direction::Descending), ..all.clone() };
    vec![
        ("as it is opened", all.clone()),
        ("by e-mail address, from the end", turned.clone()),
        (SECOND, all.clone()),
        ("searched: one fits", searched("person00123")),
        ("searched: one in a thousand fits", searched("123@")),
        ("searched: one in a hundred fits", searched("12@ sample")),
        ("searched: one in ten fits", searched("2@s")),
        ("searched: all fit", searched("person sample")),
        ("searched: two letters", searched("pe")),
        ("searched: none fits", searched("nobody")),
        ("searched, from the end", List { q: Some("sample".into()), ..turned }),
        ("disabled ones", List { status: Some(Status::Disabled), ..all }),
    ]
}

/// The address of the page that is measured.
fn further(caller: &Caller, list: &List, what: &str) -> Result<String> {
    if what != SECOND {
        return Ok(wire::encode(list).path_and_query);
    }
    let cursor = caller.read(list)?.next.context("no second page")?;
    Ok(wire::encode(&List { cursor: Some(cursor), ..list.clone() }).path_and_query)
}

fn p95(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() * 95 / 100).copied().unwrap_or_default()
}

fn print(what: &str, [few, many]: [Duration; 2]) {
    println!("  {what:<40} {:>7.3} ms {:>7.3} ms   {:.2} ×", ms(few), ms(many), ratio(many, few));
}
