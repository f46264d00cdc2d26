//! Whether what somebody typed can be accepted: the same answer in the form and at the edge.
//!
//! A [`Check`] collects every error at once, so that a form can show them all. Texts are
//! judged without their surrounding white space, which the edge strips before it stores them.

use crate::{FieldError, Problem, time::Timestamp};
use email_address::{EmailAddress, Options};

/// The most characters of a name or a line of an address.
pub const LINE_MAX: usize = 100;
/// The most characters of an e-mail address (RFC 5321, 4.5.3.1.3).
pub const EMAIL_MAX: usize = 254;
/// The most characters of a user name.
pub const USER_NAME_MAX: usize = 64;
/// The most characters of a telephone number as typed.
pub const PHONE_MAX: usize = 40;
/// The most characters of a description.
pub const DESCRIPTION_MAX: usize = 500;

/// Something with fields that people fill in.
pub trait Validate {
    /// Notes every error of the fields in `check`.
    fn check(&self, check: &mut Check);

    /// Refuses with all errors, if there are any.
    fn validate(&self) -> Result<(), Problem> {
        let mut check = Check::default();
        self.check(&mut check);
        check.finish()
    }
}

/// Collects errors.
#[derive(Debug, Default)]
pub struct Check {
    errors: Vec<FieldError>,
}

impl Check {
    /// Checks a part whose fields are named `name.…`.
    pub fn part(&mut self, name: &str, part: &impl Validate) {
        let outside = self.errors.len();
        part.check(self);
        for error in self.errors.iter_mut().skip(outside) {
            error.field = format!("{name}.{}", error.field);
        }
    }

    /// Notes an error.
    pub fn error(&mut self, field: &str, code: &str) {
        self.errors.push(FieldError::new(field, code));
    }

    /// Notes an error that is there already.
    pub fn add(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// A point in time that a calendar can show: what is beyond loses its last digits on the way.
    pub fn time(&mut self, field: &str, time: Option<Timestamp>) {
        if time.is_some_and(|time| !(Timestamp::FIRST..=Timestamp::LAST).contains(&time)) {
            self.error(field, "out_of_range");
        }
    }

    /// A line that must be there: a name, a title.
    pub fn required(&mut self, field: &str, text: &str, max: usize) {
        if trim(text).is_empty() {
            self.error(field, "required");
        } else {
            self.optional(field, text, max);
        }
    }

    /// A line that may be empty.
    pub fn optional(&mut self, field: &str, text: &str, max: usize) {
        if !text.is_empty() {
            self.line(field, text, max);
        }
    }

    fn line(&mut self, field: &str, text: &str, max: usize) {
        // Most lines are short and of printable ASCII: these need no second look.
        if text.len() <= max && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return;
        }
        if trim(text).chars().count() > max {
            let error = FieldError::new(field, "too_long");
            self.errors.push(error.with("max", max));
        } else if text.chars().any(is_unprintable) {
            self.error(field, "unprintable");
        }
    }

    /// A number above the most there can be.
    pub fn too_many(&mut self, field: &str, max: impl ToString) {
        let error = FieldError::new(field, "too_many");
        self.errors.push(error.with("max", max));
    }

    /// Several lines that must be there.
    pub fn prose(&mut self, field: &str, text: &str, max: usize) {
        if trim(text).is_empty() {
            self.error(field, "required");
        } else if trim(text).chars().count() > max {
            let error = FieldError::new(field, "too_long");
            self.errors.push(error.with("max", max));
        } else if text.chars().any(|c| is_unprintable(c) && c != '\n') {
            self.error(field, "unprintable");
        }
    }

    /// An e-mail address (RFC 5321) with a domain that has a dot.
    pub fn email(&mut self, field: &str, text: &str) {
        let before = self.errors.len();
        self.required(field, text, EMAIL_MAX);
        let is_address = |text: &str| is_plain_address(text) || is_any_address(text);
        if self.errors.len() == before && !is_address(trim(text)) {
            self.error(field, "email");
        }
    }

    /// A user name, of characters that may stand in one.
    pub fn user_name(&mut self, field: &str, text: &str) {
        let before = self.errors.len();
        self.required(field, text, USER_NAME_MAX);
        if self.errors.len() == before && !is_user_name(trim(text)) {
            self.error(field, "user_name");
        }
    }

    /// A telephone number in any local form: kept as typed, so all it must have is a digit.
    pub fn phone(&mut self, field: &str, text: &str) {
        self.optional(field, text, PHONE_MAX);
        if !trim(text).is_empty() && !text.chars().any(char::is_numeric) {
            self.error(field, "phone");
        }
    }

    /// All errors as one problem.
    pub fn finish(self) -> Result<(), Problem> {
        if self.errors.is_empty() { Ok(()) } else { Err(Problem::invalid(self.errors)) }
    }
}

/// A text without the white space around it. Most have none, which their ends show.
pub fn trim(text: &str) -> &str {
    let is_text = |end: Option<&u8>| end.is_none_or(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_text(bytes.first()) && is_text(bytes.last()) { text } else { text.trim() }
}

fn is_any_address(text: &str) -> bool {
    let options = Options::default().with_required_tld().without_display_text().without_domain_literal();
    EmailAddress::parse_with_options(text, options).is_ok()
}

/// Whether an address has nothing but letters, digits and single marks between them. Most are so, and
/// are addresses whatever else may be one.
fn is_plain_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_word = |word: &str| {
        let mut was_mark = true;
        word.bytes().all(|byte| {
            let is_mark = matches!(byte, b'.' | b'-' | b'_' | b'+');
            let fits = byte.is_ascii_alphanumeric() || (is_mark && !was_mark);
            was_mark = is_mark;
            fits
        }) && !was_mark
    };
    local.len() <= 64 && domain.len() <= 63 && domain.contains('.') && is_word(local) && is_word(domain)
}

/// Letters and digits of any script, and `.`, `_`, `-`, `+`, `@`.
pub(crate) fn may_stand_in_user_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@')
}

/// Whether all characters may stand in a user name. Those of ASCII need no tables.
pub(crate) fn is_user_name(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'@');
    text.bytes().all(is_plain) || text.chars().all(may_stand_in_user_name)
}

/// What can be printed of a text that comes from elsewhere, in one line, and at most so many characters of it.
pub fn printable(text: &str, max: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !is_unprintable(*c)).take(max).collect()
}

/// Control characters, and invisible ones that make two texts look alike or reorder what
/// stands around them (UTS 36, 39). Joiners stay: some scripts need them.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(run: impl FnOnce(&mut Check)) -> Vec<String> {
        let mut check = Check::default();
        run(&mut check);
        check.errors.into_iter().map(|error| error.code).collect()
    }

    #[test]
    fn an_email_address_needs_a_local_part_and_a_domain_with_a_dot() {
        for good in ["a@b.be", " anna.peeters+x@example.org ", "é@exämple.fr"] {
            assert_eq!(codes(|c| c.email("email", good)), [""; 0], "{good}");
        }
        for bad in ["a", "@b.be", "a@", "a@b", "a b@c.be", "Anna <a@b.be>", "a@[127.0.0.1]", "a@b.be\u{202e}"] {
            assert_eq!(codes(|c| c.email("email", bad)).len(), 1, "{bad}");
        }
        assert_eq!(codes(|c| c.email("email", "  ")), ["required"]);
    }

    proptest::proptest! {
        /// The short ways are the long ways.
        #[test]
        fn a_plain_address_is_an_address(text in "[a-z0-9]{0,30}([.+_-]{1,2}[A-Z0-9]{1,30}){0,2}@[a-z0-9]{0,30}([._+@-]{1,2}[a-z0-9]{1,32}){0,2}") {
            proptest::prop_assert!(is_any_address(&text) || !is_plain_address(&text), "{text}");
        }

        #[test]
        fn what_is_trimmed_has_no_white_space_around_it(text in "[\\s\\PC]{0,4}") {
            proptest::prop_assert_eq!(trim(&text), text.trim());
        }
    }

    #[test]
    fn lengths_count_characters_without_surrounding_space() {
        let fits = format!("  {}  ", "é".repeat(LINE_MAX));
        assert_eq!(codes(|c| c.required("name", &fits, LINE_MAX)), [""; 0]);
        let over = "é".repeat(LINE_MAX + 1);
        assert_eq!(codes(|c| c.required("name", &over, LINE_MAX)), ["too_long"]);
    }

    #[test]
    fn invisible_and_reordering_characters_are_refused() {
        for bad in ["a\u{0}b", "a\tb", "a\u{200b}b", "a\u{202e}b", "a\u{feff}b", "a\u{3164}b"] {
            assert_eq!(codes(|c| c.required("name", bad, LINE_MAX)), ["unprintable"], "{bad:?}");
        }
    }

    #[test]
    fn what_comes_from_elsewhere_becomes_one_line() {
        assert_eq!(
            printable(" cannot bind:\r\n\tno such\u{2028}object\u{202e}\u{0} ", 100),
            "cannot bind: no such object"
        );
        assert_eq!(printable(&"é".repeat(9), 5), "é".repeat(5));
    }

    #[test]
    fn a_part_names_its_fields_with_its_own_name() {
        struct Part;
        impl Validate for Part {
            fn check(&self, check: &mut Check) {
                check.required("email", "", 5);
            }
        }
        let mut check = Check::default();
        check.part("contact", &Part);
        assert_eq!(check.errors, [FieldError::new("contact.email", "required")]);
    }
}
