//! Cases told by hand: what is rare by chance, and what reads better as a story.

use crate::{
    bridge, law,
    model::{
        ADMINISTRATORS_CREATE, ADMINISTRATORS_UPDATE, ASSIGNMENTS_UPDATE, FEATURE, GRANT, GROUPS_CREATE, GROUPS_UPDATE,
        Grant, ROLES_UPDATE, Role, Scope, Step, Subject, USERS_CREATE, USERS_UPDATE, USERS_VIEW, User, World,
    },
    stage::{ANNA, BERT, CARL, DESK, GHENT, LAB, LIEGE, OPS, OWNER, at, give, grant, stage, within},
};
use shared::{
    Code,
    authority::{Change, DEPTH_MAX, Snapshot, Tree, judge::judge},
    ids::GroupId,
};

/// A case, and whether it came out as expected.
#[cfg(feature = "planted-bugs")]
pub(crate) type Case = fn() -> Result<(), String>;

/// All of them.
#[cfg(feature = "planted-bugs")]
pub(crate) const ALL: &[Case] = &[
    inv_01_a_gap_in_time_is_not_filled_by_others,
    inv_02_the_right_to_join_is_no_right_to_gain,
    inv_02_nobody_is_drawn_to_where_his_things_are_at_hand,
    inv_03_what_begins_later_and_what_is_inherited_protect_as_well,
    inv_03_authority_for_a_time_is_not_above_authority_for_longer,
    inv_03_what_is_suspended_protects_as_well,
    inv_04_nobody_is_drawn_in_by_being_made_an_administrator,
    inv_04_what_has_ended_makes_nobody_an_administrator,
    inv_04_an_administrator_is_created_where_his_creator_creates,
    inv_05_who_counts_as_an_owner,
    inv_08_an_empty_group_is_no_way_around,
    inv_08_what_is_locked_stays_for_who_is_limited_to_the_group,
    inv_09_no_cycles_and_no_towers,
    inv_09_nobody_gives_to_those_above_him,
    inv_11_nothing_new_takes_the_place_of_something_known,
    inv_11_what_is_in_use_stays,
    inv_12_nobody_is_made_to_answer,
    inv_22_a_grant_that_reaches_nothing_is_none,
    inv_22_the_owners_role_stays_whole,
    inv_22_nothing_happens_to_unknown_people,
];

/// Anna may view, change, grant and manage groups in all of the organization.
fn anna() -> World {
    let all = [USERS_VIEW, USERS_UPDATE, GRANT, GROUPS_UPDATE, GROUPS_CREATE];
    stage().with_role(1, &all).to(1, ANNA, 1, Scope::Organization)
}

#[test]
fn inv_01_a_gap_in_time_is_not_filled_by_others() -> Result<(), String> {
    // Bert holds a feature before 1 and from 2 on; Ops carries it in between; Anna does not hold it.
    let world = anna().with_role(2, &[FEATURE]);
    let feature = |to, from, until| Grant { from, until, ..grant(to, 2, at(GHENT)) };
    let world = world
        .with_grant(2, feature(Subject::User(BERT), None, Some(1)))
        .with_grant(3, feature(Subject::User(BERT), Some(2), None));
    let world = world.with_grant(4, feature(Subject::Group(OPS), Some(1), Some(2)));
    let join = [Step::Join { group: OPS, user: BERT }];
    world.expect(ANNA, &join, Some(Code::ExceedsOwnAuthority))?;
    world.expect(OWNER, &join, None)?;
    // Nor does whoever holds it himself with a gap give it without one.
    let world = world
        .with_grant(5, feature(Subject::User(ANNA), None, Some(1)))
        .with_grant(6, feature(Subject::User(ANNA), Some(2), None));
    let giving = |from, until| [Step::AddGrant { grant: 9, facts: feature(Subject::User(CARL), from, until) }];
    world.expect(ANNA, &giving(None, None), Some(Code::ExceedsOwnAuthority))?;
    world.expect(ANNA, &giving(None, Some(1)), None)
}

#[test]
fn inv_02_the_right_to_join_is_no_right_to_gain() -> Result<(), String> {
    let world = anna().with_grant(2, grant(Subject::Group(OPS), 1, at(GHENT)));
    let join = |user| [Step::Join { group: OPS, user }];
    // What Ops carries, Anna holds: it is hers to give, and nothing new to her.
    world.expect(ANNA, &join(BERT), None)?;
    world.expect(ANNA, &join(ANNA), None)?;
    let world = world.with_role(2, &[FEATURE]).with_grant(3, grant(Subject::Group(OPS), 2, at(GHENT)));
    world.expect(ANNA, &join(ANNA), Some(Code::OnOneself))
}

#[test]
fn inv_02_nobody_is_drawn_to_where_his_things_are_at_hand() -> Result<(), String> {
    let world = stage().with_role(1, &[GROUPS_UPDATE]).to(1, ANNA, 1, within(OPS));
    let join = [Step::Join { group: OPS, user: BERT }];
    world.expect(ANNA, &join, None)?;
    for over_people in [ASSIGNMENTS_UPDATE, FEATURE, USERS_UPDATE] {
        let world = world.clone().with_role(2, &[over_people]).to(2, ANNA, 2, within(OPS));
        world.expect(ANNA, &join, Some(Code::OnOneself))?;
    }
    Ok(())
}

#[test]
fn inv_03_what_begins_later_and_what_is_inherited_protect_as_well() -> Result<(), String> {
    let all = [USERS_VIEW, USERS_UPDATE, GRANT, ADMINISTRATORS_UPDATE];
    let world = stage().with_role(1, &all).with_role(2, &[FEATURE]).to(1, ANNA, 1, Scope::Organization);
    let reset = [Step::SetPassword { user: BERT, temporary: true }];
    world.expect(ANNA, &reset, None)?;
    let later = Grant { from: Some(2), ..grant(Subject::User(BERT), 2, at(GHENT)) };
    world.clone().with_grant(2, later).expect(ANNA, &reset, Some(Code::NotDominated))?;
    let mut inherited = world.with_grant(2, grant(Subject::Group(OPS), 2, at(GHENT))).with_member(BERT, DESK);
    inherited.groups[DESK] = Some(Some(OPS));
    inherited.expect(ANNA, &reset, Some(Code::NotDominated))?;
    let taking = [Step::RemoveGrant { grant: 2 }];
    inherited.expect(ANNA, &taking, Some(Code::NotDominated))
}

#[test]
fn inv_03_authority_for_a_time_is_not_above_authority_for_longer() -> Result<(), String> {
    let all = [USERS_UPDATE, GRANT, ADMINISTRATORS_UPDATE];
    let world = stage().with_role(1, &all).with_role(2, &[USERS_UPDATE]);
    let holds = |user, role, from, until| Grant { from, until, ..grant(Subject::User(user), role, at(GHENT)) };
    let with = |anna: Option<usize>, from, until| {
        world.clone().with_grant(1, holds(ANNA, 1, None, anna)).with_grant(2, holds(BERT, 2, from, until))
    };
    let reset = [Step::SetPassword { user: BERT, temporary: true }];
    with(None, None, None).expect(ANNA, &reset, None)?;
    with(Some(2), None, Some(2)).expect(ANNA, &reset, None)?;
    let peer = Some(Code::NotDominated);
    with(Some(2), None, None).expect(ANNA, &reset, peer)?;
    with(Some(2), None, Some(3)).expect(ANNA, &reset, peer)?;
    with(Some(2), Some(1), Some(3)).expect(ANNA, &reset, peer)?;
    with(Some(2), None, None).expect(ANNA, &[Step::Disable { user: BERT }], peer)?;
    // Nor does lasting longer put anybody above whoever may do the same.
    let same = with(None, None, None).with_grant(2, holds(BERT, 1, None, Some(1)));
    same.expect(ANNA, &reset, peer)
}

#[test]
fn inv_03_what_is_suspended_protects_as_well() -> Result<(), String> {
    let all = [USERS_VIEW, USERS_UPDATE, GRANT, ADMINISTRATORS_UPDATE];
    let world = stage().with_role(1, &all).with_role(2, &[FEATURE]).to(1, ANNA, 1, Scope::Organization);
    let reset = [Step::SetPassword { user: BERT, temporary: true }];
    let suspended = |to, role| Grant { suspended: true, ..grant(to, role, at(GHENT)) };
    let with = |grant| world.clone().with_grant(2, grant).with_member(BERT, OPS);
    with(suspended(Subject::User(BERT), 1)).expect(ANNA, &reset, None)?;
    for to in [Subject::User(BERT), Subject::Group(OPS)] {
        with(suspended(to, 2)).expect(ANNA, &reset, Some(Code::NotDominated))?;
        with(suspended(to, 2)).expect(OWNER, &reset, None)?;
        // It is not taken by whoever could not give it back either; but what is over is nothing.
        with(suspended(to, 2)).expect(ANNA, &[Step::RemoveGrant { grant: 2 }], Some(Code::NotDominated))?;
        with(Grant { until: Some(0), ..suspended(to, 2) }).expect(ANNA, &reset, None)?;
    }
    Ok(())
}

/// Anna administers Ghent and may change groups; Carl is a user in Liège.
fn ghent() -> World {
    let all = [USERS_VIEW, USERS_UPDATE, ADMINISTRATORS_UPDATE, ADMINISTRATORS_CREATE, GRANT];
    let world = stage().with_role(1, &all).with_role(2, &[USERS_VIEW]).with_role(3, &[GROUPS_UPDATE]);
    let world = world.to(1, ANNA, 1, at(GHENT)).to(2, ANNA, 3, Scope::Organization);
    world.with_user(CARL, |carl| carl.site = Some(LIEGE)).with_user(BERT, |bert| bert.site = Some(GHENT))
}

#[test]
fn inv_04_nobody_is_drawn_in_by_being_made_an_administrator() -> Result<(), String> {
    let world = ghent().with_grant(3, grant(Subject::Group(OPS), 2, at(GHENT)));
    let out_of_reach = Some(Code::AccountOutOfReach);
    let given = |change: fn(&mut Grant)| {
        let mut facts = grant(Subject::User(CARL), 2, at(GHENT));
        change(&mut facts);
        [Step::AddGrant { grant: 9, facts }]
    };
    let desk_below_ops = [Step::MoveGroup { group: DESK, parent: Some(OPS) }];
    let to_lab = |user| world.clone().with_member(user, LAB);
    let on_lab = [give(Subject::Group(LAB), 2, at(GHENT))];
    for (world, steps) in [
        (world.clone(), &given(|_| {})),
        (world.clone(), &given(|grant| grant.from = Some(2))),
        (world.clone(), &given(|grant| grant.suspended = true)),
        (world.clone(), &[Step::Join { group: OPS, user: CARL }]),
        (world.clone().with_member(CARL, DESK), &desk_below_ops),
        (to_lab(CARL), &on_lab),
    ] {
        world.expect(ANNA, steps, out_of_reach)?;
        world.expect(OWNER, steps, None)?;
    }
    // Bert is in Ghent, where Anna may change him anyway.
    world.expect(ANNA, &[give(Subject::User(BERT), 2, at(GHENT))], None)?;
    world.expect(ANNA, &[Step::Join { group: OPS, user: BERT }], None)?;
    to_lab(BERT).expect(ANNA, &on_lab, None)?;
    // Carl is an administrator already, and stays his own administrators' to change.
    let known = world.clone().to(4, CARL, 2, at(LIEGE));
    known.expect(ANNA, &given(|_| {}), None)?;
    let then = law::after(&known, &given(|_| {})).ok_or("it was free")?;
    then.expect(ANNA, &[Step::SetPassword { user: CARL, temporary: true }], Some(Code::NotDominated))?;
    // What was suspended comes back to whoever had it.
    let resumed = Grant { suspended: true, ..grant(Subject::User(CARL), 2, at(GHENT)) };
    world.with_grant(4, resumed).expect(ANNA, &[Step::Resume { grant: 4 }], None)
}

#[test]
fn inv_04_what_has_ended_makes_nobody_an_administrator() -> Result<(), String> {
    let ended = |site| Grant { until: Some(1), ..grant(Subject::User(CARL), 2, at(site)) };
    let reset = [Step::SetPassword { user: CARL, temporary: true }];
    let later = |world: World| World { now: 1, ..world };
    let in_ghent = ghent().with_grant(3, ended(GHENT));
    in_ghent.expect(ANNA, &reset, None)?;
    // Carl is a user of Liège again: out of Anna's hands, and not to be drawn in.
    later(in_ghent.clone()).expect(ANNA, &reset, Some(Code::Forbidden))?;
    later(in_ghent).expect(ANNA, &[give(Subject::User(CARL), 2, at(GHENT))], Some(Code::AccountOutOfReach))?;
    // And a user of Ghent is in them whatever he once held in Liège.
    let in_liege = ghent().with_grant(3, ended(LIEGE)).with_user(CARL, |carl| carl.site = Some(GHENT));
    in_liege.expect(ANNA, &reset, Some(Code::NotDominated))?;
    later(in_liege).expect(ANNA, &reset, None)
}

#[test]
fn inv_04_an_administrator_is_created_where_his_creator_creates() -> Result<(), String> {
    let create = |site| {
        let facts = User { active: true, permanent_password: false, site };
        [Step::CreateUser { user: 4, facts }, give(Subject::User(4), 2, at(GHENT))]
    };
    ghent().expect(ANNA, &create(None), None)?;
    ghent().expect(ANNA, &create(Some(GHENT)), None)?;
    ghent().expect(ANNA, &create(Some(LIEGE)), Some(Code::Forbidden))?;
    // The right to create users there will do.
    ghent().with_role(4, &[USERS_CREATE]).to(3, ANNA, 4, at(LIEGE)).expect(ANNA, &create(Some(LIEGE)), None)
}

#[test]
fn inv_05_who_counts_as_an_owner() -> Result<(), String> {
    let second = |change: fn(&mut Grant), person: fn(&mut User)| {
        let mut owned = grant(Subject::User(BERT), 0, Scope::Organization);
        change(&mut owned);
        stage().with_grant(1, owned).with_user(BERT, person)
    };
    // Bert disables the owner, or another owner loses the grant: somebody must be left.
    let retire = [Step::RemoveGrant { grant: 0 }];
    let same = |_: &mut Grant| {};
    second(same, |_| {}).expect(BERT, &retire, None)?;
    let none = Some(Code::LastOwner);
    second(|grant| grant.until = Some(3), |_| {}).expect(BERT, &retire, none)?;
    second(same, |bert| bert.permanent_password = false).expect(BERT, &retire, none)?;
    second(|grant| grant.until = Some(3), |_| {}).expect(BERT, &[Step::Disable { user: OWNER }], none)?;
    // Carl owns, too, but neither while he is disabled nor while his grant is suspended.
    let third = |suspended| {
        let owned = Grant { suspended, ..grant(Subject::User(CARL), 0, Scope::Organization) };
        second(|grant| grant.until = Some(3), |_| {}).with_grant(2, owned)
    };
    third(false).expect(BERT, &retire, None)?;
    third(true).expect(BERT, &retire, none)?;
    third(false).with_user(CARL, |carl| carl.active = false).expect(BERT, &retire, none)?;
    let elsewhere = World { other_owners: 1, ..third(true) };
    elsewhere.expect(BERT, &retire, None)
}

#[test]
fn inv_08_an_empty_group_is_no_way_around() -> Result<(), String> {
    let world = anna().with_role(2, &[FEATURE]).with_grant(2, grant(Subject::Group(OPS), 2, at(GHENT)));
    let exceeds = Some(Code::ExceedsOwnAuthority);
    // Nobody is in any of the groups.
    world.expect(ANNA, &[give(Subject::Group(DESK), 2, at(LIEGE))], exceeds)?;
    world.expect(ANNA, &[Step::MoveGroup { group: DESK, parent: Some(OPS) }], exceeds)?;
    world.expect(ANNA, &[Step::CreateGroup { group: 3, parent: Some(OPS) }], exceeds)?;
    world.expect(ANNA, &[Step::CreateGroup { group: 3, parent: Some(DESK) }], None)?;
    let below = [
        Step::CreateGroup { group: 3, parent: None },
        Step::Join { group: 3, user: BERT },
        Step::MoveGroup { group: 3, parent: Some(OPS) },
    ];
    world.expect(ANNA, &below, exceeds)
}

#[test]
fn inv_08_what_is_locked_stays_for_who_is_limited_to_the_group() -> Result<(), String> {
    // Anna may do all of this in Ops and below; Ops and the empty Desk below it are locked in turn.
    let all = [USERS_VIEW, USERS_UPDATE, GRANT, GROUPS_UPDATE, GROUPS_CREATE, FEATURE];
    let mut world = stage().with_role(1, &all).to(1, ANNA, 1, within(OPS)).with_role(2, &[FEATURE]);
    world.groups[DESK] = Some(Some(OPS));
    let world = world.with_grant(2, grant(Subject::Group(OPS), 2, within(OPS)));
    let on_ops = [give(Subject::Group(OPS), 2, within(OPS))];
    let taken = [Step::RemoveGrant { grant: 2 }];
    let locked = Some(Code::PermissionsLocked);
    for group in [OPS, DESK] {
        let lock = [Step::Lock { group }];
        world.expect(ANNA, &lock, Some(Code::Forbidden))?;
        world.expect(OWNER, &lock, None)?;
        let world = World { locked: vec![group], ..world.clone() };
        world.expect(ANNA, &[Step::Unlock { group }], Some(Code::Forbidden))?;
        for steps in [&on_ops[..], &taken, &[Step::Suspend { grant: 2 }]] {
            world.expect(ANNA, steps, locked)?;
            world.expect(OWNER, steps, None)?;
        }
        // Nor in one breath with unlocking it.
        world.expect(ANNA, &[Step::Unlock { group }, taken[0].clone()], Some(Code::Forbidden))?;
    }
    // What is suspended is carried, too.
    let suspended =
        world.clone().with_grant(2, Grant { suspended: true, ..grant(Subject::Group(OPS), 2, within(OPS)) });
    World { locked: vec![OPS], ..suspended }.expect(ANNA, &taken, locked)?;
    // Where the one is locked, what the other carries besides is free.
    let world = World { locked: vec![OPS], ..world };
    world.expect(ANNA, &[give(Subject::Group(DESK), 2, within(DESK))], None)?;
    world.with_member(BERT, DESK).expect(ANNA, &[Step::Join { group: OPS, user: BERT }], None)
}

#[test]
fn inv_09_no_cycles_and_no_towers() -> Result<(), String> {
    let mut world = stage();
    world.groups[DESK] = Some(Some(OPS));
    world.groups[LAB] = Some(Some(DESK));
    world.expect(OWNER, &[Step::MoveGroup { group: OPS, parent: Some(LAB) }], Some(Code::GroupCycle))?;
    world.expect(OWNER, &[Step::MoveGroup { group: OPS, parent: Some(OPS) }], Some(Code::GroupCycle))?;
    // Two moves in one breath, each harmless alone.
    let swap = [Step::MoveGroup { group: LAB, parent: None }, Step::MoveGroup { group: OPS, parent: Some(LAB) }];
    world.expect(OWNER, &swap, None)?;
    let mut snapshot = bridge::snapshot(&stage());
    let level = |level: usize| GroupId::from_u128(9_000 + level as u128);
    let tower = (0..DEPTH_MAX).map(|at| (level(at), at.checked_sub(1).map(level)));
    snapshot.groups = Tree::new(tower);
    let higher = Change::GroupCreated { group: level(DEPTH_MAX), parent: Some(level(DEPTH_MAX - 1)) };
    expect(&snapshot, higher, Some(Code::GroupTooDeep))?;
    // What should never be read is still judged in finite time.
    snapshot.groups = Tree::new([(level(0), Some(level(1))), (level(1), Some(level(0)))]);
    snapshot.members.insert(bridge::user(BERT), [level(0)].into());
    expect(&snapshot, Change::UserDisabled { user: bridge::user(BERT) }, None)
}

#[test]
fn inv_09_nobody_gives_to_those_above_him() -> Result<(), String> {
    // Bert has it from Anna, Carl from Bert; all three may hand it on.
    let all = [USERS_VIEW, USERS_UPDATE, GRANT, GROUPS_UPDATE];
    let from = |grantor, to| Grant { grantor: Some(grantor), ..grant(to, 2, Scope::Organization) };
    let world = stage().with_role(1, &all).with_role(2, &all).to(1, ANNA, 1, Scope::Organization);
    let world = world.with_grant(2, from(ANNA, Subject::User(BERT))).with_grant(3, from(BERT, Subject::User(CARL)));
    let gives = |grantor, to| [Step::AddGrant { grant: 9, facts: from(grantor, to) }];
    let cycle = Some(Code::LineageCycle);
    for below in [BERT, CARL] {
        let team = world.clone().with_grant(4, from(below, Subject::Group(OPS)));
        world.expect(below, &gives(below, Subject::User(ANNA)), cycle)?;
        team.expect(below, &[Step::Join { group: OPS, user: ANNA }], cycle)?;
        team.expect(OWNER, &[Step::Join { group: OPS, user: ANNA }], cycle)?;
        let nest = [Step::MoveGroup { group: DESK, parent: Some(OPS) }];
        team.clone().with_member(ANNA, DESK).expect(below, &nest, cycle)?;
        let named = world.clone().to(4, ANNA, 2, at(GHENT));
        named.expect(OWNER, &[Step::Rehome { grant: 4, grantor: below }], cycle)?;
        let own_team = world.clone().with_member(below, OPS);
        own_team.expect(below, &gives(below, Subject::Group(OPS)), cycle)?;
        // Beside and below is another matter.
        world.expect(ANNA, &gives(ANNA, Subject::User(CARL)), None)?;
        team.expect(ANNA, &[Step::Join { group: LAB, user: ANNA }], None)?;
    }
    world.expect(BERT, &gives(BERT, Subject::User(BERT)), Some(Code::OnOneself))?;
    // An owner has it from nobody: not what his team gets, nor what comes from below.
    let owner = world.clone().with_member(OWNER, OPS).with_grant(1, from(OWNER, Subject::User(ANNA)));
    owner.expect(OWNER, &gives(OWNER, Subject::Group(OPS)), None)?;
    owner.expect(CARL, &gives(CARL, Subject::Group(OPS)), None)?;
    let partner = from(ANNA, Subject::User(BERT));
    let partner = world.with_grant(4, Grant { role: 0, ..partner });
    partner.expect(BERT, &gives(BERT, Subject::User(ANNA)), None)
}

/// What the owner of the stage may do with a state that the model cannot tell.
fn expect(snapshot: &Snapshot, change: Change, expected: Option<Code>) -> Result<(), String> {
    let owner = bridge::access(&stage(), OWNER);
    let code = judge(&owner, &[change], snapshot, bridge::time(0)).err().map(|refusal| refusal.code);
    if code == expected { Ok(()) } else { Err(format!("{code:?}, not {expected:?}")) }
}

#[test]
fn inv_11_nothing_new_takes_the_place_of_something_known() -> Result<(), String> {
    let world = stage().with_role(1, &[USERS_VIEW]).to(1, BERT, 1, at(GHENT));
    let somebody = User { active: true, permanent_password: true, site: Some(LIEGE) };
    for step in [
        Step::CreateUser { user: BERT, facts: somebody },
        Step::CreateRole { role: 1, permissions: vec![FEATURE] },
        Step::CreateRole { role: 0, permissions: vec![FEATURE] },
        Step::CreateGroup { group: DESK, parent: Some(OPS) },
        Step::AddGrant { grant: 1, facts: grant(Subject::User(CARL), 1, at(GHENT)) },
    ] {
        world.expect(OWNER, &[step], Some(Code::Taken))?;
    }
    Ok(())
}

#[test]
fn inv_11_what_is_in_use_stays() -> Result<(), String> {
    let world = stage().with_role(1, &[USERS_VIEW]).to(1, BERT, 1, at(GHENT));
    let in_use = Some(Code::InUse);
    world.expect(OWNER, &[Step::DeleteRole { role: 1 }], in_use)?;
    let gone = [Step::RemoveGrant { grant: 1 }, Step::DeleteRole { role: 1 }];
    world.expect(OWNER, &gone, None)?;
    let delete = [Step::DeleteGroup { group: OPS }];
    world.expect(OWNER, &delete, None)?;
    world.clone().with_member(BERT, OPS).expect(OWNER, &delete, in_use)?;
    world.clone().to(2, BERT, 1, within(OPS)).expect(OWNER, &delete, in_use)?;
    world.clone().with_grant(2, grant(Subject::Group(OPS), 1, at(GHENT))).expect(OWNER, &delete, in_use)?;
    let mut above = world;
    above.groups[DESK] = Some(Some(OPS));
    above.expect(OWNER, &delete, in_use)
}

#[test]
fn inv_12_nobody_is_made_to_answer() -> Result<(), String> {
    let world = anna().with_role(2, &[USERS_VIEW]);
    let in_the_name_of = |grantor| {
        let facts = Grant { grantor: Some(grantor), ..grant(Subject::User(BERT), 2, at(GHENT)) };
        [Step::AddGrant { grant: 9, facts }]
    };
    world.expect(ANNA, &in_the_name_of(ANNA), None)?;
    world.expect(ANNA, &in_the_name_of(CARL), Some(Code::GrantorLacks))?;
    world.expect(ANNA, &in_the_name_of(BERT), Some(Code::LineageCycle))
}

#[test]
fn inv_22_a_grant_that_reaches_nothing_is_none() -> Result<(), String> {
    let world = anna().with_role(2, &[ADMINISTRATORS_UPDATE]).to(2, ANNA, 2, at(LIEGE));
    let bert = Subject::User(BERT);
    for nowhere in [Scope::Sites(Vec::new()), Scope::Groups(Vec::new())] {
        world.expect(ANNA, &[give(bert, 1, nowhere.clone())], Some(Code::Invalid))?;
        world.expect(CARL, &[give(bert, 1, nowhere)], Some(Code::Invalid))?;
    }
    Ok(())
}

#[test]
fn inv_22_the_owners_role_stays_whole() -> Result<(), String> {
    let world = stage().with_role(1, &[ROLES_UPDATE, USERS_CREATE]).to(1, ANNA, 1, Scope::Organization);
    let edit = [Step::UpdateRole { role: 0, permissions: vec![USERS_CREATE] }];
    world.expect(ANNA, &edit, Some(Code::BuiltIn))?;
    world.expect(OWNER, &edit, Some(Code::BuiltIn))?;
    let mut unheld = World { roles: stage().roles, ..world };
    unheld.roles[5] = Some(Role { owner: true, permissions: Vec::new() });
    unheld.roles[1] = Some(Role { owner: false, permissions: Vec::new() });
    unheld.expect(OWNER, &[Step::DeleteRole { role: 5 }], Some(Code::BuiltIn))
}

#[test]
fn inv_22_nothing_happens_to_unknown_people() -> Result<(), String> {
    const NOBODY: usize = 4;
    for step in [
        Step::UpdateUser { user: NOBODY },
        Step::MoveUser { user: NOBODY, site: None },
        Step::ChangeLogin { user: NOBODY },
        Step::EndSession { user: NOBODY },
        Step::SetPassword { user: NOBODY, temporary: true },
        Step::Disable { user: NOBODY },
        Step::Enable { user: NOBODY },
        Step::Join { group: OPS, user: NOBODY },
        give(Subject::User(NOBODY), 0, Scope::Organization),
    ] {
        stage().expect(OWNER, &[step], Some(Code::NotFound))?;
    }
    Ok(())
}
