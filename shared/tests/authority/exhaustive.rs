//! Every state of a small world that administrators can reach without an owner.
//!
//! Four people, three groups, two sites, three roles. The owner never acts; the others do
//! whatever is accepted, in every order, together against the organization. However they go
//! about it, together they hold nothing that none of them held at the beginning.

use crate::{
    bridge, law,
    model::{
        FEATURE, GRANT, GROUPS_UPDATE, Grant, Held, ROLES_UPDATE, SITES, Scope, Step, Subject, USERS_UPDATE,
        USERS_VIEW, User, World,
    },
    stage::{ANNA, BERT, CARL, DESK, GHENT, LAB, LIEGE, OPS, OWNER, at, grant, stage, within},
};
use shared::{
    Code,
    authority::{Change, Snapshot, judge::judge},
};
use std::collections::{HashSet, VecDeque};

const COALITION: [usize; 3] = [ANNA, BERT, CARL];
const GROUPS: [usize; 3] = [OPS, DESK, LAB];

/// How far a search goes.
struct Bounds {
    /// The most grants at once.
    grants: usize,
    /// Where grants are given.
    scopes: fn() -> Vec<Scope>,
    /// Whether grants are suspended and resumed.
    suspends: bool,
    /// The permissions that roles may lose and get.
    edits: &'static [usize],
    /// Whether accounts and sites of people change as well.
    accounts: bool,
}

/// Anna manages Ops and Desk below it, Bert the roles and people of Ghent; Lab carries what is
/// out of their reach.
fn beginning() -> World {
    let mut world = stage()
        .with_role(1, &[USERS_VIEW, GRANT, GROUPS_UPDATE])
        .with_role(2, &[USERS_UPDATE, GRANT, FEATURE])
        .to(1, ANNA, 1, within(OPS))
        .to(2, BERT, 2, at(GHENT))
        .with_grant(3, grant(Subject::Group(LAB), 2, at(LIEGE)))
        .with_member(CARL, DESK)
        .with_user(CARL, |carl| carl.site = Some(GHENT));
    world.groups[DESK] = Some(Some(OPS));
    canonical(world)
}

/// Roles are Anna's to edit, in all of the organization.
fn with_role_editor() -> World {
    let world = beginning().with_role(3, &[ROLES_UPDATE, FEATURE, GROUPS_UPDATE]);
    canonical(world.to(4, ANNA, 3, Scope::Organization))
}

/// Without what tells states apart that are the same: numbers of grants, who answers for them.
fn canonical(mut world: World) -> World {
    let slots = world.grants.len();
    world.grants.retain(Option::is_some);
    world.grants.iter_mut().flatten().for_each(|grant| grant.grantor = None);
    world.grants.sort_unstable();
    world.grants.dedup();
    world.grants.resize(slots, None);
    world
}

/// Everything that anybody might try in this state.
fn attempts(world: &World, bounds: &Bounds) -> Vec<Step> {
    let mut steps = Vec::new();
    let used = world.given().count();
    for (id, _) in world.given().filter(|(_, grant)| grant.to != Subject::User(OWNER)) {
        steps.push(Step::RemoveGrant { grant: id });
        if bounds.suspends {
            steps.extend([Step::Suspend { grant: id }, Step::Resume { grant: id }]);
        }
    }
    if used < bounds.grants {
        let scopes = (bounds.scopes)();
        let subjects = COALITION.map(Subject::User).into_iter().chain(GROUPS.map(Subject::Group));
        for to in subjects {
            for role in (0..world.roles.len()).filter(|role| world.role(*role).is_some()) {
                let grants = scopes.iter().map(|scope| grant(to, role, scope.clone()));
                steps.extend(grants.map(|facts| Step::AddGrant { grant: used, facts }));
            }
        }
    }
    for group in GROUPS {
        steps.extend(
            COALITION
                .into_iter()
                .chain([OWNER])
                .flat_map(|user| [Step::Join { group, user }, Step::Leave { group, user }]),
        );
        let parents = GROUPS.into_iter().map(Some).chain([None]);
        steps.extend(parents.map(|parent| Step::MoveGroup { group, parent }));
    }
    for (id, role) in world.roles.iter().enumerate().filter_map(|(id, role)| Some((id, role.as_ref()?))) {
        steps.extend(bounds.edits.iter().map(|permission| {
            let mut permissions = role.permissions.clone();
            match permissions.iter().position(|known| known == permission) {
                Some(at) => drop(permissions.remove(at)),
                None => permissions.push(*permission),
            }
            permissions.sort_unstable();
            Step::UpdateRole { role: id, permissions }
        }));
    }
    if bounds.accounts {
        for user in [OWNER, ANNA, BERT, CARL] {
            steps.extend([
                Step::Disable { user },
                Step::Enable { user },
                Step::SetPassword { user, temporary: true },
                Step::SetPassword { user, temporary: false },
            ]);
            steps.extend((0..SITES).map(Some).chain([None]).map(|site| Step::MoveUser { user, site }));
        }
    }
    steps
}

/// What the coalition holds in a state, together.
fn together(world: &World) -> Held {
    let each = COALITION.map(|user| world.entitled(Subject::User(user), world));
    each.into_iter().fold(Held::nothing(), |all, one| all.with(&one))
}

/// Another organization, whose ids are nobody's here.
fn neighbours() -> Snapshot {
    let mut world = stage();
    world.users[4] = Some(User { active: true, permanent_password: true, site: Some(LIEGE) });
    world.groups[3] = Some(None);
    let world = world.with_role(5, &[FEATURE]).with_member(4, 3);
    let facts = Grant { ..grant(Subject::User(4), 5, within(3)) };
    let mut snapshot = bridge::snapshot(&world.with_grant(11, facts));
    snapshot.users.retain(|user, _| *user == bridge::user(4));
    snapshot.grants.retain(|grant, _| *grant == bridge::grant(11));
    snapshot.roles.retain(|role, _| *role == bridge::role(5));
    snapshot.groups = shared::authority::Tree::new([(bridge::group(3), None)]);
    snapshot
}

/// Steps about the neighbours' objects.
fn trespasses() -> Vec<Change> {
    bridge::changes(&[
        Step::Disable { user: 4 },
        Step::SetPassword { user: 4, temporary: true },
        Step::Join { group: OPS, user: 4 },
        Step::Join { group: 3, user: ANNA },
        Step::MoveGroup { group: 3, parent: Some(OPS) },
        Step::MoveGroup { group: OPS, parent: Some(3) },
        Step::UpdateRole { role: 5, permissions: vec![FEATURE] },
        Step::RemoveGrant { grant: 11 },
        Step::AddGrant { grant: 10, facts: grant(Subject::User(BERT), 1, within(3)) },
    ])
}

/// Searches all states; how many there are, and how many verdicts were asked for.
fn search(beginning: World, bounds: &Bounds) -> Result<(usize, usize), String> {
    let at_first = together(&beginning);
    let neighbours = neighbours();
    let mut known = HashSet::from([beginning.clone()]);
    let mut open = VecDeque::from([beginning]);
    let mut verdicts = 0;
    while let Some(world) = open.pop_front() {
        let gained = together(&world).without(&at_first);
        if let Some((permission, place, _)) = gained.cells().next() {
            return Err(format!("together they got {permission} at {place} in {world:#?}"));
        }
        let snapshot = bridge::snapshot(&world);
        let attempts: Vec<_> = attempts(&world, bounds).into_iter().map(|step| (bridge::change(&step), step)).collect();
        for actor in COALITION {
            let access = bridge::access(&world, actor);
            let refused =
                |change| judge(&access, &[change], &snapshot, bridge::time(0)).err().map(|refusal| refusal.code);
            for trespass in trespasses() {
                if refused(trespass.clone()) != Some(Code::NotFound) {
                    return Err(format!("{trespass:?} is more than unknown in {world:#?}"));
                }
            }
            for (change, step) in &attempts {
                verdicts += 1;
                if judge(&access, std::slice::from_ref(change), &snapshot, bridge::time(0)).is_ok() {
                    let mut theirs = neighbours.clone();
                    if theirs.apply(change).is_ok() && theirs != neighbours {
                        return Err(format!("{change:?} changes the neighbours"));
                    }
                    let after = law::after(&world, std::slice::from_ref(step)).ok_or("accepted into nothing")?;
                    let after = canonical(after);
                    if known.insert(after.clone()) {
                        open.push_back(after);
                    }
                }
            }
        }
    }
    Ok((known.len(), verdicts))
}

fn everywhere() -> Vec<Scope> {
    vec![Scope::Organization, at(GHENT), at(LIEGE), within(OPS), within(DESK), within(LAB)]
}

fn desk() -> Vec<Scope> {
    vec![within(DESK)]
}

/// Small enough for every run.
pub(crate) fn small() -> Result<(usize, usize), String> {
    search(beginning(), &Bounds { grants: 5, scopes: desk, suspends: false, edits: &[], accounts: false })
}

#[test]
fn in_a_small_world_no_way_leads_to_more() {
    let (states, verdicts) = small().unwrap_or_else(|why| panic!("{why}"));
    println!("{states} states, {verdicts} verdicts");
    assert!(states > 50);
}

/// `cargo test --release -p shared --test authority -- --ignored --nocapture`
#[test]
#[ignore = "takes a quarter of a minute in release"]
fn in_larger_worlds_no_way_leads_to_more() {
    let larger = [
        (beginning(), Bounds { grants: 5, scopes: everywhere, suspends: true, edits: &[], accounts: false }),
        (beginning(), Bounds { grants: 5, scopes: desk, suspends: false, edits: &[], accounts: true }),
        (with_role_editor(), Bounds { grants: 6, scopes: desk, suspends: false, edits: &[FEATURE], accounts: false }),
    ];
    for (beginning, bounds) in larger {
        let started = std::time::Instant::now();
        let (states, verdicts) = search(beginning, &bounds).unwrap_or_else(|why| panic!("{why}"));
        println!("{states} states, {verdicts} verdicts, {:?}", started.elapsed());
    }
}
