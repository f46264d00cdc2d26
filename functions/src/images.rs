//! The organization's logo and colors. Its record's version counts their changes, too.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    setup::trim,
    sql::{Reader, SqlError},
    text,
};
use data_encoding::BASE64;
use shared::{
    Code, FieldError, Problem,
    images::{
        Colors, Logo, Look, Picture,
        api::{self, Images, RemoveLogo, SetColors, SetLogo, View},
        look_at,
    },
    validation::Validate,
};

/// Shows them.
pub fn view(context: &Context<'_>, _: View) -> Result<Images, Stop> {
    show(context)
}

fn show(context: &Context<'_>) -> Result<Images, Stop> {
    let row = context.reader.row("SELECT version FROM organization", &[])?.ok_or(Code::UnknownOrganization)?;
    Ok(Images { version: row.get(0)?, logo: logo_of(context.reader)?, colors: colors(context.reader)? })
}

/// What everybody sees of it.
pub(crate) fn look(reader: Reader<'_>) -> Result<Look, SqlError> {
    let Colors { light, dark } = colors(reader)?;
    let without = Look { light, dark, ..Look::default() };
    Ok(match logo_of(reader)? {
        Some(Logo { digest, width, height, .. }) => Look { logo: digest, width, height, ..without },
        None => without,
    })
}

fn logo_of(reader: Reader<'_>) -> Result<Option<Logo>, SqlError> {
    reader.row("SELECT details FROM logo", &[])?.map(|row| row.json(0)).transpose()
}

/// The colors.
pub(crate) fn colors(reader: Reader<'_>) -> Result<Colors, SqlError> {
    let row = reader.row("SELECT colors FROM organization", &[])?;
    row.map_or_else(|| Ok(Colors::default()), |row| row.json(0))
}

/// Gives the logo of this digest to whoever asks. One that was replaced is gone.
pub fn logo(context: &Context<'_>, request: api::Logo) -> Result<Picture, Stop> {
    let row = context.reader.row("SELECT details, data FROM logo", &[])?.ok_or(Code::NotFound)?;
    let details: Logo = row.json(0)?;
    if details.digest != request.digest {
        return Err(Code::NotFound.into());
    }
    Ok(Picture { media_type: details.media_type, data: row.get(1)? })
}

/// Replaces the logo. The same picture again changes nothing.
pub fn set_logo(context: &Context<'_>, request: SetLogo) -> Result<Plan<Images>, Stop> {
    request.validate()?;
    let refused = |error: FieldError| Problem::invalid(vec![error]);
    let bytes = BASE64.decode(request.logo.as_bytes());
    let bytes = bytes.map_err(|_| refused(FieldError::new("logo", "picture_unknown")))?;
    let seen = look_at(&bytes).map_err(refused)?;
    let before = current(context, request.version)?.logo;
    let (digest, media_type) = (text::digest_of(&bytes), seen.media_type);
    let details = Logo { digest, media_type, width: seen.width, height: seen.height };
    let changes = before.as_ref() != Some(&details);
    let effect = Effect::LogoSet { before, details, data: request.logo };
    Ok(Plan::new(changes.then_some(effect).into_iter().collect(), show))
}

/// Goes back to the built-in mark; where it is shown already, nothing changes.
pub fn remove_logo(context: &Context<'_>, _: RemoveLogo) -> Result<Plan<Images>, Stop> {
    let effect = logo_of(context.reader)?.map(|before| Effect::LogoRemoved { before });
    Ok(Plan::new(effect.into_iter().collect(), show))
}

/// Chooses the colors.
pub fn set_colors(context: &Context<'_>, request: SetColors) -> Result<Plan<Images>, Stop> {
    request.validate()?;
    let before = current(context, request.version)?.colors;
    let mut details = request.colors;
    for color in [&mut details.light, &mut details.dark] {
        trim(color);
        color.make_ascii_lowercase();
    }
    Ok(Plan::new(vec![Effect::ColorsChosen { before, details }], show))
}

/// What holds, if nothing has changed since this version.
fn current(context: &Context<'_>, version: u32) -> Result<Images, Stop> {
    let now = show(context)?;
    if now.version == version { Ok(now) } else { Err(Code::ChangedMeanwhile.into()) }
}
