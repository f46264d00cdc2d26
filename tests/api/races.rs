//! Two acts at the same moment that would each be fine alone: never a violation, whoever wins.
//! `BAILIWICK_LONG=1000` has as many duels of each kind.

use api_tests::{Organization, PASSWORD, at_once, stranger};
use client::Client;
use shared::{
    Code, administrators,
    assignments::{self, Asset},
    authority::Scope,
    checks,
    groups::{self, GroupDetails, GroupKind},
    ids::{GroupId, UserId},
    licenses::{self, LicenseDetails},
    numbers::{self, NumberDetails},
    session, sites, users,
};

fn duels() -> usize {
    std::env::var("BAILIWICK_LONG").ok().and_then(|duels| duels.parse().ok()).unwrap_or(5)
}

/// Appoints somebody, who chooses a password; returns who it is and his client.
fn appoint(org: &Organization, name: &str, role: &str) -> (UserId, Client) {
    let (user, temporary) = org.appoint(name, vec![org.grant(role, Scope::Organization)]);
    let client = stranger();
    org.sign_in(&client, name, &temporary);
    let change = session::api::ChangePassword {
        org: org.slug.clone(),
        current_password: temporary,
        new_password: PASSWORD.into(),
    };
    client.send(&change).unwrap();
    (user, client)
}

#[test]
fn inv_05_two_owners_who_disable_each_other_leave_one() {
    let org = Organization::new();
    let first = org.owner.send(&session::api::View { org: org.slug.clone() }).unwrap().access.user;
    let (second, other) = appoint(&org, "second", "owner");
    let owners = [(first, &org.owner), (second, &other)];
    for _ in 0..duels() {
        let disable = |by: usize| {
            let user = owners[1 - by].0.clone();
            owners[by].1.send(&administrators::api::Disable { org: org.slug.clone(), user }).is_ok()
        };
        let won = at_once(2, disable);
        assert_eq!(won.iter().filter(|won| **won).count(), 1, "{won:?}");
        let winner = usize::from(!won[0]);
        let (loser, client) = &owners[1 - winner];
        owners[winner].1.send(&administrators::api::Enable { org: org.slug.clone(), user: loser.clone() }).unwrap();
        let login = if winner == 0 { "second" } else { "olivia" };
        org.sign_in(client, login, PASSWORD);
    }
}

#[test]
fn inv_10_what_is_done_after_a_revocation_is_refused() {
    let org = Organization::new();
    for duel in 0..duels() {
        let (user, client) = appoint(&org, &format!("builder{duel}"), "sites");
        let act = |who: usize| {
            if who == 0 {
                let disable = administrators::api::Disable { org: org.slug.clone(), user: user.clone() };
                org.owner.send(&disable).is_ok()
            } else {
                let details = sites::SiteDetails { name: format!("Site {duel}"), ..Default::default() };
                client.send(&sites::api::Create { org: org.slug.clone(), details }).is_ok()
            }
        };
        assert!(at_once(2, act)[0], "the owner's act does not depend on anybody's");
        let details = sites::SiteDetails { name: format!("Late {duel}"), ..Default::default() };
        assert!(client.send(&sites::api::Create { org: org.slug.clone(), details }).is_err());
        let held = org.owner.send(&checks::api::Held { org: org.slug.clone(), user }).unwrap();
        assert_eq!(held, []);
    }
}

#[test]
fn inv_09_two_groups_are_not_moved_below_each_other() {
    let org = Organization::new();
    let group = |name: &str| -> GroupId {
        let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
        let create = groups::api::Create { org: org.slug.clone(), kind: GroupKind::Access, parent: None, details };
        org.owner.send(&create).unwrap().id
    };
    let pair = [group("Left"), group("Right")];
    let view = |group: &GroupId| {
        org.owner.send(&groups::api::View { org: org.slug.clone(), group: group.clone() }).unwrap().group
    };
    let go = |group: &GroupId, parent: Option<GroupId>| {
        let version = view(group).version;
        let org_slug = org.slug.clone();
        org.owner.send(&groups::api::Move { org: org_slug, group: group.clone(), version, parent }).is_ok()
    };
    for _ in 0..duels() {
        let won = at_once(2, |side| go(&pair[side], Some(pair[1 - side].clone())));
        assert_eq!(won.iter().filter(|won| **won).count(), 1, "{won:?}");
        let below = usize::from(!won[0]);
        assert_eq!(view(&pair[below]).parent.as_ref(), Some(&pair[1 - below]));
        assert!(go(&pair[below], None));
    }
}

#[test]
fn inv_21_one_login_is_given_once_by_whatever_path() {
    let org = Organization::new();
    for duel in 0..duels() {
        let name = format!("twin{duel}");
        let made = at_once(2, |side| {
            if side == 0 {
                org.owner.send(&org.new_user(&name, None)).is_ok()
            } else {
                let mut shouted = org.new_user(&name, None);
                shouted.person.user_name = name.to_uppercase();
                shouted.person.email = format!("other-{name}@carrier.example");
                org.owner.send(&shouted).is_ok()
            }
        });
        assert_eq!(made.iter().filter(|made| **made).count(), 1, "{made:?}");
    }
    let page = org.owner.send(&users::api::List::first(org.slug.clone())).unwrap();
    assert_eq!(page.total as usize, 1 + duels());
}

#[test]
fn inv_15_the_last_seats_go_to_as_many_as_there_are() {
    const SEATS: u32 = 3;
    let org = Organization::new();
    let slug = || org.slug.clone();
    let users: Vec<UserId> =
        (0..8).map(|n| org.owner.send(&org.new_user(&format!("colleague{n}"), None)).unwrap().id).collect();
    for duel in 0..duels() {
        let details = LicenseDetails { name: format!("Mobile {duel}"), quantity: SEATS, ..LicenseDetails::default() };
        let license = org.owner.send(&licenses::api::Create { org: slug(), details }).unwrap().id;
        let assign = |n: usize| {
            let (user, asset) = (users[n].clone(), Asset::License(license.clone()));
            org.owner.send(&assignments::api::Assign { org: slug(), user, asset }).map(|_| ()).map_err(|it| it.code)
        };
        let answers = at_once(users.len(), assign);
        let won = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(won, SEATS as usize, "{answers:?}");
        assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(Code::NoSeatLeft))), "{answers:?}");
        let seats = assignments::api::Seats::first(slug(), license.clone());
        assert_eq!(org.owner.send(&seats).unwrap().total, SEATS);
        let all = org.owner.send(&licenses::api::List::new(slug())).unwrap();
        assert!(all.iter().any(|it| it.id == license && it.assigned == SEATS));
    }
}

#[test]
fn inv_15_one_number_goes_to_one_of_many() {
    let org = Organization::new();
    let slug = || org.slug.clone();
    let users: Vec<UserId> =
        (0..4).map(|n| org.owner.send(&org.new_user(&format!("clerk{n}"), None)).unwrap().id).collect();
    for duel in 0..duels() {
        let details = NumberDetails { number: format!("{}", 200 + duel), ..NumberDetails::default() };
        let number = org.owner.send(&numbers::api::Create { org: slug(), details }).unwrap().id;
        let assign = |n: usize| {
            let (user, asset) = (users[n].clone(), Asset::Number(number.clone()));
            org.owner.send(&assignments::api::Assign { org: slug(), user, asset }).is_ok()
        };
        let won = at_once(users.len(), assign);
        assert_eq!(won.iter().filter(|won| **won).count(), 1, "{won:?}");
        let winner = won.iter().position(|won| *won).unwrap();
        let seen = org.owner.send(&numbers::api::View { org: slug(), number }).unwrap();
        assert_eq!(seen.holder.map(|holder| holder.id), Some(users[winner].clone()));
    }
}
