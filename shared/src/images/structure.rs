//! Whether a picture is all there, as far as its containers say: nothing is decoded.
//!
//! What stands behind a picture's end belongs to no picture, and is refused with what is cut off.

use super::MediaType;

/// Whether it is, or may be, an SVG: a document that can run programs and fetch others.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |with: &[u8]| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    // Compressed, too (RFC 1952): no other picture comes that way.
    begins(b"<svg")
        || begins(b"<?xml")
        || begins(b"<!doctype svg")
        || begins(b"<!--")
        || bytes.starts_with(&[0x1f, 0x8b])
}

/// Whether it begins and ends as it says.
pub(super) fn is_whole(media_type: MediaType, bytes: &[u8]) -> bool {
    match media_type {
        MediaType::Png => is_whole_png(bytes),
        // Start and end of image (ITU-T T.81, B.1.1.3).
        MediaType::Jpeg => bytes.starts_with(&[0xff, 0xd8]) && bytes.ends_with(&[0xff, 0xd9]),
        MediaType::Webp => is_whole_webp(bytes),
    }
}

/// Whether it moves, which nobody could stop (WCAG 2.2, 2.2.2).
pub(super) fn is_moving(media_type: MediaType, bytes: &[u8]) -> bool {
    match media_type {
        MediaType::Png => chunks_of_png(bytes).any(|(kind, _)| kind == b"acTL"),
        MediaType::Jpeg => false,
        // The flag of an extended file (RFC 9649, 2.7).
        MediaType::Webp => bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 0x02 != 0),
    }
}

/// How many pixels wide and high the frame of a JPEG is that a decoder finds: that of the first
/// frame header, with nothing between the segments before it (ITU-T T.81, B.1.1.2 to B.2.2). What
/// may stand there, and nobody writes, readers take for different things.
pub(super) fn frame_of_jpeg(bytes: &[u8]) -> Option<(usize, usize)> {
    let number = |at: usize| bytes.get(at..)?.first_chunk().map(|pair| usize::from(u16::from_be_bytes(*pair)));
    let mut at = 2;
    while let Some([0xff, marker]) = bytes.get(at..)?.first_chunk() {
        match marker {
            // A frame, of whatever process.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return Some((number(at + 7)?, number(at + 5)?)),
            // Tables, applications' data, comments.
            0xc4 | 0xcc | 0xdb | 0xdd | 0xe0..=0xef | 0xfe => at += 2 + number(at + 2)?,
            _ => return None,
        }
    }
    None
}

/// There is image data, and the last chunk ends where the file does (W3C PNG, 5.6).
fn is_whole_png(bytes: &[u8]) -> bool {
    let has_data = chunks_of_png(bytes).any(|(kind, _)| kind == b"IDAT");
    has_data && chunks_of_png(bytes).any(|(kind, end)| kind == b"IEND" && end == bytes.len())
}

/// The kind and the end of each chunk that is there to its end (W3C PNG, 5.3).
fn chunks_of_png(bytes: &[u8]) -> impl Iterator<Item = (&[u8], usize)> {
    const SIGNATURE: usize = 8;
    const LENGTH_KIND_AND_CHECKSUM: usize = 12;
    let mut at = SIGNATURE;
    std::iter::from_fn(move || {
        let length = bytes.get(at..)?.first_chunk::<4>()?;
        let kind = bytes.get(at + 4..at + 8)?;
        let end = usize::try_from(u32::from_be_bytes(*length)).ok()?.checked_add(at + LENGTH_KIND_AND_CHECKSUM)?;
        at = end;
        (end <= bytes.len()).then_some((kind, end))
    })
}

/// The file is as long as its header says, with one byte more where that is odd (RFC 9649, 2.4).
fn is_whole_webp(bytes: &[u8]) -> bool {
    let length = bytes.get(4..).and_then(|rest| rest.first_chunk::<4>());
    let length = length.and_then(|length| usize::try_from(u32::from_le_bytes(*length)).ok());
    length.is_some_and(|length| length.checked_add(8 + length % 2) == Some(bytes.len()))
}
