//! Who gets what answer where: every endpoint of the contract, called by every kind of caller on
//! every kind of person and place, as a table that any change shows in review.
//!
//! `BLESS=1 cargo test -p functions matrix` writes the tables anew.

use super::*;
use crate::gateway::Incoming;
use serde_json::Value as Json;
use shared::{
    assignments::Asset,
    devices::DeviceDetails,
    features::FeatureDetails,
    grants::Subject,
    groups::{GroupDetails, GroupKind},
    ids::UserId,
    licenses::LicenseDetails,
    numbers::NumberDetails,
    roles::RoleDetails,
    wire,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

/// The callers, from the most to the least powerful.
const CALLERS: [&str; 6] = ["owner", "parent", "limited", "viewer", "plain", "signed out"];

/// Whom an act is about, as seen by `limited`, an administrator of Ghent.
const RELATIONS: [&str; 7] = ["own site", "other site", "child", "sibling", "parent", "owner", "stranger"];

/// An endpoint with a sample of itself.
struct Row {
    method: &'static str,
    path: &'static str,
    path_and_query: String,
    body: String,
}

fn rows() -> Vec<Row> {
    fn row<E: Endpoint>() -> Row {
        let sample = E::samples().into_iter().next_back().unwrap();
        let encoded = wire::encode(&sample);
        Row {
            method: encoded.method,
            path: E::PATH,
            path_and_query: encoded.path_and_query,
            body: encoded.body.unwrap_or_default(),
        }
    }
    macro_rules! all {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => { vec![$(row::<shared::$noun::api::$verb>()),+] };
    }
    let mut rows: Vec<Row> = shared::for_each_endpoint!(all);
    // Signing in and out and changing passwords have tests of their own, and change who calls; so
    // has what is about no organization.
    rows.retain(|row| {
        !row.path.contains("/session") && !["/setup", "/reminders"].iter().any(|end| row.path.ends_with(end))
    });
    rows
}

/// An organization with one of everything, and the ids that samples are rewritten to.
struct Stage {
    world: World,
    people: BTreeMap<&'static str, UserId>,
    ids: Vec<(String, String)>,
}

impl Stage {
    fn new() -> Self {
        let world = World::new();
        let (gent, namur) = (world.site("Gent"), world.site("Namur"));
        let owner = world.owner();
        let mut people = BTreeMap::from([("owner", owner.me().unwrap().access.user)]);
        let everything =
            ["users", "administrators", "sites", "groups", "audit", "inventory", "services", "assignments"];
        let at =
            |site: &SiteId, roles: &[&str]| roles.iter().map(|role| world.grant(role, only(site))).collect::<Vec<_>>();
        let everywhere = everything.map(|role| world.grant(role, Scope::Organization)).to_vec();
        people.insert("parent", world.appoint("parent", everywhere).0);
        people.insert("limited", world.appoint("limited", at(&gent, &everything)).0);
        people.insert("sibling", world.appoint("sibling", at(&gent, &everything)).0);
        people.insert("viewer", world.appoint("viewer", vec![world.grant("system_default", only(&gent))]).0);
        let child = shared::administrators::api::Create {
            org: org(),
            person: person("child"),
            site: None,
            grants: at(&gent, &["users"]),
            password: TemporaryPassword::Generated,
        };
        people.insert("child", world.signed_in("limited").send(&child).unwrap().id);
        people.insert("own site", world.user("ghentish", Some(&gent)));
        people.insert("other site", world.user("namurois", Some(&namur)));
        people.insert("stranger", UserId::from_u128(0xdead));
        let plain = world.user("plain", Some(&gent));
        people.insert("plain", plain);
        let mut stage = Self { world, people, ids: Vec::new() };
        stage.furnish(&gent);
        stage
    }

    /// One of each thing that samples name.
    fn furnish(&mut self, gent: &SiteId) {
        let owner = self.world.owner();
        let details = GroupDetails { name: "Desk".into(), ..GroupDetails::default() };
        let create = shared::groups::api::Create { org: org(), kind: GroupKind::Access, parent: None, details };
        let group = owner.send(&create).unwrap().id;
        let permissions = [shared::authority::permission::USERS_VIEW].into();
        let details = RoleDetails { name: "Help desk".into(), description: String::new(), permissions };
        let role = owner.send(&shared::roles::api::Create { org: org(), details }).unwrap().id;
        let grant = shared::grants::api::Create {
            org: org(),
            subject: Subject::User(self.person("child").clone()),
            grant: self.world.grant("sites", only(gent)),
        };
        let grant = owner.send(&grant).unwrap().id;
        let key = "analytics".parse().unwrap();
        let label = shared::features::Words { en: "Analytics".into(), ..Default::default() };
        let details = FeatureDetails { label, ..FeatureDetails::default() };
        owner.send(&shared::features::api::Create { org: org(), key, details }).unwrap();
        let details = shared::notes::NoteDetails { site: Some(gent.clone()), text: "Hello".into() };
        let note = owner.send(&shared::notes::api::Create { org: org(), details }).unwrap().id;
        let mut order = shared::orders::api::Create::samples().remove(0);
        (order.org, order.details.site) = (org(), Some(gent.clone()));
        let order = owner.send(&order).unwrap().id;
        let create = shared::credentials::api::Create::new(org(), "Portal");
        let credential = owner.send(&create).unwrap().credential.id;
        let stock = self.stock(&owner, gent);
        let (webhook, delivery) = self.webhook(&owner);
        let mut notice = shared::notices::api::Create::samples().remove(0);
        (notice.org, notice.details.scope) = (org(), only(gent));
        let notice = owner.send(&notice).unwrap().id;
        let sample = |number: u128| format!("{number:032x}");
        self.ids = vec![
            (sample(12), order.to_string()),
            (sample(11), note.to_string()),
            (sample(2), self.person("child").to_string()),
            (sample(9), group.to_string()),
            (sample(8), group.to_string()),
            (sample(7), gent.to_string()),
            (sample(5), credential.to_string()),
            (sample(4), role.to_string()),
            (sample(3), grant.to_string()),
            (sample(2), notice.to_string()),
        ];
        self.ids.extend(stock);
        self.ids.extend([(sample(0xb1), webhook), (sample(0xb2), delivery)]);
        self.ids.extend(self.directory(&owner));
    }

    /// A webhook, and a delivery to it.
    fn webhook(&self, owner: &Browser<'_>) -> (String, String) {
        let mut create = shared::webhooks::api::Create::samples().remove(0);
        create.org = org();
        let webhook = owner.send(&create).unwrap().webhook.id;
        let delivery = owner.send(&shared::webhooks::api::Test { org: org(), webhook: webhook.clone() }).unwrap();
        (webhook.to_string(), delivery.id.to_string())
    }

    /// A directory, and a run of it that waits.
    fn directory(&self, owner: &Browser<'_>) -> [(String, String); 2] {
        let mut create = shared::directories::api::Create::samples().remove(1);
        create.org = org();
        let made = owner.send(&create).unwrap();
        let mut begin = shared::directories::api::Begin::samples().remove(0);
        (begin.org, begin.counts.disabled) = (org(), 1);
        let run = credentials::serve(&self.world, &made.token.unwrap(), &begin).unwrap();
        let sample = |number: u128| format!("{number:032x}");
        [(sample(0xd0), made.directory.credential.id.to_string()), (sample(0xd1), run.id.to_string())]
    }

    /// A number and a device at Ghent, a license, and a number of Ghent that somebody there has.
    fn stock(&self, owner: &Browser<'_>, gent: &SiteId) -> [(String, String); 4] {
        let number = |number: &str| {
            let details = NumberDetails { number: number.into(), label: String::new(), site: Some(gent.clone()) };
            owner.send(&shared::numbers::api::Create { org: org(), details }).unwrap().id
        };
        let (free, taken) = (number("201"), number("202"));
        let details = DeviceDetails { model: "8845".into(), identifier: "aa".into(), ..Default::default() };
        let details = DeviceDetails { site: Some(gent.clone()), ..details };
        let device = owner.send(&shared::devices::api::Create { org: org(), details }).unwrap().id;
        let details = LicenseDetails { name: "Mobile".into(), quantity: 9, ..LicenseDetails::default() };
        let license = owner.send(&shared::licenses::api::Create { org: org(), details }).unwrap().id;
        let (user, asset) = (self.person("own site").clone(), Asset::Number(taken.clone()));
        owner.send(&shared::assignments::api::Assign { org: org(), user, asset }).unwrap();
        let sample = |number: u128| format!("{number:032x}");
        [
            (sample(0xa1), free.to_string()),
            (sample(0xa2), device.to_string()),
            (sample(0xa3), license.to_string()),
            (sample(0xa4), taken.to_string()),
        ]
    }

    fn copy(&self) -> Self {
        Self { world: self.world.copy(), people: self.people.clone(), ids: self.ids.clone() }
    }

    fn person(&self, name: &str) -> &UserId {
        &self.people[name]
    }

    /// The sample as it would be sent about this person.
    fn request(&self, row: &Row, about: &str) -> Incoming {
        let rewrite = |text: &str| {
            let mut text = text.to_owned();
            for (sample, id) in &self.ids {
                text = text.replace(sample, id);
            }
            text.replace(&format!("{:032x}", 1), self.person(about).as_str())
        };
        let path_and_query = rewrite(&row.path_and_query);
        let (path, query) = path_and_query.split_once('?').unwrap_or((&path_and_query, ""));
        let mut body: Json = serde_json::from_str(&rewrite(&row.body)).unwrap_or(Json::Null);
        if let Some(version) = body.get_mut("version") {
            *version = self.version(row, about).into();
        }
        if let Some(password) = body.get_mut("password") {
            *password = serde_json::json!({ "kind": "generated" });
        }
        if let Some(password) = body.get_mut("new_password").filter(|_| row.path.ends_with("/users/{user}")) {
            // No administrator types passwords here.
            *password = Json::Null;
        }
        if let Some(grants) = body.get_mut("grants") {
            // The sample's second role is the sample's credential elsewhere.
            *grants = serde_json::to_value([self.world.grant("users", only(&self.ids[5].1.parse().unwrap()))]).unwrap();
        }
        Incoming {
            method: row.method.into(),
            path: path.into(),
            query: query.into(),
            body: if body.is_null() { String::new() } else { body.to_string() },
            ..Incoming::default()
        }
    }

    fn version(&self, row: &Row, about: &str) -> u32 {
        let table = row.path.split('/').nth(5).unwrap_or_default();
        let (table, key) = match table {
            "administrators" | "users" => ("users", self.person(about).to_string()),
            "groups" => ("groups", self.ids[3].1.clone()),
            "sites" => ("sites", self.ids[5].1.clone()),
            "roles" => ("roles", self.ids[7].1.clone()),
            _ => return 1,
        };
        let rows = self.world.rows(&format!("SELECT version FROM {table} WHERE id = '{key}'"));
        rows.first().map_or(1, |row| row.get(0).unwrap())
    }
}

/// The answer's code, or `ok`.
fn verdict(stage: &Stage, caller: &str, row: &Row, about: &str) -> String {
    let browser = match caller {
        "signed out" => stage.world.stranger(),
        "owner" => stage.world.owner(),
        "plain" => return plain(stage, row, about),
        name => stage.world.signed_in(name),
    };
    ask(stage, &browser, row, about)
}

/// What the endpoint answers. There is something to reset only while the person has set up two steps;
/// who asks has given his code.
fn ask(stage: &Stage, browser: &Browser<'_>, row: &Row, about: &str) -> String {
    let since = |since: &str| {
        let user = stage.person(about);
        stage.world.rows(&format!("UPDATE users SET two_step_since = {since} WHERE id = '{user}'"));
    };
    let is_reset = row.path.ends_with("/two-step/reset");
    if is_reset {
        since("1");
        stage.world.rows("UPDATE sessions SET confirmed = 1");
    }
    let told = told(&browser.exchange(stage.request(row, about)));
    if is_reset {
        since("NULL");
    }
    told
}

/// Somebody without any grant, who has chosen his password.
fn plain(stage: &Stage, row: &Row, about: &str) -> String {
    let user = stage.person("plain").clone();
    let reset = shared::users::api::ResetPassword { org: org(), user, password: TemporaryPassword::Generated };
    let browser = stage.world.stranger();
    if browser.sign_in("plain", PASSWORD).is_err() {
        let temporary = stage.world.owner().send(&reset).unwrap().temporary_password.unwrap();
        browser.sign_in("plain", &temporary).unwrap();
        browser.change_password(&temporary, PASSWORD).unwrap();
    }
    ask(stage, &browser, row, about)
}

fn told(reply: &crate::gateway::Reply) -> String {
    if reply.status < 400 {
        return "ok".to_owned();
    }
    let problem: Problem = serde_json::from_str(&reply.body).unwrap();
    let fields: Vec<String> = problem.errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect();
    if fields.is_empty() { problem.code.as_str().to_owned() } else { format!("invalid: {}", fields.join(", ")) }
}

/// The table, as Markdown. Each accepted mutation has a stage of its own.
fn table() -> String {
    let mut text = HEAD.to_owned();
    let first = Stage::new();
    let mut stage = first.copy();
    for row in rows() {
        let about_people = row.path.contains("{user}");
        let relations: &[&str] = if about_people { &RELATIONS } else { &["—"] };
        writeln!(text, "\n### {} {}\n", row.method, row.path).unwrap();
        writeln!(text, "| | {} |", relations.join(" | ")).unwrap();
        writeln!(text, "|---|{}", "---|".repeat(relations.len())).unwrap();
        for caller in CALLERS {
            let mut cells = Vec::new();
            for relation in relations {
                let about = if about_people { relation } else { "own site" };
                let cell = verdict(&stage, caller, &row, about);
                if cell == "ok" && row.method != "GET" {
                    stage = first.copy();
                }
                cells.push(cell);
            }
            writeln!(text, "| {caller} | {} |", cells.join(" | ")).unwrap();
        }
    }
    text
}

const HEAD: &str = "# Who gets what answer where

Every endpoint, called with its sample by every kind of caller on every kind of person: made by a test
(`functions/src/gateway/tests/matrix.rs`), so that a change of anybody's authority shows in review.

`limited` administers users, administrators, sites, groups, inventory, services and assignments at Ghent and reads its
audit trail; `parent` does so in the whole organization; `viewer` may see things at Ghent; `plain` holds nothing. The
columns say whom it is about, as `limited` sees him: `sibling` holds what he holds, `child` was appointed by him,
`stranger` does not exist.
";

/// Compares a golden file with what it should be, or writes it when asked to.
pub(super) fn golden(name: &str, is: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/authority").join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, is).unwrap();
    }
    let was = fs::read_to_string(&file).unwrap_or_default();
    for (number, (was, is)) in was.lines().zip(is.lines()).enumerate() {
        assert_eq!(was, is, "docs/authority/{name}, line {}", number + 1);
    }
    assert_eq!(was.lines().count(), is.lines().count(), "docs/authority/{name}");
}

#[test]
fn the_table_of_callers_endpoints_and_relations_is_as_reviewed() {
    golden("endpoints.md", &table());
}

#[test]
fn inv_04_every_route_that_writes_is_in_the_table_of_effects() {
    golden("effects.md", &effects());
}

/// Which effects come through which endpoints, found by having the owner send everything, and
/// undo whatever can be undone.
fn effects() -> String {
    let pairs = "SELECT DISTINCT effect, json_extract(line, '$.endpoint') FROM audit WHERE accepted
         AND json_extract(line, '$.endpoint') NOT IN ('setup', 'POST /api/v1/setup')";
    // What the operator does is recorded in his own organization.
    let of_accounts = |row: &crate::sql::Row| row.get::<String>(1).unwrap().contains("/accounts");
    let done = [super::routes::send_everything, super::audit::undo_everything].map(|act| {
        let world = World::new();
        act(&world);
        let mut recorded = world.rows(pairs);
        recorded.extend(world.registry().query(pairs, &[]).unwrap().into_iter().filter(of_accounts));
        recorded
    });
    let mut text = "# Through which endpoints effects come

Whatever way an effect comes, one judge sees it. This table is made by a test (`functions/src/gateway/tests/matrix.rs`);
an endpoint that writes and is not in it fails another.

| Effect | Endpoints |
|---|---|
"
    .to_owned();
    let mut by_effect: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in done.iter().flatten() {
        by_effect.entry(row.get(0).unwrap()).or_default().insert(format!("`{}`", row.get::<String>(1).unwrap()));
    }
    for (effect, endpoints) in &by_effect {
        let endpoints: Vec<&str> = endpoints.iter().map(String::as_str).collect();
        writeln!(text, "| `{effect}` | {} |", endpoints.join("<br>")).unwrap();
    }
    let only_reads =
        |row: &Row| row.path.contains("/checks") || row.path.ends_with("/audience") || row.path.ends_with("/plan");
    // That somebody has read a notice is no matter of the audit trail.
    let is_receipt = |row: &Row| row.path.ends_with("/receipt");
    // An invitation is opened by POST because of its secret; who asks for a link is looked up by the alarm.
    let leaves_no_record = |row: &Row| row.path.ends_with("/invitation") || row.path.ends_with("/recovery");
    // Nothing changes until a code confirms it.
    let only_begins = |row: &Row| row.method == "POST" && row.path.ends_with("/profile/two-step");
    // What a connector tells of its runs changes nobody.
    let is_told = |row: &Row| row.path.contains("{org}/directory/");
    let is_exempt =
        |row: &Row| only_reads(row) || is_receipt(row) || leaves_no_record(row) || only_begins(row) || is_told(row);
    let writing = rows().into_iter().filter(|row| row.method != "GET" && !is_exempt(row));
    for row in writing {
        let named = format!("`{} {}`", row.method, row.path);
        assert!(by_effect.values().flatten().any(|endpoint| *endpoint == named), "{named} has no effect on record");
    }
    text
}
