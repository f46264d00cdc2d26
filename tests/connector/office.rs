//! An organization with a directory that the connector reads, and what one asks of both.

use crate::slapd::{BASE, PASSWORD, READER, Slapd, group};
use api_tests::Organization;
use connector::{
    config::{Attributes, Bailiwick, Config, Directory, Kind, Loaded, Mapping},
    edge::Edge,
    plan,
    run::{self, Error, Folder, Last, Watch},
};
use shared::{
    authority::Scope,
    directories::{self, DirectoryDetails, Onboarding, Run, api},
    groups::{self, GroupDetails, GroupKind},
    ids::{CredentialId, GroupId},
    imports::{
        Column, Import, Passwords, ROWS,
        api::{Create, Plan},
    },
    organizations::api::{UpdateSettings, ViewSettings},
    users::{self, Status, UserSummary},
};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// What a run said.
#[derive(Debug, Default)]
pub(crate) struct Said(pub(crate) Vec<String>);

impl Watch for Said {
    fn read(&mut self, _: usize) {}
    fn done(&mut self, _: usize, _: usize) {}
    fn say(&mut self, line: &str) {
        self.0.push(line.to_owned());
    }
}

pub(crate) struct Office {
    pub(crate) org: Organization,
    pub(crate) slapd: Slapd,
    pub(crate) directory: CredentialId,
    pub(crate) teams: Vec<GroupId>,
    pub(crate) loaded: Loaded,
    folder: TempDir,
}

impl Office {
    /// With this content of the directory, and these of its groups mapped to teams of the same name.
    pub(crate) fn new(ldif: &str, mapped: &[&str]) -> Self {
        let org = Organization::new();
        let teams: Vec<GroupId> = mapped.iter().map(|name| team(&org, name)).collect();
        let details = DirectoryDetails {
            name: "Head office".into(),
            onboarding: Onboarding::Later,
            ..DirectoryDetails::default()
        };
        let create = api::Create {
            org: org.slug.clone(),
            details,
            default_password: None,
            scope: Scope::Organization,
            expires_at: None,
        };
        let made = org.owner.send(&create).unwrap();
        let slapd = Slapd::with(ldif);
        let mappings = mapped.iter().zip(&teams).map(|(name, id)| Mapping { source: group(name), group: id.clone() });
        let loaded = Loaded {
            config: Config {
                bailiwick: Bailiwick {
                    address: api_tests::origin(),
                    organization: org.slug.clone(),
                    token_file: PathBuf::new(),
                },
                directory: Directory {
                    kind: Kind::Ldap,
                    server: slapd.address(),
                    start_tls: false,
                    ca_file: None,
                    insecure: false,
                    bind_dn: READER.into(),
                    password_file: PathBuf::new(),
                    base: BASE.into(),
                    user_filter: None,
                    attributes: Attributes::default(),
                },
                mappings: mappings.collect(),
            },
            token: made.token.unwrap(),
            password: PASSWORD.into(),
            ca_file: None,
        };
        let directory = made.directory.credential.id;
        Self { org, slapd, directory, teams, loaded, folder: tempfile::tempdir().unwrap() }
    }

    fn edge(&self) -> Edge<'static> {
        let bailiwick = &self.loaded.config.bailiwick;
        // Nothing is waited for: what is busy for a moment is so only under load.
        Edge::new(&bailiwick.address, bailiwick.organization.clone(), &self.loaded.token, &|_| {
            std::thread::sleep(Duration::from_millis(50));
        })
    }

    fn data(&self) -> Folder {
        Folder(self.folder.path().to_owned())
    }

    /// Runs once.
    pub(crate) fn try_run(&self) -> (Result<Last, Error>, Vec<String>) {
        let mut said = Said::default();
        let ran = run::run(&self.loaded, &self.edge(), &self.data(), &mut said);
        if let Ok(last) = &ran {
            self.data().keep(last).unwrap();
        }
        (ran, said.0)
    }

    /// Runs once, to an end.
    pub(crate) fn run(&self) -> Last {
        let (ran, said) = self.try_run();
        ran.unwrap_or_else(|error| panic!("{error}: {said:?}"))
    }

    /// What a run would do.
    pub(crate) fn plan(&self) -> plan::Plan {
        run::look(&self.loaded, &self.edge(), &self.data(), &mut Said::default()).unwrap()
    }

    /// Forgets what the edge has acknowledged.
    pub(crate) fn forget(&self) {
        std::fs::remove_file(self.data().state()).unwrap();
    }

    /// How long it takes to apply an import of people with these names into a team of another organization.
    pub(crate) fn import(&self, names: &[String]) -> Duration {
        let org = Organization::new();
        let mut seen = org.owner.send(&ViewSettings { org: org.slug.clone() }).unwrap();
        seen.settings.import_rows = *ROWS.end();
        let update = UpdateSettings { org: org.slug.clone(), version: seen.version, settings: seen.settings };
        org.owner.send(&update).unwrap();
        let head = Column::ALL.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(",");
        let rows = names.iter().map(|name| format!("{name} Peeters,,{name}@noordzee.example,,,,true,false,false,\n"));
        let file = format!("{head}\n{}", rows.collect::<String>());
        let group = Some(team(&org, "support"));
        let import = Import { file, group, passwords: Passwords::Later, ..Import::default() };
        let plan = Plan { org: org.slug.clone(), import: import.clone() };
        let plan = org.owner.send(&plan).unwrap().plan;
        let started = Instant::now();
        org.owner.send(&Create { org: org.slug.clone(), import, plan }).unwrap();
        assert!(org.owner.send(&users::api::List::first(org.slug.clone())).unwrap().total > 10_000);
        started.elapsed()
    }

    /// All that the edge has stored, but for when the token was last used.
    pub(crate) fn tables(&self) -> serde_json::Map<String, serde_json::Value> {
        let contents: serde_json::Value = serde_json::from_str(&self.org.contents()).unwrap();
        let mut tables = contents.as_object().unwrap().clone();
        tables.remove("credentials").unwrap();
        tables
    }

    /// Forgets what the edge has acknowledged of one.
    pub(crate) fn lose(&self, name: &str) {
        let (path, mail) = (self.data().state(), format!("\"{name}@noordzee.example\""));
        let state = std::fs::read_to_string(&path).unwrap();
        let kept: Vec<&str> = state.lines().filter(|line| !line.contains(&mail)).collect();
        assert_eq!(kept.len() + 1, state.lines().count());
        std::fs::write(path, kept.join("\n") + "\n").unwrap();
    }

    /// The user with this user name.
    pub(crate) fn user(&self, name: &str) -> Option<UserSummary> {
        let list = users::api::List { q: Some(name.into()), ..users::api::List::first(self.org.slug.clone()) };
        self.org.owner.send(&list).unwrap().items.into_iter().find(|user| user.user_name == name)
    }

    /// His status.
    pub(crate) fn status(&self, name: &str) -> Option<Status> {
        self.user(name).map(|user| user.status)
    }

    /// The names of the groups that he is in.
    pub(crate) fn groups(&self, name: &str) -> Vec<String> {
        let user = self.user(name).unwrap().id;
        let groups = self.org.owner.send(&users::api::Groups { org: self.org.slug.clone(), user }).unwrap();
        groups.into_iter().map(|membership| membership.group.name).collect()
    }

    /// How many users there are, the owner included.
    pub(crate) fn users(&self) -> u32 {
        self.org.owner.send(&users::api::List::first(self.org.slug.clone())).unwrap().total
    }

    /// The directory as the edge has it.
    pub(crate) fn own(&self) -> directories::Directory {
        let view = api::View { org: self.org.slug.clone(), directory: self.directory.clone() };
        self.org.owner.send(&view).unwrap()
    }

    /// The latest run, as the edge has it.
    pub(crate) fn last_run(&self) -> Run {
        self.own().last_run.unwrap()
    }

    /// Lets a run that waits happen.
    pub(crate) fn confirm(&self) -> Run {
        let run = self.last_run().id;
        let confirm = api::Confirm { org: self.org.slug.clone(), directory: self.directory.clone(), run };
        self.org.owner.send(&confirm).unwrap()
    }

    /// What the latest run did or would do.
    pub(crate) fn steps(&self) -> Vec<directories::Step> {
        let steps = api::Steps {
            org: self.org.slug.clone(),
            directory: self.directory.clone(),
            run: self.last_run().id,
            failed: false,
            cursor: None,
            limit: Some(100),
        };
        self.org.owner.send(&steps).unwrap().items
    }
}

fn team(org: &Organization, name: &str) -> GroupId {
    let details = GroupDetails { name: name.into(), description: String::new() };
    let create = groups::api::Create { org: org.slug.clone(), kind: GroupKind::Team, parent: None, details };
    org.owner.send(&create).unwrap().id
}
