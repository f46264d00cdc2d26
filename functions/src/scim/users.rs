//! Users as a directory sees them, and what it may change of those whom it looks after.

use super::{
    Call, Desk, Outcome, Shown,
    filter::Column,
    links,
    list::{self, Listed, Search, Within},
    onboarding::{Entry, enabling},
    teams,
};
use crate::{
    effects::{Effect, Link},
    groups, params, people,
    setup::trimmed,
    sql::{Row, Value as Bound, json},
    text,
};
use chrono::{DateTime, SecondsFormat};
use serde_json::{Value, json};
use shared::{
    Code,
    authority::{
        Reach,
        permission::{GROUPS_VIEW, USERS_CREATE, USERS_VIEW},
        reach,
    },
    directories::EXTERNAL_ID_MAX,
    groups::GroupKind,
    ids::{GroupId, SiteId, UserId},
    scim::{
        Error, Kind, USER,
        document::{self, Document},
        patch,
        schema::{ENTERPRISE, OWN_USER},
    },
    time::Timestamp,
    users::{Address, Person, Phones, Status},
    validation::{Check, LINE_MAX, Validate},
};
use std::collections::BTreeSet;

/// The user type that is kept.
const AGENT: &str = "agent";

const FROM: &str = "users LEFT JOIN directory_links AS links ON links.resource = users.id AND links.credential = ?
    LEFT JOIN sites ON sites.id = users.site";

const PHONES: &str = "(SELECT value ->> 0 AS kind, value ->> 1 AS number FROM json_each(json_array(
        json_array('work', users.person ->> '$.phones.work'), json_array('mobile', users.person ->> '$.phones.mobile'),
        json_array('home', users.person ->> '$.phones.home'), json_array('fax', users.person ->> '$.phones.fax'),
        json_array('sip', users.person ->> '$.phones.sip'))))";

/// How users are listed.
pub(super) const LISTED: Listed = Listed {
    kind: &USER,
    from: FROM,
    id: "users.id",
    columns: &[
        ("id", Column::Exact("users.id")),
        ("externalid", Column::Exact("links.external_id")),
        ("username", Column::Key("users.user_name_key")),
        ("displayname", Column::Text("users.full_name")),
        ("name", Column::Key("users.name_key")),
        ("name.formatted", Column::Text("users.full_name")),
        ("name.givenname", Column::Text("users.person ->> '$.given_name'")),
        ("name.middlename", Column::Text("users.person ->> '$.middle_name'")),
        ("name.familyname", Column::Text("users.person ->> '$.family_name'")),
        ("nickname", Column::Text("users.person ->> '$.nick_name'")),
        ("active", Column::Truth("users.status = 'active'")),
        ("usertype", Column::Text("CASE WHEN users.agent THEN 'agent' END")),
        ("emails", Column::Key("users.email_key")),
        ("emails.value", Column::Key("users.email_key")),
        ("emails.type", Column::Text("'work'")),
        (
            "phonenumbers",
            Column::Many(PHONES, "number <> ''", &[("value", Column::Text("number")), ("type", Column::Text("kind"))]),
        ),
        (
            "groups",
            Column::Many(
                "memberships",
                "memberships.user = users.id",
                &[("value", Column::Exact("memberships.group_id"))],
            ),
        ),
        ("addresses.streetaddress", Column::Text("users.person ->> '$.address.street_address'")),
        ("addresses.locality", Column::Text("users.person ->> '$.address.locality'")),
        ("addresses.region", Column::Text("users.person ->> '$.address.region'")),
        ("addresses.postalcode", Column::Text("users.person ->> '$.address.postal_code'")),
        ("addresses.country", Column::Text("users.person ->> '$.address.country'")),
        ("addresses.type", Column::Text("'work'")),
        ("meta.created", Column::Time("users.created_at")),
        ("meta.resourcetype", Column::Exact("'User'")),
        (
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:employeenumber",
            Column::Text("links.attributes ->> '$.employeeNumber'"),
        ),
        (
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:costcenter",
            Column::Text("links.attributes ->> '$.costCenter'"),
        ),
        (
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:organization",
            Column::Text("links.attributes ->> '$.organization'"),
        ),
        (
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:division",
            Column::Text("links.attributes ->> '$.division'"),
        ),
        (
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:department",
            Column::Text("links.attributes ->> '$.department'"),
        ),
        (
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:manager.value",
            Column::Text("links.attributes ->> '$.manager.value'"),
        ),
        ("urn:ietf:params:scim:schemas:extension:bailiwick:2.0:user:site", Column::Text("sites.details ->> '$.name'")),
        (
            "urn:ietf:params:scim:schemas:extension:bailiwick:2.0:user:ssoid",
            Column::Exact("users.person ->> '$.sso_id'"),
        ),
        ("urn:ietf:params:scim:schemas:extension:bailiwick:2.0:user:team", Column::Exact(teams::PRESENT)),
        (
            "urn:ietf:params:scim:schemas:extension:bailiwick:2.0:user:description",
            Column::Text("users.person ->> '$.description'"),
        ),
    ],
    within,
    kept,
    documents,
};

fn within(desk: &Desk<'_>) -> Outcome<Within> {
    let context = desk.context();
    Ok(people::listing::within(&reach(context.access()?, &USERS_VIEW)))
}

/// All there are, without those whom the directory has deleted.
fn kept(desk: &Desk<'_>) -> Outcome<Option<u32>> {
    let context = desk.context();
    let everywhere = reach(context.access()?, &USERS_VIEW);
    if everywhere != Reach::Everywhere {
        return Ok(None);
    }
    let gone = context.reader.row(
        "SELECT count(*) FROM directory_links JOIN users ON users.id = resource WHERE credential = ? AND gone",
        params![&desk.credential],
    )?;
    let gone: u32 = gone.map_or(Ok(0), |row| row.get(0))?;
    Ok(Some(people::listing::reached(context.reader, &everywhere, None)?.saturating_sub(gone)))
}

/// A user as it is stored, for a directory.
struct Record {
    id: UserId,
    version: u32,
    person: Person,
    site: Option<SiteId>,
    status: Status,
    created_at: Timestamp,
    site_name: Option<String>,
    /// As far as the caller may see it.
    team: Option<GroupId>,
    link: Option<(Link, u32)>,
}

const COLUMNS: &str = "users.id, users.version, users.person, users.site, users.status, users.created_at,
    sites.details ->> '$.name'";

fn record(row: &Row) -> Outcome<Record> {
    Ok(Record {
        id: row.parse(0)?,
        version: row.get(1)?,
        person: row.json(2)?,
        site: row.parse_optional(3)?,
        status: people::status(&row.get::<String>(4)?),
        created_at: row.get(5)?,
        site_name: row.get(6)?,
        team: row.parse_optional(7)?,
        link: links::read(row, 8)?,
    })
}

fn records(desk: &Desk<'_>, ids: &[String]) -> Outcome<Vec<Record>> {
    let (seen, mut values) = teams::seen(desk)?;
    let sql = format!(
        "SELECT {COLUMNS}, {seen}, {} FROM {FROM} WHERE users.id IN (SELECT value FROM json_each(?))",
        links::COLUMNS
    );
    values.extend([Bound::from(&desk.credential), list::bound(ids)]);
    let rows = desk.context().reader.rows(&sql, &values)?;
    let found = rows.iter().map(|row| Ok((row.get(0)?, record(row)?))).collect::<Outcome<_>>()?;
    Ok(list::in_order(ids, found))
}

/// A user whom the caller may see, and who is not deleted for him.
fn find(desk: &Desk<'_>, id: &UserId) -> Outcome<Record> {
    crate::users::place(&desk.context(), id)?;
    let found = records(desk, &[id.to_string()])?.into_iter().next().ok_or(Code::NotFound)?;
    if found.link.as_ref().is_some_and(|(link, _)| link.gone) {
        return Err(Code::NotFound.into());
    }
    Ok(found)
}

impl Record {
    /// The team into which the directory has put him.
    fn placed(&self) -> Option<&GroupId> {
        self.link()?.team.as_ref()
    }

    fn link(&self) -> Option<&Link> {
        self.link.as_ref().map(|(link, _)| link)
    }

    fn etag(&self) -> String {
        let link = self.link.as_ref().map_or(0, |(_, version)| *version);
        // Who is put into another team by hand has another version, though nothing of his own has changed.
        let team = self.team.as_ref().map(|team| text::digest(team.as_str())).unwrap_or_default();
        format!("W/\"{}.{link}.{team:.8}\"", self.version)
    }

    /// What a client may write.
    fn written(&self) -> Document {
        let person = &self.person;
        let phones = &person.phones;
        let numbers = [
            ("work", &phones.work),
            ("mobile", &phones.mobile),
            ("home", &phones.home),
            ("fax", &phones.fax),
            ("sip", &phones.sip),
        ];
        let numbers = numbers.iter().filter(|(_, number)| !number.is_empty());
        let Address { street_address, postal_code, locality, region, country } = &person.address;
        let address = json!({
            "streetAddress": street_address, "locality": locality, "region": region, "postalCode": postal_code,
            "country": country,
        });
        let address = said(&address);
        let addresses: Vec<Value> = address
            .map(|mut address| {
                address["type"] = "work".into();
                address
            })
            .into_iter()
            .collect();
        let all = json!({
            "externalId": self.link().and_then(|link| link.external_id.clone()),
            "userName": person.user_name,
            "name": said(&json!({
                "givenName": person.given_name, "middleName": person.middle_name, "familyName": person.family_name,
            })),
            "nickName": person.nick_name,
            "active": self.status == Status::Active,
            "userType": if person.agent { AGENT } else { "" },
            "emails": [{ "value": person.email, "type": "work" }],
            "phoneNumbers": numbers.map(|(kind, number)| json!({ "value": number, "type": kind })).collect::<Value>(),
            "addresses": addresses,
            ENTERPRISE: self.link().map(|link| link.attributes.clone()),
            OWN_USER: said(&json!({
                "site": self.site_name, "ssoId": person.sso_id, "description": person.description, "team": self.team,
            })),
        });
        match said(&all) {
            Some(Value::Object(document)) => document,
            _ => Document::new(),
        }
    }

    fn document(&self, desk: &Desk<'_>, groups: Vec<Value>) -> Document {
        let mut document = self.written();
        let extensions = [ENTERPRISE, OWN_USER].into_iter().filter(|urn| document.contains_key(*urn));
        let schemas: Value = std::iter::once(USER.schema.id).chain(extensions).collect();
        document.insert("schemas".into(), schemas);
        document.insert("id".into(), self.id.as_str().into());
        document.insert("displayName".into(), self.person.full_name().into());
        if !groups.is_empty() {
            document.insert("groups".into(), groups.into());
        }
        let created = DateTime::from_timestamp_millis(self.created_at.0);
        let meta = json!({
            "resourceType": USER.name,
            "created": created.map(|at| at.to_rfc3339_opts(SecondsFormat::Millis, true)),
            "location": desk.address(&format!("/Users/{}", self.id)),
            "version": self.etag(),
        });
        document.insert("meta".into(), meta);
        document
    }
}

/// Without fields that say nothing; nothing if none says anything.
fn said(value: &Value) -> Option<Value> {
    let fields = value.as_object()?.iter().filter(|(_, value)| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    });
    let fields: Document = fields.map(|(name, value)| (name.clone(), value.clone())).collect();
    (!fields.is_empty()).then_some(Value::Object(fields))
}

fn documents(desk: &Desk<'_>, ids: &[String], search: &Search) -> Outcome<Vec<Document>> {
    let records = records(desk, ids)?;
    let mut joined = if search.has(&USER, "groups") { joined(desk, ids)? } else { Vec::new() };
    let documents = records.into_iter().map(|record| {
        let (own, others) = joined.drain(..).partition(|(user, _)| user == record.id.as_str());
        joined = others;
        let own: Vec<(String, Value)> = own;
        record.document(desk, own.into_iter().map(|(_, group)| group).collect())
    });
    Ok(documents.collect())
}

/// The groups that these users are in, as far as the caller may see them.
fn joined(desk: &Desk<'_>, ids: &[String]) -> Outcome<Vec<(String, Value)>> {
    let context = desk.context();
    let mut values = vec![list::bound(ids)];
    let filter = match reach(context.access()?, &GROUPS_VIEW) {
        Reach::Everywhere => "1",
        Reach::Within { groups, .. } => {
            values.push(json(&groups));
            groups::WITHIN
        }
    };
    let sql = format!(
        "SELECT memberships.user, groups.id, groups.details ->> '$.name'
         FROM memberships JOIN groups ON groups.id = memberships.group_id
         WHERE memberships.user IN (SELECT value FROM json_each(?)) AND {filter} ORDER BY groups.id"
    );
    let group = |row: &Row| {
        let (id, name): (String, String) = (row.get(1)?, row.get(2)?);
        let group = json!({ "value": id, "$ref": desk.address(&format!("/Groups/{id}")), "display": name });
        Ok((row.get(0)?, group))
    };
    context.reader.rows(&sql, &values)?.iter().map(group).collect()
}

/// Shows a user.
pub(super) fn show(desk: &Desk<'_>, id: &UserId, search: &Search) -> Outcome<Document> {
    let found = find(desk, id)?;
    let joined = if search.has(&USER, "groups") { joined(desk, &[id.to_string()])? } else { Vec::new() };
    Ok(found.document(desk, joined.into_iter().map(|(_, group)| group).collect()))
}

/// The sites where the caller may see users, by name.
pub(super) fn sites(desk: &Desk<'_>) -> Outcome<Vec<(SiteId, String)>> {
    let context = desk.context();
    let (filter, values) = match reach(context.access()?, &USERS_VIEW) {
        Reach::Everywhere => ("1", Vec::new()),
        Reach::Within { sites, .. } => ("id IN (SELECT value FROM json_each(?))", vec![json(&sites)]),
    };
    let sql = format!("SELECT id, details ->> '$.name' FROM sites WHERE {filter} ORDER BY name_key");
    let rows = context.reader.rows(&sql, &values)?;
    rows.iter().map(|row| Ok((row.parse(0)?, row.get(1)?))).collect()
}

/// What a document says of somebody.
struct Wanted {
    person: Person,
    site: Option<SiteId>,
    active: bool,
    /// The team that he is to be in.
    team: Option<GroupId>,
    link: Link,
}

/// What a document says; of `known`, if there is such a user.
fn wanted(desk: &Desk<'_>, mut document: Document, known: Option<&Record>) -> Outcome<Wanted> {
    document::complete(&USER, &mut document)?;
    let document = &document;
    let person = trimmed(person(document));
    person.validate()?;
    let attributes = match document.get(ENTERPRISE) {
        Some(Value::Object(fields)) => fields.clone(),
        _ => Document::new(),
    };
    let external_id = Some(document::text(document, &["externalId"])).filter(|id| !id.is_empty());
    let mut check = Check::default();
    check.optional("externalId", external_id.as_deref().unwrap_or_default(), EXTERNAL_ID_MAX);
    for (name, value) in &attributes {
        let text = value.as_str().or_else(|| value["value"].as_str()).unwrap_or_default();
        check.optional(&format!("{ENTERPRISE}:{name}"), text, LINE_MAX);
    }
    check.finish()?;
    Ok(Wanted {
        person,
        site: site(desk, document, known)?,
        active: document.get("active").and_then(Value::as_bool).unwrap_or(true),
        team: teams::named(desk, document, known.and_then(|known| known.team.as_ref()))?,
        // Where the directory has put somebody is said by nobody but us.
        link: Link { external_id, attributes, gone: false, team: known.and_then(Record::placed).cloned() },
    })
}

fn person(document: &Document) -> Person {
    let text = |path: &[&str]| document::text(document, path);
    let at_work = |name: &str| {
        let values = document.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let is_work = |value: &&Value| value["type"].as_str().is_some_and(|kind| kind.eq_ignore_ascii_case("work"));
        values.iter().find(is_work).or(values.first()).cloned().unwrap_or_default()
    };
    let part = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let address = at_work("addresses");
    Person {
        user_name: text(&["userName"]),
        email: part(&at_work("emails"), "value"),
        given_name: text(&["name", "givenName"]),
        middle_name: text(&["name", "middleName"]),
        family_name: text(&["name", "familyName"]),
        agent: text(&["userType"]).eq_ignore_ascii_case(AGENT),
        phones: phones(document),
        address: Address {
            street_address: part(&address, "streetAddress"),
            postal_code: part(&address, "postalCode"),
            locality: part(&address, "locality"),
            region: part(&address, "region"),
            country: part(&address, "country"),
        },
        nick_name: text(&["nickName"]),
        sso_id: text(&[OWN_USER, "ssoId"]),
        description: text(&[OWN_USER, "description"]),
    }
}

/// One number of each type; types that are not kept are left out.
fn phones(document: &Document) -> Phones {
    let mut phones = Phones::default();
    for value in document.get("phoneNumbers").and_then(Value::as_array).into_iter().flatten() {
        let number = value["value"].as_str().unwrap_or_default();
        let kept = match value["type"].as_str().unwrap_or("work").to_ascii_lowercase().as_str() {
            "work" => &mut phones.work,
            "mobile" => &mut phones.mobile,
            "home" => &mut phones.home,
            "fax" => &mut phones.fax,
            "sip" => &mut phones.sip,
            _ => continue,
        };
        number.clone_into(kept);
    }
    phones
}

/// The site that a document names, if the caller reaches it, or if the user is there already.
fn site(desk: &Desk<'_>, document: &Document, known: Option<&Record>) -> Outcome<Option<SiteId>> {
    let name = document::text(document, &[OWN_USER, "site"]);
    if name.is_empty() {
        return Ok(None);
    }
    let key = text::fold(&name);
    if let Some(known) = known
        && known.site_name.as_deref().is_some_and(|name| text::fold(name) == key)
    {
        return Ok(known.site.clone());
    }
    let found = sites(desk)?.into_iter().find(|(_, known)| text::fold(known) == key).map(|(id, _)| id);
    Ok(Some(found.ok_or_else(|| Error::new(Kind::InvalidValue, "site: there is none of this name"))?))
}

/// Where a new user belongs if nobody says so: at the only site, or else in the only group, where the
/// caller may add users.
fn only_place(desk: &Desk<'_>) -> Outcome<(Option<SiteId>, Option<GroupId>)> {
    let context = desk.context();
    Ok(match reach(context.access()?, &USERS_CREATE) {
        Reach::Within { sites, .. } if sites.len() == 1 => (sites.into_iter().next(), None),
        Reach::Within { sites, groups } if sites.is_empty() && groups.len() == 1 => (None, groups.into_iter().next()),
        _ => (None, None),
    })
}

/// A body as a document. Whoever signs in with his address needs no other.
fn received(body: &Value) -> Outcome<Document> {
    let mut document = document::read(&USER, body)?;
    let user_name = document::text(&document, &["userName"]);
    if !document.contains_key("emails") && user_name.contains('@') {
        document.insert("emails".into(), json!([{ "value": user_name, "type": "work" }]));
    }
    Ok(document)
}

type Planned = Outcome<(Vec<Effect>, Shown)>;

/// Adds a user, or brings back whom the directory had deleted.
pub(super) fn create(desk: &Desk<'_>, body: &Value) -> Outcome<(Vec<Effect>, UserId)> {
    let document = received(body)?;
    if let Some(known) = deleted(desk, &trimmed(person(&document)))? {
        must_be_another(desk, &known)?;
        let wanted = wanted(desk, keeping(document, &known, &[OWN_USER]), Some(&known))?;
        links::must_be_free(desk, "user", wanted.link.external_id.as_deref(), known.id.as_str())?;
        let effects = changes(desk, &known, wanted)?;
        return Ok((effects, known.id));
    }
    let mut wanted = wanted(desk, document, None)?;
    let mut joins = wanted.team.take();
    if wanted.site.is_none() {
        let (site, group) = only_place(desk)?;
        (wanted.site, joins) = (site, joins.or(group));
    }
    let reader = desk.context().reader;
    let taken = people::taken_logins(reader, &wanted.person, None)?;
    if !taken.is_empty() {
        return Err(shared::Problem::invalid(taken).into());
    }
    links::must_be_free(desk, "user", wanted.link.external_id.as_deref(), "")?;
    let user: UserId = desk.surroundings.id();
    let entry = if wanted.active { Entry::of(desk)? } else { Entry::none(desk) };
    let link = entry.link(desk, &user, &wanted.person.user_name);
    let mut effects = vec![entry.creation(&user, wanted.person, wanted.site)];
    if let Some(group) = joins.map(|group| crate::groups::find(reader, &group)).transpose()?.flatten() {
        wanted.link.team = (group.kind == GroupKind::Team).then(|| group.id.clone());
        effects.push(Effect::MemberAdded { group: group.id, kind: group.kind, user: user.clone() });
    }
    if !wanted.active {
        effects.push(Effect::UserDisabled { user: user.clone() });
    }
    effects.push(linked(desk, &user, None, wanted.link));
    effects.extend(link);
    Ok((effects, user))
}

/// Adds several users, if each could be added alone and none is in another's way.
pub(super) fn create_together<'b>(
    desk: &Desk<'_>,
    bodies: impl Iterator<Item = &'b Value>,
) -> Outcome<(Vec<Effect>, Vec<UserId>)> {
    let (mut effects, mut users, mut taken) = (Vec::new(), Vec::new(), BTreeSet::new());
    for body in bodies {
        let (own, user) = create(desk, body)?;
        // Whom the directory had deleted comes back once.
        let takes = own.iter().flat_map(takes).chain([("id", user.to_string())]).collect::<BTreeSet<_>>();
        if !takes.into_iter().all(|it| taken.insert(it)) {
            return Err(Error::new(Kind::Uniqueness, "taken by another one of these").into());
        }
        effects.extend(own);
        users.push(user);
    }
    Ok((effects, users))
}

/// What an effect takes from everybody else: how logins look, and how the directory names somebody.
fn takes(effect: &Effect) -> Vec<(&'static str, String)> {
    match effect {
        Effect::UserCreated { person, .. } | Effect::UserUpdated { person, .. } => {
            [&person.user_name, &person.email].map(|login| ("login", text::skeleton(login))).into()
        }
        Effect::UserLinked { details, .. } => details.external_id.iter().map(|id| ("externalId", id.clone())).collect(),
        _ => Vec::new(),
    }
}

/// The versions of these users, whom the caller may see, in their order.
pub(super) fn etags(desk: &Desk<'_>, users: &[UserId]) -> Outcome<Vec<String>> {
    users.iter().try_for_each(|user| crate::users::place(&desk.context(), user).map(drop))?;
    let ids: Vec<String> = users.iter().map(UserId::to_string).collect();
    Ok(records(desk, &ids)?.iter().map(Record::etag).collect())
}

/// The user with these logins, if it is one whom this directory has deleted (RFC 7644, 3.6: he is in
/// nobody's way).
fn deleted(desk: &Desk<'_>, person: &Person) -> Outcome<Option<Record>> {
    let keys = [text::fold(&person.user_name), text::fold(&person.email)];
    let rows = desk.context().reader.rows(
        "SELECT DISTINCT logins.user, coalesce(links.gone, 0) FROM logins
         LEFT JOIN directory_links AS links ON links.resource = logins.user AND links.credential = ?
         WHERE logins.key IN (SELECT value FROM json_each(?))",
        &[Bound::from(&desk.credential), json(&keys)],
    )?;
    match rows.as_slice() {
        [only] if only.get(1)? => Ok(records(desk, &[only.get(0)?])?.into_iter().next()),
        _ => Ok(None),
    }
}

/// Replaces a user's attributes (RFC 7644, 3.5.1). What the directory has no word for stays.
pub(super) fn replace(desk: &Desk<'_>, call: &Call, id: &UserId) -> Planned {
    let known = find(desk, id)?;
    call.expects(&known.etag())?;
    let document = keeping(received(&call.body)?, &known, &[OWN_USER, "active"]);
    update(desk, known, document)
}

/// A document with what it does not say of these attributes as it is, and with the team: only a PATCH
/// says that somebody is to be in none.
fn keeping(mut document: Document, known: &Record, names: &[&str]) -> Document {
    let before = known.written();
    for name in names {
        if let (false, Some(kept)) = (document.contains_key(*name), before.get(*name)) {
            document.insert((*name).to_owned(), kept.clone());
        }
    }
    if let (Some(Value::Object(own)), Some(team)) = (document.get_mut(OWN_USER), &known.team) {
        own.entry("team").or_insert_with(|| team.as_str().into());
    }
    document
}

/// Changes some of a user's attributes.
pub(super) fn patch(desk: &Desk<'_>, call: &Call, id: &UserId) -> Planned {
    let known = find(desk, id)?;
    call.expects(&known.etag())?;
    let document = patch::apply(&USER, &known.written(), &call.body)?;
    update(desk, known, document)
}

/// A service acts as whoever made its token, but is not he: it changes nothing about him.
fn must_be_another(desk: &Desk<'_>, known: &Record) -> Outcome<()> {
    if desk.context().access()?.user == known.id {
        return Err(shared::Problem::new(shared::Code::OnOneself).into());
    }
    Ok(())
}

fn update(desk: &Desk<'_>, known: Record, document: Document) -> Planned {
    must_be_another(desk, &known)?;
    let wanted = wanted(desk, document, Some(&known))?;
    links::must_be_free(desk, "user", wanted.link.external_id.as_deref(), known.id.as_str())?;
    let effects = if links::is_own(known.link()) {
        changes(desk, &known, wanted)?
    } else if wanted.link.external_id.is_some() {
        // First contact: the directory looks after this user from now on, and rewrites nothing.
        vec![linked(desk, &known.id, None, wanted.link)]
    } else {
        return Err(links::not_own().into());
    };
    Ok((effects, Shown::User(known.id, 200)))
}

fn changes(desk: &Desk<'_>, known: &Record, mut wanted: Wanted) -> Outcome<Vec<Effect>> {
    let taken = people::taken_logins(desk.context().reader, &wanted.person, Some(&known.id))?;
    if !taken.is_empty() {
        return Err(shared::Problem::invalid(taken).into());
    }
    let (mut effects, user_name) = (Vec::new(), wanted.person.user_name.clone());
    if wanted.person != known.person || wanted.site != known.site {
        effects.push(Effect::UserUpdated {
            user: known.id.clone(),
            before: Box::new(known.person.clone()),
            person: Box::new(wanted.person),
            site_before: known.site.clone(),
            site: wanted.site,
        });
    }
    match (known.status, wanted.active) {
        (Status::Active, false) => effects.push(Effect::UserDisabled { user: known.id.clone() }),
        (Status::Disabled, true) if !was_disabled_here(desk, &known.id)? => {
            let detail = "active: an administrator disabled this user; only in the console is he enabled again";
            return Err(Error::of(403, detail).into());
        }
        (Status::Disabled, true) => effects.extend(enabling(desk, &known.id, &user_name)?),
        _ => {}
    }
    if wanted.team != known.team {
        let (moved, placed) = teams::placement(desk, &known.id, known.placed(), wanted.team)?;
        effects.extend(moved);
        wanted.link.team = placed;
    }
    if known.link() != Some(&wanted.link) {
        effects.push(linked(desk, &known.id, known.link().cloned(), wanted.link));
    }
    Ok(effects)
}

/// Whether a directory disabled somebody, and no administrator: what an administrator has lowered, no
/// directory raises.
fn was_disabled_here(desk: &Desk<'_>, user: &UserId) -> Outcome<bool> {
    let row = desk.context().reader.row(
        "SELECT line ->> '$.surface' = 'scim' FROM audit
         WHERE subject = ? AND accepted AND effect = 'user_disabled' ORDER BY seq DESC LIMIT 1",
        params![user],
    )?;
    Ok(row.map_or(Ok(false), |row| row.get(0))?)
}

/// Disables a user and hides him from the directory: nothing else is ever deleted (RSC-45).
pub(super) fn delete(desk: &Desk<'_>, call: &Call, id: &UserId) -> Planned {
    let known = find(desk, id)?;
    call.expects(&known.etag())?;
    must_be_another(desk, &known)?;
    if !links::is_own(known.link()) {
        return Err(links::not_own().into());
    }
    let disabled = Effect::UserDisabled { user: id.clone() };
    let disabled = (known.status == Status::Active).then_some(disabled);
    let link = Link { gone: true, team: known.placed().cloned(), ..Link::default() };
    let gone = linked(desk, id, known.link().cloned(), link);
    Ok((disabled.into_iter().chain([gone]).collect(), Shown::Nothing))
}

pub(super) fn linked(desk: &Desk<'_>, user: &UserId, before: Option<Link>, details: Link) -> Effect {
    Effect::UserLinked { user: user.clone(), credential: desk.credential.clone(), before, details }
}

/// Whether the directory looks after all of these users, whom the caller may see.
pub(super) fn must_be_own(desk: &Desk<'_>, ids: &[UserId]) -> Outcome<()> {
    for id in ids {
        let found = find(desk, id);
        let found = found.map_err(|_| Error::new(Kind::InvalidValue, format!("members: there is no user {id}")))?;
        if !links::is_own(found.link()) {
            return Err(links::not_own().into());
        }
    }
    Ok(())
}
