//! Which organization, where the console's own address leads; and what it decides about itself.

use crate::{
    api::{Mutation, query},
    browser,
    i18n::t,
    navigation::use_navigation,
    route::Route,
    session::{CurrentSession, SignedOutCard, current_session},
    widgets::{Button, ButtonKind, ButtonType, Form, SkeletonKind, TextField, TextLink, when_allowed, when_ready},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Target,
    ids::Slug,
    organizations::{Organization, api::ViewSettings},
};

mod passwords;
mod settings;

pub use passwords::PasswordPolicyPage;
pub use settings::OrganizationPage;

/// Where this browser keeps the organization that was used last.
const KEPT_AS: &str = "bailiwick-organization";

/// A form for what the organization decides, once that is known to whoever may see it.
fn when_settings_known(form: fn(CurrentSession, Signal<Organization>) -> AnyView) -> impl IntoView {
    let session = current_session();
    when_allowed::<ViewSettings>(Target::Anywhere, move || {
        let org = session.org();
        let read = query(move || Some(ViewSettings { org: org.clone() }));
        when_ready(read, SkeletonKind::Form, move |organization| form(session, organization))
    })
}

/// Asks for the organization's short name and leads to its sign-in page.
#[component]
pub fn ChooseOrganizationPage() -> impl IntoView {
    let slug = RwSignal::new(browser::kept(KEPT_AS).unwrap_or_default());
    let mutation = Mutation::new();
    let navigation = use_navigation();
    let submit = move |()| match browser::lower_case(slug.get_untracked().trim()).parse::<Slug>() {
        Ok(org) => {
            browser::keep(KEPT_AS, Some(org.as_str()));
            navigation.go(&Route::SignIn(org));
        }
        Err(_) => mutation.refuse(Problem::invalid(vec![FieldError::new("slug", "slug")])),
    };
    view! {
        <SignedOutCard title=t("choose-organization-title") description=t("choose-organization-why")>
            <Form mutation on_submit=submit>
                <TextField
                    name="slug"
                    label=t("organization-slug")
                    value=slug
                    hint=t("choose-organization-hint")
                    autocomplete="organization"
                    required=true
                />
                <Button label=t("continue") kind=ButtonKind::Primary button_type=ButtonType::Submit wide=true/>
            </Form>
            <p class="text-sm"><TextLink label=t("choose-organization-forgotten") href=Route::Reminders.path()/></p>
            <p class="text-sm"><TextLink label=t("choose-organization-set-up") href=Route::SetUp.path()/></p>
        </SignedOutCard>
    }
}
