//! Devices.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    inventory::{self, Query, Table, WORDS_MAX},
    params,
    setup::trim,
    sites,
    sql::{Reader, Row, SqlError, Value},
    text,
};
use shared::{
    Code, FieldError, Problem,
    authority::{
        Target,
        permission::{INVENTORY_UPDATE, INVENTORY_VIEW},
    },
    devices::{
        Device, DeviceDetails, DeviceKind,
        api::{Create, Delete, List, Update, View},
        normalized,
    },
    ids::{DeviceId, UserId},
    page::Page,
    validation::Validate,
};

/// Where devices are.
pub(crate) const TABLE: Table<Device> = Table {
    name: "devices",
    key: "name_key",
    columns: "version, details, user",
    read: |row| device(row, 1),
    holder: |device| &mut device.holder,
};

/// A row of the id and [`TABLE`]'s columns, from the column `from`.
fn device(row: &Row, from: usize) -> Result<Device, SqlError> {
    let user: Option<UserId> = row.parse_optional(from + 3)?;
    Ok(Device {
        id: row.parse(from)?,
        version: row.get(from + 1)?,
        details: row.json(from + 2)?,
        assigned: user.is_some(),
        holder: inventory::unnamed(user),
    })
}

/// Lists the devices that the caller may see.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<Device>, Stop> {
    let query = Query {
        permission: INVENTORY_VIEW,
        site: request.site.as_ref(),
        assigned: request.assigned,
        user: request.user.as_ref(),
        more: search(request.q.as_deref(), request.kind),
        direction: request.direction,
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    inventory::page(context, &TABLE, query)
}

/// What people look for in a list of devices: words of the model, an identifier in any form.
pub(crate) fn search(q: Option<&str>, kind: Option<DeviceKind>) -> Vec<(&'static str, Vec<Value>)> {
    let of_kind = kind.map(|kind| ("kind = ?", params![kind.as_str()].to_vec()));
    let words = q.unwrap_or_default().split_whitespace().take(WORDS_MAX).map(|word| {
        let (plain, identifier) = (text::plain(word), normalized(word));
        match identifier.is_empty() {
            true => ("instr(search, ?)", params![plain].to_vec()),
            false => ("(instr(search, ?) OR instr(identifier_key, ?))", params![plain, identifier].to_vec()),
        }
    });
    of_kind.into_iter().chain(words).collect()
}

/// A device as a place, if the caller may see it.
pub fn place(context: &Context<'_>, id: &DeviceId) -> Result<Target, Stop> {
    let device = find(context.reader, id)?.ok_or(Code::NotFound)?;
    inventory::place(context, device.details.site.as_ref(), &[INVENTORY_VIEW])
}

/// A device, if there is one; its holder has no name.
pub(crate) fn find(reader: Reader<'_>, id: &DeviceId) -> Result<Option<Device>, SqlError> {
    let row = reader.row("SELECT id, version, details, user FROM devices WHERE id = ?", params![id])?;
    row.map(|row| device(&row, 0)).transpose()
}

fn show(context: &Context<'_>, id: &DeviceId) -> Result<Device, Stop> {
    let mut found = [find(context.reader, id)?.ok_or(Code::NotFound)?];
    inventory::name_holders(context, &mut found, TABLE.holder)?;
    let [device] = found;
    Ok(device)
}

/// Shows a device.
pub fn view(context: &Context<'_>, request: View) -> Result<Device, Stop> {
    show(context, &request.device)
}

/// Adds a device.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Device>, Stop> {
    request.validate()?;
    let details = trimmed(request.details);
    sites::must_exist(context.reader, details.site.iter(), "details.site")?;
    free(context.reader, &details, None)?;
    let device: DeviceId = context.surroundings.id();
    let effect = Effect::DeviceCreated { device: device.clone(), details };
    Ok(Plan::new(vec![effect], move |context| show(context, &device)))
}

/// Changes a device. Moving it to another site needs the right at both.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Device>, Stop> {
    request.validate()?;
    let before = show(context, &request.device)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let details = trimmed(request.details);
    sites::must_exist(context.reader, details.site.iter(), "details.site")?;
    context.require(&INVENTORY_UPDATE, &Target::of(details.site.as_ref()))?;
    free(context.reader, &details, Some(&request.device))?;
    let device = request.device;
    let effect = Effect::DeviceUpdated { device: device.clone(), before: before.details, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &device)))
}

/// Deletes a device that nobody has.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = show(context, &request.device)?;
    inventory::must_be_free(before.assigned.into())?;
    Ok(Plan::new(vec![Effect::DeviceDeleted { device: request.device, before: before.details }], |_| Ok(())))
}

fn trimmed(mut details: DeviceDetails) -> DeviceDetails {
    trim(&mut details.model);
    trim(&mut details.identifier);
    details
}

/// Refuses an identifier that another device has, however it is written.
pub(crate) fn free(reader: Reader<'_>, details: &DeviceDetails, except: Option<&DeviceId>) -> Result<(), Stop> {
    let key = normalized(&details.identifier);
    let taken = reader.row("SELECT 1 FROM devices WHERE identifier_key = ? AND id IS NOT ?", params![key, except])?;
    match taken {
        Some(_) => Err(Problem::invalid(vec![FieldError::new("details.identifier", "identifier_taken")]).into()),
        None => Ok(()),
    }
}
