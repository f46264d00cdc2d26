//! First run: whoever holds the set-up token creates an organization and becomes its owner.

use crate::{
    api::Mutation,
    i18n::{language, language_name, t},
    navigation::use_navigation,
    password::{check_new, words_of},
    route::Route,
    session::SignedOutCard,
    toasts,
    widgets::{
        Button, ButtonKind, ButtonType, Columns, Form, PasswordField, Select, SelectOption, StrengthAdvice, TextField,
    },
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    ids::Slug,
    organizations::{Language, NewOrganization},
    password::Policy,
    setup::api::{Create, Created},
    users::Person,
    validation::Validate,
};

/// What is filled in.
#[derive(Clone, Copy)]
struct Draft {
    token: RwSignal<String>,
    name: RwSignal<String>,
    slug: RwSignal<String>,
    language: RwSignal<String>,
    given_name: RwSignal<String>,
    family_name: RwSignal<String>,
    user_name: RwSignal<String>,
    email: RwSignal<String>,
    password: RwSignal<String>,
}

/// Creates an organization and its owner.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let draft = Draft::new();
    let (mutation, navigation) = (Mutation::new(), use_navigation());
    let submit = move |()| match draft.request() {
        Ok(request) => mutation.submit(request, move |created: Created| {
            toasts::success(t("setup-done"));
            navigation.go(&Route::SignIn(created.slug));
        }),
        Err(problem) => mutation.refuse(problem),
    };
    let busy = Signal::derive(move || mutation.is_busy());
    view! {
        <SignedOutCard title=t("setup-title") description=t("setup-why")>
            <Form mutation on_submit=submit>
                <TextField name="token" label=t("setup-token") value=draft.token hint=t("setup-token-hint") required=true/>
                {organization_fields(draft)}
                {owner_fields(draft)}
                <Button label=t("setup-create") kind=ButtonKind::Primary button_type=ButtonType::Submit busy wide=true/>
            </Form>
        </SignedOutCard>
    }
}

fn organization_fields(draft: Draft) -> AnyView {
    let languages = Language::ALL.map(|language| SelectOption::new(language.tag(), language_name(language)));
    view! {
        <fieldset class="fieldset-plain">
            <legend class="section-title">{t("setup-organization")}</legend>
            <TextField name="organization.name" label=t("organization-name") value=draft.name autocomplete="organization" required=true/>
            <Columns>
                <TextField name="organization.slug" label=t("organization-slug") value=draft.slug hint=t("organization-slug-hint") required=true/>
                <Select name="organization.language" label=t("language") value=draft.language options=languages.to_vec()/>
            </Columns>
        </fieldset>
    }
    .into_any()
}

fn owner_fields(draft: Draft) -> AnyView {
    let advice = StrengthAdvice::new(Signal::stored(Policy::default()), Signal::derive(move || draft.words()));
    view! {
        <fieldset class="fieldset-plain">
            <legend class="section-title">{t("setup-owner")}</legend>
            <Columns>
                <TextField name="owner.given_name" label=t("given-name") value=draft.given_name autocomplete="given-name" required=true/>
                <TextField name="owner.family_name" label=t("family-name") value=draft.family_name autocomplete="family-name" required=true/>
                <TextField name="owner.email" label=t("email") value=draft.email kind="email" autocomplete="email" required=true/>
                <TextField name="owner.user_name" label=t("user-name") value=draft.user_name autocomplete="username" required=true/>
            </Columns>
            <PasswordField name="password" label=t("password") value=draft.password autocomplete="new-password" advice/>
        </fieldset>
    }
    .into_any()
}

impl Draft {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        let draft = Self {
            token: empty(),
            name: empty(),
            slug: empty(),
            language: RwSignal::new(untrack(language).tag().to_owned()),
            given_name: empty(),
            family_name: empty(),
            user_name: empty(),
            email: empty(),
            password: empty(),
        };
        draft.propose_slug();
        draft
    }

    /// The short name follows the name until somebody types one.
    fn propose_slug(self) {
        Effect::new(move |before: Option<String>| {
            let proposal = slug_from(&self.name.read());
            if before.is_none_or(|before| before == *self.slug.read_untracked()) {
                self.slug.set(proposal.clone());
            }
            proposal
        });
    }

    fn owner(self) -> Person {
        Person {
            user_name: self.user_name.get().trim().to_owned(),
            email: self.email.get().trim().to_owned(),
            given_name: self.given_name.get().trim().to_owned(),
            family_name: self.family_name.get().trim().to_owned(),
            ..Person::default()
        }
    }

    fn words(self) -> Vec<String> {
        let mut words = words_of(&self.owner());
        words.extend([self.name.get(), self.slug.get()]);
        words
    }

    fn request(self) -> Result<Create, Problem> {
        untrack(|| {
            let slug = slug(self.slug.get().trim());
            let language = Language::from_tag(&self.language.get()).unwrap_or_default();
            let request = Create {
                token: self.token.get().trim().to_owned(),
                organization: NewOrganization {
                    slug: slug.clone().unwrap_or_else(|_| placeholder()),
                    name: self.name.get().trim().to_owned(),
                    language,
                },
                owner: self.owner(),
                password: self.password.get(),
            };
            // Everything that is missing is said at once, the short name included.
            let errors: Vec<_> =
                slug.err().into_iter().chain(request.validate().err().into_iter().flat_map(|it| it.errors)).collect();
            if !errors.is_empty() {
                return Err(Problem::invalid(errors));
            }
            check_new("password", &request.password, &Policy::default(), &self.words())?;
            Ok(request)
        })
    }
}

fn slug(typed: &str) -> Result<Slug, FieldError> {
    let code = if typed.is_empty() { "required" } else { "slug" };
    typed.parse().map_err(|_| FieldError::new("organization.slug", code))
}

/// Stands in a request that is not sent for want of a short name.
fn placeholder() -> Slug {
    "placeholder".parse().unwrap_or_else(|_| unreachable!("a valid slug"))
}

/// A short name from a name: its letters and digits without accents, joined by dashes.
fn slug_from(name: &str) -> String {
    let plain: String =
        name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { base_letter(c) }).collect();
    let slug: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    slug.join("-").chars().take(40).collect::<String>().trim_end_matches('-').to_owned()
}

/// The plain letter of the accented letters of our languages; a dash for anything else.
fn base_letter(c: char) -> char {
    const PAIRS: [(&str, char); 8] = [
        ("àâäáã", 'a'),
        ("ç", 'c'),
        ("éèêë", 'e'),
        ("îïíì", 'i'),
        ("ôöóò", 'o'),
        ("ûüúù", 'u'),
        ("ÿý", 'y'),
        ("ñ", 'n'),
    ];
    PAIRS.into_iter().find(|(accented, _)| accented.contains(c)).map_or('-', |(_, base)| base)
}

#[cfg(test)]
mod tests {
    use super::slug_from;

    #[test]
    fn a_short_name_is_made_of_the_names_letters() {
        assert_eq!(slug_from("Crédit & Café S.A."), "credit-cafe-s-a");
        assert_eq!(slug_from("  Ünïted 2 "), "united-2");
        assert!(slug_from(&"ab ".repeat(30)).parse::<shared::ids::Slug>().is_ok(), "cut to what is allowed");
        assert_eq!(slug_from("東京"), "");
    }
}
