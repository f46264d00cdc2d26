//! The judge on trial: against a model written apart from it, against another engine, against
//! every state of a small world, and against faults planted into it.

#![cfg(not(target_family = "wasm"))]

mod bridge;
mod cases;
mod chance;
mod exhaustive;
mod invariants;
mod law;
mod model;
mod oracle;
#[cfg(feature = "planted-bugs")]
mod planted;
mod stage;
mod trial;
