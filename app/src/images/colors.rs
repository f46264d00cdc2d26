//! The colors.

use crate::{
    api::Mutation,
    editing::{Draft, EditActions, Editing},
    i18n::t,
    session::CurrentSession,
    toasts,
    widgets::{Button, ButtonKind, ColorField, Columns, Form, FormSection, Row},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    images::{
        Colors,
        api::{Images, SetColors},
    },
};

/// What is typed or picked so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ColorsDraft {
    pub(super) light: RwSignal<String>,
    pub(super) dark: RwSignal<String>,
}

impl Draft for ColorsDraft {
    type Value = Colors;

    fn value(self) -> Colors {
        // Picked ones are in lower case; so are typed ones once they are saved.
        let written = |color: RwSignal<String>| color.with(|color| color.trim().to_ascii_lowercase());
        Colors { light: written(self.light), dark: written(self.dark) }
    }

    fn fill(self, colors: &Colors) {
        self.light.set(colors.light.clone());
        self.dark.set(colors.dark.clone());
    }
}

/// One for each theme: no color can be read on white and on black.
#[component]
pub(super) fn ColorsForm(session: CurrentSession, images: Signal<Images>, draft: ColorsDraft) -> impl IntoView {
    let mutation = Mutation::new();
    let editing = Editing::new(images, draft, |images: &Images| images.colors.clone());
    let obstacle = session.obstacle::<SetColors>(Target::Organization);
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let submit = move |()| {
        // The logo counts versions, too: what was saved beside these fields is no change of them.
        let (before, now) = (editing.record().get_untracked(), images.get_untracked());
        let version = if before.colors == now.colors { now.version } else { before.version };
        let request = SetColors { org: session.org(), version, colors: untrack(|| draft.value()) };
        mutation.submit(request, move |images| {
            toasts::success(t("changes-saved"));
            editing.saved(images);
        });
    };
    let built_in = move |()| draft.fill(&Colors::default());
    let has_own = Memo::new(move |_| draft.value() != Colors::default() && !read_only.get());
    let way_back = move || {
        has_own.get().then(|| {
            view! { <Row><Button label=t("colors-built-in") kind=ButtonKind::Quiet on_press=built_in/></Row> }
        })
    };
    view! {
        <Form mutation on_submit=submit>
            <FormSection title=t("colors") description=t("colors-why")>
                <Columns>
                    <ColorField name="colors.light" label=t("color-light") value=draft.light hint=t("color-hint") read_only/>
                    <ColorField name="colors.dark" label=t("color-dark") value=draft.dark hint=t("color-hint") read_only/>
                </Columns>
                {way_back}
                <EditActions mutation editing obstacle/>
            </FormSection>
        </Form>
    }
}
