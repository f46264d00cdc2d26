//! The audit trail: what happened, in a chain in which nothing can be changed, left out or
//! slipped in unseen.
//!
//! Every record is one line of JSON. Its *digest* is the SHA-256 of the line; its *chain* is
//! the SHA-256 of the chain before it and the digest, both in hexadecimal, the first one's
//! before being 64 zeros. Whoever may not read a record still gets its digest, and so can
//! verify the whole chain; a line contains random salt, so that its digest tells nothing.

use crate::{
    Code,
    ids::{CredentialId, UserId},
    time::Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

pub mod api;

/// What an entry says of itself, in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// What happened.
    #[serde(flatten)]
    pub record: Record,
    /// The actor's full name, if the caller may see it.
    pub actor_name: Option<String>,
    /// The subject's full name or name, if there is one and the caller may see it.
    pub subject_name: Option<String>,
    /// What the ids in the effect stand for now, as far as the caller may see it.
    pub names: BTreeMap<String, String>,
    /// Whether the effect can be undone.
    pub undoable: bool,
}

/// One record: a line of the trail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Its number: 1, 2, 3 and so on without a gap.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who acted; nobody for set-up and signing in.
    pub actor: Option<UserId>,
    /// Through what: the console, a service.
    pub surface: Surface,
    /// With which credential, if it was a service: its maker may have several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<CredentialId>,
    /// The endpoint, as method and path.
    pub endpoint: String,
    /// The request's id in the log.
    pub request_id: String,
    /// How it was judged.
    pub verdict: Verdict,
    /// What happened, or (refused) was attempted, with what was before and what is after.
    pub effect: serde_json::Value,
    /// Random.
    pub salt: String,
}

/// A record's number where it is part of a path, and so is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Seq(pub u64);

impl TryFrom<String> for Seq {
    type Error = std::num::ParseIntError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl From<Seq> for String {
    fn from(seq: Seq) -> Self {
        seq.0.to_string()
    }
}

/// Through what an effect came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    /// A browser's session.
    Console,
    /// A service credential.
    Service,
    /// A directory's service credential (SCIM).
    Scim,
}

/// How an effect was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It happened.
    Accepted,
    /// It was refused, for this reason, and did not happen.
    Refused(Code),
}

/// A link of the chain, with the record's line for those who may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// The record's number.
    pub seq: u64,
    /// The line, as it was digested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// The line's digest.
    pub digest: String,
    /// The chain's digest, this link included.
    pub chain: String,
}

/// The end of the chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Head {
    /// The last record's number; 0 when there is none.
    pub seq: u64,
    /// The chain's digest.
    pub chain: String,
}

/// What is wrong with a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Tampered {
    /// The record with this number is missing or out of place.
    #[error("record {0} is missing")]
    Missing(u64),
    /// The record with this number is not what was recorded.
    #[error("record {0} was changed")]
    Changed(u64),
    /// The chain does not end where it should, after the record with this number.
    #[error("records after {0} are missing")]
    Cut(u64),
}

impl Head {
    /// The chain before the first record.
    pub fn start() -> Self {
        Self { seq: 0, chain: "0".repeat(64) }
    }

    /// The chain with one more record.
    pub fn then(&self, line: &str) -> Link {
        let digest = digest(line);
        let chain = chained(&self.chain, &digest);
        Link { seq: self.seq + 1, line: Some(line.to_owned()), digest, chain }
    }
}

impl Link {
    /// The chain's end, if this were the last link.
    pub fn head(&self) -> Head {
        Head { seq: self.seq, chain: self.chain.clone() }
    }
}

/// Verifies links that follow `from`, and returns the head that they lead to.
///
/// # Errors
/// The first link that is not as it was recorded.
pub fn verify<'a>(from: &Head, links: impl IntoIterator<Item = &'a Link>) -> Result<Head, Tampered> {
    let mut head = from.clone();
    for link in links {
        let seq = head.seq + 1;
        if link.seq != seq {
            return Err(Tampered::Missing(seq));
        }
        let unread_or_true = link.line.as_ref().is_none_or(|line| digest(line) == link.digest && names(line, seq));
        if !unread_or_true || chained(&head.chain, &link.digest) != link.chain {
            return Err(Tampered::Changed(seq));
        }
        head = link.head();
    }
    Ok(head)
}

/// Verifies an export as a file: one link a line, the head at its end. What the lines say is
/// checked against the chain, and the chain against the head.
///
/// # Errors
/// The first thing that is wrong, whether in the file's form or in the chain.
pub fn verify_export(text: &str) -> Result<Head, Tampered> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let Some((last, links)) = lines.split_last() else {
        return Err(Tampered::Cut(0));
    };
    let mut head = Head::start();
    for line in links {
        let link: Link = serde_json::from_str(line).map_err(|_| Tampered::Changed(head.seq + 1))?;
        head = verify(&head, [&link])?;
    }
    match serde_json::from_str::<Head>(last) {
        Ok(said) if said == head => Ok(head),
        _ => Err(Tampered::Cut(head.seq)),
    }
}

/// Whether the line says that it is this record.
fn names(line: &str, seq: u64) -> bool {
    serde_json::from_str::<Record>(line).is_ok_and(|record| record.seq == seq)
}

fn chained(before: &str, digest_of_line: &str) -> String {
    digest(&format!("{before}{digest_of_line}"))
}

fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(seq: u64, endpoint: &str) -> String {
        let record = Record {
            seq,
            at: Timestamp(0),
            actor: None,
            surface: Surface::Console,
            credential: None,
            endpoint: endpoint.to_owned(),
            request_id: String::new(),
            verdict: Verdict::Accepted,
            effect: serde_json::json!({ "effect": "site_created" }),
            salt: String::new(),
        };
        serde_json::to_string(&record).unwrap()
    }

    fn trail(texts: &[String]) -> Vec<Link> {
        let mut head = Head::start();
        let next = |text: &String| {
            let link = head.then(&line(head.seq + 1, text));
            head = link.head();
            link
        };
        texts.iter().map(next).collect()
    }

    fn export(links: &[Link], head: &Head) -> String {
        let links = links.iter().map(|link| serde_json::to_string(link).unwrap());
        links.chain([serde_json::to_string(head).unwrap()]).collect::<Vec<_>>().join("\n")
    }

    proptest! {
        #[test]
        fn inv_16_an_untouched_chain_is_true_with_and_without_its_lines(texts in proptest::collection::vec(".{0,8}", 1..12), hidden in any::<u16>()) {
            let mut links = trail(&texts);
            let head = links.last().unwrap().head();
            for (index, link) in links.iter_mut().enumerate() {
                if hidden >> index & 1 == 1 {
                    link.line = None;
                }
            }
            prop_assert_eq!(verify(&Head::start(), &links), Ok(head.clone()));
            prop_assert_eq!(verify_export(&export(&links, &head)), Ok(head));
        }

        #[test]
        fn inv_16_every_deletion_edit_swap_and_cut_is_found(texts in proptest::collection::vec("[a-z]{3}", 3..10), at in 0usize..10, how in 0u8..6) {
            let mut links = trail(&texts);
            let head = links.last().unwrap().head();
            let at = at % links.len();
            match how {
                0 => { links.remove(at); }
                1 => links[at].line = Some(line(links[at].seq, "edited")),
                2 => links[at].digest = digest("edited"),
                3 => { let next = (at + 1) % links.len(); links.swap(at, next); }
                4 => { links.pop(); }
                _ => {
                    // An edit that mends its own digest and chain, but not those that follow.
                    let before = if at == 0 { Head::start() } else { links[at - 1].head() };
                    links[at] = before.then(&line(before.seq + 1, "edited"));
                }
            }
            prop_assert!(verify_export(&export(&links, &head)).is_err());
        }
    }

    #[test]
    fn an_empty_or_foreign_file_is_no_export() {
        for text in ["", "{}", "seq,at\n1,2", &export(&[], &Head::default())] {
            assert!(verify_export(text).is_err(), "{text}");
        }
        assert_eq!(verify_export(&export(&[], &Head::start())), Ok(Head::start()));
    }
}
