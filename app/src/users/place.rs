//! Where a user may be put: every site, or none, for which one may do that.

use crate::{i18n::t, scope::unnamed_site, session::CurrentSession, widgets::SelectOption};
use shared::{Endpoint, authority::Target, ids::SiteId, sites::Site};

/// The places where one may call `E`, and the place where the user is already.
pub(crate) fn places<E: Endpoint>(
    session: CurrentSession,
    sites: &[Site],
    present: Option<&Option<SiteId>>,
) -> Vec<SelectOption> {
    let is_open = |site: Option<&SiteId>| {
        session.may::<E>(&Target::of(site)) || present.is_some_and(|present| present.as_ref() == site)
    };
    let nowhere = is_open(None).then(|| SelectOption::new("", t("user-site-none")));
    let open = sites.iter().filter(|site| is_open(Some(&site.id)));
    // Where the user is may be a site that one may not see by name.
    let unseen = present.and_then(Option::as_ref).filter(|present| sites.iter().all(|site| site.id != **present));
    nowhere
        .into_iter()
        .chain(unseen.map(|site| SelectOption::new(site.to_string(), unnamed_site(site))))
        .chain(open.map(|site| SelectOption::new(site.id.to_string(), site.details.name.clone())))
        .collect()
}

/// Where somebody new is put to begin with: at the site that is chosen in the header, else at
/// none, else at the first where that is allowed.
pub(super) fn usual_place<E: Endpoint>(
    session: CurrentSession,
    sites: &[Site],
    chosen: Option<SiteId>,
) -> Option<SiteId> {
    let may_at = |site: &SiteId| session.may::<E>(&Target::Site(site.clone()));
    if let Some(chosen) = chosen.filter(may_at) {
        return Some(chosen);
    }
    let needs_site = !session.may::<E>(&Target::Organization);
    needs_site.then(|| sites.iter().map(|site| &site.id).find(|site| may_at(site)).cloned()).flatten()
}
