//! Who one is, and how one likes the console.

use super::preferences::{PreferencesDraft, PreferencesFields};
use crate::{
    api::Mutation,
    editing::{Draft, EditActions, Editing},
    i18n::{choose_language, language_name, t, t_of, t_with},
    people::{AccountFields, AddressFields, ContactFields, PersonDraft},
    session::current_session,
    theme::{Theme, choose_theme, theme},
    toasts,
    widgets::{Columns, Form, FormSection, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    profile::{Preferences, Profile, api::Update},
    session::Session,
    users::Person,
};

/// What is typed about oneself.
#[derive(Clone, Copy, Debug)]
struct ProfileDraft {
    person: PersonDraft,
    preferences: PreferencesDraft,
}

/// One's own data and preferences. What one signs in with is shown, not changed: that is an
/// administrator's business.
#[component]
pub(super) fn OwnData() -> impl IntoView {
    let current = current_session();
    let session = current.signal();
    let person = session.with_untracked(|session| PersonDraft::new(&session.person));
    let (mutation, draft) =
        (Mutation::new(), ProfileDraft { person, preferences: PreferencesDraft::new(&Preferences::default()) });
    let editing = Editing::new(session, draft, profile_of);
    let submit = move |()| {
        let version = editing.record().with_untracked(|session| session.version);
        let profile = untrack(|| draft.value());
        let language = profile.language;
        mutation.submit(Update { org: current.org(), version, profile }, move |session| {
            language.into_iter().for_each(choose_language);
            toasts::success(t("changes-saved"));
            editing.saved(session);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <FormSection title=t("profile-data")>
                <AccountFields within="profile" draft=person hint=t("profile-account-hint") read_only=true/>
                <ContactFields within="profile" draft=person email_read_only=true/>
            </FormSection>
            <FormSection title=t("address")><AddressFields within="profile.address" draft=person.address/></FormSection>
            {preferences(draft, session)}
            <EditActions mutation editing/>
        </Form>
    }
}

fn preferences(draft: ProfileDraft, session: Signal<Session>) -> AnyView {
    let usual = t_with("profile-language-usual", move || {
        let usual = session.with(|session| session.organization.language);
        vec![("language", language_name(usual).into())]
    });
    let themes = Theme::ALL.map(|theme| SelectOption::new(theme.name(), t_of("theme-*", theme.name()))).to_vec();
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| chosen.set(theme().name().to_owned()));
    let choose = move |name: String| Theme::ALL.into_iter().filter(|theme| theme.name() == name).for_each(choose_theme);
    view! {
        <FormSection title=t("preferences-own")>
            <PreferencesFields draft=draft.preferences usual_language=usual/>
            <Columns>
                <Select name="" label=t("theme") value=chosen options=themes hint=t("profile-theme-hint") on_change=choose/>
            </Columns>
        </FormSection>
    }
    .into_any()
}

fn profile_of(session: &Session) -> Profile {
    let Session { language, time_zone, notices_by_mail, .. } = session.clone();
    profile(session.person.clone(), Preferences { language, time_zone, notices_by_mail })
}

fn profile(person: Person, preferences: Preferences) -> Profile {
    let Person { given_name, middle_name, family_name, phones, address, .. } = person;
    let Preferences { language, time_zone, notices_by_mail } = preferences;
    Profile { given_name, middle_name, family_name, phones, address, language, time_zone, notices_by_mail }
}

impl Draft for ProfileDraft {
    type Value = Profile;

    fn value(self) -> Profile {
        profile(self.person.person(), self.preferences.value())
    }

    fn fill(self, profile: &Profile) {
        let Profile { given_name, middle_name, family_name, phones, address, language, time_zone, notices_by_mail } =
            profile.clone();
        let own = untrack(|| self.person.person());
        self.person.fill(&Person { given_name, middle_name, family_name, phones, address, ..own });
        self.preferences.fill(&Preferences { language, time_zone, notices_by_mail });
    }
}
