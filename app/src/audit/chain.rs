//! The whole chain, stretch by stretch: what exporting and verifying begin with.

use crate::api::ask;
use leptos::prelude::*;
use shared::{
    Problem,
    audit::{Head, Link, api::Export},
    ids::Slug,
};

/// How far reading the chain has come: how many links of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) read: u64,
    pub(super) of: u64,
}

/// Reads the chain from its beginning. `None` if the page has gone meanwhile, which is how one
/// cancels.
pub(super) async fn read_chain(
    org: Slug,
    progress: RwSignal<Option<Progress>>,
) -> Option<Result<(Vec<Link>, Head), Problem>> {
    let mut links: Vec<Link> = Vec::new();
    loop {
        let after = links.last().map(|link| link.seq);
        let stretch = match ask(&Export { org: org.clone(), after, limit: None }).await {
            Ok(stretch) => stretch,
            Err(problem) => return Some(Err(problem)),
        };
        // A stretch without links, though there should be more, would be asked for without end.
        let is_last = stretch.links.is_empty() || stretch.links.last().is_some_and(|link| link.seq >= stretch.head.seq);
        links.extend(stretch.links);
        // A signal that is gone gives the value back.
        if progress.try_set(Some(Progress { read: links.len() as u64, of: stretch.head.seq })).is_some() {
            return None;
        }
        if is_last {
            return Some(Ok((links, stretch.head)));
        }
    }
}
