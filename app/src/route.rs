//! Every address of the console, as a type: written by [`Route::path`], read by
//! [`Route::parse`]. Nothing else in the console spells a path.
//!
//! What narrows a page (search, order, cursor, chosen site) is the query, which
//! [`crate::navigation`] carries.

use shared::{
    accounts::AccountNumber,
    ids::{
        CredentialId, DeviceId, FeatureKey, GroupId, LicenseId, NumberId, RoleId, RunId, SiteId, Slug, UserId,
        WebhookId,
    },
};

#[cfg(test)]
mod tests;

/// A place in the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Which organization? Where `/` leads.
    ChooseOrganization,
    /// First run: create an organization and its owner with a set-up token.
    SetUp,
    /// Which organizations know an address?
    Reminders,
    /// Sign in to an organization.
    SignIn(Slug),
    /// What must be done after signing in, before anything else.
    Admission(Slug),
    /// Get in again without the password: ask for a link, or use one.
    Recovery(Slug),
    /// Accept an invitation, with the secret of its link.
    Invitation(Slug),
    /// A page for people who are signed in.
    Console(Slug, Page),
    /// No such page.
    NotFound,
}

/// A page of one organization, behind sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// Where one lands: the dashboard, or else the first page that one may open (WBX-10).
    Home,
    /// How things are, in figures.
    Dashboard,
    /// The list of administrators.
    Administrators,
    /// Appoint an administrator.
    NewAdministrator,
    /// One administrator.
    Administrator(UserId),
    /// The list of users.
    Users,
    /// Add a user.
    NewUser,
    /// Import users from a file.
    Import,
    /// One user.
    User(UserId),
    /// The tree of groups.
    Groups,
    /// One group.
    Group(GroupId),
    /// The list of sites.
    Sites,
    /// Add a site.
    NewSite,
    /// One site.
    Site(SiteId),
    /// The list of roles.
    Roles,
    /// Make a role.
    NewRole,
    /// One role.
    Role(RoleId),
    /// What the organization decides about itself.
    Organization,
    /// What it asks of passwords.
    PasswordPolicy,
    /// What happened.
    Audit,
    /// Figures for those who answer for something.
    Reports,
    /// How things develop.
    Analytics,
    /// Why somebody may or may not do something.
    Explain,
    /// The features of the organization's own product.
    Features,
    /// Add a feature.
    NewFeature,
    /// One feature.
    Feature(FeatureKey),
    /// Access of services.
    Credentials,
    /// The list of telephone numbers.
    Numbers,
    /// Add a number.
    NewNumber,
    /// One number.
    Number(NumberId),
    /// The list of devices.
    Devices,
    /// Add a device.
    NewDevice,
    /// One device.
    Device(DeviceId),
    /// The list of licenses.
    Licenses,
    /// Add a license.
    NewLicense,
    /// One license.
    License(LicenseId),
    /// Who has what, by one of these or by whichever one may see.
    Assignments(Option<AssignmentsBy>),
    /// Notices, received and sent.
    Notices,
    /// Send a notice.
    NewNotice,
    /// What the console is about.
    Help,
    /// Where one is signed in.
    OwnSessions,
    /// Who holds what; assigning and copying privileges.
    Privileges,
    /// What administrators leave for each other.
    Notes,
    /// What is ordered.
    Orders,
    /// The accounts that one looks after.
    Accounts,
    /// Make an organization.
    NewAccount,
    /// One account, under one of its tabs.
    Account(AccountNumber, AccountTab),
    /// Who is invited to become a user.
    Invitations,
    /// How other products are connected.
    Integrations,
    /// One webhook.
    Webhook(WebhookId),
    /// From where users come.
    Directories,
    /// One directory.
    Directory(CredentialId),
    /// One run of a directory's connector.
    DirectoryRun(CredentialId, RunId),
    /// One's own record, preferences, password and sessions.
    Profile,
    /// No such page in this organization.
    NotFound,
}

/// The tabs of an account (CRES-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountTab {
    /// What the organization decides about itself.
    Details,
    /// Its groups.
    Groups,
    /// Its service credentials.
    Tokens,
    /// How other products are connected to it.
    Config,
    /// Its logo and colors.
    Images,
    /// The features of its own product.
    Features,
}

impl AccountTab {
    /// All, in their order.
    pub const ALL: [Self; 6] = [Self::Details, Self::Groups, Self::Tokens, Self::Config, Self::Images, Self::Features];

    /// The name in addresses and words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Groups => "groups",
            Self::Tokens => "tokens",
            Self::Images => "images",
            Self::Config => "config",
            Self::Features => "features",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.name() == name)
    }
}

/// By what assignments are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignmentsBy {
    /// By number.
    Number,
    /// By device.
    Device,
    /// By license.
    License,
    /// By user.
    User,
}

impl AssignmentsBy {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Number, Self::Device, Self::License, Self::User];

    /// The name in addresses and words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "numbers",
            Self::Device => "devices",
            Self::License => "licenses",
            Self::User => "users",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.name() == name)
    }
}

impl Route {
    /// The route of a path. Trailing slashes do not matter.
    pub fn parse(path: &str) -> Self {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let (first, org) = (segments.next(), segments.next());
        let rest: Vec<&str> = segments.collect();
        match (first, org.map(str::parse::<Slug>)) {
            (None, _) => Self::ChooseOrganization,
            (Some("setup"), None) => Self::SetUp,
            (Some("find"), None) => Self::Reminders,
            (Some("o"), Some(Ok(org))) => Self::parse_in(org, &rest),
            _ => Self::NotFound,
        }
    }

    fn parse_in(org: Slug, rest: &[&str]) -> Self {
        match rest {
            ["sign-in"] => Self::SignIn(org),
            ["admission"] => Self::Admission(org),
            ["recovery"] => Self::Recovery(org),
            ["invitation"] => Self::Invitation(org),
            _ => Self::Console(org, Page::parse(rest).unwrap_or(Page::NotFound)),
        }
    }

    /// The route's path. A page that does not exist has the path of what it would stand in.
    pub fn path(&self) -> String {
        match self {
            Self::ChooseOrganization | Self::NotFound => "/".to_owned(),
            Self::SetUp => "/setup".to_owned(),
            Self::Reminders => "/find".to_owned(),
            Self::SignIn(org) => format!("/o/{org}/sign-in"),
            Self::Admission(org) => format!("/o/{org}/admission"),
            Self::Recovery(org) => format!("/o/{org}/recovery"),
            Self::Invitation(org) => format!("/o/{org}/invitation"),
            Self::Console(org, page) => format!("/o/{org}{}", page.path()),
        }
    }

    /// The organization that the route is about.
    pub fn organization(&self) -> Option<&Slug> {
        match self {
            Self::SignIn(org)
            | Self::Admission(org)
            | Self::Recovery(org)
            | Self::Invitation(org)
            | Self::Console(org, _) => Some(org),
            Self::ChooseOrganization | Self::SetUp | Self::Reminders | Self::NotFound => None,
        }
    }
}

impl Page {
    fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Home,
            ["dashboard"] => Self::Dashboard,
            ["administrators"] => Self::Administrators,
            ["administrators", "new"] => Self::NewAdministrator,
            ["administrators", user] => Self::Administrator(user.parse().ok()?),
            ["users"] => Self::Users,
            ["users", "new"] => Self::NewUser,
            ["users", "import"] => Self::Import,
            ["users", user] => Self::User(user.parse().ok()?),
            ["groups"] => Self::Groups,
            ["groups", group] => Self::Group(group.parse().ok()?),
            ["sites"] => Self::Sites,
            ["sites", "new"] => Self::NewSite,
            ["sites", site] => Self::Site(site.parse().ok()?),
            ["roles"] => Self::Roles,
            ["roles", "new"] => Self::NewRole,
            ["roles", role] => Self::Role(role.parse().ok()?),
            ["organization"] => Self::Organization,
            ["password-policy"] => Self::PasswordPolicy,
            ["audit"] => Self::Audit,
            ["reports"] => Self::Reports,
            ["analytics"] => Self::Analytics,
            ["explain"] => Self::Explain,
            ["features"] => Self::Features,
            // A feature may be called `new`.
            ["features", "new"] => Self::NewFeature,
            ["features", "key", key] => Self::Feature(key.parse().ok()?),
            ["credentials"] => Self::Credentials,
            ["notices"] => Self::Notices,
            ["notices", "new"] => Self::NewNotice,
            ["help"] => Self::Help,
            ["profile", "sessions"] => Self::OwnSessions,
            ["privileges"] => Self::Privileges,
            ["notes"] => Self::Notes,
            ["orders"] => Self::Orders,
            ["profile"] => Self::Profile,
            ["accounts"] => Self::Accounts,
            ["accounts", "new"] => Self::NewAccount,
            ["accounts", number] => Self::Account(number.parse().ok()?, AccountTab::Details),
            ["accounts", number, tab] => Self::Account(number.parse().ok()?, AccountTab::parse(tab)?),
            ["invitations"] => Self::Invitations,
            ["integrations"] => Self::Integrations,
            ["webhooks", webhook] => Self::Webhook(webhook.parse().ok()?),
            ["directories"] => Self::Directories,
            ["directories", directory] => Self::Directory(directory.parse().ok()?),
            ["directories", directory, "runs", run] => Self::DirectoryRun(directory.parse().ok()?, run.parse().ok()?),
            ["numbers"] => Self::Numbers,
            ["numbers", "new"] => Self::NewNumber,
            ["numbers", number] => Self::Number(number.parse().ok()?),
            ["devices"] => Self::Devices,
            ["devices", "new"] => Self::NewDevice,
            ["devices", device] => Self::Device(device.parse().ok()?),
            ["licenses"] => Self::Licenses,
            ["licenses", "new"] => Self::NewLicense,
            ["licenses", license] => Self::License(license.parse().ok()?),
            ["assignments"] => Self::Assignments(None),
            ["assignments", by] => Self::Assignments(Some(AssignmentsBy::parse(by)?)),
            _ => return None,
        })
    }

    fn path(&self) -> String {
        match self {
            Self::Home | Self::NotFound => String::new(),
            Self::Dashboard => "/dashboard".to_owned(),
            Self::Administrators => "/administrators".to_owned(),
            Self::NewAdministrator => "/administrators/new".to_owned(),
            Self::Administrator(user) => format!("/administrators/{user}"),
            Self::Users => "/users".to_owned(),
            Self::NewUser => "/users/new".to_owned(),
            Self::Import => "/users/import".to_owned(),
            Self::User(user) => format!("/users/{user}"),
            Self::Groups => "/groups".to_owned(),
            Self::Group(group) => format!("/groups/{group}"),
            Self::Sites => "/sites".to_owned(),
            Self::NewSite => "/sites/new".to_owned(),
            Self::Site(site) => format!("/sites/{site}"),
            Self::Roles => "/roles".to_owned(),
            Self::NewRole => "/roles/new".to_owned(),
            Self::Role(role) => format!("/roles/{role}"),
            Self::Organization => "/organization".to_owned(),
            Self::PasswordPolicy => "/password-policy".to_owned(),
            Self::Audit => "/audit".to_owned(),
            Self::Reports => "/reports".to_owned(),
            Self::Analytics => "/analytics".to_owned(),
            Self::Explain => "/explain".to_owned(),
            Self::Features => "/features".to_owned(),
            Self::NewFeature => "/features/new".to_owned(),
            Self::Feature(key) => format!("/features/key/{key}"),
            Self::Credentials => "/credentials".to_owned(),
            Self::Notices => "/notices".to_owned(),
            Self::NewNotice => "/notices/new".to_owned(),
            Self::Help => "/help".to_owned(),
            Self::OwnSessions => "/profile/sessions".to_owned(),
            Self::Privileges => "/privileges".to_owned(),
            Self::Notes => "/notes".to_owned(),
            Self::Orders => "/orders".to_owned(),
            Self::Profile => "/profile".to_owned(),
            Self::Accounts => "/accounts".to_owned(),
            Self::NewAccount => "/accounts/new".to_owned(),
            Self::Account(number, AccountTab::Details) => format!("/accounts/{number}"),
            Self::Account(number, tab) => format!("/accounts/{number}/{}", tab.name()),
            Self::Invitations => "/invitations".to_owned(),
            Self::Integrations => "/integrations".to_owned(),
            Self::Webhook(webhook) => format!("/webhooks/{webhook}"),
            Self::Directories => "/directories".to_owned(),
            Self::Directory(directory) => format!("/directories/{directory}"),
            Self::DirectoryRun(directory, run) => format!("/directories/{directory}/runs/{run}"),
            Self::Numbers => "/numbers".to_owned(),
            Self::NewNumber => "/numbers/new".to_owned(),
            Self::Number(number) => format!("/numbers/{number}"),
            Self::Devices => "/devices".to_owned(),
            Self::NewDevice => "/devices/new".to_owned(),
            Self::Device(device) => format!("/devices/{device}"),
            Self::Licenses => "/licenses".to_owned(),
            Self::NewLicense => "/licenses/new".to_owned(),
            Self::License(license) => format!("/licenses/{license}"),
            Self::Assignments(None) => "/assignments".to_owned(),
            Self::Assignments(Some(by)) => format!("/assignments/{}", by.name()),
        }
    }

    /// The entry of the navigation under which the page stands; itself for most.
    pub fn section(&self) -> Self {
        match self {
            Self::Home => Self::Dashboard,
            Self::NewAdministrator | Self::Administrator(_) => Self::Administrators,
            Self::NewUser | Self::Import | Self::User(_) | Self::Invitations => Self::Users,
            Self::Group(_) => Self::Groups,
            Self::NewSite | Self::Site(_) => Self::Sites,
            Self::NewRole | Self::Role(_) => Self::Roles,
            Self::NewFeature | Self::Feature(_) => Self::Features,
            Self::NewNumber | Self::Number(_) => Self::Numbers,
            Self::NewDevice | Self::Device(_) => Self::Devices,
            Self::NewLicense | Self::License(_) => Self::Licenses,
            Self::Assignments(_) => Self::Assignments(None),
            Self::NewNotice => Self::Notices,
            Self::OwnSessions => Self::Profile,
            Self::NewAccount | Self::Account(..) => Self::Accounts,
            Self::Webhook(_) => Self::Integrations,
            Self::Directory(_) | Self::DirectoryRun(..) => Self::Directories,
            other => other.clone(),
        }
    }
}
