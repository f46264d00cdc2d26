//! The logo.

use crate::{
    api::Mutation,
    browser,
    i18n::t,
    navigation::guard_unsaved,
    session::CurrentSession,
    toasts,
    widgets::{Alert, Button, ButtonKind, ButtonType, ConfirmDialog, Form, FormSection, PictureField, Row},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Target,
    images::{
        Picture,
        api::{Images, RemoveLogo, SetLogo},
        look_at,
    },
};

/// Chooses another one, which shows in the sample before it is saved, or goes back to none.
#[component]
pub(super) fn LogoForm(
    session: CurrentSession,
    images: Signal<Images>,
    chosen: RwSignal<Option<Picture>>,
) -> impl IntoView {
    let mutation = Mutation::new();
    guard_unsaved(Memo::new(move |_| chosen.with(Option::is_some)));
    let obstacle = session.obstacle::<SetLogo>(Target::Organization);
    let choose = move |read: Result<Vec<u8>, FieldError>| {
        mutation.reset();
        let judged = read.and_then(|bytes| {
            let media_type = look_at(&bytes)?.media_type;
            Ok(Picture { media_type, data: browser::base64(&bytes) })
        });
        match judged {
            Ok(picture) => chosen.set(Some(picture)),
            Err(error) => {
                chosen.set(None);
                mutation.refuse(Problem::invalid(vec![error]));
            }
        }
    };
    let submit = move |()| {
        let logo = chosen.with_untracked(|chosen| chosen.as_ref().map(|picture| picture.data.clone()));
        let version = images.with_untracked(|images| images.version);
        let request = SetLogo { org: session.org(), version, logo: logo.unwrap_or_default() };
        mutation.submit(request, move |_| {
            chosen.set(None);
            toasts::success(t("logo-saved"));
        });
    };
    let discard = move |()| {
        mutation.reset();
        chosen.set(None);
    };
    let busy = Signal::derive(move || mutation.is_busy());
    let unchosen = Signal::derive(move || {
        obstacle.get().or_else(|| chosen.with(Option::is_none).then(|| t("logo-choose-first").get()))
    });
    let discarding = move || {
        let is_chosen = chosen.with(Option::is_some);
        is_chosen.then(|| view! { <Button label=t("edit-discard") kind=ButtonKind::Quiet on_press=discard/> })
    };
    let announced = move || chosen.with(Option::is_some).then(|| t("logo-chosen"));
    let has_logo = Memo::new(move |_| images.with(|images| images.logo.is_some()));
    let removing = move || has_logo.get().then(|| view! { <RemoveLogoButton session/> });
    view! {
        <Form mutation on_submit=submit>
            <FormSection title=t("logo") description=t("logo-why")>
                {move || obstacle.get().map(|why| view! { <Alert>{why}</Alert> })}
                <PictureField name="logo" label=t("logo-picture") hint=t("logo-hint") on_read=choose/>
                <p class="field-hint" role="status">{announced}</p>
                <Row>
                    <Button label=t("save") kind=ButtonKind::Primary button_type=ButtonType::Submit busy obstacle=unchosen/>
                    {discarding}
                    {removing}
                </Row>
            </FormSection>
        </Form>
    }
}

#[component]
fn RemoveLogoButton(session: CurrentSession) -> impl IntoView {
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    let obstacle = session.obstacle::<RemoveLogo>(Target::Organization);
    let ask = move |()| {
        mutation.reset();
        open.set(true);
    };
    let remove = move |()| {
        mutation.send(RemoveLogo { org: session.org() }, move |_| {
            open.set(false);
            toasts::success(t("logo-removed"));
        });
    };
    view! {
        <Button label=t("logo-remove") kind=ButtonKind::Danger obstacle on_press=ask/>
        <ConfirmDialog
            open
            title=t("logo-remove")
            question=t("logo-remove-question")
            act=t("logo-remove")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=remove
        />
    }
}
