//! Importing users: a file's rows as effects, each with its verdict.
//!
//! What is asked of the database is asked for many rows at once (but for what administrators hold whom
//! rows change): a plan of ten thousand newcomers costs as much as the rows themselves.

use crate::{
    batches::{Class, Draft, Newcomer, Secret, Work},
    effects::Effect,
    gateway::{Context, Plan as Steps, Stop, check_words_by, person_words},
    organizations,
    setup::trimmed,
    sites, text,
};
use known::{Holders, Joinable, Known, MET_AT_ONCE, Seats, groups_of, holders, people_of, seats_of};
use ledger::{Claim, Ledger, Logins};
use serde::Serialize;
use shared::{
    Code, FieldError, Problem,
    assignments::Asset,
    authority::{Target, permission::USERS_UPDATE},
    batches::{Applied, BatchKind, Item, Outcome, Planned},
    groups::GroupKind,
    ids::{GroupId, LicenseId, UserId},
    imports::{
        Cells, Column, Entry, Import, Passwords,
        api::{Create, Plan},
        read, table,
    },
    password::{COMMON_PASSWORDS, Common, Factors, Policy},
    time::{Span, Timestamp},
    users::{Person, Status, User},
};
use std::{
    cell::LazyCell,
    collections::{BTreeMap, BTreeSet},
};

mod known;
mod ledger;

/// Where users would be added.
pub fn place(_: &Context<'_>, import: &Import) -> Result<Target, Stop> {
    Ok(Target::of(import.site.as_ref()))
}

/// Says what an import would do.
pub fn plan(context: &Context<'_>, request: Plan) -> Result<Steps<Planned>, Stop> {
    let planned = work(context, &request.import)?.planned(&asked(&request.import));
    Ok(Steps::new(Vec::new(), move |_| Ok(planned)))
}

/// Imports what was planned.
pub fn create(context: &Context<'_>, request: Create) -> Result<Steps<Applied>, Stop> {
    work(context, &request.import)?.apply(context, &asked(&request.import), &request.plan)
}

/// What is asked for, as part of the plan's name.
fn asked(import: &Import) -> impl Serialize {
    let Import { format, file, site, group, standard_license, mobile_license, passwords, update_existing } = import;
    let licenses = (standard_license, mobile_license);
    (format, text::digest_of_file(file), site, group, licenses, passwords, update_existing)
}

type Drafted = (Vec<Draft>, Vec<Claim>, BTreeMap<LicenseId, Seats>);

fn work(context: &Context<'_>, import: &Import) -> Result<Work, Stop> {
    let limit = organizations::import_rows(context.reader)?;
    let mut person = Person::default();
    let read = |number, cells: Cells<'_>| Row::of(import, number, &cells, &mut person);
    let rows = table::read_each(import.format, &import.file, limit as usize, read)?;
    let (drafts, claims, seats) = drafted(context, import, rows)?;
    let mut work = Work::judged(context, BatchKind::Import, import.site.clone(), drafts)?;
    // Only now it is known which rows take something from those below them.
    let mut ledger = Ledger::new(seats, claims.len());
    work.drafts.iter_mut().zip(claims).for_each(|(draft, claim)| ledger.enter(draft, claim));
    work.within_limits()
}

/// What each row would do and take, and the seats that there are.
fn drafted(context: &Context<'_>, import: &Import, rows: Vec<Row>) -> Result<Drafted, Stop> {
    let mut planner = Planner::new(context, import, &rows)?;
    let (mut drafts, mut claims) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    let mut rows = rows.into_iter();
    while let Some(next) = rows.as_slice().chunks(MET_AT_ONCE).next() {
        planner.meet(next)?;
        for row in rows.by_ref().take(MET_AT_ONCE) {
            let (draft, claim) = planner.draft(row);
            drafts.push(draft);
            claims.push(claim);
        }
    }
    Ok((drafts, claims, planner.seats))
}

/// A row of the file.
struct Row {
    /// It says whom it is about only if the row cannot be read: else that is said once it is needed.
    item: Item,
    /// What it says, with the logins in it.
    entry: Option<(Logins, Entry)>,
}

impl Row {
    fn of(import: &Import, number: usize, cells: &Cells<'_>, person: &mut Person) -> Self {
        let mut item = Item {
            row: u32::try_from(number).unwrap_or(u32::MAX),
            name: String::new(),
            email: String::new(),
            user: None,
            outcome: Outcome::Refused,
            errors: Vec::new(),
            problem: None,
            notices: notices(import, cells),
        };
        match read(cells, person, import.group.is_some()) {
            Ok(entry) => Self { item, entry: Some((Logins::of(person), entry)) },
            Err(errors) => {
                cells.name(&mut item);
                item.errors = errors;
                Self { item, entry: None }
            }
        }
    }
}

/// What is left out of account (RSC-26).
fn notices(import: &Import, cells: &Cells<'_>) -> Vec<FieldError> {
    let ignored = |column: Column, is_ignored: bool, code: &str| {
        (is_ignored && !cells.get(column).is_empty()).then(|| FieldError::new(column.as_str(), code))
    };
    let group = ignored(Column::GroupId, import.group.is_some(), "group_ignored");
    let password = ignored(Column::Password, import.passwords != Passwords::File, "password_ignored");
    password.into_iter().chain(group).collect()
}

/// What is known about the organization before the import.
struct Planner<'c, 'w> {
    context: &'c Context<'w>,
    import: &'c Import,
    policy: Policy,
    /// Words that no password may be little more than.
    words: Vec<String>,
    common: LazyCell<Common<'static>>,
    until: Timestamp,
    holders: Holders,
    /// Those who are there already and whom the next rows change.
    people: BTreeMap<UserId, Known>,
    groups: BTreeMap<GroupId, Joinable>,
    seats: BTreeMap<LicenseId, Seats>,
}

impl<'c, 'w> Planner<'c, 'w> {
    fn new(context: &'c Context<'w>, import: &'c Import, rows: &[Row]) -> Result<Self, Stop> {
        let reader = context.reader;
        sites::must_exist(reader, import.site.iter(), "import.site")?;
        let policy = organizations::policy(reader)?;
        passwords_fit(context, import.passwords, &policy)?;
        let organization = organizations::find(reader)?.ok_or(Code::UnknownOrganization)?;
        let sites = sites::seen(context)?.into_iter().map(|site| site.details.name);
        let entries = || rows.iter().filter_map(|row| row.entry.as_ref());
        let logins = entries().flat_map(|(logins, _)| logins.all());
        let holders = holders(reader, &logins.map(|login| login.skeleton.as_str()).collect::<Vec<_>>())?;
        Ok(Self {
            context,
            import,
            words: [organization.name, organization.slug.to_string()].into_iter().chain(sites).collect(),
            common: LazyCell::new(|| Common::parse(COMMON_PASSWORDS)),
            until: context.now() + Span::hours(policy.temporary_hours.into()),
            policy,
            people: BTreeMap::new(),
            holders,
            groups: groups_of(context, import, entries().map(|(_, entry)| entry))?,
            seats: seats_of(context, import)?,
        })
    }

    /// Asks who those are whom these rows change.
    fn meet(&mut self, rows: &[Row]) -> Result<(), Stop> {
        if self.import.update_existing {
            let logins = rows.iter().filter_map(|row| Some(&row.entry.as_ref()?.0));
            let named = logins.filter_map(|logins| self.holders.of_login(&logins.address)).collect();
            self.people = people_of(self.context, self.import, &named)?;
        }
        Ok(())
    }

    fn draft(&self, Row { item, entry }: Row) -> (Draft, Claim) {
        let mut draft = Draft { item, effects: Vec::new(), newcomer: None, secret: None };
        let Some((logins, entry)) = entry else { return (draft, Claim::default()) };
        let claim = match self.existing(&logins) {
            Some(known) => self.change(&mut draft, known, entry),
            None => self.creation(&mut draft, logins, entry),
        };
        (draft, claim)
    }

    /// Whom the row changes, if it changes somebody.
    fn existing(&self, logins: &Logins) -> Option<&Known> {
        let address = &logins.address;
        let known = self.people.get(self.holders.of_login(address)?)?;
        (text::fold(&known.user.person.email) == address.key).then_some(known)
    }

    fn creation(&self, draft: &mut Draft, logins: Logins, entry: Entry) -> Claim {
        let mut errors = Vec::from_iter(self.taken(&logins));
        let secret = self.secret(&entry, &mut errors);
        let group = self.group(&entry, &mut errors);
        self.unnamed(&entry, &mut errors);
        // A seat that goes when its holder is disabled is not taken by somebody who is to be.
        let keeps = |license: &LicenseId| {
            self.seats.get(license).is_some_and(|seats| entry.enabled || !seats.released_on_disable)
        };
        let claim = Claim {
            logins: Some(logins),
            teams: self.teams(group.as_ref()),
            wanted: self.wanted(&entry, keeps),
            ..Claim::default()
        };
        if !errors.is_empty() {
            entry.cells.name(&mut draft.item);
            draft.item.errors = errors;
            return claim;
        }
        let class = Class {
            is_enabled: entry.enabled,
            group,
            seats: claim.wanted.iter().map(|(_, license)| license.clone()).collect(),
        };
        let temporary_until = if secret.is_some() { self.until } else { self.context.now() };
        draft.newcomer = Some(Newcomer { cells: entry.cells, temporary_until, class });
        draft.secret = secret;
        draft.item.outcome = Outcome::Created;
        claim
    }

    /// What makes somebody who is there be as the row says. His password stays.
    fn change(&self, draft: &mut Draft, known: &Known, entry: Entry) -> Claim {
        let user = &known.user;
        let person = entry.cells.person();
        entry.cells.name(&mut draft.item);
        draft.item.user = Some(user.id.clone());
        if self.import.passwords == Passwords::File && !entry.cells.get(Column::Password).is_empty() {
            draft.item.notices.insert(0, FieldError::new(Column::Password.as_str(), "password_kept"));
        }
        let mut errors = Vec::new();
        let group = self.new_group(known, &entry, &mut errors);
        self.unnamed(&entry, &mut errors);
        let claim = self.claim(known, &person.email, &entry, group.as_ref());
        if !errors.is_empty() {
            draft.item.errors = errors;
            return claim;
        }
        let mut effects = Vec::from_iter(updated(user, &person));
        let was = user.status == Status::Active;
        effects.extend((entry.enabled && !was).then(|| Effect::UserEnabled { user: user.id.clone() }));
        effects.extend(group.map(|(group, kind)| Effect::MemberAdded { group, kind, user: user.id.clone() }));
        effects.extend(claim.wanted.iter().map(|(_, license)| assigned(license, &user.id)));
        effects.extend(self.unwanted(&entry, &claim.held).into_iter().map(|license| unassigned(license, &user.id)));
        effects.extend((!entry.enabled && was).then(|| Effect::UserDisabled { user: user.id.clone() }));
        draft.item.outcome = if effects.is_empty() { Outcome::Unchanged } else { Outcome::Changed };
        // There may be ten thousand such lists.
        effects.shrink_to_fit();
        draft.effects = effects;
        // The judge lets everybody change his own record; a file is not the place for that.
        if let Err(problem) = self.context.require(&USERS_UPDATE, &known.place) {
            draft.refuse(problem);
        }
        claim
    }

    /// What a row takes that changes somebody.
    fn claim(&self, known: &Known, address: &str, entry: &Entry, joins: Option<&(GroupId, GroupKind)>) -> Claim {
        let (held, joined) = (known.seats.clone(), self.teams(joins));
        let released = |license: &&LicenseId| {
            !entry.enabled && self.seats.get(license).is_some_and(|seats| seats.released_on_disable)
        };
        let returned = self.unwanted(entry, &held).into_iter().chain(held.iter().filter(released).cloned()).collect();
        Claim {
            logins: Some(Logins::of_address(address)),
            is_known: true,
            teams_before: known.teams.clone(),
            teams: if joined.is_empty() { known.teams.clone() } else { joined },
            wanted: self.wanted(entry, |license| entry.enabled && !held.contains(license)),
            held,
            returned,
        }
    }

    /// Whether one of both logins is somebody else's.
    fn taken(&self, logins: &Logins) -> Option<FieldError> {
        logins.all().find_map(|login| {
            let same = self.holders.of_login(login).map(|_| "taken");
            let similar = || self.holders.has_alike(login).then_some("look_alike");
            Some(FieldError::new(Column::Email.as_str(), same.or_else(similar)?))
        })
    }

    fn secret(&self, entry: &Entry, errors: &mut Vec<FieldError>) -> Option<Secret> {
        match self.import.passwords {
            Passwords::Generated => Some(Secret::Shown),
            Passwords::Mailed => Some(Secret::Mailed),
            Passwords::Later => None,
            Passwords::File => {
                let column = Column::Password.as_str();
                let (person, password) = (entry.cells.person(), entry.cells.get(Column::Password));
                let words = person_words(&person).into_iter().chain(self.words.iter().map(String::as_str));
                let weakness = || check_words_by(&self.common, password, &self.policy, Factors::One, words).err();
                let error = match password {
                    "" => Some(FieldError::new(column, "required")),
                    _ => weakness().map(|weakness| weakness.at(column)),
                };
                errors.extend(error);
                Some(Secret::Typed(password.to_owned()))
            }
        }
    }

    /// The group that the row's person joins: the one chosen for all, or the row's own.
    fn group(&self, entry: &Entry, errors: &mut Vec<FieldError>) -> Option<(GroupId, GroupKind)> {
        let group = self.import.group.as_ref().or(entry.group.as_ref())?;
        let known = self.groups.get(group);
        if known.is_none() {
            errors.push(FieldError::new(Column::GroupId.as_str(), "unknown_group"));
        }
        Some((group.clone(), known?.kind))
    }

    /// The team that somebody joins, with all above it; none if the group is no team.
    fn teams(&self, joins: Option<&(GroupId, GroupKind)>) -> BTreeSet<GroupId> {
        let joined = joins.and_then(|(group, _)| self.groups.get(group));
        joined.map(|joined| joined.teams.clone()).unwrap_or_default()
    }

    /// The same for somebody who may be in it already.
    fn new_group(&self, known: &Known, entry: &Entry, errors: &mut Vec<FieldError>) -> Option<(GroupId, GroupKind)> {
        let (group, kind) = self.group(entry, errors).filter(|(group, _)| !known.groups.contains(group))?;
        if kind == GroupKind::Team && !known.teams.is_empty() {
            errors.push(FieldError::new(Column::GroupId.as_str(), "in_a_team"));
        }
        Some((group, kind))
    }

    /// The seats that the row asks for, as far as `gets` says, each with its column.
    fn wanted(&self, entry: &Entry, gets: impl Fn(&LicenseId) -> bool) -> Vec<(Column, LicenseId)> {
        let licenses = [
            (Column::StandardLicense, entry.standard_license, &self.import.standard_license),
            (Column::MobileLicense, entry.mobile_license, &self.import.mobile_license),
        ];
        licenses
            .into_iter()
            .filter(|(_, wanted, _)| *wanted)
            .filter_map(|(column, _, id)| Some((column, id.clone().filter(&gets)?)))
            .collect()
    }

    /// A seat of a license that nobody has chosen.
    fn unnamed(&self, entry: &Entry, errors: &mut Vec<FieldError>) {
        let unnamed = |wanted: bool, license: &Option<LicenseId>| wanted && license.is_none();
        for (column, is_unnamed) in [
            (Column::StandardLicense, unnamed(entry.standard_license, &self.import.standard_license)),
            (Column::MobileLicense, unnamed(entry.mobile_license, &self.import.mobile_license)),
        ] {
            errors.extend(is_unnamed.then(|| FieldError::new(column.as_str(), "license_not_chosen")));
        }
    }

    /// The seats that somebody has and is not to have.
    fn unwanted(&self, entry: &Entry, held: &BTreeSet<LicenseId>) -> Vec<LicenseId> {
        let licenses = [
            (entry.standard_license, &self.import.standard_license),
            (entry.mobile_license, &self.import.mobile_license),
        ];
        let chosen = licenses.into_iter().filter(|(wanted, _)| !wanted).filter_map(|(_, license)| license.clone());
        chosen.filter(|license| held.contains(license)).collect()
    }
}

fn assigned(license: &LicenseId, user: &UserId) -> Effect {
    Effect::Assigned { asset: Asset::License(license.clone()), site: None, user: user.clone() }
}

fn unassigned(license: LicenseId, user: &UserId) -> Effect {
    Effect::Unassigned { asset: Asset::License(license), site: None, user: user.clone() }
}

/// The change of somebody's record that a row asks for, if it asks for one.
fn updated(user: &User, row: &Person) -> Option<Effect> {
    let row = trimmed(row.clone());
    let mut person = user.person.clone();
    if person.full_name() != row.full_name() {
        (person.given_name, person.middle_name, person.family_name) = (row.given_name, String::new(), row.family_name);
    }
    (person.nick_name, person.sso_id, person.description) = (row.nick_name, row.sso_id, row.description);
    (person != user.person).then(|| Effect::UserUpdated {
        user: user.id.clone(),
        before: Box::new(user.person.clone()),
        person: Box::new(person),
        site_before: user.site.clone(),
        site: user.site.clone(),
    })
}

/// Refuses a way to passwords that is not open.
fn passwords_fit(context: &Context<'_>, passwords: Passwords, policy: &Policy) -> Result<(), Stop> {
    let code = match passwords {
        Passwords::File if !policy.administrators_type_passwords => "typing_not_allowed",
        Passwords::Mailed if !context.incoming.mails => "mails_not_available",
        _ => return Ok(()),
    };
    Err(Problem::invalid(vec![FieldError::new("import.passwords", code)]).into())
}
