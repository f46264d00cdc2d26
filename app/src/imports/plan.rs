//! What an import would do, and doing it.

use super::{draft::ImportDraft, mend::MendDialog};
use crate::{
    api::Mutation,
    batches::{ItemsTable, Tense, counts, told},
    i18n::{t, t_with},
    problem::describe,
    session::CurrentSession,
    widgets::{Alert, AlertKind, Button, ButtonKind, FormSection, Row, Stack},
};
use leptos::prelude::*;
use shared::{
    Code, Problem,
    batches::{Applied, Item, Planned},
    imports::{
        Import,
        api::{Create, Plan},
        verdicts,
    },
};

/// The plan of what is chosen, as long as that stays the same.
#[derive(Clone, Copy)]
pub(super) struct Planning {
    session: CurrentSession,
    draft: ImportDraft,
    /// What was planned, with the plan: all rows are among its items here.
    planned: RwSignal<Option<(Import, Planned)>>,
    planning: Mutation,
    pub(super) importing: Mutation,
}

impl Planning {
    pub(super) fn new(session: CurrentSession, draft: ImportDraft) -> Self {
        let planning = Self {
            session,
            draft,
            planned: RwSignal::new(None),
            planning: Mutation::new(),
            importing: Mutation::new(),
        };
        // Whatever is chosen anew makes another import of it.
        let import = Memo::new(move |_| draft.import());
        Effect::new(move |_| {
            let import = import.get();
            let is_other =
                planning.planned.with_untracked(|planned| planned.as_ref().map(|(of, _)| of) != import.as_ref());
            if is_other {
                planning.planned.set(None);
                planning.planning.reset();
                planning.importing.reset();
            }
        });
        planning
    }

    fn plan(self) {
        let Some(import) = untrack(|| self.draft.import()) else { return };
        self.importing.reset();
        let request = Plan { org: self.session.org(), import: import.clone() };
        self.planning.send(request, move |planned| match verdicts(&import, &planned) {
            Ok(items) => self.planned.set(Some((import, Planned { items, ..planned }))),
            Err(problem) => self.planning.refuse(problem),
        });
    }

    fn apply(self, done: Callback<Applied>) {
        let Some((import, Planned { plan, .. })) = self.planned.get_untracked() else { return };
        let request = Create { org: self.session.org(), import, plan };
        self.importing.send(request, move |applied| done.run(applied));
    }

    fn items(self) -> Signal<Vec<Item>> {
        Signal::derive(move || {
            self.planned.with(|planned| planned.as_ref().map(|(_, planned)| planned.items.clone()).unwrap_or_default())
        })
    }
}

/// The buttons, the verdicts, and what stands in the way.
#[component]
pub(super) fn PlanSection(planning: Planning, on_applied: Callback<Applied>) -> impl IntoView {
    let is_planned = Memo::new(move |_| planning.planned.read().is_some());
    let busy = Signal::derive(move || planning.planning.is_busy());
    let is_readable =
        Memo::new(move |_| planning.draft.file.with(|file| file.as_ref().is_some_and(|file| file.rows().is_ok())));
    let check = move || {
        (!is_planned.get() && is_readable.get()).then(|| view! {
            <Row><Button label=t("import-check") kind=ButtonKind::Primary icon="list-checks" busy on_press=move |()| planning.plan()/></Row>
        })
    };
    let verdicts = move || is_planned.get().then(|| view! { <Verdicts planning on_applied/> });
    view! {
        {refusal(planning.planning)}
        {check}
        {verdicts}
    }
}

#[component]
fn Verdicts(planning: Planning, on_applied: Callback<Applied>) -> impl IntoView {
    let (items, mending) = (planning.items(), RwSignal::new(None::<Item>));
    let count = Memo::new(move |_| counts(&items.read()));
    let words =
        t_with("import-plan-counts", move || vec![("done", count.get().0.into()), ("refused", count.get().1.into())]);
    let mend = Callback::new(move |row: u32| {
        mending.set(items.with_untracked(|items| items.iter().find(|item| item.row == row).cloned()));
    });
    let busy = Signal::derive(move || planning.importing.is_busy());
    let obstacle = Signal::derive(move || (count.get().0 == 0).then(|| t("import-nothing").get()));
    let is_outdated =
        move || planning.importing.problem().with(|it| it.as_ref().is_some_and(|it| it.code == Code::ChangedMeanwhile));
    let again = move || {
        is_outdated()
            .then(|| view! { <Row><Button label=t("import-check-again") on_press=move |()| planning.plan()/></Row> })
    };
    view! {
        <FormSection title=t("import-plan") description=t("import-plan-why")>
            <Stack>
                <p role="status" class="font-medium">{words}</p>
                <ItemsTable caption=t("import-plan") items tense=Tense::Planned on_mend=mend/>
                {refusal(planning.importing)}
                {again}
                <Row>
                    <Button label=t("import-start") kind=ButtonKind::Primary icon="upload" busy obstacle on_press=move |()| planning.apply(on_applied)/>
                </Row>
            </Stack>
        </FormSection>
        <MendDialog draft=planning.draft row=mending on_mended=Callback::new(move |()| planning.plan())/>
    }
}

/// What stood in the way. What is wrong with the file is told in its own words.
fn refusal(mutation: Mutation) -> impl IntoView {
    let sentence = |problem: &Problem| match &problem.errors[..] {
        [] if problem.code == Code::ChangedMeanwhile => t("import-outdated").get(),
        [] => describe(problem),
        errors => errors.iter().map(told).collect::<Vec<_>>().join(" "),
    };
    move || {
        let problem = mutation.problem().get();
        problem.map(|problem| view! { <Alert kind=AlertKind::Error>{move || sentence(&problem)}</Alert> })
    }
}
