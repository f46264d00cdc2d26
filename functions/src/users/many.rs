//! One action on many users, through the same plan as an import.

use crate::{
    assignments,
    batches::{Draft, Secret, Work, no_password},
    effects::Effect,
    gateway::{Context, Plan, Stop},
    groups,
    licenses::{self, Room},
    organizations, people, sites,
};
use shared::{
    Code, FieldError, Problem,
    assignments::Asset,
    authority::{
        Target,
        permission::{ASSIGNMENTS_UPDATE, USERS_UPDATE, USERS_VIEW},
    },
    batches::{Applied, BatchKind, Item, Outcome, Planned},
    groups::GroupKind,
    ids::{SiteId, UserId},
    licenses::License,
    time::Span,
    users::{
        Status, User,
        api::{Action, ChangeMany, MANY_MAX, PlanMany},
    },
};
use std::{cell::RefCell, collections::BTreeSet};

/// Says what an action would do to each of many.
pub fn plan_many(context: &Context<'_>, request: PlanMany) -> Result<Plan<Planned>, Stop> {
    let planned = work(context, &request.users, &request.action)?.planned(&(&request.users, &request.action));
    Ok(Plan::new(Vec::new(), move |_| Ok(planned)))
}

/// Does to each of many what was planned.
pub fn change_many(context: &Context<'_>, request: ChangeMany) -> Result<Plan<Applied>, Stop> {
    let asked = (&request.users, &request.action);
    work(context, &request.users, &request.action)?.apply(context, &asked, &request.plan)
}

fn work(context: &Context<'_>, users: &[UserId], action: &Action) -> Result<Work, Stop> {
    let invalid = |error: FieldError| Stop::from(Problem::invalid(vec![error]));
    if users.is_empty() || users.len() > MANY_MAX {
        return Err(invalid(FieldError::new("users", "too_many").with("max", MANY_MAX)));
    }
    if users.iter().collect::<BTreeSet<_>>().len() < users.len() {
        return Err(invalid(FieldError::new("users", "duplicate")));
    }
    let doing = Doing::new(context, action)?;
    let mut at = BTreeSet::new();
    let mut drafts = Vec::with_capacity(users.len());
    for (index, user) in users.iter().enumerate() {
        let (draft, site) = doing.draft(u32::try_from(index + 1).unwrap_or(u32::MAX), user)?;
        at.insert(site);
        drafts.push(draft);
    }
    let site = at.pop_first().flatten().filter(|_| at.is_empty());
    Work::judged(context, doing.kind(), site, drafts)?.within_limits()
}

/// The action, with what is to be known of it once.
struct Doing<'c, 'w> {
    context: &'c Context<'w>,
    action: &'c Action,
    group: Option<GroupKind>,
    license: Option<License>,
    /// What is left of the license for those who are still to come.
    room: RefCell<Option<Room>>,
    until: shared::time::Timestamp,
}

impl<'c, 'w> Doing<'c, 'w> {
    fn new(context: &'c Context<'w>, action: &'c Action) -> Result<Self, Stop> {
        let reader = context.reader;
        let (mut kind, mut license) = (None, None);
        match action {
            Action::Move { site } => sites::must_exist(reader, site.iter(), "action.site")?,
            Action::AddToGroup { group } => {
                let unknown = || Stop::from(Problem::invalid(vec![FieldError::new("action.group", "unknown_group")]));
                groups::place(context, group).map_err(|_| unknown())?;
                kind = Some(groups::find(reader, group)?.ok_or_else(unknown)?.kind);
            }
            Action::AssignLicense { license: id } => {
                let unknown = || Problem::invalid(vec![FieldError::new("action.license", "unknown_license")]);
                license = Some(licenses::find(reader, id)?.ok_or_else(unknown)?);
            }
            Action::MailPassword {} if !context.incoming.mails => {
                return Err(Problem::invalid(vec![FieldError::new("action", "mails_not_available")]).into());
            }
            _ => {}
        }
        let hours = organizations::policy(reader)?.temporary_hours;
        let room = license.as_ref().map(|license| Room::of(reader, license)).transpose()?;
        let until = context.now() + Span::hours(hours.into());
        Ok(Self { context, action, group: kind, license, room: RefCell::new(room), until })
    }

    const fn kind(&self) -> BatchKind {
        match self.action {
            Action::Enable {} => BatchKind::Enable,
            Action::Disable {} => BatchKind::Disable,
            Action::Move { .. } => BatchKind::Move,
            Action::AddToGroup { .. } => BatchKind::AddToGroup,
            Action::AssignLicense { .. } => BatchKind::AssignLicense,
            Action::ResetPassword {} | Action::MailPassword {} => BatchKind::ResetPassword,
        }
    }

    /// What the action does to one of them, and where he belongs.
    fn draft(&self, row: u32, id: &UserId) -> Result<(Draft, Option<SiteId>), Stop> {
        let item = Item {
            row,
            name: String::new(),
            email: String::new(),
            user: None,
            outcome: Outcome::Refused,
            errors: Vec::new(),
            problem: None,
            notices: Vec::new(),
        };
        let mut draft = Draft { item, effects: Vec::new(), newcomer: None, secret: None };
        let access = self.context.access()?;
        let seen = people::may_see(self.context.reader, access, id, &USERS_VIEW)?;
        let Some(user) = people::find(self.context.reader, id)?.filter(|_| seen) else {
            draft.item.problem = Some(Box::new(Code::NotFound.into()));
            return Ok((draft, None));
        };
        draft.item.name = user.person.full_name();
        draft.item.email.clone_from(&user.person.email);
        draft.item.user = Some(user.id.clone());
        match self.permitted(&user).and_then(|()| self.effects(&user)) {
            Ok(effects) => {
                draft.item.outcome = if effects.is_empty() { Outcome::Unchanged } else { Outcome::Changed };
                draft.effects = effects;
                draft.secret = self.secret();
            }
            Err(Stop::Refused(problem)) if !problem.errors.is_empty() => draft.item.errors = problem.errors,
            Err(Stop::Refused(problem)) => draft.item.problem = Some(Box::new(problem)),
            Err(stop) => return Err(stop),
        }
        Ok((draft, user.site))
    }

    /// The right to change users where this one is met, and where he is to go; or to assign there.
    fn permitted(&self, user: &User) -> Result<(), Stop> {
        let place = people::target(self.context.reader, &user.id)?.ok_or(Code::NotFound)?;
        let needed = if self.license.is_some() { ASSIGNMENTS_UPDATE } else { USERS_UPDATE };
        self.context.require(&needed, &place)?;
        if let Action::Move { site } = self.action {
            self.context.require(&USERS_UPDATE, &Target::of(site.as_ref()))?;
        }
        Ok(())
    }

    fn secret(&self) -> Option<Secret> {
        match self.action {
            Action::ResetPassword {} => Some(Secret::Shown),
            Action::MailPassword {} => Some(Secret::Mailed),
            _ => None,
        }
    }

    fn effects(&self, user: &User) -> Result<Vec<Effect>, Stop> {
        let id = || user.id.clone();
        let effect = match self.action {
            Action::Enable {} => (user.status == Status::Disabled).then(|| Effect::UserEnabled { user: id() }),
            Action::Disable {} => (user.status == Status::Active).then(|| Effect::UserDisabled { user: id() }),
            Action::Move { site } => (user.site != *site).then(|| Effect::UserUpdated {
                user: id(),
                before: Box::new(user.person.clone()),
                person: Box::new(user.person.clone()),
                site_before: user.site.clone(),
                site: site.clone(),
            }),
            Action::AddToGroup { group } => {
                let kind = self.group.unwrap_or_default();
                let known = groups::is_member(self.context.reader, group, &user.id)?;
                if !known && kind == GroupKind::Team && groups::in_a_team(self.context.reader, &user.id)? {
                    return Err(Code::InATeam.into());
                }
                (!known).then(|| Effect::MemberAdded { group: group.clone(), kind, user: id() })
            }
            Action::AssignLicense { .. } => self.seat(user)?,
            Action::MailPassword {} if user.status == Status::Disabled => {
                return Err(Problem::invalid(vec![FieldError::new("", "mail_to_disabled")]).into());
            }
            Action::ResetPassword {} | Action::MailPassword {} => Some(Effect::PasswordSet {
                user: id(),
                phc: no_password(),
                temporary_until: Some(self.until),
                is_short: false,
                mailed: None,
            }),
        };
        Ok(effect.into_iter().collect())
    }

    /// A seat for somebody who has none, as long as there are any.
    fn seat(&self, user: &User) -> Result<Option<Effect>, Stop> {
        let (Some(license), Some(room)) = (&self.license, &mut *self.room.borrow_mut()) else { return Ok(None) };
        let asset = Asset::License(license.id.clone());
        if !assignments::is_free_for(self.context.reader, &asset, &user.id)? {
            return Ok(None);
        }
        let teams = groups::teams_of(self.context.reader, &user.id)?;
        if !room.has_one_for(&teams) {
            return Err(assignments::no_seat_left(&license.details).into());
        }
        room.take(&teams, 1);
        Ok(Some(Effect::Assigned { asset, site: None, user: user.id.clone() }))
    }
}
