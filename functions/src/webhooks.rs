//! Webhooks: addresses elsewhere that are told what happened.
//!
//! A webhook hears what whoever answers for it may read in the audit trail; that is asked when
//! something happens and again when it is sent. How deliveries come about and are tried again is
//! [`crate::effects::deliveries`]'s, what they say [`compose`]'s.

use crate::{
    addresses,
    audit::Readable,
    effects::{Effect, Hidden},
    gateway::{Context, Plan, Stop},
    organizations, params, people,
    setup::trim,
    sql::{Reader, Row, SqlError, Value},
};
use shared::{
    Code, FieldError, Problem,
    audit::Record,
    authority::{Access, Target, decide, permission::INTEGRATIONS_UPDATE},
    ids::{DeliveryId, UserId, WebhookId},
    time::{Span, Timestamp},
    validation::Validate,
    webhooks::{
        About, Delivery, DeliveryStatus, OffReason, SECRET_PREFIX, WEBHOOKS_MAX, Webhook, WebhookDetails,
        api::{Create, Delete, Deliveries, LISTED, List, Made, Resend, Rotate, Test, Update, View},
    },
};

mod message;

pub use message::Message;

const COLUMNS: &str = "SELECT id, version, details, held_by, failures, off_reason, previous_until, created_at
    FROM webhooks";

/// Lists the webhooks.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Webhook>, Stop> {
    let rows = context.reader.rows(&format!("{COLUMNS} ORDER BY id"), &[])?;
    rows.iter().map(|row| webhook(context, row)).collect()
}

/// Shows a webhook.
pub fn view(context: &Context<'_>, request: View) -> Result<Webhook, Stop> {
    show(context, &request.webhook)
}

fn show(context: &Context<'_>, id: &WebhookId) -> Result<Webhook, Stop> {
    let row = context.reader.row(&format!("{COLUMNS} WHERE id = ?"), params![id])?;
    webhook(context, &row.ok_or(Code::NotFound)?)
}

fn webhook(context: &Context<'_>, row: &Row) -> Result<Webhook, Stop> {
    let holder: UserId = row.parse(3)?;
    Ok(Webhook {
        id: row.parse(0)?,
        version: row.get(1)?,
        details: row.json(2)?,
        held_by: people::named(context.reader, context.access()?, &holder)?,
        dormant: authority(context.reader, &holder, context.now())?.is_none(),
        failures: row.get(4)?,
        off_reason: row.get::<Option<String>>(5)?.map(|text| off_reason(&text)).transpose()?,
        previous_until: row.get::<Option<Timestamp>>(6)?.filter(|until| context.now() < *until),
        created_at: row.get(7)?,
    })
}

/// An off-switch's column.
pub(crate) const fn off_text(reason: OffReason) -> &'static str {
    match reason {
        OffReason::Failing => "failing",
        OffReason::Gone => "gone",
    }
}

fn off_reason(text: &str) -> Result<OffReason, SqlError> {
    let known = [OffReason::Failing, OffReason::Gone].into_iter().find(|reason| off_text(*reason) == text);
    known.ok_or_else(|| SqlError(format!("no such reason: {text}")))
}

/// Adds a webhook and shows its secret, this once.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Made>, Stop> {
    request.validate()?;
    let details = accepted(request.details)?;
    let count = context.reader.row("SELECT count(*) FROM webhooks", &[])?;
    if count.map_or(Ok(0), |row| row.get::<u32>(0))? >= WEBHOOKS_MAX {
        let error = FieldError::new("details.name", "too_many").with("max", WEBHOOKS_MAX);
        return Err(Problem::invalid(vec![error]).into());
    }
    let (webhook, secret): (WebhookId, _) = (context.surroundings.id(), secret(context));
    let effect = Effect::WebhookCreated { webhook: webhook.clone(), details, secret: Hidden(secret.clone()) };
    Ok(Plan::new(vec![effect], move |context| made(context, &webhook, secret)))
}

fn made(context: &Context<'_>, webhook: &WebhookId, secret: String) -> Result<Made, Stop> {
    Ok(Made { webhook: show(context, webhook)?, secret: Some(secret) })
}

/// 256 random bits (24 to 64 bytes are asked for), in base64.
fn secret(context: &Context<'_>) -> String {
    format!("{SECRET_PREFIX}{}", data_encoding::BASE64.encode(&context.surroundings.bytes::<32>()))
}

/// What is typed, as it is stored; or what is wrong with the address.
fn accepted(mut details: WebhookDetails) -> Result<WebhookDetails, Stop> {
    trim(&mut details.name);
    let refused = |code| Problem::invalid(vec![FieldError::new("details.url", code)]);
    details.url = addresses::of_text(&details.url, addresses::LOOPBACK_ALLOWED).map_err(refused)?.into();
    Ok(details)
}

/// Changes a webhook.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Webhook>, Stop> {
    request.validate()?;
    let before = show(context, &request.webhook)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let (webhook, details) = (request.webhook, accepted(request.details)?);
    let effect = Effect::WebhookUpdated { webhook: webhook.clone(), before: before.details, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &webhook)))
}

/// Removes a webhook with its log.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = show(context, &request.webhook)?.details;
    Ok(Plan::new(vec![Effect::WebhookDeleted { webhook: request.webhook, before }], |_| Ok(())))
}

/// Replaces a webhook's secret and shows the new one, this once.
pub fn rotate(context: &Context<'_>, request: Rotate) -> Result<Plan<Made>, Stop> {
    request.validate()?;
    let Webhook { id, details, .. } = show(context, &request.webhook)?;
    let secret = secret(context);
    let effect = Effect::WebhookRotated {
        webhook: id.clone(),
        name: details.name,
        secret: Hidden(secret.clone()),
        previous_until: context.now() + Span::hours(request.overlap_hours.into()),
    };
    Ok(Plan::new(vec![effect], move |context| made(context, &id, secret)))
}

/// Lists the latest deliveries.
pub fn deliveries(context: &Context<'_>, request: Deliveries) -> Result<Vec<Delivery>, Stop> {
    show(context, &request.webhook)?;
    let of_webhook = "WHERE webhook = ? ORDER BY created_at DESC, seq DESC, id LIMIT ?";
    log(context, of_webhook, params![&request.webhook, LISTED])
}

/// The deliveries of a selection, each with of what it tells as far as the caller may read the trail.
fn log(context: &Context<'_>, selection: &str, selected: &[Value]) -> Result<Vec<Delivery>, Stop> {
    let (readable, mut values) = match Readable::to(context.reader, context.access()?)? {
        Some(readable) => readable.condition(),
        None => ("0".to_owned(), Vec::new()),
    };
    let sql = format!(
        "SELECT id, effect, seq, status, attempts, response, created_at, tried_at, next_at,
                EXISTS (SELECT 1 FROM audit WHERE audit.seq = deliveries.seq AND {readable})
         FROM deliveries {selection}"
    );
    values.extend_from_slice(selected);
    Ok(context.reader.rows(&sql, &values)?.iter().map(delivery).collect::<Result<_, _>>()?)
}

fn show_delivery(context: &Context<'_>, webhook: &WebhookId, id: &DeliveryId) -> Result<Delivery, Stop> {
    let found = log(context, "WHERE webhook = ? AND id = ?", params![webhook, id])?;
    Ok(found.into_iter().next().ok_or(Code::NotFound)?)
}

fn delivery(row: &Row) -> Result<Delivery, SqlError> {
    let status: String = row.get(3)?;
    let about = match (row.get::<Option<u32>>(2)?, row.get(9)?) {
        (None, _) => About::Test,
        (Some(seq), true) => About::Record { effect: row.get(1)?, seq: seq.into() },
        (Some(_), false) => About::Withheld,
    };
    let known = DeliveryStatus::ALL.into_iter().find(|known| known.as_str() == status);
    Ok(Delivery {
        id: row.parse(0)?,
        about,
        status: known.ok_or_else(|| SqlError(format!("no such status: {status}")))?,
        attempts: row.get(4)?,
        response: row.get::<Option<u32>>(5)?.and_then(|status| u16::try_from(status).ok()),
        created_at: row.get(6)?,
        tried_at: row.get(7)?,
        next_at: row.get(8)?,
    })
}

/// Sends a message that tells of nothing.
pub fn test(context: &Context<'_>, request: Test) -> Result<Plan<Delivery>, Stop> {
    let delivery: DeliveryId = context.surroundings.id();
    ask(context, request.webhook, delivery, false)
}

/// Sends a delivery once more. One that still waits is tried now.
pub fn resend(context: &Context<'_>, request: Resend) -> Result<Plan<Delivery>, Stop> {
    show_delivery(context, &request.webhook, &request.delivery)?;
    ask(context, request.webhook, request.delivery, true)
}

fn ask(context: &Context<'_>, id: WebhookId, delivery: DeliveryId, again: bool) -> Result<Plan<Delivery>, Stop> {
    let webhook = show(context, &id)?;
    if !webhook.details.enabled {
        return Err(Code::WebhookOff.into());
    }
    let name = webhook.details.name;
    let effect = Effect::DeliveryAsked { webhook: id.clone(), name, delivery: delivery.clone(), again };
    Ok(Plan::new(vec![effect], move |context| show_delivery(context, &id, &delivery)))
}

/// What of the trail whoever answers for a webhook may read, as long as he looks after integrations.
pub(crate) fn readable(reader: Reader<'_>, holder: &UserId, now: Timestamp) -> Result<Option<Readable>, SqlError> {
    let access = authority(reader, holder, now)?;
    Ok(access.map(|access| Readable::to(reader, &access)).transpose()?.flatten())
}

/// What whoever answers for a webhook holds; nothing if he may not look after integrations any more.
fn authority(reader: Reader<'_>, holder: &UserId, now: Timestamp) -> Result<Option<Access>, SqlError> {
    let access = people::access(reader, holder, now)?;
    Ok(decide(&access, &INTEGRATIONS_UPDATE, &Target::Organization).is_allowed().then_some(access))
}

/// A delivery to be tried now.
struct Due {
    id: DeliveryId,
    webhook: WebhookId,
    url: String,
    /// The present one first.
    secrets: Vec<String>,
    /// The audit record of which it tells; none for a test.
    record: Option<Record>,
    created_at: Timestamp,
}

/// A delivery as it is right before it is tried; nothing if the webhook may not hear of it any more.
fn due(reader: Reader<'_>, delivery: &DeliveryId, now: Timestamp) -> Result<Option<Due>, SqlError> {
    let row = reader.row(
        "SELECT webhook, details, secret, previous_secret, previous_until, held_by, seq, deliveries.created_at
         FROM deliveries JOIN webhooks ON webhooks.id = webhook WHERE deliveries.id = ? AND status = 'waiting'",
        params![delivery],
    )?;
    let Some(row) = row else {
        return Ok(None);
    };
    let holder: UserId = row.parse(5)?;
    let record = match row.get::<Option<i64>>(6)? {
        Some(seq) => match readable(reader, &holder, now)?.map(|readable| readable.line(reader, seq)).transpose()? {
            Some(Some(line)) => Some(serde_json::from_str(&line).map_err(|error| SqlError(error.to_string()))?),
            _ => return Ok(None),
        },
        None if authority(reader, &holder, now)?.is_some() => None,
        None => return Ok(None),
    };
    let previous = row.get::<Option<Timestamp>>(4)?.filter(|until| now < *until);
    let previous = previous.map(|_| row.get::<String>(3)).transpose()?;
    Ok(Some(Due {
        id: delivery.clone(),
        webhook: row.parse(0)?,
        url: row.json::<WebhookDetails>(1)?.url,
        secrets: [row.get(2)?].into_iter().chain(previous).collect(),
        record,
        created_at: row.get(7)?,
    }))
}

/// The message of an attempt at a delivery; nothing if the webhook may not hear of it any more.
pub fn compose(reader: Reader<'_>, delivery: &DeliveryId, now: Timestamp) -> Result<Option<Message>, SqlError> {
    let (Some(due), Some(organization)) = (due(reader, delivery, now)?, organizations::find(reader)?) else {
        return Ok(None);
    };
    message::compose(&due, &organization.slug, now).map(Some)
}
