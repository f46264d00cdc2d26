//! Analytics: how things develop.

use crate::{
    figures::{Asked, days, holdings},
    gateway::{Context, Stop},
};
use shared::{
    analytics::{Trend, api::View},
    authority::permission::ANALYTICS_VIEW,
    figures::Figures,
};

/// Gives a trend at the places where the caller may see analytics.
pub fn view(context: &Context<'_>, request: View) -> Result<Figures, Stop> {
    let asked = Asked::of(context, &ANALYTICS_VIEW, request.site, request.from, request.until)?;
    Ok(match request.trend {
        Trend::SignIns => days::sign_ins(context.reader, &asked)?,
        Trend::Growth => holdings::growth(context, &asked)?,
        Trend::Changes => days::kinds(context.reader, &asked)?,
        Trend::Administrators => holdings::administrators(context, &asked)?,
        Trend::Ending => holdings::ending(context, &asked)?,
    })
}
