use super::*;

fn judge(password: &str) -> Result<(), Weakness> {
    let words = ["anna.peeters", "anna.peeters@carrier.example", "Anna", "Peeters", "Carrier", "Gent-Zuid"];
    check(password, &Policy::default(), Factors::One, words, &Common::parse(COMMON_PASSWORDS))
}

#[test]
fn fifteen_characters_are_enough_and_fourteen_are_not() {
    assert_eq!(judge("blue hat kayaki"), Ok(()));
    assert_eq!(judge("blue hat kayak"), Err(Weakness::TooShort(15)));
    assert_eq!(judge("été à la mer bl"), Ok(()), "characters count, not bytes");
}

#[test]
fn eight_are_enough_beside_a_second_step_where_the_organization_says_so() {
    let common = Common::parse(COMMON_PASSWORDS);
    for (shorter_with_two_steps, factors, min) in
        [(false, Factors::One, 15), (false, Factors::Two, 15), (true, Factors::One, 15), (true, Factors::Two, 8)]
    {
        let policy = Policy { shorter_with_two_steps, ..Policy::default() };
        let judge = |password: &str| check(password, &policy, factors, [], &common);
        let password = "héron qui attend";
        let first = |count: u32| password.chars().take(count as usize).collect::<String>();
        assert_eq!(judge(&first(min)), Ok(()));
        assert_eq!(judge(&first(min - 1)), Err(Weakness::TooShort(min)));
        assert_eq!((is_short(&first(14)), is_short(&first(15))), (true, false));
    }
    let policy = Policy { shorter_with_two_steps: true, ..Policy::default() };
    let judge = |password: &str| check(password, &policy, Factors::Two, ["Anna"], &common);
    for weak in ["password", "Welcome1", "12345678", "qwerty12", "anna2026", "abcabcabc", "abcdefgh"] {
        assert!(judge(weak).is_err(), "{weak}");
    }
}

#[test]
fn long_passwords_are_taken_whole_or_refused() {
    let letter = |n: u32| char::from_u32(0x61 + n.wrapping_mul(2_654_435_761) % 26);
    let unlike: String = (1..=256).filter_map(letter).collect();
    assert_eq!(judge(&unlike), Ok(()));
    assert_eq!(judge(&format!("{unlike}x")), Err(Weakness::TooLong));
}

#[test]
fn no_kinds_of_characters_are_asked_for() {
    assert_eq!(judge("the heron waits quietly"), Ok(()));
}

#[test]
fn every_entry_of_the_block_list_is_refused_however_dressed_up() {
    let mut refused = 0;
    for entry in COMMON_PASSWORDS.lines() {
        let dressed =
            format!("{entry}{}", "2026!2026!2026!".get(..15usize.saturating_sub(entry.len())).unwrap_or_default());
        assert!(judge(&dressed).is_err(), "{dressed}");
        refused += 1;
    }
    assert!(refused >= 3_000);
}

#[test]
fn habitual_dressing_up_does_not_help() {
    for weak in ["passwordpassword", "P@ssw0rd20262026", "Welcome!!!!!!!!!!", "123456789012345"] {
        assert!(judge(weak).is_err(), "{weak}");
    }
}

#[test]
fn ones_own_words_alone_do_not_make_a_password() {
    for weak in ["Anna.Peeters.2026", "carrier-2026-gent", "peetersanna@carrier"] {
        assert!(matches!(judge(weak), Err(Weakness::Personal(_))), "{weak}: {:?}", judge(weak));
    }
    assert_eq!(judge("anna rows a green boat"), Ok(()));
}

#[test]
fn patterns_and_runs_are_refused() {
    for weak in ["xkxkxkxkxkxkxkxkxk", "abcdefghijklmnop", "zzzzzzzzzzzzzzzzz", "9876543210987654"] {
        assert!(judge(weak).is_err(), "{weak}");
    }
}

/// Stronger passwords are a part of those that were accepted before: whatever is made of common
/// passwords and other letters.
#[test]
fn whatever_a_strength_accepts_each_lower_one_accepts() {
    let common = Common::parse(COMMON_PASSWORDS);
    let pieces = ["dragon", "monkey", "sunshine", "princess", "qz", "heron", "vlot", " ", "7", "wx", "été"];
    let mut accepted = [0; 3];
    for seed in 0..4_000_usize {
        let piece = |at: usize| pieces[(seed / pieces.len().pow(at as u32 % 4) + at * seed) % pieces.len()];
        let password: String = (0..3 + seed % 4).map(piece).collect();
        let verdicts = Strength::ALL.map(|strength| {
            check(&password, &Policy { strength, ..Policy::default() }, Factors::One, [], &common).is_ok()
        });
        assert!(verdicts.is_sorted_by(|weaker, stronger| weaker >= stronger), "{password}: {verdicts:?}");
        verdicts.iter().zip(&mut accepted).for_each(|(verdict, count)| *count += usize::from(*verdict));
    }
    assert!(accepted[2] > 0 && accepted[2] < accepted[1] && accepted[1] < accepted[0], "{accepted:?}");
}

#[test]
fn several_common_passwords_are_good_but_no_more() {
    let common = Common::parse(COMMON_PASSWORDS);
    let judge = |password: &str, strength| {
        check(password, &Policy { strength, ..Policy::default() }, Factors::One, [], &common)
    };
    let combined = "dragonmonkeysunshine20";
    assert_eq!(judge(combined, Strength::Good), Ok(()));
    assert_eq!(judge(combined, Strength::Strong), Err(Weakness::Common));
    assert_eq!(judge("Dr4gon-M0nkey-vlot-heron", Strength::Strong), Ok(()));
    assert_eq!(judge("the heron waits quietly", Strength::Excellent), Ok(()));
    assert_eq!(judge("the heron waits a bit", Strength::Excellent), Ok(()));
    // An entry of three letters counts as nothing, at the beginning either.
    let few = Common::parse("abc\ndragon");
    assert_eq!(["abcdragon", "dragonabc", "xdragon"].map(|text| few.letters_of_its_own(text)), [3, 3, 1]);
    assert_eq!(judge("the heron waits a b", Strength::Excellent), Err(Weakness::TooShort(21)));
}
