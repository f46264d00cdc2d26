//! Adding somebody by his e-mail address (CRES-8), with a way on for an address that nobody has
//! yet (CRES-19).

use super::page::GroupAtHand;
use crate::{
    api::Mutation,
    i18n::{say, t, t_with},
    problem::{describe, describe_field},
    route::Page,
    toasts,
    widgets::{Alert, AlertKind, Button, ButtonKind, ButtonType, Form, LinkButton, Row, Stack, TextField},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    groups::{Member, api::AddMemberByEmail},
    invitations::{Invitation, api::Create as Invite},
    users::{self, Status},
};

/// The field and its button, and the remedies when the address is nobody's.
#[component]
pub(super) fn AddByEmail(at_hand: GroupAtHand) -> impl IntoView {
    let (mutation, email) = (Mutation::new(), RwSignal::new(String::new()));
    let obstacle = at_hand.obstacle::<AddMemberByEmail>();
    let busy = Signal::derive(move || mutation.is_busy());
    // The remedies are for what was sent, not for what is typed since.
    let unknown = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let is_unknown = mutation.error_at("email").is_some_and(|error| error.code == "nonexistent_user");
        unknown.set(is_unknown.then(|| email.with_untracked(|email| email.trim().to_owned())));
    });
    let submit = move |()| {
        let email_typed = email.get_untracked().trim().to_owned();
        let request = AddMemberByEmail { org: at_hand.session.org(), group: at_hand.id(), email: email_typed };
        mutation.submit(request, move |member: Member| {
            email.set(String::new());
            said(&member);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <div class="field-row">
                <TextField name="email" label=t("group-member-address") value=email kind="email" required=true/>
                <Button label=t("group-member-add-to-group") kind=ButtonKind::Primary button_type=ButtonType::Submit busy obstacle/>
            </div>
        </Form>
        {move || unknown.get().map(|email| remedies(at_hand, email, unknown))}
    }
}

/// Says who has joined, and that it does nothing as long as he is disabled.
pub(crate) fn said(member: &Member) {
    let key = match member.status {
        Status::Active => "group-member-added",
        Status::Disabled => "group-member-added-disabled",
    };
    let name = member.name.clone();
    toasts::success(t_with(key, move || vec![("name", name.clone().into())]));
}

fn remedies(at_hand: GroupAtHand, email: String, unknown: RwSignal<Option<String>>) -> AnyView {
    let session = at_hand.session;
    let may_not_create = session.obstacle::<users::api::Create>(Target::Anywhere);
    let asked = email.clone();
    let create = Signal::derive(move || {
        session.link_with_all(Page::NewUser, &[("email", asked.as_str()), ("group", at_hand.id().as_str())])
    });
    let mutation = Mutation::new();
    let busy = Signal::derive(move || mutation.is_busy());
    let may_not_invite = session.obstacle::<Invite>(Target::Organization);
    let has_mails = Signal::derive(move || session.signal().with(|session| session.mails));
    let no_mails = move || (!has_mails.get()).then(|| say("error-mails-not-available", &[]));
    let may_not_invite = Signal::derive(move || may_not_invite.get().or_else(no_mails));
    let to = email.clone();
    let invite = move |()| {
        let request = Invite { org: session.org(), email: to.clone(), site: None, group: Some(at_hand.id()) };
        mutation.send(request, move |invitation: Invitation| {
            unknown.set(None);
            let email = invitation.email;
            toasts::success(t_with("invitation-sent", move || vec![("email", email.clone().into())]));
        });
    };
    let refused = move || {
        mutation.problem().get().map(|problem| {
            let first = problem.errors.first().map_or_else(|| describe(&problem), describe_field);
            view! { <Alert kind=AlertKind::Error>{first}</Alert> }
        })
    };
    let why = t_with("group-member-unknown-why", move || vec![("email", email.clone().into())]);
    view! {
        <Alert>
            <Stack>
                <p>{why}</p>
                {refused}
                <Row>
                    <Button label=t("invite") icon="send" busy obstacle=may_not_invite on_press=invite/>
                    <LinkButton label=t("group-member-create") icon="user-plus" href=create obstacle=may_not_create/>
                </Row>
            </Stack>
        </Alert>
    }
    .into_any()
}
