//! In which encoding a file is written. What its bytes do not say is asked, never guessed
//! (RSC-21); decoding is the browser's own (Encoding Standard).

/// An encoding in which spreadsheets save text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first: "Unicode text" of spreadsheets.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252: what spreadsheets in Western Europe saved before.
    Windows1252,
}

impl Encoding {
    /// What may be meant where the bytes do not say it, the likeliest first.
    pub(super) const ASKED: [Self; 3] = [Self::Windows1252, Self::Utf16Le, Self::Utf16Be];

    /// The label in the Encoding Standard, 4.2.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }

    /// What the bytes say themselves: by a mark at the beginning, or because they can hardly be
    /// anything but UTF-8.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xfe, ..] => Some(Self::Utf16Le),
            [0xfe, 0xff, ..] => Some(Self::Utf16Be),
            _ => (!bytes.contains(&0) && std::str::from_utf8(bytes).is_ok()).then_some(Self::Utf8),
        }
    }

    /// The text; none if the bytes are not in this encoding.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<String> {
        if self == Self::Utf8 {
            return String::from_utf8(bytes.to_vec()).ok();
        }
        let options = web_sys::TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = web_sys::TextDecoder::new_with_label_and_options(self.label(), &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn an_encoding_is_known_by_its_mark_or_because_nothing_else_looks_like_it() {
        for (bytes, encoding) in [
            (&b"\xef\xbb\xbfname"[..], Some(Encoding::Utf8)),
            ("Zoë".as_bytes(), Some(Encoding::Utf8)),
            (b"\xff\xfen\0", Some(Encoding::Utf16Le)),
            (b"\xfe\xff\0n", Some(Encoding::Utf16Be)),
            (b"n\0a\0", None),
            (b"Zo\xeb", None),
        ] {
            assert_eq!(Encoding::of(bytes), encoding, "{bytes:?}");
        }
    }
}
