//! One feature.

use super::{FeatureDraft, delete::DeleteFeature, form::FeatureFields};
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::{Text, language, t, t_with},
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Breadcrumb, Form, NotFoundState, PageHeader, SkeletonKind, breadcrumbs, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::{Permission, Target},
    features::{
        Feature,
        api::{List, Update},
    },
    ids::FeatureKey,
};

/// Shows one. There are few: the list has them all.
#[component]
pub fn FeaturePage(key: FeatureKey) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(List { org: org.clone() }));
    let wanted = StoredValue::new(key.clone());
    let find = move |features: Vec<Feature>| {
        features.into_iter().find(|feature| wanted.with_value(|wanted| feature.key == *wanted))
    };
    let title = Text::derive(move || {
        let found = read.answer().and_then(find);
        found.map_or_else(|| t("feature").get(), |feature| feature.details.label.get(language()).to_owned())
    });
    let actions = move || read.answer().and_then(find).map(|feature| view! { <DeleteFeature session feature/> });
    let trail = vec![Breadcrumb::new(t("features"), Signal::derive(move || session.link(Page::Features)))];
    let permission = Permission::feature(&key);
    let about = t_with("feature-permission", move || vec![("permission", permission.as_str().into())]);
    let content = when_ready(read, SkeletonKind::Form, move |features: Signal<Vec<Feature>>| {
        match features.with_untracked(|features| find(features.clone())) {
            Some(first) => {
                let feature = Signal::derive(move || find(features.get()).unwrap_or_else(|| first.clone()));
                view! { <FeatureForm session feature/> }.into_any()
            }
            None => view! { <NotFoundState/> }.into_any(),
        }
    });
    view! {
        <PageHeader title description=about breadcrumbs=breadcrumbs(trail) actions=actions.into_any()/>
        {content}
    }
}

#[component]
fn FeatureForm(session: CurrentSession, feature: Signal<Feature>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), FeatureDraft::default());
    let editing = Editing::new(feature, draft, |feature: &Feature| feature.details.clone());
    let obstacle = session.obstacle::<Update>(Target::Organization);
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let submit = move |()| {
        let (key, version) = editing.record().with_untracked(|feature| (feature.key.clone(), feature.version));
        let request = Update { org: session.org(), key, version, details: untrack(|| draft.value()) };
        mutation.submit(request, move |feature| {
            toasts::success(t("changes-saved"));
            editing.saved(feature);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <FeatureFields draft read_only/>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
