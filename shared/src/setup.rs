//! First run: a deployment without a principal, and the single-use token that makes the first.

pub mod api;
