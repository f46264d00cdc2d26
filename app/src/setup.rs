//! First run: whoever holds the set-up token creates an organization and becomes its owner.

use crate::{
    api::Mutation,
    i18n::t,
    navigation::use_navigation,
    password::{check_new, words_of},
    route::Route,
    session::SignedOutCard,
    toasts,
    widgets::{Button, ButtonKind, ButtonType, Form, PasswordField, StrengthAdvice, TextField},
};
use leptos::prelude::*;
use shared::{
    Problem,
    password::Policy,
    setup::api::{Create, Created},
    validation::Validate,
};

mod draft;

pub(crate) use draft::{NewOrganizationDraft, organization_fields, owner_fields};

/// What is filled in.
#[derive(Clone, Copy)]
struct Draft {
    token: RwSignal<String>,
    new: NewOrganizationDraft,
    password: RwSignal<String>,
}

/// Creates an organization and its owner.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let empty = || RwSignal::new(String::new());
    let draft = Draft { token: empty(), new: NewOrganizationDraft::new(), password: empty() };
    let (mutation, navigation) = (Mutation::new(), use_navigation());
    let submit = move |()| match draft.request() {
        Ok(request) => mutation.submit(request, move |created: Created| {
            toasts::success(t("setup-done"));
            navigation.go(&Route::SignIn(created.slug));
        }),
        Err(problem) => mutation.refuse(problem),
    };
    let busy = Signal::derive(move || mutation.is_busy());
    let advice = StrengthAdvice::new(Signal::stored(Policy::default()), Signal::derive(move || draft.words()));
    view! {
        <SignedOutCard title=t("setup-title") description=t("setup-why")>
            <Form mutation on_submit=submit>
                <TextField name="token" label=t("setup-token") value=draft.token hint=t("setup-token-hint") required=true/>
                {organization_fields(draft.new)}
                <fieldset class="fieldset-plain">
                    <legend class="section-title">{t("setup-owner")}</legend>
                    {owner_fields(draft.new, true)}
                    <PasswordField name="password" label=t("password") value=draft.password autocomplete="new-password" advice/>
                </fieldset>
                <Button label=t("setup-create") kind=ButtonKind::Primary button_type=ButtonType::Submit busy wide=true/>
            </Form>
        </SignedOutCard>
    }
}

impl Draft {
    fn words(self) -> Vec<String> {
        let mut words = words_of(&self.new.owner());
        words.extend(self.new.names());
        words
    }

    fn request(self) -> Result<Create, Problem> {
        untrack(|| {
            let (organization, wrong) = self.new.organization();
            let request = Create {
                token: self.token.get().trim().to_owned(),
                organization,
                owner: self.new.owner(),
                password: self.password.get(),
            };
            // Everything that is missing is said at once, the short name included.
            let errors: Vec<_> =
                wrong.into_iter().chain(request.validate().err().into_iter().flat_map(|it| it.errors)).collect();
            if !errors.is_empty() {
                return Err(Problem::invalid(errors));
            }
            check_new("password", &request.password, &Policy::default(), &self.words())?;
            Ok(request)
        })
    }
}
