//! What `xtask` tells the person who runs it: one line for each thing it does, in Cargo's manner.

use std::io::IsTerminal;

/// Prints `verb` in the column where Cargo prints its own, then what is being done.
pub(crate) fn say(verb: &str, what: impl std::fmt::Display) {
    if std::io::stderr().is_terminal() {
        eprintln!("\x1b[1;32m{verb:>12}\x1b[0m {what}");
    } else {
        eprintln!("{verb:>12} {what}");
    }
}
