//! Seats of a license that are kept for teams.

use crate::{
    api::{Mutation, query},
    groups::{GroupPicker, picked_group},
    i18n::{Text, say, t, t_with},
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Button, ButtonKind, Card, Cell, Column, Dialog, DialogActions, EmptyState, Form, Pick, Row, SkeletonKind,
        Stack, Table, TextField, TextLink, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Target,
    groups::GroupKind,
    ids::LicenseId,
    licenses::{
        License, Reservation,
        api::{Reservations as Read, Reserve},
    },
};

/// The dialog, and for which team it asks.
#[derive(Clone, Copy)]
struct Keeping {
    open: RwSignal<bool>,
    /// What is kept for the team so far; none if the team is still to be chosen.
    known: RwSignal<Option<Reservation>>,
}

impl Keeping {
    fn ask(self, known: Option<Reservation>) {
        self.known.set(known);
        self.open.set(true);
    }
}

/// The teams for which seats are kept, and the way to keep some for another.
#[component]
pub(super) fn Reservations(license: Signal<License>) -> impl IntoView {
    let (session, org) = (current_session(), current_session().org());
    let keeping = Keeping { open: RwSignal::new(false), known: RwSignal::new(None) };
    let id = Memo::new(move |_| license.with(|license| license.id.clone()));
    let read = query(move || Some(Read { org: org.clone(), license: id.get() }));
    let busy = Signal::derive(move || read.is_busy());
    let content = when_ready(read, SkeletonKind::Table, move |kept: Signal<Vec<Reservation>>| {
        let columns =
            vec![Column::new(t("group")), Column::new(t("license-seats")), Column::new(t("reservations-actions"))];
        let rows = move || kept.get().into_iter().map(|kept| row(session, keeping, kept)).collect::<Vec<_>>();
        // Of teams that one may not see, only the sum is known.
        let title = move || {
            if license.with(|license| license.reserved > 0) { "reservations-unseen" } else { "reservations-none" }
        };
        let title = Text::derive(move || say(title(), &[]));
        let empty = move || {
            view! { <EmptyState icon="network" title explanation=t("reservations-none-why")/> }
        };
        view! { <Table caption=t("reservations") columns rows empty busy/> }.into_any()
    });
    let obstacle = session.obstacle::<Reserve>(Target::Organization);
    view! {
        <Card title=t("reservations") description=t("reservations-why")>
            <Stack>
                <Row><Button label=t("reserve") icon="plus" obstacle on_press=move |()| keeping.ask(None)/></Row>
                {content}
            </Stack>
        </Card>
        <Dialog open=keeping.open title=t("reserve")>
            <ReserveForm license=id.get_untracked() keeping/>
        </Dialog>
    }
}

fn row(session: CurrentSession, keeping: Keeping, kept: Reservation) -> Vec<Cell> {
    let page = Page::Group(kept.group.clone());
    let href = Signal::derive(move || session.link(page.clone()));
    let (name, used, seats) = (kept.name.clone(), kept.used, kept.seats);
    let counts = t_with("reservation-used", move || vec![("used", used.into()), ("all", seats.into())]);
    let named = name.clone();
    let label = t_with("reserve-change", move || vec![("name", named.clone().into())]);
    let obstacle = session.obstacle::<Reserve>(Target::Organization);
    let change = move |()| keeping.ask(Some(kept.clone()));
    vec![
        view! { <TextLink label=name href/> }.into_any(),
        counts.into_any(),
        view! { <Button label kind=ButtonKind::Quiet icon="pencil" obstacle on_press=change/> }.into_any(),
    ]
}

/// Made anew whenever the dialog opens.
#[component]
fn ReserveForm(license: LicenseId, keeping: Keeping) -> impl IntoView {
    let (session, mutation, known) = (current_session(), Mutation::new(), keeping.known.get_untracked());
    let (before, picked) = (known.as_ref().map_or(0, |kept| kept.seats), RwSignal::new(None::<Pick>));
    let seats = RwSignal::new(known.as_ref().map(|kept| kept.seats.to_string()).unwrap_or_default());
    let team = known.as_ref().map(|kept| kept.group.clone());
    let submit = move |()| {
        let group = team.clone().or_else(|| picked_group(picked));
        let number = seats.with_untracked(|seats| seats.trim().parse().ok());
        let missing = group.is_none().then(|| FieldError::new("group", "required"));
        let wrong = number.is_none().then(|| FieldError::new("seats", "seats"));
        let (Some(group), Some(seats)) = (group, number) else {
            return mutation.refuse(Problem::invalid(missing.into_iter().chain(wrong).collect()));
        };
        let request = Reserve { org: session.org(), license: license.clone(), group, before, seats };
        mutation.submit(request, move |_| {
            keeping.open.set(false);
            toasts::success(t("changes-saved"));
        });
    };
    // Made within the form, so that it shows what is wrong with it.
    let team = move || {
        match known {
        Some(kept) => {
            view! { <TextField name="" label=t("group") value=RwSignal::new(kept.name) read_only=true/> }.into_any()
        }
        None => view! { <GroupPicker name="group" label=t("group") picked kind=GroupKind::Team required=true hint=t("reserve-team-hint")/> }
            .into_any(),
    }
    };
    view! {
        <Form mutation on_submit=submit>
            {team()}
            <TextField name="seats" label=t("license-seats") kind="number" value=seats required=true hint=t("reserve-seats-hint")/>
            <DialogActions mutation open=keeping.open submit=t("reserve")/>
        </Form>
    }
}
