//! Seats of a license that are kept for teams.

use super::*;
use proptest::prelude::*;
use shared::{
    assignments::{Asset, api as assignments},
    audit::{Seq, api as audit},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GroupId, LicenseId, UserId},
    imports::{Import, Passwords, api as imports},
    licenses::{License, LicenseDetails, Reservation, api as licenses},
    users::api::{self as users, Action, ChangeMany, PlanMany},
};

fn mobile() -> LicenseDetails {
    LicenseDetails { name: "Mobile".into(), released_on_disable: true, ..LicenseDetails::default() }
}

/// A license, two teams below one, and another beside it.
struct Pool<'w> {
    world: &'w World,
    owner: Browser<'w>,
    license: LicenseId,
    teams: [GroupId; 4],
}

impl<'w> Pool<'w> {
    fn new(world: &'w World, quantity: u32) -> Self {
        let owner = world.owner();
        let details = LicenseDetails { quantity, ..mobile() };
        let license = owner.send(&licenses::Create { org: org(), details }).unwrap().id;
        let add = |name: &str, parent: Option<&GroupId>| {
            let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
            let create = groups::Create { org: org(), kind: GroupKind::Team, parent: parent.cloned(), details };
            owner.send(&create).unwrap().id
        };
        let all = add("Technicians", None);
        let teams = [add("Gent", Some(&all)), add("Namur", Some(&all)), add("Elsewhere", None)];
        let [gent, namur, elsewhere] = teams;
        Self { world, owner, license, teams: [all, gent, namur, elsewhere] }
    }

    fn user(&self, name: &str, team: Option<usize>) -> UserId {
        let user = self.world.user(name, None);
        if let Some(team) = team {
            self.join(&user, team).unwrap();
        }
        user
    }

    fn join(&self, user: &UserId, team: usize) -> Result<(), Problem> {
        let request = groups::AddMember { org: org(), group: self.teams[team].clone(), user: user.clone() };
        self.owner.send(&request).map(|_| ())
    }

    fn reserve(&self, team: usize, seats: u32) -> Result<Vec<Reservation>, Problem> {
        let (license, group) = (self.license.clone(), self.teams[team].clone());
        let list = licenses::Reservations { org: org(), license: license.clone() };
        let known = self.owner.send(&list)?.into_iter().find(|kept| kept.group == group);
        let before = known.map_or(0, |kept| kept.seats);
        self.owner.send(&licenses::Reserve { org: org(), license, group, before, seats })
    }

    fn assign(&self, user: &UserId) -> Result<(), Problem> {
        let asset = Asset::License(self.license.clone());
        self.owner.send(&assignments::Assign { org: org(), user: user.clone(), asset }).map(|_| ())
    }

    fn unassign(&self, user: &UserId) -> Result<(), Problem> {
        let asset = Asset::License(self.license.clone());
        self.owner.send(&assignments::Unassign { org: org(), user: user.clone(), asset }).map(|_| ())
    }

    /// The license, as far as it is for somebody.
    fn seen(&self, user: Option<&UserId>) -> License {
        self.owner.send(&licenses::List { org: org(), user: user.cloned() }).unwrap().remove(0)
    }

    /// For each team for which seats are kept: how many, and how many its members have.
    fn kept(&self) -> Vec<(String, u32, u32)> {
        let list = licenses::Reservations { org: org(), license: self.license.clone() };
        self.owner.send(&list).unwrap().into_iter().map(|kept| (kept.name, kept.seats, kept.used)).collect()
    }

    fn undo_last(&self) -> Result<(), Problem> {
        let seq = Seq(u64::try_from(self.world.last_record()).unwrap());
        self.owner.send(&audit::Undo { org: org(), seq }).map(|_| ())
    }
}

const ALL: usize = 0;
const GENT: usize = 1;
const NAMUR: usize = 2;
const ELSEWHERE: usize = 3;

#[test]
fn seats_that_are_kept_for_a_team_are_nobody_elses() {
    let world = World::new();
    let pool = Pool::new(&world, 3);
    let (anna, bart) = (pool.user("anna", Some(GENT)), pool.user("bart", Some(GENT)));
    let (carl, dora) = (pool.user("carl", Some(ELSEWHERE)), pool.user("dora", None));
    pool.reserve(ALL, 2).unwrap();
    assert_eq!((pool.seen(None).available(), pool.seen(None).reserved), (1, 2));
    assert_eq!(pool.seen(Some(&anna)).available(), 3, "his team is below the one for which they are kept");
    assert_eq!(pool.seen(Some(&carl)).available(), 1);
    pool.assign(&carl).unwrap();
    assert_eq!(code(pool.assign(&dora)), Code::NoSeatLeft);
    pool.assign(&anna).unwrap();
    assert_eq!(code(pool.assign(&dora)), Code::NoSeatLeft, "the other one is kept, too");
    assert_eq!(pool.kept(), [("Technicians".to_owned(), 2, 1)]);
    pool.assign(&bart).unwrap();
    assert_eq!((pool.seen(None).available(), pool.seen(None).reserved), (0, 0));
    pool.unassign(&anna).unwrap();
    assert_eq!(code(pool.assign(&dora)), Code::NoSeatLeft, "a seat goes back where it was kept");
    pool.reserve(ALL, 0).unwrap();
    pool.assign(&dora).unwrap();
    assert_eq!(pool.kept(), []);
}

#[test]
fn no_more_is_kept_than_is_free_and_the_quantity_does_not_fall_below() {
    let world = World::new();
    let pool = Pool::new(&world, 4);
    let (anna, carl) = (pool.user("anna", Some(GENT)), pool.user("carl", Some(ELSEWHERE)));
    pool.assign(&anna).unwrap();
    pool.assign(&carl).unwrap();
    let refused = pool.reserve(GENT, 4).unwrap_err();
    assert_eq!(refused.errors[0].args["max"], "3", "two are free, and one is already theirs");
    assert_eq!(errors(Err::<(), _>(refused)), ["seats more_than_free"]);
    pool.reserve(GENT, 3).unwrap();
    assert_eq!(errors(pool.reserve(NAMUR, 1)), ["seats more_than_free"]);
    let details = LicenseDetails { quantity: 3, ..mobile() };
    let update = licenses::Update { org: org(), license: pool.license.clone(), version: 1, details };
    let fewer = pool.owner.send(&update).unwrap_err();
    assert_eq!((&fewer.errors[0].args["assigned"][..], &fewer.errors[0].args["count"][..]), ("2", "2"));
    assert_eq!(errors(Err::<(), _>(fewer)), ["details.quantity below_reserved"]);
    // Access groups are no teams: somebody may be in many.
    let details = GroupDetails { name: "Support".into(), ..GroupDetails::default() };
    let create = groups::Create { org: org(), kind: GroupKind::Access, parent: None, details };
    let access = pool.owner.send(&create).unwrap().id;
    let reserve = licenses::Reserve { org: org(), license: pool.license.clone(), group: access, before: 0, seats: 1 };
    assert_eq!(errors(pool.owner.send(&reserve)), ["group not_a_team"]);
}

#[test]
fn nobody_is_kept_from_moving_by_seats() {
    let world = World::new();
    let pool = Pool::new(&world, 2);
    let (anna, carl) = (pool.user("anna", Some(GENT)), pool.user("carl", Some(ELSEWHERE)));
    pool.reserve(GENT, 1).unwrap();
    pool.assign(&anna).unwrap();
    pool.assign(&carl).unwrap();
    let (from, to) = (pool.teams[GENT].clone(), pool.teams[ELSEWHERE].clone());
    let moved = groups::MoveMember { org: org(), group: from, user: anna.clone(), to };
    pool.owner.send(&moved).unwrap();
    assert_eq!(pool.kept(), [("Gent".to_owned(), 1, 0)], "fewer are left than were to be kept");
    let bart = pool.user("bart", Some(GENT));
    assert_eq!(code(pool.assign(&bart)), Code::NoSeatLeft);
    let details = LicenseDetails { description: "For the road".into(), quantity: 2, ..mobile() };
    let update = licenses::Update { org: org(), license: pool.license.clone(), version: 1, details };
    assert_eq!(pool.owner.send(&update).unwrap().reserved, 0, "nothing is free that could be kept");
    pool.unassign(&carl).unwrap();
    assert_eq!(code(pool.assign(&carl)), Code::NoSeatLeft, "it is Gent's now");
    pool.assign(&bart).unwrap();
}

#[test]
fn what_is_kept_ends_with_the_team_and_is_undone() {
    let world = World::new();
    let pool = Pool::new(&world, 5);
    pool.reserve(ELSEWHERE, 2).unwrap();
    pool.reserve(ELSEWHERE, 3).unwrap();
    let before = world.last_record();
    pool.reserve(ELSEWHERE, 3).unwrap();
    assert_eq!(world.last_record(), before, "nothing changes");
    pool.undo_last().unwrap();
    assert_eq!(pool.kept(), [("Elsewhere".to_owned(), 2, 0)]);
    let before = world.last_record();
    pool.owner.send(&groups::Delete { org: org(), group: pool.teams[ELSEWHERE].clone() }).unwrap();
    assert_eq!(world.recorded_after(before), ["seats_reserved", "group_deleted"]);
    assert_eq!(pool.seen(None).available(), 5);
    let viewer = world.appoint("viewer", vec![world.grant("inventory", Scope::Organization)]).1;
    let reserve = licenses::Reserve {
        org: org(),
        license: pool.license.clone(),
        group: pool.teams[GENT].clone(),
        before: 0,
        seats: 1,
    };
    assert_eq!(code(viewer.send(&reserve)), Code::Forbidden);
    pool.owner.send(&reserve).unwrap();
    assert_eq!(code(pool.owner.send(&reserve)), Code::ChangedMeanwhile, "none were kept when this was asked");
}

#[test]
fn a_deleted_license_comes_back_with_what_was_kept_of_it() {
    let world = World::new();
    let mut pool = Pool::new(&world, 5);
    pool.reserve(GENT, 2).unwrap();
    pool.reserve(ELSEWHERE, 1).unwrap();
    pool.owner.send(&licenses::Delete { org: org(), license: pool.license.clone() }).unwrap();
    let deleted = Seq(u64::try_from(world.last_record()).unwrap());
    // A team that has gone since has nothing kept.
    pool.owner.send(&groups::Delete { org: org(), group: pool.teams[ELSEWHERE].clone() }).unwrap();
    pool.owner.send(&audit::Undo { org: org(), seq: deleted }).unwrap();
    pool.license = pool.seen(None).id;
    assert_eq!(pool.kept(), [("Gent".to_owned(), 2, 0)]);
    assert_eq!(pool.seen(None).available(), 3);
    assert!(pool.owner.send(&audit::Undo { org: org(), seq: deleted }).is_err(), "its name is taken again");
}

#[test]
fn who_joins_a_team_with_his_seat_is_not_waited_for_below_in_the_same_file() {
    let world = World::new();
    let pool = Pool::new(&world, 2);
    pool.reserve(GENT, 1).unwrap();
    let carl = pool.user("carl", None);
    pool.assign(&carl).unwrap();
    let import = Import {
        file: super::imports::file(&[
            &format!("carl Peeters,,carl@carrier.example,,,,1,1,0,{}", pool.teams[GENT]),
            "Dora Maes,,dora@haven.be,,,,1,1,0,",
            "Erik Maes,,erik@haven.be,,,,1,1,0,",
        ]),
        passwords: Passwords::Later,
        standard_license: Some(pool.license.clone()),
        update_existing: true,
        ..Import::default()
    };
    let planned = super::imports::plan(&pool.owner, &import);
    let wrong = |item: &shared::batches::Item| item.errors.iter().map(|error| error.code.clone()).collect::<String>();
    let wrong: Vec<_> = planned.items.iter().map(wrong).collect();
    assert_eq!(wrong, ["", "", "no_seat_left"], "the seat that was kept is his");
    pool.owner.send(&imports::Create { org: org(), import, plan: planned.plan }).unwrap();
    assert_eq!((pool.kept(), pool.seen(None).assigned), (vec![("Gent".to_owned(), 1, 1)], 2));
}

#[test]
fn imports_and_many_at_once_leave_what_is_kept_for_others() {
    let world = World::new();
    let pool = Pool::new(&world, 3);
    pool.reserve(GENT, 2).unwrap();
    let import = |group: &GroupId, rows: &[&str]| Import {
        file: super::imports::file(rows),
        passwords: Passwords::Later,
        group: Some(group.clone()),
        standard_license: Some(pool.license.clone()),
        ..Import::default()
    };
    let rows = ["Anna Peeters,,anna@haven.be,,,,1,1,0,", "Bart Claes,,bart@haven.be,,,,1,1,0,"];
    let verdicts = |group: usize| {
        let items = super::imports::plan(&pool.owner, &import(&pool.teams[group], &rows)).items.into_iter();
        items.map(|item| item.errors.into_iter().map(|error| error.code).collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(verdicts(NAMUR), ["", "no_seat_left"]);
    assert_eq!(verdicts(GENT), ["", ""]);
    let people = [pool.user("carl", Some(NAMUR)), pool.user("dora", Some(NAMUR)), pool.user("erik", Some(GENT))];
    let action = Action::AssignLicense { license: pool.license.clone() };
    let plan = PlanMany { org: org(), users: people.to_vec(), action: action.clone() };
    let planned = pool.owner.send(&plan).unwrap();
    let refused = |item: &shared::batches::Item| item.problem.as_ref().map(|problem| problem.code);
    assert_eq!(planned.items.iter().map(refused).collect::<Vec<_>>(), [None, Some(Code::NoSeatLeft), None]);
    pool.owner.send(&ChangeMany { org: org(), users: people.to_vec(), action, plan: planned.plan }).unwrap();
    assert_eq!(pool.kept(), [("Gent".to_owned(), 2, 1)]);
}

/// One step of a random history.
#[derive(Clone, Debug)]
enum Step {
    Assign(usize),
    Unassign(usize),
    Join(usize, usize),
    Leave(usize, usize),
    MoveTeam(usize, Option<usize>),
    Reserve(usize, u32),
    Disable(usize),
    Enable(usize),
    Undo,
}

const PEOPLE: usize = 5;

fn step() -> impl Strategy<Value = Step> {
    let team = || 0..4_usize;
    prop_oneof![
        6 => (0..PEOPLE).prop_map(Step::Assign),
        1 => (0..PEOPLE).prop_map(Step::Unassign),
        3 => (0..PEOPLE, team()).prop_map(|(user, team)| Step::Join(user, team)),
        2 => (0..PEOPLE, team()).prop_map(|(user, team)| Step::Leave(user, team)),
        2 => (team(), prop::option::of(team())).prop_map(|(team, below)| Step::MoveTeam(team, below)),
        4 => (team(), 0..3_u32).prop_map(|(team, seats)| Step::Reserve(team, seats)),
        2 => (0..PEOPLE).prop_map(Step::Disable),
        2 => (0..PEOPLE).prop_map(Step::Enable),
        1 => Just(Step::Undo),
    ]
}

impl Pool<'_> {
    fn step(&self, people: &[UserId], step: &Step) -> Result<(), Problem> {
        let member = |user: usize, team: usize| (self.teams[team].clone(), people[user].clone());
        match *step {
            Step::Assign(user) => self.assign(&people[user]),
            Step::Unassign(user) => self.unassign(&people[user]),
            Step::Join(user, team) => self.join(&people[user], team),
            Step::Leave(user, team) => {
                let (group, user) = member(user, team);
                self.owner.send(&groups::RemoveMember { org: org(), group, user }).map(|_| ())
            }
            Step::MoveTeam(team, below) => {
                let group = self.teams[team].clone();
                let version = self.owner.send(&groups::View { org: org(), group: group.clone() })?.group.version;
                let parent = below.map(|below| self.teams[below].clone());
                self.owner.send(&groups::Move { org: org(), group, version, parent }).map(|_| ())
            }
            Step::Reserve(team, seats) => self.reserve(team, seats).map(|_| ()),
            Step::Disable(user) => {
                self.owner.send(&users::Disable { org: org(), user: people[user].clone() }).map(|_| ())
            }
            Step::Enable(user) => {
                self.owner.send(&users::Enable { org: org(), user: people[user].clone() }).map(|_| ())
            }
            Step::Undo => self.undo_last(),
        }
    }

    /// What is free for somebody, as decision 0037 says it, from nothing but the bare rows.
    fn free_for(&self, user: &UserId) -> i64 {
        let pairs = |sql: &str| -> Vec<(String, String)> {
            self.world.rows(sql).iter().map(|row| (row.get(0).unwrap(), row.get(1).unwrap())).collect()
        };
        let teams = pairs("SELECT user, group_id FROM memberships WHERE team");
        let parents = pairs("SELECT id, parent FROM groups WHERE parent IS NOT NULL");
        let is_below = |user: &str, kept: &str| {
            let mut at = teams.iter().find(|(member, _)| member == user).map(|(_, team)| team.clone());
            while let Some(team) = at.take_if(|team| team != kept) {
                at = parents.iter().find(|(child, _)| *child == team).map(|(_, parent)| parent.clone());
            }
            at.is_some()
        };
        let holders = pairs("SELECT user, license FROM seats");
        let reserved = self.world.rows("SELECT group_id, seats FROM reservations");
        let owed = |row: &crate::sql::Row| {
            let (kept, seats): (String, i64) = (row.get(0).unwrap(), row.get(1).unwrap());
            let used = holders.iter().filter(|(holder, _)| is_below(holder, &kept)).count();
            if is_below(user.as_str(), &kept) { 0 } else { (seats - i64::try_from(used).unwrap()).max(0) }
        };
        let bought: i64 = self.world.rows("SELECT quantity FROM licenses")[0].get(0).unwrap();
        bought - i64::try_from(holders.len()).unwrap() - reserved.iter().map(owed).sum::<i64>()
    }

    /// What is counted of what is kept, and what it is counted anew.
    fn counted(&self) -> Vec<(u32, u32)> {
        let rows = self.world.rows(
            "SELECT used, (SELECT count(*) FROM seats
                           JOIN memberships ON memberships.user = seats.user AND memberships.team
                           JOIN group_paths ON group_paths.group_id = memberships.group_id
                           WHERE seats.license = reservations.license
                             AND group_paths.ancestor = reservations.group_id) FROM reservations",
        );
        rows.iter().map(|row| (row.get(0).unwrap(), row.get(1).unwrap())).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn inv_15_what_is_kept_is_counted_right_and_nobody_else_gets_it(steps in prop::collection::vec(step(), 1..30)) {
        let world = World::new();
        let pool = Pool::new(&world, 3);
        let people: Vec<UserId> = (0..PEOPLE).map(|at| pool.user(&format!("u{at}"), None)).collect();
        for step in &steps {
            let free = match step {
                Step::Assign(user) => {
                    let free = pool.free_for(&people[*user]);
                    prop_assert_eq!(i64::from(pool.seen(Some(&people[*user])).available()), free.max(0), "{:?}", step);
                    Some(free)
                }
                _ => None,
            };
            let before = pool.seen(None).assigned;
            let done = pool.step(&people, step);
            for (used, counted) in pool.counted() {
                prop_assert_eq!(used, counted, "{:?}", step);
            }
            let License { assigned, details, .. } = pool.seen(None);
            prop_assert!(assigned <= details.quantity, "{:?}", step);
            match (done, step) {
                (Err(problem), _) if problem.code == Code::NoSeatLeft => {
                    prop_assert!(free.is_none_or(|free| free <= 0), "{:?}", step);
                }
                (Err(problem), _) => prop_assert_ne!(problem.code, Code::Internal, "{:?}", step),
                (Ok(()), Step::Assign(_)) => prop_assert!(free > Some(0) || assigned == before, "{:?}", step),
                (Ok(()), _) => {}
            }
        }
    }
}
