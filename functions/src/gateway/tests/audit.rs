//! The audit trail: who reads what, that the chain holds whatever happens, and undoing.

use super::*;
use crate::{
    effects::store_again,
    migrations::migrate,
    sql::{Sql, twin::Twin},
    testing::at,
};
use shared::{
    administrators::api as administrators,
    audit::{
        Entry, Head, Link, Record, Seq, Verdict,
        api::{Export, List, Undo},
        verify, verify_export,
    },
    features::{FeatureDetails, Words, api as features},
    grants::{Subject, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GroupId, RoleId, UserId},
    imports::{Import, Passwords},
    roles::{RoleDetails, api as roles},
    sites::{SiteDetails, api as sites},
    users::api as users,
};
use std::collections::BTreeSet;

/// Everything that the caller reads of the trail, newest first, page by page.
fn entries(browser: &Browser<'_>, filter: &List) -> Vec<Entry> {
    let mut all = Vec::new();
    let mut before: Option<Vec<Entry>> = None;
    let mut next = Some(List { limit: Some(7), ..filter.clone() });
    while let Some(request) = next {
        let page = browser.send(&request).unwrap();
        let back = page.previous.map(|cursor| List { cursor: Some(cursor), ..request.clone() });
        assert_eq!(back.map(|back| browser.send(&back).unwrap().items), before, "a page leads back");
        before = Some(page.items.clone());
        assert!(page.items.len() == 7 || page.next.is_none(), "only the last page is short");
        all.extend(page.items);
        next = page.next.map(|cursor| List { cursor: Some(cursor), ..request });
    }
    all
}

/// The chain as the caller gets it, stretch by stretch.
fn chain(browser: &Browser<'_>) -> (Vec<Link>, Head) {
    let (mut links, mut head) = (Vec::<Link>::new(), None);
    while head.as_ref().is_none_or(|head: &Head| head.seq > links.len() as u64) {
        let after = links.last().map(|link| link.seq);
        let stretch = browser.send(&Export { org: org(), after, limit: Some(10) }).unwrap();
        links.extend(stretch.links);
        head = Some(stretch.head);
    }
    (links, head.unwrap())
}

fn records(browser: &Browser<'_>) -> Vec<Record> {
    let lines = chain(browser).0.into_iter().filter_map(|link| link.line);
    lines.map(|line| serde_json::from_str(&line).unwrap()).collect()
}

fn kinds(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.record.effect["effect"].as_str().unwrap()).collect()
}

fn undo(browser: &Browser<'_>, record: i64) -> Result<Entry, Problem> {
    browser.send(&Undo { org: org(), seq: Seq(u64::try_from(record).unwrap()) })
}

fn rename(site: &SiteId, version: u32, name: &str) -> sites::Update {
    let details = SiteDetails { name: name.into(), ..SiteDetails::default() };
    sites::Update { org: org(), site: site.clone(), version, details }
}

fn group(world: &World, name: &str, parent: Option<&GroupId>) -> GroupId {
    let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
    let create = groups::Create { org: org(), kind: GroupKind::Team, parent: parent.cloned(), details };
    world.owner().send(&create).unwrap().id
}

/// A delegate who administers users and administrators at one site and reads the trail there.
fn reader_at<'w>(world: &'w World, name: &str, site: &SiteId) -> (UserId, Browser<'w>) {
    world.appoint(name, ["users", "administrators", "audit"].map(|role| world.grant(role, only(site))).into())
}

#[test]
fn a_delegate_reads_exactly_what_is_about_his_site() {
    let world = World::new();
    let (gent, antwerp) = (world.site("Gent"), world.site("Antwerp"));
    let before = world.last_record();
    let (lim, browser) = reader_at(&world, "lim", &gent);
    let anna = world.user("anna", Some(&gent));
    let bart = world.user("bart", Some(&antwerp));
    world.user("homeless", None);
    let (peer, _) = reader_at(&world, "peer", &antwerp);
    let both = Scope::Sites { sites: [gent.clone(), antwerp.clone()].into() };
    let (across, _) = world.appoint("across", vec![world.grant("users", both)]);
    let (second, _) = world.appoint("second", vec![world.grant("owner", Scope::Organization)]);
    world.owner().send(&rename(&gent, 1, "Ghent")).unwrap();
    world.owner().send(&rename(&antwerp, 1, "Anvers")).unwrap();
    for user in [&anna, &bart, &second] {
        world.owner().send(&users::Disable { org: org(), user: user.clone() }).unwrap();
    }
    let read: Vec<Entry> = entries(&browser, &List::newest(org())).into_iter().rev().collect();
    assert!(read.iter().all(|entry| entry.record.seq > u64::try_from(before).unwrap()));
    let about: Vec<(&str, Option<&str>)> =
        kinds(&read).into_iter().zip(read.iter().map(|entry| entry.subject_name.as_deref())).collect();
    let (lim_is, anna_is) = (Some("lim Peeters"), Some("anna Peeters"));
    assert_eq!(
        about,
        [
            ("user_created", lim_is),
            ("grant_added", lim_is),
            ("grant_added", lim_is),
            ("grant_added", lim_is),
            ("session_started", lim_is),
            ("password_set", lim_is),
            ("session_started", lim_is),
            ("user_created", anna_is),
            ("site_updated", Some("Ghent")),
            ("user_disabled", anna_is),
        ]
    );
    assert!(read.iter().all(|entry| entry.actor_name.as_deref() != Some("olivia Peeters")), "owners are beyond reach");
    let lines = serde_json::to_string(&records(&browser)).unwrap();
    for foreign in [antwerp.as_str(), bart.as_str(), peer.as_str(), across.as_str(), second.as_str(), "Anvers"] {
        assert!(!lines.contains(foreign), "{foreign}");
    }
    assert!(lines.contains(lim.as_str()));
    let named: BTreeSet<&String> = read.iter().flat_map(|entry| entry.names.values()).collect();
    assert!(named.contains(&"Ghent".to_owned()) && named.contains(&"anna Peeters".to_owned()), "{named:?}");
    assert_eq!(records(&browser).len(), read.len(), "list and export agree");
}

#[test]
fn whoever_reads_a_slice_verifies_the_whole_chain() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = reader_at(&world, "lim", &gent);
    world.user("anna", Some(&gent));
    let (links, head) = chain(&lim);
    assert!(links.iter().any(|link| link.line.is_none()) && links.iter().any(|link| link.line.is_some()));
    assert_eq!(verify(&Head::start(), &links), Ok(head.clone()));
    let (all, same) = chain(&world.owner());
    assert!(all.iter().all(|link| link.line.is_some()) && same.seq > head.seq, "the owner has just signed in");
    let text: String = all.iter().map(|link| serde_json::to_string(link).unwrap() + "\n").collect();
    let file = text + &serde_json::to_string(&same).unwrap();
    assert_eq!(verify_export(&file), Ok(same));
    assert!(verify_export(&file.replacen("Noordzee", "Oostzee", 1)).is_err());
}

#[test]
fn refused_requests_leave_the_sequence_gapless_and_say_who_tried_what() {
    let world = World::new();
    let gent = world.site("Gent");
    let (lim, browser) = reader_at(&world, "lim", &gent);
    let (peer, _) = reader_at(&world, "peer", &gent);
    let (_, clerk) = world.appoint("clerk", vec![world.grant("sites", only(&gent))]);
    let secret = "grey boats of Namur";
    let password = TemporaryPassword::Typed { password: secret.into(), enforce_expiry: true };
    let attempt = users::Create { password, ..new_user("mallory", Some(&gent)) };
    assert_eq!(code(clerk.send(&attempt)), Code::Forbidden);
    let disable = administrators::Disable { org: org(), user: peer.clone() };
    assert_eq!(code(browser.send(&disable)), Code::NotDominated);
    let grant = grants::Create {
        org: org(),
        subject: Subject::User(lim.clone()),
        grant: world.grant("users", Scope::Organization),
    };
    assert_eq!(code(browser.send(&grant)), Code::OnOneself);
    // What is merely wrong is no attempt on authority.
    assert_eq!(code(world.owner().send(&rename(&gent, 9, "x"))), Code::ChangedMeanwhile);
    world.user("anna", Some(&gent));

    let owner = world.owner();
    let refused = entries(&owner, &List { refused: Some(true), ..List::newest(org()) });
    let said: Vec<_> = refused.iter().map(|entry| (entry.record.verdict, entry.record.actor.clone())).collect();
    let clerk = clerk.me().unwrap().access.user;
    let by = |code, actor: &UserId| (Verdict::Refused(code), Some(actor.clone()));
    assert_eq!(said, [by(Code::OnOneself, &lim), by(Code::NotDominated, &lim), by(Code::Forbidden, &clerk)]);
    assert_eq!(refused[2].record.endpoint, "POST /api/v1/orgs/{org}/users");
    assert_eq!(refused[1].record.effect["args"]["user"].as_str(), Some(peer.as_str()));
    assert!(!serde_json::to_string(&refused).unwrap().contains(secret));
    assert!(refused.iter().all(|entry| !entry.undoable));
    assert!(entries(&browser, &List { refused: Some(true), ..List::newest(org()) }).is_empty(), "not even his own");

    let (links, head) = chain(&owner);
    let numbers: Vec<u64> = links.iter().map(|link| link.seq).collect();
    assert_eq!(numbers, (1..=head.seq).collect::<Vec<_>>());
    assert_eq!(verify(&Head::start(), &links), Ok(head));
}

#[test]
fn the_trail_is_filtered_by_person_subject_kind_verdict_and_time() {
    let world = World::new();
    let gent = world.site("Gent");
    let (lim, browser) = reader_at(&world, "lim", &gent);
    world.wait(Span::minutes(5));
    let noon = world.now();
    let anna = browser.send(&new_user("anna", Some(&gent))).unwrap().id;
    world.wait(Span::minutes(5));
    browser.send(&users::Disable { org: org(), user: anna.clone() }).unwrap();
    let owner = world.owner();
    let found = |filter: List| kinds(&entries(&owner, &filter)).join(" ");
    let all = || List::newest(org());
    assert_eq!(found(List { actor: Some(lim.clone()), from: Some(noon), ..all() }), "user_disabled user_created");
    assert_eq!(found(List { subject: Some(anna.to_string()), ..all() }), "user_disabled user_created");
    assert_eq!(found(List { effect: Some("user_disabled".into()), ..all() }), "user_disabled");
    assert_eq!(found(List { from: Some(noon), until: Some(world.now()), ..all() }), "user_created");
    assert_eq!(found(List { refused: Some(true), ..all() }), "");
    assert_eq!(found(List { effect: Some("' OR 1 --".into()), ..all() }), "");
    assert_eq!(code(owner.send(&List { cursor: Some(shared::page::Cursor("x".into())), ..all() })), Code::WrongType);
    assert_eq!(code(owner.send(&List { limit: Some(101), ..all() })), Code::Invalid);
    assert_eq!(code(owner.send(&Export { org: org(), after: None, limit: Some(1_001) })), Code::Invalid);
}

#[test]
fn a_record_names_what_it_mentions_as_far_as_the_reader_may_see_it() {
    let world = World::new();
    let (desk, ops) = (group(&world, "Desk", None), group(&world, "Ops", None));
    let night = group(&world, "Night", Some(&desk));
    let within = Scope::Groups { groups: [desk].into() };
    let roles = ["groups", "audit"].map(|role| world.grant(role, within.clone()));
    let (_, lim) = world.appoint("lim", roles.into());
    let owner = world.owner();
    owner.send(&groups::Move { org: org(), group: night.clone(), version: 1, parent: Some(ops.clone()) }).unwrap();
    let moved = |browser: &Browser<'_>| {
        let filter = List { effect: Some("group_moved".into()), ..List::newest(org()) };
        let entry = entries(browser, &filter).remove(0);
        (entry.subject_name, entry.names.into_values().collect::<BTreeSet<_>>())
    };
    let all = ["Desk", "Night", "Ops"].map(str::to_owned).into();
    assert_eq!(moved(&owner), (Some("Night".to_owned()), all));
    let seen = ["Desk".to_owned()].into();
    assert_eq!(moved(&lim), (None, seen), "where it went is beyond his reach, and so is it now");
}

#[test]
fn whoever_reads_a_group_reads_what_happens_below_it() {
    let world = World::new();
    let ops = group(&world, "Ops", None);
    let desk = group(&world, "Desk", Some(&ops));
    let within = |group: &GroupId| Scope::Groups { groups: [group.clone()].into() };
    let (_, lim) = world.appoint("lim", vec![world.grant("audit", within(&ops))]);
    let (erik, _) = world.appoint("erik", vec![world.grant("groups", within(&desk))]);
    world.owner().send(&administrators::Disable { org: org(), user: erik }).unwrap();
    let seen = entries(&lim, &List::newest(org()));
    for kind in ["user_disabled", "grant_added"] {
        assert!(kinds(&seen).contains(&kind), "{kind}");
    }
    let (_, above) = world.appoint("omar", vec![world.grant("audit", within(&desk))]);
    let ended = |browser: &Browser<'_>| kinds(&entries(browser, &List::newest(org()))).contains(&"group_created");
    assert!(ended(&lim) && !ended(&above), "what happens above is not below");
}

#[test]
fn of_somebody_who_becomes_an_administrator_no_more_is_read_by_those_who_reach_a_part_of_his_authority() {
    let world = World::new();
    let [gent, namur, mons] = ["Gent", "Namur", "Mons"].map(|name| world.site(name));
    let desk = group(&world, "Desk", None);
    let scope = Scope::Sites { sites: [namur.clone(), mons].into() };
    let give = grants::Create { org: org(), subject: Subject::Group(desk.clone()), grant: world.grant("users", scope) };
    world.owner().send(&give).unwrap();
    world.user("anna", Some(&gent));
    let [(_, at_gent), (_, at_namur)] =
        [("lim", &gent), ("nora", &namur)].map(|(name, at)| reader_at(&world, name, at));
    let before = world.last_record();
    let file = super::imports::file(&["anna Peeters,,anna@carrier.example,,Kade,,false,false,false,"]);
    let (group, update_existing, passwords) = (Some(desk), true, Passwords::Later);
    super::imports::run(&world.owner(), &Import { file, group, update_existing, passwords, ..Import::default() });
    let read = |browser: &Browser<'_>| {
        let all = entries(browser, &List::newest(org()));
        let new = all.into_iter().filter(|entry| entry.record.seq > u64::try_from(before).unwrap());
        new.map(|entry| entry.record.effect["effect"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(read(&at_gent), ["user_disabled", "user_updated"]);
    assert_eq!(read(&at_namur), [""; 0]);
}

#[test]
fn nobody_undoes_what_he_could_not_do() {
    let world = World::new();
    let (gent, desk) = (world.site("Gent"), group(&world, "Desk", None));
    let within = Scope::Groups { groups: [desk.clone()].into() };
    let roles = ["groups", "audit"].map(|role| world.grant(role, within.clone()));
    let (_, lim) = world.appoint("lim", roles.into());
    let (owner, anna) = (world.owner(), world.user("anna", Some(&gent)));
    owner.send(&groups::AddMember { org: org(), group: desk.clone(), user: anna.clone() }).unwrap();
    owner.send(&groups::RemoveMember { org: org(), group: desk.clone(), user: anna.clone() }).unwrap();
    let removed = world.last_record();
    assert_eq!(code(lim.send(&groups::AddMember { org: org(), group: desk, user: anna })), Code::NotFound);
    assert_eq!(code(undo(&lim, removed)), Code::NotFound);
    assert!(undo(&owner, removed).is_ok());
}

#[test]
fn whoever_may_not_read_the_trail_gets_nothing_of_it() {
    let world = World::new();
    let (_, lim) = world.appoint_at("lim", &world.site("Gent"));
    assert_eq!(code(lim.send(&List::newest(org()))), Code::Forbidden);
    assert_eq!(code(lim.send(&Export { org: org(), after: None, limit: None })), Code::Forbidden);
    assert_eq!(code(undo(&lim, 1)), Code::Forbidden);
}

/// What undoing must bring back: everything but versions, sessions, and the ids of grants.
fn state(world: &World) -> Vec<String> {
    state_of(&world.database(org().as_str()))
}

fn state_of(sql: &Twin) -> Vec<String> {
    [
        "SELECT person, site, status, grants FROM users ORDER BY id",
        "SELECT details, holders FROM roles ORDER BY id",
        "SELECT details, users FROM sites ORDER BY id",
        "SELECT kind, parent, details, members, children, lock_reason, waiting FROM groups ORDER BY id",
        "SELECT * FROM group_paths ORDER BY 1, 2",
        "SELECT * FROM memberships ORDER BY 1, 2",
        "SELECT * FROM reservations ORDER BY 1, 2",
        "SELECT key, details FROM features",
        "SELECT user, group_id, role, scope, valid_from, valid_until, suspended, reason, granted_by FROM grants
         ORDER BY user, group_id, role, scope",
    ]
    .map(|query| format!("{:?}", sql.query(query, &[]).unwrap()))
    .into()
}

#[test]
fn inv_16_and_24_what_the_trail_says_done_once_more_in_its_order_gives_the_state() {
    for act in [super::routes::send_everything, undo_everything] {
        let world = World::new();
        act(&world);
        let folded = Twin::new();
        migrate(&folded, &at(START)).unwrap();
        for row in world.rows("SELECT line FROM audit WHERE accepted ORDER BY seq") {
            store_again(&folded, &row.json(0).unwrap()).unwrap();
        }
        for (is, was) in state_of(&folded).iter().zip(state(&world)) {
            assert_eq!(*is, was);
        }
    }
}

/// Everything that the acts to be undone are about.
struct Stage<'w> {
    world: &'w World,
    owner: Browser<'w>,
    site: SiteId,
    role: RoleId,
    anna: UserId,
    bart: UserId,
    desk: GroupId,
    ops: GroupId,
}

impl<'w> Stage<'w> {
    fn new(world: &'w World) -> Self {
        let owner = world.owner();
        let details = RoleDetails {
            name: "Help desk".into(),
            description: String::new(),
            permissions: [shared::authority::permission::USERS_VIEW].into(),
        };
        let role = owner.send(&roles::Create { org: org(), details }).unwrap().id;
        let words = Words { en: "Analytics".into(), ..Words::default() };
        let details = FeatureDetails { label: words, ..FeatureDetails::default() };
        owner.send(&features::Create { org: org(), key: "analytics".parse().unwrap(), details }).unwrap();
        let (anna, bart) = (world.user("anna", None), world.user("bart", None));
        world.owner().send(&users::Disable { org: org(), user: bart.clone() }).unwrap();
        let (desk, ops) = (group(world, "Desk", None), group(world, "Ops", None));
        Self { world, owner, site: world.site("Gent"), role, anna, bart, desk, ops }
    }

    fn give(&self) -> shared::ids::GrantId {
        let subject = Subject::User(self.anna.clone());
        let grant = self.world.grant("Help desk", only(&self.site));
        self.owner.send(&grants::Create { org: org(), subject, grant }).unwrap().id
    }

    /// Does something that can be undone, and undoes it at once.
    fn there_and_back<T>(&self, kind: &str, act: impl FnOnce() -> Result<T, Problem>) {
        let before = state(self.world);
        assert!(act().is_ok(), "{kind}");
        let record = self.world.last_record();
        assert_eq!(self.world.recorded_after(record - 1), [kind]);
        assert_ne!(state(self.world), before, "{kind}");
        let undone = undo(&self.owner, record).unwrap();
        assert_eq!(undone.record.seq, u64::try_from(record).unwrap() + 1, "the answer is the new record");
        assert_eq!(state(self.world), before, "{kind}");
        assert!(undo(&self.owner, record).is_err(), "{kind} is undone once");
        assert_eq!(state(self.world), before, "{kind}");
    }
}

#[test]
fn inv_23_every_undoable_effect_undone_returns_the_state() {
    undo_everything(&World::new());
}

/// Does everything that can be undone, and undoes it.
pub(super) fn undo_everything(world: &World) {
    let on = Stage::new(world);
    let (owner, org) = (&on.owner, org);
    let (anna, bart, desk, ops) = (on.anna.clone(), on.bart.clone(), on.desk.clone(), on.ops.clone());
    let seen = owner.send(&users::View { org: org(), user: anna.clone() }).unwrap();
    let site = Some(on.site.clone());
    let update = users::Update {
        org: org(),
        user: anna.clone(),
        version: seen.version,
        person: person("annette"),
        site,
        status: None,
        new_password: None,
    };
    on.there_and_back("user_updated", || owner.send(&update));
    on.there_and_back("user_disabled", || owner.send(&users::Disable { org: org(), user: anna.clone() }));
    on.there_and_back("user_enabled", || owner.send(&users::Enable { org: org(), user: bart.clone() }));
    on.there_and_back("site_updated", || owner.send(&rename(&on.site, 1, "Ledeberg")));
    let details = RoleDetails {
        name: "Desk".into(),
        description: String::new(),
        permissions: [shared::authority::permission::SITES_VIEW].into(),
    };
    on.there_and_back("role_updated", || {
        owner.send(&roles::Update { org: org(), role: on.role.clone(), version: 1, details })
    });
    let details = GroupDetails { name: "Night desk".into(), ..GroupDetails::default() };
    let create =
        groups::Create { org: org(), kind: GroupKind::Access, parent: Some(desk.clone()), details: details.clone() };
    on.there_and_back("group_created", || owner.send(&create));
    on.there_and_back("group_updated", || {
        owner.send(&groups::Update { org: org(), group: desk.clone(), version: 1, details })
    });
    on.there_and_back("group_moved", || {
        owner.send(&groups::Move { org: org(), group: ops.clone(), version: 1, parent: Some(desk.clone()) })
    });
    on.there_and_back("group_disabled", || owner.send(&groups::Disable { org: org(), group: desk.clone() }));
    owner.send(&groups::Disable { org: org(), group: desk.clone() }).unwrap();
    on.there_and_back("group_enabled", || owner.send(&groups::Enable { org: org(), group: desk.clone() }));
    owner.send(&groups::Enable { org: org(), group: desk.clone() }).unwrap();
    let lock = |reason: &str| groups::SetLock { org: org(), group: desk.clone(), reason: reason.into() };
    on.there_and_back("group_locked", || owner.send(&lock("Agreed")));
    owner.send(&lock("Agreed")).unwrap();
    on.there_and_back("group_locked", || owner.send(&lock("Agreed with the board")));
    on.there_and_back("group_unlocked", || owner.send(&groups::RemoveLock { org: org(), group: desk.clone() }));
    owner.send(&groups::RemoveLock { org: org(), group: desk.clone() }).unwrap();
    on.there_and_back("member_added", || {
        owner.send(&groups::AddMember { org: org(), group: desk.clone(), user: anna.clone() })
    });
    owner.send(&groups::AddMember { org: org(), group: ops.clone(), user: anna.clone() }).unwrap();
    on.there_and_back("member_removed", || {
        owner.send(&groups::RemoveMember { org: org(), group: ops.clone(), user: anna.clone() })
    });
    let words = Words { en: "Charts".into(), ..Words::default() };
    let details = FeatureDetails { label: words, ..FeatureDetails::default() };
    let key: shared::ids::FeatureKey = "analytics".parse().unwrap();
    on.there_and_back("feature_updated", || owner.send(&features::Update { org: org(), key, version: 1, details }));
    on.there_and_back("grant_added", || Ok::<_, Problem>(on.give()));
    let grant = on.give();
    on.there_and_back("grant_suspended", || owner.send(&grants::Suspend { org: org(), grant: grant.clone() }));
    let (grantor, _) = world.appoint("nora", vec![world.grant("owner", Scope::Organization)]);
    on.there_and_back("grant_rehomed", || {
        owner.send(&grants::Rehome { org: org(), grant: grant.clone(), grantor: grantor.clone() })
    });
    owner.send(&grants::Suspend { org: org(), grant: grant.clone() }).unwrap();
    on.there_and_back("grant_resumed", || owner.send(&grants::Resume { org: org(), grant: grant.clone() }));
    on.there_and_back("grant_removed", || owner.send(&grants::Delete { org: org(), grant: grant.clone() }));
}

#[test]
fn inv_23_undoing_is_judged_with_todays_authority() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = reader_at(&world, "lim", &gent);
    let (below, _) = world.appoint("below", vec![world.grant("users", only(&gent))]);
    lim.send(&administrators::Disable { org: org(), user: below.clone() }).unwrap();
    let disabled = world.last_record();
    let more =
        grants::Create { org: org(), subject: Subject::User(below), grant: world.grant("sites", Scope::Organization) };
    world.owner().send(&more).unwrap();
    assert_eq!(code(undo(&lim, disabled)), Code::Forbidden, "what would be given back has outgrown him");
    let (_, auditor) = world.appoint("auditor", vec![world.grant("audit", Scope::Organization)]);
    assert_eq!(code(undo(&auditor, disabled)), Code::Forbidden);
    world.owner().send(&rename(&gent, 1, "Ghent")).unwrap();
    let renamed = world.last_record();
    assert_eq!(code(undo(&auditor, renamed)), Code::Forbidden);
    assert_eq!(code(undo(&lim, renamed)), Code::Forbidden, "he administers no sites");
    assert!(undo(&world.owner(), renamed).is_ok());
    assert!(undo(&world.owner(), disabled).is_ok());
}

#[test]
fn what_was_changed_since_is_not_undone() {
    let world = World::new();
    let on = Stage::new(&world);
    let owner = &on.owner;
    let record = || world.last_record();
    let again = |number: i64| code(undo(owner, number));

    owner.send(&rename(&on.site, 1, "Ledeberg")).unwrap();
    let renamed = record();
    owner.send(&rename(&on.site, 2, "Gentbrugge")).unwrap();
    assert_eq!(again(renamed), Code::ChangedMeanwhile);

    let grant = on.give();
    let given = record();
    let (grantor, _) = world.appoint("nora", vec![world.grant("owner", Scope::Organization)]);
    let (other, _) = world.appoint("otto", vec![world.grant("owner", Scope::Organization)]);
    owner.send(&grants::Rehome { org: org(), grant: grant.clone(), grantor }).unwrap();
    let rehomed = record();
    owner.send(&grants::Rehome { org: org(), grant: grant.clone(), grantor: other }).unwrap();
    assert_eq!(again(rehomed), Code::ChangedMeanwhile);
    owner.send(&grants::Suspend { org: org(), grant: grant.clone() }).unwrap();
    assert_eq!(again(given), Code::ChangedMeanwhile, "it is suspended since");
    owner.send(&grants::Delete { org: org(), grant }).unwrap();
    assert_eq!(again(given), Code::NotFound);

    let made = group(&world, "Night", None);
    let created = record();
    let details = GroupDetails { name: "Day".into(), ..GroupDetails::default() };
    owner.send(&groups::Update { org: org(), group: made.clone(), version: 1, details }).unwrap();
    assert_eq!(again(created), Code::ChangedMeanwhile);
    let named = record();
    group(&world, "Night", None);
    assert_eq!(again(named), Code::NotUndoable, "the name is another group's now");
    owner.send(&groups::Move { org: org(), group: made.clone(), version: 2, parent: Some(on.ops.clone()) }).unwrap();
    let moved = record();
    owner.send(&groups::Move { org: org(), group: made.clone(), version: 3, parent: None }).unwrap();
    assert_eq!(again(moved), Code::ChangedMeanwhile);

    owner.send(&groups::AddMember { org: org(), group: made.clone(), user: on.anna.clone() }).unwrap();
    let joined = record();
    assert_eq!(code(undo(owner, created)), Code::ChangedMeanwhile);
    owner.send(&groups::RemoveMember { org: org(), group: made, user: on.anna.clone() }).unwrap();
    let left = record();
    assert_eq!(again(joined), Code::NotFound);
    owner.send(&groups::AddMember { org: org(), group: on.desk.clone(), user: on.anna.clone() }).unwrap();
    assert_eq!(again(left), Code::InATeam);
}

#[test]
fn undoing_a_role_does_not_bring_back_a_feature_that_is_gone() {
    let world = World::new();
    let on = Stage::new(&world);
    let key: shared::ids::FeatureKey = "analytics".parse().unwrap();
    let details = |permissions: &[shared::authority::Permission]| RoleDetails {
        name: "Help desk".into(),
        description: String::new(),
        permissions: permissions.iter().cloned().collect(),
    };
    let update = |version, details| roles::Update { org: org(), role: on.role.clone(), version, details };
    let feature = shared::authority::Permission::feature(&key);
    on.owner.send(&update(1, details(&[feature]))).unwrap();
    on.owner.send(&update(2, details(&[shared::authority::permission::USERS_VIEW]))).unwrap();
    let narrowed = world.last_record();
    on.owner.send(&features::Delete { org: org(), key }).unwrap();
    assert_eq!(code(undo(&on.owner, narrowed)), Code::NotUndoable);
}

#[test]
fn what_has_no_way_back_says_so() {
    let world = World::new();
    let owner = world.owner();
    world.user("anna", None);
    assert_eq!(code(undo(&owner, world.last_record())), Code::NotUndoable, "somebody is new");
    assert_eq!(code(undo(&owner, world.last_record() - 1)), Code::NotUndoable, "somebody signed in");
    assert_eq!(code(undo(&owner, 9_999)), Code::NotFound);
    let (_, lim) = world.appoint_at("lim", &world.site("Gent"));
    assert!(lim.send(&roles::Create::samples().remove(0)).is_err());
    assert_eq!(code(undo(&owner, world.last_record())), Code::NotUndoable, "it never happened");
}
