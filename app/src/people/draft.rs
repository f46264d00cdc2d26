//! What is typed about a person, field by field.

use leptos::prelude::*;
use shared::users::{Address, Person, Phones};

/// A person as typed so far.
#[derive(Clone, Copy, Debug)]
pub struct PersonDraft {
    pub(super) user_name: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    pub(super) given_name: RwSignal<String>,
    pub(super) middle_name: RwSignal<String>,
    pub(super) family_name: RwSignal<String>,
    pub(super) agent: RwSignal<bool>,
    /// Telephone numbers.
    pub phones: PhonesDraft,
    /// Postal address.
    pub address: AddressDraft,
    pub(super) nick_name: RwSignal<String>,
    pub(super) sso_id: RwSignal<String>,
    pub(super) description: RwSignal<String>,
}

/// Telephone numbers as typed so far.
#[derive(Clone, Copy, Debug)]
pub struct PhonesDraft {
    pub(super) work: RwSignal<String>,
    pub(super) fax: RwSignal<String>,
    pub(super) mobile: RwSignal<String>,
    pub(super) home: RwSignal<String>,
    pub(super) sip: RwSignal<String>,
}

/// A postal address as typed so far.
#[derive(Clone, Copy, Debug)]
pub struct AddressDraft {
    pub(super) street_address: RwSignal<String>,
    pub(super) postal_code: RwSignal<String>,
    pub(super) locality: RwSignal<String>,
    pub(super) region: RwSignal<String>,
    pub(super) country: RwSignal<String>,
}

impl PersonDraft {
    /// A draft that starts as this person.
    pub fn new(person: &Person) -> Self {
        Self {
            user_name: text(&person.user_name),
            email: text(&person.email),
            given_name: text(&person.given_name),
            middle_name: text(&person.middle_name),
            family_name: text(&person.family_name),
            agent: RwSignal::new(person.agent),
            phones: PhonesDraft::new(&person.phones),
            address: AddressDraft::new(&person.address),
            nick_name: text(&person.nick_name),
            sso_id: text(&person.sso_id),
            description: text(&person.description),
        }
    }

    /// The person as typed, without the space around words. Followed.
    pub fn person(self) -> Person {
        Person {
            user_name: typed(self.user_name),
            email: typed(self.email),
            given_name: typed(self.given_name),
            middle_name: typed(self.middle_name),
            family_name: typed(self.family_name),
            agent: self.agent.get(),
            phones: self.phones.phones(),
            address: self.address.address(),
            nick_name: typed(self.nick_name),
            sso_id: typed(self.sso_id),
            description: typed(self.description),
        }
    }

    /// Starts again as this person.
    pub fn fill(self, person: &Person) {
        self.user_name.set(person.user_name.clone());
        self.email.set(person.email.clone());
        self.given_name.set(person.given_name.clone());
        self.middle_name.set(person.middle_name.clone());
        self.family_name.set(person.family_name.clone());
        self.agent.set(person.agent);
        self.phones.fill(&person.phones);
        self.address.fill(&person.address);
        self.nick_name.set(person.nick_name.clone());
        self.sso_id.set(person.sso_id.clone());
        self.description.set(person.description.clone());
    }

    /// The user name follows the e-mail address (EBE-4) until somebody types one.
    pub fn propose_user_name(self) {
        Effect::new(move |before: Option<String>| {
            let proposal = user_name_from(&self.email.read());
            if before.is_none_or(|before| before == *self.user_name.read_untracked()) {
                self.user_name.set(proposal.clone());
            }
            proposal
        });
    }
}

impl PhonesDraft {
    /// A draft that starts as these numbers.
    pub fn new(phones: &Phones) -> Self {
        Self {
            work: text(&phones.work),
            fax: text(&phones.fax),
            mobile: text(&phones.mobile),
            home: text(&phones.home),
            sip: text(&phones.sip),
        }
    }

    /// The numbers as typed. Followed.
    pub fn phones(self) -> Phones {
        Phones {
            work: typed(self.work),
            fax: typed(self.fax),
            mobile: typed(self.mobile),
            home: typed(self.home),
            sip: typed(self.sip),
        }
    }

    /// Starts again as these numbers.
    pub fn fill(self, phones: &Phones) {
        self.work.set(phones.work.clone());
        self.fax.set(phones.fax.clone());
        self.mobile.set(phones.mobile.clone());
        self.home.set(phones.home.clone());
        self.sip.set(phones.sip.clone());
    }
}

impl AddressDraft {
    /// A draft that starts as this address.
    pub fn new(address: &Address) -> Self {
        Self {
            street_address: text(&address.street_address),
            postal_code: text(&address.postal_code),
            locality: text(&address.locality),
            region: text(&address.region),
            country: text(&address.country),
        }
    }

    /// The address as typed. Followed.
    pub fn address(self) -> Address {
        Address {
            street_address: typed(self.street_address),
            postal_code: typed(self.postal_code),
            locality: typed(self.locality),
            region: typed(self.region),
            country: typed(self.country),
        }
    }

    /// Starts again as this address.
    pub fn fill(self, address: &Address) {
        self.street_address.set(address.street_address.clone());
        self.postal_code.set(address.postal_code.clone());
        self.locality.set(address.locality.clone());
        self.region.set(address.region.clone());
        self.country.set(address.country.clone());
    }
}

fn text(start: &str) -> RwSignal<String> {
    RwSignal::new(start.to_owned())
}

fn typed(text: RwSignal<String>) -> String {
    text.with(|text| text.trim().to_owned())
}

/// The part before the @, once there is one.
pub fn user_name_from(email: &str) -> String {
    email.split_once('@').map(|(local, _)| local.trim().to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::user_name_from;

    #[test]
    fn a_user_name_is_proposed_once_the_address_has_a_domain() {
        assert_eq!(user_name_from("Jim.Fennell@carrier.example"), "jim.fennell");
        assert_eq!(user_name_from("jim.fen"), "");
        assert_eq!(user_name_from(""), "");
    }
}
