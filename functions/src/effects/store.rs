//! How each effect is written. The only SQL that changes an organization's data.

use super::{Effect, GrantDetails, Link, Origin, deliveries, directories, two_step};
use crate::{
    accounts::searched,
    batches, groups, guesses, params, roles,
    sql::{Sql, SqlError, Value, insert, json},
    text, webhooks,
};
use shared::{
    assignments::Asset,
    authority::Scope,
    batches::{BatchKind, Item},
    devices::{self, DeviceDetails},
    grants::Subject,
    groups::GroupKind,
    ids::{BatchId, CredentialId, DeviceId, GrantId, GroupId, NoticeId, NumberId, SiteId, UserId, WebhookId},
    notices::NoticeDetails,
    numbers::{self, NumberDetails},
    orders::OrderStatus,
    password::Policy,
    roles::RoleKind,
    time::{Span, Timestamp},
    users::Person,
    webhooks::WebhookDetails,
};
use std::collections::BTreeSet;

/// How long an invitation can be sent again after its link has expired.
const INVITATIONS_KEPT: Span = Span::days(30);

const COUNT_VERSION: &str = "UPDATE organization SET version = version + 1";

pub(super) fn store(sql: &dyn Sql, origin: &Origin<'_>, now: Timestamp, effect: &Effect) -> Result<(), SqlError> {
    let actor = origin.actor.map(|access| &access.user);
    let run = |statement: &str, params: &[crate::sql::Value]| sql.query(statement, params).map(|_| ());
    match effect {
        Effect::OrganizationCreated { organization } => run(
            "INSERT INTO organization (singleton, slug, name, language, password_policy, created_at) VALUES (1, ?, ?, ?, ?, ?)",
            params![
                &organization.slug,
                organization.name.trim(),
                organization.language.tag(),
                json(&Policy::default()),
                now
            ],
        ),
        Effect::OrganizationUpdated { settings, .. } => run(
            "UPDATE organization SET name = ?, language = ?, password_policy = ?, privacy_statement = ?, time_zone = ?,
                                     contact = ?, session_policy = ?, import_rows = ?, words = ?,
                                     version = version + 1",
            params![
                &settings.name,
                settings.language.tag(),
                json(&settings.password_policy),
                &settings.privacy_statement,
                &settings.time_zone.0,
                json(&settings.contact),
                json(&settings.session_policy),
                settings.import_rows,
                json(&settings.words)
            ],
        ),
        Effect::LogoSet { details, data, .. } => {
            run(
                "INSERT OR REPLACE INTO logo (singleton, details, data) VALUES (1, ?, ?)",
                params![json(details), data],
            )?;
            run(COUNT_VERSION, &[])
        }
        Effect::LogoRemoved { .. } => {
            run("DELETE FROM logo", &[])?;
            run(COUNT_VERSION, &[])
        }
        Effect::ColorsChosen { details, .. } => {
            run("UPDATE organization SET colors = ?", params![json(details)])?;
            run(COUNT_VERSION, &[])
        }
        Effect::OrganizationRegistered { slug, name, setup_token } => run(
            "INSERT INTO organizations (slug, number, name, search, status, setup_token, created_at)
             SELECT ?, coalesce(max(number), 1000) + 1, ?, ?, 'provisioning', ?, CAST(? AS INTEGER) FROM organizations",
            params![slug, name, searched(slug.as_str(), name), &setup_token.0, now],
        ),
        Effect::OrganizationActivated { slug } => {
            run("UPDATE organizations SET status = 'active' WHERE slug = ?", params![slug])
        }
        Effect::AccountSuspended { slug, .. } => {
            run("UPDATE organizations SET suspended_at = ? WHERE slug = ?", params![now, slug])
        }
        Effect::AccountResumed { slug, .. } => {
            run("UPDATE organizations SET suspended_at = NULL WHERE slug = ?", params![slug])
        }
        Effect::OrganizationSuspended => {
            run("UPDATE organization SET suspended_at = ?", params![now])?;
            run("DELETE FROM sessions", &[])
        }
        Effect::OrganizationResumed => run("UPDATE organization SET suspended_at = NULL", &[]),
        Effect::UserCreated { .. } => store_users(sql, origin, now, std::slice::from_ref(effect)),
        Effect::UserUpdated { user, before, person, site, .. } => update_user(sql, user, before, person, site.as_ref()),
        Effect::LanguageChosen { user, language } => {
            run("UPDATE users SET language = ? WHERE id = ?", params![language.map(|language| language.tag()), user])
        }
        Effect::PreferencesChosen { user, time_zone, notices_by_mail } => run(
            "UPDATE users SET time_zone = ?, notices_by_mail = ? WHERE id = ?",
            params![time_zone.as_deref(), *notices_by_mail, user],
        ),
        Effect::RecoveryAsked { key } => {
            run("INSERT OR REPLACE INTO recovery_requests (key, asked_at) VALUES (?, ?)", params![key, now])
        }
        Effect::ReminderAsked { key, language } => run(
            "INSERT OR REPLACE INTO reminder_requests (email_key, language, asked_at) VALUES (?, ?, ?)",
            params![key, language.tag(), now],
        ),
        Effect::InvitationSent { invitation, email, site, group, token, expires_at } => {
            // Whoever has not come in all that time was not waiting.
            run("DELETE FROM invitations WHERE expires_at < ?", params![Timestamp(now.0.saturating_sub(INVITATIONS_KEPT.0))])?;
            run(
            "INSERT OR REPLACE INTO invitations (id, email, email_key, site, group_id, token_digest, invited_by, sent_at,
                                                 expires_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                invitation,
                email,
                text::fold(email),
                site.as_ref(),
                group.as_ref(),
                text::digest(&token.0),
                actor,
                now,
                *expires_at
            ],
        )}
        Effect::InvitationRevoked { invitation, .. } => {
            run("DELETE FROM invitations WHERE id = ?", params![invitation])
        }
        // Whoever has become a user is invited no more, by nobody.
        Effect::InvitationAccepted { invitation, .. } => run(
            "DELETE FROM invitations WHERE email_key = (SELECT email_key FROM invitations WHERE id = ?)",
            params![invitation],
        ),
        Effect::UserDisabled { user } => {
            run("DELETE FROM recoveries WHERE user = ?", params![user])?;
            run("UPDATE users SET status = 'disabled', version = version + 1 WHERE id = ?", params![user])?;
            run("DELETE FROM sessions WHERE user = ?", params![user])
        }
        Effect::UserEnabled { user } => {
            run("UPDATE users SET status = 'active', version = version + 1 WHERE id = ?", params![user])
        }
        Effect::PasswordSet { user, phc, temporary_until, is_short, .. } => {
            run("DELETE FROM recoveries WHERE user = ?", params![user])?;
            run(
                "UPDATE users SET phc = ?, temporary_until = ?, short_password = ?, version = version + 1 WHERE id = ?",
                params![&phc.0, *temporary_until, *is_short, user],
            )?;
            run("DELETE FROM sessions WHERE user = ?", params![user])
        }
        Effect::LinkSent { user, token, expires_at, .. } => run(
            "INSERT OR REPLACE INTO recoveries (user, token_digest, made_at, expires_at) VALUES (?, ?, ?, ?)",
            params![user, text::digest(&token.0), now, *expires_at],
        ),
        Effect::GrantAdded { grant, details } => insert_grant(sql, grant, details, actor, now),
        Effect::GrantRemoved { grant, before } => {
            run("DELETE FROM grants WHERE id = ?", params![grant])?;
            recount(sql, &before.subject)
        }
        Effect::GrantSuspended { grant, .. } => run("UPDATE grants SET suspended = 1 WHERE id = ?", params![grant]),
        Effect::GrantResumed { grant, .. } => run("UPDATE grants SET suspended = 0 WHERE id = ?", params![grant]),
        Effect::GrantRehomed { grant, grantor, .. } => {
            run("UPDATE grants SET granted_by = ? WHERE id = ?", params![grantor, grant])
        }
        Effect::GroupCreated { group, kind, built_in, parent, details } => {
            let key = if *built_in { groups::built_in_key() } else { text::fold(&details.name) };
            run(
                "INSERT INTO groups (id, kind, built_in, parent, name_key, details) VALUES (?, ?, ?, ?, ?, ?)",
                params![group, groups::kind_text(*kind), *built_in, parent.as_ref(), key, json(details)],
            )?;
            run("INSERT INTO group_paths (group_id, ancestor) VALUES (?, ?)", params![group, group])?;
            below(sql, group, parent.as_ref())
        }
        Effect::GroupUpdated { group, details, .. } => run(
            "UPDATE groups SET name_key = ?, details = ?, version = version + 1 WHERE id = ?",
            params![text::fold(&details.name), json(details), group],
        ),
        Effect::GroupMoved { group, parent, .. } => move_group(sql, group, parent.as_ref()),
        Effect::GroupDisabled { group, grants } => {
            run("UPDATE groups SET waiting = ? WHERE id = ?", params![json(grants), group])?;
            run("UPDATE grants SET suspended = 1 WHERE id IN (SELECT value FROM json_each(?))", params![json(grants)])
        }
        Effect::GroupEnabled { group, grants } => {
            run("UPDATE groups SET waiting = NULL WHERE id = ?", params![group])?;
            run("UPDATE grants SET suspended = 0 WHERE id IN (SELECT value FROM json_each(?))", params![json(grants)])
        }
        Effect::GroupLocked { group, reason, .. } => {
            run("UPDATE groups SET lock_reason = ? WHERE id = ?", params![reason, group])
        }
        Effect::GroupUnlocked { group, .. } => run("UPDATE groups SET lock_reason = NULL WHERE id = ?", params![group]),
        Effect::GroupDeleted { group, .. } => {
            run("DELETE FROM directory_links WHERE resource = ?", params![group])?;
            run("UPDATE directory_links SET team = NULL WHERE team = ?", params![group])?;
            run("DELETE FROM group_paths WHERE group_id = ?", params![group])?;
            run("DELETE FROM groups WHERE id = ?", params![group])
        }
        Effect::MemberAdded { group, kind, user } => {
            run(
                "INSERT INTO memberships (user, group_id, team) VALUES (?, ?, ?)",
                params![user, group, *kind == GroupKind::Team],
            )?;
            recount(sql, &Subject::User(user.clone()))
        }
        Effect::MemberRemoved { group, user, .. } => {
            run("DELETE FROM memberships WHERE user = ? AND group_id = ?", params![user, group])?;
            recount(sql, &Subject::User(user.clone()))
        }
        Effect::FeatureCreated { key, role, details } => {
            run("INSERT INTO features (key, details) VALUES (?, ?)", params![key.as_str(), json(details)])?;
            let own = roles::of_feature(key);
            run(
                "INSERT INTO roles (id, kind, name_key, details, feature) VALUES (?, ?, ?, ?, ?)",
                params![role, roles::kind_text(RoleKind::Feature), &own.name, json(&own), key.as_str()],
            )
        }
        Effect::FeatureUpdated { key, details, .. } => run(
            "UPDATE features SET details = ?, version = version + 1 WHERE key = ?",
            params![json(details), key.as_str()],
        ),
        Effect::FeatureDeleted { key, role, .. } => {
            run("DELETE FROM roles WHERE id = ?", params![role])?;
            run("DELETE FROM features WHERE key = ?", params![key.as_str()])
        }
        Effect::CredentialCreated { credential, name, token, expires_at, reach } => run(
            "INSERT INTO credentials (id, name, token_digest, created_by, created_at, expires_at, scope, permissions)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                credential,
                name,
                &token.0,
                actor,
                now,
                *expires_at,
                json(&reach.scope),
                json(&reach.permissions)
            ],
        ),
        Effect::CredentialRotated { credential, token, previous_until, .. } => run(
            "UPDATE credentials SET previous_digest = token_digest, previous_until = ?, token_digest = ?, created_by = ?
             WHERE id = ?",
            params![*previous_until, &token.0, actor, credential],
        ),
        Effect::CredentialRevoked { credential, .. } => {
            run("DELETE FROM credentials WHERE id = ?", params![credential])
        }
        Effect::DirectoryCreated { .. }
        | Effect::DirectoryUpdated { .. }
        | Effect::RunConfirmed { .. }
        | Effect::RunDeclined { .. }
        | Effect::RunBegun { .. }
        | Effect::RunResumed { .. }
        | Effect::RunReported { .. }
        | Effect::RunFailed { .. } => directories::store(sql, actor, now, effect),
        Effect::IntegrationsUpdated { settings, .. } => run(
            "UPDATE organization SET integrations = ?, integrations_version = integrations_version + 1",
            params![json(settings)],
        ),
        Effect::WebhookCreated { webhook, details, secret } => run(
            "INSERT INTO webhooks (id, details, secret, held_by, created_at) VALUES (?, ?, ?, ?, ?)",
            params![webhook, json(details), &secret.0, actor, now],
        ),
        Effect::WebhookUpdated { webhook, details, .. } => update_webhook(sql, webhook, details, actor),
        Effect::WebhookDeleted { webhook, .. } => run("DELETE FROM webhooks WHERE id = ?", params![webhook]),
        Effect::WebhookRotated { webhook, secret, previous_until, .. } => run(
            "UPDATE webhooks SET previous_secret = secret, previous_until = ?, secret = ?, held_by = ?,
                                 version = version + 1 WHERE id = ?",
            params![*previous_until, &secret.0, actor, webhook],
        ),
        Effect::WebhookSwitchedOff { webhook, reason, .. } => {
            run(
                "UPDATE webhooks SET details = json_set(details, '$.enabled', json('false')), off_reason = ?,
                                     version = version + 1 WHERE id = ?",
                params![webhooks::off_text(*reason), webhook],
            )?;
            deliveries::give_up(sql, webhook)
        }
        Effect::DeliveryAsked { webhook, delivery, again, .. } => {
            deliveries::ask(sql, now, webhook, delivery, *again)
        }
        Effect::UserLinked { user, credential, details, .. } => {
            write_link(sql, credential, "user", user.as_str(), details)
        }
        Effect::GroupLinked { group, credential, details, .. } => {
            write_link(sql, credential, "group", group.as_str(), details)
        }
        Effect::SeenAs { .. } => Ok(()),
        Effect::SiteCreated { site, details } => run(
            "INSERT INTO sites (id, name_key, details) VALUES (?, ?, ?)",
            params![site, text::fold(&details.name), json(details)],
        ),
        Effect::SiteUpdated { site, details, .. } => run(
            "UPDATE sites SET name_key = ?, details = ?, version = version + 1 WHERE id = ?",
            params![text::fold(&details.name), json(details), site],
        ),
        Effect::RoleCreated { role, kind, details } => run(
            "INSERT INTO roles (id, kind, name_key, details) VALUES (?, ?, ?, ?)",
            params![role, roles::kind_text(*kind), text::fold(&details.name), json(details)],
        ),
        Effect::RoleUpdated { role, details, .. } => run(
            "UPDATE roles SET name_key = ?, details = ?, version = version + 1 WHERE id = ?",
            params![text::fold(&details.name), json(details), role],
        ),
        Effect::RoleDeleted { role, .. } => run("DELETE FROM roles WHERE id = ?", params![role]),
        Effect::NoticeSent { notice, details, recipients } => {
            insert_notice(sql, notice, details, *recipients, actor, now)
        }
        Effect::NoticeRead { notice, user } => run(
            "INSERT OR IGNORE INTO notice_receipts (notice, user, read_at) VALUES (?, ?, ?)",
            params![notice, user, now],
        ),
        Effect::NoteCreated { note, details } => run(
            "INSERT INTO notes (id, site, text, author, created_at) VALUES (?, ?, ?, ?, ?)",
            params![note, details.site.as_ref(), &details.text, actor, now],
        ),
        Effect::NoteDeleted { note, .. } => run("DELETE FROM notes WHERE id = ?", params![note]),
        Effect::OrderCreated { order, details } => run(
            "INSERT INTO orders (id, details, site, status, ordered_by, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            params![order, json(details), details.site.as_ref(), OrderStatus::Open.as_str(), actor, now],
        ),
        Effect::OrderUpdated { order, status, .. } => {
            run("UPDATE orders SET status = ?, version = version + 1 WHERE id = ?", params![status.as_str(), order])
        }
        Effect::SessionStarted { session, user, token, user_agent, expires_at, confirmed } => {
            run("DELETE FROM sessions WHERE expires_at <= ?", params![now])?;
            run(
                "INSERT INTO sessions (id, user, token_digest, user_agent, created_at, last_seen_at, expires_at, confirmed)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                params![session, user, &token.0, user_agent, now, now, *expires_at, *confirmed],
            )?;
            run("UPDATE users SET last_seen_at = ? WHERE id = ?", params![now, user])
        }
        Effect::SessionEnded { session, .. } => run("DELETE FROM sessions WHERE id = ?", params![session]),
        Effect::SignInFailed { .. } | Effect::CodeRefused { .. } => Ok(()),
        Effect::CodeConfirmed { .. }
        | Effect::CodeUsed { .. }
        | Effect::TwoStepBegun { .. }
        | Effect::TwoStepSetUp { .. }
        | Effect::RecoveryCodesMade { .. }
        | Effect::TwoStepRemoved { .. }
        | Effect::TwoStepReset { .. }
        | Effect::TwoStepPolicyUpdated { .. } => two_step::store(sql, now, effect),
        Effect::NumberCreated { number, details } => {
            run(
                "INSERT INTO numbers (id, details, number_key, search) VALUES (?, '', ?, '')",
                params![number, numbers::normalized(&details.number)],
            )?;
            write_number(sql, number, details)
        }
        Effect::NumberUpdated { number, details, .. } => {
            run("UPDATE numbers SET version = version + 1 WHERE id = ?", params![number])?;
            write_number(sql, number, details)
        }
        Effect::NumberDeleted { number, .. } => run("DELETE FROM numbers WHERE id = ?", params![number]),
        Effect::DeviceCreated { device, details } => {
            run(
                "INSERT INTO devices (id, details, kind, identifier_key, name_key, search) VALUES (?, '', '', ?, '', '')",
                params![device, devices::normalized(&details.identifier)],
            )?;
            write_device(sql, device, details)
        }
        Effect::DeviceUpdated { device, details, .. } => {
            run("UPDATE devices SET version = version + 1 WHERE id = ?", params![device])?;
            write_device(sql, device, details)
        }
        Effect::DeviceDeleted { device, .. } => run("DELETE FROM devices WHERE id = ?", params![device]),
        Effect::LicenseCreated { license, details } => run(
            "INSERT INTO licenses (id, details, name_key, quantity, released_on_disable) VALUES (?, ?, ?, ?, ?)",
            params![license, json(details), text::fold(&details.name), details.quantity, details.released_on_disable],
        ),
        Effect::LicenseUpdated { license, details, .. } => run(
            "UPDATE licenses SET details = ?, name_key = ?, quantity = ?, released_on_disable = ?,
                                 version = version + 1 WHERE id = ?",
            params![json(details), text::fold(&details.name), details.quantity, details.released_on_disable, license],
        ),
        Effect::LicenseDeleted { license, .. } => run("DELETE FROM licenses WHERE id = ?", params![license]),
        Effect::SeatsReserved { license, group, seats: 0, .. } => {
            run("DELETE FROM reservations WHERE license = ? AND group_id = ?", params![license, group])
        }
        Effect::SeatsReserved { license, group, seats, .. } => run(
            "INSERT INTO reservations (license, group_id, seats) VALUES (?, ?, ?)
             ON CONFLICT DO UPDATE SET seats = excluded.seats",
            params![license, group, *seats],
        ),
        Effect::Assigned { asset, user, .. } => assign(sql, asset, user),
        Effect::Unassigned { asset, user, .. } => unassign(sql, asset, user),
        Effect::SeatReleased { license, user } => unassign(sql, &Asset::License(license.clone()), user),
        Effect::BatchStarted { batch, kind, site, passwords } => {
            forget_batches(sql, now)?;
            insert_batch(sql, batch, *kind, site.as_ref(), *passwords, actor, now)
        }
        Effect::BatchAbandoned { batch } => run("DELETE FROM batches WHERE id = ? AND NOT applied", params![batch]),
        Effect::BatchApplied { batch, kind, site, done, refused, items, .. } => {
            forget_batches(sql, now)?;
            insert_batch(sql, batch, *kind, site.as_ref(), 0, actor, now)?;
            run(
                "UPDATE batches SET applied = 1, hashed = passwords, done = ?, refused = ? WHERE id = ?",
                params![*done, *refused, batch],
            )?;
            items.chunks(ITEMS_AT_ONCE).try_for_each(|items| insert_items(sql, batch, items))
        }
        Effect::BatchUndone { .. } => Ok(()),
        Effect::BrowserRemembered { user, token } => {
            run("INSERT INTO browsers (token_digest, user, created_at) VALUES (?, ?, ?)", params![&token.0, user, now])
        }
        Effect::Guessed { key, count } => store_guesses(sql, key, *count, now),
    }
}

/// Users are written so many at once, since a statement costs more than a row.
const USERS_AT_ONCE: usize = 500;

/// Stores effects that add users, all of them new.
pub(super) fn store_users(
    sql: &dyn Sql,
    origin: &Origin<'_>,
    now: Timestamp,
    effects: &[Effect],
) -> Result<(), SqlError> {
    let actor = origin.actor.map(|access| &access.user);
    for some in effects.chunks(USERS_AT_ONCE) {
        let (mut users, mut logins) = (Vec::new(), Vec::new());
        for effect in some {
            if let Effect::UserCreated { user, person, site, phc, temporary_until, .. } = effect {
                let keys = Logins::of(person);
                let own = params![user, &phc.0, *temporary_until, actor, now, "active"];
                users.push([&written(person, site.as_ref(), &keys)[..], own].concat());
                logins.extend(keys.rows(user));
            }
        }
        insert(sql, &format!("users ({PERSON}, id, phc, temporary_until, created_by, created_at, status)"), &users)?;
        insert(sql, LOGINS, &logins)?;
    }
    Ok(())
}

fn update_user(
    sql: &dyn Sql,
    user: &UserId,
    before: &Person,
    person: &Person,
    site: Option<&SiteId>,
) -> Result<(), SqlError> {
    let logins = Logins::of(person);
    sql.query(
        &format!("UPDATE users SET ({PERSON}, version) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, version + 1) WHERE id = ?"),
        &[&written(person, site, &logins)[..], params![user]].concat(),
    )?;
    let before = Logins::of(before);
    if before.email != logins.email {
        // A link that went to another address is nobody's any more.
        sql.query("DELETE FROM recoveries WHERE user = ?", params![user])?;
    }
    if before != logins {
        sql.query("DELETE FROM logins WHERE user = ?", params![user])?;
        insert(sql, LOGINS, &logins.rows(user))?;
    }
    Ok(())
}

/// The columns that follow from a person and his site: all that is kept of him, his name, and by what he sorts and is
/// found.
const PERSON: &str = "person, full_name, user_name, email, name_key, user_name_key, email_key, search, agent, site";

fn written(person: &Person, site: Option<&SiteId>, logins: &Logins) -> [Value; 10] {
    let name = person.full_name();
    let search = text::plain(&format!("{name} {} {}", logins.user_name, logins.email));
    [
        json(person),
        name.into(),
        (&person.user_name).into(),
        (&person.email).into(),
        text::plain(&format!("{} {}", person.family_name, person.given_name)).into(),
        (&logins.user_name).into(),
        (&logins.email).into(),
        search.into(),
        person.agent.into(),
        site.into(),
    ]
}

const LOGINS: &str = "logins (key, user, skeleton)";

/// With what somebody signs in, as it is compared.
#[derive(PartialEq)]
struct Logins {
    user_name: String,
    email: String,
}

impl Logins {
    fn of(person: &Person) -> Self {
        Self { user_name: text::fold(&person.user_name), email: text::fold(&person.email) }
    }

    fn rows(&self, user: &UserId) -> Vec<Vec<Value>> {
        let row = |key: &String| params![key, user, text::skeleton_of_key(key)].to_vec();
        BTreeSet::from([&self.user_name, &self.email]).into_iter().map(row).collect()
    }
}

fn insert_grant(
    sql: &dyn Sql,
    grant: &GrantId,
    details: &GrantDetails,
    actor: Option<&UserId>,
    now: Timestamp,
) -> Result<(), SqlError> {
    let GrantDetails { subject, role, scope, validity, reason, .. } = details;
    let (user, group) = match subject {
        Subject::User(user) => (Some(user), None),
        Subject::Group(group) => (None, Some(group)),
    };
    sql.query(
        "INSERT INTO grants (id, user, group_id, role, scope, everywhere, valid_from, valid_until, suspended, reason,
                             granted_by, granted_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            grant,
            user,
            group,
            role,
            json(scope),
            *scope == Scope::Organization,
            validity.from,
            validity.until,
            details.suspended,
            reason,
            actor,
            now
        ],
    )?;
    match scope {
        Scope::Organization => {}
        Scope::Sites { sites } => {
            sql.query("INSERT INTO grant_sites SELECT ?, value FROM json_each(?)", params![grant, json(sites)])?;
        }
        Scope::Groups { groups } => {
            sql.query("INSERT INTO grant_groups SELECT ?, value FROM json_each(?)", params![grant, json(groups)])?;
        }
    }
    recount(sql, subject)
}

fn insert_notice(
    sql: &dyn Sql,
    notice: &NoticeId,
    details: &NoticeDetails,
    recipients: u32,
    actor: Option<&UserId>,
    now: Timestamp,
) -> Result<(), SqlError> {
    sql.query(
        "INSERT INTO notices (id, details, everywhere, sender, sent_at, recipients) VALUES (?, ?, ?, ?, ?, ?)",
        params![notice, json(details), details.scope == Scope::Organization, actor, now, recipients],
    )?;
    match &details.scope {
        Scope::Organization => {}
        Scope::Sites { sites } => {
            sql.query("INSERT INTO notice_sites SELECT ?, value FROM json_each(?)", params![notice, json(sites)])?;
        }
        Scope::Groups { groups } => {
            sql.query("INSERT INTO notice_groups SELECT ?, value FROM json_each(?)", params![notice, json(groups)])?;
        }
    }
    Ok(())
}

fn write_link(
    sql: &dyn Sql,
    credential: &CredentialId,
    kind: &str,
    resource: &str,
    link: &Link,
) -> Result<(), SqlError> {
    let Link { external_id, attributes, gone, team } = link;
    sql.query(
        "INSERT INTO directory_links (credential, kind, resource, external_id, attributes, gone, team)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (credential, resource) DO UPDATE SET
             external_id = excluded.external_id, attributes = excluded.attributes, gone = excluded.gone,
             team = excluded.team, version = version + 1",
        params![credential, kind, resource, external_id.as_deref(), json(attributes), *gone, team.as_ref()],
    )?;
    Ok(())
}

/// Counts again how many grants the people hold who inherit from `subject`, or the person himself.
fn recount(sql: &dyn Sql, subject: &Subject) -> Result<(), SqlError> {
    let count = "UPDATE users SET grants = (SELECT count(*) FROM held WHERE held.user = users.id)";
    match subject {
        Subject::User(user) => {
            sql.query(&format!("{count}, version = version + 1 WHERE id = ?"), params![user])?;
        }
        Subject::Group(group) => {
            let members = "SELECT memberships.user FROM group_paths
                           JOIN memberships ON memberships.group_id = group_paths.group_id WHERE group_paths.ancestor = ?";
            sql.query(&format!("{count} WHERE id IN ({members})"), params![group])?;
        }
    }
    Ok(())
}

/// Takes the group and all below it out of the paths above it, and puts them into the new ones.
fn move_group(sql: &dyn Sql, group: &GroupId, parent: Option<&GroupId>) -> Result<(), SqlError> {
    sql.query("UPDATE groups SET parent = ?, version = version + 1 WHERE id = ?", params![parent, group])?;
    sql.query(
        "DELETE FROM group_paths
         WHERE group_id IN (SELECT group_id FROM group_paths WHERE ancestor = ?)
           AND ancestor NOT IN (SELECT group_id FROM group_paths WHERE ancestor = ?)",
        params![group, group],
    )?;
    below(sql, group, parent)?;
    recount(sql, &Subject::Group(group.clone()))
}

/// Adds the paths of a group, and of all below it, through its parent.
fn below(sql: &dyn Sql, group: &GroupId, parent: Option<&GroupId>) -> Result<(), SqlError> {
    if let Some(parent) = parent {
        sql.query(
            "INSERT INTO group_paths (group_id, ancestor)
             SELECT below.group_id, above.ancestor FROM group_paths AS below, group_paths AS above
             WHERE below.ancestor = ? AND above.group_id = ?",
            params![group, parent],
        )?;
    }
    Ok(())
}

/// The number and every column that follows from it.
fn write_number(sql: &dyn Sql, id: &NumberId, details: &NumberDetails) -> Result<(), SqlError> {
    let key = numbers::normalized(&details.number);
    let search = text::plain(&format!("{} {} {key}", details.label, details.number));
    sql.query(
        "UPDATE numbers SET details = ?, number_key = ?, search = ?, site = ? WHERE id = ?",
        params![json(details), key, search, details.site.as_ref(), id],
    )?;
    Ok(())
}

/// The device and every column that follows from it.
fn write_device(sql: &dyn Sql, id: &DeviceId, details: &DeviceDetails) -> Result<(), SqlError> {
    let name = text::plain(&format!("{} {}", details.model, details.identifier));
    let key = devices::normalized(&details.identifier);
    sql.query(
        "UPDATE devices SET details = ?, kind = ?, identifier_key = ?, name_key = ?, search = ?, site = ? WHERE id = ?",
        params![json(details), details.kind.as_str(), key, &name, &name, details.site.as_ref(), id],
    )?;
    Ok(())
}

fn assign(sql: &dyn Sql, asset: &Asset, user: &UserId) -> Result<(), SqlError> {
    match asset {
        Asset::Number(id) => sql.query("UPDATE numbers SET user = ? WHERE id = ?", params![user, id]),
        Asset::Device(id) => sql.query("UPDATE devices SET user = ? WHERE id = ?", params![user, id]),
        Asset::License(id) => sql.query("INSERT INTO seats (license, user) VALUES (?, ?)", params![id, user]),
    }
    .map(|_| ())
}

fn unassign(sql: &dyn Sql, asset: &Asset, user: &UserId) -> Result<(), SqlError> {
    match asset {
        Asset::Number(id) => sql.query("UPDATE numbers SET user = NULL WHERE id = ? AND user = ?", params![id, user]),
        Asset::Device(id) => sql.query("UPDATE devices SET user = NULL WHERE id = ? AND user = ?", params![id, user]),
        Asset::License(id) => sql.query("DELETE FROM seats WHERE license = ? AND user = ?", params![id, user]),
    }
    .map(|_| ())
}

/// Items are written so many at once: a value may have two megabytes.
const ITEMS_AT_ONCE: usize = 500;

/// A batch that has begun is there already.
fn insert_batch(
    sql: &dyn Sql,
    batch: &BatchId,
    kind: BatchKind,
    site: Option<&SiteId>,
    passwords: u32,
    actor: Option<&UserId>,
    now: Timestamp,
) -> Result<(), SqlError> {
    sql.query(
        "INSERT OR IGNORE INTO batches (id, kind, site, passwords, user, created_at, touched_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        params![batch, kind.as_str(), site, passwords, actor, now, now],
    )?;
    Ok(())
}

fn insert_items(sql: &dyn Sql, batch: &BatchId, items: &[Item]) -> Result<(), SqlError> {
    sql.query(
        "INSERT INTO batch_items (batch, row, item) SELECT ?, value ->> 'row', value FROM json_each(?)",
        params![batch, json(&items)],
    )?;
    Ok(())
}

fn forget_batches(sql: &dyn Sql, now: Timestamp) -> Result<(), SqlError> {
    sql.query("DELETE FROM batches WHERE created_at < ?", params![batches::kept_since(now)])?;
    Ok(())
}

/// Counts are forgotten a day after the last guess, so that strangers' inventions do not pile up.
fn store_guesses(
    sql: &dyn Sql,
    key: &guesses::Key,
    count: Option<guesses::Count>,
    now: Timestamp,
) -> Result<(), SqlError> {
    sql.query("DELETE FROM guesses WHERE key = ? OR last_at < ?", params![key.as_str(), super::yesterday(now)])?;
    if let Some(count) = count {
        sql.query(
            "INSERT INTO guesses (key, count, next_at, last_at) VALUES (?, ?, ?, ?)",
            params![key.as_str(), count.count, count.next_at, now],
        )?;
    }
    Ok(())
}

/// Whoever changes a webhook answers for it. One that is switched on again begins without failures;
/// for one that is off nothing waits.
fn update_webhook(
    sql: &dyn Sql,
    webhook: &WebhookId,
    details: &WebhookDetails,
    actor: Option<&UserId>,
) -> Result<(), SqlError> {
    sql.query(
        "UPDATE webhooks SET details = ?, held_by = ?, failures = 0, failing_since = NULL, off_reason = NULL,
                             version = version + 1 WHERE id = ?",
        params![json(details), actor, webhook],
    )?;
    if details.enabled { Ok(()) } else { deliveries::give_up(sql, webhook) }
}
