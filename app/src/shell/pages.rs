//! Which page stands at which route.

use super::{landing, rest};
use crate::{
    accounts::{AccountPage, AccountsPage, NewAccountPage},
    administrators::{AdministratorPage, AdministratorsPage, NewAdministratorPage},
    analytics::AnalyticsPage,
    assignments::AssignmentsPage,
    audit::AuditPage,
    credentials::CredentialsPage,
    dashboard::DashboardPage,
    devices::{DevicePage, DevicesPage, NewDevicePage},
    directories::{DirectoriesPage, DirectoryPage, RunPage},
    explain::ExplainPage,
    features::{FeaturePage, FeaturesPage, NewFeaturePage},
    grants::PrivilegesPage,
    groups::{GroupPage, GroupsPage},
    help::HelpPage,
    i18n::t,
    imports::ImportPage,
    integrations::IntegrationsPage,
    invitations::{InvitationPage, InvitationsPage},
    licenses::{LicensePage, LicensesPage, NewLicensePage},
    notes::NotesPage,
    notices::{NewNoticePage, NoticesPage},
    numbers::{NewNumberPage, NumberPage, NumbersPage},
    orders::OrdersPage,
    organizations::{ChooseOrganizationPage, OrganizationPage, PasswordPolicyPage},
    profile::{OwnSessionsPage, ProfilePage},
    recovery::RecoveryPage,
    reminders::RemindersPage,
    reports::ReportsPage,
    roles::{NewRolePage, RolePage, RolesPage},
    route::{Page, Route},
    session::{AdmissionPage, SignInPage, SignedOutCard},
    setup::SetUpPage,
    sites::{NewSitePage, SitePage, SitesPage},
    users::{NewUserPage, UserPage, UsersPage},
    webhooks::WebhookPage,
    widgets::{NotFoundState, PageHeader},
};
use leptos::prelude::*;

/// What stands at a route. The pages that most people see first are here, in the part of the
/// program that everybody fetches; all others are in the rest.
pub(super) fn view(route: Route) -> AnyView {
    match route {
        Route::ChooseOrganization => view! { <ChooseOrganizationPage/> }.into_any(),
        Route::SignIn(org) => view! { <SignInPage org/> }.into_any(),
        Route::NotFound => {
            view! { <SignedOutCard title=t("state-not-found")><NotFoundState/></SignedOutCard> }.into_any()
        }
        Route::Console(org, Page::Home) => landing::view(org),
        Route::Console(_, Page::Administrators) => view! { <AdministratorsPage/> }.into_any(),
        route => rest::show(route),
    }
}

/// What stands at all other routes. Nothing but [`rest`] may call this: it would have to be
/// fetched with the first part.
pub(super) fn of_the_rest(route: Route) -> AnyView {
    match route {
        Route::SetUp => view! { <SetUpPage/> }.into_any(),
        Route::Reminders => view! { <RemindersPage/> }.into_any(),
        Route::Admission(org) => view! { <AdmissionPage org/> }.into_any(),
        Route::Recovery(org) => view! { <RecoveryPage org/> }.into_any(),
        Route::Invitation(org) => view! { <InvitationPage org/> }.into_any(),
        Route::Console(_, page) => page_of_the_rest(page),
        Route::ChooseOrganization | Route::SignIn(_) | Route::NotFound => view(route),
    }
}

fn page_of_the_rest(page: Page) -> AnyView {
    match page {
        Page::Dashboard => view! { <DashboardPage/> }.into_any(),
        Page::Privileges => view! { <PrivilegesPage/> }.into_any(),
        Page::Notes => view! { <NotesPage/> }.into_any(),
        Page::Orders => view! { <OrdersPage/> }.into_any(),
        Page::NewAdministrator => view! { <NewAdministratorPage/> }.into_any(),
        Page::Administrator(user) => view! { <AdministratorPage user/> }.into_any(),
        Page::Users => view! { <UsersPage/> }.into_any(),
        Page::NewUser => view! { <NewUserPage/> }.into_any(),
        Page::Import => view! { <ImportPage/> }.into_any(),
        Page::User(user) => view! { <UserPage user/> }.into_any(),
        Page::Groups => view! { <GroupsPage/> }.into_any(),
        Page::Group(group) => view! { <GroupPage group/> }.into_any(),
        Page::Sites => view! { <SitesPage/> }.into_any(),
        Page::NewSite => view! { <NewSitePage/> }.into_any(),
        Page::Site(site) => view! { <SitePage site/> }.into_any(),
        Page::Roles => view! { <RolesPage/> }.into_any(),
        Page::NewRole => view! { <NewRolePage/> }.into_any(),
        Page::Role(role) => view! { <RolePage role/> }.into_any(),
        Page::Organization => view! { <OrganizationPage/> }.into_any(),
        Page::PasswordPolicy => view! { <PasswordPolicyPage/> }.into_any(),
        Page::Audit => view! { <AuditPage/> }.into_any(),
        Page::Reports => view! { <ReportsPage/> }.into_any(),
        Page::Analytics => view! { <AnalyticsPage/> }.into_any(),
        Page::Explain => view! { <ExplainPage/> }.into_any(),
        Page::Features => view! { <FeaturesPage/> }.into_any(),
        Page::NewFeature => view! { <NewFeaturePage/> }.into_any(),
        Page::Feature(key) => view! { <FeaturePage key/> }.into_any(),
        Page::Credentials => view! { <CredentialsPage/> }.into_any(),
        Page::Notices => view! { <NoticesPage/> }.into_any(),
        Page::NewNotice => view! { <NewNoticePage/> }.into_any(),
        Page::Help => view! { <HelpPage/> }.into_any(),
        Page::OwnSessions => view! { <OwnSessionsPage/> }.into_any(),
        Page::Profile => view! { <ProfilePage/> }.into_any(),
        Page::Accounts => view! { <AccountsPage/> }.into_any(),
        Page::NewAccount => view! { <NewAccountPage/> }.into_any(),
        Page::Account(number, tab) => view! { <AccountPage number tab/> }.into_any(),
        Page::Invitations => view! { <InvitationsPage/> }.into_any(),
        Page::Integrations => view! { <IntegrationsPage/> }.into_any(),
        Page::Webhook(webhook) => view! { <WebhookPage webhook/> }.into_any(),
        Page::Directories => view! { <DirectoriesPage/> }.into_any(),
        Page::Directory(directory) => view! { <DirectoryPage directory/> }.into_any(),
        Page::DirectoryRun(directory, run) => view! { <RunPage directory run/> }.into_any(),
        Page::Numbers => view! { <NumbersPage/> }.into_any(),
        Page::NewNumber => view! { <NewNumberPage/> }.into_any(),
        Page::Number(number) => view! { <NumberPage number/> }.into_any(),
        Page::Devices => view! { <DevicesPage/> }.into_any(),
        Page::NewDevice => view! { <NewDevicePage/> }.into_any(),
        Page::Device(device) => view! { <DevicePage device/> }.into_any(),
        Page::Licenses => view! { <LicensesPage/> }.into_any(),
        Page::NewLicense => view! { <NewLicensePage/> }.into_any(),
        Page::License(license) => view! { <LicensePage license/> }.into_any(),
        Page::Assignments(by) => view! { <AssignmentsPage by/> }.into_any(),
        Page::Home | Page::Administrators | Page::NotFound => {
            view! { <PageHeader title=t("state-not-found")/><NotFoundState/> }.into_any()
        }
    }
}
