//! Reports.

use crate::{
    figures::{Asked, days, holdings},
    gateway::{Context, Stop},
};
use shared::{
    authority::permission::REPORTS_VIEW,
    figures::Figures,
    reports::{Report, api::View},
};

/// Gives a report about the places where the caller may read reports.
pub fn view(context: &Context<'_>, request: View) -> Result<Figures, Stop> {
    let asked = Asked::of(context, &REPORTS_VIEW, request.site, request.from, request.until)?;
    Ok(match request.report {
        Report::Users => holdings::users(context, &asked)?,
        Report::Administrators => holdings::administrators(context, &asked)?,
        Report::Licenses => holdings::licenses(context, &asked)?,
        Report::SignIns => days::sign_ins(context.reader, &asked)?,
        Report::Changes => days::changes(context.reader, &asked)?,
    })
}
