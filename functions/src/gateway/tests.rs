//! The whole way of a request, on the native twin.

mod accounts;
mod administrators;
mod audit;
mod checks;
mod credentials;
mod directories;
mod features;
mod handing_on;
mod idempotency;
mod images;
mod imports;
mod integrations;
mod inventory;
mod mails;
mod many;
mod matrix;
mod members;
mod newcomers;
mod notes;
mod notices;
mod orders;
mod organizations;
mod paging;
mod previews;
mod privileges;
mod provisioning;
mod records;
mod reminders;
mod reports;
mod reservations;
mod roles;
mod routes;
mod scim;
mod sessions;
mod setup;
mod sign_in;
mod sites;
mod technicians;
mod two_step;
mod users;
mod webhooks;

use super::*;
use crate::testing::{Browser, PASSWORD, START, TOKENS, World, org, person};
use shared::{authority::Scope, ids::SiteId, users::TemporaryPassword};

/// What a refused request is refused with.
fn code<T>(answer: Result<T, Problem>) -> Code {
    answer.err().expect("a refusal").code
}

/// What is wrong with each field of a refused request, as `field code`.
fn errors<T>(answer: Result<T, Problem>) -> Vec<String> {
    let problem = answer.err().expect("a refusal");
    problem.errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect()
}

fn only(site: &SiteId) -> Scope {
    Scope::Sites { sites: [site.clone()].into() }
}

/// Everything about a person that a form for administrators sends.
fn new_user(name: &str, site: Option<&SiteId>) -> shared::users::api::Create {
    shared::users::api::Create {
        org: org(),
        person: person(name),
        site: site.cloned(),
        group: None,
        password: TemporaryPassword::Generated,
    }
}
