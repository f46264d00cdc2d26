//! Errors as SCIM words them (RFC 7644, 3.12). `detail` is for whoever operates the client: the
//! console never shows it.

use crate::{Code, FieldError, Problem};
use serde_json::{Value, json};

/// What is wrong, by its `scimType` (RFC 7644, table 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The filter cannot be read, or asks for what is not offered.
    InvalidFilter,
    /// Somebody else has the value already.
    Uniqueness,
    /// The attribute cannot be changed so.
    Mutability,
    /// The body is not what the endpoint takes.
    InvalidSyntax,
    /// A path of a PATCH names no attribute.
    InvalidPath,
    /// A path of a PATCH leads to nothing.
    NoTarget,
    /// A value is missing or of the wrong type.
    InvalidValue,
    /// What was asked for must not be in an address or a filter.
    Sensitive,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidFilter => "invalidFilter",
            Self::Uniqueness => "uniqueness",
            Self::Mutability => "mutability",
            Self::InvalidSyntax => "invalidSyntax",
            Self::InvalidPath => "invalidPath",
            Self::NoTarget => "noTarget",
            Self::InvalidValue => "invalidValue",
            Self::Sensitive => "sensitive",
        }
    }

    const fn status(self) -> u16 {
        match self {
            Self::Uniqueness => 409,
            Self::Sensitive => 403,
            _ => 400,
        }
    }
}

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The HTTP status.
    pub status: u16,
    /// What is wrong, if SCIM has a word for it.
    pub kind: Option<Kind>,
    /// What is wrong and where, for the log of the client.
    pub detail: String,
}

impl Error {
    /// An error of a kind that SCIM names.
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { status: kind.status(), kind: Some(kind), detail: detail.into() }
    }

    /// An error that the status says all about.
    pub fn of(status: u16, detail: impl Into<String>) -> Self {
        Self { status, kind: None, detail: detail.into() }
    }

    /// The body of the answer.
    pub fn to_json(&self) -> Value {
        let mut body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
            "status": self.status.to_string(),
            "detail": self.detail,
        });
        if let (Some(kind), Some(fields)) = (self.kind, body.as_object_mut()) {
            fields.insert("scimType".to_owned(), kind.as_str().into());
        }
        body
    }
}

impl From<&Problem> for Error {
    fn from(problem: &Problem) -> Self {
        let named: Vec<String> = problem.args.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let detail = std::iter::once(problem.code.as_str().to_owned()).chain(named).collect::<Vec<_>>().join(", ");
        match problem.code {
            Code::Invalid => of_fields(&problem.errors),
            Code::Taken => Self::new(Kind::Uniqueness, detail),
            Code::Malformed => Self::new(Kind::InvalidSyntax, detail),
            _ => Self::of(problem.status, detail),
        }
    }
}

fn of_fields(errors: &[FieldError]) -> Error {
    let is_taken = |error: &FieldError| matches!(error.code.as_str(), "taken" | "look_alike");
    let kind = if errors.iter().any(is_taken) { Kind::Uniqueness } else { Kind::InvalidValue };
    let details: Vec<String> =
        errors.iter().map(|error| format!("{}: {}", attribute(&error.field), error.code)).collect();
    Error::new(kind, details.join(", "))
}

/// What the client calls a field of the model.
fn attribute(field: &str) -> &str {
    let field = field.trim_start_matches("person.").trim_start_matches("details.");
    match field {
        "user_name" => "userName",
        "email" => "emails.value",
        "given_name" => "name.givenName",
        "middle_name" => "name.middleName",
        "family_name" => "name.familyName",
        "nick_name" => "nickName",
        "sso_id" => "ssoId",
        "name" => "displayName",
        _ if field.starts_with("phones") => "phoneNumbers.value",
        _ if field.starts_with("address") => "addresses",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_worded_in_what_the_client_calls_things() {
        let problem = Problem::invalid(vec![FieldError::new("person.email", "taken")]);
        let body = Error::from(&problem).to_json();
        assert_eq!((body["status"].as_str(), body["scimType"].as_str()), (Some("409"), Some("uniqueness")));
        assert_eq!(body["detail"], "emails.value: taken");
        let body = Error::from(&Problem::new(Code::Forbidden).with("permission", "users:view")).to_json();
        assert_eq!(body["detail"], "forbidden, permission: users:view");
        assert!(body.get("scimType").is_none());
    }
}
