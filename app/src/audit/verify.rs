//! Verifying: that nothing was changed or left out, computed in this browser, of the trail as it is
//! now or of a file that was exported.

use super::{
    chain::{Progress, read_chain},
    export::parts,
};
use crate::{
    i18n::{t, t_with},
    problem::describe,
    session::current_session,
    widgets::{Alert, AlertKind, Button, ButtonKind, Dialog, FileField, ProgressBar, Row, Stack},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    Problem,
    audit::{Head, Tampered, verify, verify_export},
};

/// What came of verifying.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    True(Head),
    False(Tampered),
    Failed(Problem),
}

impl From<Result<Head, Tampered>> for Outcome {
    fn from(verified: Result<Head, Tampered>) -> Self {
        verified.map_or_else(Self::False, Self::True)
    }
}

/// Offers both, and says what came of it.
#[component]
pub(super) fn VerifyDialog(open: RwSignal<bool>) -> impl IntoView {
    view! { <Dialog open title=t("audit-verify")><Verifying/></Dialog> }
}

/// Made anew whenever the dialog opens; closing it cancels.
#[component]
fn Verifying() -> impl IntoView {
    let org = current_session().org();
    let (progress, outcome) = (RwSignal::new(None::<Progress>), RwSignal::new(None::<Outcome>));
    let busy = Signal::derive(move || progress.read().is_some());
    let start = move |()| {
        progress.set(Some(Progress::default()));
        outcome.set(None);
        let org = org.clone();
        spawn_local(async move {
            let Some(read) = read_chain(org, progress).await else { return };
            progress.try_set(None);
            outcome.try_set(Some(match read {
                Ok((links, head)) => verify(&Head::start(), &links).and_then(|end| same(end, &head)).into(),
                Err(problem) => Outcome::Failed(problem),
            }));
        });
    };
    let of_file = move |text: String| outcome.set(Some(verify_export(&text).into()));
    let bar = move || busy.get().then(|| view! { <ProgressBar label=t("audit-reading") value=parts(progress)/> });
    view! {
        <Stack>
            <p>{t("audit-verify-why")}</p>
            <Row><Button label=t("audit-verify-now") kind=ButtonKind::Primary icon="shield-check" busy on_press=start/></Row>
            {bar}
            <FileField label=t("audit-verify-file") hint=t("audit-verify-file-why") accept=".jsonl" on_text=of_file/>
            {move || outcome.get().map(told)}
        </Stack>
    }
}

/// The chain must end where the edge says that it does.
fn same(end: Head, head: &Head) -> Result<Head, Tampered> {
    if end == *head { Ok(end) } else { Err(Tampered::Cut(end.seq)) }
}

fn told(outcome: Outcome) -> AnyView {
    let number = |key, number: u64| t_with(key, move || vec![("number", (number as usize).into())]);
    match outcome {
        Outcome::True(head) => {
            let words = t_with("audit-true", move || vec![("count", (head.seq as usize).into())]);
            view! {
                <Alert kind=AlertKind::Success>
                    <p>{words}</p>
                    <p class="mt-1 text-xs wrap-anywhere">{t("audit-head")}" "<code>{head.chain}</code></p>
                </Alert>
            }
            .into_any()
        }
        Outcome::False(tampered) => {
            let words = match tampered {
                Tampered::Missing(seq) => number("audit-missing", seq),
                Tampered::Changed(seq) => number("audit-changed", seq),
                Tampered::Cut(seq) => number("audit-cut", seq),
            };
            view! { <Alert kind=AlertKind::Error>{words}</Alert> }.into_any()
        }
        Outcome::Failed(problem) => {
            view! { <Alert kind=AlertKind::Error>{move || describe(&problem)}</Alert> }.into_any()
        }
    }
}
