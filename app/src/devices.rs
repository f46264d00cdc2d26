//! Devices: the console's pages.

use crate::{
    editing::Draft,
    i18n::{Text, t_of},
};
use leptos::prelude::*;
use shared::devices::{DeviceDetails, DeviceKind};

mod delete;
mod edit;
mod form;
mod list;
mod new;

pub use edit::DevicePage;
pub use list::DevicesPage;
pub use new::NewDevicePage;

/// What a device is for, in words.
pub fn kind_in_words(kind: DeviceKind) -> Text {
    t_of("device-kind-*", kind.as_str())
}

/// What is typed and chosen about a device.
#[derive(Clone, Copy, Debug, Default)]
struct DeviceDraft {
    /// The chosen kind's name.
    kind: RwSignal<String>,
    model: RwSignal<String>,
    identifier: RwSignal<String>,
    /// The chosen site's id, or nothing.
    site: RwSignal<String>,
}

impl Draft for DeviceDraft {
    type Value = DeviceDetails;

    fn value(self) -> DeviceDetails {
        DeviceDetails {
            kind: self.kind.with(|kind| kind_named(kind)).unwrap_or_default(),
            model: self.model.with(|model| model.trim().to_owned()),
            identifier: self.identifier.with(|identifier| identifier.trim().to_owned()),
            site: self.site.with(|site| site.parse().ok()),
        }
    }

    fn fill(self, details: &DeviceDetails) {
        self.kind.set(details.kind.as_str().to_owned());
        self.model.set(details.model.clone());
        self.identifier.set(details.identifier.clone());
        self.site.set(details.site.as_ref().map(ToString::to_string).unwrap_or_default());
    }
}

/// The kind with a name, if there is one.
fn kind_named(name: &str) -> Option<DeviceKind> {
    DeviceKind::ALL.into_iter().find(|kind| kind.as_str() == name)
}
