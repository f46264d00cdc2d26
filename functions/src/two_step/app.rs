//! The authenticator app's side: secrets, codes, and the address that an app takes over.

use crate::{gateway::Stop, surroundings::Surroundings};
use data_encoding::BASE32_NOPAD;
use qrcode::{Color, EcLevel};
use shared::{
    time::Timestamp,
    two_step::{DIGITS, NewSecret, QrCode, STEP_SECONDS},
};
use std::fmt::Write;
use totp_rs::{Builder, Secret, Totp};

/// So much of a name is enough to tell accounts apart, and fits into a picture that a camera reads.
const NAMED_MAX: usize = 40;

/// A secret of 160 bits, as long as the hash (RFC 4226, 4), in base32.
pub(super) fn new_secret(surroundings: &Surroundings<'_>) -> String {
    BASE32_NOPAD.encode(&surroundings.bytes::<20>())
}

/// The digits of a code, if it is one of an app's.
pub(super) fn digits(code: &str) -> Option<String> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    (digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// In which step the app shows this code, if it does now or at most one step away (RFC 6238, 5.2).
pub(super) fn step_of(secret: &str, code: &str, now: Timestamp) -> Result<Option<i64>, Stop> {
    let Some(digits) = digits(code) else {
        return Ok(None);
    };
    let step = totp(secret, "", "")?.check(&digits, seconds(now));
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The secret as the person takes it over. Apps show the organization and the user name.
pub(super) fn shown(secret: &str, organization: &str, user_name: &str) -> Result<NewSecret, Stop> {
    let [organization, user_name] =
        [organization, user_name].map(|text| text.chars().take(NAMED_MAX).collect::<String>());
    let uri = totp(secret, &organization, &user_name)?.to_url().map_err(|error| broken(&error))?;
    let groups: Vec<&str> = secret.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    Ok(NewSecret { typed: groups.join(" "), qr: qr(&uri)?, uri })
}

fn totp(secret: &str, organization: &str, user_name: &str) -> Result<Totp, Stop> {
    let secret = Secret::try_from_base32(secret).map_err(|error| broken(&error))?;
    // A colon separates the two.
    let [organization, user_name] = [organization, user_name].map(|text| text.replace(':', " "));
    let builder = Builder::new().with_step_duration(STEP_SECONDS.into()).with_secret(secret);
    let builder = builder.with_issuer(Some(organization)).with_account_name(user_name);
    builder.build().map_err(|error| broken(&error))
}

fn seconds(now: Timestamp) -> u64 {
    (now.0 / 1_000).unsigned_abs()
}

fn broken(error: &impl std::fmt::Display) -> Stop {
    Stop::Broken(error.to_string())
}

/// The QR code of a text: each run of dark modules in a row is a rectangle.
fn qr(text: &str) -> Result<QrCode, Stop> {
    let code = qrcode::QrCode::with_error_correction_level(text, EcLevel::M).map_err(|error| broken(&error))?;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                let width = run.len();
                write!(path, "M{x} {y}h{width}v1h-{width}z").map_err(|error| broken(&error))?;
            }
            x += run.len();
        }
    }
    Ok(QrCode { size: u32::try_from(code.width()).unwrap_or_default(), path })
}

/// The code that an app with this secret shows at a time.
#[cfg(test)]
pub(crate) fn code(secret: &str, now: Timestamp) -> String {
    totp(&secret.replace(' ', ""), "", "").unwrap().generate(seconds(now)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{START, surroundings};
    use shared::time::Span;

    /// The secret of RFC 6238, Appendix B, and its codes, of which six digits are used.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_standard() {
        for (second, expected) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            let now = Timestamp(second * 1_000);
            assert_eq!(code(RFC, now), expected);
            assert_eq!(step_of(RFC, expected, now).unwrap(), Some(second / 30));
        }
    }

    #[test]
    fn a_code_is_known_one_step_away_and_no_further() {
        let shown = code(RFC, START);
        for (steps, known) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let now = START + Span::seconds(30 * steps);
            assert_eq!(step_of(RFC, &shown, now).unwrap().is_some(), known, "{steps}");
        }
    }

    #[test]
    fn spaces_are_forgiven_and_nothing_else() {
        let shown = code(RFC, START);
        let (one, other) = shown.split_at(3);
        let typed = |text: &str| step_of(RFC, text, START).unwrap().is_some();
        assert!(typed(&format!(" {one} {other}\u{a0}")));
        for wrong in ["", "12345", "1234567", "٤٩٢٠٣٩", &format!("{one}-{other}"), &format!("{one}{other}0")] {
            assert!(!typed(wrong), "{wrong}");
        }
    }

    #[test]
    fn names_of_any_length_fit_into_the_picture() {
        let long = "\u{1f980}".repeat(100);
        assert!(shown(&new_secret(&surroundings()), &long, &long).is_ok());
    }

    #[test]
    fn an_app_takes_over_what_is_shown() {
        let secret = new_secret(&surroundings());
        let shown = shown(&secret, "Noordzee: Gent & Co", "anna@noordzee.example").unwrap();
        assert_eq!(shown.typed.replace(' ', ""), secret);
        assert_eq!(
            shown.uri,
            format!(
                "otpauth://totp/Noordzee%20%20Gent%20%26%20Co:anna%40noordzee.example?secret={secret}\
                 &issuer=Noordzee%20%20Gent%20%26%20Co"
            )
        );
        assert!(shown.qr.size >= 21 && shown.qr.size % 4 == 1, "{}", shown.qr.size);
        // The finder pattern in the corner: seven modules, then one dark at either side.
        assert!(shown.qr.path.starts_with("M0 0h7v1h-7z"), "{}", shown.qr.path);
        assert!(shown.qr.path.contains("M0 1h1v1h-1zM6 1h1v1h-1z"), "{}", shown.qr.path);
    }
}
