//! What the connector costs as it is offered, by hand: `cargo xtask bench connector`. Times are ratios of one run on
//! one machine; an import of the same people, into a team as well, is what they are compared with.

use super::{Office, names, staff};
use shared::directories::RunState;
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// So many times what applying the import takes may a first run take.
const IMPORTS: f64 = 3.0;
/// And such a part of that one in which nothing has changed.
const UNCHANGED: f64 = 0.1;
/// How many MiB of memory runs about so many people may take.
const MEMORY: [(usize, u64); 2] = [(10_000, 64), (100_000, 96)];

/// The program with its configuration and its state.
struct Program(TempDir);

impl Program {
    fn of(office: &Office) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (bailiwick, directory) = (&office.loaded.config.bailiwick, &office.loaded.config.directory);
        let mapping = &office.loaded.config.mappings[0];
        let config = format!(
            "[bailiwick]\naddress = {:?}\norganization = {:?}\ntoken_file = \"token\"\n\
             [directory]\nkind = \"ldap\"\nserver = {:?}\nbind_dn = {:?}\npassword_file = \"password\"\nbase = {:?}\n\
             [[mapping]]\nsource = {:?}\ngroup = {:?}\n",
            bailiwick.address,
            bailiwick.organization.as_str(),
            directory.server,
            directory.bind_dn,
            directory.base,
            mapping.source,
            mapping.group.as_str()
        );
        let files = [("config.toml", &config), ("token", &office.loaded.token), ("password", &office.loaded.password)];
        files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
        Self(folder)
    }

    /// Runs once, to a good end: how long that took, and how many MiB of memory at most.
    fn run(&self) -> (Duration, u64) {
        let mut command = Command::new(std::env::var("BAILIWICK_CONNECTOR").unwrap());
        command.arg("--config").arg(self.0.path().join("config.toml")).arg("--data").arg(self.0.path()).arg("run");
        let (started, mut peak) = (Instant::now(), 0);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().unwrap();
        let status = Path::new("/proc").join(child.id().to_string()).join("status");
        let code = loop {
            // The most that it ever had, as Linux keeps it.
            peak = fs::read_to_string(&status).ok().as_deref().and_then(high_water).unwrap_or(peak);
            if let Some(status) = child.try_wait().unwrap() {
                break status.code();
            }
            thread::sleep(Duration::from_millis(5));
        };
        assert_eq!((code, peak > 0), (Some(0), true));
        (started.elapsed(), peak.div_ceil(1024))
    }
}

/// `VmHWM` of a process, in KiB.
fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[test]
#[ignore = "figures, by hand: cargo xtask bench connector"]
fn a_first_run_costs_three_imports_at_most_a_later_one_nothing_and_both_little_memory() {
    // All is measured before anything is too much.
    let mut is_within = true;
    for (count, most) in MEMORY {
        let people = names(count);
        let office = Office::new(&staff(&people, "support"), &["support"]);
        let program = Program::of(&office);
        let (first, peak) = program.run();
        assert_eq!((office.own().active_users as usize, office.last_run().state), (count, RunState::Done));
        println!("{count} people: first run {first:.1?}, {peak} MiB (at most {most})");
        is_within &= peak <= most;
        if count > 10_000 {
            continue;
        }
        let before = office.tables();
        let (second, peak) = program.run();
        assert!(office.tables() == before, "nothing is written");
        let part = second.div_duration_f64(first);
        println!("the same again: {second:.1?}, {part:.3} of the first (at most {UNCHANGED}), {peak} MiB");
        let import = office.import(&people);
        let ratio = first.div_duration_f64(import);
        println!(
            "an import of the same people into a team, applied: {import:.1?}; the first run is {ratio:.2} (at most {IMPORTS})"
        );
        is_within &= peak <= most && part <= UNCHANGED && ratio <= IMPORTS;
    }
    assert!(is_within, "more than allowed");
}
