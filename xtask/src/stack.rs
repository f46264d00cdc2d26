//! Servers: the real runtime with storage on disk, on a free port, ended when the value is dropped.
//!
//! `wrangler dev` serves console and edge as they are deployed. Plain `workerd` serves the edge alone, without
//! wrangler's own share of every request: for the API tests, and for measurements.

mod workerd;
mod wrangler;

use std::{
    fs,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

pub(crate) use workerd::{edge_alone, edge_to_start};
pub(crate) use wrangler::{Messages, Wrangler, console_and_edge, edge_with_mail};

use crate::{process::Running, project};

/// Where a data folder keeps the organizations.
pub(crate) const STORAGE: &str = "storage";

const START_LIMIT: Duration = Duration::from_secs(90);

/// A server that answers at [`Stack::origin`].
pub(crate) struct Stack {
    origin: String,
    running: Running,
}

impl Stack {
    /// `http://localhost:PORT`. Not an address: cookies that are `Secure` need the name.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// An error if the server has ended by itself.
    pub(crate) fn is_running(&mut self) -> Result<()> {
        match self.running.ended()? {
            Some(status) => bail!("the server has ended ({status})"),
            None => Ok(()),
        }
    }
}

/// A folder for the storage of a server, removed when it is dropped: after the server.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// An empty folder; `name` tells those apart that are in use at the same time.
    pub(crate) fn new(name: &str) -> Result<Self> {
        let path = project::target().join("stacks").join(format!("{name}-{}", std::process::id()));
        project::remove_folder(&path)?;
        project::make_folder(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed now is in the ignored target folder, and replaced by the next run.
        let _removed = project::remove_folder(&self.0);
    }
}

/// A port on which nothing listens.
pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
    Ok(listener.local_addr()?.port())
}

/// Whether something can listen on `port`.
pub(crate) fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Starts `command`, with what it prints in `log` if that is not for people, and waits until the server answers.
fn start(mut command: Command, port: u16, log: Option<&Path>) -> Result<Stack> {
    if let Some(log) = log {
        let file = fs::File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        command.stdout(file.try_clone()?).stderr(Stdio::from(file));
    }
    let running = Running::start(&mut command)?;
    let mut stack = Stack { origin: format!("http://localhost:{port}"), running };
    wait_until_ready(&mut stack, port).with_context(|| match log {
        Some(log) => {
            format!("the server did not start; it said:\n{}", project::read(log).unwrap_or_default())
        }
        None => "the server did not start".to_owned(),
    })?;
    Ok(stack)
}

fn wait_until_ready(stack: &mut Stack, port: u16) -> Result<()> {
    let deadline = Instant::now() + START_LIMIT;
    while !answers(port) {
        stack.is_running()?;
        if Instant::now() > deadline {
            bail!("no answer within {} seconds", START_LIMIT.as_secs());
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Whether an HTTP server answers anything at all.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut connection = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
        connection.set_read_timeout(Some(Duration::from_secs(10)))?;
        connection.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut start = [0; 5];
        connection.read_exact(&mut start)?;
        Ok(start == *b"HTTP/")
    };
    ask().unwrap_or(false)
}
