//! A run: read everything, compare, ask where it is much, do it, report.

use crate::{
    config::{Config, Loaded},
    edge::{
        self, Edge,
        bulk::{self, Outcome},
    },
    files,
    people::{Reading, Trouble},
    plan::{Plan, Planned, plan},
    source::{self, Source},
    state::{About, State},
};
use serde::{Deserialize, Serialize};
use shared::{
    directories::{self, Brake, Connector, Counts, Deed, Directory, Run, RunState, Step},
    ids::RunId,
};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
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
    /// The runs that wait, of which the edge has the whole plan.
    #[serde(default)]
    pub waiting: Vec<RunId>,
    /// How many were not read, of whom an administrator is asked or has declined.
    #[serde(default)]
    pub unread: usize,
    /// What stands for whoever could not be taken over: the same again is no news.
    #[serde(default)]
    pub troubles: u64,
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
    let plan = plan(reading, &state);
    say_unread(&plan, watch);
    Ok(plan)
}

/// Says who is not disabled for now, and why.
fn say_unread(plan: &Plan, watch: &mut dyn Watch) {
    if !plan.unread.is_empty() {
        watch.say(&format!(
            "{} users were not read, and neither was everything else: an administrator is asked whether to disable \
             them. Mend what is reported, and nobody is asked.",
            plan.unread.len()
        ));
    }
}

/// Runs once.
pub fn run(loaded: &Loaded, edge: &Edge<'_>, folder: &Folder, watch: &mut dyn Watch) -> Result<Last, Error> {
    let reading = read(loaded, watch).inspect_err(|error| tell(loaded, edge, None, error, watch))?;
    let own = edge.own()?;
    let about = about(&own, loaded);
    let mut state = known(edge, &about, folder)?;
    state.keep_at(&folder.state(), &about).map_err(|error| Error::State(folder.state(), error))?;
    let mut plan = plan(reading, &state);
    plan.troubles.iter().for_each(|trouble| watch.say(&format!("{}: {}", trouble.who, trouble.reason)));
    say_unread(&plan, watch);
    let (troubles, rest) = (sum_of(&plan.troubles), plan.take_unread());
    let mut run = |plan, unread| Job { loaded, edge, folder, plan, state: &mut state, unread }.run(&own, watch);
    let last = run(plan, false)?;
    let last = match rest {
        None => last,
        Some(rest) => last.and(rest.steps.len(), run(rest, true)?),
    };
    Ok(Last { troubles, ..last })
}

impl Last {
    /// With what came of whoever was not read, so many.
    fn and(self, unread: usize, rest: Self) -> Self {
        let asks = rest.end == End::Waits;
        let (disabled, failed) = if asks { (0, 0) } else { (rest.counts.disabled, rest.counts.failed) };
        Self {
            end: if self.end.code() < rest.end.code() { rest.end } else { self.end },
            counts: Counts {
                disabled: self.counts.disabled + disabled,
                failed: self.counts.failed + failed,
                ..self.counts
            },
            waiting: self.waiting.into_iter().chain(rest.waiting).collect(),
            // What waits itself is said first.
            unread: if asks && self.end != End::Waits { unread } else { 0 },
            ..self
        }
    }
}

/// A number that stands for these troubles; none for none.
fn sum_of(troubles: &[Trouble]) -> u64 {
    let mut hasher = DefaultHasher::new();
    troubles.hash(&mut hasher);
    if troubles.is_empty() { 0 } else { hasher.finish() }
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

/// What the edge has acknowledged: as noted here; as the edge has it, where that is not all.
fn known(edge: &Edge<'_>, about: &About, folder: &Folder) -> Result<State, Error> {
    let path = folder.state();
    match State::read(&path, about).map_err(|error| Error::State(path, error))? {
        Some(mut state) => {
            if state.is_partial() {
                state.merge(edge.linked()?);
            }
            Ok(state)
        }
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
    state: &'a mut State,
    /// Whether it is about whoever was not read.
    unread: bool,
}

impl Job<'_> {
    fn run(mut self, own: &Directory, watch: &mut dyn Watch) -> Result<Last, Error> {
        let counts = self.plan.counts();
        let troubles = sum_of(&self.plan.troubles);
        let is_news = troubles != 0 && self.folder.last().is_none_or(|last| last.troubles != troubles);
        if self.plan.steps.is_empty() && !is_news && !self.takes_the_place_of(own.last_run.as_ref()) {
            return Ok(last(end_of(counts), counts, None));
        }
        let run = self.edge.begin(connector(&self.loaded.config), &self.plan, self.unread)?;
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
                let has_plan = self.folder.last().is_some_and(|last| last.waiting.contains(&run.id));
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

    /// Whether a run is open that this one ends by beginning: its question, say, answers itself once the directory
    /// was mended. An incomplete reading knows only about those whom it is about.
    fn takes_the_place_of(&self, latest: Option<&Run>) -> bool {
        latest.is_some_and(|run| {
            let is_open = matches!(run.state, RunState::Waiting | RunState::Confirmed | RunState::Running);
            is_open && (self.plan.hidden.is_none() || self.unread == (run.brake == Some(Brake::Incomplete)))
        })
    }

    /// Does the steps, some at a time, and notes each before the next are sent.
    fn carry_out(&mut self, run: &RunId, watch: &mut dyn Watch) -> Result<Counts, Error> {
        let steps = std::mem::take(&mut self.plan.steps);
        // Of the plan without its steps: who was read, and who cannot be taken over.
        let mut counts = self.plan.counts();
        // First: what happens to the same users all the same takes their place.
        let (mut at, mut unreported) = (0, self.troubles());
        while let Some(open) = steps.get(at..).filter(|open| !open.is_empty()) {
            let request = bulk::Request::of(open, self.state);
            let path = self.folder.state();
            self.state.send(request.can_lose()).map_err(|error| Error::State(path, error))?;
            let (outcomes, asked) = self.edge.bulk(&request, self.state)?;
            at += outcomes.len();
            unreported.extend(self.note(open, outcomes, &mut counts, watch)?);
            asked?;
            watch.done(at, steps.len());
            if unreported.len() >= directories::REPORT_MAX {
                self.edge.report(run, &unreported, None)?;
                unreported.clear();
            }
        }
        self.edge.report(run, &unreported, Some(counts))?;
        Ok(counts)
    }

    /// Whoever cannot be taken over, as steps that failed; without an id he is in the log alone.
    fn troubles(&self) -> Vec<Step> {
        let step = |trouble: &Trouble| {
            let external_id = trouble.id.as_deref()?;
            let deed = if self.state.get(external_id).is_some() { Deed::Update } else { Deed::Add };
            let (name, outcome) = (trouble.who.clone(), Some(trouble.reason.clone()));
            Some(Step { external_id: external_id.to_owned(), name, email: String::new(), deed, outcome })
        };
        self.plan.troubles.iter().filter_map(step).collect()
    }

    /// Notes what came of these steps, and says it as it is reported.
    fn note(
        &mut self,
        steps: &[Planned],
        outcomes: Vec<Outcome>,
        counts: &mut Counts,
        watch: &mut dyn Watch,
    ) -> Result<Vec<Step>, Error> {
        let (mut done, mut lost, mut refused, mut said) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (step, outcome) in steps.iter().zip(outcomes) {
            let id: &str = &step.person.id;
            let is_adopted = matches!(outcome, Outcome::Adopted(_));
            let failure = match outcome {
                Outcome::Done(scim) | Outcome::Adopted(scim) => {
                    done.push((step.person.clone(), scim));
                    None
                }
                // What is new of him comes with the next run.
                Outcome::Found(person, scim) => {
                    done.push((*person, scim));
                    None
                }
                Outcome::Lost => {
                    lost.push(id);
                    Some(LOST.to_owned())
                }
                Outcome::Refused(reason) => {
                    refused.push(id.into());
                    Some(reason)
                }
                Outcome::Unclear(reason) => Some(reason),
            };
            if let Some(reason) = &failure {
                watch.say(&format!("{}: {reason}", step.person.user_name));
            }
            count(counts, step.deed, failure.is_none());
            let mut step = step.step(Some(failure.unwrap_or_default()));
            if is_adopted {
                watch.say(&format!("{}: {ADOPTED}", step.email));
                step.deed = Deed::Adopt;
            }
            said.push(step);
        }
        let path = self.folder.state();
        let noted = self.state.acknowledge(done, &lost).and_then(|()| self.state.refuse(refused));
        noted.map_err(|error| Error::State(path, error))?;
        Ok(said)
    }
}

/// What is to be known of whoever was here already.
const ADOPTED: &str = "was here already with the same user name or e-mail address; the directory looks after him from \
                       now on, and nothing of him was changed";

/// What helps whoever is not found any more.
const LOST: &str = "there is no such user in the token's reach any more; move him back to where the directory reaches, \
                    or disable him in the console. He is looked up again by the next run";

fn count(counts: &mut Counts, deed: Deed, is_done: bool) {
    let number = match deed {
        _ if !is_done => &mut counts.failed,
        Deed::Add | Deed::Adopt => &mut counts.added,
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
    let waiting = waiting.into_iter().collect();
    Last { end, counts, at: crate::journal::now(), error: None, waiting, unread: 0, troubles: 0 }
}

/// Whether another connector works in this folder: only one may.
pub fn lock(folder: &Path) -> io::Result<fs::File> {
    let file = files::append(&folder.join("lock"))?;
    file.try_lock().map_err(io::Error::from)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{FakeEdge, loaded, page, person, results, user};

    struct Silent;

    impl Watch for Silent {
        fn read(&mut self, _: usize) {}
        fn done(&mut self, _: usize, _: usize) {}
        fn say(&mut self, _: &str) {}
    }

    fn about_nobody() -> About {
        About { address: "https://a".into(), organization: "carrier".into(), directory: "1".into() }
    }

    fn read(people: &[&str]) -> Reading {
        Reading { people: people.iter().map(|name| person(name)).collect(), ..Reading::default() }
    }

    /// Carries out what this reading comes to, with these answers, and keeps the state there.
    fn carry_out(people: &[&str], folder: &Folder, answers: &[(u16, String)]) -> Result<Counts, Error> {
        let (loaded, fake) = (loaded(), FakeEdge::answering(answers));
        let edge = fake.edge();
        let mut state = known(&edge, &about_nobody(), folder)?;
        state.keep_at(&folder.state(), &about_nobody()).unwrap();
        let plan = plan(read(people), &state);
        let run = RunId::from_u128(1);
        let job = Job { loaded: &loaded, edge: &edge, folder, plan, state: &mut state, unread: false };
        { job }.carry_out(&run, &mut Silent)
    }

    #[test]
    fn who_was_added_without_an_answer_and_leaves_is_disabled() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder(place.path().to_owned());
        State::default().keep_at(&folder.state(), &about_nobody()).unwrap();
        // The edge adds her, and hangs up.
        assert!(carry_out(&["anna"], &folder, &[]).is_err());
        // The next run reads a directory that she has left.
        let fake = FakeEdge::answering(&[(200, page(1, &[user(&person("anna"), "77")]))]);
        let state = known(&fake.edge(), &about_nobody(), &folder).unwrap();
        let steps = plan(read(&[]), &state).steps;
        assert_eq!(
            steps.iter().map(|step| (step.deed, &*step.person.id)).collect::<Vec<_>>(),
            [(Deed::Disable, "anna")]
        );
        assert_eq!(state.get("anna").map(|known| &*known.scim), Some("77"));
    }

    #[test]
    fn what_came_of_a_request_is_noted_before_the_run_fails() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder(place.path().to_owned());
        State::default().keep_at(&folder.state(), &about_nobody()).unwrap();
        let answers = [(200, results(&[201, 409, 400])), (401, String::new())];
        let error = carry_out(&["anna", "bart", "chris"], &folder, &answers).unwrap_err();
        assert!(matches!(error, Error::Edge(edge::Error::Token)), "{error}");
        let state = State::read(&folder.state(), &about_nobody()).unwrap().unwrap();
        assert_eq!(state.people().map(|person| person.id).collect::<Vec<_>>(), ["anna".into()]);
        assert!(state.is_partial(), "bart may be there or not");
    }

    #[test]
    fn what_has_changed_since_an_answer_was_lost_is_sent_by_the_next_run() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder(place.path().to_owned());
        State::default().keep_at(&folder.state(), &about_nobody()).unwrap();
        let earlier = crate::people::Person { family_name: "Janssens".into(), ..person("anna") };
        let answers = [(200, results(&[409])), (200, page(1, &[user(&earlier, "77")]))];
        // Nothing hears the report.
        assert!(carry_out(&["anna"], &folder, &answers).is_err());
        let state = State::read(&folder.state(), &about_nobody()).unwrap().unwrap();
        assert!(!state.is_partial());
        let steps = plan(read(&["anna"]), &state).steps;
        assert_eq!(steps, [Planned { deed: Deed::Update, person: person("anna") }]);
    }
}
