//! What the connector costs as it is offered, between a real directory and the edge as it is deployed. What is
//! measured and what it may be at most stands with the connector's tests, which have both: `tests/connector/figures.rs`.

use anyhow::Result;

use crate::{
    build::Profile,
    connector,
    edge::{self, Variant},
    process::run as run_to_end,
    setup_token::SetupToken,
    stack::{Folder, edge_alone},
    toolchain::{Toolchain, slapd},
};

/// Measures and prints.
pub(super) fn run() -> Result<()> {
    let toolchain = Toolchain::ready()?;
    let program = connector::for_this_machine(&toolchain.rust)?;
    let slapd = slapd::find_or_install()?;
    edge::build(&toolchain, Variant::Measured, Profile::Release)?;
    let (folder, secret) = (Folder::new("bench")?, SetupToken::new()?.text().to_owned());
    let stack = edge_alone(&toolchain, Variant::Measured, folder.path(), &[("SETUP_SECRET", secret.clone())])?;
    let mut cargo = toolchain.rust.cargo();
    cargo
        .args(["test", "--package", "api-tests", "--test", "connector", "--", "--ignored", "--nocapture", "figures::"])
        .env("BAILIWICK_CONNECTOR", program)
        .env("BAILIWICK_ORIGIN", stack.origin())
        .env("BAILIWICK_DATA", folder.path())
        .env("BAILIWICK_SLAPD", slapd)
        .env("BAILIWICK_SETUP_SECRET", secret);
    run_to_end(&mut cargo)
}
