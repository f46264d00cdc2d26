//! Signing in: who gets in, what everybody else is told, and what guessing costs.

use super::*;

/// The answer to a sign-in, without the request's id.
fn answer(browser: &Browser<'_>, login: &str, password: &str) -> Result<(), Problem> {
    let answer = browser.sign_in(login, password).map(|_| ());
    answer.map_err(|problem| Problem { request_id: None, ..problem })
}

fn disable(world: &World, user: &shared::ids::UserId) {
    let disable = shared::users::api::Disable { org: org(), user: user.clone() };
    world.owner().send(&disable).unwrap();
}

#[test]
fn one_signs_in_with_user_name_or_address_however_it_is_written() {
    let world = World::new();
    for login in ["olivia", " Olivia ", "OLIVIA@Carrier.example", "ｏｌｉｖｉａ"] {
        assert!(world.stranger().sign_in(login, PASSWORD).is_ok(), "{login}");
    }
}

#[test]
fn a_password_typed_with_other_code_points_for_the_same_letters_fits() {
    let world = World::new();
    let owner = world.owner();
    owner.change_password(PASSWORD, "h\u{e9}ritage de la m\u{e9}moire").unwrap();
    assert!(world.stranger().sign_in("olivia", "he\u{301}ritage de la me\u{301}moire").is_ok());
}

#[test]
fn unknown_wrong_disabled_and_expired_get_the_same_answer_at_the_same_cost() {
    let world = World::new();
    let disabled = world.appoint("dirk", vec![world.grant("users", Scope::Organization)]).0;
    disable(&world, &disabled);
    let owner = world.owner();
    let temporary = owner.send(&new_user("erik", None)).unwrap().temporary_password.unwrap();
    world.wait(Span::hours(72));
    let cases = [("nobody", PASSWORD), ("olivia", "wrong"), ("dirk", PASSWORD), ("erik", &temporary)];
    for (login, password) in cases {
        world.asked.borrow_mut().clear();
        assert_eq!(answer(&world.stranger(), login, password), Err(Code::SignInRefused.into()), "{login}");
        assert!(matches!(world.asked.borrow()[..], [Ask::Verify { .. }]), "{login}");
    }
    let long = "x".repeat(257);
    for login in ["nobody", "olivia"] {
        assert_eq!(answer(&world.stranger(), login, &long), Err(Code::SignInRefused.into()));
    }
}

#[test]
fn inv_19_a_temporary_password_works_until_it_expires() {
    let world = World::new();
    let made = world.owner().send(&new_user("erik", None)).unwrap();
    let temporary = made.temporary_password.unwrap();
    world.wait(Span(Span::hours(72).0 - 1));
    let erik = world.stranger();
    assert!(erik.sign_in("erik", &temporary).is_ok());
    world.wait(Span(1));
    assert_eq!(code(erik.me()), Code::SessionRequired);
}

/// Guesses until a delay stands in the way; returns how many guesses were evaluated.
fn guess(browser: &Browser<'_>, login: &str) -> usize {
    (0..1_000).take_while(|_| code(browser.sign_in(login, "wrong")) == Code::SignInRefused).count()
}

#[test]
fn wrong_passwords_bring_growing_delays_also_for_names_that_nobody_has() {
    let world = World::new();
    for login in ["olivia", "nobody"] {
        assert_eq!(guess(&world.stranger(), login), 4, "{login}");
        let refused = world.stranger().sign_in(login, PASSWORD).unwrap_err();
        assert_eq!((refused.code, refused.args["retry_after"].as_str()), (Code::TooManyAttempts, "60"));
    }
    for delay in [60, 900, 900] {
        world.wait(Span::seconds(delay));
        assert_eq!(guess(&world.stranger(), "olivia"), 1, "after {delay} s");
    }
}

#[test]
fn a_delayed_guess_is_not_evaluated_even_if_it_is_right() {
    let world = World::new();
    guess(&world.stranger(), "olivia");
    world.asked.borrow_mut().clear();
    assert_eq!(code(world.stranger().sign_in("olivia", PASSWORD)), Code::TooManyAttempts);
    assert!(world.asked.borrow().is_empty());
}

/// How many of the passwords that the front was asked to check since last time were checked
/// against a hash that can fit.
fn evaluated(world: &World) -> usize {
    let asked = world.asked.take();
    asked.iter().filter(|ask| matches!(ask, Ask::Verify { phc, .. } if *phc != crate::hashing::NOBODY)).count()
}

#[test]
fn user_name_and_address_are_one_account() {
    let world = World::new();
    guess(&world.stranger(), "olivia");
    assert_eq!(evaluated(&world), 4);
    // Each text has its own delays; the account's, over both, holds back in silence.
    assert_eq!(guess(&world.stranger(), "olivia@carrier.example"), 4);
    assert_eq!(evaluated(&world), 0);
    world.wait(Span::minutes(1));
    assert!(world.stranger().sign_in("olivia@carrier.example", PASSWORD).is_ok());
}

#[test]
fn the_right_password_is_refused_like_a_wrong_one_while_the_account_holds_back() {
    let world = World::new();
    guess(&world.stranger(), "olivia");
    let refused = answer(&world.stranger(), "olivia@carrier.example", PASSWORD);
    assert_eq!(refused, Err(Code::SignInRefused.into()));
    assert_eq!(refused, answer(&world.stranger(), "nobody@carrier.example", PASSWORD));
}

#[test]
fn the_right_password_clears_the_texts_count_and_the_accounts() {
    let world = World::new();
    for _ in 0..3 {
        assert!(world.stranger().sign_in("olivia", "wrong").is_err());
    }
    assert!(world.stranger().sign_in("Olivia", PASSWORD).is_ok());
    assert!(world.rows("SELECT 1 FROM guesses").is_empty());
}

/// What an observer is told when he guesses at one of two texts, after waiting some seconds.
fn told(texts: [&str; 2], guesses: &[(bool, u16)]) -> Vec<(u16, Option<String>)> {
    let world = World::new();
    let told = guesses.iter().map(|(second, seconds)| {
        world.wait(Span::seconds((*seconds).into()));
        world.asked.take();
        let problem = world.stranger().sign_in(texts[usize::from(*second)], "wrong").unwrap_err();
        assert_eq!(world.asked.borrow().len(), usize::from(problem.status == 401), "one costs as much as the other");
        (problem.status, problem.args.get("retry_after").cloned())
    });
    told.collect()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn an_observer_is_told_the_same_of_a_known_login_and_an_unknown_one(
        guesses in proptest::collection::vec((proptest::prelude::any::<bool>(), 0_u16..3), 1..40)
    ) {
        let known = told(["olivia", "olivia@carrier.example"], &guesses);
        let unknown = told(["nobody", "nobody@carrier.example"], &guesses);
        proptest::prop_assert_eq!(known, unknown);
    }
}

#[test]
fn all_paths_together_evaluate_at_most_a_hundred_guesses_in_a_day() {
    let world = World::new();
    let thief = world.owner();
    *thief.device.borrow_mut() = None;
    world.asked.take();
    let dense = (0..60).map(|_| 20);
    let patient = (0..).map(|_| 250);
    let (mut passed, mut total) = (0, 0);
    for step in dense.chain(patient) {
        drop(thief.change_password("wrong", "grey boats of Namur"));
        drop(world.stranger().sign_in("olivia@carrier.example", "wrong"));
        drop(world.stranger().sign_in("olivia", "wrong"));
        total += evaluated(&world);
        world.wait(Span::seconds(step));
        passed += step;
        if passed >= 86_400 {
            break;
        }
    }
    assert!((80..=100).contains(&total), "{total}");
}

#[test]
fn a_browser_that_the_person_has_used_is_not_slowed_by_a_strangers_guesses() {
    let world = World::new();
    let known = world.owner();
    guess(&world.stranger(), "olivia");
    assert!(known.sign_in("olivia", PASSWORD).is_ok());
    assert_eq!(code(world.stranger().sign_in("olivia", PASSWORD)), Code::TooManyAttempts);
}

#[test]
fn a_known_browser_has_its_own_limit_and_is_known_for_its_person_only() {
    let world = World::new();
    world.user("erik", None);
    let known = world.owner();
    assert_eq!(guess(&known, "olivia"), 4);
    guess(&world.stranger(), "erik");
    assert_eq!(code(known.sign_in("erik", "wrong")), Code::TooManyAttempts);
}

#[test]
fn a_browser_is_remembered_once_per_person() {
    let world = World::new();
    let known = world.owner();
    for _ in 0..3 {
        known.sign_in("olivia", PASSWORD).unwrap();
    }
    assert_eq!(world.rows("SELECT 1 FROM browsers").len(), 1);
}

#[test]
fn the_right_password_clears_the_count() {
    let world = World::new();
    let browser = world.stranger();
    for _ in 0..3 {
        assert!(browser.sign_in("olivia", "wrong").is_err());
        assert!(browser.sign_in("olivia", "wrong").is_err());
        assert!(browser.sign_in("olivia", PASSWORD).is_ok());
    }
    assert!(world.rows("SELECT 1 FROM guesses WHERE count > 2").is_empty());
}

#[test]
fn changing_ones_password_counts_guesses_at_the_current_one_on_the_same_count() {
    let world = World::new();
    let thief = world.owner();
    *thief.device.borrow_mut() = None;
    let new = "grey boats of Namur";
    for _ in 0..4 {
        assert_eq!(errors(thief.change_password("wrong", new)), ["current_password password_wrong"]);
    }
    assert_eq!(code(thief.change_password(PASSWORD, new)), Code::TooManyAttempts);
    assert_eq!(code(world.stranger().sign_in("olivia", PASSWORD)), Code::SignInRefused);
}

#[test]
fn guesses_are_counted_before_they_are_evaluated() {
    let world = World::new();
    let database = world.database("carrier");
    let gateway = Gateway::new("operator", crate::setup::Tokens::default());
    let body = r#"{"login":"olivia","password":"wrong"}"#;
    let guess = Incoming {
        slug: "carrier".into(),
        method: "POST".into(),
        path: "/api/v1/orgs/carrier/session".into(),
        body: body.into(),
        ..Incoming::default()
    };
    let asks =
        (0..50).filter(|_| matches!(gateway.handle(&*database, &crate::testing::at(START), &guess), Outgoing::Ask(_)));
    assert_eq!(asks.count(), 4);
}

#[test]
fn a_forgotten_count_leaves_no_row() {
    let world = World::new();
    for name in ["one", "two", "three"] {
        assert!(world.stranger().sign_in(name, "wrong").is_err());
    }
    world.wait(Span(Span::days(1).0 + 1));
    assert!(world.stranger().sign_in("four", "wrong").is_err());
    assert_eq!(world.rows("SELECT 1 FROM guesses").len(), 2, "of the text, and in an account's place");
}
