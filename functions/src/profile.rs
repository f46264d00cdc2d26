//! One's own record.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    people, session, setup,
};
use shared::{Code, profile::api::Update, session::Session, users::Person, validation::Validate};

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
    let effects = vec![
        Effect::UserUpdated {
            user: user.clone(),
            before: Box::new(record.person),
            person: Box::new(person),
            site_before: record.site.clone(),
            site: record.site,
        },
        Effect::LanguageChosen { user: user.clone(), language: profile.language },
    ];
    Ok(Plan::new(effects, move |context| session::show(context, &user)))
}
