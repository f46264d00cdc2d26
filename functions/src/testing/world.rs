//! A deployment in memory: the registry's object, the organizations' objects, and a front that
//! does what the Worker does, except that its "hashes" cost nothing.
//!
//! Every request that passes here is also checked against what holds for all of them: reading
//! changes nothing, and neither does a refused request.

use super::at;
use crate::{
    effects::{
        deliveries::{self, Attempt},
        outbox::{self, Claimed, Outcome},
    },
    gateway::{Ask, Cookie, Gateway, Incoming, Outgoing, Reply},
    mail::{Message, compose},
    migrations,
    setup::Tokens,
    sql::{Reader, Row, Sql, Value, twin::Twin},
    text, webhooks,
};
use shared::{
    Endpoint, Method, Problem,
    authority::Scope,
    grants::NewGrant,
    ids::{DeliveryId, MailId, SiteId, Slug, UserId},
    organizations::{Language, NewOrganization},
    page::Page,
    session::Session,
    sites::SiteDetails,
    time::{Span, Timestamp},
    users::{Person, TemporaryPassword},
    wire,
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::{LazyLock, Mutex},
};

/// When every world begins.
pub(crate) const START: Timestamp = Timestamp(1_790_000_000_000);
/// The password of whoever has chosen one.
pub(crate) const PASSWORD: &str = "tall ships of Ghent";
/// The set-up tokens of every world, valid for an hour.
pub(crate) const TOKENS: [&str; 3] = ["first token", "second token", "third token"];
/// Where links in mails lead.
pub(crate) const ORIGIN: &str = "https://console.example";
const OPERATOR: &str = "operator";

/// A deployment.
pub(crate) struct World {
    objects: RefCell<BTreeMap<String, Rc<Object>>>,
    now: Cell<Timestamp>,
    requests: Cell<u64>,
    /// The endpoints that have answered other than with a refusal, as method and path.
    pub(crate) answered: RefCell<BTreeSet<(&'static str, &'static str)>>,
    /// Everything that the front has been asked for.
    pub(crate) asked: RefCell<Vec<Ask>>,
    /// Whether the deployment can send mails.
    pub(crate) mails: Cell<bool>,
    /// Whether the front dies before it does the next thing that it is asked for.
    pub(crate) dies_at: Cell<Option<Moment>>,
}

/// What [`World::new`] copies: making the tables each time was most of what tests did.
struct First {
    databases: BTreeMap<String, Twin>,
    requests: u64,
    asked: Vec<Ask>,
}

static FIRST: LazyLock<Mutex<First>> = LazyLock::new(|| {
    let world = World::empty();
    world.stranger().send(&setup(TOKENS[0], org().as_str())).unwrap();
    let databases = world.objects.borrow().iter().map(|(slug, object)| (slug.clone(), object.sql.copy())).collect();
    Mutex::new(First { databases, requests: world.requests.get(), asked: world.asked.take() })
});

/// An organization's object: its database, and what is kept in memory while it is awake.
struct Object {
    sql: Rc<Twin>,
    gateway: Gateway,
}

/// Where what takes two objects can be cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// The organization is registered, its object untouched.
    BeforeProvisioning,
    /// The organization's object is provisioned, the registry does not know it.
    AfterProvisioning,
    /// Nothing is suspended yet.
    BeforeSuspending,
    /// The organization's object is suspended, the registry does not know it.
    AfterSuspending,
}

/// The organization of most tests.
pub(crate) fn org() -> Slug {
    "carrier".parse().unwrap()
}

/// Somebody called `name`.
pub(crate) fn person(name: &str) -> Person {
    Person {
        user_name: name.into(),
        email: format!("{name}@carrier.example"),
        given_name: name.into(),
        family_name: "Peeters".into(),
        ..Person::default()
    }
}

/// A request that sets up an organization whose owner is called `olivia`.
pub(crate) fn setup(token: &str, slug: &str) -> shared::setup::api::Create {
    shared::setup::api::Create {
        token: token.into(),
        organization: NewOrganization {
            slug: slug.parse().unwrap(),
            name: "Noordzee".into(),
            language: Language::Dutch,
        },
        owner: person("olivia"),
        password: PASSWORD.into(),
    }
}

impl World {
    /// A deployment without any organization.
    pub(crate) fn empty() -> Self {
        Self {
            objects: RefCell::default(),
            now: Cell::new(START),
            requests: Cell::new(0),
            answered: RefCell::default(),
            asked: RefCell::default(),
            mails: Cell::new(true),
            dies_at: Cell::new(None),
        }
    }

    /// Another deployment in which everything has been as in this one up to now.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::empty();
        copy.now.set(self.now.get());
        copy.requests.set(self.requests.get());
        copy.mails.set(self.mails.get());
        // How often it has been asked for a hash tells one hash from another.
        copy.asked.replace(self.asked.borrow().clone());
        copy.copy_databases(self.objects.borrow().iter().map(|(slug, object)| (slug, &*object.sql)));
        copy
    }

    fn copy_databases<'d>(&self, databases: impl Iterator<Item = (&'d String, &'d Twin)>) {
        let objects = databases.map(|(slug, sql)| (slug.clone(), Rc::new(Object::on(sql.copy()))));
        self.objects.replace(objects.collect());
    }

    /// A deployment with the organization [`org`], whose owner is called `olivia`.
    pub(crate) fn new() -> Self {
        let first = FIRST.lock().unwrap();
        let world = Self::empty();
        world.requests.set(first.requests);
        world.asked.replace(first.asked.clone());
        world.copy_databases(first.databases.iter());
        world
    }

    /// A browser in which nobody has signed in.
    pub(crate) fn stranger(&self) -> Browser<'_> {
        Browser { world: self, session: RefCell::default(), device: RefCell::default() }
    }

    /// A browser in which somebody has signed in with [`PASSWORD`].
    pub(crate) fn signed_in(&self, name: &str) -> Browser<'_> {
        let browser = self.stranger();
        browser.sign_in(name, PASSWORD).unwrap();
        browser
    }

    /// The owner's browser.
    pub(crate) fn owner(&self) -> Browser<'_> {
        self.signed_in("olivia")
    }

    /// Has the owner add a site.
    pub(crate) fn site(&self, name: &str) -> SiteId {
        let details = SiteDetails { name: name.into(), ..SiteDetails::default() };
        let create = shared::sites::api::Create { org: org(), details };
        self.owner().send(&create).unwrap().id
    }

    /// Has the owner add a user, who keeps his temporary password.
    pub(crate) fn user(&self, name: &str, site: Option<&SiteId>) -> UserId {
        let create = shared::users::api::Create {
            org: org(),
            person: person(name),
            site: site.cloned(),
            group: None,
            password: TemporaryPassword::Generated,
        };
        self.owner().send(&create).unwrap().id
    }

    /// A grant of the role with this name.
    pub(crate) fn grant(&self, role: &str, scope: Scope) -> NewGrant {
        let roles = self.owner().send(&shared::roles::api::List { org: org() }).unwrap();
        let role = roles.into_iter().find(|known| known.details.name == role).unwrap();
        NewGrant::lasting(role.id, scope)
    }

    /// Has the owner appoint an administrator, who then chooses [`PASSWORD`].
    pub(crate) fn appoint(&self, name: &str, grants: Vec<NewGrant>) -> (UserId, Browser<'_>) {
        let create = shared::administrators::api::Create {
            org: org(),
            person: person(name),
            site: None,
            grants,
            password: TemporaryPassword::Generated,
        };
        let made = self.owner().send(&create).unwrap();
        let browser = self.stranger();
        let temporary = made.temporary_password.unwrap();
        browser.sign_in(name, &temporary).unwrap();
        browser.change_password(&temporary, PASSWORD).unwrap();
        (made.id, browser)
    }

    /// Has the owner appoint an administrator of users and administrators at one site.
    pub(crate) fn appoint_at(&self, name: &str, site: &SiteId) -> (UserId, Browser<'_>) {
        let here = Scope::Sites { sites: [site.clone()].into() };
        let grants = ["users", "administrators"].map(|role| self.grant(role, here.clone()));
        self.appoint(name, grants.into())
    }

    /// The time.
    pub(crate) fn now(&self) -> Timestamp {
        self.now.get()
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, span: Span) {
        self.now.set(self.now.get() + span);
    }

    fn object(&self, slug: &str) -> Rc<Object> {
        let mut objects = self.objects.borrow_mut();
        objects.entry(slug.to_owned()).or_insert_with(|| Rc::new(Object::new())).clone()
    }

    /// An organization's database.
    pub(crate) fn database(&self, slug: &str) -> Rc<Twin> {
        self.object(slug).sql.clone()
    }

    /// The registry's database.
    pub(crate) fn registry(&self) -> Rc<Twin> {
        self.database(OPERATOR)
    }

    /// The rows of a query on the database of [`org`].
    pub(crate) fn rows(&self, sql: &str) -> Vec<Row> {
        self.database(org().as_str()).query(sql, &[]).unwrap()
    }

    /// Has the alarm of [`org`] do its work once; each attempt ends as given. Returns what was handed
    /// to the mail service.
    pub(crate) fn deliver(&self, outcome: Outcome) -> Vec<Message> {
        self.deliver_from(org().as_str(), outcome)
    }

    /// The same for any organization.
    pub(crate) fn deliver_from(&self, slug: &str, outcome: Outcome) -> Vec<Message> {
        let database = self.database(slug);
        let mut handed = Vec::new();
        for mail in outbox::begin(&*database, &at(self.now()), self.mails.get()).unwrap().mails {
            let Some(mail) = outbox::due(&*database, &mail).unwrap() else {
                continue;
            };
            let message = compose(Reader::new(&*database), ORIGIN, &mail).unwrap();
            let outcome = if message.is_some() { outcome } else { Outcome::Void };
            outbox::settle(&*database, self.now(), &mail.id, outcome).unwrap();
            handed.extend(message);
        }
        handed
    }

    /// The mails of [`org`] whose turn it is, claimed.
    pub(crate) fn claimed_mails(&self) -> Vec<MailId> {
        self.claimed().mails
    }

    /// The deliveries of [`org`] whose turn it is, claimed.
    pub(crate) fn claimed_deliveries(&self) -> Vec<DeliveryId> {
        self.claimed().deliveries
    }

    /// How an attempt of [`org`] ended.
    pub(crate) fn settle(&self, delivery: &DeliveryId, attempt: Attempt) {
        deliveries::settle(&*self.database(org().as_str()), &at(self.now()), delivery, attempt).unwrap();
    }

    fn claimed(&self) -> Claimed {
        outbox::begin(&*self.database(org().as_str()), &at(self.now()), self.mails.get()).unwrap()
    }

    /// Has the alarm of [`org`] try the deliveries whose turn it is; each is answered as given.
    /// Returns what was posted.
    pub(crate) fn post(&self, answer: impl Fn(&webhooks::Message) -> Attempt) -> Vec<webhooks::Message> {
        let database = self.database(org().as_str());
        let mut posted = Vec::new();
        for delivery in self.claimed_deliveries() {
            let message = webhooks::compose(Reader::new(&*database), &delivery, self.now()).unwrap();
            let attempt = message.as_ref().map_or(Attempt::Withheld, &answer);
            self.settle(&delivery, attempt);
            posted.extend(message);
        }
        posted
    }

    /// The mails that arrive now.
    pub(crate) fn mails(&self) -> Vec<Message> {
        self.deliver(Outcome::Delivered)
    }

    /// The effects recorded after the record number `seq`, by their names.
    pub(crate) fn recorded_after(&self, seq: i64) -> Vec<String> {
        let sql = "SELECT effect FROM audit WHERE seq > ? AND accepted ORDER BY seq";
        let rows = self.database(org().as_str()).query(sql, &[Value::Integer(seq)]).unwrap();
        rows.iter().map(|row| row.get(0).unwrap()).collect()
    }

    /// The number of the last audit record.
    pub(crate) fn last_record(&self) -> i64 {
        self.rows("SELECT coalesce(max(seq), 0) FROM audit")[0].get(0).unwrap()
    }

    /// Everything that all databases hold, but for when people were last seen.
    pub(crate) fn contents(&self) -> String {
        let objects = self.objects.borrow();
        objects.iter().map(|(slug, object)| dump(slug, &object.sql)).collect()
    }

    fn answer(&self, mut incoming: Incoming) -> Reply {
        self.requests.set(self.requests.get() + 1);
        incoming.request_id = format!("request-{}", self.requests.get());
        let slug = crate::gateway::organization_of(&incoming.path);
        incoming.slug = slug.map_or_else(|| OPERATOR.into(), |slug| slug.unwrap().to_string());
        incoming.mails = self.mails.get();
        incoming.directory = true;
        incoming.operates = incoming.slug == OPERATOR;
        let registry = self.registry();
        incoming.account = crate::setup::account_of(&*registry, &incoming.slug).unwrap().unwrap_or_default();
        let object = self.object(&incoming.slug);
        loop {
            match object.gateway.handle(&*object.sql, &at(self.now()), &incoming) {
                Outgoing::Reply(reply) => return reply,
                Outgoing::Ask(ask) => self.perform(ask, &mut incoming),
            }
        }
    }

    fn perform(&self, ask: Ask, incoming: &mut Incoming) {
        self.asked.borrow_mut().push(ask.clone());
        let done = &mut incoming.done;
        match ask {
            // Like real hashes, two of one password differ.
            Ask::Hash(password) => {
                let phc = format!("hash {} {password}", self.asked.borrow().len());
                done.hashed = Some((password, phc));
            }
            Ask::HashAll { batch, passwords } => {
                let count = self.asked.borrow().len();
                let hashed = passwords.into_iter().enumerate();
                let hashed = hashed.map(|(at, password)| (password.clone(), format!("hash {count}.{at} {password}")));
                done.hashed_all = Some((batch, hashed.collect()));
            }
            Ask::Verify { password, phc } => {
                let fits = phc.splitn(3, ' ').nth(2) == Some(&password);
                done.verified = Some((phc, fits));
            }
            Ask::Provision(provision) => {
                self.die_at(Moment::BeforeProvisioning);
                let sql = self.database(provision.organization.slug.as_str());
                let request_id = &incoming.request_id;
                Gateway::provision(&*sql, &at(self.now()), request_id, &provision).unwrap();
                self.die_at(Moment::AfterProvisioning);
                done.provisioned = true;
            }
            Ask::Suspend { slug, suspended } => {
                self.die_at(Moment::BeforeSuspending);
                let object = self.object(slug.as_str());
                object.gateway.suspend(&*object.sql, &at(self.now()), &incoming.request_id, suspended).unwrap();
                self.die_at(Moment::AfterSuspending);
                done.suspended = Some(suspended);
            }
        }
    }

    fn die_at(&self, moment: Moment) {
        if self.dies_at.get() == Some(moment) {
            self.dies_at.set(None);
            panic!("the front dies {moment:?}");
        }
    }
}

impl Object {
    fn new() -> Self {
        Self::on(Twin::new())
    }

    fn on(sql: Twin) -> Self {
        let expiry = (START.0 + Span::hours(1).0) / 1_000;
        let setting = TOKENS.map(|token| format!("{}:{expiry}", text::digest(token))).join(",");
        Self { sql: Rc::new(sql), gateway: Gateway::new(OPERATOR, Tokens::parse(&setting)) }
    }
}

fn dump(slug: &str, sql: &Twin) -> String {
    if !migrations::is_provisioned(sql).unwrap() {
        return String::new();
    }
    // A table that a test has broken is told as broken.
    let table = |(name, all): &(String, String)| format!("{slug} {name} {:?}\n", sql.query(all, &[]));
    TABLES.iter().map(table).collect()
}

/// Each table, and how everything in it is asked for that [`World::contents`] gives.
static TABLES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let sql = Twin::new();
    migrations::migrate(&sql, &at(START)).unwrap();
    let texts = |query: &str, params: &[Value]| -> Vec<String> {
        sql.query(query, params).unwrap().iter().map(|row| row.get(0).unwrap()).collect()
    };
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'users_search*' ORDER BY name";
    let table = |name: String| {
        let columns = "SELECT name FROM pragma_table_info(?) WHERE name <> 'last_seen_at'";
        let columns = texts(columns, &[name.as_str().into()]).join(", ");
        // That something was refused is recorded, and is all that a refusal leaves.
        let but_refusals = match name.as_str() {
            "audit" => "WHERE accepted",
            "audit_places" => "WHERE seq IN (SELECT seq FROM audit WHERE accepted)",
            "audit_days" => "WHERE kind <> 'refused'",
            _ => "",
        };
        let all = format!("SELECT {columns} FROM \"{name}\" {but_refusals}");
        (name, all)
    };
    texts(tables, &[]).into_iter().map(table).collect()
});

/// One person's browser: it keeps cookies.
pub(crate) struct Browser<'w> {
    world: &'w World,
    pub(crate) session: RefCell<Option<String>>,
    pub(crate) device: RefCell<Option<String>>,
}

impl Browser<'_> {
    /// Sends a request.
    pub(crate) fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Problem> {
        self.send_with_key(request, None)
    }

    /// Sends a request with an idempotency key.
    pub(crate) fn send_with_key<E: Endpoint>(&self, request: &E, key: Option<&str>) -> Result<E::Response, Problem> {
        let wire = wire::encode(request);
        let (path, query) = wire.path_and_query.split_once('?').unwrap_or((&wire.path_and_query, ""));
        let before = self.world.contents();
        let reply = self.exchange(Incoming {
            method: wire.method.into(),
            path: path.into(),
            query: query.into(),
            body: wire.body.clone().unwrap_or_default(),
            idempotency_key: key.map(str::to_owned),
            ..Incoming::default()
        });
        let counts_guesses = ["/session", "/profile/two-step"].iter().any(|part| wire.path_and_query.contains(part));
        if E::METHOD == Method::Get || (reply.status >= 400 && !counts_guesses) {
            assert_eq!(self.world.contents(), before, "{wire:?} changed something");
        }
        if reply.status < 400 {
            self.world.answered.borrow_mut().insert((E::METHOD.as_str(), E::PATH));
        }
        wire::decode_response(reply.status, reply.body.as_bytes())
    }

    /// Sends a request as it is and keeps the cookies of the answer.
    pub(crate) fn exchange(&self, incoming: Incoming) -> Reply {
        let reply = self.world.answer(Incoming {
            session: self.session.borrow().clone(),
            device: self.device.borrow().clone(),
            user_agent: "Firefox".into(),
            ..incoming
        });
        for cookie in &reply.cookies {
            match cookie.clone() {
                Cookie::Session(token) => *self.session.borrow_mut() = Some(token),
                Cookie::NoSession => *self.session.borrow_mut() = None,
                Cookie::Device(token) => *self.device.borrow_mut() = Some(token),
            }
        }
        reply
    }

    /// Signs in at [`org`].
    pub(crate) fn sign_in(&self, login: &str, password: &str) -> Result<Session, Problem> {
        let (login, password) = (login.into(), password.into());
        self.send(&shared::session::api::Create { org: org(), login, password })
    }

    /// Changes the password at [`org`].
    pub(crate) fn change_password(&self, current: &str, new: &str) -> Result<Session, Problem> {
        self.send(&shared::session::api::ChangePassword {
            org: org(),
            current_password: current.into(),
            new_password: new.into(),
        })
    }

    /// Shows the session.
    pub(crate) fn me(&self) -> Result<Session, Problem> {
        self.send(&shared::session::api::View { org: org() })
    }

    /// The names of the users who are listed.
    pub(crate) fn users(&self) -> Vec<String> {
        let page = self.send(&shared::users::api::List::first(org())).unwrap();
        names(page, |user| user.user_name)
    }

    /// The names of the administrators who are listed.
    pub(crate) fn administrators(&self) -> Vec<String> {
        let page = self.send(&shared::administrators::api::List::first(org())).unwrap();
        names(page, |administrator| administrator.user_name)
    }
}

fn names<T>(page: Page<T>, name: impl Fn(T) -> String) -> Vec<String> {
    assert_eq!(page.total as usize, page.items.len(), "the total counts what is not shown");
    page.items.into_iter().map(name).collect()
}
