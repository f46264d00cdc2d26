//! Setting up: what is not said on the command line is asked, everything is tried before anything is
//! written, and secrets go into files that the service's account alone can read.

use crate::{
    config::{Attributes, Bailiwick, Config, Directory, Kind, Loaded, Mapping},
    dn,
    edge::{Edge, Team},
    files,
    source::{Group, Source},
};
use clap::Args;
use dialoguer::{Confirm, FuzzySelect, Input, Password};
use shared::ids::Slug;
use std::{
    fs,
    io::{self, IsTerminal, Read},
    path::{Path, PathBuf},
    thread,
};

const TOKEN: &str = "token";
const PASSWORD: &str = "password";
const CERTIFICATES: &str = "ca.pem";

/// What can be said beforehand. With all of it nothing is asked.
#[derive(Clone, Debug, Default, Args)]
pub struct Answers {
    /// The console's address, such as https://admin.example.org
    #[arg(long)]
    address: Option<String>,
    /// The organization's short name, as in the console's addresses after /o/
    #[arg(long)]
    organization: Option<Slug>,
    /// A file with the token from the page Directories; - for standard input
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// The directory's address, such as ldaps://dc1.example.org
    #[arg(long)]
    server: Option<String>,
    /// Begin without TLS and change to it
    #[arg(long)]
    start_tls: bool,
    /// Certificates to trust instead of the system's, in PEM
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    /// Send password and names without TLS
    #[arg(long)]
    insecure: bool,
    /// Who reads the directory
    #[arg(long, value_name = "DN")]
    bind_dn: Option<String>,
    /// A file with his password
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Below what people are looked for
    #[arg(long, value_name = "DN")]
    base: Option<String>,
    /// The attribute that people sign in with, such as mail
    #[arg(long, value_name = "ATTRIBUTE")]
    user_name: Option<String>,
    /// Whoever is in the directory's group belongs to the group here, by its name or id; repeatable
    #[arg(long = "map", value_name = "DN=>GROUP")]
    maps: Vec<String>,
}

/// Sets up.
pub fn run(answers: &Answers, config: &Path) -> Result<(), String> {
    let said = |error: &dyn std::fmt::Display| error.to_string();
    let bailiwick = Bailiwick {
        address: ask(answers.address.clone(), "--address", "Address of the console")?.trim_end_matches('/').to_owned(),
        organization: match &answers.organization {
            Some(slug) => slug.clone(),
            None => ask(None, "--organization", "Short name of the organization")?
                .parse()
                .map_err(|error| format!("--organization: {error}"))?,
        },
        token_file: TOKEN.into(),
    };
    // The rules of safety come before the token goes out.
    bailiwick.check().map_err(|error| said(&error))?;
    let token = secret(answers.token_file.as_deref(), "--token-file", "Token from the page Directories")?;
    let edge = Edge::new(&bailiwick.address, bailiwick.organization.clone(), &token, &thread::sleep);
    let own = edge.own().map_err(|error| said(&error))?;
    println!("The token is that of the directory {}.", own.details.name);
    let teams = edge.teams().map_err(|error| said(&error))?;

    let directory = directory(answers)?;
    let password = secret(answers.password_file.as_deref(), "--password-file", "His password")?;
    let ca_file = answers.ca_file.clone();
    let mut loaded = Loaded { config: Config { bailiwick, directory, mappings: Vec::new() }, token, password, ca_file };
    let (is_active_directory, groups) = look_around(&loaded)?;
    if is_active_directory {
        loaded.config.directory.kind = Kind::ActiveDirectory;
    }
    println!("{} answers. Groups found: {}.", loaded.config.directory.server, groups.len());
    loaded.config.mappings = match answers.maps.as_slice() {
        [] => ask_mappings(&groups, &teams)?,
        maps => maps.iter().map(|map| mapping(map, &teams)).collect::<Result<_, _>>()?,
    };
    loaded.config.check().map_err(|error| said(&error))?;
    write(&loaded, config)?;
    println!(
        "Written: {}. Next: `bailiwick-connector plan`, then `bailiwick-connector service install`.",
        config.display()
    );
    Ok(())
}

fn directory(answers: &Answers) -> Result<Directory, String> {
    Ok(Directory {
        kind: Kind::Ldap,
        server: ask(answers.server.clone(), "--server", "Address of the directory (ldaps://…)")?,
        start_tls: answers.start_tls,
        ca_file: answers.ca_file.as_ref().map(|_| CERTIFICATES.into()),
        insecure: answers.insecure,
        bind_dn: ask(answers.bind_dn.clone(), "--bind-dn", "Distinguished name of who reads")?,
        password_file: PASSWORD.into(),
        base: ask(answers.base.clone(), "--base", "Below what people and groups are (DC=example,DC=org)")?,
        user_filter: None,
        attributes: Attributes { user_name: answers.user_name.clone(), ..Attributes::default() },
    })
}

/// Connects, and looks what there is.
fn look_around(loaded: &Loaded) -> Result<(bool, Vec<Group>), String> {
    // The rules of safety come before the first password goes out.
    loaded.config.check_connection().map_err(|error| error.to_string())?;
    let mut source = Source::open(loaded).map_err(|error| error.to_string())?;
    let is_active_directory = source.is_active_directory().map_err(|error| error.to_string())?;
    Ok((is_active_directory, source.groups().map_err(|error| error.to_string())?))
}

/// An answer that was given beforehand, or is given now.
fn ask(given: Option<String>, flag: &str, question: &str) -> Result<String, String> {
    match given {
        Some(answer) => Ok(answer),
        None if io::stdin().is_terminal() => {
            Input::new().with_prompt(question).interact_text().map_err(|error| error.to_string())
        }
        None => Err(format!("{flag} is needed where nobody can be asked")),
    }
}

/// A secret from a file, from standard input, or typed without being shown.
fn secret(file: Option<&Path>, flag: &str, question: &str) -> Result<String, String> {
    let text = match file {
        Some(file) if file == Path::new("-") => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map_err(|error| error.to_string())?;
            text
        }
        Some(file) => fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?,
        None if io::stdin().is_terminal() => {
            Password::new().with_prompt(question).interact().map_err(|error| error.to_string())?
        }
        None => return Err(format!("{flag} is needed where nobody can be asked")),
    };
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

fn ask_mappings(groups: &[Group], teams: &[Team]) -> Result<Vec<Mapping>, String> {
    if !io::stdin().is_terminal() {
        return Err("--map is needed where nobody can be asked".to_owned());
    }
    if groups.is_empty() || teams.is_empty() {
        let where_ = if groups.is_empty() { "below this base of the directory" } else { "in the token's reach" };
        return Err(format!("there is no group {where_}"));
    }
    let sources: Vec<String> = groups.iter().map(|group| format!("{}  ({})", group.name, group.dn)).collect();
    let targets: Vec<&str> = teams.iter().map(|team| team.name.as_str()).collect();
    let mut mappings = Vec::new();
    loop {
        let asked = || -> dialoguer::Result<_> {
            let source = choose("Group of the directory (type to search)").items(&sources).interact()?;
            let target = choose("becomes").items(&targets).interact()?;
            let more = Confirm::new().with_prompt("Another group?").default(false).interact()?;
            Ok((source, target, more))
        };
        let (source, target, more) = asked().map_err(|error| error.to_string())?;
        if let (Some(group), Some(team)) = (groups.get(source), teams.get(target)) {
            let group_id = team.id.parse().map_err(|_| format!("{} has no id", team.name))?;
            mappings.push(Mapping { source: group.dn.clone(), group: group_id });
        }
        if !more {
            return Ok(mappings);
        }
    }
}

/// A choice among many.
fn choose(question: &str) -> FuzzySelect<'_> {
    FuzzySelect::new().with_prompt(question).default(0).max_length(12)
}

/// A mapping as it is typed: `CN=Support,DC=x=>Support`.
fn mapping(map: &str, teams: &[Team]) -> Result<Mapping, String> {
    let (source, target) = map.split_once("=>").ok_or_else(|| format!("--map: DN=>GROUP is expected, not {map}"))?;
    let (source, target) = (source.trim(), target.trim());
    dn::folded(source).ok_or_else(|| format!("--map: {source} is no distinguished name"))?;
    let found: Vec<&Team> = teams.iter().filter(|team| team.id == target || team.name == target).collect();
    let id = match found.as_slice() {
        [team] => team.id.parse().ok(),
        [] => return Err(format!("--map: the token reaches no group {target}")),
        _ => return Err(format!("--map: several groups are called {target}; say which by its id")),
    };
    let group = id.ok_or_else(|| format!("--map: {target} has no id"))?;
    Ok(Mapping { source: source.to_owned(), group })
}

fn write(loaded: &Loaded, config: &Path) -> Result<(), String> {
    let folder = config.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    restrict(folder)?;
    let keep = |path: &Path, text: &[u8]| {
        files::replace(path, |to| to.write_all(text)).map_err(|error| format!("{}: {error}", path.display()))
    };
    if let Some(file) = &loaded.ca_file {
        let certificates = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        keep(&folder.join(CERTIFICATES), &certificates)?;
    }
    let text = toml::to_string(&loaded.config).map_err(|error| error.to_string())?;
    keep(&folder.join(TOKEN), loaded.token.as_bytes())?;
    keep(&folder.join(PASSWORD), loaded.password.as_bytes())?;
    keep(config, text.as_bytes())
}

/// Here each file says who reads it.
#[cfg(not(windows))]
fn restrict(_: &Path) -> Result<(), String> {
    Ok(())
}

/// There files are as their folder: for administrators, the system, and the account of the service.
#[cfg(windows)]
fn restrict(folder: &Path) -> Result<(), String> {
    // By their well-known ids: names are translated.
    const RIGHTS: [&str; 3] = ["*S-1-5-32-544:(OI)(CI)F", "*S-1-5-18:(OI)(CI)F", "*S-1-5-19:(OI)(CI)M"];
    let folder = folder.to_str().ok_or_else(|| format!("{} is no text", folder.display()))?;
    let [administrators, system, service] = RIGHTS;
    let words = [folder, "/inheritance:r", "/grant:r", administrators, "/grant:r", system, "/grant:r", service];
    crate::service::call("icacls", &words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::loaded;

    #[test]
    fn a_mapping_is_typed_by_name_or_id() {
        let team = |id: u128, name: &str| Team { id: format!("{id:032x}"), name: name.into() };
        let teams = [team(3, "Support"), team(4, "Sales"), team(5, "Sales")];
        let read = mapping("CN=Support,DC=x => Support", &teams).unwrap();
        assert_eq!((read.source.as_str(), read.group.as_str()), ("CN=Support,DC=x", teams[0].id.as_str()));
        assert_eq!(mapping(&format!("CN=a=>{}", teams[2].id), &teams).unwrap().group.as_str(), teams[2].id);
        for (map, word) in [
            ("CN=a=>Sales", "several"),
            ("CN=a=>Nobody", "no group"),
            ("Support=>Support", "no distinguished"),
            ("x", "expected"),
        ] {
            assert!(mapping(map, &teams).unwrap_err().contains(word), "{map}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_written_is_its_owners_alone_and_what_is_read() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        write(&loaded(), &path).unwrap();
        for name in ["config.toml", TOKEN, PASSWORD] {
            let mode = fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
        let read = Loaded::read(&path).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((read.config, read.token), (loaded().config, loaded().token));
        assert!(!fs::read_to_string(&path).unwrap().contains("bwk_token"));
    }
}
