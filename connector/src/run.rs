//! A run: read everything, compare, ask where it is much, do it, report.

use crate::{
    config::{Config, Loaded},
    edge::{self, Edge, bulk::Outcome},
    files,
    people::Reading,
    plan::{Plan, Planned, plan},
    source::{self, Source},
    state::{About, State},
};
use serde::{Deserialize, Serialize};
use shared::{
    directories::{self, Connector, Counts, Deed, Directory, RunState, Step},
    ids::RunId,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What a run came to, by its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// Everything is as in the directory.
    Done,
    /// Some users could not be taken over.
    SomeFailed,
    /// Nothing could be done.
    CouldNotRun,
    /// An administrator has to confirm it first, or has declined it.
    Waits,
}

impl End {
    /// The program's exit code.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::SomeFailed => 1,
            Self::CouldNotRun => 2,
            Self::Waits => 3,
        }
    }
}

/// Why nothing, or not everything, was done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The directory could not be read.
    #[error(transparent)]
    Source(#[from] source::Error),
    /// The edge did not answer, or refused.
    #[error(transparent)]
    Edge(#[from] edge::Error),
    /// The state cannot be read or written.
    #[error("{0}: {1}")]
    State(PathBuf, io::Error),
}

/// What happens meanwhile, for whoever looks on.
pub trait Watch {
    /// So many people have been read.
    fn read(&mut self, people: usize);
    /// So many of so many steps are done.
    fn done(&mut self, steps: usize, of: usize);
    /// Something to be said.
    fn say(&mut self, line: &str);
}

/// A run's last words, also for `status`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    /// What it came to.
    pub end: End,
    /// What was done; what is planned, if it waits.
    pub counts: Counts,
    /// When it ended, as milliseconds since 1970.
    pub at: u64,
    /// What went wrong, if something did.
    pub error: Option<String>,
    /// The run whose whole plan the edge has, if it waits.
    pub waiting: Option<RunId>,
}

/// Where the connector keeps what it must remember.
#[derive(Clone, Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// What the edge has acknowledged.
    pub fn state(&self) -> PathBuf {
        self.0.join("state")
    }

    /// How the latest run ended.
    pub fn last(&self) -> Option<Last> {
        serde_json::from_slice(&fs::read(self.0.join("last.json")).ok()?).ok()
    }

    /// Keeps how a run ended.
    pub fn keep(&self, last: &Last) -> io::Result<()> {
        files::replace(&self.0.join("last.json"), |to| Ok(serde_json::to_writer(to, last)?))
    }
}

/// Reads the directory and plans, without sending anything but questions.
pub fn look(loaded: &Loaded, edge: &Edge<'_>, folder: &Folder, watch: &mut dyn Watch) -> Result<Plan, Error> {
    let reading = read(loaded, watch)?;
    let state = known(edge, &about(&edge.own()?, loaded), folder)?;
    Ok(plan(reading, &state))
}

/// Runs once.
pub fn run(loaded: &Loaded, edge: &Edge<'_>, folder: &Folder, watch: &mut dyn Watch) -> Result<Last, Error> {
    let reading = read(loaded, watch).inspect_err(|error| tell(loaded, edge, None, error, watch))?;
    let own = edge.own()?;
    let about = about(&own, loaded);
    let mut state = known(edge, &about, folder)?;
    state.keep_at(&folder.state(), &about).map_err(|error| Error::State(folder.state(), error))?;
    let plan = plan(reading, &state);
    plan.troubles.iter().for_each(|trouble| watch.say(&format!("{}: {}", trouble.who, trouble.reason)));
    Job { loaded, edge, folder, plan, state }.run(&own, watch)
}

fn read(loaded: &Loaded, watch: &mut dyn Watch) -> Result<Reading, Error> {
    let mut reading = Source::open(loaded)?.read(&loaded.config, &mut |people| watch.read(people))?;
    for note in std::mem::take(&mut reading.notes) {
        watch.say(&note);
    }
    Ok(reading)
}

fn about(own: &Directory, loaded: &Loaded) -> About {
    About {
        address: loaded.config.bailiwick.address.clone(),
        organization: loaded.config.bailiwick.organization.to_string(),
        directory: own.credential.id.to_string(),
    }
}

/// What the edge has acknowledged: as noted here, or else as the edge has it.
fn known(edge: &Edge<'_>, about: &About, folder: &Folder) -> Result<State, Error> {
    let path = folder.state();
    match State::read(&path, about).map_err(|error| Error::State(path, error))? {
        Some(state) => Ok(state),
        None => Ok(edge.linked()?),
    }
}

/// Tells the edge why nothing comes; that it cannot be told is no reason to fail otherwise.
fn tell(loaded: &Loaded, edge: &Edge<'_>, run: Option<RunId>, error: &Error, watch: &mut dyn Watch) {
    if let Err(silence) = edge.fail(connector(&loaded.config), run, &error.to_string()) {
        watch.say(&format!("this could not be reported either: {silence}"));
    }
}

/// How this connector describes itself.
fn connector(config: &Config) -> Connector {
    let mapping = |mapping: &crate::config::Mapping| directories::Mapping {
        source: mapping.source.clone(),
        group: mapping.group.clone(),
    };
    Connector {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        host: host(),
        server: config.directory.server.clone(),
        mappings: config.mappings.iter().map(mapping).collect(),
    }
}

/// The computer's name, as far as it says.
fn host() -> String {
    let named = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let named = named.or_else(|| std::env::var("COMPUTERNAME").ok()).map(|name| name.trim().to_owned());
    named.filter(|name| !name.is_empty()).unwrap_or_else(|| "unknown".to_owned())
}

/// A plan that is to be carried out.
struct Job<'a> {
    loaded: &'a Loaded,
    edge: &'a Edge<'a>,
    folder: &'a Folder,
    plan: Plan,
    state: State,
}

impl Job<'_> {
    fn run(mut self, own: &Directory, watch: &mut dyn Watch) -> Result<Last, Error> {
        let counts = self.plan.counts();
        if self.plan.steps.is_empty() {
            return Ok(last(end_of(counts), counts, None));
        }
        let run = self.edge.begin(connector(&self.loaded.config), counts, self.plan.digest())?;
        match run.state {
            RunState::Running => {
                let done = self.carry_out(&run.id, watch);
                let counts = done.inspect_err(|error| {
                    tell(self.loaded, self.edge, Some(run.id.clone()), error, watch);
                })?;
                Ok(last(end_of(counts), counts, None))
            }
            RunState::Waiting | RunState::Confirmed => {
                let (org, id) = (&self.loaded.config.bailiwick.organization, &own.credential.id);
                let has_plan = self.folder.last().is_some_and(|last| last.waiting.as_ref() == Some(&run.id));
                if !has_plan {
                    let steps: Vec<Step> = self.plan.steps.iter().map(|step| step.step(None)).collect();
                    self.edge.report(&run.id, &steps, None)?;
                }
                let address = self.loaded.config.bailiwick.address.trim_end_matches('/');
                watch.say(&format!(
                    "An administrator has to agree first, on the page Directories: {address}/o/{org}/directories/{id}/runs/{}",
                    run.id
                ));
                Ok(last(End::Waits, counts, Some(run.id)))
            }
            _ => {
                watch.say("An administrator has declined this plan. When the directory changes, another one is made.");
                Ok(last(End::Waits, counts, None))
            }
        }
    }

    /// Does the steps, some at a time, and notes each before the next are sent.
    fn carry_out(&mut self, run: &RunId, watch: &mut dyn Watch) -> Result<Counts, Error> {
        let steps = std::mem::take(&mut self.plan.steps);
        let failed = u32::try_from(self.plan.troubles.len()).unwrap_or(u32::MAX);
        let mut counts = Counts { read: self.plan.read, failed, ..Counts::default() };
        let (mut at, mut unreported) = (0, Vec::new());
        while let Some(open) = steps.get(at..).filter(|open| !open.is_empty()) {
            let outcomes = self.edge.bulk(open, &self.state)?;
            at += outcomes.len();
            unreported.extend(self.note(open, outcomes, &mut counts, watch)?);
            watch.done(at, steps.len());
            if unreported.len() >= directories::REPORT_MAX {
                self.edge.report(run, &unreported, None)?;
                unreported.clear();
            }
        }
        self.edge.report(run, &unreported, Some(counts))?;
        Ok(counts)
    }

    /// Notes what came of these steps, and says it as it is reported.
    fn note(
        &mut self,
        steps: &[Planned],
        outcomes: Vec<Outcome>,
        counts: &mut Counts,
        watch: &mut dyn Watch,
    ) -> Result<Vec<Step>, Error> {
        let (mut done, mut gone, mut said) = (Vec::new(), Vec::new(), Vec::new());
        for (step, outcome) in steps.iter().zip(outcomes) {
            let id: &str = &step.person.id;
            let failure = match outcome {
                Outcome::Done(scim) => {
                    done.push((step.person.clone(), scim));
                    None
                }
                Outcome::Gone => {
                    gone.push(id);
                    let is_lost = step.deed != Deed::Disable;
                    is_lost.then(|| "there is no such user any more; he is added by the next run".to_owned())
                }
                Outcome::Failed(reason) => Some(reason),
            };
            if let Some(reason) = &failure {
                watch.say(&format!("{}: {reason}", step.person.user_name));
            }
            count(counts, step.deed, failure.is_none());
            said.push(step.step(Some(failure.unwrap_or_default())));
        }
        let path = self.folder.state();
        self.state.acknowledge(done, &gone).map_err(|error| Error::State(path, error))?;
        Ok(said)
    }
}

fn count(counts: &mut Counts, deed: Deed, is_done: bool) {
    let number = match deed {
        _ if !is_done => &mut counts.failed,
        Deed::Add => &mut counts.added,
        Deed::Update => &mut counts.updated,
        Deed::Enable => &mut counts.enabled,
        Deed::Disable => &mut counts.disabled,
    };
    *number += 1;
}

const fn end_of(counts: Counts) -> End {
    if counts.failed > 0 { End::SomeFailed } else { End::Done }
}

fn last(end: End, counts: Counts, waiting: Option<RunId>) -> Last {
    Last { end, counts, at: crate::journal::now(), error: None, waiting }
}

/// Whether another connector works in this folder: only one may.
pub fn lock(folder: &Path) -> io::Result<fs::File> {
    let file = files::append(&folder.join("lock"))?;
    file.try_lock().map_err(io::Error::from)?;
    Ok(file)
}
