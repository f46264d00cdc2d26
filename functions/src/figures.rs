//! Figures for reports and analytics: counts of what the caller reaches, never names of people.
//!
//! What happened is read from counts that are kept by day ([`days`]), what there is now from the
//! data itself ([`holdings`]).

use crate::gateway::{Context, Stop};
use shared::{
    authority::{Permission, Reach, reach},
    figures::{Figures, Line, Measure, Of, Period},
    ids::SiteId,
    time::Timestamp,
};

pub(crate) mod days;
pub(crate) mod holdings;

/// What figures are asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Where the caller may see them.
    pub(crate) reach: Reach,
    /// One site.
    pub(crate) site: Option<SiteId>,
    /// When.
    pub(crate) period: Period,
}

impl Asked {
    pub(crate) fn of(
        context: &Context<'_>,
        permission: &Permission,
        site: Option<SiteId>,
        from: Option<Timestamp>,
        until: Option<Timestamp>,
    ) -> Result<Self, Stop> {
        let reach = reach(context.access()?, permission);
        Ok(Self { reach, site, period: Period::of(from, until, context.now())? })
    }

    fn figures(&self, measures: impl Into<Vec<Measure>>, lines: Vec<Line>) -> Figures {
        Figures { period: self.period, measures: measures.into(), lines }
    }
}

fn line(of: Of, counts: impl Into<Vec<u32>>) -> Line {
    Line { of, counts: counts.into() }
}
