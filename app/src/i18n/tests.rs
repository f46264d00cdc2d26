//! Every word exists in every language, and no word is left over.

use super::words::{Figures, Words};
use super::*;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use shared::{Code, FieldError, authority::permission};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Where people's words, the console's sources and those of the error codes stand.
fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files
}

fn text_below(folder: &str, extension: &str) -> String {
    let files = files_below(&project(folder), extension);
    files.iter().map(|file| fs::read_to_string(file).unwrap() + "\n").collect()
}

/// The words of a language: for each key, the names of its arguments.
fn words(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let text = text_below(&format!("app/locales/{}", language.tag()), "ftl");
    assert!(FluentResource::try_new(text.clone()).is_ok(), "{} does not parse", language.tag());
    let mut words: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            key = name.to_owned();
            assert!(words.insert(key.clone(), BTreeSet::new()).is_none(), "{key} stands twice in {}", language.tag());
        }
        let arguments = line
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>());
        words.entry(key.clone()).or_default().extend(arguments);
    }
    words.remove("");
    words
}

/// The texts between quotes that follow `call` in a source.
fn literals_after<'a>(source: &'a str, call: &str) -> BTreeSet<&'a str> {
    source.split(call).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// All but this file, which says words that are not there on purpose.
fn console_sources() -> String {
    text_below("app/src", "rs").replace(include_str!("tests.rs"), "")
}

/// How the keys begin of which members are looked up by a code, such as `problem-`. Only with the
/// asterisk does the build know that the words of all members are needed.
fn families(source: &str) -> BTreeSet<&str> {
    let calls = ["t_of(\"", "say_of(\"", "find_of(\""];
    let names = calls.into_iter().flat_map(|call| literals_after(source, call));
    names.map(|name| name.strip_suffix('*').unwrap_or_else(|| panic!("{name} has no asterisk"))).collect()
}

#[test]
fn all_languages_have_the_same_words_with_the_same_arguments() {
    let english = words(Language::English);
    for language in [Language::French, Language::Dutch] {
        let other = words(language);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{}: missing {missing:?}, extra {extra:?}", language.tag());
        for (key, arguments) in &english {
            assert_eq!(other.get(key), Some(arguments), "{key} in {}", language.tag());
        }
    }
}

#[test]
fn every_key_in_the_sources_has_words() {
    let (source, words) = (console_sources(), words(Language::English));
    for call in [" t(\"", "(t(\"", "=t(\"", "{t(\"", "t_with(\"", "say(\""] {
        for key in literals_after(&source, call) {
            assert!(words.contains_key(key), "{key} has no words");
        }
    }
}

#[test]
fn no_words_are_left_over() {
    let source = console_sources();
    let (families, quoted) = (families(&source), source.split('"').collect::<BTreeSet<_>>());
    let belongs = |key: &str| families.iter().any(|family| key.starts_with(family));
    let left_over: Vec<_> =
        words(Language::English).into_keys().filter(|key| !quoted.contains(key.as_str()) && !belongs(key)).collect();
    assert!(left_over.is_empty(), "{left_over:?} are used nowhere");
}

#[test]
fn every_problem_and_permission_can_be_told() {
    let words = words(Language::English);
    let codes = Code::ALL.iter().map(|code| key_of("problem-*", code.as_str()));
    let permissions = permission::ALL.iter().map(|permission| key_of("permission-*", permission.as_str()));
    for key in codes.chain(permissions) {
        assert!(words.contains_key(&key), "{key} has no words");
    }
}

/// The codes of errors at fields, as they stand in the rules and at the edge.
#[test]
fn every_error_at_a_field_can_be_told() {
    let words = words(Language::English);
    let source = text_below("shared/src", "rs") + &text_below("functions/src", "rs");
    let calls = ["FieldError::new(", ".error("];
    let codes: BTreeSet<&str> = calls
        .into_iter()
        .flat_map(|call| source.split(call).skip(1))
        .filter_map(|rest| rest.split(')').next()?.rsplit_once(", \"")?.1.strip_suffix('"'))
        .collect();
    assert!(codes.contains("required") && codes.contains("taken"), "{codes:?}");
    for code in codes.iter().filter(|code| !code.is_empty()) {
        let error = FieldError::new("field", code);
        let known =
            [key_of("error-*", &error.code), key_of("problem-*", &error.code), key_of("batch-error-*", &error.code)];
        assert!(known.iter().any(|key| words.contains_key(key)), "error-{code} has no words");
    }
}

/// What Fluent's own library makes of a text.
fn fluent(language: Language, text: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
    bundle
}

fn fluent_sentence(bundle: &FluentBundle<FluentResource>, key: &str, arguments: &[Argument]) -> String {
    let arguments: FluentArgs<'_> = arguments
        .iter()
        .map(|(name, value)| match value {
            Value::Text(text) => (*name, FluentValue::from(format!("\u{2068}{text}\u{2069}"))),
            Value::Number(number) => (*name, FluentValue::from(*number)),
            Value::Choice(word) => (*name, FluentValue::from(*word)),
        })
        .collect();
    let mut errors = Vec::new();
    let pattern = bundle.get_message(key).and_then(|message| message.value()).unwrap();
    let sentence = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    assert!(errors.is_empty(), "{key}: {errors:?}");
    sentence
}

/// Plural forms of our languages as CLDR has them, for whole numbers below a million.
fn figures(language: Language) -> Figures {
    let form: fn(f64) -> String = match language {
        Language::French => |number| if number < 2.0 { "one" } else { "other" }.to_owned(),
        Language::English | Language::Dutch => |number| if number == 1.0 { "one" } else { "other" }.to_owned(),
    };
    Figures { written: |number| number.to_string(), form }
}

#[test]
fn every_sentence_is_what_fluent_makes_of_it() {
    for language in Language::ALL {
        let text = text_below(&format!("app/locales/{}", language.tag()), "ftl");
        let (ours, theirs, figures) = (Words::read(&text), fluent(language, &text), figures(language));
        let arguments = words(language);
        assert!(ours.keys().eq(arguments.keys()), "other keys in {}", language.tag());
        for (key, names) in &arguments {
            for value in [0.0, 1.0, 2.0, 21.0].map(Value::Number).into_iter().chain([Value::from("Anna")]) {
                let given: Vec<Argument> = names.iter().map(|name| (&*name.clone().leak(), value.clone())).collect();
                let sentence = ours.say(key, &given, &figures);
                assert_eq!(sentence, Some(fluent_sentence(&theirs, key, &given)), "{key} in {}", language.tag());
            }
        }
    }
}

#[test]
fn a_word_that_is_missing_shows() {
    speak(Language::English, "known = Known\nabout = About { $what }");
    assert_eq!(say("known", &[]), "Known");
    assert_eq!(say("unknown", &[]), "⟦unknown⟧");
    assert_eq!(say("about", &[]), "⟦about⟧", "an argument that is not given is a mistake too");
    assert_eq!(find_of("problem-*", "none", &[]), None);
}

#[test]
fn words_that_come_later_are_added() {
    speak(Language::English, "known = Known");
    learn("later = Later");
    assert_eq!((say("known", &[]), say("later", &[])), ("Known".to_owned(), "Later".to_owned()));
}

#[test]
fn the_organizations_own_word_is_said_where_the_built_in_one_stands_alone() {
    speak(Language::English, "users = Users\nbuilt-in-users = Users\nusers-new = Add users\nsites = Sites");
    let own = [("users.en", "Technicians"), ("users.fr", "Techniciens")];
    call_things(own.map(|(word, text)| (word.to_owned(), text.to_owned())).into());
    assert_eq!(["users", "built-in-users"].map(|key| say(key, &[])), ["Technicians", "Technicians"]);
    assert_eq!(["users-new", "sites"].map(|key| say(key, &[])), ["Add users", "Sites"]);
    speak(Language::French, "users = Utilisateurs");
    assert_eq!(say("users", &[]), "Techniciens");
    call_things(BTreeMap::new());
    assert_eq!(say("users", &[]), "Utilisateurs");
}

/// Otherwise a word of one language would go where another language has a sentence.
#[test]
fn no_language_replaces_a_word_where_english_does_not() {
    let alone = |language: Language, noun: &str| {
        let words = Words::read(&text_below(&format!("app/locales/{}", language.tag()), "ftl"));
        let figures = figures(language);
        let said = |key: &str| words.say(key, &[], &figures);
        words.keys().filter(|key| said(key) == said(noun)).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    for (noun, _) in shared::organizations::OwnWords::default().by_name() {
        let english = alone(Language::English, noun);
        assert!(english.contains(noun), "{noun} has no words");
        for language in [Language::French, Language::Dutch] {
            let other = alone(language, noun);
            assert!(other.is_subset(&english), "{}: {other:?}", language.tag());
        }
    }
}

#[test]
fn what_people_typed_is_isolated_from_the_sentence_around_it() {
    speak(Language::French, "hello = Bonjour { $name }");
    assert_eq!(say("hello", &[("name", "אבג".into())]), "Bonjour \u{2068}אבג\u{2069}");
}
