//! `cargo xtask bench`: what requests cost on plain workerd, as ratios to bare ones measured in the same run.
//!
//! Times in milliseconds depend on the machine and on what else it does; ratios much less so, because the requests
//! that are compared take turns.

mod connector;
mod imports;
mod judge;
mod lists;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use argon2::{Algorithm, Argon2, Params, Version};
use shared::{
    Endpoint,
    authority::permission::USERS_UPDATE,
    checks,
    ids::Slug,
    organizations::{Language, NewOrganization},
    session, setup, users,
    users::Person,
    wire,
};
use ureq::{Agent, http};

use crate::{
    build::Profile,
    edge::{self, Variant},
    process::output,
    project,
    setup_token::SetupToken,
    stack::{Folder, Stack, edge_alone},
    toolchain::Toolchain,
};

const USERS: &str = "10000";
/// The sizes of organizations between which lists are compared.
const FEW_USERS: &str = "1000";
const MANY_USERS: &str = "100000";
const ROUNDS: usize = 400;
const WARM_UP: usize = 50;
const SIGN_INS: usize = 30;
const PASSWORD: &str = "three tall ships leave at noon";

/// Measures requests, or what is named.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    match words {
        [] => requests(),
        ["imports"] => of_imports(),
        ["connector"] => connector::run(),
        _ => bail!("`cargo xtask bench` has only the options `imports` and `connector`"),
    }
}

/// Builds the edge as it is deployed, plus the bare routes of the test seams; seeds; measures; prints.
fn requests() -> Result<()> {
    let toolchain = Toolchain::ready()?;
    let folder = Folder::new("bench")?;
    let (org, few, many): (Slug, Slug, Slug) = ("bench".parse()?, "few".parse()?, "many".parse()?);
    let server = seeded(&toolchain, &folder, &[(&org, USERS), (&few, FEW_USERS), (&many, MANY_USERS)])?;
    let caller = Caller::new(server.origin()).signed_in(&org)?;
    reads(&caller, &org)?;
    checks(&caller, &org)?;
    sign_ins(&caller, &org)?;
    let lists = lists::run(server.origin(), &few, &many);
    let imports = imports::run(server.origin(), &few);
    drop(server);
    judge::run(&toolchain, folder.path()).and(lists).and(imports)
}

/// Imports alone, into a small organization.
fn of_imports() -> Result<()> {
    let toolchain = Toolchain::ready()?;
    let folder = Folder::new("bench")?;
    let few: Slug = "few".parse()?;
    let server = seeded(&toolchain, &folder, &[(&few, FEW_USERS)])?;
    imports::run(server.origin(), &few)
}

/// A server with these organizations, each of so many users.
fn seeded(toolchain: &Toolchain, folder: &Folder, organizations: &[(&Slug, &str)]) -> Result<Stack> {
    edge::build(toolchain, Variant::Measured, Profile::Release)?;
    let tokens = organizations.iter().map(|_| SetupToken::new()).collect::<Result<Vec<_>>>()?;
    let variables = [("SETUP_TOKENS", SetupToken::setting(&tokens))];
    let start = || edge_alone(toolchain, Variant::Measured, folder.path(), &variables);
    let server = start()?;
    for ((org, _), token) in organizations.iter().zip(&tokens) {
        set_up(&Caller::new(server.origin()), org, token)?;
    }
    drop(server);
    for (org, users) in organizations {
        seed(toolchain, folder, org, users)?;
    }
    start()
}

fn set_up(caller: &Caller, org: &Slug, token: &SetupToken) -> Result<()> {
    let organization = NewOrganization { slug: org.clone(), name: "Bench".into(), language: Language::English };
    caller.send(&setup::api::Create {
        token: token.text().to_owned(),
        organization,
        owner: Person::sample(),
        password: PASSWORD.to_owned(),
    })?;
    Ok(())
}

fn seed(toolchain: &Toolchain, folder: &Folder, org: &Slug, users: &str) -> Result<()> {
    let mut node = toolchain.node.command("node");
    node.arg("--disable-warning=ExperimentalWarning").arg(project::root().join("xtask/src/bench/seed.mjs"));
    let done = output(node.arg(folder.path().join("storage")).arg(org.as_str()).arg(users))?;
    if done.is_empty() {
        bail!("the organization's database was not found");
    }
    Ok(())
}

/// A page of 50 users against a bare route of the Worker, and against an empty round trip to the same object.
fn reads(caller: &Caller, org: &Slug) -> Result<()> {
    let list =
        wire::encode(&users::api::List { limit: Some(50), ..users::api::List::first(org.clone()) }).path_and_query;
    let targets = ["/api/v1/_hello".to_owned(), format!("/api/v1/orgs/{org}/_empty"), list];
    let mut times: [Vec<Duration>; 3] = Default::default();
    for round in 0..WARM_UP + ROUNDS {
        for (target, times) in targets.iter().zip(&mut times) {
            let started = Instant::now();
            caller.get(target)?;
            if round >= WARM_UP {
                times.push(started.elapsed());
            }
        }
    }
    let [hello, empty, list] = times.map(median);
    println!("\n  bare route of the Worker                 {:>7.3} ms", ms(hello));
    println!("  empty round trip to the object           {:>7.3} ms   {:.2} × bare", ms(empty), ratio(empty, hello));
    println!(
        "  page of 50 users out of {USERS}            {:>7.3} ms   {:.2} × bare, {:.2} × empty",
        ms(list),
        ratio(list, hello),
        ratio(list, empty)
    );
    Ok(())
}

/// One check against an empty round trip to the same object, and a thousand against one.
fn checks(caller: &Caller, org: &Slug) -> Result<()> {
    let user = caller.read(&session::api::View { org: org.clone() })?.access.user;
    let check = checks::Check { user, permission: USERS_UPDATE, at: checks::At::Organization };
    let one = checks::api::Create { org: org.clone(), check: check.clone() };
    let thousand = checks::api::Batch { org: org.clone(), checks: vec![check; checks::api::BATCH_MAX] };
    let empty = format!("/api/v1/orgs/{org}/_empty");
    let question = wire::encode(&one).body.unwrap_or_default();
    let mut times: [Vec<Duration>; 4] = Default::default();
    for round in 0..WARM_UP + ROUNDS {
        let acts: [&dyn Fn() -> Result<()>; 4] = [
            &|| caller.get(&empty),
            &|| caller.exchange("POST", &empty, &question).map(drop),
            &|| caller.send(&one).map(drop),
            &|| caller.send(&thousand).map(drop),
        ];
        for (act, times) in acts.into_iter().zip(&mut times) {
            let started = Instant::now();
            act()?;
            if round >= WARM_UP {
                times.push(started.elapsed());
            }
        }
    }
    let [empty, asked, one, thousand] = times.map(median);
    println!("  the same question, not answered          {:>7.3} ms   {:.2} × empty", ms(asked), ratio(asked, empty));
    println!(
        "  one check                                {:>7.3} ms   {:.2} × empty, {:.2} × not answered",
        ms(one),
        ratio(one, empty),
        ratio(one, asked)
    );
    println!("  a batch of 1,000 checks                  {:>7.3} ms   {:.2} × one", ms(thousand), ratio(thousand, one));
    Ok(())
}

/// Signing in against one Argon2id of the same parameters, compiled for this machine.
fn sign_ins(caller: &Caller, org: &Slug) -> Result<()> {
    let sign_in = Caller::sign_in(org);
    let (mut native, mut through) = (Vec::new(), Vec::new());
    for _ in 0..SIGN_INS {
        let started = Instant::now();
        argon2id()?;
        native.push(started.elapsed());
        let started = Instant::now();
        caller.send(&sign_in)?;
        through.push(started.elapsed());
    }
    let (native, through) = (median(native), median(through));
    println!("  one Argon2id (19 MiB, t=2, p=1), native  {:>7.3} ms", ms(native));
    println!(
        "  signing in                               {:>7.3} ms   {:.2} × Argon2id",
        ms(through),
        ratio(through, native)
    );
    Ok(())
}

fn argon2id() -> Result<()> {
    let params = Params::new(19_456, 2, 1, None).map_err(|error| anyhow!("{error}"))?;
    let mut hash = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(PASSWORD.as_bytes(), b"sixteen bytes ..", &mut hash)
        .map_err(|error| anyhow!("{error}"))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn ratio(time: Duration, to: Duration) -> f64 {
    time.as_secs_f64() / to.as_secs_f64()
}

/// One connection that is kept open, without the work that a real client does around each request.
struct Caller {
    agent: Agent,
    origin: String,
    cookies: String,
}

impl Caller {
    fn new(origin: &str) -> Self {
        Self { agent: Agent::new_with_defaults(), origin: origin.to_owned(), cookies: String::new() }
    }

    fn sign_in(org: &Slug) -> session::api::Create {
        session::api::Create { org: org.clone(), login: Person::sample().user_name, password: PASSWORD.to_owned() }
    }

    fn signed_in(mut self, org: &Slug) -> Result<Self> {
        let response = self.send(&Self::sign_in(org))?;
        let cookies = response.headers().get_all("set-cookie").iter();
        let pairs: Vec<&str> = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next()).collect();
        self.cookies = pairs.join("; ");
        Ok(self)
    }

    fn get(&self, target: &str) -> Result<()> {
        self.fetch(target).map(drop)
    }

    fn read<E: Endpoint>(&self, request: &E) -> Result<E::Response> {
        Ok(serde_json::from_slice(&self.fetch(&wire::encode(request).path_and_query)?)?)
    }

    fn fetch(&self, target: &str) -> Result<Vec<u8>> {
        let mut response = self.agent.get(format!("{}{target}", self.origin)).header("cookie", &self.cookies).call()?;
        response.body_mut().read_to_vec().with_context(|| format!("no answer to {target}"))
    }

    fn send<E: Endpoint>(&self, request: &E) -> Result<http::Response<()>> {
        Ok(self.ask(request)?.map(|_| ()))
    }

    /// Sends a request and gives what is answered.
    fn ask<E: Endpoint>(&self, request: &E) -> Result<http::Response<Vec<u8>>> {
        self.request(&wire::encode(request))
    }

    /// Sends a request that is written already, and gives what is answered, unread.
    fn request(&self, request: &wire::Request) -> Result<http::Response<Vec<u8>>> {
        self.exchange(request.method, &request.path_and_query, request.body.as_deref().unwrap_or_default())
    }

    fn post(&self, target: &str, body: &str) -> Result<http::Response<Vec<u8>>> {
        self.exchange("POST", target, body)
    }

    fn exchange(&self, method: &str, target: &str, body: &str) -> Result<http::Response<Vec<u8>>> {
        let url = format!("{}{target}", self.origin);
        let request = if method == "PUT" { self.agent.put(url) } else { self.agent.post(url) };
        let request = request.header("origin", &self.origin);
        let request = request.header("x-bailiwick", "1").header("content-type", "application/json");
        let mut response = request.header("cookie", &self.cookies).send(body)?;
        // Verdicts on ten thousand rows are more than is usually read.
        let body = response.body_mut().with_config().limit(64 << 20).read_to_vec()?;
        Ok(response.map(|_| body))
    }
}
