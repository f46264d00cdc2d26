//! A server that a test starts, ends as a failing machine would, and starts again on the same data.

use api_tests::{origin, setting};
use std::{
    collections::BTreeMap,
    fs,
    net::TcpStream,
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(60);

/// The server, in a process group of its own; dropping it kills it.
pub(crate) struct Server(Child);

impl Server {
    /// Starts it and waits until it listens.
    pub(crate) fn start() -> Self {
        let words = setting("BAILIWICK_SERVER");
        let mut words = words.lines();
        let mut command = Command::new(words.next().unwrap());
        command.args(words).process_group(0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let server = Self(command.spawn().unwrap());
        wait_until(listens);
        server
    }

    /// The most memory that each of its processes has ever had, in MiB, as Linux keeps it.
    pub(crate) fn peaks(&self) -> BTreeMap<PathBuf, u64> {
        let processes = fs::read_dir("/proc").unwrap().filter_map(|entry| Some(entry.ok()?.path()));
        let own = processes.filter(|process| {
            let stat = fs::read_to_string(process.join("stat")).unwrap_or_default();
            // After the name in parentheses: state, parent, group.
            let group = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(2));
            group == Some(&self.0.id().to_string())
        });
        let peak = |status: String| {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            Some(line.split_whitespace().next()?.parse::<u64>().ok()? / 1024)
        };
        own.filter_map(|process| Some((process.clone(), peak(fs::read_to_string(process.join("status")).ok()?)?)))
            .collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        Command::new("kill").args(["-KILL", "--", &group]).status().unwrap();
        self.0.wait().unwrap();
        wait_until(|| !listens());
    }
}

fn listens() -> bool {
    TcpStream::connect(origin().strip_prefix("http://").unwrap()).is_ok()
}

fn wait_until(it: impl Fn() -> bool) {
    let started = Instant::now();
    while !it() {
        assert!(started.elapsed() < PATIENCE);
        thread::sleep(Duration::from_millis(5));
    }
}
