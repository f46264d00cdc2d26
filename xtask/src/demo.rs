//! Demo data: organizations described in `tests/fixtures/demo`, loaded through the public API as people would.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};
use client::Client;
use serde::{Deserialize, Serialize};
use shared::{
    administrators,
    assignments::{self, Asset},
    authority::Scope,
    devices::{self, DeviceDetails, DeviceKind},
    features::{self, FeatureDetails},
    grants::{self, NewGrant, Subject, Validity},
    groups::{self, GroupDetails, GroupKind},
    ids::{FeatureKey, GroupId, RoleId, SiteId, Slug, UserId},
    licenses::{self, LicenseDetails},
    notes::{self, NoteDetails},
    numbers::{self, NumberDetails},
    orders::{self, OrderDetails, OrderKind, OrderStatus},
    organizations::NewOrganization,
    roles::{self, RoleDetails},
    session, setup,
    sites::{self, SiteDetails},
    time::{Span, Timestamp},
    users::{self, Person, TemporaryPassword},
};

use crate::{project, say::say, setup_token::SetupToken, stack::STORAGE};

const CREDENTIALS: &str = "demo-credentials.json";
/// Is there while demo data are being loaded.
const HALF_LOADED: &str = "demo-half-loaded";

/// One organization of the demo.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Demo {
    organization: NewOrganization,
    /// Everybody's, so that one can try out each person.
    password: String,
    sites: Vec<SiteDetails>,
    /// Roles beside the built-in ones.
    roles: Vec<RoleDetails>,
    owner: Person,
    administrators: Vec<Appointment>,
    users: Vec<Member>,
    /// Each after the one that it is below.
    #[serde(default)]
    groups: Vec<DemoGroup>,
    #[serde(default)]
    numbers: Vec<DemoNumber>,
    #[serde(default)]
    devices: Vec<DemoDevice>,
    #[serde(default)]
    licenses: Vec<DemoLicense>,
    /// What the organization's own product offers.
    #[serde(default)]
    features: Vec<DemoFeature>,
    #[serde(default)]
    orders: Vec<DemoOrder>,
    #[serde(default)]
    notes: Vec<DemoNote>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Appointment {
    person: Person,
    /// Names of roles.
    roles: Vec<String>,
    /// Names of sites; none means the whole organization.
    sites: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    person: Person,
    /// The name of a site.
    site: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoGroup {
    details: GroupDetails,
    kind: GroupKind,
    /// The name of the group right above; none means at the top.
    below: Option<String>,
    /// User names.
    #[serde(default)]
    members: Vec<String>,
    #[serde(default)]
    grants: Vec<DemoGrant>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoGrant {
    /// The name of a role.
    role: String,
    /// Names of sites; without them and without groups, the whole organization.
    #[serde(default)]
    sites: Vec<String>,
    /// Names of groups.
    #[serde(default)]
    groups: Vec<String>,
    /// How many days it lasts from now on; for ever if absent.
    days: Option<i64>,
    #[serde(default)]
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoNumber {
    number: String,
    #[serde(default)]
    label: String,
    /// The name of a site.
    site: String,
    /// The user name of whoever has it.
    user: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoDevice {
    kind: DeviceKind,
    model: String,
    identifier: String,
    /// The name of a site.
    site: String,
    /// The user name of whoever has it.
    user: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoLicense {
    details: LicenseDetails,
    /// The user names of those who have a seat.
    users: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoFeature {
    key: FeatureKey,
    details: FeatureDetails,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoOrder {
    kind: OrderKind,
    item: String,
    quantity: u32,
    /// The name of a site; none means the whole organization.
    site: Option<String>,
    #[serde(default)]
    comment: String,
    /// What has become of it.
    status: OrderStatus,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoNote {
    /// The name of a site.
    site: String,
    text: String,
}

/// Ids by name, as far as the demo has been loaded.
#[derive(Default)]
struct Known {
    sites: BTreeMap<String, SiteId>,
    roles: BTreeMap<String, RoleId>,
    /// By user name.
    people: BTreeMap<String, UserId>,
    groups: BTreeMap<String, GroupId>,
}

/// How somebody of the demo signs in.
#[derive(Serialize, Deserialize)]
pub(crate) struct Credentials {
    pub(crate) organization: Slug,
    pub(crate) username: String,
    pub(crate) password: String,
    /// For people: what this person may do, and where.
    pub(crate) role: String,
}

/// A set-up token for each organization of the demo, since each token works once.
pub(crate) fn setup_tokens() -> Result<Vec<SetupToken>> {
    files()?.iter().map(|_| SetupToken::new()).collect()
}

/// Removes storage in which an earlier loading got stuck half-way.
pub(crate) fn forget_half_loaded(data: &Path) -> Result<()> {
    let marker = data.join(HALF_LOADED);
    if marker.exists() {
        // Only what this command wrote: the folder is whichever a person named.
        project::remove_folder(&data.join(STORAGE))?;
        fs::remove_file(marker)?;
    }
    Ok(())
}

/// Loads the demo unless this storage has it already; the credentials are kept beside the storage.
pub(crate) fn load_once(origin: &str, data: &Path, tokens: &[SetupToken]) -> Result<Vec<Credentials>> {
    let kept = data.join(CREDENTIALS);
    if kept.exists() {
        return Ok(serde_json::from_str(&project::read(&kept)?)?);
    }
    project::write(&data.join(HALF_LOADED), "")?;
    let mut all = Vec::new();
    for (file, token) in files()?.iter().zip(tokens) {
        let demo: Demo =
            serde_json::from_str(&project::read(file)?).with_context(|| format!("in {}", file.display()))?;
        say("Loading", format_args!("the demo organization {}", demo.organization.name));
        all.extend(load(origin, demo, token).with_context(|| format!("cannot load {}", file.display()))?);
    }
    project::write(&kept, serde_json::to_string_pretty(&all)?)?;
    fs::remove_file(data.join(HALF_LOADED))?;
    Ok(all)
}

/// A table of who can sign in: the first few of each organization.
pub(crate) fn print(origin: &str, credentials: &[Credentials]) {
    const SHOWN: usize = 6;
    println!("\nSign in at {origin} as one of");
    let mut shown = BTreeMap::<&Slug, usize>::new();
    for each in credentials {
        let count = shown.entry(&each.organization).or_default();
        *count += 1;
        if *count <= SHOWN {
            println!("  {:<14} {:<12} {}   ({})", each.organization.as_str(), each.username, each.password, each.role);
        }
    }
    println!("  … {} people in all, in {CREDENTIALS}", credentials.len());
}

fn files() -> Result<Vec<std::path::PathBuf>> {
    project::files_below(&project::root().join("tests/fixtures/demo"))
}

fn load(origin: &str, demo: Demo, token: &SetupToken) -> Result<Vec<Credentials>> {
    let owner = Loader::set_up(origin, &demo, token)?;
    // Each feature brings its own role.
    owner.features(&demo.features)?;
    let mut all = Known { sites: owner.sites(&demo.sites)?, roles: owner.roles(&demo.roles)?, ..Known::default() };
    let mut credentials = vec![owner.credentials(&demo.owner, "owner".to_owned())];
    for appointment in &demo.administrators {
        let user = owner.appoint(appointment, &all)?;
        all.people.insert(appointment.person.user_name.clone(), user);
        credentials.push(owner.credentials(&appointment.person, appointment.to_string()));
    }
    for member in demo.users {
        let site = known(&all.sites, &member.site)?;
        let (org, user_name) = (owner.org.clone(), member.person.user_name.clone());
        let added = owner.client.send(&users::api::Create {
            org,
            person: member.person,
            site: Some(site),
            group: None,
            password: TemporaryPassword::Generated,
        })?;
        all.people.insert(user_name, added.id);
    }
    for group in &demo.groups {
        owner.group(group, &mut all)?;
    }
    owner.inventory(&demo.numbers, &demo.devices, &demo.licenses, &all)?;
    owner.orders(&demo.orders, &all)?;
    owner.notes(&demo.notes, &all)?;
    Ok(credentials)
}

/// The owner of a demo organization, signed in.
struct Loader<'a> {
    origin: &'a str,
    client: Client,
    org: Slug,
    password: String,
}

impl<'a> Loader<'a> {
    fn set_up(origin: &'a str, demo: &Demo, token: &SetupToken) -> Result<Self> {
        let client = Client::new(origin);
        let org = demo.organization.slug.clone();
        client.send(&setup::api::Create {
            token: token.text().to_owned(),
            organization: demo.organization.clone(),
            owner: demo.owner.clone(),
            password: demo.password.clone(),
        })?;
        let login = demo.owner.user_name.clone();
        client.send(&session::api::Create { org: org.clone(), login, password: demo.password.clone() })?;
        Ok(Self { origin, client, org, password: demo.password.clone() })
    }

    /// Adds the sites; returns their ids by name.
    fn sites(&self, details: &[SiteDetails]) -> Result<BTreeMap<String, SiteId>> {
        let mut ids = BTreeMap::new();
        for details in details {
            let site = self.client.send(&sites::api::Create { org: self.org.clone(), details: details.clone() })?;
            ids.insert(site.details.name, site.id);
        }
        Ok(ids)
    }

    /// Adds the roles; returns the ids of these and of the built-in ones by name.
    fn roles(&self, details: &[RoleDetails]) -> Result<BTreeMap<String, RoleId>> {
        for details in details {
            self.client.send(&roles::api::Create { org: self.org.clone(), details: details.clone() })?;
        }
        let all = self.client.send(&roles::api::List { org: self.org.clone() })?;
        Ok(all.into_iter().map(|role| (role.details.name, role.id)).collect())
    }

    /// Appoints an administrator, who signs in and chooses the permanent password.
    fn appoint(&self, appointment: &Appointment, all: &Known) -> Result<UserId> {
        let appointed = self.client.send(&administrators::api::Create {
            org: self.org.clone(),
            person: appointment.person.clone(),
            site: None,
            grants: appointment.grants(all)?,
            password: TemporaryPassword::Generated,
        })?;
        let temporary = appointed.temporary_password.context("no temporary password was made")?;
        let client = Client::new(self.origin);
        let login = appointment.person.user_name.clone();
        client.send(&session::api::Create { org: self.org.clone(), login, password: temporary.clone() })?;
        client.send(&session::api::ChangePassword {
            org: self.org.clone(),
            current_password: temporary,
            new_password: self.password.clone(),
        })?;
        client.send(&session::api::Delete { org: self.org.clone() })?;
        Ok(appointed.id)
    }

    /// Makes a group, gives it what it carries and puts its members in.
    fn group(&self, group: &DemoGroup, all: &mut Known) -> Result<()> {
        let parent = group.below.as_ref().map(|name| known(&all.groups, name)).transpose()?;
        let (kind, details) = (group.kind, group.details.clone());
        let made = self.client.send(&groups::api::Create { org: self.org.clone(), kind, parent, details })?;
        all.groups.insert(group.details.name.clone(), made.id.clone());
        for grant in &group.grants {
            let (subject, grant) = (Subject::Group(made.id.clone()), grant.to_give(all)?);
            self.client.send(&grants::api::Create { org: self.org.clone(), subject, grant })?;
        }
        for member in &group.members {
            let user = known(&all.people, member)?;
            self.client.send(&groups::api::AddMember { org: self.org.clone(), group: made.id.clone(), user })?;
        }
        Ok(())
    }

    /// Adds numbers, devices and licenses, and gives them to those who have them.
    fn inventory(
        &self,
        numbers: &[DemoNumber],
        devices: &[DemoDevice],
        licenses: &[DemoLicense],
        all: &Known,
    ) -> Result<()> {
        let org = || self.org.clone();
        for DemoNumber { number, label, site, user } in numbers {
            let site = Some(known(&all.sites, site)?);
            let details = NumberDetails { number: number.clone(), label: label.clone(), site };
            let made = self.client.send(&numbers::api::Create { org: org(), details })?;
            self.assign(Asset::Number(made.id), user.iter(), all)?;
        }
        for DemoDevice { kind, model, identifier, site, user } in devices {
            let (model, identifier, site) = (model.clone(), identifier.clone(), Some(known(&all.sites, site)?));
            let details = DeviceDetails { kind: *kind, model, identifier, site };
            let made = self.client.send(&devices::api::Create { org: org(), details })?;
            self.assign(Asset::Device(made.id), user.iter(), all)?;
        }
        for DemoLicense { details, users } in licenses {
            let made = self.client.send(&licenses::api::Create { org: org(), details: details.clone() })?;
            self.assign(Asset::License(made.id), users.iter(), all)?;
        }
        Ok(())
    }

    fn features(&self, features: &[DemoFeature]) -> Result<()> {
        for DemoFeature { key, details } in features {
            let (org, key, details) = (self.org.clone(), key.clone(), details.clone());
            self.client.send(&features::api::Create { org, key, details })?;
        }
        Ok(())
    }

    /// Orders, and says what has become of it.
    fn orders(&self, orders: &[DemoOrder], all: &Known) -> Result<()> {
        let org = || self.org.clone();
        for DemoOrder { kind, item, quantity, site, comment, status } in orders {
            let site = site.as_ref().map(|name| known(&all.sites, name)).transpose()?;
            let (item, comment) = (item.clone(), comment.clone());
            let details = OrderDetails { kind: *kind, item, quantity: *quantity, site, comment };
            let made = self.client.send(&orders::api::Create { org: org(), details })?;
            if made.status != *status {
                let (order, version) = (made.id, made.version);
                self.client.send(&orders::api::Update { org: org(), order, version, status: *status })?;
            }
        }
        Ok(())
    }

    fn notes(&self, notes: &[DemoNote], all: &Known) -> Result<()> {
        for DemoNote { site, text } in notes {
            let details = NoteDetails { site: Some(known(&all.sites, site)?), text: text.clone() };
            self.client.send(&notes::api::Create { org: self.org.clone(), details })?;
        }
        Ok(())
    }

    fn assign<'u>(&self, asset: Asset, users: impl Iterator<Item = &'u String>, all: &Known) -> Result<()> {
        for user in users {
            let (user, asset) = (known(&all.people, user)?, asset.clone());
            self.client.send(&assignments::api::Assign { org: self.org.clone(), user, asset })?;
        }
        Ok(())
    }

    fn credentials(&self, person: &Person, role: String) -> Credentials {
        Credentials {
            organization: self.org.clone(),
            username: person.user_name.clone(),
            password: self.password.clone(),
            role,
        }
    }
}

impl Appointment {
    fn grants(&self, all: &Known) -> Result<Vec<NewGrant>> {
        let scope = all.scope(&self.sites, &[])?;
        self.roles.iter().map(|name| Ok(NewGrant::lasting(known(&all.roles, name)?, scope.clone()))).collect()
    }
}

impl DemoGrant {
    fn to_give(&self, all: &Known) -> Result<NewGrant> {
        let until = self.days.map(|days| now().map(|now| now + Span::days(days))).transpose()?;
        Ok(NewGrant {
            role: known(&all.roles, &self.role)?,
            scope: all.scope(&self.sites, &self.groups)?,
            validity: Validity { from: None, until },
            reason: self.reason.clone(),
        })
    }
}

impl Known {
    /// Groups if there are any, else sites if there are any, else the whole organization.
    fn scope(&self, sites: &[String], groups: &[String]) -> Result<Scope> {
        Ok(match (sites, groups) {
            ([], []) => Scope::Organization,
            (sites, []) => {
                Scope::Sites { sites: sites.iter().map(|name| known(&self.sites, name)).collect::<Result<_>>()? }
            }
            (_, groups) => {
                Scope::Groups { groups: groups.iter().map(|name| known(&self.groups, name)).collect::<Result<_>>()? }
            }
        })
    }
}

fn now() -> Result<Timestamp> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock stands before 1970")?;
    Ok(Timestamp(since.as_millis().try_into()?))
}

impl std::fmt::Display for Appointment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let place = if self.sites.is_empty() { "everywhere".to_owned() } else { self.sites.join(", ") };
        write!(f, "{}: {place}", self.roles.join(", "))
    }
}

fn known<T: Clone>(ids: &BTreeMap<String, T>, name: &str) -> Result<T> {
    ids.get(name).cloned().with_context(|| format!("the demo names `{name}`, which it does not describe"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::validation::Validate;

    #[test]
    fn every_demo_organization_can_be_read_and_is_consistent() {
        for file in files().unwrap() {
            let demo: Demo = serde_json::from_str(&project::read(&file).unwrap()).unwrap();
            let sites: Vec<&str> = demo.sites.iter().map(|site| site.name.as_str()).collect();
            let people =
                demo.administrators.iter().map(|each| &each.person).chain(demo.users.iter().map(|each| &each.person));
            for person in people.chain([&demo.owner]) {
                assert!(person.validate().is_ok(), "{}", person.user_name);
            }
            let user_names: Vec<&str> = demo
                .administrators
                .iter()
                .map(|each| each.person.user_name.as_str())
                .chain(demo.users.iter().map(|each| each.person.user_name.as_str()))
                .collect();
            for member in demo.groups.iter().flat_map(|group| &group.members) {
                assert!(user_names.contains(&member.as_str()), "{member}");
            }
            let named =
                demo.administrators.iter().flat_map(|each| &each.sites).chain(demo.users.iter().map(|each| &each.site));
            let stocked = demo.numbers.iter().map(|it| &it.site).chain(demo.devices.iter().map(|it| &it.site));
            for site in named.chain(stocked) {
                assert!(sites.contains(&site.as_str()), "{site}");
            }
            let holders =
                demo.numbers.iter().flat_map(|it| &it.user).chain(demo.devices.iter().flat_map(|it| &it.user));
            for user in holders.chain(demo.licenses.iter().flat_map(|it| &it.users)) {
                assert!(user_names.contains(&user.as_str()), "{user}");
            }
            let placed = demo.orders.iter().flat_map(|it| &it.site).chain(demo.notes.iter().map(|it| &it.site));
            for site in placed {
                assert!(sites.contains(&site.as_str()), "{site}");
            }
            for feature in &demo.features {
                assert!(feature.details.validate().is_ok(), "{}", feature.key);
            }
            for license in &demo.licenses {
                assert!(license.users.len() <= license.details.quantity as usize, "{}", license.details.name);
            }
        }
    }
}
