//! A picture of this device. It is read here; what reads it says whether it will do.

use super::{
    field::Field,
    file_field::{bytes, file_input},
};
use crate::i18n::Text;
use leptos::prelude::*;
use shared::{
    FieldError,
    images::{LOGO_BYTES_MAX, too_heavy},
};
use web_sys::File;

/// A picture to choose. `on_read` gets its content, or why there is none: one that is too heavy is
/// not read at all.
#[component]
pub fn PictureField(
    /// The field of the form's request: where its errors are looked up.
    #[prop(into)]
    name: String,
    #[prop(into)] label: Text,
    #[prop(into)] hint: Text,
    #[prop(into)] on_read: Callback<Result<Vec<u8>, FieldError>>,
) -> impl IntoView {
    let field = Field::new(name, label, Some(hint), false);
    let take = async move |file: File| {
        on_read.try_run(read(&file).await);
    };
    file_input(field, "file-choice", "image/png,image/jpeg,image/webp", take)
}

async fn read(file: &File) -> Result<Vec<u8>, FieldError> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole bytes of a file")]
    let size = file.size() as usize;
    if size > LOGO_BYTES_MAX {
        return Err(too_heavy(size));
    }
    bytes(file).await.ok_or_else(|| FieldError::new("logo", "file_unreadable"))
}
