//! Reports and analytics: whatever happened, the figures are those that one could count oneself in
//! the lists and the trail that one may read.

use super::*;
use proptest::prelude::*;
use shared::{
    administrators::api as administrators,
    analytics::{Trend, api::View as ViewTrend},
    assignments::{Asset, api::Assign},
    audit::{Record, Verdict, api::Export},
    figures::{DAYS_MAX, Figures, Line, Measure, Of, Period, Width},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GroupId, UserId},
    licenses::{LicenseDetails, api as licenses},
    reports::{Report, api::View},
    time::{Span, Timestamp},
    users::{Status, UserSummary, api as users},
};
use std::collections::BTreeMap;

fn report(browser: &Browser<'_>, report: Report) -> Figures {
    browser.send(&View::latest(org(), report)).unwrap()
}

fn trend(browser: &Browser<'_>, trend: Trend) -> Figures {
    browser.send(&ViewTrend::latest(org(), trend)).unwrap()
}

fn count(figures: &Figures, line: &Line, measure: Measure) -> u32 {
    line.counts[figures.measures.iter().position(|known| *known == measure).unwrap()]
}

/// The records that the caller may read.
fn readable(browser: &Browser<'_>) -> Vec<Record> {
    let stretch = browser.send(&Export { org: org(), after: None, limit: None }).unwrap();
    assert_eq!(stretch.head.seq as usize, stretch.links.len(), "more than one stretch");
    let lines = stretch.links.into_iter().filter_map(|link| link.line);
    lines.map(|line| serde_json::from_str(&line).unwrap()).collect()
}

fn kind(record: &Record) -> String {
    record.effect["effect"].as_str().unwrap().to_owned()
}

/// Somebody who may see at a place whatever figures are about, and the figures.
fn delegate<'w>(world: &'w World, name: &str, scope: &Scope) -> Browser<'w> {
    let roles = ["users", "administrators", "audit", "reports", "analytics"];
    world.appoint(name, roles.map(|role| world.grant(role, scope.clone())).to_vec()).1
}

fn group(world: &World, name: &str) -> GroupId {
    let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
    let create = groups::Create { org: org(), kind: GroupKind::Access, parent: None, details };
    world.owner().send(&create).unwrap().id
}

fn all_users(browser: &Browser<'_>) -> Vec<UserSummary> {
    let page = browser.send(&users::List { limit: Some(100), ..users::List::first(org()) }).unwrap();
    assert!(page.next.is_none());
    page.items
}

/// Something that happens.
#[derive(Clone, Debug)]
enum Event {
    Wait(i64),
    SignIn(usize),
    Guess(usize),
    Switch(usize),
    Add(Option<usize>),
    Join(usize),
    Refused,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (1_i64..40).prop_map(Event::Wait),
        (0_usize..4).prop_map(Event::SignIn),
        (0_usize..4).prop_map(Event::Guess),
        (0_usize..4).prop_map(Event::Switch),
        prop::option::of(0_usize..2).prop_map(Event::Add),
        (0_usize..4).prop_map(Event::Join),
        Just(Event::Refused),
    ]
}

/// An organization with two sites, a group, and four people of whom it is told.
struct Stage {
    world: World,
    sites: [SiteId; 2],
    group: GroupId,
    people: Vec<(String, UserId)>,
}

impl Stage {
    fn new() -> Self {
        let world = World::new();
        let sites = ["Gent", "Namur"].map(|name| world.site(name));
        let group = group(&world, "Desk");
        delegate(&world, "gert", &only(&sites[0]));
        delegate(&world, "greta", &Scope::Groups { groups: [group.clone()].into() });
        let people = ["an", "bo", "cis", "dirk"].into_iter().zip([Some(0), Some(1), Some(0), None]);
        let people = people.map(|(name, site)| (name.to_owned(), settled(&world, name, site.map(|site| &sites[site]))));
        let people = people.collect();
        Self { world, sites, group, people }
    }

    fn happen(&self, number: usize, event: &Event) {
        let (world, owner) = (&self.world, self.world.owner());
        let person = |at: usize| (&self.people[at].0, self.people[at].1.clone());
        match event {
            Event::Wait(hours) => world.wait(Span::hours(*hours)),
            Event::SignIn(at) => drop(world.stranger().sign_in(person(*at).0, PASSWORD)),
            Event::Guess(at) => drop(world.stranger().sign_in(person(*at).0, "wrong one")),
            Event::Switch(at) => {
                let user = person(*at).1;
                let disable = users::Disable { org: org(), user: user.clone() };
                if owner.send(&disable).is_err() || number.is_multiple_of(2) {
                    drop(owner.send(&users::Enable { org: org(), user }));
                }
            }
            Event::Add(site) => drop(world.user(&format!("new{number}"), site.map(|site| &self.sites[site]))),
            Event::Join(at) => {
                drop(owner.send(&groups::AddMember { org: org(), group: self.group.clone(), user: person(*at).1 }));
            }
            Event::Refused => {
                assert!(world.signed_in("gert").send(&new_user("nobody", Some(&self.sites[1]))).is_err());
            }
        }
    }
}

/// A user who has chosen his password.
fn settled(world: &World, name: &str, site: Option<&SiteId>) -> UserId {
    let made = world.owner().send(&new_user(name, site)).unwrap();
    let (browser, temporary) = (world.stranger(), made.temporary_password.unwrap());
    browser.sign_in(name, &temporary).unwrap();
    browser.change_password(&temporary, PASSWORD).unwrap();
    made.id
}

/// Signing in and changes, counted in the trail.
fn agrees_with_the_trail(browser: &Browser<'_>, records: &[Record], is_owner: bool) {
    let figures = report(browser, Report::SignIns);
    let changes = report(browser, Report::Changes);
    let of_day = |at: Timestamp| records.iter().filter(move |record| Period::day(record.at) == Period::day(at));
    for (line, changes_line) in figures.lines.iter().zip(&changes.lines) {
        let Of::Day { at } = line.of else { panic!("a line is a day") };
        let of_kind = |wanted: &str| of_day(at).filter(|record| kind(record) == wanted).count() as u32;
        let people: std::collections::BTreeSet<String> = of_day(at)
            .filter(|record| kind(record) == "session_started")
            .map(|record| record.effect["user"].to_string())
            .collect();
        assert_eq!(count(&figures, line, Measure::SignIns), of_kind("session_started"));
        assert_eq!(count(&figures, line, Measure::FailedSignIns), of_kind("sign_in_failed"));
        // Each is counted once a day, where he belonged when he first came: whoever sees only where he
        // went later does not count him.
        let signed_in = count(&figures, line, Measure::SignedIn) as usize;
        assert!(if is_owner { signed_in == people.len() } else { signed_in <= people.len() });
        let refused = of_day(at).filter(|record| record.verdict != Verdict::Accepted).count() as u32;
        assert_eq!(count(&changes, changes_line, Measure::Refused), refused);
        let is_no_change = |kind: &str| kind.starts_with("s") && kind.contains('_') && !kind.starts_with("site");
        let changed = of_day(at).filter(|record| record.verdict == Verdict::Accepted && !is_no_change(&kind(record)));
        assert_eq!(changes_line.counts.iter().sum::<u32>() - refused, changed.count() as u32);
    }
    let mut kinds = BTreeMap::<String, u32>::new();
    let (from, until) = (figures.period.from, figures.period.until);
    for record in records.iter().filter(|record| (from..until).contains(&record.at)) {
        *kinds.entry(kind(record)).or_default() += 1;
    }
    for line in trend(browser, Trend::Changes).lines {
        let Of::Effect { effect } = &line.of else { panic!("a line is a kind") };
        assert_eq!(line.counts, [kinds[effect]], "{effect}");
    }
}

/// Users, counted in their list.
fn agrees_with_the_list(browser: &Browser<'_>) {
    let (listed, figures) = (all_users(browser), report(browser, Report::Users));
    assert_eq!(figures.total(Measure::Users), Some(listed.len() as u32));
    let is_active = |user: &&UserSummary| user.status == Status::Active;
    assert_eq!(figures.total(Measure::Active), Some(listed.iter().filter(is_active).count() as u32));
    for line in &figures.lines {
        let at = |user: &&UserSummary| match &line.of {
            Of::Site { site, .. } => user.site.as_ref() == Some(site),
            _ => true,
        };
        if matches!(line.of, Of::Site { .. }) {
            assert_eq!(count(&figures, line, Measure::Users) as usize, listed.iter().filter(at).count());
        }
        let parts = count(&figures, line, Measure::Active) + count(&figures, line, Measure::Disabled);
        assert_eq!(count(&figures, line, Measure::Users), parts);
    }
    let growth = trend(browser, Trend::Growth);
    assert_eq!(growth.lines.last().unwrap().counts[0] as usize, listed.len());
    for pair in growth.lines.windows(2) {
        assert_eq!(pair[0].counts[0] + pair[1].counts[1], pair[1].counts[0], "who comes is there afterwards");
    }
    let list = browser.send(&administrators::List { limit: Some(100), ..administrators::List::first(org()) }).unwrap();
    let found = report(browser, Report::Administrators);
    assert_eq!(found.total(Measure::Administrators), Some(list.total));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_what_one_could_count_oneself(events in prop::collection::vec(event(), 0..24)) {
        let stage = Stage::new();
        for (number, event) in events.iter().enumerate() {
            stage.happen(number, event);
        }
        for name in ["olivia", "gert", "greta"] {
            let browser = stage.world.signed_in(name);
            // Reading records nothing, so that all that is compared is of one moment.
            agrees_with_the_trail(&browser, &readable(&browser), name == "olivia");
            agrees_with_the_list(&browser);
        }
    }
}

#[test]
fn nobody_counts_what_is_elsewhere() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    settled(&world, "an", Some(&namur));
    let lim = delegate(&world, "lim", &only(&gent));
    assert_eq!(report(&lim, Report::SignIns).total(Measure::SignIns), Some(2), "his own");
    let users = report(&lim, Report::Users);
    assert_eq!(users.lines.len(), 1, "his site alone is named: {:?}", users.lines);
    assert_eq!(users.total(Measure::Users), Some(0));
    let asked = View { site: Some(namur.clone()), ..View::latest(org(), Report::SignIns) };
    assert_eq!(lim.send(&asked).unwrap().total(Measure::SignIns), Some(0), "asking for it does not show it");
    assert!(lim.send(&View { site: Some(namur), ..View::latest(org(), Report::Users) }).unwrap().lines.is_empty());
}

#[test]
fn a_site_narrows_what_the_owner_counts() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    settled(&world, "an", Some(&namur));
    let owner = world.owner();
    let at = |site: &SiteId, report| View { site: Some(site.clone()), ..View::latest(org(), report) };
    let sign_ins = |site| owner.send(&at(site, Report::SignIns)).unwrap().total(Measure::SignIns);
    assert_eq!((sign_ins(&gent), sign_ins(&namur)), (Some(0), Some(2)), "with both passwords");
    let users = |site| owner.send(&at(site, Report::Users)).unwrap().total(Measure::Users);
    assert_eq!((users(&gent), users(&namur)), (Some(0), Some(1)));
}

#[test]
fn figures_need_the_right_to_see_them() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, plain) = world.appoint("plain", vec![world.grant("users", only(&gent))]);
    assert_eq!(code(plain.send(&View::latest(org(), Report::Users))), Code::Forbidden);
    assert_eq!(code(plain.send(&ViewTrend::latest(org(), Trend::Growth))), Code::Forbidden);
    let (_, reader) = world.appoint("reader", vec![world.grant("reports", only(&gent))]);
    report(&reader, Report::Users);
    assert_eq!(code(reader.send(&ViewTrend::latest(org(), Trend::Growth))), Code::Forbidden);
}

#[test]
fn a_period_is_at_most_a_year() {
    let world = World::new();
    let from = Some(Timestamp(world.now().0 - Span::days(DAYS_MAX).0));
    let asked = View { from, ..View::latest(org(), Report::SignIns) };
    assert_eq!(errors(world.owner().send(&asked)), ["from period_too_long"]);
    let asked = View { from: Some(world.now()), until: Some(Timestamp(0)), ..asked };
    assert_eq!(errors(world.owner().send(&asked)), ["until ends_before_it_begins"]);
}

#[test]
fn administrators_are_told_apart_by_how_far_they_reach() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let both = Scope::Sites { sites: [gent.clone(), namur].into() };
    world.appoint("everywhere", vec![world.grant("users", Scope::Organization)]);
    world.appoint("both", vec![world.grant("users", both)]);
    world.appoint("one", vec![world.grant("users", only(&gent)), world.grant("sites", only(&gent))]);
    let desk = Scope::Groups { groups: [group(&world, "Desk")].into() };
    world.appoint("desk", vec![world.grant("users", desk)]);
    let widths = |browser: &Browser<'_>| {
        let figures = trend(browser, Trend::Administrators);
        let lines = figures.lines.iter().map(|line| match line.of {
            Of::Width { width } => (width, line.counts[0]),
            _ => panic!("a line is a width"),
        });
        lines.collect::<Vec<_>>()
    };
    assert_eq!(widths(&world.owner()), Width::ALL.map(|width| (width, 1)));
    let lim = delegate(&world, "lim", &only(&gent));
    let seen: Vec<_> = widths(&lim).into_iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(seen, [(Width::Site, 2)], "himself and the other one of his site");
}

#[test]
fn what_ends_is_counted_in_its_week() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let until = |role: &str, site: &SiteId, days: i64| shared::grants::NewGrant {
        validity: shared::grants::Validity {
            until: Some(world.now() + Span::days(days)),
            ..shared::grants::Validity::ALWAYS
        },
        ..world.grant(role, only(site))
    };
    let lasting = world.grant("sites", only(&gent));
    world.appoint("an", vec![until("users", &gent, 1), until("groups", &gent, 8), until("audit", &gent, 200), lasting]);
    world.appoint("bo", vec![until("users", &namur, 8)]);
    let weeks = |browser: &Browser<'_>| -> Vec<u32> {
        trend(browser, Trend::Ending).lines.iter().map(|line| line.counts[0]).take(3).collect()
    };
    assert_eq!(weeks(&world.owner()), [1, 2, 0]);
    let lim = delegate(&world, "lim", &only(&gent));
    assert_eq!(weeks(&lim), [1, 1, 0]);
}

#[test]
fn a_delegate_counts_the_seats_of_his_own_users() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let owner = world.owner();
    let details = LicenseDetails { name: "Calling".into(), quantity: 5, ..LicenseDetails::default() };
    let license = owner.send(&licenses::Create { org: org(), details }).unwrap().id;
    for (name, site) in [("an", &gent), ("bo", &gent), ("cis", &namur)] {
        let (user, asset) = (world.user(name, Some(site)), Asset::License(license.clone()));
        owner.send(&Assign { org: org(), user, asset }).unwrap();
    }
    let counts = |browser: &Browser<'_>| report(browser, Report::Licenses).lines[0].counts.clone();
    assert_eq!(counts(&owner), [3, 5, 2]);
    assert_eq!(counts(&delegate(&world, "lim", &only(&gent))), [2]);
    let at_namur = View { site: Some(namur), ..View::latest(org(), Report::Licenses) };
    assert_eq!(owner.send(&at_namur).unwrap().lines[0].counts, [1]);
}

#[test]
fn counts_of_a_trail_that_was_there_before_are_those_that_would_have_been_kept() {
    let stage = Stage::new();
    for (number, event) in
        [Event::SignIn(0), Event::Wait(30), Event::SignIn(0), Event::SignIn(0), Event::Guess(2), Event::Refused]
            .iter()
            .enumerate()
    {
        stage.happen(number, event);
    }
    let database = stage.world.database(org().as_str());
    // By their places: their numbers depend on the order in which they were made.
    let kept = "SELECT coalesce(all_places || places, ''), day, kind, count FROM audit_days
        LEFT JOIN audit_sets ON audit_sets.id = set_id ORDER BY 1, 2, 3";
    let before = stage.world.rows(kept);
    for table in ["audit_days", "audit_set_places", "audit_sets"] {
        stage.world.rows(&format!("DELETE FROM {table}"));
    }
    crate::migrations::count_the_trail(&*database).unwrap();
    assert_eq!(stage.world.rows(kept), before);
}
