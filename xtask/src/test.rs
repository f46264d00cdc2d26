//! `cargo xtask test [KIND…] [-- NAME…]`: every kind of test, each as far as it comes, one sum at the end.

mod summary;

use std::{
    ffi::OsStr,
    process::{Command, ExitStatus},
    sync::OnceLock,
    thread,
    time::Instant,
};

use anyhow::{Result, bail};
use serde_json::json;

use self::summary::Summary;
use crate::{
    build::{self, Profile},
    edge::{self, Variant},
    process::{interrupted, read_lines},
    project,
    say::say,
    setup_token::SetupToken,
    stack::{Folder, Messages, Wrangler, console_and_edge, edge_alone, edge_to_start, edge_with_mail, free_port},
    toolchain::{Toolchain, browser, python, samba, slapd},
    weight,
};

/// The kinds of tests, in the order in which they run: the quickest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Rust, on this machine.
    Native,
    /// Rust compiled to Wasm, in a headless browser.
    Wasm,
    /// The contract's types against the real runtime.
    Api,
    /// People's stories in a real browser.
    EndToEnd,
    /// What a first visit must fetch.
    Weight,
    /// The rules of the systems to be replaced, in a real browser.
    Walkthroughs,
}

impl Kind {
    /// Whether it tests the product as it runs.
    const fn needs_product(self) -> bool {
        !matches!(self, Self::Native | Self::Wasm)
    }

    /// Whether the console belongs to what it tests.
    const fn needs_console(self) -> bool {
        self.needs_product() && !matches!(self, Self::Api)
    }
}

const KINDS: [(&str, Kind); 6] = [
    ("native", Kind::Native),
    ("wasm", Kind::Wasm),
    ("api", Kind::Api),
    ("e2e", Kind::EndToEnd),
    ("weight", Kind::Weight),
    ("walkthroughs", Kind::Walkthroughs),
];

/// Runs the kinds that are named, or all; of each, what the words after `--` choose, or all.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let at = words.iter().position(|word| *word == "--").unwrap_or(words.len());
    let (names, only) = (&words[..at], words.get(at + 1..).unwrap_or_default());
    if let Some(name) = names.iter().find(|name| !KINDS.iter().any(|(known, _)| known == *name)) {
        bail!("there are no tests called `{name}`; there are {}", KINDS.map(|(name, _)| name).join(", "));
    }
    let kinds: Vec<_> = KINDS.iter().filter(|(name, _)| names.is_empty() || names.contains(name)).collect();
    let toolchain = Toolchain::ready()?;
    let with_console = kinds.iter().any(|(_, kind)| kind.needs_console());
    let product = Product { toolchain: &toolchain, with_console, only, built: OnceLock::new() };
    let mut total = Summary::default();
    let mut closing_lines = Vec::new();
    thread::scope(|scope| {
        // Its long last steps keep one core busy each, and so do many of Rust's own tests.
        if kinds.iter().any(|(_, kind)| kind.needs_product()) {
            scope.spawn(|| product.built().map(drop));
        }
        for (name, kind) in kinds {
            let started = Instant::now();
            say("Testing", name);
            let mut figures = Vec::new();
            let summary = run_kind(&product, *kind, &mut figures)?;
            let seconds = started.elapsed().as_secs();
            closing_lines.push(format!("{name:>12}: {summary} in {seconds} s"));
            closing_lines.extend(figures.into_iter().map(|figure| format!("{:>14}{figure}", "")));
            total.add(summary);
        }
        anyhow::Ok(())
    })?;
    println!("\n{}\n\n{total}", closing_lines.join("\n"));
    total.failures.iter().for_each(|failure| println!("failed: {failure}"));
    if total.failed > 0 {
        bail!("some tests failed");
    }
    Ok(())
}

/// What the tests of the running product share: it is built once, for the first kind that needs it.
struct Product<'a> {
    toolchain: &'a Toolchain,
    with_console: bool,
    /// Parts of names of tests (cargo) or files (Playwright).
    only: &'a [&'a str],
    built: OnceLock<Result<(), String>>,
}

impl Product<'_> {
    fn built(&self) -> Result<&Toolchain> {
        let build = || match self.with_console {
            true => build::both(self.toolchain, Variant::TestSeams, Profile::Release),
            false => edge::build(self.toolchain, Variant::TestSeams, Profile::Release),
        };
        match self.built.get_or_init(|| build().map_err(|error| format!("{error:#}"))) {
            Ok(()) => Ok(self.toolchain),
            Err(error) => bail!("the product cannot be built: {error}"),
        }
    }
}

/// Runs one kind to its end, with `figures` for the closing lines. That it cannot even be built is a failure of this
/// kind; the others still run.
fn run_kind(product: &Product<'_>, kind: Kind, figures: &mut Vec<String>) -> Result<Summary> {
    let mut summary = Summary::default();
    let result = match kind {
        Kind::Native => native(product, &mut summary),
        Kind::Wasm => wasm(product, &mut summary),
        Kind::Api => api(product, &mut summary),
        Kind::EndToEnd => in_browser(product, "tests/e2e", &mut summary),
        Kind::Weight => first_visit(product, &mut summary, figures),
        Kind::Walkthroughs => in_browser(product, "tests/walkthroughs", &mut summary),
    };
    if interrupted() {
        bail!("interrupted");
    }
    if let Err(error) = result {
        eprintln!("error: {error:#}");
        summary.failed = summary.failed.max(1);
    }
    Ok(summary)
}

fn native(product: &Product<'_>, summary: &mut Summary) -> Result<()> {
    let mut cargo = product.toolchain.rust.cargo();
    cargo.args(["test", "--workspace", "--exclude", "api-tests", "--no-fail-fast", "--"]).args(product.only);
    count(&mut cargo, summary)?;
    if product.only.is_empty() { planted_bugs(product.toolchain, summary) } else { Ok(()) }
}

/// Whether the proofs about authority find the faults that are planted into a judge of their own.
/// All packages are named so that dependencies are compiled as for the other tests, once.
fn planted_bugs(toolchain: &Toolchain, summary: &mut Summary) -> Result<()> {
    let mut cargo = toolchain.rust.cargo();
    cargo.args(["test", "--workspace", "--exclude", "api-tests", "--features", "shared/planted-bugs"]);
    cargo.args(["--test", "authority", "planted"]);
    count(&mut cargo, summary)
}

fn wasm(product: &Product<'_>, summary: &mut Summary) -> Result<()> {
    let browser = browser::find_or_install()?;
    let capabilities = project::target().join("webdriver.json");
    let options = json!({ "binary": browser.chrome, "args": browser::ARGUMENTS });
    project::write(&capabilities, json!({ "goog:chromeOptions": options }).to_string())?;
    let mut cargo = product.toolchain.cargo_for_browser_tests()?;
    cargo
        // Not the library's own tests, which run natively.
        .args(["test", "--package", "app", "--features", "browser-tests", "--test", "console"])
        .args(["--target", "wasm32-unknown-unknown", "--no-fail-fast", "--"])
        .args(product.only)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    count(&mut cargo, summary)
}

fn api(product: &Product<'_>, summary: &mut Summary) -> Result<()> {
    let toolchain = product.built()?;
    let python = python::with_scim_tester()?;
    let slapd = slapd::find_or_install()?;
    let secret = SetupToken::new()?.text().to_owned();
    let folder = Folder::new("api")?;
    let stack = edge_alone(toolchain, Variant::TestSeams, folder.path(), &[("SETUP_SECRET", secret.clone())])?;
    let tests = || {
        let mut cargo = toolchain.rust.cargo();
        cargo
            .args(["test", "--package", "api-tests", "--no-fail-fast"])
            .env("BAILIWICK_ORIGIN", stack.origin())
            .env("BAILIWICK_DATA", folder.path())
            .env("BAILIWICK_SCIM_PYTHON", &python)
            .env("BAILIWICK_SLAPD", &slapd)
            .env("BAILIWICK_SETUP_SECRET", &secret);
        cargo
    };
    let mut all = tests();
    all.args(["--test", "api", "--test", "connector", "--test", "faults", "--"]).args(product.only);
    count(&mut all, summary)?;
    kills(product, toolchain, summary)?;
    active_directory(product, tests(), summary)?;
    mail_service(product, toolchain, summary)?;
    mail_platform(product, toolchain, summary)
}

/// What is left when the server is killed, and how much memory it takes: these tests start it themselves.
fn kills(product: &Product<'_>, toolchain: &Toolchain, summary: &mut Summary) -> Result<()> {
    let secret = SetupToken::new()?.text().to_owned();
    let folder = Folder::new("kills")?;
    let variables = [("SETUP_SECRET", secret.clone())];
    let (server, port) = edge_to_start(toolchain, Variant::TestSeams, folder.path(), &variables)?;
    let words = std::iter::once(server.get_program()).chain(server.get_args());
    let mut cargo = toolchain.rust.cargo();
    cargo
        .args(["test", "--package", "api-tests", "--test", "kills", "--"])
        .args(product.only)
        .env("BAILIWICK_ORIGIN", format!("http://localhost:{port}"))
        .env("BAILIWICK_SERVER", words.collect::<Vec<_>>().join(OsStr::new("\n")))
        .env("BAILIWICK_SETUP_SECRET", secret)
        .env("PATH", toolchain.node.path());
    count(&mut cargo, summary)
}

/// The connector against Samba's domain controller, where the machine can have one. Elsewhere the test stays ignored.
fn active_directory(product: &Product<'_>, mut cargo: Command, summary: &mut Summary) -> Result<()> {
    if !matches!(product.only, [] | ["samba"]) {
        return Ok(());
    }
    let folder = Folder::new("samba")?;
    if let Err(error) = samba::provision(folder.path()) {
        say("Skipped", format_args!("the connector against Samba's domain controller: {error:#}"));
        return Ok(());
    }
    cargo.args(["--test", "connector", "--", "--ignored", "samba"]).env("BAILIWICK_SAMBA", folder.path());
    count(&mut cargo, summary)
}

/// How mails leave for a service over HTTP: a deployment has one way, so this one is deployed anew.
fn mail_service(product: &Product<'_>, toolchain: &Toolchain, summary: &mut Summary) -> Result<()> {
    let (secret, port) = (SetupToken::new()?.text().to_owned(), free_port()?);
    let folder = Folder::new("mail-service")?;
    let variables = [
        ("SETUP_SECRET", secret.clone()),
        ("MAIL_TRANSPORT", "http".to_owned()),
        ("MAIL_FROM", "desk@bailiwick.example".to_owned()),
        ("MAIL_HTTP_URL", format!("http://127.0.0.1:{port}/emails")),
        ("MAIL_HTTP_TOKEN", "a token of the service".to_owned()),
    ];
    let stack = edge_alone(toolchain, Variant::TestSeams, folder.path(), &variables)?;
    let mut cargo = toolchain.rust.cargo();
    cargo
        .args(["test", "--package", "api-tests", "--test", "mail_service", "--"])
        .args(product.only)
        .env("BAILIWICK_ORIGIN", stack.origin())
        .env("BAILIWICK_DATA", folder.path())
        .env("BAILIWICK_MAIL_PORT", port.to_string())
        .env("BAILIWICK_SETUP_SECRET", secret);
    count(&mut cargo, summary)
}

/// How mails leave by the platform's own binding, which takes them to files here.
fn mail_platform(product: &Product<'_>, toolchain: &Toolchain, summary: &mut Summary) -> Result<()> {
    const SENDER: &str = "desk@bailiwick.example";
    let secret = SetupToken::new()?.text().to_owned();
    let folder = Folder::new("mail-platform")?;
    let how = Wrangler {
        variant: Variant::TestSeams,
        port: free_port()?,
        data: folder.path(),
        messages: Messages::Kept,
        variables: &[
            ("SETUP_SECRET", secret.clone()),
            ("MAIL_TRANSPORT", "platform".to_owned()),
            ("MAIL_FROM", SENDER.to_owned()),
        ],
    };
    let binding = json!({
        "name": "MAIL",
        "allowed_sender_addresses": [SENDER],
        "allowed_destination_addresses": ["anna@carrier.example"],
    });
    let stack = edge_with_mail(toolchain, &how, &binding)?;
    let mut cargo = toolchain.rust.cargo();
    cargo
        .args(["test", "--package", "api-tests", "--test", "mail_platform", "--"])
        .args(product.only)
        .env("BAILIWICK_ORIGIN", stack.origin())
        .env("BAILIWICK_DATA", folder.path())
        .env("BAILIWICK_SETUP_SECRET", secret);
    count(&mut cargo, summary)
}

fn in_browser(product: &Product<'_>, folder: &str, summary: &mut Summary) -> Result<()> {
    if !has_tests(folder)? {
        say("Skipped", format_args!("there are no tests in {folder}"));
        return Ok(());
    }
    let browser = browser::find_or_install()?;
    let toolchain = product.built()?;
    let secret = SetupToken::new()?.text().to_owned();
    let storage = Folder::new("browser")?;
    let how = Wrangler {
        variant: Variant::TestSeams,
        port: free_port()?,
        data: storage.path(),
        messages: Messages::Kept,
        variables: &[("SETUP_SECRET", secret.clone())],
    };
    let stack = console_and_edge(toolchain, &how)?;
    let mut playwright = toolchain.node.command("playwright");
    playwright
        .args(["test", "--config", "tests/playwright.config.mjs"])
        .args(files(folder, product.only))
        .env("BAILIWICK_ORIGIN", stack.origin())
        .env("BAILIWICK_SETUP_SECRET", secret)
        .env("BAILIWICK_CHROME", &browser.headless);
    count(&mut playwright, summary)
}

/// What Playwright is to run: regular expressions that files' paths must match.
fn files(folder: &str, only: &[&str]) -> Vec<String> {
    match only {
        [] => vec![folder.to_owned()],
        names => names.iter().map(|name| format!("{folder}/.*{name}")).collect(),
    }
}

fn first_visit(product: &Product<'_>, summary: &mut Summary, figures: &mut Vec<String>) -> Result<()> {
    for weight in weight::weigh(product.built()?, Variant::TestSeams)? {
        match weight.is_within_budget() {
            true => summary.passed += 1,
            false => summary.failed += 1,
        }
        figures.push(weight.to_string());
    }
    Ok(())
}

fn has_tests(folder: &str) -> Result<bool> {
    let folder = project::root().join(folder);
    // Git keeps no empty folder.
    let files = if folder.is_dir() { project::files_below(&folder)? } else { Vec::new() };
    Ok(files.iter().any(|file| file.to_string_lossy().ends_with(".spec.mjs")))
}

/// Runs a test runner, shows what it prints and counts by its closing lines.
fn count(runner: &mut Command, summary: &mut Summary) -> Result<()> {
    let status: ExitStatus = read_lines(runner, |line| {
        println!("{line}");
        summary.read(line);
    })?;
    if !status.success() && summary.failed == 0 {
        bail!("the test runner failed ({status})");
    }
    Ok(())
}
