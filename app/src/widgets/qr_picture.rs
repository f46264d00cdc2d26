//! A code that the camera of a phone reads.

use crate::i18n::Text;
use leptos::prelude::*;
use shared::two_step::QrCode;

/// How many modules stay empty around it (ISO/IEC 18004, 6.3.8).
const QUIET: u32 = 4;

/// A QR code: dark on light in every theme, because not every camera reads it the other way round.
/// The label says what it is; what it says must stand beside it for those who cannot scan it.
#[component]
pub fn QrPicture(#[prop(into)] label: Text, code: QrCode) -> impl IntoView {
    let QrCode { size, path } = code;
    let (around, whole) = (format!("-{QUIET} -{QUIET}"), size + 2 * QUIET);
    view! {
        <svg class="qr" role="img" aria-label=label viewBox=format!("{around} {whole} {whole}")>
            <path d=path></path>
        </svg>
    }
}
