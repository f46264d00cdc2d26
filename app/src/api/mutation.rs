//! Writing: one thing that a page does, with its state.

use super::{decode, looking::is_looking_only, refresh_everything, transport::exchange};
use leptos::{prelude::*, task::spawn_local};
use shared::{Code, Endpoint, FieldError, Method, Problem, validation::Validate, wire};

/// Reads a good answer and does what is to be done with it.
type Finish = Box<dyn FnOnce(&str) -> Result<(), Problem>>;

/// One thing that a page does to the organization: a form's submission, a button's act.
#[derive(Clone, Copy, Debug)]
pub struct Mutation {
    busy: RwSignal<bool>,
    problem: RwSignal<Option<Problem>>,
    /// The last request whose fate is unknown, with its key: the same request sent again
    /// bears the same key, so that the edge does it once.
    unsure: StoredValue<Option<(wire::Request, String)>>,
}

impl Default for Mutation {
    fn default() -> Self {
        Self::new()
    }
}

impl Mutation {
    /// Something that can be done.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(false), problem: RwSignal::new(None), unsure: StoredValue::new(None) }
    }

    /// What a dialog does. Opening it again forgets what stood in the way the last time.
    pub fn in_dialog(open: RwSignal<bool>) -> Self {
        let mutation = Self::new();
        Effect::new(move |_| {
            if open.get() {
                mutation.reset();
            }
        });
        mutation
    }

    /// Whether it is being done.
    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// What stands in the way, if the last attempt failed.
    pub fn problem(self) -> ReadSignal<Option<Problem>> {
        self.problem.read_only()
    }

    /// What is wrong with a field, if anything.
    pub fn error_at(self, field: &str) -> Option<FieldError> {
        let problem = self.problem.read();
        let problem = problem.as_ref()?;
        let in_list = || problem.errors.iter().find(|error| error.field == field).cloned();
        match &problem.field {
            Some(name) if name == field => {
                Some(FieldError { args: problem.args.clone(), ..FieldError::new(field, problem.code.as_str()) })
            }
            _ => in_list(),
        }
    }

    /// Says what is wrong without asking the edge.
    pub fn refuse(self, problem: impl Into<Problem>) {
        self.problem.set(Some(problem.into()));
    }

    /// Forgets the last problem.
    pub fn reset(self) {
        self.problem.set(None);
    }

    /// Checks what people filled in, as the edge will, and sends it if it is good.
    pub fn submit<E: Endpoint + Validate>(self, request: E, done: impl FnOnce(E::Response) + 'static) {
        match request.validate() {
            Ok(()) => self.send(request, done),
            Err(problem) => self.refuse(problem),
        }
    }

    /// Sends a request unless one is on its way. `done` runs once it is done, if the page is
    /// still there; what is on the screen is then read again.
    pub fn send<E: Endpoint>(self, request: E, done: impl FnOnce(E::Response) + 'static) {
        let idempotent = E::METHOD == Method::Get;
        let finish = move |answer: &str| decode::<E::Response>(answer).map(done);
        self.start(wire::encode(&request), idempotent, Box::new(finish));
    }

    /// What does not depend on the endpoint.
    fn start(self, request: wire::Request, idempotent: bool, finish: Finish) {
        if self.busy.get_untracked() {
            return;
        }
        if !idempotent && is_looking_only() {
            return self.refuse(Code::LookingOnly);
        }
        self.busy.set(true);
        self.problem.set(None);
        let key = (!idempotent).then(|| self.key_for(&request));
        spawn_local(async move {
            let answer = exchange(&request, key.as_deref()).await;
            let unsure = matches!(&answer, Err(problem) if super::is_passing(problem));
            // The page may have gone meanwhile, and its signals with it.
            let gone = self.busy.is_disposed();
            self.unsure.try_set_value(key.filter(|_| unsure).map(|key| (request, key)));
            self.busy.try_set(false);
            let outcome = answer.and_then(|answer| if gone { Ok(()) } else { finish(&answer) });
            match outcome {
                Ok(()) => refresh_everything(),
                Err(problem) => drop(self.problem.try_set(Some(problem))),
            }
        });
    }

    fn key_for(self, request: &wire::Request) -> String {
        let unsure = self
            .unsure
            .with_value(|unsure| unsure.as_ref().filter(|(sent, _)| sent == request).map(|(_, key)| key.clone()));
        unsure.unwrap_or_else(|| window().crypto().map(|crypto| crypto.random_uuid()).unwrap_or_default())
    }
}
