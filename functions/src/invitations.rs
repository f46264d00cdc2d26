//! Invitations. The link's secret is in the mail and nowhere else; stored is its digest.
//!
//! Whoever accepts does so on nobody's behalf, but what he gains is what the sender could give him
//! today: both are judged, when it is sent and when it is accepted.

use crate::{
    effects::{self, Effect, Hidden},
    gateway::{Context, Cookie, Plan, Stop},
    groups,
    guesses::Counters,
    inventory, params, people, profile, recovery, session, sites,
    sql::{Reader, Row, SqlError, Value},
    text, users,
};
use shared::{
    Code, FieldError, Problem,
    authority::{Target, permission::USERS_CREATE, reach},
    groups::NamedGroup,
    ids::{GroupId, InvitationId, SiteId, UserId},
    invitations::{
        Invitation, LISTED, Welcome,
        api::{Accept, Create, Delete, List, Open, Resend},
    },
    password::Factors,
    session::Session,
    time::{Span, Timestamp},
    users::Person,
    validation::Validate,
};

/// How long the link works.
const LASTS: Span = Span::days(7);

const COLUMNS: &str = "SELECT invitations.id, email, site, group_id, invited_by, sent_at, expires_at FROM invitations";

/// An invitation as it is stored.
struct Stored {
    id: InvitationId,
    email: String,
    site: Option<SiteId>,
    group: Option<GroupId>,
    invited_by: UserId,
    sent_at: Timestamp,
    expires_at: Timestamp,
}

fn stored(row: &Row) -> Result<Stored, SqlError> {
    Ok(Stored {
        id: row.parse(0)?,
        email: row.get(1)?,
        site: row.parse_optional(2)?,
        group: row.parse_optional(3)?,
        invited_by: row.parse(4)?,
        sent_at: row.get(5)?,
        expires_at: row.get(6)?,
    })
}

/// Where an invitation is to: if the caller may add users there.
pub fn place(context: &Context<'_>, invitation: &InvitationId) -> Result<Target, Stop> {
    let place = Target::of(find(context.reader, invitation)?.ok_or(Code::NotFound)?.site.as_ref());
    if context.allows(&USERS_CREATE, &place) { Ok(place) } else { Err(Code::NotFound.into()) }
}

fn find(reader: Reader<'_>, id: &InvitationId) -> Result<Option<Stored>, SqlError> {
    reader.row(&format!("{COLUMNS} WHERE id = ?"), params![id])?.as_ref().map(stored).transpose()
}

/// Lists open invitations where the caller may add users.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Invitation>, Stop> {
    let (at_sites, mut values) = inventory::at_sites(&reach(context.access()?, &USERS_CREATE));
    values.push(Value::from(LISTED));
    let rows = context.reader.rows(&format!("{COLUMNS} WHERE {at_sites} ORDER BY sent_at DESC LIMIT ?"), &values)?;
    let mut shown = Vec::new();
    for row in &rows {
        let stored = stored(row)?;
        if context.allows(&USERS_CREATE, &Target::of(stored.site.as_ref())) {
            shown.push(show(context, stored)?);
        }
    }
    Ok(shown)
}

fn show(context: &Context<'_>, stored: Stored) -> Result<Invitation, Stop> {
    let Stored { id, email, site, group, invited_by, sent_at, expires_at } = stored;
    let group = group.map(|group| named_group(context, group)).transpose()?.flatten();
    let invited_by = people::named(context.reader, context.access()?, &invited_by)?;
    Ok(Invitation { id, email, site, group, invited_by, sent_at, expires_at })
}

/// A group by its name, if the caller may see it.
fn named_group(context: &Context<'_>, id: GroupId) -> Result<Option<NamedGroup>, Stop> {
    if groups::place(context, &id).is_err() {
        return Ok(None);
    }
    Ok(groups::find(context.reader, &id)?.map(|group| NamedGroup { id, name: group.details.name }))
}

/// Invites somebody.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Invitation>, Stop> {
    request.validate()?;
    can_be_mailed(context)?;
    sites::must_exist(context.reader, request.site.iter(), "site")?;
    if let Some(group) = &request.group {
        groups::place(context, group).map_err(|_| invalid("group", "unknown_group"))?;
    }
    let email = request.email.trim().to_owned();
    match people::with_email(context.reader, &email)? {
        Some(user) if people::may_meet(context.reader, context.access()?, &user)? => {
            return Err(invalid("email", "already_user"));
        }
        Some(_) => {}
        // Whoever accepts could not mend it.
        None if people::looks_like_another(context.reader, &email, None)? => {
            return Err(invalid("email", "look_alike"));
        }
        None => {}
    }
    let sql = format!("{COLUMNS} WHERE email_key = ?");
    for row in &context.reader.rows(&sql, params![text::fold(&email)])? {
        if context.allows(&USERS_CREATE, &Target::of(stored(row)?.site.as_ref())) {
            return Err(invalid("email", "already_invited"));
        }
    }
    send(context, context.surroundings.id(), email, request.site, request.group)
}

/// Sends an invitation again, with a new link.
pub fn resend(context: &Context<'_>, request: Resend) -> Result<Plan<Invitation>, Stop> {
    can_be_mailed(context)?;
    let Stored { id, email, site, group, .. } = find(context.reader, &request.invitation)?.ok_or(Code::NotFound)?;
    let left =
        group.map(|group| Ok::<_, SqlError>(groups::find(context.reader, &group)?.map(|_| group))).transpose()?;
    send(context, id, email, site, left.flatten())
}

fn send(
    context: &Context<'_>,
    invitation: InvitationId,
    email: String,
    site: Option<SiteId>,
    group: Option<GroupId>,
) -> Result<Plan<Invitation>, Stop> {
    // Nobody's mailbox is flooded, whoever asks for it and however often it is taken back between.
    let mut effects = recovery::admit(context, &Counters::of_invitation(&email))?;
    let (token, expires_at) = (Hidden(context.surroundings.token()), context.now() + LASTS);
    effects.push(Effect::InvitationSent { invitation: invitation.clone(), email, site, group, token, expires_at });
    Ok(Plan::new(effects, move |context| show(context, find(context.reader, &invitation)?.ok_or(Code::NotFound)?)))
}

/// Takes an invitation back.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let Stored { id, email, site, .. } = find(context.reader, &request.invitation)?.ok_or(Code::NotFound)?;
    Ok(Plan::new(vec![Effect::InvitationRevoked { invitation: id, email, site }], |_| Ok(())))
}

/// Shows an invitation to whoever holds its link.
pub fn open(context: &Context<'_>, request: Open) -> Result<Plan<Welcome>, Stop> {
    let stored = with_token(context, &request.token)?;
    let is_user = people::with_email(context.reader, &stored.email)?.is_some();
    Ok(Plan::new(Vec::new(), move |_| Ok(Welcome { email: stored.email, is_user })))
}

/// Accepts an invitation: makes the account, joins the group, signs in.
pub fn accept(context: &Context<'_>, request: Accept) -> Result<Plan<Session>, Stop> {
    request.validate()?;
    let stored = with_token(context, &request.token)?;
    let person = setup_person(&stored, &request);
    free(context, &person)?;
    context.check_password("password", &request.password, Factors::One, &person)?;
    let user: UserId = context.surroundings.id();
    let phc = context.hash(&request.password)?;
    let made = Effect::UserCreated {
        user: user.clone(),
        person: Box::new(person),
        site: stored.site,
        phc,
        temporary_until: None,
        mailed: None,
    };
    let mut effects = given(context, &stored.invited_by, stored.group, &user, made)?;
    effects.extend(profile::chosen(&user, request.preferences));
    effects.push(Effect::InvitationAccepted { invitation: stored.id, user: user.clone() });
    let (session, token) = session::begin(context, &user, false, &mut effects)?;
    Ok(Plan::new(effects, move |context| session::show(context, &user, &session)).cookie(Cookie::Session(token)))
}

/// Refuses logins that are others'. The address is not his to choose: if it became another's
/// since the invitation was sent, the link is of no use.
fn free(context: &Context<'_>, person: &Person) -> Result<(), Stop> {
    let errors = people::taken_logins(context.reader, person, None)?;
    if errors.iter().any(|error| error.field == "person.email" && error.code == "look_alike") {
        return Err(Code::LinkRefused.into());
    }
    users::free(context, person, None)
}

/// What the sender could still give today: nothing without the right to add users; without the
/// right to let somebody into the group, the account alone.
fn given(
    context: &Context<'_>,
    sender: &UserId,
    group: Option<GroupId>,
    user: &UserId,
    made: Effect,
) -> Result<Vec<Effect>, Stop> {
    let access = people::access(context.reader, sender, context.now())?;
    let group = group.map(|group| groups::find(context.reader, &group)).transpose()?.flatten();
    let joins = group.map(|group| Effect::MemberAdded { group: group.id, kind: group.kind, user: user.clone() });
    let with_group: Vec<Effect> = std::iter::once(made.clone()).chain(joins).collect();
    for effects in [with_group, vec![made]] {
        if effects::permitted_to(context.reader, &access, &effects, context.now())? {
            return Ok(effects);
        }
    }
    Err(Code::LinkRefused.into())
}

fn setup_person(stored: &Stored, request: &Accept) -> Person {
    crate::setup::trimmed(Person {
        user_name: request.person.user_name.clone(),
        email: stored.email.clone(),
        given_name: request.person.given_name.clone(),
        family_name: request.person.family_name.clone(),
        ..Person::default()
    })
}

fn with_token(context: &Context<'_>, token: &str) -> Result<Stored, Stop> {
    let sql = format!("{COLUMNS} WHERE token_digest = ? AND expires_at > ?");
    let row = context.reader.row(&sql, params![text::digest(token), context.now()])?;
    Ok(row.as_ref().map(stored).transpose()?.ok_or(Code::LinkRefused)?)
}

fn can_be_mailed(context: &Context<'_>) -> Result<(), Stop> {
    if context.incoming.mails { Ok(()) } else { Err(invalid("email", "mails_not_available")) }
}

fn invalid(field: &str, code: &str) -> Stop {
    Problem::invalid(vec![FieldError::new(field, code)]).into()
}
