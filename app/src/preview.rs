//! Look before you leap: what a change that is not saved yet would do to whom.
//!
//! The edge gives the facts; the judge that the edge asks when it is saved is asked here, again
//! and again while people type. What it says may differ only by what one may not see.

use crate::{
    api::{Query, query},
    browser,
    i18n::{t, t_with},
    scope::known_sites,
    session::{CurrentSession, current_session},
    widgets::{Outlook, OutlookKind, OutlookLine, OutlookList, OutlookNote, OutlookSkeleton},
};
use leptos::prelude::*;
use shared::{
    Code,
    authority::{
        Change, RoleFacts, Snapshot,
        judge::{Diff, Refusal, judge},
    },
    grants::Subject,
    ids::GrantId,
    previews::api::{Facts, View},
    roles::{Role, RoleKind},
    sites::Site,
};

mod parts;
mod words;

use words::Words;

/// What a change that is being made would do.
#[derive(Clone, Copy)]
pub struct Preview {
    session: CurrentSession,
    is_asked: Memo<bool>,
    facts: Query<Facts>,
    sites: Query<Vec<Site>>,
    changes: Memo<Vec<Change>>,
    verdict: Memo<Option<Result<Diff, Refusal>>>,
}

impl Preview {
    /// Foresees `changes`, which may change as people type, with the facts around what the form
    /// is about. Nothing is asked while there is nothing to foresee.
    pub fn new(
        about: impl Fn() -> Option<View> + Send + Sync + 'static,
        changes: impl Fn() -> Vec<Change> + Send + Sync + 'static,
    ) -> Self {
        Self::of_roles(Signal::default(), about, changes)
    }

    /// The same for changes that name roles which nobody around may hold yet.
    pub fn of_roles(
        roles: Signal<Vec<Role>>,
        about: impl Fn() -> Option<View> + Send + Sync + 'static,
        changes: impl Fn() -> Vec<Change> + Send + Sync + 'static,
    ) -> Self {
        let session = current_session();
        let changes = Memo::new(move |_| changes());
        let is_idle = move || changes.with(Vec::is_empty);
        let wanted = Memo::new(move |_| if is_idle() { None } else { about() });
        let facts = query(move || wanted.get());
        let verdict = Memo::new(move |_| {
            let mut snapshot = facts.answer()?.snapshot;
            roles.with(|roles| learn(&mut snapshot, roles));
            let verdict = changes.with(|changes| foresee(session, changes, &snapshot));
            // What is newly picked is not among the facts yet.
            let is_late = matches!(&verdict, Err(refusal) if refusal.code == Code::NotFound) && facts.is_busy();
            (!is_late).then_some(verdict)
        });
        let is_asked = Memo::new(move |_| wanted.with(Option::is_some));
        Self { session, is_asked, facts, sites: known_sites(), changes, verdict }
    }

    /// Why the change will be refused, if it will; and that one has still to look before one leaps.
    /// What it does also moves the button about when it comes.
    pub fn obstacle(self) -> Signal<Option<String>> {
        Signal::derive(move || match self.is_on_its_way() {
            true => Some(t("loading").get()),
            false => self.with_verdict(|words, verdict| words.refusal(verdict.as_ref().err()?)).flatten(),
        })
    }

    fn is_on_its_way(self) -> bool {
        self.is_asked.get() && self.verdict.with(Option::is_none) && self.facts.problem().is_none()
    }

    /// The grants that nobody would answer for any more.
    pub fn orphaned(self) -> Signal<Vec<GrantId>> {
        Signal::derive(move || {
            self.verdict.with(|verdict| match verdict {
                Some(Ok(diff)) if self.is_asked.get() => diff.orphaned.clone(),
                _ => Vec::new(),
            })
        })
    }

    fn with_verdict<R>(self, tell: impl FnOnce(&Words, &Result<Diff, Refusal>) -> R) -> Option<R> {
        let facts = self.facts.answer().filter(|_| self.is_asked.get())?;
        let reader = self.session.signal().with(|session| session.access.user.clone());
        let words = Words { facts, sites: self.sites.answer().unwrap_or_default(), reader };
        self.verdict.with(|verdict| Some(tell(&words, verdict.as_ref()?)))
    }

    /// How many it may reach besides those whom one may see.
    fn unseen(self, facts: &Facts) -> u32 {
        let many = self.changes.with(|changes| changes.iter().any(|change| reaches_many(change, &facts.snapshot)));
        if many { facts.unseen } else { 0 }
    }

    /// The services of which disabling somebody gives a seat back.
    fn freed(self, facts: &Facts) -> Vec<OutlookLine> {
        let disables = |changes: &Vec<Change>| changes.iter().any(|it| matches!(it, Change::UserDisabled { .. }));
        let line = |name: &String| OutlookLine { name: name.clone(), parts: Vec::new() };
        if self.changes.with(disables) { facts.released.iter().map(line).collect() } else { Vec::new() }
    }
}

/// Why something is refused, in words that name what one may see.
pub fn refusal_in_words(session: CurrentSession, facts: Facts, sites: Vec<Site>, refusal: &Refusal) -> Option<String> {
    let reader = session.signal().with(|session| session.access.user.clone());
    Words { facts, sites, reader }.refusal(refusal)
}

fn foresee(session: CurrentSession, changes: &[Change], snapshot: &Snapshot) -> Result<Diff, Refusal> {
    session.signal().with(|session| judge(&session.access, changes, snapshot, browser::now()))
}

/// Roles that are known here but not among the facts.
fn learn(snapshot: &mut Snapshot, roles: &[Role]) {
    for role in roles {
        let owner = role.kind == RoleKind::Owner;
        let permissions = if owner { Default::default() } else { role.details.permissions.clone() };
        let facts = RoleFacts { name: role.details.name.clone(), owner, permissions };
        snapshot.roles.entry(role.id.clone()).or_insert(facts);
    }
}

/// Whether a change reaches more people than those whom it names.
fn reaches_many(change: &Change, snapshot: &Snapshot) -> bool {
    let of_group =
        |grant: &GrantId| snapshot.grants.get(grant).is_some_and(|facts| matches!(facts.subject, Subject::Group(_)));
    match change {
        Change::RoleUpdated { .. } | Change::GroupMoved { .. } => true,
        Change::GrantAdded { facts, .. } => matches!(facts.subject, Subject::Group(_)),
        Change::GrantRemoved { grant } | Change::GrantSuspended { grant } | Change::GrantResumed { grant } => {
            of_group(grant)
        }
        _ => false,
    }
}

/// Shows who gains what and who loses what, or why it will be refused. Nothing while there is
/// nothing to foresee.
#[component]
pub fn PreviewPanel(
    /// What is foreseen.
    preview: Preview,
) -> impl IntoView {
    let content = move || {
        preview.with_verdict(|words, verdict| match verdict {
            Ok(diff) => outcome(words, diff, preview.unseen(&words.facts), preview.freed(&words.facts)),
            Err(refusal) => refused(words.refusal(refusal)),
        })
    };
    let content = move || match (preview.facts.problem(), content()) {
        (Some(_), _) => view! { <OutlookNote>{t("preview-unknown")}</OutlookNote> }.into_any(),
        (None, Some(content)) => content,
        (None, None) => view! { <OutlookSkeleton/> }.into_any(),
    };
    let panel = move || view! { <Outlook title=t("preview-title")>{content}</Outlook> };
    move || preview.is_asked.get().then(panel)
}

fn refused(why: Option<String>) -> AnyView {
    let why = why.unwrap_or_default();
    view! { <OutlookNote refused=true>{why}</OutlookNote> }.into_any()
}

fn outcome(words: &Words, diff: &Diff, unseen: u32, freed: Vec<OutlookLine>) -> AnyView {
    let (gains, losses, orphans) = (words.gains(diff), words.losses(diff), words.orphans(diff));
    let nobody = gains.is_empty() && losses.is_empty() && orphans.is_empty();
    let nobody = nobody.then(|| view! { <OutlookNote>{t("preview-nobody")}</OutlookNote> });
    let unseen = (unseen > 0).then(|| {
        let count = t_with("preview-unseen", move || vec![("count", unseen.into())]);
        view! { <OutlookNote>{count}</OutlookNote> }
    });
    view! {
        {nobody}
        {list(OutlookKind::Gain, "preview-gains", gains)}
        {list(OutlookKind::Loss, "preview-losses", losses)}
        {list(OutlookKind::Concern, "preview-orphans", orphans)}
        {list(OutlookKind::Loss, "preview-freed", freed)}
        {unseen}
    }
    .into_any()
}

fn list(kind: OutlookKind, key: &'static str, lines: Vec<OutlookLine>) -> Option<AnyView> {
    let count = lines.len();
    let title = t_with(key, move || vec![("count", count.into())]);
    (count > 0).then(|| view! { <OutlookList kind title lines/> }.into_any())
}
