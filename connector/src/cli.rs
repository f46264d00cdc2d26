//! The command line.

use crate::{
    config::Loaded,
    edge::Edge,
    journal::{Journal, now, written},
    run::{self, End, Folder, Last, Watch},
    service::{self, Action},
    setup::{self, Answers},
    show::{self, Format},
};
use clap::{Parser, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    fmt::Display,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// Exit codes, for `--help`.
const AFTER: &str = "Exit codes: 0 everything is as in the directory; 1 some users failed; 2 it could not run \
    (configuration, directory, edge); 3 an administrator has to agree first.";

/// Keeps users of Bailiwick up to date from Active Directory or another LDAP directory.
#[derive(Debug, Parser)]
#[command(name = "bailiwick-connector", version, after_help = AFTER)]
pub struct Arguments {
    /// The configuration file.
    #[arg(long, global = true, value_name = "FILE", default_value_os_t = default_config())]
    pub config: PathBuf,
    /// Where the connector keeps its state and its log.
    #[arg(long, global = true, value_name = "FOLDER", default_value_os_t = default_data())]
    pub data: PathBuf,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Asks what the connector needs to know, tries it, and writes the configuration.
    Setup(Box<Answers>),
    /// Shows what a run would do, and does nothing.
    Plan {
        /// How to show it.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Reads the directory and brings users up to date.
    Run {
        /// Again and again, with this many minutes in between.
        #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..=10_080))]
        every: Option<u64>,
        /// Under the service manager of Windows.
        #[cfg(windows)]
        #[arg(long, hide = true)]
        as_service: bool,
    },
    /// Installs or removes the service, starts or stops it.
    #[command(subcommand)]
    Service(Action),
    /// Says what is configured, how the last run ended, and whether the edge knows the token.
    Status,
    /// Shows the end of the connector's log.
    Log {
        /// How many lines at most.
        #[arg(long, default_value_t = 100)]
        lines: usize,
    },
}

/// Where the configuration is unless one says otherwise.
fn default_config() -> PathBuf {
    system_folder("/etc/bailiwick-connector").join("config.toml")
}

/// Where state and log are: a service's own folder, or the usual one.
fn default_data() -> PathBuf {
    match std::env::var_os("STATE_DIRECTORY") {
        Some(folder) => PathBuf::from(folder),
        None => system_folder("/var/lib/bailiwick-connector"),
    }
}

fn system_folder(unix: &str) -> PathBuf {
    match std::env::var_os("ProgramData") {
        Some(folder) if cfg!(windows) => PathBuf::from(folder).join("Bailiwick Connector"),
        _ => PathBuf::from(unix),
    }
}

/// Does what the command line says; gives the exit code.
pub fn main(arguments: &Arguments) -> u8 {
    let done = match &arguments.command {
        Command::Plan { format } => plan(arguments, *format),
        Command::Setup(answers) => setup::run(answers, &arguments.config).map(|()| End::Done.code()),
        #[cfg(windows)]
        Command::Run { as_service: true, .. } => service::serve().map(|()| End::Done.code()),
        Command::Run { every: None, .. } => once(arguments),
        Command::Run { every: Some(minutes), .. } => again_and_again(arguments, *minutes, &mut |pause| {
            thread::sleep(pause);
            true
        }),
        Command::Service(action) => service::act(*action, arguments).map(|()| End::Done.code()),
        Command::Status => status(arguments),
        Command::Log { lines } => log(&arguments.data, *lines),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        End::CouldNotRun.code()
    })
}

/// Runs until `pause` says that it is enough. What went wrong is said and logged; the next time may
/// go well.
fn again_and_again(arguments: &Arguments, minutes: u64, pause: &mut dyn FnMut(Duration) -> bool) -> Result<u8, Words> {
    loop {
        let end = once(arguments).inspect_err(|error| eprintln!("error: {error}"));
        if !pause(Duration::from_secs(minutes * 60)) {
            return end;
        }
    }
}

/// What the service of Windows does until it is stopped.
#[cfg(windows)]
pub(crate) fn serve(pause: &mut dyn FnMut(Duration) -> bool) {
    let arguments = Arguments::parse();
    if let Command::Run { every: Some(minutes), .. } = arguments.command {
        // It is in the log.
        let _end = again_and_again(&arguments, minutes, pause);
    }
}

/// An error in words.
pub type Words = String;

fn words(error: impl Display) -> Words {
    error.to_string()
}

fn edge(loaded: &Loaded) -> Edge<'static> {
    let bailiwick = &loaded.config.bailiwick;
    Edge::new(&bailiwick.address, bailiwick.organization.clone(), &loaded.token, &thread::sleep)
}

fn plan(arguments: &Arguments, format: Format) -> Result<u8, Words> {
    let loaded = Loaded::read(&arguments.config).map_err(words)?;
    let mut watch = Screen::new(None);
    let plan = run::look(&loaded, &edge(&loaded), &Folder(arguments.data.clone()), &mut watch).map_err(words)?;
    watch.clear();
    show::plan(&plan, format, &mut io::stdout().lock()).map_err(words)?;
    Ok(if plan.troubles.is_empty() { End::Done } else { End::SomeFailed }.code())
}

/// Why there is no working in a folder.
fn in_use(folder: &Path, error: &io::Error) -> Words {
    match error.kind() {
        io::ErrorKind::WouldBlock => format!("another connector is at work in {}", folder.display()),
        _ => format!("{}: {error}", folder.display()),
    }
}

fn once(arguments: &Arguments) -> Result<u8, Words> {
    let folder = Folder(arguments.data.clone());
    let _lock = run::lock(&arguments.data).map_err(|error| in_use(&arguments.data, &error))?;
    let mut watch = Screen::new(Some(Journal::new(&arguments.data)));
    let ran = Loaded::read(&arguments.config)
        .map_err(words)
        .and_then(|loaded| run::run(&loaded, &edge(&loaded), &folder, &mut watch).map_err(words));
    let last = ran.unwrap_or_else(|error| Last {
        end: End::CouldNotRun,
        counts: Default::default(),
        at: now(),
        error: Some(error),
        waiting: Vec::new(),
        unread: 0,
        troubles: 0,
    });
    watch.clear();
    watch.say(&show::last(&last));
    folder.keep(&last).map_err(words)?;
    Ok(last.end.code())
}

fn status(arguments: &Arguments) -> Result<u8, Words> {
    let mut out = io::stdout().lock();
    let mut line = |name: &str, value: &dyn Display| writeln!(out, "{name:<15}{value}").map_err(words);
    line("Configuration", &arguments.config.display())?;
    let loaded = Loaded::read(&arguments.config).map_err(words)?;
    let (bailiwick, directory) = (&loaded.config.bailiwick, &loaded.config.directory);
    line("Organization", &format_args!("{} at {}", bailiwick.organization, bailiwick.address))?;
    line("Directory", &format_args!("{}, below {}", directory.server, directory.base))?;
    for mapping in &loaded.config.mappings {
        line("Mapping", &format_args!("{} to {}", mapping.source, mapping.group))?;
    }
    let last = Folder(arguments.data.clone()).last();
    match &last {
        Some(last) => line("Last run", &format_args!("{}: {}", written(last.at), show::last(last)))?,
        None => line("Last run", &"none yet")?,
    }
    let own = edge(&loaded).own().map_err(words)?;
    line("Token", &format_args!("accepted; {} active users", own.active_users))?;
    Ok(last.map_or(End::Done, |last| last.end).code())
}

fn log(folder: &Path, lines: usize) -> Result<u8, Words> {
    let mut out = io::stdout().lock();
    for line in Journal::new(folder).last(lines).map_err(words)? {
        writeln!(out, "{line}").map_err(words)?;
    }
    Ok(End::Done.code())
}

/// What is seen of a run: a bar on a terminal, lines elsewhere, and the log.
struct Screen {
    bar: ProgressBar,
    journal: Option<Journal>,
}

impl Screen {
    fn new(journal: Option<Journal>) -> Self {
        let bar = if io::stderr().is_terminal() { ProgressBar::no_length() } else { ProgressBar::hidden() };
        Self { bar, journal }
    }

    fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Screen {
    fn read(&mut self, people: usize) {
        self.bar.set_message(format!("{people} read"));
        self.bar.tick();
    }

    fn done(&mut self, steps: usize, of: usize) {
        // The template is our own; without it the bar would merely look otherwise.
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos} of {len}, {eta} left") {
            self.bar.set_style(style);
        }
        self.bar.set_length(of as u64);
        self.bar.set_position(steps as u64);
    }

    fn say(&mut self, line: &str) {
        self.bar.suspend(|| eprintln!("{}", show::printable(line)));
        if let Some(Err(error)) = self.journal.as_ref().map(|journal| journal.say(line)) {
            eprintln!("the log cannot be written: {error}");
        }
    }
}
