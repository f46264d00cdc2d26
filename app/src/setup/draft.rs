//! A new organization and its first owner, as typed so far: by whoever sets it up for himself, and
//! by the operator for somebody else.

use crate::{
    i18n::{language, language_name, t},
    widgets::{Columns, Select, SelectOption, TextField},
};
use leptos::prelude::*;
use shared::{
    FieldError,
    ids::Slug,
    organizations::{Language, NewOrganization},
    users::Person,
};

/// What is filled in.
#[derive(Clone, Copy)]
pub(crate) struct NewOrganizationDraft {
    name: RwSignal<String>,
    slug: RwSignal<String>,
    language: RwSignal<String>,
    given_name: RwSignal<String>,
    family_name: RwSignal<String>,
    user_name: RwSignal<String>,
    email: RwSignal<String>,
}

impl NewOrganizationDraft {
    /// Nothing yet, in the language that is spoken.
    pub(crate) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        let draft = Self {
            name: empty(),
            slug: empty(),
            language: RwSignal::new(untrack(language).tag().to_owned()),
            given_name: empty(),
            family_name: empty(),
            user_name: empty(),
            email: empty(),
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

    /// The organization, with what is wrong with its short name. Another one stands in for it in a
    /// request that is then not sent.
    pub(crate) fn organization(self) -> (NewOrganization, Option<FieldError>) {
        let (slug, error) = match slug(self.slug.get().trim()) {
            Ok(slug) => (slug, None),
            Err(error) => (placeholder(), Some(error)),
        };
        let language = Language::from_tag(&self.language.get()).unwrap_or_default();
        (NewOrganization { slug, name: self.name.get().trim().to_owned(), language }, error)
    }

    /// The owner.
    pub(crate) fn owner(self) -> Person {
        Person {
            user_name: self.user_name.get().trim().to_owned(),
            email: self.email.get().trim().to_owned(),
            given_name: self.given_name.get().trim().to_owned(),
            family_name: self.family_name.get().trim().to_owned(),
            ..Person::default()
        }
    }

    /// Names of the organization that must not make up its owner's password.
    pub(crate) fn names(self) -> [String; 2] {
        [self.name.get(), self.slug.get()]
    }
}

/// Fields of the organization.
pub(crate) fn organization_fields(draft: NewOrganizationDraft) -> AnyView {
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

/// Fields of its owner. The browser offers what it knows of oneself only to whoever is the owner.
pub(crate) fn owner_fields(draft: NewOrganizationDraft, is_oneself: bool) -> AnyView {
    let known = move |token: &'static str| if is_oneself { token } else { "off" };
    view! {
        <Columns>
            <TextField name="owner.given_name" label=t("given-name") value=draft.given_name autocomplete=known("given-name") required=true/>
            <TextField name="owner.family_name" label=t("family-name") value=draft.family_name autocomplete=known("family-name") required=true/>
            <TextField name="owner.email" label=t("email") value=draft.email kind="email" autocomplete=known("email") required=true/>
            <TextField name="owner.user_name" label=t("user-name") value=draft.user_name autocomplete=known("username") required=true/>
        </Columns>
    }
    .into_any()
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
