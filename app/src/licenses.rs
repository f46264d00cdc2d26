//! Licenses: the console's pages. People know them as services.

use crate::{
    api::query,
    editing::Draft,
    i18n::{Text, t},
    session::CurrentSession,
    widgets::{SelectOption, Usage},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    licenses::{License, LicenseDetails, api::List},
};

mod delete;
mod edit;
mod form;
mod list;
mod new;
mod reservations;

pub use edit::LicensePage;
pub use list::LicensesPage;
pub use new::NewLicensePage;

/// What is typed and ticked about a license.
#[derive(Clone, Copy, Debug, Default)]
struct LicenseDraft {
    name: RwSignal<String>,
    description: RwSignal<String>,
    quantity: RwSignal<String>,
    released_on_disable: RwSignal<bool>,
}

impl LicenseDraft {
    /// Whether what is typed as quantity is a number.
    fn has_quantity(self) -> bool {
        self.quantity.with_untracked(|quantity| quantity.trim().parse::<u32>().is_ok())
    }
}

impl Draft for LicenseDraft {
    type Value = LicenseDetails;

    fn value(self) -> LicenseDetails {
        LicenseDetails {
            name: self.name.with(|name| name.trim().to_owned()),
            description: self.description.with(|description| description.trim().to_owned()),
            quantity: self.quantity.with(|quantity| quantity.trim().parse().unwrap_or_default()),
            released_on_disable: self.released_on_disable.get(),
        }
    }

    fn fill(self, details: &LicenseDetails) {
        self.name.set(details.name.clone());
        self.description.set(details.description.clone());
        self.quantity.set(details.quantity.to_string());
        self.released_on_disable.set(details.released_on_disable);
    }
}

/// The licenses of which seats can be given, with how many are left; before them, none.
pub fn license_options(session: CurrentSession, none: Text) -> Signal<Vec<SelectOption>> {
    let org = session.org();
    let found = query(move || session.may::<List>(&Target::Anywhere).then(|| List::new(org.clone())));
    Signal::derive(move || {
        let option = |license: License| {
            let (id, available) = (license.id.to_string(), license.available());
            SelectOption::new(id, Signal::stored(format!("{} ({available})", license.details.name)))
        };
        let all = found.answer().unwrap_or_default().into_iter().map(option);
        std::iter::once(SelectOption::new("", none)).chain(all).collect()
    })
}

/// How many seats are taken of how many, as a bar with its numbers.
pub fn usage(license: Signal<License>) -> AnyView {
    let of = move || license.with(|license| (license.assigned, license.details.quantity));
    let kept = Signal::derive(move || license.with(|license| license.reserved));
    view! { <Usage label=t("license-seats") value=Signal::derive(of) kept/> }.into_any()
}
