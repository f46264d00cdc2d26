//! Where one lands: how much there is of what one may see, what needs attention, how the last days
//! went and what happened last, the quickest ways to what people come for, and one's own
//! bailiwick in words.

mod attention;
mod inventory;

use crate::{
    analytics::{Asked, TrendCard},
    api::Query,
    audit::RecentCard,
    features::{icon_of, is_elsewhere},
    grants::OrphanedCard,
    i18n::{Text, language, t, t_with},
    listing::Listing,
    roles::role_name,
    route::Page,
    scope::{known_sites, scope_in_words},
    session::{CurrentSession, current_session},
    shell::{Count, Counts},
    widgets::{
        Card, Definition, Definitions, Halves, PageHeader, ProblemState, Shortcut, Shortcuts, Skeleton, SkeletonKind,
        Stack, Tile, Tiles,
    },
};
use attention::Concerns;
use leptos::prelude::*;
use shared::{
    Endpoint, administrators,
    analytics::{self, Trend},
    authority::{HeldGrant, Target},
    devices,
    features::FeatureDetails,
    numbers, roles,
    session::Session,
    sites, users,
};

/// The landing page.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let session = current_session();
    let refusal = Memo::new(move |_| session.dashboard_refusal());
    move || match refusal.get() {
        Some(problem) => {
            view! { <PageHeader title=t("dashboard")/><ProblemState problem on_retry=|()| ()/> }.into_any()
        }
        None => figures(session),
    }
}

fn figures(session: CurrentSession) -> AnyView {
    let title = t_with("dashboard-hello", move || {
        vec![("name", session.signal().with(|session| session.person.given_name.clone()).into())]
    });
    let concerns = Concerns::read(session);
    let are_known = Memo::new(move |_| concerns.are_known());
    view! {
        <PageHeader title description=t("dashboard-why")/>
        <Stack>
            {counts(session)}
            {move || if are_known.get() { below(session, concerns) } else { waiting() }}
        </Stack>
    }
    .into_any()
}

/// What follows the counts. It comes at once, so that nothing moves.
fn below(session: CurrentSession, concerns: Concerns) -> AnyView {
    view! {
        <Stack>
            {concerns.card()}
            <OrphanedCard/>
            <Halves
                main=move || view! { {inventory::card(session)}{trends(session)}<RecentCard/> }
                side=move || view! { {quick_start(session)}{bailiwick(session)} }
            />
        </Stack>
    }
    .into_any()
}

fn waiting() -> AnyView {
    view! { <Skeleton kind=SkeletonKind::Form/> }.into_any()
}

/// How the last days went, for those who may see analytics.
fn trends(session: CurrentSession) -> AnyView {
    let listing = Listing::from_address();
    let asked = Signal::derive(move || Asked { site: listing.site(), ..Asked::default() });
    let may = Memo::new(move |_| session.may::<analytics::api::View>(&Target::Anywhere));
    view! { {move || may.get().then(|| view! { <TrendCard trend=Trend::SignIns asked/> })} }.into_any()
}

fn counts(session: CurrentSession) -> AnyView {
    let counts = Counts::read();
    view! {
        <Tiles>
            {tile::<administrators::api::List>(session, Page::Administrators, "shield-user", t("administrators"), counts.administrators)}
            {tile::<users::api::List>(session, Page::Users, "users", t("users"), counts.users)}
            {tile::<sites::api::List>(session, Page::Sites, "map-pin", t("sites"), counts.sites)}
            {tile::<roles::api::List>(session, Page::Roles, "key-round", t("roles"), counts.roles)}
        </Tiles>
    }
    .into_any()
}

fn tile<E: Endpoint>(
    session: CurrentSession,
    page: Page,
    icon: &'static str,
    label: Text,
    count: Count,
) -> impl IntoView {
    let visible = may::<E>(session);
    let tile = move || {
        let page = page.clone();
        view! { <Tile label icon count href=Signal::derive(move || session.link(page.clone()))/> }
    };
    move || visible.get().then(|| tile().into_any())
}

fn quick_start(session: CurrentSession) -> AnyView {
    let entries = [
        (
            may::<administrators::api::Create>(session),
            Page::NewAdministrator,
            "shield-user",
            "administrators-new",
            "quick-administrator",
        ),
        (may::<users::api::Create>(session), Page::NewUser, "user-plus", "users-new", "quick-user"),
        (may::<numbers::api::Create>(session), Page::NewNumber, "hash", "numbers-new", "quick-number"),
        (may::<devices::api::Create>(session), Page::NewDevice, "phone", "devices-new", "quick-device"),
        (may::<sites::api::Create>(session), Page::NewSite, "map-pin", "sites-new", "quick-site"),
        (may::<roles::api::Create>(session), Page::NewRole, "key-round", "roles-new", "quick-role"),
    ];
    let entries = StoredValue::new(entries);
    let features = move || session.signal().with(own_features);
    let is_any = move || {
        entries.with_value(|entries| entries.iter().any(|(visible, ..)| visible.get())) || !features().is_empty()
    };
    let shortcuts = move || {
        let shown = entries.get_value().into_iter().filter(|(visible, ..)| visible.get());
        shown
            .map(|(_, page, icon, label, why)| {
                let href = Signal::derive(move || session.link(page.clone()));
                view! { <Shortcut label=t(label) explanation=t(why) icon href/> }
            })
            .collect_view()
    };
    view! {
        {move || is_any().then(|| view! { <Card title=t("quick-start")>
                <Shortcuts>{shortcuts}{features().into_iter().map(own_feature).collect_view()}</Shortcuts>
            </Card> })}
    }
    .into_any()
}

/// What one may use of the organization's own product, where it has an address and says what it is for.
fn own_features(session: &Session) -> Vec<FeatureDetails> {
    let is_way = |details: &&FeatureDetails| !details.link.is_empty() && !details.description.is_empty();
    session.features.iter().map(|feature| &feature.details).filter(is_way).cloned().collect()
}

fn own_feature(details: FeatureDetails) -> AnyView {
    let (named, elsewhere) = (details.clone(), is_elsewhere(&details));
    let label = Text::derive(move || named.label.get(language()).to_owned());
    let link = details.link.clone();
    let explanation = Text::derive(move || details.description.get(language()).to_owned());
    view! { <Shortcut label explanation icon=icon_of(elsewhere) href=Signal::stored(link) elsewhere/> }.into_any()
}

fn may<E: Endpoint>(session: CurrentSession) -> Signal<bool> {
    Signal::derive(move || session.may::<E>(&Target::Anywhere))
}

/// What one may do, and where.
fn bailiwick(session: CurrentSession) -> AnyView {
    let sites = known_sites();
    let grants = move || {
        let grants = session.signal().with(|session| session.access.grants.clone());
        grants.into_iter().map(|grant| grant_line(grant, sites)).collect_view()
    };
    let is_any = move || session.signal().with(|session| !session.access.grants.is_empty());
    view! {
        {move || is_any().then(|| view! {
            <Card title=t("bailiwick-title") description=t("bailiwick-why")><Definitions>{grants}</Definitions></Card>
        })}
    }
    .into_any()
}

fn grant_line(grant: HeldGrant, sites: Query<Vec<sites::Site>>) -> AnyView {
    let role = grant.role_name.clone();
    let name = Signal::derive(move || role_name(&role));
    view! { <Definition term=name>{move || scope_in_words(&grant.scope, &sites.answer().unwrap_or_default())}</Definition> }.into_any()
}
