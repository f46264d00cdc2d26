//! Batches: one way to plan and to apply what is done to many, whether it comes from a file or
//! from a selection. What an item would do is the planner's to say; whether it may be done, and
//! that all of it is done at once or not at all, is said here.

use crate::{
    effects::{self, Effect, Hidden},
    gateway::{Ask, Context, Plan, Stop},
    hashing, params,
    sql::{Reader, Row, SqlError},
    text,
};
use serde::Serialize;
use shared::{
    Code, FieldError, Problem,
    assignments::Asset,
    batches::{
        Applied, Batch, BatchKind, BatchPage, BatchState, IssuedPassword, Item, Outcome, PASSWORDS_MAX, Planned,
        api::{KEPT_DAYS, LISTED, List, View},
    },
    groups::GroupKind,
    ids::{BatchId, GroupId, LicenseId, SiteId, UserId},
    imports::Cells,
    time::{Span, Timestamp},
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// A batch that has not hashed a password for so long is broken off.
const BROKEN_OFF_AFTER: Span = Span::minutes(1);

/// Where an item's password comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Secret {
    /// Typed by whoever asks for the batch.
    Typed(String),
    /// Made here and shown once.
    Shown,
    /// Made here and mailed.
    Mailed,
}

/// An item with what it would do.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) item: Item,
    /// What happens, the password's hash still missing; nothing if the item is refused.
    pub(crate) effects: Vec<Effect>,
    /// Who is added, if somebody is: the effects are made of it when they are needed.
    pub(crate) newcomer: Option<Newcomer>,
    pub(crate) secret: Option<Secret>,
}

/// Somebody who is added.
#[derive(Clone, Debug)]
pub(crate) struct Newcomer {
    /// The row that says who he is: a person is made of it when he is added.
    pub(crate) cells: Cells<'static>,
    pub(crate) temporary_until: Timestamp,
    pub(crate) class: Class,
}

/// Those who are added alike: it does the same to authority, so one of them is judged for all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Class {
    pub(crate) is_enabled: bool,
    pub(crate) group: Option<(GroupId, GroupKind)>,
    pub(crate) seats: Vec<LicenseId>,
}

impl Newcomer {
    /// What adding him does.
    fn effects(self, user: UserId, site: Option<&SiteId>) -> Vec<Effect> {
        let Class { is_enabled, group, seats } = self.class;
        let created = Effect::UserCreated {
            user: user.clone(),
            // No part of him has space around it: a cell is read without.
            person: self.cells.person(),
            site: site.cloned(),
            phc: no_password(),
            temporary_until: Some(self.temporary_until),
            mailed: None,
        };
        let mut effects = vec![created];
        effects.extend(group.map(|(group, kind)| Effect::MemberAdded { group, kind, user: user.clone() }));
        let seat = |license| Effect::Assigned { asset: Asset::License(license), site: None, user: user.clone() };
        effects.extend(seats.into_iter().map(seat));
        effects.extend((!is_enabled).then_some(Effect::UserDisabled { user }));
        // There may be ten thousand such lists.
        effects.shrink_to_fit();
        effects
    }
}

/// What a batch is.
#[derive(Debug)]
pub(crate) struct Work {
    pub(crate) kind: BatchKind,
    /// The site that all of it is about, if it is about one.
    pub(crate) site: Option<SiteId>,
    pub(crate) drafts: Vec<Draft>,
}

impl Work {
    /// Judges the drafts, in their order.
    pub(crate) fn judged(
        context: &Context<'_>,
        kind: BatchKind,
        site: Option<SiteId>,
        mut drafts: Vec<Draft>,
    ) -> Result<Self, Stop> {
        let problems = refused(context, &candidates(context, &drafts, site.as_ref()))?;
        let refused: BTreeMap<Class, Problem> = problems
            .iter()
            .filter_map(|(at, problem)| Some((drafts.get(*at)?.newcomer.as_ref()?.class.clone(), problem.clone())))
            .collect();
        for (at, draft) in drafts.iter_mut().enumerate() {
            let of_class = || refused.get(&draft.newcomer.as_ref()?.class);
            if let Some(problem) = problems.get(&at).or_else(of_class) {
                draft.refuse(problem.clone());
            }
        }
        Ok(Self { kind, site, drafts })
    }

    /// Refuses work that needs more passwords than can be hashed at once.
    pub(crate) fn within_limits(self) -> Result<Self, Stop> {
        let secrets = self.drafts.iter().filter(|draft| draft.secret.is_some()).count();
        if secrets > PASSWORDS_MAX {
            let error = FieldError::new("import.passwords", "too_many_passwords").with("max", PASSWORDS_MAX);
            return Err(Problem::invalid(vec![error]).into());
        }
        Ok(self)
    }

    /// The plan, as it is shown.
    pub(crate) fn planned(self, asked: &impl Serialize) -> Planned {
        let (plan, rows) = (self.name(asked), self.drafts.len());
        let told = self.drafts.into_iter().filter(|draft| !draft.item.simply_adds());
        let items: Vec<Item> = told.map(Draft::into_item).collect();
        Planned { plan, simply_added: count(rows - items.len()), items }
    }

    /// What names the plan: what is asked for and what would come of it, down to the effects on
    /// those who are there already. Those of the others hold ids and times of their own. Of a row
    /// that simply adds somebody, all is in what is asked for.
    fn name(&self, asked: &impl Serialize) -> String {
        let is_named = |draft: &Draft| draft.item.user.is_some() && draft.secret.is_none();
        let told = self.drafts.iter().filter(|draft| !draft.item.simply_adds());
        let items: Vec<_> = told.map(|draft| (&draft.item, is_named(draft).then_some(&draft.effects))).collect();
        text::digest_of_json(&(asked, items))
    }

    /// Applies the plan that `plan` names, or nothing.
    pub(crate) fn apply(
        mut self,
        context: &Context<'_>,
        asked: &impl Serialize,
        plan: &str,
    ) -> Result<Plan<Applied>, Stop> {
        let begun = context.incoming.done.hashed_all.as_ref();
        if self.name(asked) != plan {
            let abandoned = begun.map(|(batch, _)| Effect::BatchAbandoned { batch: batch.clone() });
            return Ok(Plan::refuse(abandoned.into_iter().collect(), Code::ChangedMeanwhile));
        }
        let secrets = self.drafts.iter().filter_map(|draft| draft.secret.as_ref()).count();
        let Some((batch, hashed)) = begun else {
            let batch: BatchId = context.surroundings.id();
            if secrets > 0 {
                return Ok(self.begin(context, batch));
            }
            self.add_newcomers(context);
            return Ok(self.finish(batch, Vec::new()));
        };
        self.add_newcomers(context);
        let passwords = self.fill_in(context, hashed)?;
        Ok(self.finish(batch.clone(), passwords))
    }

    /// Has the passwords hashed, and makes those that nobody typed.
    fn begin(self, context: &Context<'_>, batch: BatchId) -> Plan<Applied> {
        let secrets = self.drafts.iter().filter_map(|draft| draft.secret.as_ref());
        let passwords: Vec<String> = secrets
            .map(|secret| match secret {
                Secret::Typed(typed) => text::password(typed),
                Secret::Shown | Secret::Mailed => context.surroundings.temporary_password(),
            })
            .collect();
        let started = Effect::BatchStarted {
            batch: batch.clone(),
            kind: self.kind,
            site: self.site,
            passwords: count(passwords.len()),
        };
        Plan::ask(vec![started], Ask::HashAll { batch, passwords })
    }

    /// Gives everybody who is added an id, and says what adding him does.
    fn add_newcomers(&mut self, context: &Context<'_>) {
        for draft in &mut self.drafts {
            draft.name_newcomer();
            if let Some(newcomer) = draft.newcomer.take() {
                draft.effects = newcomer.effects(context.surroundings.id(), self.site.as_ref());
            }
        }
    }

    /// Puts the hashes where they belong; returns the passwords to show.
    fn fill_in(&mut self, context: &Context<'_>, hashed: &[(String, String)]) -> Result<Vec<IssuedPassword>, Stop> {
        let mut hashed = hashed.iter();
        let mut shown = Vec::new();
        for draft in &mut self.drafts {
            let Some(secret) = &draft.secret else { continue };
            let (password, hash) = hashed.next().ok_or(Code::ChangedMeanwhile)?;
            if matches!(secret, Secret::Typed(typed) if text::password(typed) != *password) {
                return Err(Code::ChangedMeanwhile.into());
            }
            if *secret == Secret::Shown {
                shown.push(IssuedPassword { row: draft.item.row, password: password.clone() });
            }
            let mail = (*secret == Secret::Mailed && context.incoming.mails).then(|| Hidden(password.clone()));
            for effect in &mut draft.effects {
                if let Effect::UserCreated { phc, mailed, .. } | Effect::PasswordSet { phc, mailed, .. } = effect {
                    *phc = Hidden(hash.clone());
                    mailed.clone_from(&mail);
                }
            }
        }
        Ok(shown)
    }

    fn finish(self, batch: BatchId, passwords: Vec<IssuedPassword>) -> Plan<Applied> {
        let Self { kind, site, drafts } = self;
        let happening = drafts.iter().map(|draft| draft.effects.len()).sum::<usize>();
        let (mut effects, mut items) = (Vec::with_capacity(happening + 1), Vec::with_capacity(drafts.len()));
        for draft in drafts {
            effects.extend(draft.effects);
            items.push(draft.item);
        }
        let refused = items.iter().filter(|item| item.outcome == Outcome::Refused).count();
        effects.push(Effect::BatchApplied {
            batch: batch.clone(),
            kind,
            site,
            effects: count(effects.len()),
            done: count(items.len() - refused),
            refused: count(refused),
            items,
        });
        let passwords = (!passwords.is_empty()).then_some(passwords);
        Plan::new(effects, move |_| Ok(Applied { batch, passwords }))
    }
}

impl Draft {
    /// Not to be done, for want of authority or because it does not fit.
    pub(crate) fn refuse(&mut self, problem: Problem) {
        self.item.problem = Some(Box::new(problem));
        self.do_nothing();
    }

    /// Not to be done, because of these cells.
    pub(crate) fn reject(&mut self, errors: Vec<FieldError>) {
        self.item.errors.extend(errors);
        self.do_nothing();
    }

    /// Says whom it is about. Of a newcomer that is left out as long as nobody asks: mostly nobody does.
    fn name_newcomer(&mut self) {
        if let Some(newcomer) = &self.newcomer {
            newcomer.cells.name(&mut self.item);
        }
    }

    fn into_item(mut self) -> Item {
        self.name_newcomer();
        self.item
    }

    fn do_nothing(&mut self) {
        self.name_newcomer();
        self.item.outcome = Outcome::Refused;
        self.effects.clear();
        self.newcomer = None;
        self.secret = None;
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The hash of nobody's password: whoever has it cannot sign in before he gets another one.
pub(crate) fn no_password() -> Hidden {
    Hidden(hashing::NOBODY.to_owned())
}

/// Something to be judged, by the place of its draft.
type Candidate<'d> = (usize, Cow<'d, [Effect]>);

/// What is to be judged: of each class the first.
fn candidates<'d>(context: &Context<'_>, drafts: &'d [Draft], site: Option<&SiteId>) -> Vec<Candidate<'d>> {
    let mut classes = BTreeSet::new();
    let mut candidate = |draft: &'d Draft| match &draft.newcomer {
        Some(newcomer) => {
            let is_first = classes.insert(&newcomer.class);
            is_first.then(|| Cow::Owned(newcomer.clone().effects(context.surroundings.id(), site)))
        }
        None => (!draft.effects.is_empty()).then_some(Cow::Borrowed(draft.effects.as_slice())),
    };
    drafts.iter().enumerate().filter_map(|(at, draft)| Some((at, candidate(draft)?))).collect()
}

/// Which candidates the judge refuses, and why.
fn refused<'c>(context: &'c Context<'_>, candidates: &'c [Candidate<'c>]) -> Result<BTreeMap<usize, Problem>, Stop> {
    let mut trial = Trial { context, is_one_by_one: false, accepted: Vec::new(), refused: BTreeMap::new() };
    let all: Vec<_> = candidates.iter().collect();
    if !trial.settle(&all)? {
        // Hardly ever one is refused for what another one does. To judge each with all before it from the start
        // would cost the square of a file.
        let passed: Vec<_> = all.into_iter().filter(|(at, _)| !trial.refused.contains_key(at)).collect();
        trial.is_one_by_one = true;
        trial.settle(&passed)?;
    }
    Ok(trial.refused)
}

/// Finds out which candidates the judge lets pass.
struct Trial<'c, 'w> {
    context: &'c Context<'w>,
    /// Whether each is judged after those that passed before it; else as if there were no others.
    is_one_by_one: bool,
    accepted: Vec<&'c Effect>,
    refused: BTreeMap<usize, Problem>,
}

impl<'c> Trial<'c, '_> {
    /// Judges all together, since mostly all pass; else one half and then the other. Says whether all passed together.
    fn settle(&mut self, candidates: &[&'c Candidate<'c>]) -> Result<bool, Stop> {
        let Some((first, _)) = candidates.first() else { return Ok(true) };
        let new = candidates.iter().flat_map(|(_, effects)| effects.iter());
        let together: Vec<_> = self.accepted.iter().copied().chain(new).collect();
        let context = self.context;
        match effects::try_judge(context.reader, context.access()?, &together, context.now()) {
            Ok(()) => {
                if self.is_one_by_one {
                    self.accepted = together;
                }
                Ok(true)
            }
            Err(Stop::Refused(problem)) if candidates.len() == 1 => {
                self.refused.insert(*first, problem);
                Ok(false)
            }
            Err(Stop::Refused(_)) => {
                let (left, right) = candidates.split_at(candidates.len() / 2);
                self.settle(left)?;
                self.settle(right)?;
                Ok(false)
            }
            Err(stop) => Err(stop),
        }
    }
}

const COLUMNS: &str =
    "SELECT id, kind, site, created_at, touched_at, passwords, hashed, applied, done, refused FROM batches";

/// Lists the caller's own latest batches.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Batch>, Stop> {
    let sql = format!("{COLUMNS} WHERE user = ? AND created_at >= ? ORDER BY id DESC LIMIT ?");
    let rows = context.reader.rows(&sql, params![&context.access()?.user, kept_since(context.now()), LISTED])?;
    Ok(rows.iter().map(|row| batch(context, row)).collect::<Result<_, _>>()?)
}

/// Shows one of the caller's own batches.
pub fn view(context: &Context<'_>, request: View) -> Result<BatchPage, Stop> {
    let sql = format!("{COLUMNS} WHERE user = ? AND created_at >= ? AND id = ?");
    let values = params![&context.access()?.user, kept_since(context.now()), &request.batch];
    let row = context.reader.row(&sql, values)?.ok_or(Code::NotFound)?;
    Ok(BatchPage { batch: batch(context, &row)?, items: items(context.reader, &request.batch)? })
}

/// What became of people's data in files is no longer needed after a month.
pub(crate) fn kept_since(now: Timestamp) -> Timestamp {
    Timestamp(now.0 - Span::days(KEPT_DAYS).0)
}

/// What became of each item, in their order.
pub(crate) fn items(reader: Reader<'_>, batch: &BatchId) -> Result<Vec<Item>, SqlError> {
    let rows = reader.rows("SELECT item FROM batch_items WHERE batch = ? ORDER BY row", params![batch])?;
    rows.iter().map(|row| row.json(0)).collect()
}

fn batch(context: &Context<'_>, row: &Row) -> Result<Batch, SqlError> {
    let kind = row.get::<String>(1)?;
    let touched_at: Timestamp = row.get(4)?;
    let state = match row.get::<bool>(7)? {
        true => BatchState::Applied,
        false if touched_at + BROKEN_OFF_AFTER < context.now() => BatchState::Interrupted,
        false => BatchState::Preparing,
    };
    Ok(Batch {
        id: row.parse(0)?,
        kind: BatchKind::ALL
            .into_iter()
            .find(|it| it.as_str() == kind)
            .ok_or_else(|| SqlError(format!("no batch is of kind {kind}")))?,
        created_at: row.get(3)?,
        state,
        passwords: row.get(5)?,
        hashed: row.get(6)?,
        done: row.get(8)?,
        refused: row.get(9)?,
        site: row.parse_optional(2)?,
    })
}
