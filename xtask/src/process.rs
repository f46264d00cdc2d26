//! Running other programs, so that none of them outlives us.
//!
//! Every program is started in a process group of its own. Ctrl-C, SIGTERM and the end of the value that
//! holds it all end the whole group: `wrangler` starts `workerd`, `chromedriver` starts browsers, and a
//! signal to the first would leave the second behind.

use std::{
    io::{BufRead, BufReader, Read},
    os::unix::process::CommandExt,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use nix::{
    sys::signal::{Signal, killpg},
    unistd::Pid,
};

/// The process groups that are running now.
static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How long a program may take to end itself before it is killed.
const GRACE: Duration = Duration::from_secs(4);
const POLL: Duration = Duration::from_millis(20);

/// Makes Ctrl-C and SIGTERM end every program that we started, then ourselves.
pub(crate) fn end_everything_on_interrupt() -> Result<()> {
    ctrlc::set_handler(|| {
        INTERRUPTED.store(true, Ordering::SeqCst);
        for group in groups().iter() {
            signal(*group, Signal::SIGTERM);
        }
        // The main thread notices that its program has ended and cleans up on its way out; this is for the
        // case that it hangs.
        thread::sleep(GRACE + Duration::from_secs(2));
        for group in groups().iter() {
            signal(*group, Signal::SIGKILL);
        }
        std::process::exit(130);
    })
    .context("cannot listen for Ctrl-C")
}

/// Whether Ctrl-C or SIGTERM has arrived.
pub(crate) fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// A running program with all that it started; dropping it ends them.
pub(crate) struct Running {
    name: String,
    child: Child,
    group: Pid,
}

impl Running {
    /// Starts `command` in a process group of its own, without standard input.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let name = name_of(command);
        let child =
            command.stdin(Stdio::null()).process_group(0).spawn().with_context(|| format!("cannot start `{name}`"))?;
        let group = Pid::from_raw(i32::try_from(child.id())?);
        groups().push(group);
        Ok(Self { name, child, group })
    }

    /// The status with which the program has ended, if it has.
    pub(crate) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    fn wait(&mut self) -> Result<ExitStatus> {
        let status = self.child.wait()?;
        if interrupted() {
            bail!("interrupted");
        }
        Ok(status)
    }

    fn wait_at_most(&mut self, limit: Duration) -> Result<Option<ExitStatus>> {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            if let Some(status) = self.ended()? {
                return Ok(Some(status));
            }
            thread::sleep(POLL);
        }
        Ok(None)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The leader may have ended while programs that it started live on, so the group is signalled anyway.
        signal(self.group, Signal::SIGTERM);
        let _ended = self.wait_at_most(GRACE);
        signal(self.group, Signal::SIGKILL);
        let _status = self.child.wait();
        groups().retain(|group| *group != self.group);
    }
}

/// Runs `command` to its end; an error names it and its exit status.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let mut running = Running::start(command)?;
    let status = running.wait()?;
    succeeded(&running.name, status)
}

/// Runs `command` quietly; only when it fails is what it printed shown.
pub(crate) fn run_quietly(command: &mut Command) -> Result<()> {
    let mut text = String::new();
    let status = read_lines(command.stderr(Stdio::piped()), |line| {
        text.push_str(line);
        text.push('\n');
    })?;
    if !status.success() {
        eprint!("{text}");
    }
    succeeded(&name_of(command), status)
}

/// Runs `command` and hands over each line of its standard output as it is printed.
pub(crate) fn read_lines(command: &mut Command, mut line: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut running = Running::start(command.stdout(Stdio::piped()))?;
    let errors = running.child.stderr.take().map(|mut errors| {
        thread::spawn(move || {
            let mut text = String::new();
            // Bytes that are no text end the copy, never the program.
            let _read = errors.read_to_string(&mut text);
            text
        })
    });
    if let Some(output) = running.child.stdout.take() {
        for each in BufReader::new(output).split(b'\n') {
            line(&String::from_utf8_lossy(&each?));
        }
    }
    if let Some(text) = errors.and_then(|reader| reader.join().ok()) {
        text.lines().for_each(line);
    }
    running.wait()
}

/// Runs `command` and returns what it printed, without the white space around it.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let name = name_of(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{name}`"))?;
    if !output.status.success() {
        bail!("`{name}` failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether `command`, run silently, succeeds within `limit`.
pub(crate) fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    Running::start(command.stdout(Stdio::null()).stderr(Stdio::null()))
        .and_then(|mut running| running.wait_at_most(limit))
        .is_ok_and(|status| status.is_some_and(|status| status.success()))
}

fn succeeded(name: &str, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// The program and its first words, enough to recognize it in an error.
fn name_of(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy()];
    words.extend(command.get_args().take(4).map(|argument| argument.to_string_lossy()));
    words.join(" ")
}

fn groups() -> std::sync::MutexGuard<'static, Vec<Pid>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Signals a group; one that has already ended is no error.
fn signal(group: Pid, signal: Signal) {
    let _gone = killpg(group, signal);
}
