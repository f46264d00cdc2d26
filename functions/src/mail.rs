//! Mails: what they say, and when they are tried again.
//!
//! They are the one place at the edge with words for people ([`words`]), because nobody else is
//! there to say them. What a person has typed is escaped, and links lead to the configured
//! origin only.

use crate::{
    effects::outbox::Due,
    integrations, notices, organizations, params, people,
    sql::{Reader, SqlError},
    surroundings::Surroundings,
    text,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use shared::{
    ids::{GrantId, InvitationId, MailId, NoticeId, Slug},
    integrations::MailSender,
    mails::MailKind,
    organizations::{Language, PublicOrganization},
    time::{Span, Timestamp},
};

mod letter;
mod words;

use letter::{Letter, Part};
use words::{Labels, Words, fill};

/// After so long an undelivered mail is given up. A temporary password does not live much longer.
pub const GIVE_UP_AFTER: Span = Span::days(3);
const FIRST_PAUSE: Span = Span::minutes(1);
const LONGEST_PAUSE: Span = Span::hours(6);

/// What a mail says, as it waits in the outbox. It has no `Debug`: it may hold a password.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// Greets somebody new.
    Welcome {
        /// What he signs in with.
        user_name: String,
        /// The temporary password.
        password: String,
        /// Until when it works.
        until: Timestamp,
    },
    /// Brings a new temporary password.
    TemporaryPassword {
        /// The temporary password.
        password: String,
        /// Until when it works.
        until: Timestamp,
    },
    /// Says that the password was changed.
    PasswordChanged,
    /// Says that two-step verification was set up, or its app replaced.
    TwoStepSetUp,
    /// Says that two-step verification was removed.
    TwoStepRemoved,
    /// Says that user name or e-mail address were changed.
    LoginChanged {
        /// The user name from now on.
        user_name: String,
        /// The e-mail address from now on.
        email: String,
    },
    /// Brings a notice.
    Notice {
        /// The notice.
        notice: NoticeId,
    },
    /// Says that a grant ends soon.
    GrantExpires {
        /// The grant.
        grant: GrantId,
    },
    /// Brings a link to choose a new password.
    Recovery {
        /// The link's secret.
        token: String,
        /// Until when it works.
        until: Timestamp,
    },
    /// Brings the link of an invitation.
    Invitation {
        /// The invitation.
        invitation: InvitationId,
        /// The link's secret.
        token: String,
        /// Until when it works.
        until: Timestamp,
    },
    /// Tells somebody who was invited that he has an account already.
    InvitationToUser {
        /// The invitation.
        invitation: InvitationId,
    },
    /// Brings somebody new a link to choose a first password.
    Onboarding {
        /// What he signs in with.
        user_name: String,
        /// The link's secret.
        token: String,
        /// Until when it works.
        until: Timestamp,
    },
    /// Lists the organizations that know an address.
    Reminder {
        /// In which language it was asked.
        language: Language,
        /// Their short names and names.
        organizations: Vec<(Slug, String)>,
    },
}

impl Content {
    /// Whether what it brings works no more.
    pub fn is_too_late(&self, now: Timestamp) -> bool {
        match self {
            Self::Welcome { until, .. }
            | Self::TemporaryPassword { until, .. }
            | Self::Recovery { until, .. }
            | Self::Onboarding { until, .. }
            | Self::Invitation { until, .. } => *until <= now,
            _ => false,
        }
    }

    /// What the mail is for.
    pub const fn kind(&self) -> MailKind {
        match self {
            Self::Welcome { .. } => MailKind::Welcome,
            Self::TemporaryPassword { .. } => MailKind::TemporaryPassword,
            Self::PasswordChanged => MailKind::PasswordChanged,
            Self::TwoStepSetUp => MailKind::TwoStepSetUp,
            Self::TwoStepRemoved => MailKind::TwoStepRemoved,
            Self::LoginChanged { .. } => MailKind::LoginChanged,
            Self::Notice { .. } => MailKind::Notice,
            Self::GrantExpires { .. } => MailKind::GrantExpires,
            Self::Recovery { .. } => MailKind::Recovery,
            Self::Invitation { .. } => MailKind::Invitation,
            Self::InvitationToUser { .. } => MailKind::InvitationToUser,
            Self::Reminder { .. } => MailKind::Reminder,
            Self::Onboarding { .. } => MailKind::Onboarding,
        }
    }

    /// The language in which it was asked for, if it was.
    const fn language(&self) -> Option<Language> {
        match self {
            Self::Reminder { language, .. } => Some(*language),
            _ => None,
        }
    }
}

/// A mail as it is handed to a mail service. It has no `Debug`: it may hold a password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The mail: the same at every attempt.
    pub id: MailId,
    /// The name beside the sender's address: the organization's, or what it has chosen.
    pub from_name: String,
    /// Where answers go, if anywhere.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// To which address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
}

impl Message {
    /// The Message-ID (RFC 5322, 3.6.4), without brackets.
    pub fn message_id(&self, sender: &str) -> String {
        format!("{}@{}", self.id, sender.rsplit('@').next().unwrap_or("localhost"))
    }
}

/// How long to wait after an attempt that failed: twice as long each time, and a random half of
/// it less, so that what failed together does not come again together.
pub fn pause_after(attempts: u32, surroundings: &Surroundings<'_>) -> Span {
    let doubled = FIRST_PAUSE.0.saturating_mul(1 << attempts.min(20));
    let whole = doubled.min(LONGEST_PAUSE.0);
    let [high, low] = surroundings.bytes::<2>();
    let jitter = whole / 2 * i64::from(u16::from_be_bytes([high, low])) / i64::from(u16::MAX);
    Span(whole - jitter)
}

/// Puts a mail into words, unless there is nothing left to say.
pub fn compose(reader: Reader<'_>, origin: &str, due: &Due) -> Result<Option<Message>, SqlError> {
    let Some(organization) = organizations::find(reader)? else {
        return Ok(None);
    };
    let user = due.user.as_ref().map(|user| people::find(reader, user)).transpose()?.flatten();
    let preferred = due.content.language().or_else(|| user.as_ref().and_then(|user| user.language));
    let language = preferred.unwrap_or(organization.language);
    let time_zone = organizations::time_zone(reader)?;
    let writer = Writer { reader, origin, organization: &organization, language, time_zone };
    let Some(body) = writer.body(&due.content)? else {
        return Ok(None);
    };
    let labels = Labels::of(language);
    let MailSender { name, reply_to } = integrations::settings(reader)?.mail_sender;
    let footer = fill(labels.footer, &[("organization", &organization.name)]);
    let letter = Letter {
        language: language.tag(),
        subject: body.subject,
        greeting: user.map_or_else(
            || labels.hello_stranger.to_owned(),
            |user| fill(labels.hello, &[("name", &user.person.full_name())]),
        ),
        parts: body.parts,
        footer: if reply_to.is_empty() { format!("{footer} {}", labels.unread) } else { footer },
    };
    Ok(Some(Message {
        id: due.id.clone(),
        from_name: if name.is_empty() { organization.name.clone() } else { name },
        reply_to: Some(reply_to).filter(|address| !address.is_empty()),
        to: due.address.clone(),
        subject: letter.subject(),
        text: letter.text(),
        html: letter.html(),
    }))
}

/// What differs between kinds.
struct Body {
    subject: String,
    parts: Vec<Part>,
}

struct Writer<'a> {
    reader: Reader<'a>,
    origin: &'a str,
    organization: &'a PublicOrganization,
    language: Language,
    time_zone: Tz,
}

impl Writer<'_> {
    fn body(&self, content: &Content) -> Result<Option<Body>, SqlError> {
        let labels = Labels::of(self.language);
        let words = Words::of(content.kind(), self.language);
        let time = |at: &Timestamp| time_in_words(*at, self.time_zone);
        Ok(match content {
            Content::Welcome { user_name, password, until } => {
                let facts = vec![
                    (labels.user_name, user_name.clone()),
                    (labels.password, password.clone()),
                    (labels.until, time(until)),
                ];
                Some(self.said(words, &[], vec![Part::Facts(facts), self.sign_in()]))
            }
            Content::TemporaryPassword { password, until } => {
                let facts = vec![(labels.password, password.clone()), (labels.until, time(until))];
                Some(self.said(words, &[], vec![Part::Facts(facts), self.sign_in()]))
            }
            Content::PasswordChanged | Content::TwoStepSetUp | Content::TwoStepRemoved => {
                Some(self.said(words, &[], vec![self.sign_in()]))
            }
            Content::LoginChanged { user_name, email } => {
                let facts = vec![(labels.user_name, user_name.clone()), (labels.email, email.clone())];
                Some(self.said(words, &[], vec![Part::Facts(facts), self.sign_in()]))
            }
            Content::Notice { notice } => self.notice(words, notice)?,
            Content::GrantExpires { grant } => self.grant(words, grant)?,
            Content::Recovery { token, until } => {
                if !self.still_opens("recoveries", token)? {
                    return Ok(None);
                }
                let link = Part::Link { label: labels.choose_password, url: self.secret_page("recovery", token) };
                Some(self.said(words, &[], vec![link, Part::Facts(vec![(labels.until, time(until))])]))
            }
            Content::Onboarding { user_name, token, until } => {
                if !self.still_opens("recoveries", token)? {
                    return Ok(None);
                }
                let link = Part::Link { label: labels.choose_password, url: self.secret_page("recovery", token) };
                let facts = vec![(labels.user_name, user_name.clone()), (labels.until, time(until))];
                Some(self.said(words, &[], vec![link, Part::Facts(facts)]))
            }
            Content::Invitation { invitation, token, until } => {
                if !self.still_opens("invitations", token)? {
                    return Ok(None);
                }
                let link = Part::Link { label: labels.accept, url: self.secret_page("invitation", token) };
                let parts = vec![link, Part::Facts(vec![(labels.until, time(until))])];
                self.inviter(invitation)?.map(|sender| self.said(words, &[("sender", &sender)], parts))
            }
            Content::InvitationToUser { invitation } => {
                self.inviter(invitation)?.map(|sender| self.said(words, &[("sender", &sender)], vec![self.sign_in()]))
            }
            Content::Reminder { organizations, .. } => {
                let parts = organizations
                    .iter()
                    .flat_map(|(slug, name)| [Part::Paragraph(format!("{name} ({slug})")), self.sign_in_to(slug)]);
                Some(self.said(words, &[], parts.collect()))
            }
        })
    }

    /// The kind's own sentences around what it brings.
    fn said(&self, words: Words, more: &[(&str, &str)], middle: Vec<Part>) -> Body {
        let arguments: Vec<(&str, &str)> =
            [("organization", self.organization.name.as_str())].into_iter().chain(more.iter().copied()).collect();
        let paragraph = |sentence: &&str| Part::Paragraph(fill(sentence, &arguments));
        let parts = words.before.iter().map(paragraph).chain(middle).chain(words.after.iter().map(paragraph));
        Body { subject: fill(words.subject, &arguments), parts: parts.collect() }
    }

    fn notice(&self, words: Words, notice: &NoticeId) -> Result<Option<Body>, SqlError> {
        let Some((details, sender)) = notices::told(self.reader, notice)? else {
            return Ok(None);
        };
        let link = Part::Link { label: Labels::of(self.language).open, url: self.page("notices") };
        let arguments = [("title", details.title.as_str()), ("sender", sender.as_str())];
        Ok(Some(self.said(words, &arguments, vec![Part::Quote(details.text), link])))
    }

    /// A grant that was taken meanwhile ends no more.
    fn grant(&self, words: Words, grant: &GrantId) -> Result<Option<Body>, SqlError> {
        let labels = Labels::of(self.language);
        let row = self.reader.row(
            "SELECT roles.kind, roles.details, grants.valid_until, users.full_name, groups.details FROM grants
             JOIN roles ON roles.id = grants.role LEFT JOIN users ON users.id = grants.user
             LEFT JOIN groups ON groups.id = grants.group_id WHERE grants.id = ?",
            params![grant],
        )?;
        let Some(row) = row else {
            return Ok(None);
        };
        let role: shared::roles::RoleDetails = row.json(1)?;
        let role = if row.get::<String>(0)? == "custom" { role.name } else { labels.role(&role.name) };
        let holder = match row.get::<Option<String>>(3)? {
            Some(name) => name,
            None => row.json::<shared::groups::GroupDetails>(4)?.name,
        };
        let until = row.get::<Option<Timestamp>>(2)?;
        let until = until.map(|until| time_in_words(until, self.time_zone)).unwrap_or_default();
        let facts = vec![(labels.role, role), (labels.holder, holder), (labels.ends, until)];
        Ok(Some(self.said(words, &[], vec![Part::Facts(facts), self.sign_in()])))
    }

    /// Who has sent an invitation, unless it was taken back.
    fn inviter(&self, invitation: &InvitationId) -> Result<Option<String>, SqlError> {
        let row = self.reader.row(
            "SELECT users.full_name FROM invitations JOIN users ON users.id = invited_by WHERE invitations.id = ?",
            params![invitation],
        )?;
        row.map(|row| row.get(0)).transpose()
    }

    /// Whether a link has not been used, taken back or followed by another since it was written.
    fn still_opens(&self, table: &str, token: &str) -> Result<bool, SqlError> {
        let sql = format!("SELECT 1 FROM {table} WHERE token_digest = ?");
        Ok(self.reader.row(&sql, params![text::digest(token)])?.is_some())
    }

    /// A page with a secret. It is the fragment, which browsers send to nobody.
    fn secret_page(&self, page: &str, token: &str) -> String {
        format!("{}#{token}", self.page(page))
    }

    fn sign_in(&self) -> Part {
        self.sign_in_to(&self.organization.slug)
    }

    fn sign_in_to(&self, slug: &Slug) -> Part {
        Part::Link { label: Labels::of(self.language).sign_in, url: self.page_of(slug, "sign-in") }
    }

    /// A page of the console, at the configured origin: whatever a request claimed to be sent to
    /// plays no part.
    fn page(&self, page: &str) -> String {
        self.page_of(&self.organization.slug, page)
    }

    fn page_of(&self, slug: &Slug, page: &str) -> String {
        format!("{}/o/{slug}/{page}", self.origin.trim_end_matches('/'))
    }
}

/// A time in the organization's time zone, which it names, as people in every language can read it.
fn time_in_words(at: Timestamp, zone: Tz) -> String {
    let time = chrono::DateTime::from_timestamp_millis(at.0).unwrap_or_default().with_timezone(&zone);
    format!("{} {}", time.format("%Y-%m-%d %H:%M"), zone.name())
}

#[cfg(test)]
mod tests;
