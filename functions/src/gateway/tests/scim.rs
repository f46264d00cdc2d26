//! A directory keeps users and members of groups up to date over SCIM, and nothing else.

use super::*;
use proptest::{bool::weighted, collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};
use shared::{
    administrators::api as administrators,
    authority::{
        Permission,
        permission::{
            ADMINISTRATORS_UPDATE, ADMINISTRATORS_VIEW, CREDENTIALS_CREATE, GROUPS_CREATE, GROUPS_DELETE,
            GROUPS_UPDATE, GROUPS_VIEW, USERS_CREATE, USERS_UPDATE, USERS_VIEW,
        },
    },
    credentials::{
        Reach,
        api::{Create, Delete},
    },
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{CredentialId, GroupId, UserId},
    roles::{RoleDetails, api as roles},
    users::{Status, api as users},
};

const ALL: [Permission; 7] =
    [USERS_VIEW, USERS_CREATE, USERS_UPDATE, GROUPS_VIEW, GROUPS_CREATE, GROUPS_UPDATE, GROUPS_DELETE];
pub(super) const SCHEMA_OF_USERS: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
pub(super) const OWN_USER: &str = "urn:ietf:params:scim:schemas:extension:bailiwick:2.0:User";
const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// A directory that somebody has made.
pub(super) fn directory_of(world: &World, credential: CredentialId, token: String) -> Directory<'_> {
    Directory { world, credential, token }
}

/// A directory with its token.
pub(super) struct Directory<'w> {
    world: &'w World,
    credential: CredentialId,
    token: String,
}

impl<'w> Directory<'w> {
    fn new(world: &'w World) -> Self {
        Self::of(world, &world.owner(), Scope::Organization, &ALL)
    }

    fn of(world: &'w World, maker: &Browser<'_>, scope: Scope, permissions: &[Permission]) -> Self {
        let reach = Reach { scope, permissions: permissions.iter().cloned().collect() };
        let made = maker.send(&Create { reach, ..Create::new(org(), "Directory") }).unwrap();
        Self { world, credential: made.credential.id, token: made.token.unwrap() }
    }

    fn ask(&self, method: &str, path: &str, body: &Value, if_match: Option<&str>) -> Reply {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        self.world.stranger().exchange(Incoming {
            method: method.into(),
            path: format!("/scim/v2/{}{path}", org()),
            query: query.into(),
            body: if body.is_null() { String::new() } else { body.to_string() },
            bearer: Some(self.token.clone()),
            if_match: if_match.map(str::to_owned),
            public_origin: "https://console.example".into(),
            ..Incoming::default()
        })
    }

    /// The status and the body of an answer. What is refused changes nothing.
    pub(super) fn send(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let before = self.world.contents();
        let reply = self.ask(method, path, &body, None);
        let is_bulk = path.starts_with("/Bulk") && reply.status < 400;
        if !is_bulk && (reply.status >= 400 || method == "GET" || path.ends_with(".search")) {
            assert_eq!(without_use(&self.world.contents()), without_use(&before), "{method} {path} changed something");
        }
        assert!(reply.status < 500 || reply.status == 501, "{method} {path}: {}", reply.body);
        (reply.status, serde_json::from_str(&reply.body).unwrap_or_default())
    }

    pub(super) fn get(&self, path: &str) -> Value {
        let (status, body) = self.send("GET", path, Value::Null);
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    /// Adds a user; returns his path.
    pub(super) fn add(&self, name: &str) -> String {
        let (status, body) = self.send("POST", "/Users", user(name));
        assert_eq!(status, 201, "{body}");
        format!("/Users/{}", body["id"].as_str().unwrap())
    }

    pub(super) fn patch(&self, path: &str, operation: Value) -> (u16, Value) {
        self.send("PATCH", path, json!({ "Operations": [operation] }))
    }

    /// What a filter finds of users, by their names.
    pub(super) fn found(&self, filter: &str) -> Vec<String> {
        let mut names = names(&self.get(&format!("/Users?filter={}", encoded(filter))));
        names.sort();
        names
    }
}

/// The contents without when credentials were last used.
fn without_use(contents: &str) -> String {
    contents.lines().filter(|line| !line.contains(" credentials ")).collect()
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}

fn names(list: &Value) -> Vec<String> {
    let all = list["Resources"].as_array().unwrap().iter();
    let name = |one: &Value| one.get("userName").or(one.get("displayName")).unwrap().as_str().unwrap().to_owned();
    all.map(name).collect()
}

pub(super) fn user(name: &str) -> Value {
    json!({
        "schemas": [SCHEMA_OF_USERS],
        "userName": name, "externalId": format!("ext-{name}"), "active": true,
        "name": { "givenName": name, "familyName": "Peeters" },
        "emails": [{ "value": format!("{name}@carrier.example"), "type": "work", "primary": true }],
    })
}

pub(super) fn refused(answer: (u16, Value)) -> (u16, String) {
    assert_eq!(answer.1["schemas"], json!(["urn:ietf:params:scim:api:messages:2.0:Error"]));
    assert_eq!(answer.1["status"], answer.0.to_string());
    (answer.0, answer.1["scimType"].as_str().unwrap_or_default().to_owned())
}

fn id(path: &str) -> UserId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

fn status(world: &World, path: &str) -> Status {
    world.owner().send(&users::View { org: org(), user: id(path) }).unwrap().status
}

pub(super) fn team(world: &World, name: &str, kind: GroupKind) -> GroupId {
    let details = GroupDetails { name: name.into(), description: String::new() };
    world.owner().send(&groups::Create { org: org(), kind, parent: None, details }).unwrap().id
}

#[test]
fn a_user_is_added_shown_changed_and_recorded_as_the_directorys_doing() {
    let world = World::new();
    let directory = Directory::new(&world);
    let before = world.last_record();
    let mut anna = user("anna");
    anna[ENTERPRISE] = json!({ "department": "Sales", "manager": "26118915" });
    anna["userType"] = "Agent".into();
    let (status, body) = directory.send("POST", "/Users", anna);
    assert_eq!((status, &body["externalId"], &body["displayName"]), (201, &json!("ext-anna"), &json!("anna Peeters")));
    assert_eq!(body[ENTERPRISE], json!({ "department": "Sales", "manager": { "value": "26118915" } }));
    assert_eq!(body["emails"], json!([{ "value": "anna@carrier.example", "type": "work" }]));
    assert_eq!(body["userType"], "agent");
    let path = format!("/Users/{}", body["id"].as_str().unwrap());
    assert_eq!(body["meta"]["location"], format!("https://console.example/scim/v2/carrier{path}"));
    assert_eq!(directory.get(&path), body);
    assert_eq!(world.recorded_after(before), ["user_created", "user_linked"]);
    let row = &world.rows("SELECT line ->> '$.surface', line ->> '$.endpoint' FROM audit ORDER BY seq DESC LIMIT 1")[0];
    assert_eq!(row.get::<String>(0).unwrap(), "scim");
    assert_eq!(row.get::<String>(1).unwrap(), "POST /scim/v2/{org}/Users");

    let before = world.last_record();
    let (status, body) = directory.patch(
        &path,
        json!({ "op": "Replace", "path": "emails[type eq \"work\"].value", "value": "ann@carrier.example" }),
    );
    assert_eq!((status, &body["emails"][0]["value"]), (200, &json!("ann@carrier.example")));
    assert_eq!(directory.patch(&path, json!({ "op": "replace", "value": { "active": "False" } })).0, 200);
    assert_eq!(world.recorded_after(before), ["user_updated", "user_disabled"]);
    // Nothing to do is no change.
    let before = world.last_record();
    assert_eq!(directory.patch(&path, json!({ "op": "replace", "path": "active", "value": false })).0, 200);
    assert_eq!(world.recorded_after(before), [""; 0]);
    assert_eq!(directory.patch(&path, json!({ "op": "replace", "path": "active", "value": true })).1["active"], true);
}

#[test]
fn replacing_clears_what_is_not_said_but_what_the_directory_has_no_word_for() {
    let world = World::new();
    let ghent = world.site("Ghent");
    let directory = Directory::new(&world);
    let path = directory.add("anna");
    directory.patch(&path, json!({ "op": "add", "path": "nickName", "value": "An" }));
    directory.patch(&path, json!({ "op": "add", "path": format!("{OWN_USER}:site"), "value": "GHENT" }));
    let (status, body) = directory.send("PUT", &path, user("anna"));
    assert_eq!((status, body.get("nickName"), &body[OWN_USER]["site"]), (200, None, &json!("Ghent")));
    let shown = world.owner().send(&users::View { org: org(), user: id(&path) }).unwrap();
    assert_eq!(shown.site, Some(ghent));
    let nowhere = json!({ "op": "add", "path": format!("{OWN_USER}:site"), "value": "Paris" });
    assert_eq!(refused(directory.patch(&path, nowhere)), (400, "invalidValue".into()));
}

#[test]
fn deleting_disables_hides_and_frees_the_way_back() {
    let world = World::new();
    let directory = Directory::new(&world);
    let path = directory.add("anna");
    assert_eq!(directory.send("DELETE", &path, Value::Null), (204, Value::Null));
    assert_eq!(status(&world, &path), Status::Disabled);
    for method in ["GET", "PUT", "PATCH", "DELETE"] {
        assert_eq!(refused(directory.send(method, &path, user("anna"))), (404, String::new()), "{method}");
    }
    assert_eq!(directory.found("userName pr"), ["olivia"]);
    assert_eq!(directory.get("/Users?count=0")["totalResults"], 1);
    // Whoever comes back is who he was.
    let (status_of, body) = directory.send("POST", "/Users", user("anna"));
    assert_eq!((status_of, format!("/Users/{}", body["id"].as_str().unwrap())), (201, path.clone()));
    assert_eq!(status(&world, &path), Status::Active);
}

#[test]
fn what_an_administrator_disabled_no_directory_enables() {
    let world = World::new();
    let directory = Directory::new(&world);
    let path = directory.add("anna");
    world.owner().send(&users::Disable { org: org(), user: id(&path) }).unwrap();
    assert_eq!(refused(directory.patch(&path, json!({ "op": "replace", "path": "active", "value": true }))).0, 403);
    assert_eq!(refused(directory.send("PUT", &path, user("anna"))).0, 403);
    // His name still flows, and what the directory itself disables it enables.
    assert_eq!(directory.patch(&path, json!({ "op": "replace", "path": "name.givenName", "value": "Ann" })).0, 200);
    world.owner().send(&users::Enable { org: org(), user: id(&path) }).unwrap();
    for active in [false, true] {
        let (_, body) = directory.patch(&path, json!({ "op": "replace", "path": "active", "value": active }));
        assert_eq!(body["active"], active);
    }
    directory.send("DELETE", &path, Value::Null);
    world.owner().send(&users::Enable { org: org(), user: id(&path) }).unwrap();
    world.owner().send(&users::Disable { org: org(), user: id(&path) }).unwrap();
    assert_eq!(refused(directory.send("POST", "/Users", user("anna"))).0, 403);
}

#[test]
fn first_contact_links_and_rewrites_nothing() {
    let world = World::new();
    let directory = Directory::new(&world);
    let anna = world.user("anna", None);
    let path = format!("/Users/{anna}");
    assert_eq!(refused(directory.send("POST", "/Users", user("anna"))), (409, "uniqueness".into()));
    let disable = json!({ "op": "replace", "path": "active", "value": false });
    assert_eq!(refused(directory.patch(&path, disable.clone())).0, 403);
    assert_eq!(refused(directory.send("DELETE", &path, Value::Null)).0, 403);
    let before = world.last_record();
    let adopt = json!({ "Operations": [disable, { "op": "add", "path": "externalId", "value": "7" }] });
    let (status, body) = directory.send("PATCH", &path, adopt);
    assert_eq!((status, &body["active"], &body["externalId"]), (200, &json!(true), &json!("7")));
    assert_eq!(world.recorded_after(before), ["user_linked"]);
    assert_eq!(directory.send("DELETE", &path, Value::Null).0, 204);
}

#[test]
fn an_external_id_is_never_taken_for_an_id_and_is_one_directorys_own() {
    let world = World::new();
    let (directory, other) = (Directory::new(&world), Directory::new(&world));
    let anna = world.user("anna", None);
    let owner = world.owner().me().unwrap().access.user;
    for (name, external) in [("bert", anna.to_string()), ("cleo", owner.to_string()), ("dirk", "1".to_owned())] {
        let mut body = user(name);
        body["externalId"] = external.as_str().into();
        let (status, made) = directory.send("POST", "/Users", body.clone());
        assert_eq!((status, &made["userName"]), (201, &json!(name)));
        assert_eq!(directory.found(&format!("externalId eq \"{external}\"")), [name]);
        assert_eq!(other.found(&format!("externalId eq \"{external}\"")), [""; 0]);
        body["userName"] = "somebody".into();
        body["emails"] = json!([{ "value": "somebody@carrier.example" }]);
        assert_eq!(refused(directory.send("POST", "/Users", body)), (409, "uniqueness".into()));
    }
    assert_eq!(directory.get(&format!("/Users/{anna}"))["userName"], "anna");
    assert_eq!(refused(directory.send("GET", "/Users/1", Value::Null)).0, 404);
    let mut number = user("emma");
    number["externalId"] = 7.into();
    assert_eq!(refused(directory.send("POST", "/Users", number)), (400, "invalidValue".into()));
}

#[test]
fn a_patch_is_done_whole_or_not_at_all() {
    let world = World::new();
    let directory = Directory::new(&world);
    let path = directory.add("anna");
    directory.add("bert");
    for third in [
        json!({ "op": "replace", "path": "nothing", "value": 1 }),
        json!({ "op": "remove", "path": "userName" }),
        json!({ "op": "replace", "path": "userName", "value": "BERT" }),
        json!({ "op": "replace", "path": "emails[type eq", "value": "x" }),
        json!({ "op": "replace", "path": "userName", "value": "no spaces here" }),
        json!({ "op": "merge" }),
    ] {
        let first = json!({ "op": "replace", "path": "active", "value": false });
        let second = json!({ "op": "replace", "path": "name.givenName", "value": "Ann" });
        let (status, _) = refused(directory.send("PATCH", &path, json!({ "Operations": [first, second, third] })));
        assert!(matches!(status, 400 | 409), "{status}");
    }
}

#[test]
fn versions_are_compared() {
    let world = World::new();
    let directory = Directory::new(&world);
    let path = directory.add("anna");
    let etag = directory.get(&path)["meta"]["version"].as_str().unwrap().to_owned();
    let change = |if_match: &str, name: &str| {
        let body = json!({ "Operations": [{ "op": "replace", "path": "nickName", "value": name }] });
        directory.ask("PATCH", &path, &body, Some(if_match)).status
    };
    assert_eq!(change("W/\"0.0\"", "An"), 412);
    assert_eq!(change(&etag, "An"), 200);
    assert_eq!(change(&etag, "Ann"), 412);
    assert_eq!(change("*", "Ann"), 200);
    let etag = directory.get(&path)["meta"]["version"].as_str().unwrap().to_owned();
    directory.patch(&path, json!({ "op": "replace", "path": "externalId", "value": "9" }));
    assert_eq!(change(&etag, "An"), 412, "a link is part of it");
    let version = || directory.get(&path)["meta"]["version"].as_str().unwrap().to_owned();
    let [desk, field] = ["Desk", "Field"].map(|name| team(&world, name, GroupKind::Team));
    let etag = version();
    world.owner().send(&groups::AddMember { org: org(), group: desk.clone(), user: id(&path) }).unwrap();
    assert_eq!(change(&etag, "An"), 412, "and so is the team");
    let etag = version();
    let by_hand = groups::MoveMember { org: org(), group: desk, user: id(&path), to: field };
    world.owner().send(&by_hand).unwrap();
    assert_eq!(change(&etag, "An"), 412);
    assert_eq!(change(&version(), "An"), 200);
}

#[test]
fn filters_find_by_every_kind_of_attribute() {
    let world = World::new();
    let directory = Directory::new(&world);
    for name in ["anna", "bert", "cleo"] {
        directory.add(name);
    }
    let anna = directory.found("userName eq \"ANNA\"");
    assert_eq!(anna, ["anna"]);
    let path = format!(
        "/Users/{}",
        directory.get("/Users?filter=userName%20eq%20%22anna%22")["Resources"][0]["id"].as_str().unwrap()
    );
    directory.patch(&path, json!({ "op": "add", "path": "phoneNumbers[type eq \"mobile\"].value", "value": "0475 1" }));
    directory.patch(&path, json!({ "op": "add", "path": format!("{ENTERPRISE}:department"), "value": "Sales" }));
    directory.patch(&path, json!({ "op": "replace", "path": "active", "value": false }));
    let department = format!("{ENTERPRISE}:department eq \"sales\"");
    for filter in [
        "externalId eq \"ext-anna\"",
        "emails[type eq \"work\" and value eq \"Anna@Carrier.example\"]",
        "emails.value sw \"anna@\"",
        "emails co \"nna@car\"",
        "phoneNumbers pr",
        "phoneNumbers.type eq \"Mobile\"",
        "phoneNumbers[type eq \"mobile\" and value ew \" 1\"]",
        "active eq \"False\"",
        "not (active eq true)",
        "active ne true",
        &department,
        "displayName eq \"Anna Peeters\"",
        "name.givenName eq \"anna\" and name.familyName pr",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"anna\"",
        "userName lt \"b\"",
    ] {
        assert_eq!(directory.found(filter), ["anna"], "{filter}");
    }
    for (filter, found) in [
        ("externalId pr", vec!["anna", "bert", "cleo"]),
        ("userName eq \"anna\" or userName eq \"cleo\"", vec!["anna", "cleo"]),
        ("externalId eq null", vec!["olivia"]),
        ("not (phoneNumbers pr) and externalId pr", vec!["bert", "cleo"]),
        ("meta.created lt \"2001-01-01T00:00:00Z\"", vec![]),
        ("meta.created gt \"2001-01-01T00:00:00Z\" and userName sw \"o\"", vec!["olivia"]),
        ("userName eq \"' OR 1=1 --\"", vec![]),
        ("nickName eq \"\\\" OR \\u0000\"", vec![]),
    ] {
        assert_eq!(directory.found(filter), found, "{filter}");
    }
}

/// The paths of all attributes that a schema publishes, those of parts included.
fn published() -> Vec<(&'static str, String)> {
    let types = shared::scim::schema::RESOURCE_TYPES.into_iter();
    let schemas = types.flat_map(|kind| {
        let own = (kind.endpoint, String::new(), kind.schema);
        let extensions = kind.extensions.iter().map(|schema| (kind.endpoint, format!("{}:", schema.id), *schema));
        std::iter::once(own).chain(extensions)
    });
    let attributes = schemas.flat_map(|(endpoint, urn, schema)| {
        schema.attributes.iter().flat_map(move |attribute| {
            let parts = attribute.parts().iter().map(|part| format!("{}.{}", attribute.name, part.name));
            let paths: Vec<String> = std::iter::once(attribute.name.to_owned()).chain(parts).collect();
            let urn = urn.clone();
            paths.into_iter().map(move |path| (endpoint, format!("{urn}{path}")))
        })
    });
    attributes.collect()
}

#[test]
fn every_published_attribute_is_filtered_by_and_every_comparison_is_answered() {
    let world = World::new();
    let directory = Directory::new(&world);
    directory.add("anna");
    let status = |endpoint: &str, filter: &str| {
        directory.ask("GET", &format!("{endpoint}?filter={}", encoded(filter)), &Value::Null, None).status
    };
    let not_offered = ["$ref", "groups.display", "addresses", "manager"];
    for (endpoint, path) in published() {
        let is_offered = !not_offered.iter().any(|end| path.ends_with(end));
        assert_eq!(status(endpoint, &format!("{path} pr")), if is_offered { 200 } else { 400 }, "{path}");
        for op in ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] {
            for value in ["\"a\"", "\"\"", "true", "null", "7"] {
                let filter = format!("not ({path} {op} {value})");
                assert!(matches!(status(endpoint, &filter), 200 | 400), "{filter}");
            }
        }
    }
}

#[test]
fn filters_that_cannot_be_answered_are_refused_with_their_kind() {
    let world = World::new();
    let directory = Directory::new(&world);
    let deep = format!("{}userName pr{}", "not (".repeat(100), ")".repeat(100));
    let long = vec!["userName pr"; 41].join(" or ");
    for filter in [
        "",
        "userName",
        "userName eq",
        "userName eq anna",
        "userName eq 7",
        "active gt true",
        "nothing pr",
        "emails[",
        "meta.created gt \"yesterday\"",
        "members pr",
        &deep,
        &long,
        "(((userName pr",
        "userName eq \"\u{0}",
    ] {
        let answer = directory.send("GET", &format!("/Users?filter={}", encoded(filter)), Value::Null);
        assert_eq!(refused(answer), (400, "invalidFilter".into()), "{filter}");
    }
    let answer = directory.send("GET", &format!("/Users?filter={}", encoded("password eq \"x\"")), Value::Null);
    assert_eq!(refused(answer), (403, "sensitive".into()));
    assert_eq!(refused(directory.send("GET", "/Users?filter=%ff", Value::Null)).0, 400);
    assert_eq!(refused(directory.send("GET", "/Users?startIndex=one", Value::Null)).0, 400);
}

#[test]
fn pages_follow_the_order_and_hold_what_is_selected() {
    let world = World::new();
    let directory = Directory::new(&world);
    for name in ["cleo", "anna", "bert"] {
        directory.add(name);
    }
    let page = directory.get("/Users?sortBy=userName&startIndex=2&count=2&attributes=userName");
    assert_eq!(
        (names(&page), &page["totalResults"], &page["itemsPerPage"]),
        (vec!["bert".into(), "cleo".into()], &json!(4), &json!(2))
    );
    assert_eq!(page["Resources"][0].as_object().unwrap().len(), 3);
    let page = directory.get("/Users?sortBy=name.givenName&sortOrder=descending&count=1");
    assert_eq!(names(&page), ["olivia"]);
    assert_eq!(directory.get("/Users?count=-1&startIndex=-7")["Resources"], json!([]));
    assert_eq!(directory.get("/Users?startIndex=5")["totalResults"], 4);
    assert_eq!(refused(directory.send("GET", "/Users?sortBy=members", Value::Null)).0, 400);
    let search = json!({ "filter": "userName sw \"b\"", "excludedAttributes": ["emails"], "count": 5 });
    let (status, found) = directory.send("POST", "/Users/.search", search);
    assert_eq!((status, names(&found)), (200, vec!["bert".to_owned()]));
    assert_eq!(found["Resources"][0].get("emails"), None);
    let (_, all) = directory.send("POST", "/.search", json!({ "startIndex": 4, "count": 2 }));
    assert_eq!((all["totalResults"].as_u64(), all["Resources"].as_array().unwrap().len()), (Some(5), 2));
    assert_eq!(all["Resources"][1]["meta"]["resourceType"], "Group");
    let (_, groups) =
        directory.send("POST", "/.search", json!({ "filter": "displayName eq \"nobody\" or members pr" }));
    assert_eq!(groups["totalResults"], 0);
}

#[test]
fn members_of_mapped_groups_follow_the_directory_and_others_stay() {
    let world = World::new();
    let directory = Directory::new(&world);
    let (anna, bert) = (directory.add("anna"), directory.add("bert"));
    let other = world.user("cleo", None);
    let ops = team(&world, "Ops", GroupKind::Team);
    world.owner().send(&groups::AddMember { org: org(), group: ops.clone(), user: other.clone() }).unwrap();
    let path = format!("/Groups/{ops}");
    let member = |path: &str| json!({ "value": id(path) });
    let (status, body) =
        directory.patch(&path, json!({ "op": "Add", "path": "members", "value": [member(&anna), member(&bert)] }));
    assert_eq!((status, body["members"].as_array().unwrap().len()), (200, 3));
    assert_eq!(directory.get(&anna)["groups"][0]["display"], "Ops");
    assert_eq!(
        names(&directory.get(&format!("/Groups?filter={}", encoded(&format!("members[value eq \"{}\"]", id(&anna)))))),
        ["Ops"]
    );
    let (_, body) =
        directory.patch(&path, json!({ "op": "remove", "path": format!("members[value eq \"{}\"]", id(&anna)) }));
    assert_eq!(body["members"].as_array().unwrap().len(), 2);
    // All of the directory's go; whom an administrator put there stays.
    let (_, body) = directory.patch(&path, json!({ "op": "replace", "path": "members", "value": [] }));
    assert_eq!(body["members"][0]["value"], other.to_string());
    // Whom the directory does not look after it does not move.
    let sales = format!("/Groups/{}", team(&world, "Sales", GroupKind::Team));
    assert_eq!(
        refused(directory.patch(&sales, json!({ "op": "add", "path": "members", "value": [{ "value": other }] }))).0,
        403
    );
    assert_eq!(
        refused(directory.patch(&path, json!({ "op": "add", "path": "members", "value": [{ "value": "7" }] }))).0,
        400
    );
    assert_eq!(
        refused(directory.patch(&path, json!({ "op": "replace", "path": "displayName", "value": "Mine" }))).0,
        403
    );
    assert_eq!(refused(directory.send("DELETE", &path, Value::Null)).0, 403);
}

#[test]
fn a_group_of_the_directorys_own_is_made_renamed_and_deleted() {
    let world = World::new();
    let directory = Directory::new(&world);
    let anna = directory.add("anna");
    let body = json!({ "displayName": "Portal", "externalId": "g1", "members": [{ "value": id(&anna) }] });
    let (status, made) = directory.send("POST", "/Groups", body.clone());
    let own = "urn:ietf:params:scim:schemas:extension:bailiwick:2.0:Group";
    assert_eq!((status, made.get(own)), (201, None));
    let path = format!("/Groups/{}", made["id"].as_str().unwrap());
    assert_eq!(directory.get(&format!("{path}?attributes={own}:kind"))[own], json!({ "kind": "access" }));
    assert_eq!(refused(directory.send("POST", "/Groups", body)), (409, "uniqueness".into()));
    let etag = &made["meta"]["version"];
    let (_, renamed) =
        directory.patch(&path, json!({ "op": "replace", "value": { "displayName": "Portals", "id": "1" } }));
    assert_eq!((&renamed["displayName"], &renamed["meta"]["version"] == etag), (&json!("Portals"), false));
    assert_eq!(directory.get(&format!("{path}?excludedAttributes=members")).get("members"), None);
    let etag = &directory.get(&path)["meta"]["version"];
    let (_, emptied) = directory.send("PUT", &path, json!({ "displayName": "Portals", "externalId": "g1" }));
    assert_eq!((emptied.get("members"), &emptied["meta"]["version"] == etag), (None, false));
    directory.patch(&path, json!({ "op": "add", "path": "members", "value": [{ "value": id(&anna) }] }));
    assert_eq!(directory.send("DELETE", &path, Value::Null).0, 204);
    assert_eq!(refused(directory.send("GET", &path, Value::Null)).0, 404);
    assert_eq!(world.rows("SELECT count(*) FROM directory_links")[0].get::<i64>(0).unwrap(), 1);
}

#[test]
fn a_directory_has_nothing_to_do_with_authority() {
    let world = World::new();
    // Whatever else the token reaches.
    let all = [&ALL[..], &[ADMINISTRATORS_VIEW, ADMINISTRATORS_UPDATE]].concat();
    let directory = Directory::of(&world, &world.owner(), Scope::Organization, &all);
    let (dirk, _) = world.appoint("dirk", vec![world.grant("users", Scope::Organization)]);
    let path = format!("/Users/{dirk}");
    let adopt = json!({ "op": "add", "path": "externalId", "value": "7" });
    assert_eq!(refused(directory.patch(&path, adopt)).0, 403);
    let owner = world.owner().me().unwrap().access.user;
    assert_eq!(refused(directory.send("DELETE", &format!("/Users/{owner}"), Value::Null)).0, 403);
    // Nor with whoever made the token, though the service acts as he.
    let reading = Directory::of(&world, &world.owner(), Scope::Organization, &[USERS_VIEW]);
    for directory in [&directory, &reading] {
        let path = format!("/Users/{owner}");
        for operation in [
            json!({ "op": "add", "path": "externalId", "value": "8" }),
            json!({ "op": "replace", "path": "name.givenName", "value": "Nobody" }),
        ] {
            assert_eq!(refused(directory.patch(&path, operation)).0, 403);
        }
    }
    // Nor is whoever was given authority taken out of the group that gives it.
    let helpdesk = team(&world, "Helpdesk", GroupKind::Access);
    let zoe = directory.add("zoe");
    world.owner().send(&groups::AddMember { org: org(), group: helpdesk.clone(), user: id(&zoe) }).unwrap();
    let (subject, grant) =
        (shared::grants::Subject::Group(helpdesk.clone()), world.grant("users", Scope::Organization));
    world.owner().send(&shared::grants::api::Create { org: org(), subject, grant }).unwrap();
    let path = format!("/Groups/{helpdesk}");
    let empty = json!({ "op": "replace", "path": "members", "value": [] });
    assert_eq!(directory.patch(&path, empty).0, 200);
    assert_eq!(directory.get(&path)["members"].as_array().unwrap().len(), 1);
    // Nor does membership give any.
    let anna = directory.add("anna");
    let built_in = directory.get("/Groups?filter=displayName%20pr")["Resources"][0]["id"].as_str().unwrap().to_owned();
    let join = json!({ "op": "add", "path": "members", "value": [{ "value": id(&anna) }] });
    assert_eq!(refused(directory.patch(&format!("/Groups/{built_in}"), join)).0, 403);
    let recorded = world.rows("SELECT count(*) FROM audit WHERE NOT accepted")[0].get::<i64>(0).unwrap();
    assert!(recorded >= 2, "refusals are recorded");
}

#[test]
fn a_token_reaches_where_it_was_said_and_no_further() {
    let world = World::new();
    let (ghent, antwerp) = (world.site("Ghent"), world.site("Antwerp"));
    world.user("bert", Some(&antwerp));
    let directory = Directory::of(&world, &world.owner(), only(&ghent), &ALL);
    let anna = directory.add("anna");
    let shown = world.owner().send(&users::View { org: org(), user: id(&anna) }).unwrap();
    assert_eq!(shown.site, Some(ghent), "where alone it may add users");
    assert_eq!(names(&directory.get("/Users")), ["anna"]);
    assert_eq!(directory.get("/Users")["totalResults"], 1);
    let mut cleo = user("cleo");
    cleo[OWN_USER] = json!({ "site": "Antwerp" });
    assert_eq!(refused(directory.send("POST", "/Users", cleo)).0, 400);
    let leave = json!({ "op": "remove", "path": format!("{OWN_USER}:site") });
    assert_eq!(refused(directory.patch(&anna, leave)).0, 403);
    let sites: Vec<Value> = directory.get("/Schemas")["Resources"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|schema| schema["id"] == OWN_USER)
        .map(|schema| schema["attributes"][0]["canonicalValues"].clone())
        .collect();
    assert_eq!(sites, [json!(["Ghent"])]);

    let reading = Directory::of(&world, &world.owner(), Scope::Organization, &[USERS_VIEW]);
    assert_eq!(refused(reading.send("POST", "/Users", user("cleo"))).0, 403);
    let nothing = Directory::of(&world, &world.owner(), Scope::Organization, &[ADMINISTRATORS_VIEW]);
    assert_eq!(refused(nothing.send("GET", "/Users", Value::Null)).0, 403);
    let delete = Delete { org: org(), credential: directory.credential.clone() };
    world.owner().send(&delete).unwrap();
    assert_eq!(refused(directory.send("GET", "/Users", Value::Null)).0, 401);
}

#[test]
fn a_token_for_a_group_adds_to_it_and_changes_whoever_is_in_it_wherever_he_belongs() {
    let world = World::new();
    let ghent = world.site("Ghent");
    let ops = team(&world, "Ops", GroupKind::Access);
    let bert = world.user("bert", Some(&ghent));
    world.owner().send(&groups::AddMember { org: org(), group: ops.clone(), user: bert.clone() }).unwrap();
    let within = Scope::Groups { groups: [ops.clone()].into() };
    let directory = Directory::of(&world, &world.owner(), within, &ALL);
    let path = format!("/Users/{bert}");
    assert_eq!(directory.patch(&path, json!({ "op": "add", "path": "externalId", "value": "7" })).0, 200);
    assert_eq!(directory.patch(&path, json!({ "op": "replace", "path": "active", "value": false })).0, 200);
    let shown = world.owner().send(&users::View { org: org(), user: bert }).unwrap();
    assert_eq!((shown.status, shown.site), (Status::Disabled, Some(ghent)));
    let anna = directory.add("anna");
    // Ids of one moment are in no order.
    let listed: std::collections::BTreeSet<String> = names(&directory.get("/Users")).into_iter().collect();
    assert_eq!(listed, ["anna".to_owned(), "bert".to_owned()].into());
    // Brought back as he was.
    assert_eq!(directory.send("DELETE", &anna, Value::Null).0, 204);
    assert_eq!(directory.add("anna"), anna);
    // What it does not see is not searched either.
    let by_team = format!("{OWN_USER}:team");
    for filter in ["groups.value sw \"0\"", "groups pr", &format!("{by_team} sw \"0\""), &format!("{by_team} pr")] {
        let answer = directory.send("GET", &format!("/Users?filter={}", encoded(filter)), Value::Null);
        assert_eq!(refused(answer), (400, "invalidFilter".into()), "{filter}");
    }
    // Nor does the order say what is not seen.
    let answer = directory.send("GET", &format!("/Users?sortBy={by_team}"), Value::Null);
    assert_eq!(refused(answer), (400, "invalidValue".into()));
    assert_eq!(Directory::new(&world).send("GET", &format!("/Users?sortBy={by_team}"), Value::Null).0, 200);
    // A group of the console's is not its to delete, not even once it is adopted.
    assert_eq!(
        directory.patch(&format!("/Groups/{ops}"), json!({ "op": "add", "path": "externalId", "value": "g" })).0,
        200
    );
    assert_eq!(refused(directory.send("DELETE", &format!("/Groups/{ops}"), Value::Null)).0, 403);
}

#[test]
fn a_group_goes_with_whoever_was_deleted_in_it() {
    let world = World::new();
    let directory = Directory::new(&world);
    let anna = directory.add("anna");
    let body = json!({ "displayName": "Portal", "members": [{ "value": id(&anna) }] });
    let (_, made) = directory.send("POST", "/Groups", body);
    assert_eq!(directory.send("DELETE", &anna, Value::Null).0, 204);
    let path = format!("/Groups/{}", made["id"].as_str().unwrap());
    assert_eq!(directory.send("DELETE", &path, Value::Null).0, 204);
}

#[test]
fn a_token_narrows_and_dies_with_its_makers_right() {
    let world = World::new();
    let owner = world.owner();
    let may = |permissions: Vec<Permission>| RoleDetails {
        name: "Integrator".into(),
        description: String::new(),
        permissions: permissions.into_iter().chain([CREDENTIALS_CREATE, ADMINISTRATORS_VIEW]).collect(),
    };
    let role = owner.send(&roles::Create { org: org(), details: may(ALL.into()) }).unwrap();
    let (mia, browser) = world.appoint("mia", vec![world.grant("Integrator", Scope::Organization)]);
    let directory = Directory::of(&world, &browser, Scope::Organization, &ALL);
    let anna = directory.add("anna");
    let details = may(vec![USERS_VIEW]);
    let role = owner.send(&roles::Update { org: org(), role: role.id, version: role.version, details }).unwrap();
    assert_eq!(directory.get(&anna)["userName"], "anna");
    assert_eq!(refused(directory.patch(&anna, json!({ "op": "replace", "path": "active", "value": false }))).0, 403);
    assert_eq!(refused(directory.send("POST", "/Users", user("bert"))).0, 403);
    assert_eq!(directory.get("/Groups")["totalResults"], 0);
    let details = may(ALL.into());
    owner.send(&roles::Update { org: org(), role: role.id, version: role.version, details }).unwrap();
    directory.add("bert");
    owner.send(&administrators::Disable { org: org(), user: mia }).unwrap();
    assert_eq!(refused(directory.send("GET", &anna, Value::Null)).0, 401);
}

#[test]
fn bulk_requests_refer_to_what_they_make_and_stop_when_they_are_told() {
    let world = World::new();
    let directory = Directory::new(&world);
    let post =
        |path: &str, id: &str, data: Value| json!({ "method": "POST", "path": path, "bulkId": id, "data": data });
    let group = json!({ "displayName": "Portal", "members": [{ "value": "bulkId:u1" }] });
    let rename = json!({ "Operations": [{ "op": "replace", "path": "nickName", "value": "An" }] });
    let patch = json!({ "method": "patch", "path": "/Users/bulkId:u1", "data": rename });
    let operations = json!([post("/Groups", "g1", group), post("/Users", "u1", user("anna")), patch]);
    let (status, done) = directory.send("POST", "/Bulk", json!({ "Operations": operations }));
    let statuses: Vec<&str> =
        done["Operations"].as_array().unwrap().iter().map(|one| one["status"].as_str().unwrap()).collect();
    assert_eq!((status, statuses), (200, vec!["201", "201", "200"]), "{done}");
    assert_eq!(directory.get("/Users?filter=nickName%20pr")["Resources"][0]["groups"][0]["display"], "Portal");

    let twice = json!([
        post("/Users", "a", user("anna")),
        post("/Users", "b", user("anna")),
        post("/Users", "c", user("cleo"))
    ]);
    let (_, done) = directory.send("POST", "/Bulk", json!({ "failOnErrors": 1, "Operations": twice }));
    assert_eq!(done["Operations"].as_array().unwrap().len(), 1);
    assert_eq!(done["Operations"][0]["response"]["scimType"], "uniqueness");
    assert_eq!(directory.found("userName eq \"cleo\""), [""; 0]);
    let dependent = json!([
        post("/Users", "a", user("anna")),
        post("/Groups", "g", json!({ "displayName": "X", "members": [{ "value": "bulkId:a" }] }))
    ]);
    let (_, done) = directory.send("POST", "/Bulk", json!({ "Operations": dependent }));
    assert_eq!(done["Operations"][1]["status"], "412");

    let circle = json!([
        post("/Groups", "x", json!({ "displayName": "X", "members": [{ "value": "bulkId:y" }] })),
        post("/Groups", "y", json!({ "displayName": "Y", "members": [{ "value": "bulkId:x" }] })),
        post("/Users", "z", user("dirk")),
    ]);
    assert_eq!(refused(directory.send("POST", "/Bulk", json!({ "Operations": circle }))).0, 409);
    let unknown = json!([post("/Groups", "x", json!({ "displayName": "X", "members": [{ "value": "bulkId:no" }] }))]);
    assert_eq!(refused(directory.send("POST", "/Bulk", json!({ "Operations": unknown }))).0, 400);
    let nested = json!([post("/Bulk", "x", json!({ "Operations": [] }))]);
    let (_, done) = directory.send("POST", "/Bulk", json!({ "Operations": nested }));
    assert_eq!(done["Operations"][0]["status"], "404");
    for bad in [
        json!({}),
        json!([]),
        json!({ "Operations": [{ "path": "/Users" }] }),
        json!({ "Operations": [{ "method": "GET", "path": "/Users" }] }),
    ] {
        assert_eq!(refused(directory.send("POST", "/Bulk", bad)), (400, "invalidSyntax".into()));
    }
    let many = vec![json!({ "method": "DELETE", "path": "/Users/1" }); 201];
    assert_eq!(refused(directory.send("POST", "/Bulk", json!({ "Operations": many }))).0, 413);
}

#[test]
fn bad_bodies_and_unknown_paths_get_errors_as_the_protocol_says() {
    let world = World::new();
    let directory = Directory::new(&world);
    let path = directory.add("anna");
    for body in [json!(1), json!([]), json!({ "schemas": ["urn:nothing"] }), Value::Null] {
        assert_eq!(refused(directory.send("POST", "/Users", body)), (400, "invalidSyntax".into()));
    }
    for (name, value) in [
        ("userName", json!("")),
        ("name", json!({})),
        ("emails", json!([{ "value": "no address" }])),
        ("active", json!("yes")),
    ] {
        let mut body = user("bert");
        body[name] = value;
        assert_eq!(refused(directory.send("POST", "/Users", body)), (400, "invalidValue".into()), "{name}");
    }
    for (method, path, status) in [
        ("GET", "/", 404),
        ("GET", "/Nothing", 404),
        ("GET", "/Users/a/b", 404),
        ("GET", "/Me", 501),
        ("GET", "/Bulk", 405),
        ("DELETE", "/Users", 405),
        ("POST", path.as_str(), 405),
        ("PATCH", "/Schemas", 405),
        ("GET", "/Schemas/urn:nothing", 404),
        ("GET", "/Schemas?filter=id%20pr", 403),
    ] {
        assert_eq!(refused(directory.send(method, path, Value::Null)).0, status, "{method} {path}");
    }
    let reply = directory.ask("DELETE", "/Users", &Value::Null, None);
    assert_eq!(reply.allow.as_deref(), Some("GET, POST"));
    let config = directory.get("/ServiceProviderConfig");
    assert_eq!((&config["bulk"]["maxOperations"], &config["etag"]["supported"]), (&json!(200), &json!(true)));
    assert_eq!(directory.get("/ResourceTypes")["totalResults"], 2);
    assert_eq!(directory.get("/Schemas")["totalResults"], 5);
}

/// Users who are, or look, the same now and then, and some who are not right.
fn newcomers() -> impl Strategy<Value = Vec<Value>> {
    let name =
        select(&["anna", "bert", "cleo", "dirk", "emma", "fien", "gust", "hugo", "ines", "jan", "аnna", " "][..]);
    let newcomer = (name, option::weighted(0.9, 0..12_u8), weighted(0.9), option::weighted(0.1, Just("nowhere")));
    let document = newcomer.prop_map(|(name, number, active, site)| {
        let mut document = user(name);
        document["externalId"] = json!(number.map(|number| format!("ext-{number}")));
        document["active"] = active.into();
        document[OWN_USER] = json!({ "site": site });
        document
    });
    vec(document, 1..12)
}

/// What tokens may do: all of it, most often.
const TOKENS: &[&[Permission]] =
    &[&ALL, &ALL, &[USERS_CREATE, USERS_UPDATE], &[USERS_VIEW, USERS_CREATE], &[USERS_VIEW]];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whether users are judged, written and recorded at once or one by one, nobody can tell.
    #[test]
    fn a_bulk_request_is_its_operations_sent_one_by_one(
        documents in newcomers(),
        permissions in select(TOKENS),
        deleted in any::<bool>(),
    ) {
        let together = World::new();
        let directory = Directory::of(&together, &together.owner(), Scope::Organization, permissions);
        // Whoever was deleted comes back.
        if deleted && permissions == ALL {
            directory.send("DELETE", &directory.add("anna"), Value::Null);
        }
        let apart = together.copy();
        let (credential, token) = (directory.credential.clone(), directory.token.clone());
        let operation = |(at, data): (usize, &Value)| {
            json!({ "method": "POST", "path": "/Users", "bulkId": at.to_string(), "data": data })
        };
        let operations: Vec<Value> = documents.iter().enumerate().map(operation).collect();
        let (_, done) = directory.send("POST", "/Bulk", json!({ "Operations": operations }));
        let single = directory_of(&apart, credential, token);
        prop_assert_eq!(done["Operations"].as_array().unwrap().len(), documents.len());
        for (result, document) in done["Operations"].as_array().unwrap().iter().zip(&documents) {
            let (status, answer) = single.send("POST", "/Users", document.clone());
            let refusal = if status < 300 { Value::Null } else { answer.clone() };
            let expected = (&json!(status.to_string()), &answer["meta"]["version"], &refusal);
            prop_assert_eq!((&result["status"], &result["version"], &result["response"]), expected);
        }
        for question in [ALL_BUT_IDS, "SELECT effect, accepted, line ->> '$.endpoint' FROM audit ORDER BY seq"] {
            prop_assert_eq!(together.rows(question), apart.rows(question));
        }
    }
}

/// Users with what their directory says of them, by whatever ids.
const ALL_BUT_IDS: &str =
    "SELECT users.person, users.status, users.version, links.external_id, links.gone, links.version
     FROM directory_links AS links JOIN users ON users.id = links.resource ORDER BY users.user_name";
