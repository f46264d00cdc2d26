//! Images: an organization's own logo and colors, in the place of the built-in look.
//!
//! Everything is judged here, so that the form says what the edge will. A picture is what its
//! content says, never its name. It is not decoded: its header and its structure tell whether a
//! browser may be given it (decision 0030).

use crate::{
    FieldError,
    validation::{Check, Validate},
};
use imagesize::ImageType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

pub mod api;
mod contrast;
mod structure;

pub use contrast::{CONTRAST_MIN, Ground};

/// The most bytes of a logo.
pub const LOGO_BYTES_MAX: usize = 256 * 1024;
/// How many pixels wide and high a logo may be. A browser needs four bytes for each.
pub const LOGO_PIXELS: RangeInclusive<usize> = 16..=2048;

/// What everybody sees of an organization's look: flat, because everybody fetches what reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Look {
    /// The digest of its logo; empty where there is none.
    pub logo: String,
    /// How many pixels wide the logo is.
    pub width: u32,
    /// How many pixels high the logo is.
    pub height: u32,
    /// Its color in the light theme; empty for the built-in one.
    pub light: String,
    /// Its color in the dark theme; empty for the built-in one.
    pub dark: String,
}

/// What there is to know about a logo without the picture itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// SHA-256 of its content, in hexadecimal: its name in addresses.
    pub digest: String,
    /// What its content is.
    pub media_type: MediaType,
    /// How many pixels wide it is.
    pub width: u32,
    /// How many pixels high it is.
    pub height: u32,
}

/// What a picture may be (RFC 2046; W3C PNG; RFC 9649).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum MediaType {
    /// PNG.
    #[serde(rename = "image/png")]
    Png,
    /// JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// WebP.
    #[serde(rename = "image/webp")]
    Webp,
}

impl MediaType {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Png, Self::Jpeg, Self::Webp];

    /// The name in HTTP.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }
}

/// A picture with its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Picture {
    /// What it is.
    pub media_type: MediaType,
    /// Its content in base64 (RFC 4648, 4).
    pub data: String,
}

/// The color of buttons, links and marks in each theme: `#` and six hexadecimal digits, or empty
/// for the built-in one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Colors {
    /// In the light theme.
    pub light: String,
    /// In the dark theme.
    pub dark: String,
}

impl Validate for Colors {
    fn check(&self, check: &mut Check) {
        for (field, color, ground) in [("light", &self.light, Ground::Light), ("dark", &self.dark, Ground::Dark)] {
            if let Err(error) = ground.bears(color.trim()) {
                check.add(FieldError { field: field.to_owned(), ..error });
            }
        }
    }
}

/// What a picture's content says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What it is.
    pub media_type: MediaType,
    /// How many pixels wide it is.
    pub width: u32,
    /// How many pixels high it is.
    pub height: u32,
}

/// What a picture's content says, or why it cannot be a logo.
pub fn look_at(bytes: &[u8]) -> Result<Seen, FieldError> {
    let refused = |code: &str| Err(FieldError::new("logo", code));
    if bytes.is_empty() {
        return refused("required");
    }
    if bytes.len() > LOGO_BYTES_MAX {
        return Err(too_heavy(bytes.len()));
    }
    if structure::is_svg(bytes) {
        return refused("picture_svg");
    }
    let media_type = match imagesize::image_type(bytes) {
        Ok(ImageType::Png) => MediaType::Png,
        Ok(ImageType::Jpeg) => MediaType::Jpeg,
        Ok(ImageType::Webp) => MediaType::Webp,
        _ => return refused("picture_unknown"),
    };
    if !structure::is_whole(media_type, bytes) {
        return refused("picture_incomplete");
    }
    if structure::is_moving(media_type, bytes) {
        return refused("picture_moving");
    }
    let Ok(size) = imagesize::blob_size(bytes) else {
        return refused("picture_incomplete");
    };
    if media_type == MediaType::Jpeg && structure::frame_of_jpeg(bytes) != Some((size.width, size.height)) {
        return refused("picture_incomplete");
    }
    let pixels = |number: usize| u32::try_from(number).ok().filter(|_| LOGO_PIXELS.contains(&number));
    match (pixels(size.width), pixels(size.height)) {
        (Some(width), Some(height)) => Ok(Seen { media_type, width, height }),
        _ => Err(FieldError::new("logo", "picture_dimensions")
            .with("width", size.width)
            .with("height", size.height)
            .with("min", LOGO_PIXELS.start())
            .with("max", LOGO_PIXELS.end())),
    }
}

/// The error of a picture of so many bytes. A form says it before it reads them.
pub fn too_heavy(bytes: usize) -> FieldError {
    let kilobytes = |bytes: usize| bytes.div_ceil(1024);
    let error = FieldError::new("logo", "picture_heavy");
    error.with("size", kilobytes(bytes)).with("max", kilobytes(LOGO_BYTES_MAX))
}

#[cfg(test)]
mod tests;
