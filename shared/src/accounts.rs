//! Accounts: the organizations of a deployment as the operator's registry knows them. What is
//! inside an organization is not here, and the operator cannot reach it.

use crate::{ids::Slug, time::Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt, str::FromStr};

pub mod api;

/// An account's number: given by the registry, for ever. Text, because it is part of paths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountNumber(pub u32);

/// Why a text is no account number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a number without a sign or a zero in front")]
pub struct NotAnAccountNumber;

impl FromStr for AccountNumber {
    type Err = NotAnAccountNumber;
    fn from_str(text: &str) -> Result<Self, NotAnAccountNumber> {
        // One number, one spelling: it stands in addresses.
        let number = text.parse().map(Self).map_err(|_| NotAnAccountNumber)?;
        if number.to_string() == text { Ok(number) } else { Err(NotAnAccountNumber) }
    }
}

impl TryFrom<String> for AccountNumber {
    type Error = NotAnAccountNumber;
    fn try_from(text: String) -> Result<Self, NotAnAccountNumber> {
        text.parse()
    }
}

impl From<AccountNumber> for String {
    fn from(number: AccountNumber) -> Self {
        number.to_string()
    }
}

impl fmt::Display for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl JsonSchema for AccountNumber {
    fn schema_name() -> Cow<'static, str> {
        "AccountNumber".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^(0|[1-9][0-9]{0,9})$" })
    }
}

/// What has become of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountStatus {
    /// Its making was cut short and can be repeated.
    Provisioning,
    /// It is in use.
    Active,
    /// Nobody gets in, and nothing of it is lost.
    Suspended,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// Its number.
    pub number: AccountNumber,
    /// The organization's slug.
    pub slug: Slug,
    /// The organization's name; in the registry, the name under which it was made.
    pub name: String,
    /// What has become of it.
    pub status: AccountStatus,
    /// When it was made.
    pub created_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::AccountNumber;

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!("1001".parse(), Ok(AccountNumber(1001)));
        for wrong in ["", "+1", "01", "-1", "1 ", "4294967296", "x"] {
            assert!(wrong.parse::<AccountNumber>().is_err(), "{wrong}");
        }
    }
}
