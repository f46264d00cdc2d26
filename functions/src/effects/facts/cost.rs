//! What judging costs, in instructions: `cargo xtask bench` runs these under callgrind.
//!
//! Preparing and measuring are two runs over one file, so that only judging is counted.

use super::*;
use crate::{
    effects::{Effect, Origin, apply},
    sql::{Sql, twin::Twin},
    testing::{START, World, at, org},
};
use shared::{
    audit::Surface,
    authority::{Access, Scope, judge::judge, permission as p},
    grants::Validity,
    groups::{GroupDetails, GroupKind},
};
use std::path::PathBuf;

const ADMINISTRATORS: u128 = 500;
const GROUPS: u128 = 2_000;
/// A group without groups below it.
const MOVED: u128 = 1_500;

fn file() -> PathBuf {
    std::env::var("BAILIWICK_COST_FILE").expect("`cargo xtask bench` says where").into()
}

fn count(name: &str) -> u128 {
    std::env::var(name).ok().and_then(|count| count.parse().ok()).unwrap_or(1_000)
}

fn user(n: u128) -> UserId {
    UserId::from_u128(1_000_000 + n)
}
fn group(n: u128) -> GroupId {
    GroupId::from_u128(2_000_000 + n)
}
fn role(n: u128) -> RoleId {
    RoleId::from_u128(3_000_000 + n)
}

/// An organization in a file: role 0 is held by one administrator, role 1 by all.
#[test]
#[ignore = "prepares what `cargo xtask bench` measures"]
fn prepare() {
    let sql = World::new().database(org().as_str()).copy_at(&file());
    sql.query("PRAGMA foreign_keys = OFF", &[]).unwrap();
    sql.transaction(&mut || {
        fill(&sql, count("BAILIWICK_COST_USERS"));
        true
    })
    .unwrap();
}

fn fill(sql: &Twin, users: u128) {
    let run = |effect: Effect| {
        let origin = Origin {
            actor: None,
            surface: Surface::Console,
            credential: None,
            endpoint: "cost",
            request_id: "cost",
            mails: false,
        };
        apply(sql, &at(START), &origin, &[effect]).unwrap();
    };
    for n in 0..2 {
        let permissions = [p::USERS_VIEW].into();
        let details = RoleDetails { name: format!("Role {n}"), description: String::new(), permissions };
        run(Effect::RoleCreated { role: role(n), kind: shared::roles::RoleKind::Custom, details });
    }
    for n in 0..GROUPS {
        let details = GroupDetails { name: format!("Group {n}"), ..GroupDetails::default() };
        let parent = (n >= 10).then(|| group(n / 10));
        run(Effect::GroupCreated { group: group(n), kind: GroupKind::Access, built_in: false, parent, details });
    }
    for n in 0..users {
        let values = params![&user(n), format!("user{n}"), START];
        sql.query(
            "INSERT INTO users (id, person, full_name, user_name, email, name_key, user_name_key, email_key, search,
                                status, phc, created_at)
             VALUES (?1, '{}', ?2, ?2, ?2, ?2, ?2, ?2, ?2, 'active', '', ?3)",
            values,
        )
        .unwrap();
        join(sql, n);
    }
    for n in 0..ADMINISTRATORS {
        give(sql, n, 1);
    }
    give(sql, 0, 0);
}

/// Groups grow with the organization, but for the one that is moved: the same change reaches the
/// same people.
fn join(sql: &Twin, n: u128) {
    let of = if n < 5 { MOVED } else { n % MOVED };
    let values = params![&user(n), &group(of)];
    sql.query("INSERT INTO memberships (user, group_id, team) VALUES (?, ?, 0)", values).unwrap();
}

fn give(sql: &Twin, n: u128, of: u128) {
    let id = GrantId::from_u128(4_000_000 + of * 10_000 + n);
    let scope = json(&Scope::Organization);
    sql.query(
        "INSERT INTO grants (id, user, role, scope, everywhere, reason, granted_at) VALUES (?, ?, ?, ?, 1, '', 0)",
        &[(&id).into(), (&user(n)).into(), (&role(of)).into(), scope],
    )
    .unwrap();
}

/// What is counted.
#[inline(never)]
fn measured_judgement(sql: &Twin, actor: &Access, changes: &[Change]) -> bool {
    let facts = load(Reader::new(sql), changes, [&actor.user]).unwrap();
    judge(actor, changes, &facts, START).is_ok()
}

#[test]
#[ignore = "`cargo xtask bench` counts its instructions"]
fn measure() {
    let sql = Twin::at(&file());
    let owner = sql.query("SELECT grants.user FROM grants JOIN roles ON roles.id = role WHERE kind = 'owner'", &[]);
    let owner: UserId = owner.unwrap()[0].parse(0).unwrap();
    let actor = people::access(Reader::new(&sql), &owner, START).unwrap();
    let changes = match std::env::var("BAILIWICK_COST_CASE").as_deref() {
        Ok("grant") => vec![grant_to(&user(700))],
        Ok("move") => vec![Change::GroupMoved { group: group(MOVED), parent: Some(group(3)) }],
        Ok("all") => vec![edit(&role(1))],
        _ => vec![edit(&role(0))],
    };
    assert!(measured_judgement(&sql, &actor, &changes));
}

fn edit(role: &RoleId) -> Change {
    Change::RoleUpdated { role: role.clone(), permissions: [p::USERS_VIEW, p::USERS_UPDATE].into() }
}

fn grant_to(user: &UserId) -> Change {
    let facts = GrantFacts {
        subject: Subject::User(user.clone()),
        role: role(0),
        scope: Scope::Organization,
        validity: Validity::ALWAYS,
        suspended: false,
        grantor: None,
    };
    Change::GrantAdded { grant: GrantId::from_u128(1), facts }
}
