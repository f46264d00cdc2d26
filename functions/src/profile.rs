//! One's own record.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    people, session, setup,
};
use shared::{
    Code,
    ids::UserId,
    profile::{Preferences, api::Update},
    session::Session,
    users::Person,
    validation::Validate,
};

/// What somebody says about how he likes the console.
pub(crate) fn chosen(user: &UserId, preferences: Preferences) -> [Effect; 2] {
    let Preferences { language, time_zone, notices_by_mail } = preferences;
    [
        Effect::LanguageChosen { user: user.clone(), language },
        Effect::PreferencesChosen { user: user.clone(), time_zone, notices_by_mail },
    ]
}

/// Changes one's own record, but not what one signs in with.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Session>, Stop> {
    request.validate()?;
    let user = context.access()?.user.clone();
    let record = people::find(context.reader, &user)?.ok_or(Code::SessionRequired)?;
    if record.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let profile = request.profile;
    let person = setup::trimmed(Person {
        given_name: profile.given_name,
        middle_name: profile.middle_name,
        family_name: profile.family_name,
        phones: profile.phones,
        address: profile.address,
        ..record.person.clone()
    });
    let mut effects = vec![Effect::UserUpdated {
        user: user.clone(),
        before: Box::new(record.person),
        person: Box::new(person),
        site_before: record.site.clone(),
        site: record.site,
    }];
    effects.extend(chosen(
        &user,
        Preferences {
            language: profile.language,
            time_zone: profile.time_zone,
            notices_by_mail: profile.notices_by_mail,
        },
    ));
    Ok(Plan::new(effects, session::show_own))
}
