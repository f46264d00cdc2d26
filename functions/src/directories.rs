//! Directories: credentials with which a connector keeps users up to date over SCIM, what the
//! connector tells of its runs, and the brake that stops a run until an administrator agrees.
//!
//! What a run changes comes over SCIM and is judged there. Here nothing changes anybody: a connector
//! asks whether it may begin, and says what it found. Decision 0035 says why.

use crate::{
    credentials,
    effects::{self, Effect},
    gateway::{Context, Plan, Stop},
    grants, groups, keyset, organizations, params, people,
    sql::{Reader, Row, SqlError, Value, json},
};
use shared::{
    Code, FieldError, Problem,
    authority::{
        self, HeldGrant, Target,
        permission::{GROUPS_VIEW, USERS_VIEW},
    },
    credentials::Reach,
    directories::{
        AGREED_FOR, BRAKE_WINDOW, Brake, Connector, Counts, Deed, Directory, DirectoryDetails, Hidden, Onboarding,
        REASON_MAX, Run, RunState, SOURCE_MAX, Step,
        api::{
            Begin, Confirm, Create, Decline, Fail, List, Made, Own, Report, Runs, Steps, Update, View, ViewRun,
            permissions,
        },
        brake,
    },
    ids::{CredentialId, GroupId, RunId, UserId},
    page::Page,
    password::Factors,
    time::Timestamp,
    users::Person,
    validation::{EMAIL_MAX, LINE_MAX, Validate, printable},
};
use std::collections::{BTreeMap, BTreeSet};

const COLUMNS: &str = "SELECT credential, version, onboarding, connector, teams_with_permissions FROM directories";
const RUN_COLUMNS: &str = "id, state, brake, counts, failure, began_at, ended_at, decided_by, hidden";

/// Runs that may be done without another judgement, with since when at the earliest.
const AGREED: &str = "state IN ('confirmed', 'running') AND coalesce(agreed_at > ?, 0)";

fn agreed_since(context: &Context<'_>) -> Timestamp {
    Timestamp(context.now().0.saturating_sub(AGREED_FOR.0))
}

/// Lists the directories.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Directory>, Stop> {
    let rows = context.reader.rows(&format!("{COLUMNS} ORDER BY credential"), &[])?;
    rows.iter().map(|row| directory(context, row)).collect()
}

/// Shows a directory.
pub fn view(context: &Context<'_>, request: View) -> Result<Directory, Stop> {
    show(context, &request.directory)
}

fn show(context: &Context<'_>, id: &CredentialId) -> Result<Directory, Stop> {
    let row = context.reader.row(&format!("{COLUMNS} WHERE credential = ?"), params![id])?;
    directory(context, &row.ok_or(Code::NotFound)?)
}

fn directory(context: &Context<'_>, row: &Row) -> Result<Directory, Stop> {
    let id: CredentialId = row.parse(0)?;
    let credential = credentials::show(context, &id)?;
    let connector: Option<Connector> = row.get::<Option<String>>(3)?.map(|_| row.json(3)).transpose()?;
    Ok(Directory {
        version: row.get(1)?,
        details: DirectoryDetails {
            name: credential.name.clone(),
            onboarding: onboarding_of(&row.get::<String>(2)?)?,
            teams_with_permissions: row.get(4)?,
        },
        groups: connector.as_ref().map_or(Ok(BTreeMap::new()), |connector| mapped(context, connector))?,
        connector,
        last_run: latest(context, &id)?,
        active_users: active_users(context.reader, &id)?,
        credential,
    })
}

/// The groups that a connector fills, by name, as far as the caller may see them.
fn mapped(context: &Context<'_>, connector: &Connector) -> Result<BTreeMap<GroupId, String>, Stop> {
    let all: BTreeSet<&GroupId> = connector.mappings.iter().map(|mapping| &mapping.group).collect();
    let mut values = vec![json(&all)];
    let filter = match authority::reach(context.access()?, &GROUPS_VIEW) {
        authority::Reach::Everywhere => "1",
        authority::Reach::Within { groups, .. } => {
            values.push(json(&groups));
            groups::WITHIN
        }
    };
    let sql = format!(
        "SELECT groups.id, groups.details ->> '$.name' FROM groups
         WHERE groups.id IN (SELECT value FROM json_each(?)) AND {filter}"
    );
    let rows = context.reader.rows(&sql, &values)?;
    Ok(rows.iter().map(|row| Ok((row.parse(0)?, row.get(1)?))).collect::<Result<_, SqlError>>()?)
}

fn onboarding_of(text: &str) -> Result<Onboarding, SqlError> {
    let known = Onboarding::ALL.into_iter().find(|known| known.as_str() == text);
    known.ok_or_else(|| SqlError(format!("no such onboarding: {text}")))
}

/// How many active users a directory looks after: what the brake compares with, whatever the
/// connector says.
fn active_users(reader: Reader<'_>, directory: &CredentialId) -> Result<u32, SqlError> {
    let row = reader.row(
        "SELECT count(*) FROM directory_links JOIN users ON users.id = resource
         WHERE credential = ? AND NOT gone AND status = 'active'",
        params![directory],
    )?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// What a directory's credential may do: nothing but what SCIM needs.
fn reach(scope: shared::authority::Scope) -> Reach {
    Reach { scope, permissions: permissions() }
}

/// Adds a directory and shows its token, this once.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Made>, Stop> {
    request.validate()?;
    if request.expires_at.is_some_and(|at| at <= context.now()) {
        return Err(Problem::invalid(vec![FieldError::new("expires_at", "in_the_past")]).into());
    }
    grants::scope_must_exist(context.reader, &request.scope, "scope")?;
    can_mail(context, &request.details)?;
    let details = trimmed(request.details);
    let default_password = hashed(context, details.onboarding, request.default_password.as_deref())?;
    let (directory, token): (CredentialId, _) = (context.surroundings.id(), credentials::made(context));
    let effects = vec![
        credentials::created(&directory, &details.name, &token, request.expires_at, reach(request.scope)),
        Effect::DirectoryCreated { directory: directory.clone(), details, default_password },
    ];
    Ok(Plan::new(effects, move |context| Ok(Made { directory: show(context, &directory)?, token: Some(token) })))
}

fn trimmed(details: DirectoryDetails) -> DirectoryDetails {
    DirectoryDetails { name: details.name.trim().to_owned(), ..details }
}

/// A link is mailed, or it is none.
fn can_mail(context: &Context<'_>, details: &DirectoryDetails) -> Result<(), Problem> {
    if details.onboarding == Onboarding::Invitation && !context.incoming.mails {
        return Err(Problem::invalid(vec![FieldError::new("details.onboarding", "mails_not_available")]));
    }
    Ok(())
}

/// The hash of a default password, where there is to be one and it is typed anew. It is typed by an
/// administrator, and so judged like any that is; since all begin with the same one, its change must be
/// forced as well.
fn hashed(context: &Context<'_>, onboarding: Onboarding, typed: Option<&str>) -> Result<Option<effects::Hidden>, Stop> {
    if onboarding != Onboarding::DefaultPassword {
        return Ok(None);
    }
    if !organizations::policy(context.reader)?.allows_default_passwords() {
        return Err(Problem::invalid(vec![FieldError::new("default_password", "default_password_not_allowed")]).into());
    }
    let Some(typed) = typed else {
        return Ok(None);
    };
    context.check_password("default_password", typed, Factors::One, &Person::default())?;
    context.hash(typed).map(Some)
}

/// Changes a directory.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Directory>, Stop> {
    request.validate()?;
    let Directory { version, details: before, credential, .. } = show(context, &request.directory)?;
    if version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    if request.details.onboarding != before.onboarding {
        can_mail(context, &request.details)?;
    }
    let (directory, details) = (request.directory, trimmed(request.details));
    let default_password = hashed(context, details.onboarding, request.default_password.as_deref())?;
    let needs_one = details.onboarding == Onboarding::DefaultPassword;
    if needs_one && default_password.is_none() && default_phc(context.reader, &directory)?.is_none() {
        return Err(Problem::invalid(vec![FieldError::new("default_password", "required")]).into());
    }
    let effect = Effect::DirectoryUpdated {
        directory: directory.clone(),
        before,
        hands_on: handed_on(context, &directory, &details, &credential.reach)?,
        details,
        reach: credential.reach,
        sets_password: default_password.is_some(),
        default_password,
    };
    Ok(Plan::new(vec![effect], move |context| show(context, &directory)))
}

/// What else a directory may do over SCIM, if it fills teams that carry permissions: what its maker may.
fn handed_on(
    context: &Context<'_>,
    directory: &CredentialId,
    details: &DirectoryDetails,
    reach: &Reach,
) -> Result<Vec<Reach>, Stop> {
    if !details.teams_with_permissions {
        return Ok(Vec::new());
    }
    let row = context.reader.row("SELECT created_by FROM credentials WHERE id = ?", params![directory])?;
    let maker: UserId = row.ok_or(Code::NotFound)?.parse(0)?;
    // Also what does not count at the moment: it may count again tomorrow.
    let access = people::granted(context.reader, &maker)?;
    let access = credentials::over_scim(context.reader, access, reach, true)?;
    let grants = access.grants.into_iter();
    Ok(grants.map(|HeldGrant { permissions, scope, .. }| Reach { scope, permissions }).collect())
}

fn default_phc(reader: Reader<'_>, directory: &CredentialId) -> Result<Option<effects::Hidden>, SqlError> {
    let row = reader.recall("SELECT default_phc FROM directories WHERE credential = ?", params![directory])?;
    Ok(row.map(|row| row.get::<Option<String>>(0)).transpose()?.flatten().map(effects::Hidden))
}

/// How somebody gets in whom a credential adds over SCIM, with the hash of the default password if it
/// is by that. A credential that is no directory's leaves it to administrators.
pub(crate) fn onboarding(
    reader: Reader<'_>,
    credential: &CredentialId,
) -> Result<(Onboarding, Option<effects::Hidden>), SqlError> {
    let row = reader.recall("SELECT onboarding FROM directories WHERE credential = ?", params![credential])?;
    let onboarding = row.map(|row| onboarding_of(&row.get::<String>(0)?)).transpose()?;
    Ok((onboarding.unwrap_or(Onboarding::Later), default_phc(reader, credential)?))
}

/// Lists the runs, newest first.
pub fn runs(context: &Context<'_>, request: Runs) -> Result<Page<Run>, Stop> {
    show(context, &request.directory)?;
    let query = keyset::Query {
        table: "directory_runs",
        key: "id",
        columns: RUN_COLUMNS,
        filter: "directory = ?",
        values: vec![Value::from(&request.directory)],
        descending: true,
    };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, |row| run(context, row, 2))
}

/// Shows a run.
pub fn view_run(context: &Context<'_>, request: ViewRun) -> Result<Run, Stop> {
    find_run(context, &request.directory, &request.run)
}

fn find_run(context: &Context<'_>, directory: &CredentialId, id: &RunId) -> Result<Run, Stop> {
    let sql = format!("SELECT {RUN_COLUMNS} FROM directory_runs WHERE directory = ? AND id = ?");
    let row = context.reader.row(&sql, params![directory, id])?;
    Ok(run(context, &row.ok_or(Code::NotFound)?, 0)?)
}

/// The run that is open, also when the directory could not be read since: it still waits for somebody.
/// Otherwise the newest; ids of one moment are in no order, rows are.
fn latest(context: &Context<'_>, directory: &CredentialId) -> Result<Option<Run>, SqlError> {
    let sql = format!(
        "SELECT {RUN_COLUMNS} FROM directory_runs WHERE directory = ?
         ORDER BY state = 'waiting' OR ({AGREED}) DESC, rowid DESC LIMIT 1"
    );
    let row = context.reader.row(&sql, params![directory, agreed_since(context)])?;
    row.map(|row| run(context, &row, 0)).transpose()
}

fn run(context: &Context<'_>, row: &Row, from: usize) -> Result<Run, SqlError> {
    let state: String = row.get(from + 1)?;
    let known = RunState::ALL.into_iter().find(|known| known.as_str() == state);
    let brake = row.get::<Option<String>>(from + 2)?;
    let decided_by: Option<UserId> = row.parse_optional(from + 7)?;
    let decided_by = decided_by.zip(context.caller.access.as_ref());
    Ok(Run {
        id: row.parse(from)?,
        state: known.ok_or_else(|| SqlError(format!("no such state: {state}")))?,
        brake: brake.and_then(|text| Brake::ALL.into_iter().find(|it| it.as_str() == text)),
        hidden: row.get::<Option<String>>(from + 8)?.map(|_| row.json(from + 8)).transpose()?,
        counts: row.json(from + 3)?,
        failure: row.get(from + 4)?,
        began_at: row.get(from + 5)?,
        ended_at: row.get(from + 6)?,
        decided_by: decided_by.map_or(Ok(None), |(user, access)| people::named(context.reader, access, &user))?,
    })
}

/// Lists what a run does or did.
pub fn steps(context: &Context<'_>, request: Steps) -> Result<Page<Step>, Stop> {
    let directory = show(context, &request.directory)?;
    find_run(context, &request.directory, &request.run)?;
    // Some of those who stand there are not users yet, or could not become any: whoever sees everybody
    // of the directory sees them, too.
    context.require(&USERS_VIEW, &groups::target(context.reader, &directory.credential.reach.scope)?)?;
    let query = keyset::Query {
        table: "(SELECT number, external_id AS id, name, email, deed, outcome FROM directory_steps WHERE run = ?)",
        key: "number",
        columns: "name, email, deed, outcome",
        filter: if request.failed { "outcome <> ''" } else { "1" },
        values: vec![Value::from(&request.run)],
        descending: false,
    };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, step)
}

fn step(row: &Row) -> Result<Step, SqlError> {
    let deed: String = row.get(4)?;
    let known = Deed::ALL.into_iter().find(|known| known.as_str() == deed);
    Ok(Step {
        external_id: row.get(1)?,
        name: row.get(2)?,
        email: row.get(3)?,
        deed: known.ok_or_else(|| SqlError(format!("no such deed: {deed}")))?,
        outcome: row.get(5)?,
    })
}

/// Lets a run that waits happen.
pub fn confirm(context: &Context<'_>, request: Confirm) -> Result<Plan<Run>, Stop> {
    let Confirm { directory, run: id, .. } = request;
    let run = find_run(context, &directory, &id)?;
    let Directory { credential, details, .. } = show(context, &directory)?;
    let effect = match run.state {
        RunState::Waiting => Some(Effect::RunConfirmed {
            directory: directory.clone(),
            name: credential.name,
            run: id.clone(),
            counts: run.counts,
            hands_on: handed_on(context, &directory, &details, &credential.reach)?,
            reach: credential.reach,
        }),
        RunState::Confirmed | RunState::Running => None,
        _ => return Err(Code::ChangedMeanwhile.into()),
    };
    Ok(Plan::new(effect.into_iter().collect(), move |context| find_run(context, &directory, &id)))
}

/// Refuses a run that waits, or one that was agreed to and has not begun.
pub fn decline(context: &Context<'_>, request: Decline) -> Result<Plan<Run>, Stop> {
    let Decline { directory, run: id, .. } = request;
    let run = find_run(context, &directory, &id)?;
    let name = show(context, &directory)?.details.name;
    let effect = match run.state {
        RunState::Waiting | RunState::Confirmed => {
            Some(Effect::RunDeclined { directory: directory.clone(), name, run: id.clone(), counts: run.counts })
        }
        RunState::Declined => None,
        _ => return Err(Code::ChangedMeanwhile.into()),
    };
    Ok(Plan::new(effect.into_iter().collect(), move |context| find_run(context, &directory, &id)))
}

/// Where a connector is met: at the directory whose token it has. Nobody else has one.
pub fn own_place<E>(context: &Context<'_>, _: &E) -> Result<Target, Stop> {
    own_id(context).map(|_| Target::Anywhere)
}

fn own_id(context: &Context<'_>) -> Result<CredentialId, Stop> {
    let id = context.caller.credential.clone().ok_or(Code::NotFound)?;
    let known = context.reader.row("SELECT 1 FROM directories WHERE credential = ?", params![&id])?;
    Ok(known.map(|_| id).ok_or(Code::NotFound)?)
}

/// Shows a connector its directory.
pub fn own(context: &Context<'_>, _: Own) -> Result<Directory, Stop> {
    show(context, &own_id(context)?)
}

/// Begins a run, or lets it wait if the brake says so.
pub fn begin(context: &Context<'_>, request: Begin) -> Result<Plan<Run>, Stop> {
    request.validate()?;
    let directory = own_id(context)?;
    let Begin { connector, counts, digest, hidden, unread, .. } = request;
    let (id, effect) = match known(context, &directory, &counts, &digest, unread)? {
        Some(Run { id, state, .. }) => {
            let confirmed = state == RunState::Confirmed;
            (id.clone(), Effect::RunResumed { directory: directory.clone(), connector, run: id, confirmed })
        }
        None => {
            let id: RunId = context.surroundings.id();
            let lately = disabled_lately(context, &directory)?;
            let brake = brake(&counts, active_users(context.reader, &directory)?, lately, unread);
            let (directory, run, hidden) = (directory.clone(), id.clone(), hidden.map(told));
            (id, Effect::RunBegun { directory, connector, run, brake, counts, hidden, unread, digest })
        }
    };
    Ok(Plan::new(vec![effect], move |context| find_run(context, &directory, &id)))
}

/// What a directory calls what could not be read.
fn told(hidden: Hidden) -> Hidden {
    Hidden { named: hidden.named.iter().map(|name| printable(name, SOURCE_MAX)).collect(), ..hidden }
}

/// How many a directory has disabled lately without anybody having been asked: many small runs are one
/// large one. A run that broke off may have done all that it had planned.
fn disabled_lately(context: &Context<'_>, directory: &CredentialId) -> Result<u32, SqlError> {
    let since = Timestamp(context.now().0.saturating_sub(BRAKE_WINDOW.0));
    let row = context.reader.row(
        "SELECT coalesce(sum(counts ->> '$.disabled'), 0) FROM directory_runs WHERE directory = ? AND brake IS NULL AND coalesce(ended_at, began_at) > ?",
        params![directory, since],
    )?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// The latest run that had a plan about the same people, if it was this one and what was said to it still
/// counts.
fn known(
    context: &Context<'_>,
    directory: &CredentialId,
    counts: &Counts,
    digest: &str,
    unread: bool,
) -> Result<Option<Run>, SqlError> {
    let sql = format!(
        "SELECT {RUN_COLUMNS}, digest = ? AND (state IN ('waiting', 'declined') OR {AGREED}) FROM directory_runs
         WHERE directory = ? AND digest IS NOT NULL AND unread = ? ORDER BY rowid DESC LIMIT 1"
    );
    let Some(row) = context.reader.row(&sql, params![digest, agreed_since(context), directory, unread])? else {
        return Ok(None);
    };
    let counting = row.last::<bool>()?.then(|| run(context, &row, 0)).transpose()?;
    // How many were read changes with every newcomer; what is to happen does not, unless nobody was.
    let is_same = |run: &Run| {
        let read = if counts.read == 0 { 0 } else { run.counts.read.max(1) };
        run.counts == Counts { read, ..*counts }
    };
    Ok(counting.filter(is_same))
}

/// Notes what is to happen to users or has happened, and that a run is at its end.
pub fn report(context: &Context<'_>, request: Report) -> Result<Plan<Run>, Stop> {
    request.validate()?;
    let directory = own_id(context)?;
    let Report { run: id, steps, finished, .. } = request;
    let run = find_run(context, &directory, &id)?;
    let only_planned = finished.is_none() && steps.iter().all(|step| step.outcome.is_none());
    match run.state {
        RunState::Running => {}
        // What somebody has agreed to is not told otherwise afterwards.
        RunState::Waiting if only_planned => {}
        // The same again.
        RunState::Done if finished == Some(run.counts) => {}
        _ => return Err(Code::ChangedMeanwhile.into()),
    }
    let steps = steps.into_iter().map(kept).collect();
    let effect = Effect::RunReported { run: id.clone(), steps, finished };
    Ok(Plan::new(vec![effect], move |context| find_run(context, &directory, &id)))
}

/// What a directory says may be anything.
fn kept(step: Step) -> Step {
    Step {
        name: printable(&step.name, LINE_MAX),
        email: printable(&step.email, EMAIL_MAX),
        outcome: step.outcome.map(|outcome| printable(&outcome, REASON_MAX)),
        ..step
    }
}

/// Notes that a directory could not be read, or that a run was given up.
pub fn fail(context: &Context<'_>, request: Fail) -> Result<Plan<Run>, Stop> {
    request.validate()?;
    let directory = own_id(context)?;
    let Fail { connector, run: begun, reason, .. } = request;
    let reason = printable(&reason, REASON_MAX);
    let (id, is_new) = match begun {
        Some(id) => match find_run(context, &directory, &id)?.state {
            RunState::Running | RunState::Waiting | RunState::Confirmed | RunState::Failed => (id, false),
            _ => return Err(Code::ChangedMeanwhile.into()),
        },
        None => failing_since(context, &directory, &reason)?
            .map_or_else(|| (context.surroundings.id(), true), |id| (id, false)),
    };
    let effect = Effect::RunFailed { directory: directory.clone(), connector, run: id.clone(), is_new, reason };
    Ok(Plan::new(vec![effect], move |context| find_run(context, &directory, &id)))
}

/// The latest run, if it failed for the same reason before it had a plan: a server that is away for a
/// day is one entry, not a hundred.
fn failing_since(context: &Context<'_>, directory: &CredentialId, reason: &str) -> Result<Option<RunId>, SqlError> {
    let row = context.reader.row(
        "SELECT id, failure, digest IS NULL AND state = 'failed' FROM directory_runs WHERE directory = ?
         ORDER BY rowid DESC LIMIT 1",
        params![directory],
    )?;
    let Some(row) = row else {
        return Ok(None);
    };
    let same = row.get::<bool>(2)? && row.get::<Option<String>>(1)?.as_deref() == Some(reason);
    if same { row.parse(0).map(Some) } else { Ok(None) }
}
