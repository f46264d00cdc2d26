//! Accounts: the console's pages. All of the deployment for the operator, one's own otherwise.

mod frame;
mod list;
mod new;
mod registered;

pub use frame::AccountPage;
pub use list::AccountsPage;
pub use new::NewAccountPage;

use crate::{
    i18n::t_of,
    widgets::{Badge, BadgeKind},
};
use leptos::prelude::*;
use shared::accounts::AccountStatus;

/// What has become of an account, in a word.
fn status_badge(status: AccountStatus) -> AnyView {
    let (name, kind) = match status {
        AccountStatus::Active => ("active", BadgeKind::Good),
        AccountStatus::Suspended => ("suspended", BadgeKind::Bad),
        AccountStatus::Provisioning => ("provisioning", BadgeKind::Neutral),
    };
    view! { <Badge label=t_of("account-status-*", name) kind/> }.into_any()
}
