//! A code that the camera of a phone reads.

use crate::i18n::Text;
use leptos::prelude::*;
use shared::two_step::QrCode;

/// How many modules stay empty around it (ISO/IEC 18004, 6.3.8).
const QUIET: i32 = 4;
/// How many pixels it is wide and high.
const SIDE: u32 = 208;

/// A QR code: dark on light in every theme, because not every camera reads it the other way round.
/// The label says what it is; what it says must stand beside it for those who cannot scan it.
#[component]
pub fn QrPicture(#[prop(into)] label: Text, code: QrCode) -> impl IntoView {
    let QrCode { size, path } = code;
    let whole = i64::from(size) + i64::from(2 * QUIET);
    let around = format!("{0} {0}", -QUIET);
    view! {
        // Its colors stand here: style sheets of themes have nothing to say about them.
        <svg role="img" aria-label=label width=SIDE height=SIDE viewBox=format!("{around} {whole} {whole}")>
            <rect x={-QUIET} y={-QUIET} width=whole height=whole fill="#fff"></rect>
            <path d=path fill="#000" shape-rendering="crispEdges"></path>
        </svg>
    }
}
