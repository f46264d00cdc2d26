//! What is chosen about an import so far.

use crate::{groups::picked_group, listing::Listing, session::CurrentSession, users::usual_place, widgets::Pick};
use leptos::prelude::*;
use shared::{
    Problem,
    imports::{Cells, Format, Import, Passwords, ROWS, api::Create, table},
    sites::Site,
};

/// A file that was chosen, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// Its name on the device.
    pub(super) name: String,
    pub(super) format: Format,
    pub(super) text: String,
}

impl Chosen {
    /// The rows in it. How many the organization allows, the edge says.
    pub(super) fn rows(&self) -> Result<Vec<Cells<'static>>, Problem> {
        table::read(self.format, &self.text, *ROWS.end() as usize)
    }
}

/// The file, and what holds for all rows.
#[derive(Clone, Copy)]
pub(super) struct ImportDraft {
    pub(super) file: RwSignal<Option<Chosen>>,
    pub(super) site: RwSignal<String>,
    pub(super) group: RwSignal<Option<Pick>>,
    pub(super) standard_license: RwSignal<String>,
    pub(super) mobile_license: RwSignal<String>,
    pub(super) passwords: RwSignal<String>,
    pub(super) update_existing: RwSignal<bool>,
}

/// The ways to passwords, as the choice is called in the form.
pub(super) const WAYS: [(&str, Passwords); 4] = [
    ("file", Passwords::File),
    ("mailed", Passwords::Mailed),
    ("generated", Passwords::Generated),
    ("later", Passwords::Later),
];

impl ImportDraft {
    pub(super) fn new(session: CurrentSession, sites: &[Site]) -> Self {
        let site = untrack(|| usual_place::<Create>(session, sites, Listing::from_address().site()));
        let usual = ways(session).first().map_or("later", |way| way.0);
        Self {
            file: RwSignal::default(),
            site: RwSignal::new(site.map(|site| site.to_string()).unwrap_or_default()),
            group: RwSignal::default(),
            standard_license: RwSignal::default(),
            mobile_license: RwSignal::default(),
            passwords: RwSignal::new(usual.to_owned()),
            update_existing: RwSignal::new(false),
        }
    }

    /// What is to be imported, once there is a file. Followed.
    pub(super) fn import(self) -> Option<Import> {
        let file = self.file.get()?;
        let passwords = self.passwords.read();
        let way = WAYS.into_iter().find(|(name, _)| *name == passwords.as_str());
        Some(Import {
            format: file.format,
            file: file.text,
            site: self.site.with(|site| site.parse().ok()),
            group: picked_group(self.group),
            standard_license: self.standard_license.with(|license| license.parse().ok()),
            mobile_license: self.mobile_license.with(|license| license.parse().ok()),
            passwords: way.map_or(Passwords::Later, |(_, way)| way),
            update_existing: self.update_existing.get(),
        })
    }
}

/// The ways to passwords that are open here.
pub(super) fn ways(session: CurrentSession) -> Vec<(&'static str, Passwords)> {
    session.signal().with_untracked(|session| {
        let is_open = |way: Passwords| match way {
            Passwords::File => session.password_policy.administrators_type_passwords,
            Passwords::Mailed => session.mails,
            Passwords::Generated | Passwords::Later => true,
        };
        WAYS.into_iter().filter(|(_, way)| is_open(*way)).collect()
    })
}
