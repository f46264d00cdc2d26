//! Sites: the console's pages.

use crate::editing::Draft;
use crate::people::AddressDraft;
use leptos::prelude::*;
use shared::{sites::SiteDetails, users::Address};

mod edit;
mod form;
mod list;
mod new;
mod place;

pub use edit::SitePage;
pub use list::SitesPage;
pub use new::NewSitePage;
pub use place::place_select;

/// What is typed about a site.
#[derive(Clone, Copy, Debug)]
struct SiteDraft {
    name: RwSignal<String>,
    address: AddressDraft,
}

impl SiteDraft {
    fn new() -> Self {
        Self { name: RwSignal::default(), address: AddressDraft::new(&Address::default()) }
    }
}

impl Draft for SiteDraft {
    type Value = SiteDetails;

    fn value(self) -> SiteDetails {
        SiteDetails { name: self.name.with(|name| name.trim().to_owned()), address: self.address.address() }
    }

    fn fill(self, details: &SiteDetails) {
        self.name.set(details.name.clone());
        self.address.fill(&details.address);
    }
}

/// An address as one line: street, then town, then country.
fn in_one_line(address: &Address) -> String {
    let town = format!("{} {}", address.postal_code, address.locality);
    [&address.street_address, &town, &address.region, &address.country]
        .into_iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::in_one_line;
    use shared::users::Address;

    #[test]
    fn an_address_leaves_out_what_is_not_known() {
        let address = Address { street_address: "Korenmarkt 1".into(), locality: "Gent".into(), ..Address::default() };
        assert_eq!(in_one_line(&address), "Korenmarkt 1, Gent");
        assert_eq!(in_one_line(&Address { postal_code: "9000".into(), ..address }), "Korenmarkt 1, 9000 Gent");
        assert_eq!(in_one_line(&Address::default()), "");
    }
}
