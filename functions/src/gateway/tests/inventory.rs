//! Numbers, devices, licenses, and who has them.

use super::*;
use proptest::prelude::*;
use shared::{
    assignments::{Asset, api as assignments},
    audit::{Seq, api as audit},
    devices::{DeviceDetails, DeviceKind, api as devices},
    ids::{DeviceId, LicenseId, NumberId, UserId},
    inventory::{Stock, api as inventory},
    licenses::{License, LicenseDetails, api as licenses},
    numbers::{Number, NumberDetails, api as numbers},
    users::api as users,
};

fn number_details(number: &str, site: Option<&SiteId>) -> NumberDetails {
    NumberDetails { number: number.into(), label: String::new(), site: site.cloned() }
}

fn device_details(identifier: &str, site: Option<&SiteId>) -> DeviceDetails {
    DeviceDetails {
        kind: DeviceKind::Phone,
        model: "Polycom 450".into(),
        identifier: identifier.into(),
        site: site.cloned(),
    }
}

fn license_details(name: &str, quantity: u32, released_on_disable: bool) -> LicenseDetails {
    LicenseDetails { name: name.into(), description: String::new(), quantity, released_on_disable }
}

fn number(world: &World, number: &str, site: Option<&SiteId>) -> NumberId {
    world.owner().send(&numbers::Create { org: org(), details: number_details(number, site) }).unwrap().id
}

fn device(world: &World, identifier: &str, site: Option<&SiteId>) -> DeviceId {
    world.owner().send(&devices::Create { org: org(), details: device_details(identifier, site) }).unwrap().id
}

fn license(world: &World, name: &str, quantity: u32, released_on_disable: bool) -> LicenseId {
    let details = license_details(name, quantity, released_on_disable);
    world.owner().send(&licenses::Create { org: org(), details }).unwrap().id
}

fn assign(browser: &Browser<'_>, asset: &Asset, user: &UserId) -> Result<(), Problem> {
    let request = assignments::Assign { org: org(), user: user.clone(), asset: asset.clone() };
    browser.send(&request).map(|_| ())
}

fn unassign(browser: &Browser<'_>, asset: &Asset, user: &UserId) -> Result<(), Problem> {
    let request = assignments::Unassign { org: org(), user: user.clone(), asset: asset.clone() };
    browser.send(&request).map(|_| ())
}

fn listed(browser: &Browser<'_>, list: numbers::List) -> Vec<String> {
    let page = browser.send(&list).unwrap();
    assert_eq!(page.total as usize, page.items.len(), "the total counts what is not shown");
    page.items.into_iter().map(|number| number.details.number).collect()
}

fn what_he_has(browser: &Browser<'_>, user: &UserId) -> Vec<String> {
    let shown = browser.send(&assignments::View { org: org(), user: user.clone() }).unwrap();
    shown.assigned.into_iter().map(|assigned| assigned.name).collect()
}

fn undo(browser: &Browser<'_>, record: i64) -> Result<(), Problem> {
    browser.send(&audit::Undo { org: org(), seq: Seq(u64::try_from(record).unwrap()) }).map(|_| ())
}

#[test]
fn a_number_is_kept_as_typed_and_known_by_its_digits() {
    let world = World::new();
    let owner = world.owner();
    let mut details = number_details(" +32 (0)9 210.00.01 ", None);
    details.label = "Réception".into();
    let made = owner.send(&numbers::Create { org: org(), details }).unwrap();
    assert_eq!((&made.details.number[..], &made.normalized[..]), ("+32 (0)9 210.00.01", "+3292100001"));
    let again = numbers::Create { org: org(), details: number_details("0032 9 210 00 01", None) };
    assert_eq!(errors(owner.send(&again)), ["details.number number_taken"]);
    number(&world, "201", None);
    let found = |q: &str| listed(&owner, numbers::List { q: Some(q.into()), ..numbers::List::first(org()) });
    for q in ["2100001", "09 210 00 01", "+32 9 210", "0032(0)92100001", "reception", "RÉCEPTION 210"] {
        assert_eq!(found(q), ["+32 (0)9 210.00.01"], "{q}");
    }
    assert_eq!(found("%"), [""; 0]);
    assert_eq!(listed(&owner, numbers::List::first(org())), ["+32 (0)9 210.00.01", "201"]);
}

#[test]
fn a_device_is_known_by_its_identifier_however_it_is_written() {
    let world = World::new();
    let owner = world.owner();
    let made = device(&world, "00:1A:2B:3C:4D:5E", None);
    let again = devices::Create { org: org(), details: device_details("001a.2b3c.4d5e", None) };
    assert_eq!(errors(owner.send(&again)), ["details.identifier identifier_taken"]);
    let found = |q: &str, kind| {
        let list = devices::List { q: Some(q.into()), kind, ..devices::List::first(org()) };
        owner.send(&list).unwrap().items.into_iter().map(|device| device.id).collect::<Vec<_>>()
    };
    assert_eq!(found("polycom 3c-4d", None), std::slice::from_ref(&made));
    assert_eq!(found("", Some(DeviceKind::Phone)), std::slice::from_ref(&made));
    assert_eq!(found("", Some(DeviceKind::Headset)), []);
    let details = DeviceDetails { kind: DeviceKind::Headset, ..device_details("7", None) };
    let change = devices::Update { org: org(), device: made.clone(), version: 1, details };
    let changed = owner.send(&change).unwrap();
    assert_eq!(owner.send(&devices::View { org: org(), device: made.clone() }), Ok(changed));
    assert_eq!(code(owner.send(&change)), Code::ChangedMeanwhile);
    owner.send(&devices::Delete { org: org(), device: made.clone() }).unwrap();
    assert_eq!(code(owner.send(&devices::View { org: org(), device: made })), Code::NotFound);
}

#[test]
fn an_administrator_of_one_site_has_the_inventory_of_that_site_alone() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (here, there) = (number(&world, "09 1", Some(&gent)), number(&world, "081 1", Some(&namur)));
    number(&world, "800", None);
    let (_, lim) = world.appoint("lim", vec![world.grant("inventory", only(&gent))]);
    assert_eq!(listed(&lim, numbers::List::first(org())), ["09 1"]);
    assert_eq!(listed(&lim, numbers::List { site: Some(namur.clone()), ..numbers::List::first(org()) }), [""; 0]);
    let counted = lim.send(&inventory::View { org: org() }).unwrap();
    assert_eq!(counted.numbers, Some(Stock { total: 1, assigned: 0 }));
    assert_eq!(counted.seats, None);
    assert_eq!(code(lim.send(&numbers::View { org: org(), number: there.clone() })), Code::NotFound);
    assert_eq!(code(lim.send(&numbers::Delete { org: org(), number: there })), Code::NotFound);
    let create = |site| numbers::Create { org: org(), details: number_details("555", site) };
    assert_eq!(code(lim.send(&create(Some(&namur)))), Code::Forbidden);
    assert_eq!(code(lim.send(&create(None))), Code::Forbidden);
    lim.send(&create(Some(&gent))).unwrap();
    let update =
        |site| numbers::Update { org: org(), number: here.clone(), version: 1, details: number_details("09 1", site) };
    assert_eq!(code(lim.send(&update(Some(&namur)))), Code::Forbidden, "the right at both ends");
    assert_eq!(code(lim.send(&update(None))), Code::Forbidden);
    assert_eq!(world.owner().send(&update(Some(&namur))).unwrap().details.site, Some(namur.clone()));
    assert_eq!(code(lim.send(&update(Some(&gent)))), Code::NotFound, "it has gone");
    let nowhere = SiteId::from_u128(77);
    assert_eq!(errors(world.owner().send(&create(Some(&nowhere)))), ["details.site unknown_site"]);
}

#[test]
fn what_somebody_has_stays_until_it_is_taken_back() {
    let world = World::new();
    let (owner, anna, bart) = (world.owner(), world.user("anna", None), world.user("bart", None));
    let (number, device) = (number(&world, "201", None), device(&world, "aa", None));
    let license = license(&world, "Mobile", 5, true);
    let assets = [Asset::Number(number.clone()), Asset::Device(device.clone()), Asset::License(license.clone())];
    for asset in &assets {
        assign(&owner, asset, &anna).unwrap();
        let records = world.last_record();
        assign(&owner, asset, &anna).unwrap();
        assert_eq!(world.last_record(), records, "he has it already");
    }
    assert_eq!(what_he_has(&owner, &anna), ["201", "Polycom 450", "Mobile"]);
    assert_eq!(code(assign(&owner, &assets[0], &bart)), Code::AssignedAlready);
    assert_eq!(code(assign(&owner, &assets[1], &bart)), Code::AssignedAlready);
    assign(&owner, &assets[2], &bart).unwrap();
    let count = |problem: Result<(), Problem>| {
        let problem = problem.unwrap_err();
        (problem.code, problem.args["count"].clone())
    };
    let gone = count(owner.send(&numbers::Delete { org: org(), number: number.clone() }));
    assert_eq!(gone, (Code::StillAssigned, "1".into()));
    assert_eq!(count(owner.send(&devices::Delete { org: org(), device })).0, Code::StillAssigned);
    assert_eq!(count(owner.send(&licenses::Delete { org: org(), license })), (Code::StillAssigned, "2".into()));
    assert_eq!(code(unassign(&owner, &assets[0], &bart)), Code::NotFound, "it is not his");
    for asset in &assets {
        unassign(&owner, asset, &anna).unwrap();
        assert_eq!(code(unassign(&owner, asset, &anna)), Code::NotFound);
    }
    assert_eq!(what_he_has(&owner, &anna), [""; 0]);
    owner.send(&numbers::Delete { org: org(), number }).unwrap();
    assert_eq!(code(assign(&owner, &assets[0], &anna)), Code::NotFound);
}

#[test]
fn assigning_takes_the_right_over_the_user_and_at_the_site_of_the_thing() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (anna, bart) = (world.user("anna", Some(&gent)), world.user("bart", Some(&namur)));
    let here = Asset::Number(number(&world, "09 1", Some(&gent)));
    let there = Asset::Number(number(&world, "081 1", Some(&namur)));
    let seat = Asset::License(license(&world, "Mobile", 5, true));
    let (_, lim) = world.appoint("lim", vec![world.grant("assignments", only(&gent))]);
    assert_eq!(code(assign(&lim, &here, &bart)), Code::NotFound, "whom he does not see");
    assert_eq!(code(assign(&lim, &there, &anna)), Code::NotFound, "what he does not see");
    assert_eq!(code(assign(&lim, &seat, &bart)), Code::NotFound);
    assign(&lim, &here, &anna).unwrap();
    assign(&lim, &seat, &anna).unwrap();
    assert_eq!(what_he_has(&lim, &anna), ["09 1", "Mobile"]);
    world.owner().send(&assignments::Unassign { org: org(), user: anna.clone(), asset: here.clone() }).unwrap();
    assign(&world.owner(), &here, &bart).unwrap();
    assert_eq!(code(unassign(&lim, &here, &bart)), Code::NotFound);
    assign(&world.owner(), &there, &anna).unwrap();
    assert_eq!(what_he_has(&lim, &anna), ["Mobile"], "the number of another site is not shown");
    assert_eq!(what_he_has(&world.owner(), &anna), ["081 1", "Mobile"]);
    let (_, viewer) = world.appoint("viewer", vec![world.grant("inventory", only(&gent))]);
    let seen = viewer.send(&numbers::List::first(org())).unwrap().items.remove(0);
    assert!(seen.assigned && seen.holder.is_none(), "to whom, he may not see");
    let of_bart = numbers::List { user: Some(bart), ..numbers::List::first(org()) };
    assert_eq!(listed(&viewer, of_bart.clone()), [""; 0], "nor ask for");
    assert_eq!(listed(&world.owner(), of_bart), ["09 1"]);
    assert_eq!(code(assign(&viewer, &here, &anna)), Code::Forbidden);
}

#[test]
fn a_right_to_view_assignments_is_no_right_to_change_them() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let anna = world.user("anna", Some(&gent));
    let (here, there) = (number(&world, "09 1", Some(&gent)), number(&world, "081 1", Some(&namur)));
    let (here, there) = (Asset::Number(here), Asset::Number(there));
    let permissions = [shared::authority::permission::ASSIGNMENTS_VIEW].into();
    let details = shared::roles::RoleDetails { name: "Readers".into(), description: String::new(), permissions };
    world.owner().send(&shared::roles::api::Create { org: org(), details }).unwrap();
    let grants = vec![world.grant("assignments", only(&gent)), world.grant("Readers", Scope::Organization)];
    let (_, lim) = world.appoint("lim", grants);
    assert_eq!(code(assign(&lim, &there, &anna)), Code::Forbidden, "seen, but not his to assign");
    assign(&lim, &here, &anna).unwrap();
    assign(&world.owner(), &there, &anna).unwrap();
    assert_eq!(code(unassign(&lim, &there, &anna)), Code::Forbidden);
}

#[test]
fn wbx_10_the_list_by_service_takes_the_services_or_the_assignments() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let license = license(&world, "Mobile", 5, true);
    for (name, site) in [("anna", &gent), ("bart", &namur)] {
        assign(&world.owner(), &Asset::License(license.clone()), &world.user(name, Some(site))).unwrap();
    }
    let seats = |browser: &Browser<'_>| {
        let page = browser.send(&assignments::Seats::first(org(), license.clone()))?;
        Ok::<_, Problem>(page.items.into_iter().map(|seat| seat.holder.name).collect::<Vec<_>>())
    };
    for (name, role) in [("one", "services"), ("two", "assignments")] {
        let (_, lim) = world.appoint(name, vec![world.grant(role, only(&gent))]);
        assert_eq!(seats(&lim).unwrap(), ["anna Peeters"], "{role}");
        assert_eq!(lim.send(&licenses::List::new(org())).unwrap()[0].assigned, 2, "{role}");
        let create = licenses::Create { org: org(), details: license_details("Fax", 1, false) };
        assert_eq!(code(lim.send(&create)), Code::Forbidden, "a pool is the organization's");
    }
    let (_, assigns) = world.appoint("assigns", vec![world.grant("assignments", Scope::Organization)]);
    let view = licenses::View { org: org(), license: license.clone() };
    assert_eq!(code(assigns.send(&view)), Code::Forbidden, "the services themselves are not his");
    let (_, all) = world.appoint("all", vec![world.grant("services", Scope::Organization)]);
    assert_eq!(seats(&all).unwrap(), ["anna Peeters", "bart Peeters"]);
    let (_, neither) = world.appoint("neither", vec![world.grant("inventory", Scope::Organization)]);
    let refused = seats(&neither).unwrap_err();
    assert_eq!((refused.code, &refused.args["permission"][..]), (Code::Forbidden, "licenses:view"));
    assert_eq!(code(neither.send(&licenses::List::new(org()))), Code::Forbidden);
}

#[test]
fn a_license_has_no_more_seats_taken_than_bought() {
    let world = World::new();
    let owner = world.owner();
    let id = license(&world, "Mobile", 1, true);
    let (anna, bart) = (world.user("anna", None), world.user("bart", None));
    assign(&owner, &Asset::License(id.clone()), &anna).unwrap();
    let refused = assign(&owner, &Asset::License(id.clone()), &bart).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::NoSeatLeft, Some("asset")));
    assert_eq!((&refused.args["license"][..], &refused.args["quantity"][..]), ("Mobile", "1"));
    let update = |version, quantity| licenses::Update {
        org: org(),
        license: id.clone(),
        version,
        details: license_details("Mobile", quantity, true),
    };
    let too_few = owner.send(&update(1, 0)).unwrap_err();
    assert_eq!(too_few.errors[0].args["assigned"], "1");
    assert_eq!(errors(Err::<(), _>(too_few)), ["details.quantity below_assigned"]);
    assert_eq!(errors(owner.send(&update(1, 1_000_001))), ["details.quantity too_many"]);
    owner.send(&update(1, 2)).unwrap();
    assign(&owner, &Asset::License(id.clone()), &bart).unwrap();
    assert_eq!(code(owner.send(&update(1, 3))), Code::ChangedMeanwhile);
    assert_eq!(
        errors(owner.send(&licenses::Create { org: org(), details: license_details(" MOBILE ", 1, true) })),
        ["details.name taken"]
    );
    let database = world.database(org().as_str());
    assert!(database.query("UPDATE licenses SET assigned = 3", &[]).is_err(), "not even by hand");
    assert!(database.query("UPDATE seats SET license = 'x'", &[]).is_err());
}

#[test]
fn rsc_47_disabling_somebody_gives_back_the_seats_of_those_licenses_that_say_so() {
    let world = World::new();
    let owner = world.owner();
    let (mobile, desk) = (license(&world, "Mobile", 1, true), license(&world, "Standard", 1, false));
    let (anna, bart) = (world.user("anna", None), world.user("bart", None));
    for license in [&mobile, &desk] {
        assign(&owner, &Asset::License(license.clone()), &anna).unwrap();
    }
    let before = world.last_record();
    owner.send(&users::Disable { org: org(), user: anna.clone() }).unwrap();
    assert_eq!(world.recorded_after(before), ["seat_released", "user_disabled"]);
    assert_eq!(what_he_has(&owner, &anna), ["Standard"]);
    let refused = assign(&owner, &Asset::License(mobile.clone()), &anna);
    assert_eq!(errors(refused), ["user user_disabled"]);
    assign(&owner, &Asset::License(mobile.clone()), &bart).unwrap();
    owner.send(&users::Enable { org: org(), user: anna.clone() }).unwrap();
    assert_eq!(what_he_has(&owner, &anna), ["Standard"], "nobody's seat is taken for him");
    assert_eq!(code(undo(&owner, before + 1)), Code::NoSeatLeft);
    unassign(&owner, &Asset::License(mobile), &bart).unwrap();
    undo(&owner, before + 1).unwrap();
    assert_eq!(what_he_has(&owner, &anna), ["Mobile", "Standard"]);
    owner.send(&users::Disable { org: org(), user: bart.clone() }).unwrap();
    owner.send(&users::Enable { org: org(), user: anna.clone() }).unwrap();
    let (ops, grants) = (world.last_record(), vec![world.grant("users", Scope::Organization)]);
    let (carl, _) = world.appoint("carl", grants);
    unassign(&owner, &Asset::License(license_named(&owner, "Mobile").id), &anna).unwrap();
    assign(&owner, &Asset::License(license_named(&owner, "Mobile").id), &carl).unwrap();
    owner.send(&shared::administrators::api::Disable { org: org(), user: carl }).unwrap();
    assert!(world.recorded_after(ops).contains(&"seat_released".to_owned()), "by whatever way");
    assert_eq!(license_named(&owner, "Mobile").assigned, 0);
}

fn license_named(browser: &Browser<'_>, name: &str) -> License {
    let all = browser.send(&licenses::List::new(org())).unwrap();
    all.into_iter().find(|license| license.details.name == name).unwrap()
}

#[test]
fn users_are_listed_with_what_they_have_as_far_as_one_may_see() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (anna, bart) = (world.user("anna", Some(&gent)), world.user("bart", Some(&gent)));
    world.user("carl", Some(&namur));
    assign(&world.owner(), &Asset::Number(number(&world, "09 1", Some(&gent))), &anna).unwrap();
    assign(&world.owner(), &Asset::Device(device(&world, "aa", Some(&namur))), &bart).unwrap();
    let (_, lim) = world.appoint("lim", vec![world.grant("assignments", only(&gent))]);
    let listed = |browser: &Browser<'_>, assigned| {
        let list = assignments::Users { assigned, ..assignments::Users::first(org()) };
        let page = browser.send(&list).unwrap();
        assert_eq!(page.total as usize, page.items.len());
        page.items.into_iter().map(|it| (it.user.name, it.assigned.len())).collect::<Vec<_>>()
    };
    let named =
        |list: &[(&str, usize)]| list.iter().map(|(name, n)| (format!("{name} Peeters"), *n)).collect::<Vec<_>>();
    assert_eq!(listed(&lim, None), named(&[("anna", 1), ("bart", 0)]));
    assert_eq!(listed(&lim, Some(true)), named(&[("anna", 1)]));
    assert_eq!(listed(&lim, Some(false)), named(&[("bart", 0)]), "what he has is out of sight");
    assert_eq!(listed(&world.owner(), Some(true)), named(&[("anna", 1), ("bart", 1)]));
    let q = |q: &str| {
        let list = assignments::Users { q: Some(q.into()), ..assignments::Users::first(org()) };
        lim.send(&list).unwrap().total
    };
    assert_eq!((q("ANNA peet"), q("carl")), (1, 0));
    let by_number = lim.send(&assignments::Numbers::first(org())).unwrap().items;
    assert_eq!(by_number[0].holder.as_ref().map(|holder| &holder.name[..]), Some("anna Peeters"));
    assert_eq!(lim.send(&assignments::Devices::first(org())).unwrap().total, 0);
    let free = assignments::Numbers { assigned: Some(false), ..assignments::Numbers::first(org()) };
    assert_eq!(lim.send(&free).unwrap().total, 0);
}

#[test]
fn pages_of_numbers_together_are_the_whole_list_and_lead_back() {
    let world = World::new();
    for n in 0..13 {
        number(&world, &format!("{}", 100 + (n * 5) % 13), None);
    }
    let owner = world.owner();
    for direction in [shared::page::Direction::Ascending, shared::page::Direction::Descending] {
        let list = numbers::List { limit: Some(5), direction: Some(direction), ..numbers::List::first(org()) };
        let (mut all, mut cursor): (Vec<Number>, _) = (Vec::new(), None);
        loop {
            let page = owner.send(&numbers::List { cursor, ..list.clone() }).unwrap();
            assert_eq!((page.first as usize, page.total), (all.len() + 1, 13));
            if let Some(previous) = page.previous {
                let back = owner.send(&numbers::List { cursor: Some(previous), ..list.clone() }).unwrap();
                assert_eq!(back.items[..], all[all.len() - 5..]);
            }
            all.extend(page.items);
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        let mut keys: Vec<String> = all.into_iter().map(|number| number.normalized).collect();
        if direction == shared::page::Direction::Descending {
            keys.reverse();
        }
        assert_eq!(keys, (100..113).map(|n| n.to_string()).collect::<Vec<_>>());
    }
}

#[test]
fn the_trail_of_a_site_has_its_numbers_and_what_became_of_them() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (anna, bart) = (world.user("anna", Some(&gent)), world.user("bart", Some(&namur)));
    let (_, reader) = world.appoint("reader", vec![world.grant("audit", only(&gent))]);
    let before = world.last_record();
    let (here, there) = (number(&world, "09 1", Some(&gent)), number(&world, "081 1", Some(&namur)));
    let secret = device(&world, "bb", Some(&namur));
    assign(&world.owner(), &Asset::Number(here.clone()), &bart).unwrap();
    assign(&world.owner(), &Asset::Device(secret), &bart).unwrap();
    let mobile = Asset::License(license(&world, "Mobile", 5, true));
    assign(&world.owner(), &mobile, &bart).unwrap();
    assign(&world.owner(), &mobile, &anna).unwrap();
    let details = number_details("081 1", Some(&gent));
    world.owner().send(&numbers::Update { org: org(), number: there, version: 1, details }).unwrap();
    world.owner().send(&users::Disable { org: org(), user: anna }).unwrap();
    let list = audit::List { limit: Some(50), ..audit::List::newest(org()) };
    let read = reader.send(&list).unwrap().items.into_iter();
    let read = read.filter(|entry| entry.record.seq > u64::try_from(before).unwrap());
    let read: Vec<_> = read
        .map(|entry| {
            (entry.record.effect["effect"].as_str().unwrap().to_owned(), entry.names.contains_key(here.as_str()))
        })
        .collect();
    let said: Vec<(&str, bool)> = read.iter().rev().map(|(effect, named)| (&effect[..], *named)).collect();
    assert_eq!(
        said,
        [
            ("number_created", true),
            ("assigned", true),
            ("assigned", false),
            ("number_updated", false),
            ("seat_released", false),
            ("user_disabled", false),
        ]
    );
}

/// What undoing must bring back: everything but ids and versions.
fn state(world: &World) -> Vec<String> {
    [
        "SELECT details, number_key, search, site, user FROM numbers ORDER BY number_key",
        "SELECT details, kind, identifier_key, name_key, search, site, user FROM devices ORDER BY identifier_key",
        "SELECT details, name_key, quantity, released_on_disable, assigned FROM licenses ORDER BY name_key",
        "SELECT user FROM seats ORDER BY 1",
        "SELECT * FROM reservations ORDER BY 1, 2",
    ]
    .map(|sql| format!("{:?}", world.rows(sql)))
    .into()
}

#[test]
fn inv_23_everything_about_the_inventory_is_undone_once() {
    let world = World::new();
    let (owner, gent, anna) = (world.owner(), world.site("Gent"), world.user("anna", None));
    let there_and_back = |kind: &str, act: &dyn Fn() -> Result<(), Problem>| {
        let before = state(&world);
        act().unwrap();
        let record = world.last_record();
        assert_eq!(world.recorded_after(record - 1), [kind]);
        assert_ne!(state(&world), before, "{kind}");
        undo(&owner, record).unwrap();
        assert_eq!(state(&world), before, "{kind}");
        assert!(undo(&owner, record).is_err(), "{kind} is undone once");
    };
    let create_number = numbers::Create { org: org(), details: number_details("1 0", None) };
    there_and_back("number_created", &|| owner.send(&create_number).map(|_| ()));
    let create_device = devices::Create { org: org(), details: device_details("10", None) };
    there_and_back("device_created", &|| owner.send(&create_device).map(|_| ()));
    let create_license = licenses::Create { org: org(), details: license_details("Fax", 3, false) };
    there_and_back("license_created", &|| owner.send(&create_license).map(|_| ()));
    let (number, device) = (number(&world, "201", None), device(&world, "aa", None));
    let license = license(&world, "Mobile", 5, true);
    for asset in [Asset::Number(number.clone()), Asset::Device(device.clone()), Asset::License(license.clone())] {
        there_and_back("assigned", &|| assign(&owner, &asset, &anna));
        assign(&owner, &asset, &anna).unwrap();
        there_and_back("unassigned", &|| unassign(&owner, &asset, &anna));
        unassign(&owner, &asset, &anna).unwrap();
    }
    let details = number_details("202", Some(&gent));
    let update = numbers::Update { org: org(), number: number.clone(), version: 1, details };
    there_and_back("number_updated", &|| owner.send(&update).map(|_| ()));
    let details = device_details("ab", Some(&gent));
    let update = devices::Update { org: org(), device: device.clone(), version: 1, details };
    there_and_back("device_updated", &|| owner.send(&update).map(|_| ()));
    let details = license_details("Mobile plus", 7, false);
    let update = licenses::Update { org: org(), license: license.clone(), version: 1, details };
    there_and_back("license_updated", &|| owner.send(&update).map(|_| ()));
    there_and_back("number_deleted", &|| owner.send(&numbers::Delete { org: org(), number: number.clone() }));
    there_and_back("device_deleted", &|| owner.send(&devices::Delete { org: org(), device: device.clone() }));
    there_and_back("license_deleted", &|| owner.send(&licenses::Delete { org: org(), license: license.clone() }));
}

#[test]
fn what_was_assigned_or_moved_since_is_not_undone() {
    let world = World::new();
    let (owner, gent) = (world.owner(), world.site("Gent"));
    let (anna, bart) = (world.user("anna", None), world.user("bart", None));
    let id = number(&world, "201", None);
    let made = world.last_record();
    let asset = Asset::Number(id.clone());
    assign(&owner, &asset, &anna).unwrap();
    let given = world.last_record();
    assert_eq!(code(undo(&owner, made)), Code::ChangedMeanwhile, "somebody has it");
    unassign(&owner, &asset, &anna).unwrap();
    let taken = world.last_record();
    assign(&owner, &asset, &bart).unwrap();
    assert_eq!(code(undo(&owner, given)), Code::ChangedMeanwhile);
    assert_eq!(code(undo(&owner, taken)), Code::AssignedAlready);
    unassign(&owner, &asset, &bart).unwrap();
    let details = number_details("201", Some(&gent));
    owner.send(&numbers::Update { org: org(), number: id, version: 1, details }).unwrap();
    assert_eq!(code(undo(&owner, taken)), Code::ChangedMeanwhile, "it would be judged at its former site");
    let pool = license(&world, "Mobile", 1, true);
    let details = license_details("Mobile", 2, true);
    owner.send(&licenses::Update { org: org(), license: pool.clone(), version: 1, details }).unwrap();
    let raised = world.last_record();
    for user in [&anna, &bart] {
        assign(&owner, &Asset::License(pool.clone()), user).unwrap();
    }
    assert_eq!(code(undo(&owner, raised)), Code::NotUndoable, "there would be too few");
}

#[test]
fn the_same_request_assigns_once() {
    let world = World::new();
    let (owner, anna) = (world.owner(), world.user("anna", None));
    let asset = Asset::License(license(&world, "Mobile", 5, true));
    let request = assignments::Assign { org: org(), user: anna, asset };
    let first = owner.send_with_key(&request, Some("key-1")).unwrap();
    let records = world.last_record();
    assert_eq!(owner.send_with_key(&request, Some("key-1")), Ok(first));
    assert_eq!(world.last_record(), records);
}

/// One step of a random history.
#[derive(Clone, Debug)]
enum Step {
    Assign(usize, usize),
    Unassign(usize, usize),
    Quantity(usize, u32),
    Released(usize, bool),
    Disable(usize),
    Enable(usize),
    Undo(i64),
}

const PEOPLE: usize = 4;
const POOLS: usize = 2;

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..POOLS, 0..PEOPLE).prop_map(|(pool, user)| Step::Assign(pool, user)),
        2 => (0..POOLS, 0..PEOPLE).prop_map(|(pool, user)| Step::Unassign(pool, user)),
        2 => (0..POOLS, 0_u32..4).prop_map(|(pool, quantity)| Step::Quantity(pool, quantity)),
        1 => (0..POOLS, any::<bool>()).prop_map(|(pool, released)| Step::Released(pool, released)),
        2 => (0..PEOPLE).prop_map(Step::Disable),
        2 => (0..PEOPLE).prop_map(Step::Enable),
        3 => (0_i64..6).prop_map(Step::Undo),
    ]
}

struct Pools<'w> {
    world: &'w World,
    owner: Browser<'w>,
    people: Vec<UserId>,
    pools: Vec<LicenseId>,
    /// The last record before the history, which is not undone.
    beginning: i64,
}

impl<'w> Pools<'w> {
    fn new(world: &'w World) -> Self {
        let people = (0..PEOPLE).map(|n| world.user(&format!("u{n}"), None)).collect();
        let pools = (0..POOLS).map(|n| license(world, &format!("Pool {n}"), 2, n == 0)).collect();
        let owner = world.owner();
        Self { world, owner, people, pools, beginning: world.last_record() }
    }

    fn change(&self, pool: usize, with: impl FnOnce(&mut LicenseDetails)) -> Result<(), Problem> {
        let License { id: license, version, mut details, .. } = license_named(&self.owner, &format!("Pool {pool}"));
        with(&mut details);
        self.owner.send(&licenses::Update { org: org(), license, version, details }).map(|_| ())
    }

    fn take(&self, step: &Step) -> Result<(), Problem> {
        let user = |n: usize| self.people[n].clone();
        match *step {
            Step::Assign(pool, n) => assign(&self.owner, &Asset::License(self.pools[pool].clone()), &user(n)),
            Step::Unassign(pool, n) => unassign(&self.owner, &Asset::License(self.pools[pool].clone()), &user(n)),
            Step::Quantity(pool, quantity) => self.change(pool, |details| details.quantity = quantity),
            Step::Released(pool, released) => self.change(pool, |details| details.released_on_disable = released),
            Step::Disable(n) => self.owner.send(&users::Disable { org: org(), user: user(n) }).map(|_| ()),
            Step::Enable(n) => self.owner.send(&users::Enable { org: org(), user: user(n) }).map(|_| ()),
            Step::Undo(back) => match self.world.last_record() - back {
                record if record > self.beginning => undo(&self.owner, record),
                _ => Ok(()),
            },
        }
    }

    /// Who was disabled after a record, if anybody was.
    fn just_disabled(&self, record: i64) -> Option<String> {
        let sql = format!("SELECT subject FROM audit WHERE seq > {record} AND effect = 'user_disabled' AND accepted");
        self.world.rows(&sql).first().map(|row| row.get(0).unwrap())
    }

    /// How many seats somebody has that the disabled give back.
    fn released_of(&self, user: &str) -> usize {
        let sql = format!(
            "SELECT 1 FROM seats JOIN licenses ON licenses.id = seats.license
             WHERE released_on_disable AND user = '{user}'"
        );
        self.world.rows(&sql).len()
    }

    /// As far as a pool says, and as far as its seats say: taken, and bought.
    fn counts(&self) -> Vec<(u32, u32, u32)> {
        let rows = self
            .world
            .rows("SELECT assigned, (SELECT count(*) FROM seats WHERE license = licenses.id), quantity FROM licenses");
        rows.iter().map(|row| (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap())).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn inv_15_never_are_more_seats_taken_than_bought(steps in prop::collection::vec(step(), 1..25)) {
        let world = World::new();
        let pools = Pools::new(&world);
        for step in &steps {
            let (before, record) = (pools.counts(), world.last_record());
            let done = pools.take(step);
            for (assigned, seats, quantity) in pools.counts() {
                prop_assert_eq!(assigned, seats);
                prop_assert!(assigned <= quantity, "{:?}", step);
            }
            match done {
                Err(problem) => {
                    prop_assert_ne!(problem.code, Code::Internal, "{:?}", step);
                    prop_assert_eq!(&pools.counts(), &before, "a refusal changes nothing");
                    if let (Code::NoSeatLeft, Step::Assign(pool, _)) = (problem.code, step) {
                        let named = format!("Pool {pool}");
                        prop_assert_eq!(license_named(&pools.owner, &named).available(), 0);
                    }
                }
                Ok(()) => prop_assert!(pools.just_disabled(record).is_none_or(|user| pools.released_of(&user) == 0)),
            }
        }
    }
}
