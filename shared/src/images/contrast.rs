//! Whether a color can be read: contrast as WCAG 2.2 defines it.

use crate::FieldError;

/// The least contrast of text (WCAG 2.2, 1.4.3), in tenths.
pub const CONTRAST_MIN: u32 = 45;

/// Red, green and blue, from 0 to 255.
type Rgb = [u8; 3];

/// What the console's pages are drawn on. A color is its links' on this ground and its buttons'
/// under text that is no further from the color than this ground: so one contrast says both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The darkest surface of the light theme.
    Light,
    /// The lightest surface of the dark theme.
    Dark,
}

impl Ground {
    /// `--color-base-200` of the light and `--color-base-100` of the dark theme in
    /// `app/styles/main.css`.
    const fn color(self) -> Rgb {
        match self {
            Self::Light => [0xf4, 0xf8, 0xf9],
            Self::Dark => [0x18, 0x1f, 0x23],
        }
    }

    /// Whether text of this color can be read on it; the built-in one, an empty text, always can.
    /// The error names the contrast and the nearest color that will do.
    pub(super) fn bears(self, color: &str) -> Result<(), FieldError> {
        if color.is_empty() {
            return Ok(());
        }
        let color = parse(color).ok_or_else(|| FieldError::new("", "color"))?;
        let tenths = self.contrast(color);
        if tenths >= CONTRAST_MIN {
            return Ok(());
        }
        let error = match self {
            Self::Light => FieldError::new("", "color_too_light"),
            Self::Dark => FieldError::new("", "color_too_dark"),
        };
        let in_words = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
        let ratio = in_words(tenths);
        Err(error.with("ratio", ratio).with("least", in_words(CONTRAST_MIN)).with("instead", self.nearest(color)))
    }

    /// The contrast (WCAG 2.2, "contrast ratio") in tenths, rounded down: what does not reach is
    /// not said to.
    fn contrast(self, color: Rgb) -> u32 {
        let (one, other) = (luminance(self.color()), luminance(color));
        let ratio = (one.max(other) + 0.05) / (one.min(other) + 0.05);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 10 and 210")]
        let tenths = (ratio * 10.0) as u32;
        tenths
    }

    /// The first shade of the color, darker on light and lighter on dark, that can be read.
    fn nearest(self, color: Rgb) -> String {
        let end: u16 = if self == Self::Light { 0 } else { 255 };
        let mixed = |steps: u16| {
            #[expect(clippy::cast_possible_truncation, reason = "between two bytes")]
            color.map(|part| ((u16::from(part) * (100 - steps) + end * steps) / 100) as u8)
        };
        let found = (0..=100).map(mixed).find(|shade| self.contrast(*shade) >= CONTRAST_MIN);
        let [red, green, blue] = found.unwrap_or([0; 3]);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A color as HTML writes it (HTML, "simple color").
fn parse(color: &str) -> Option<Rgb> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let mut rgb = [0; 3];
    for (part, pair) in rgb.iter_mut().zip(digits.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).ok()?;
        // A sign would be read, too.
        *part = u8::from_str_radix(pair, 16).ok().filter(|_| !pair.starts_with('+'))?;
    }
    Some(rgb)
}

/// Relative luminance (WCAG 2.2).
fn luminance(color: Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = color.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        for (color, tenths) in [([0xff; 3], 10), ([0; 3], 196), ([0x76, 0x76, 0x76], 42), ([0x00, 0x00, 0xee], 87)] {
            assert_eq!(Ground::Light.contrast(color), tenths, "{color:?}");
        }
    }

    #[test]
    fn a_color_that_cannot_be_read_is_refused_with_its_contrast_and_the_nearest_that_can() {
        assert_eq!(Ground::Light.bears("#1b5e73"), Ok(()));
        let yellow = Ground::Light.bears("#ffcc00").unwrap_err();
        assert_eq!((yellow.code.as_str(), yellow.args["ratio"].as_str()), ("color_too_light", "1.4"));
        assert_eq!(yellow.args["least"], "4.5");
        let navy = Ground::Dark.bears("#000080").unwrap_err();
        assert_eq!(navy.code, "color_too_dark");
        for (ground, error) in [(Ground::Light, yellow), (Ground::Dark, navy)] {
            assert_eq!(ground.bears(&error.args["instead"]), Ok(()));
        }
    }

    #[test]
    fn what_is_no_color_is_refused_and_nothing_is_the_built_in_one() {
        for bad in ["red", "#fff", "#12345g", "#+1+1+1", "123456", "#1234567", "#é1234"] {
            assert_eq!(Ground::Light.bears(bad).unwrap_err().code, "color", "{bad}");
        }
        assert_eq!(Ground::Dark.bears(""), Ok(()));
    }
}
