//! Every link must lead to where it says.

use super::*;
use shared::ids::{CredentialId, DeviceId, LicenseId, NumberId, RunId, UserId, WebhookId};

fn org() -> Slug {
    "carrier".parse().unwrap()
}

fn every_page() -> Vec<Page> {
    vec![
        Page::Home,
        Page::Dashboard,
        Page::Privileges,
        Page::Notes,
        Page::Orders,
        Page::Administrators,
        Page::NewAdministrator,
        Page::Administrator(UserId::from_u128(1)),
        Page::Users,
        Page::NewUser,
        Page::Import,
        Page::User(UserId::from_u128(2)),
        Page::Sites,
        Page::NewSite,
        Page::Site(SiteId::from_u128(3)),
        Page::Roles,
        Page::NewRole,
        Page::Role(RoleId::from_u128(4)),
        Page::Organization,
        Page::PasswordPolicy,
        Page::Numbers,
        Page::NewNumber,
        Page::Number(NumberId::from_u128(5)),
        Page::Devices,
        Page::NewDevice,
        Page::Device(DeviceId::from_u128(6)),
        Page::Licenses,
        Page::NewLicense,
        Page::License(LicenseId::from_u128(7)),
        Page::Assignments(None),
        Page::Assignments(Some(AssignmentsBy::License)),
        Page::Audit,
        Page::Explain,
        Page::Features,
        Page::NewFeature,
        Page::Feature("new".parse().unwrap()),
        Page::Credentials,
        Page::Notices,
        Page::NewNotice,
        Page::Help,
        Page::OwnSessions,
        Page::Profile,
        Page::Invitations,
        Page::Integrations,
        Page::Webhook(WebhookId::from_u128(8)),
        Page::Directories,
        Page::Directory(CredentialId::from_u128(9)),
        Page::DirectoryRun(CredentialId::from_u128(9), RunId::from_u128(10)),
    ]
}

#[test]
fn every_link_leads_to_its_own_route() {
    let mut routes = vec![Route::ChooseOrganization, Route::SetUp, Route::SignIn(org()), Route::Admission(org())];
    routes.extend([Route::Recovery(org()), Route::Invitation(org())]);
    routes.extend(every_page().into_iter().map(|page| Route::Console(org(), page)));
    for route in routes {
        let path = route.path();
        assert_eq!(Route::parse(&path), route, "{path}");
        assert_eq!(Route::parse(&format!("{path}/")), route, "{path}/");
    }
}

#[test]
fn an_unknown_page_keeps_its_organization() {
    for path in ["/o/carrier/nonsense", "/o/carrier/users/not-an-id", "/o/carrier/users/new/more"] {
        assert_eq!(Route::parse(path), Route::Console(org(), Page::NotFound), "{path}");
    }
}

#[test]
fn what_is_no_path_of_ours_is_not_found() {
    for path in ["/nonsense", "/o", "/o/Not A Slug", "/o/..", "/setup/more"] {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
}

#[test]
fn pages_stand_under_an_entry_of_the_navigation() {
    assert_eq!(Page::NewUser.section(), Page::Users);
    assert_eq!(Page::Role(RoleId::from_u128(4)).section(), Page::Roles);
    assert_eq!(Page::Home.section(), Page::Dashboard);
}
