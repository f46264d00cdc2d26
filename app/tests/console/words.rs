//! Words, numbers and dates in the chosen language.

use crate::page::{ENGLISH, FRENCH, Page};
use app::{
    i18n::{Value, date, number, say, since, speak, t, t_with},
    problem::describe,
};
use leptos::prelude::*;
use shared::{Code, Problem, organizations::Language, time::Timestamp};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn what_is_on_the_screen_follows_the_language() {
    let page = Page::with(|| {
        let greeting = t_with("dashboard-hello", || vec![("name", "Anna".into())]);
        view! { <p>{t("sign-out")}</p><p>{greeting}</p> }.into_any()
    })
    .await;
    assert!(page.text().contains("Sign out") && page.text().contains("Hello, \u{2068}Anna\u{2069}"));
    speak(Language::French, FRENCH);
    page.settle().await;
    assert!(page.text().contains("Déconnexion") && page.text().contains("Bonjour \u{2068}Anna\u{2069}"));
}

#[wasm_bindgen_test]
fn numbers_and_plurals_follow_the_language() {
    let sites = |count: u32| say("scope-sites", &[("count", count.into())]);
    speak(Language::English, ENGLISH);
    assert_eq!((sites(0), sites(1), sites(2)), ("0 sites".into(), "1 site".into(), "2 sites".into()));
    assert_eq!(number(12_345.0), "12,345");
    speak(Language::French, FRENCH);
    assert_eq!((sites(0), sites(1), sites(2)), ("0 site".into(), "1 site".into(), "2 sites".into()));
    assert_eq!(number(12_345.0).replace('\u{202f}', " "), "12 345");
}

#[wasm_bindgen_test]
fn dates_are_written_as_the_language_writes_them() {
    let noon = Timestamp(1_795_262_400_000);
    speak(Language::English, ENGLISH);
    assert_eq!(date(noon), "21 Nov 2026");
    speak(Language::French, FRENCH);
    assert_eq!(date(noon), "21 nov. 2026");
    let earlier = Timestamp(js_sys::Date::now() as i64 - 3 * 3_600_000 - 5_000);
    assert_eq!(since(earlier), "il y a 3 heures");
    // Not the browser's word for zero minutes: in Dutch that is "binnen een minuut", which means "soon".
    let just_now = Timestamp(js_sys::Date::now() as i64 - 5_000);
    speak(Language::Dutch, ENGLISH);
    assert_eq!(since(just_now), "nu");
}

#[wasm_bindgen_test]
fn a_problem_names_its_remedy_and_what_it_is_about() {
    speak(Language::English, ENGLISH);
    let forbidden = Problem::new(Code::Forbidden).with("permission", "users:create");
    assert!(describe(&forbidden).contains("add users"));
    let wait = Problem::new(Code::TooManyAttempts).with("retry_after", 61);
    assert!(describe(&wait).contains("Wait 2 minutes"), "{}", describe(&wait));
    for code in Code::ALL {
        let told = describe(
            &Problem::new(*code)
                .with("permission", "users:view")
                .with("count", 2)
                .with("license", "Mobile app")
                .with("quantity", 2)
                .with("assigned", 2)
                .with("limit", 65_536)
                .with("retry_after", 5),
        );
        assert!(!told.contains('⟦'), "{told}");
    }
}

#[wasm_bindgen_test]
fn a_choice_and_a_text_are_put_in_as_they_are() {
    speak(Language::English, "chosen = { $kind ->\n    [a] first\n   *[b] second\n }\ntext = { $x }");
    assert_eq!(say("chosen", &[("kind", Value::Choice("a"))]), "first");
    assert_eq!(say("text", &[("x", Value::Text("<b>".into()))]), "\u{2068}<b>\u{2069}");
}
