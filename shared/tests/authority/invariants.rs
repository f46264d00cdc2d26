//! Each invariant in worlds by chance: judge and model agree, and the invariant was at stake
//! often enough for that to mean something.

use crate::{
    bridge,
    chance::Chance,
    law::{self, Breach},
    model::{FEATURE, GRANTS, GROUPS_UPDATE, Grant, ROLES, Role, Scope, Step, Subject, USERS, World},
    stage::{ANNA, BERT, CARL, DESK, OPS, grant, stage},
    trial::{self, Focus, Outcome, Tally},
};
use shared::authority::{Access, Change, Permission, Scope as RealScope, judge::judge};

/// How many steps the long run takes, unless `AUTHORITY_STEPS` says otherwise.
const LONG: u64 = 1_000_000;
/// Steps in one world.
const LENGTH: usize = 50;

fn agree(seeds: std::ops::Range<u64>, focus: Focus) -> Tally {
    trial::sequences(seeds, LENGTH, focus).expect("judge and model agree")
}

/// Judge and model agree about these steps; `breach` was refused, and others were accepted.
fn hold(seed: u64, focus: Focus, breach: Breach) {
    let tally = agree(seed..seed + 60, focus);
    assert!(tally.against(breach) > 20 && tally.accepted > 100, "{tally:?} proves little");
}

#[test]
fn judge_and_model_agree() {
    let tally = agree(0..150, |_| true);
    println!("{tally:?}");
    assert!(tally.gains > 100 && tally.losses > 50, "{tally:?} proves little");
}

/// `cargo test --release -p shared --test authority -- --ignored --nocapture`
#[test]
#[ignore = "takes minutes"]
fn judge_and_model_agree_for_long() {
    let steps = std::env::var("AUTHORITY_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(LONG);
    println!("{:?}", agree(1_000_000..1_000_000 + steps.div_ceil(LENGTH as u64), |_| true));
}

#[test]
fn inv_01_nobody_gives_what_he_does_not_hold_or_not_so_long() {
    let gives = |step: &Step| {
        matches!(
            step,
            Step::AddGrant { .. }
                | Step::Resume { .. }
                | Step::Enable { .. }
                | Step::Disable { .. }
                | Step::Suspend { .. }
                | Step::UpdateRole { .. }
        )
    };
    hold(10_000, gives, Breach::Amplification);
}

#[test]
fn inv_02_nobody_gains_or_draws_people_into_his_reach() {
    let moves = |step: &Step| {
        matches!(
            step,
            Step::AddGrant { .. }
                | Step::Join { .. }
                | Step::Leave { .. }
                | Step::MoveGroup { .. }
                | Step::MoveUser { .. }
        )
    };
    hold(20_000, moves, Breach::SelfGain);
}

#[test]
fn inv_03_nobody_is_weakened_or_taken_over_by_peers() {
    let weakens = |step: &Step| {
        matches!(
            step,
            Step::SetPassword { .. }
                | Step::ChangeLogin { .. }
                | Step::EndSession { .. }
                | Step::UpdateUser { .. }
                | Step::Disable { .. }
                | Step::Enable { .. }
                | Step::RemoveGrant { .. }
                | Step::Suspend { .. }
                | Step::Resume { .. }
                | Step::UpdateRole { .. }
                | Step::Leave { .. }
                | Step::MoveGroup { .. }
        )
    };
    hold(30_000, weakens, Breach::Dominance);
}

/// Bert gets the same by a grant, through a group that he joins and through one that comes above
/// his own: whoever may do any of it may do all of it. By a grant that is resumed, too, where
/// Bert is an administrator already: that way makes nobody one who was none.
#[test]
fn inv_04_the_way_does_not_matter() {
    let mut chance = Chance(40_000);
    let (mut appointed, mut enlarged) = (0, 0);
    for _ in 0..2_000 {
        let mut given = Grant { suspended: false, grantor: None, ..chance.grant() };
        (given.to, given.role) = (Subject::User(BERT), 2);
        let groups_missing = matches!(&given.scope, Scope::Groups(groups) if groups.iter().any(|group| *group > 2));
        let begins_and_ends = given.from.zip(given.until).is_none_or(|(from, until)| from < until);
        if groups_missing || law::places(&given.scope).is_empty() || given.until == Some(0) || !begins_and_ends {
            continue;
        }
        let mut own = Grant { from: None, suspended: false, to: Subject::User(ANNA), role: 3, ..chance.grant() };
        if matches!(own.scope, Scope::Groups(_)) {
            own.scope = Scope::Organization;
        }
        let mut world = stage().with_role(1, &[GROUPS_UPDATE]).to(1, ANNA, 1, Scope::Organization);
        world.roles[2] = Some(Role { owner: false, permissions: vec![FEATURE] });
        world.roles[3] = Some(Role { owner: false, permissions: chance.permissions() });
        let world = world.with_grant(2, own).with_member(BERT, DESK);
        let [grant, join, nest, _] = ways(&world, &given);
        assert!(grant == join && join == nest, "{grant}, {join}, {nest} in {world:#?}");
        appointed += usize::from(grant);
        let other = Grant { suspended: true, role: 1, ..given.clone() };
        let world = world.with_grant(4, other);
        let all = ways(&world, &given);
        assert!(all == [all[0]; 4], "{all:?} in {world:#?}");
        enlarged += usize::from(all[0]);
    }
    assert!(appointed > 10 && enlarged > appointed + 10, "{appointed} and {enlarged} prove little");
}

/// Whether Anna may give this to Bert: by a grant, by membership, by moving his group, by resuming.
fn ways(world: &World, given: &Grant) -> [bool; 4] {
    let verdict = |world: &World, step: Step| world.judge(ANNA, &[step]).is_ok();
    let carrying = world.clone().with_grant(3, Grant { to: Subject::Group(OPS), ..given.clone() });
    let suspended = world.clone().with_grant(3, Grant { suspended: true, ..given.clone() });
    [
        verdict(world, Step::AddGrant { grant: 3, facts: given.clone() }),
        verdict(&carrying, Step::Join { group: OPS, user: BERT }),
        verdict(&carrying, Step::MoveGroup { group: DESK, parent: Some(OPS) }),
        verdict(&suspended, Step::Resume { grant: 3 }),
    ]
}

#[test]
fn inv_04_nobody_is_drawn_in_by_being_made_an_administrator() {
    let appoints = |step: &Step| matches!(step, Step::AddGrant { .. } | Step::Join { .. } | Step::MoveGroup { .. });
    let tally = agree(43_000..43_400, appoints);
    assert!(tally.against(Breach::Appointment) > 20 && tally.gains > 100, "{tally:?} proves little");
}

/// Two steps that lead to one state in either order are judged alike in either order.
#[test]
fn inv_04_the_order_within_one_breath_does_not_matter() {
    for seed in 41_000..41_150 {
        let mut chance = Chance(seed);
        let world = chance.world();
        for _ in 0..20 {
            let actor = chance.actor(&world);
            let one = [chance.step(&world, actor), chance.step(&world, actor)];
            let other = [one[1].clone(), one[0].clone()];
            if law::after(&world, &one) == law::after(&world, &other) {
                let (one, other) = (world.judge(actor, &one), world.judge(actor, &other));
                assert_eq!(one.as_ref().ok(), other.as_ref().ok(), "seed {seed}: {one:?} and {other:?}");
            }
        }
    }
}

#[test]
fn inv_05_an_owner_is_left() {
    let against_owners = |step: &Step| match step {
        Step::Disable { user } | Step::SetPassword { user, .. } => *user < 2,
        Step::Suspend { grant } | Step::RemoveGrant { grant } => *grant < 4,
        Step::AddGrant { facts, .. } => facts.role == 0,
        _ => false,
    };
    let tally = agree(50_000..50_250, against_owners);
    assert!(tally.against(Breach::NoOwner) > 20 && tally.losses > 20, "{tally:?} proves little");
}

#[test]
fn inv_08_a_group_carries_what_it_holds() {
    let carries = |step: &Step| match step {
        Step::Join { .. } | Step::MoveGroup { .. } | Step::CreateGroup { .. } | Step::Leave { .. } => true,
        Step::AddGrant { facts, .. } => matches!(facts.to, Subject::Group(_)),
        _ => false,
    };
    hold(80_000, carries, Breach::Amplification);
}

#[test]
fn inv_09_evaluation_ends_and_lineages_do_not_bite_their_tails() {
    let structure =
        |step: &Step| matches!(step, Step::MoveGroup { .. } | Step::CreateGroup { .. } | Step::Rehome { .. });
    let tally = agree(90_000..90_060, structure);
    assert!(tally.impossible > 100 && tally.against(Breach::Lineage) > 5, "{tally:?} proves little");
}

/// Whoever holds nothing any more does nothing any more, but with his own account.
#[test]
fn inv_10_without_grants_nothing_is_allowed() {
    for seed in 100_000..100_150 {
        let mut chance = Chance(seed);
        let world = chance.world();
        let snapshot = bridge::snapshot(&world);
        for _ in 0..30 {
            let revoked = chance.below(USERS);
            let by = chance.below(USERS);
            let step = chance.step(&world, by);
            let on_himself = matches!(step,
                Step::UpdateUser { user } | Step::EndSession { user } | Step::SetPassword { user, temporary: false }
                    if user == revoked);
            let access = Access::none(bridge::user(revoked));
            let verdict = judge(&access, &[bridge::change(&step)], &snapshot, bridge::time(world.now));
            assert!(verdict.is_err() || on_himself, "seed {seed}: {step:?}");
        }
    }
}

/// In every state that is reached, everything refers to something that is there.
#[test]
fn inv_11_nothing_outlives_what_it_is_about() {
    for seed in 110_000..110_060 {
        let mut chance = Chance(seed);
        let mut world = chance.world();
        for _ in 0..LENGTH {
            let actor = chance.actor(&world);
            let steps = chance.steps(&world, actor, |_| true);
            let mut snapshot = bridge::snapshot(&world);
            if world.judge(actor, &steps).is_ok() {
                bridge::changes(&steps).iter().try_for_each(|change| snapshot.apply(change)).expect("was accepted");
                assert!(is_closed(&snapshot), "seed {seed}: {steps:?}");
                world = law::after(&world, &steps).expect("was accepted");
            }
        }
    }
}

fn is_closed(snapshot: &shared::authority::Snapshot) -> bool {
    use shared::grants::Subject as Real;
    let grants = snapshot.grants.values().all(|grant| {
        let holder = match &grant.subject {
            Real::User(user) => snapshot.users.contains_key(user),
            Real::Group(group) => snapshot.groups.contains(group),
        };
        let scope = match &grant.scope {
            RealScope::Groups { groups } => groups.iter().all(|group| snapshot.groups.contains(group)),
            _ => true,
        };
        holder && scope && snapshot.roles.contains_key(&grant.role)
    });
    let known = |groups: &std::collections::BTreeSet<_>| groups.iter().all(|group| snapshot.groups.contains(group));
    let members = snapshot.members.iter().all(|(user, groups)| snapshot.users.contains_key(user) && known(groups));
    let parents =
        snapshot.groups.iter().all(|(_, parent)| parent.is_none_or(|parent| snapshot.groups.contains(parent)));
    grants && members && parents
}

/// Who leaves and comes back has only what coming back gives, judged as for anybody.
#[test]
fn inv_11_coming_back_restores_nothing() {
    let world = stage().with_role(1, &[FEATURE]).with_grant(1, grant(Subject::Group(OPS), 1, Scope::Organization));
    let world = world.with_role(2, &[GROUPS_UPDATE]).to(2, ANNA, 2, Scope::Organization).with_member(CARL, OPS);
    let left = law::after(&world, &[Step::Leave { group: OPS, user: CARL }]).expect("a member");
    assert!(left.entitled(Subject::User(CARL), &left).is_nothing());
    assert!(left.judge(ANNA, &[Step::Join { group: OPS, user: CARL }]).is_err());
}

#[test]
fn inv_12_a_grantor_holds_what_he_answers_for() {
    let lineage = |step: &Step| matches!(step, Step::AddGrant { .. } | Step::Rehome { .. });
    hold(120_000, lineage, Breach::Lineage);
}

#[test]
fn inv_20_what_is_not_declared_is_not_read() {
    let scope = |text: &str| serde_json::from_str::<RealScope>(text).is_ok();
    assert!(scope(r#"{"kind":"organization"}"#) && scope(r#"{"kind":"sites","sites":[]}"#));
    assert!(!scope(r#"{"kind":"organization","sites":[]}"#));
    assert!(!scope(r#"{"kind":"sites","sites":[],"groups":[]}"#) && !scope(r#"{"kind":"everything"}"#));
    assert!(serde_json::from_str::<Permission>(r#""users:view""#).is_ok());
    for unknown in [r#""users:everything""#, r#""*""#, r#""feature.:view""#, r#""feature.analytics:delete""#] {
        assert!(serde_json::from_str::<Permission>(unknown).is_err(), "{unknown}");
    }
    assert!(serde_json::from_str::<Change>(r#"{"change":"user_promoted","user":"0"}"#).is_err());
}

#[test]
fn inv_22_what_is_unknown_is_refused() {
    let tally = agree(220_000..220_040, |_| true);
    assert!(tally.impossible > 200, "{tally:?} proves little");
}

/// Undoing is a step like any other: it is judged with today's authority, and leads back.
#[test]
fn inv_23_undo_is_judged_anew() {
    let (mut undone, mut refused) = (0, 0);
    for seed in 230_000..230_150 {
        let mut chance = Chance(seed);
        let world = chance.world();
        for _ in 0..30 {
            let actor = chance.actor(&world);
            let step = chance.step(&world, actor);
            let Some(inverse) = inverse(&world, &step) else { continue };
            let Ok(Outcome::Accepted(then, _)) = trial::check(&world, actor, &[step]) else { continue };
            match trial::check(&then, chance.below(USERS), &[inverse])
                .unwrap_or_else(|why| panic!("seed {seed}: {why}"))
            {
                Outcome::Accepted(back, _) => {
                    assert_eq!(*back, world);
                    undone += 1;
                }
                _ => refused += 1,
            }
        }
    }
    assert!(undone > 20 && refused > 20, "{undone} and {refused} prove little");
}

fn inverse(world: &World, step: &Step) -> Option<Step> {
    Some(match step {
        Step::MoveUser { user, .. } => Step::MoveUser { user: *user, site: world.user(*user)?.site },
        Step::Disable { user } if world.user(*user)?.active => Step::Enable { user: *user },
        Step::Enable { user } if !world.user(*user)?.active => Step::Disable { user: *user },
        Step::AddGrant { grant, .. } => Step::RemoveGrant { grant: *grant },
        Step::RemoveGrant { grant } => Step::AddGrant { grant: *grant, facts: world.grant(*grant)?.clone() },
        Step::Suspend { grant } if !world.grant(*grant)?.suspended => Step::Resume { grant: *grant },
        Step::Resume { grant } if world.grant(*grant)?.suspended => Step::Suspend { grant: *grant },
        Step::CreateRole { role, .. } => Step::DeleteRole { role: *role },
        Step::UpdateRole { role, .. } => {
            Step::UpdateRole { role: *role, permissions: world.role(*role)?.permissions.clone() }
        }
        Step::CreateGroup { group, .. } => Step::DeleteGroup { group: *group },
        Step::MoveGroup { group, .. } => Step::MoveGroup { group: *group, parent: world.groups.get(*group).copied()?? },
        Step::Join { group, user } if !world.members.contains(&(*user, *group)) => {
            Step::Leave { group: *group, user: *user }
        }
        Step::Leave { group, user } => Step::Join { group: *group, user: *user },
        Step::Lock { group } if !world.locked.contains(group) => Step::Unlock { group: *group },
        Step::Unlock { group } if world.locked.contains(group) => Step::Lock { group: *group },
        _ => return None,
    })
}

const _: () = assert!(GRANTS > 3 && ROLES > 5);
