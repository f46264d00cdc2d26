use super::*;
use crate::testing::person;
use proptest::prelude::*;
use shared::directories::{Brake, HIDDEN_NAMED_MAX, brake};

fn read(people: &[Person]) -> Reading {
    Reading { people: people.to_vec(), ..Reading::default() }
}

fn known(people: &[Person]) -> State {
    let mut state = State::default();
    state.acknowledge(people.iter().map(|person| (person.clone(), "1".into())).collect(), &[]).unwrap();
    state
}

fn apply(plan: &Plan, state: &mut State) {
    let done = plan.steps.iter().map(|step| (step.person.clone(), "1".into())).collect();
    state.acknowledge(done, &[]).unwrap();
}

fn deeds(plan: &Plan) -> Vec<(Deed, String)> {
    plan.steps.iter().map(|step| (step.deed, step.person.id.to_string())).collect()
}

#[test]
fn only_what_changed_in_the_directory_is_sent() {
    let [anna, bart, chris, dora] = ["anna", "bart", "chris", "dora"].map(person);
    let state = known(&[anna.clone(), bart.clone(), chris.clone(), Person { active: false, ..dora.clone() }]);
    let renamed = Person { family_name: "Janssens".into(), ..bart };
    let off = Person { active: false, ..person("fien") };
    let plan = plan(read(&[off, dora, renamed, anna, person("emma")]), &state);
    assert_eq!(
        deeds(&plan),
        [(Deed::Disable, "chris"), (Deed::Update, "bart"), (Deed::Enable, "dora"), (Deed::Add, "emma")]
            .map(|(deed, id)| (deed, id.to_owned()))
    );
    let counts = Counts { read: 5, added: 1, updated: 1, enabled: 1, disabled: 1, failed: 0 };
    assert_eq!(plan.counts(), counts);
}

#[test]
fn who_cannot_be_read_well_stays_as_he_is() {
    let state = known(&[person("anna"), person("bart")]);
    let reading = Reading { troubles: vec![trouble(Some("anna"), true)], ..read(&[person("bart")]) };
    let plan = plan(reading, &state);
    assert_eq!((deeds(&plan), plan.counts().failed), (vec![], 1));
}

fn trouble(id: Option<&str>, active: bool) -> Trouble {
    Trouble { id: id.map(Into::into), active, who: "CN=Anna".into(), reason: "has no mail; fill it in".into() }
}

#[test]
fn who_is_disabled_there_is_disabled_whatever_else_is_wrong_with_him() {
    let state = known(&["anna", "bart", "chris"].map(person));
    let same_email = Person { active: false, email: person("bart").email, ..person("chris") };
    let reading = Reading { troubles: vec![trouble(Some("anna"), false)], ..read(&[person("bart"), same_email]) };
    let plan = plan(reading, &state);
    let off = |name| Planned { deed: Deed::Disable, person: Person { active: false, ..person(name) } };
    assert_eq!(plan.steps, [off("anna"), off("chris")], "with what the edge has of them, and no more");
    assert_eq!(plan.counts().failed, 1);
    // Of two entries with one id, either may be he.
    let twice = [person("bart"), Person { active: false, ..person("bart") }];
    assert_eq!(super::plan(read(&twice), &known(&[person("bart")])).steps, []);
    assert_eq!(deeds(&super::plan(read(&[twice[1].clone(), twice[1].clone()]), &known(&[person("bart")]))).len(), 1);
}

#[test]
fn nobody_has_left_as_long_as_not_everybody_could_be_read() {
    let state = known(&["anna", "bart", "chris"].map(person));
    let off = Person { active: false, ..person("bart") };
    let incomplete = Reading { hidden: vec!["cn=gone".into(); 7], ..read(&[off.clone(), person("dora")]) };
    let nameless = Reading { troubles: vec![trouble(None, true)], ..read(&[off.clone(), person("dora")]) };
    for (reading, failed, count, name) in [(incomplete, 0, 7, "cn=gone"), (nameless, 1, 1, "CN=Anna")] {
        let mut plan = plan(reading, &state);
        assert_eq!(deeds(&plan), [(Deed::Disable, "bart".to_owned()), (Deed::Add, "dora".to_owned())]);
        assert_eq!(plan.counts().failed, failed);
        let hidden = plan.hidden.clone().unwrap();
        assert_eq!((hidden.count, hidden.named.first().map(String::as_str)), (count, Some(name)));
        assert!(hidden.named.len() <= HIDDEN_NAMED_MAX);
        // Of the others somebody is asked, apart.
        let asked = plan.take_unread().unwrap();
        assert_eq!(deeds(&asked), ["anna", "chris"].map(|id| (Deed::Disable, id.to_owned())));
        assert_eq!((asked.counts().disabled, asked.hidden), (2, plan.hidden.clone()));
        assert_eq!(plan.unread, []);
    }
    assert_eq!(plan(read(&[off]), &state).counts().disabled, 3);
}

#[test]
fn who_shares_an_id_a_user_name_or_an_address_is_reported_and_left_alone() {
    let same_email = Person { email: person("anna").email.to_uppercase().into(), ..person("bart") };
    let same_login = Person { user_name: person("chris").email, ..person("dora") };
    let same_id = Person { email: "other@carrier.example".into(), user_name: "other".into(), ..person("emma") };
    let people = [person("anna"), same_email, person("chris"), same_login, person("emma"), same_id, person("fien")];
    let plan = plan(read(&people), &known(&[person("anna"), person("bart")]));
    assert_eq!(deeds(&plan), [(Deed::Add, "fien".to_owned())]);
    assert_eq!(plan.troubles.len(), 6);
}

#[test]
fn an_empty_reading_asks_first() {
    let plan = plan(Reading::default(), &known(&[person("anna")]));
    assert_eq!(brake(&plan.counts(), 1, 0, false), Some(Brake::Empty));
}

fn anybody() -> impl Strategy<Value = Person> {
    (0..12_u8, 0..4_u8, 0..12_u8, any::<bool>(), 0..2_u8).prop_map(|(id, name, email, active, team)| Person {
        id: format!("{id}").into(),
        user_name: format!("u{id}").into(),
        given_name: format!("g{name}").into(),
        family_name: "Peeters".into(),
        email: format!("{email}@carrier.example").into(),
        active,
        team: format!("{team}").into(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_done_is_not_planned_again(
        before in proptest::collection::vec(anybody(), 0..12),
        now in proptest::collection::vec(anybody(), 0..12),
    ) {
        let mut state = known(&before);
        apply(&plan(read(&now), &state), &mut state);
        // What else is new of whoever was disabled comes with the next run.
        let second = plan(read(&now), &state);
        prop_assert!(second.steps.iter().all(|step| step.deed == Deed::Update && !step.person.active));
        apply(&second, &mut state);
        prop_assert_eq!(plan(read(&now), &state).steps, vec![]);
    }

    #[test]
    fn the_order_of_reading_does_not_matter(
        before in proptest::collection::vec(anybody(), 0..12),
        now in proptest::collection::vec(anybody(), 0..12).prop_shuffle(),
    ) {
        let state = known(&before);
        let mut sorted = now.clone();
        sorted.sort_by(|one, other| (&one.id, &one.email, &one.given_name).cmp(&(&other.id, &other.email, &other.given_name)));
        let (one, other) = (plan(read(&now), &state), plan(read(&sorted), &state));
        prop_assert_eq!(one.digest(), other.digest());
        prop_assert_eq!(one.steps, other.steps);
    }

    #[test]
    fn who_is_not_read_any_more_is_disabled_and_nobody_vanishes(
        before in proptest::collection::vec(anybody(), 0..12),
        now in proptest::collection::vec(anybody(), 0..12),
    ) {
        let mut state = known(&before);
        let plan = plan(read(&now), &state);
        let ids: BTreeSet<&str> = plan.steps.iter().map(|step| &*step.person.id).collect();
        prop_assert_eq!(ids.len(), plan.steps.len(), "one step for each");
        apply(&plan, &mut state);
        for before in &before {
            let after = state.get(&before.id);
            prop_assert!(after.is_some());
            let stays = now.iter().any(|read| read.id == before.id && read.active);
            prop_assert!(stays || after.is_some_and(|after| !after.active));
        }
    }

    #[test]
    fn who_is_not_read_in_an_incomplete_reading_stays_as_he_is(
        before in proptest::collection::vec(anybody(), 0..12),
        now in proptest::collection::vec(anybody(), 0..12),
    ) {
        let state = known(&before);
        let plan = plan(Reading { hidden: vec!["cn=gone".into()], ..read(&now) }, &state);
        for step in plan.steps.iter().filter(|step| step.deed == Deed::Disable) {
            prop_assert!(now.iter().any(|read| read.id == step.person.id && !read.active));
        }
        let is_left = |known: &Person| known.active && now.iter().all(|read| read.id != known.id);
        let left: Vec<_> = state.people().filter(is_left).map(|known| known.id).collect();
        prop_assert_eq!(plan.unread.iter().map(|step| step.person.id.clone()).collect::<Vec<_>>(), left);
    }

    #[test]
    fn another_plan_has_another_digest(
        one in proptest::collection::vec(anybody(), 0..6),
        other in proptest::collection::vec(anybody(), 0..6),
    ) {
        let plans = [one, other].map(|people| plan(read(&people), &State::default()));
        let [one, other] = &plans;
        prop_assert_eq!(one.steps == other.steps, one.digest() == other.digest());
    }
}
