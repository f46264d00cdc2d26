//! The invariants.

use crate::trial;

/// How many steps the long run takes, unless `AUTHORITY_STEPS` says otherwise.
const LONG: u64 = 1_000_000;
/// Steps in one world.
const LENGTH: usize = 50;

#[test]
fn judge_and_model_agree() {
    let tally = trial::sequences(0..250, LENGTH).unwrap_or_else(|why| panic!("{why}"));
    println!("{tally:?}");
    assert!(tally.gains > 100 && tally.losses > 50, "{tally:?} proves little");
}

/// `cargo test --release -p shared --test authority -- --ignored --nocapture`
#[test]
#[ignore = "takes minutes"]
fn judge_and_model_agree_for_long() {
    let steps = std::env::var("AUTHORITY_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(LONG);
    let tally = trial::sequences(1_000..1_000 + steps.div_ceil(LENGTH as u64), LENGTH);
    println!("{:?}", tally.unwrap_or_else(|why| panic!("{why}")));
}
