//! Adding somebody to the organization and to a group in one step (RSC-3).

use super::{
    group_name,
    technician::{MinimumStrength, TechnicianDraft, TechnicianFields, at_name, inherited_through},
    tree::OpenGroups,
};
use crate::{
    api::Mutation,
    editing::Draft,
    i18n::{t, t_with},
    people::{Issued, IssuedDialog, TemporaryPasswordDraft, TemporaryPasswordFields},
    preview::Preview,
    session::current_session,
    toasts,
    widgets::{Dialog, DialogActions, Form, Stack},
};
use leptos::prelude::*;
use shared::{
    Problem,
    authority::{Change, UserFacts},
    groups::GroupPage,
    ids::{GroupId, UserId},
    previews::api::{Groups, View},
    users::{
        TemporaryPassword,
        api::{Create, Credentials},
    },
    validation::Validate,
};

/// The dialog, about the group at hand.
#[component]
pub(super) fn NewTechnicianDialog(open: RwSignal<bool>, group: Signal<Option<GroupPage>>) -> impl IntoView {
    let name = move || group.with(|page| page.as_ref().map(|page| group_name(&page.group.details.name)));
    let title = t_with("technician-create-in", move || vec![("name", name().unwrap_or_default().into())]);
    let issued = RwSignal::new(None);
    let form = move || group.get_untracked().map(|page| view! { <NewForm open page issued/> });
    view! {
        <Dialog open title>{form()}</Dialog>
        <IssuedDialog issued/>
    }
}

#[component]
fn NewForm(open: RwSignal<bool>, page: GroupPage, issued: RwSignal<Option<Issued>>) -> impl IntoView {
    let (session, mutation, draft) = (current_session(), Mutation::new(), TechnicianDraft::default());
    let (opened, password) = (OpenGroups::from_address(), TemporaryPasswordDraft::new());
    let group = StoredValue::new(page.group.id.clone());
    let preview = preview_of(group);
    let submit = move |()| {
        let person = untrack(|| draft.value()).somebody_new();
        let typed = password.request(&person);
        let chosen = typed.clone().unwrap_or(TemporaryPassword::Generated);
        let joined = Some(group.get_value());
        let request =
            Create { org: session.org(), person: person.clone(), site: None, group: joined, password: chosen };
        // What is wrong with the password is said together with what is wrong elsewhere.
        let problems = [request.validate().err(), typed.err()].into_iter().flatten();
        let errors: Vec<_> = problems.flat_map(|problem| problem.errors).collect();
        if !errors.is_empty() {
            return mutation.refuse(at_name(Problem::invalid(errors)));
        }
        mutation.send(request, move |credentials: Credentials| {
            open.set(false);
            opened.set(&group.get_value(), true);
            let name = person.full_name();
            toasts::success(t_with("technician-created", move || vec![("name", name.clone().into())]));
            issued.set(Issued::new(&person, credentials));
        });
    };
    let person = Signal::derive(move || draft.value().somebody_new());
    let policy = Signal::derive(move || session.signal().with(|session| session.password_policy.clone()));
    let inherited = Signal::stored(page);
    view! {
        <Form mutation on_submit=submit>
            <Stack>
                <TechnicianFields draft/>
                <TemporaryPasswordFields draft=password person/>
                <MinimumStrength policy/>
                <section>
                    <h3 class="field-label">{t("technician-inherited")}</h3>
                    {inherited_through(inherited)}
                </section>
            </Stack>
            <DialogActions mutation open submit=t("technician-create") obstacle=preview.obstacle()/>
        </Form>
    }
}

/// Whether one may add somebody there, and give him what the group carries.
fn preview_of(group: StoredValue<GroupId>) -> Preview {
    let org = current_session().org();
    let about = move || Some(View { reached: Some(Groups([group.get_value()].into())), ..View::nothing(org.clone()) });
    Preview::new(about, move || {
        let (user, group) = (UserId::from_u128(0), group.get_value());
        let facts = UserFacts { active: true, permanent_password: false, site: None };
        vec![Change::UserCreated { user: user.clone(), facts }, Change::MemberAdded { group, user }]
    })
}
