//! New passwords in the form: the edge's own rules, judged while typing, and a strength that
//! advises. The block-list and the strength meter are fetched only where one is chosen.

use crate::widgets::StrengthAdvice;
use leptos::{prelude::*, task::spawn_local};
use shared::{
    FieldError, Problem,
    password::{Common, Factors, Policy, check},
    session::Session,
    users::Person,
};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

mod change;

pub use change::PasswordChange;

#[wasm_bindgen]
extern "C" {
    /// From `app/js/boot.js`: how hard a password is to guess, 0 to 4. Loads the meter first.
    #[wasm_bindgen(catch, js_name = bailiwickStrength)]
    async fn strength_of(password: &str, words: Vec<String>) -> Result<JsValue, JsValue>;

    /// From `app/js/boot.js`: the block-list, one entry a line.
    #[wasm_bindgen(catch, js_name = bailiwickCommonPasswords)]
    async fn common_passwords() -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The block-list, once it is there. Without it the edge still judges.
    static BLOCK_LIST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What a new password is like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    strength: Option<u8>,
}

impl Verdict {
    /// How many of four bars are filled.
    pub fn bars(&self) -> usize {
        self.strength.map_or(0, |strength| usize::from(strength).max(1))
    }

    /// The strength's name, as in `strength-good` of the locales; none while nothing is typed.
    pub fn name(&self) -> Option<&'static str> {
        const NAMES: [&str; 5] = ["very-weak", "weak", "fair", "good", "strong"];
        NAMES.get(usize::from(self.strength?)).copied()
    }
}

/// Follows a password with its strength.
pub fn judge_while_typing(password: RwSignal<String>, advice: StrengthAdvice) -> Signal<Verdict> {
    load_block_list();
    let verdict = RwSignal::new(Verdict::default());
    Effect::new(move |_| {
        let (typed, policy, words) = (password.get(), advice.policy.get(), advice.words.get());
        let factors = advice.factors.get();
        if typed.is_empty() {
            return verdict.set(Verdict::default());
        }
        spawn_local(async move {
            let strength = strength_of(&typed, words.clone()).await.ok().and_then(|strength| strength.as_f64());
            // What the rules refuse is not called strong, and an answer about what is no
            // longer typed is no answer.
            let most = if judge(&typed, &policy, factors, &words).is_ok() { 4.0 } else { 1.0 };
            if password.try_with_untracked(|now| *now == typed) == Some(true) {
                verdict.try_set(Verdict { strength: strength.map(|strength| strength.min(most) as u8) });
            }
        });
    });
    verdict.into()
}

/// Judges one's own new password as the edge will, for the form's field `name`.
pub fn check_own(name: &str, password: &str, advice: StrengthAdvice) -> Result<(), Problem> {
    let (policy, words) = (advice.policy.get_untracked(), advice.words.get_untracked());
    check_by(name, password, &policy, advice.factors.get_untracked(), &words)
}

/// The same for a password that may be the only factor.
pub fn check_new(name: &str, password: &str, policy: &Policy, words: &[String]) -> Result<(), Problem> {
    check_by(name, password, policy, Factors::One, words)
}

fn check_by(name: &str, password: &str, policy: &Policy, factors: Factors, words: &[String]) -> Result<(), Problem> {
    if password.is_empty() {
        return Err(Problem::invalid(vec![FieldError::new(name, "required")]));
    }
    judge(password, policy, factors, words).map_err(|weakness| Problem::invalid(vec![weakness.at(name)]))
}

/// Words of a person that do not make a password.
pub fn words_of(person: &Person) -> Vec<String> {
    [&person.user_name, &person.email, &person.given_name, &person.middle_name, &person.family_name]
        .map(String::clone)
        .to_vec()
}

/// Words of the person who is signed in, and of the organization.
pub fn personal_words(session: &Session) -> Vec<String> {
    let mut words = words_of(&session.person);
    words.extend([session.organization.name.clone(), session.organization.slug.to_string()]);
    words
}

fn judge(
    password: &str,
    policy: &Policy,
    factors: Factors,
    words: &[String],
) -> Result<(), shared::password::Weakness> {
    BLOCK_LIST.with_borrow(|list| {
        let common = Common::parse(list.as_deref().unwrap_or_default());
        check(password, policy, factors, words.iter().map(String::as_str), &common)
    })
}

fn load_block_list() {
    if BLOCK_LIST.with_borrow(Option::is_some) {
        return;
    }
    spawn_local(async {
        if let Some(list) = common_passwords().await.ok().and_then(|list| list.as_string()) {
            BLOCK_LIST.with_borrow_mut(|slot| *slot = Some(list));
        }
    });
}
