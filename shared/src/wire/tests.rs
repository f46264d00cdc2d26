//! Properties of the wire, for every endpoint and for hostile text.

use super::*;
use crate::{Method, Needs};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Takes a request apart as an HTTP server would, then reads it.
fn receive<E: Endpoint>(request: &Request) -> Result<E, Problem> {
    let (path, query) = request.path_and_query.split_once('?').unwrap_or((&request.path_and_query, ""));
    let decoded: Vec<String> = path.split('/').map(percent_decode).collect();
    let slots: Vec<(&str, &str)> = E::PATH
        .split('/')
        .zip(&decoded)
        .filter_map(|(segment, value)| Some((segment.strip_prefix('{')?.strip_suffix('}')?, value.as_str())))
        .collect();
    decode(&slots, query, request.body.as_deref().unwrap_or_default().as_bytes())
}

fn percent_decode(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let hex: String = bytes.by_ref().take(2).map(char::from).collect();
            out.push(u8::from_str_radix(&hex, 16).expect("two hexadecimal digits"));
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).expect("UTF-8")
}

fn value<T: Serialize>(of: &T) -> Value {
    serde_json::to_value(of).expect("JSON")
}

fn holds_for<E: Endpoint>() {
    let samples = E::samples();
    let declared: BTreeSet<String> =
        samples.iter().flat_map(|sample| fields_of(sample).into_iter().map(|(name, _)| name)).collect();
    for slot in slots(E::PATH) {
        assert!(declared.contains(slot), "{}: the slot {slot} is no field", E::PATH);
    }
    for sample in &samples {
        let request = encode(sample);
        assert_eq!(value(&receive::<E>(&request).expect(E::PATH)), value(sample), "{}", E::PATH);
        let read: E = answer::read(value(sample).to_string().as_bytes()).expect(E::PATH);
        assert_eq!(value(&read), value(sample), "{} as an answer", E::PATH);
        refuses_an_undeclared_field::<E>(&request);
        refuses_a_slot_elsewhere::<E>(&request);
    }
}

fn with_field(request: &Request, name: &str, text: &str) -> Request {
    let mut changed = request.clone();
    match &mut changed.body {
        Some(body) => {
            let comma = if body == "{}" { "" } else { "," };
            body.truncate(body.len() - 1);
            body.push_str(&format!("{comma}\"{name}\":\"{text}\"}}"));
        }
        None => {
            let sign = if changed.path_and_query.contains('?') { '&' } else { '?' };
            changed.path_and_query.push_str(&format!("{sign}{name}={text}"));
        }
    }
    changed
}

fn refuses_an_undeclared_field<E: Endpoint>(request: &Request) {
    let refused = receive::<E>(&with_field(request, "is_admin", "true")).err();
    assert_eq!(refused, Some(Problem::new(Code::UndeclaredField).at("is_admin")), "{}", E::PATH);
}

fn refuses_a_slot_elsewhere<E: Endpoint>(request: &Request) {
    for slot in slots(E::PATH) {
        let refused = receive::<E>(&with_field(request, slot, "other")).err();
        let code = refused.map(|problem| (problem.code, problem.field));
        let expected = if E::METHOD.has_body() { Code::UndeclaredField } else { Code::DuplicateField };
        assert_eq!(code, Some((expected, Some(slot.to_owned()))), "{}", E::PATH);
    }
}

#[test]
fn every_endpoint_survives_the_wire_and_is_read_strictly() {
    macro_rules! check {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => { $(holds_for::<crate::$noun::api::$verb>();)+ };
    }
    crate::for_each_endpoint!(check);
}

#[test]
fn no_two_endpoints_share_method_and_path() {
    let mut seen = BTreeSet::new();
    macro_rules! check {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $({
                type E = crate::$noun::api::$verb;
                assert!(seen.insert((E::METHOD.as_str(), E::PATH)), "{}", E::PATH);
            })+
        };
    }
    crate::for_each_endpoint!(check);
    assert!(seen.len() > 30);
}

/// Free text everywhere, also where real endpoints have ids.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Write {
    slot: String,
    text: String,
    number: Option<i64>,
    list: Vec<String>,
}

impl Endpoint for Write {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/write/{slot}/end";
    const NEEDS: Needs = Needs::Nothing;
    type Response = ();
    fn samples() -> Vec<Self> {
        Vec::new()
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    slot: String,
    text: Option<String>,
    number: Option<u32>,
    flag: Option<bool>,
}

impl Endpoint for Read {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/read/{slot}";
    const NEEDS: Needs = Needs::Nothing;
    type Response = ();
    fn samples() -> Vec<Self> {
        Vec::new()
    }
}

proptest! {
    #[test]
    fn any_text_survives_in_a_body(slot in "\\PC+", text: String, number: Option<i64>, list: Vec<String>) {
        let request = Write { slot, text, number, list };
        prop_assert_eq!(receive::<Write>(&encode(&request)), Ok(request));
    }

    #[test]
    fn any_text_survives_in_a_query(slot: String, text: Option<String>, number: Option<u32>, flag: Option<bool>) {
        let request = Read { slot, text, number, flag };
        prop_assert_eq!(receive::<Read>(&encode(&request)), Ok(request));
    }

    #[test]
    fn reading_never_panics(query: String, body: Vec<u8>) {
        let _ = decode::<Read>(&[("slot", "x")], &query, &[]);
        let _ = decode::<Write>(&[("slot", "x")], "", &body);
    }
}

fn read(body: &str) -> Result<Write, (Code, String)> {
    decode(&[("slot", "x")], "", body.as_bytes()).map_err(|p: Problem| (p.code, p.field.unwrap_or_default()))
}

#[test]
fn what_is_wrong_is_named() {
    let cases: [(&str, Code, &str); 9] = [
        ("{", Code::Malformed, ""),
        ("[]", Code::WrongType, ""),
        (r#"{"text":"a","text":"b","list":[]}"#, Code::DuplicateField, "text"),
        (r#"{"text":"a","list":[{"a":1,"a":2}]}"#, Code::DuplicateField, "a"),
        (r#"{"text":1,"list":[]}"#, Code::WrongType, "text"),
        (r#"{"text":"a"}"#, Code::MissingField, "list"),
        (r#"{"text":"a","list":[1]}"#, Code::WrongType, "list[0]"),
        (r#"{"text":"\ud800","list":[]}"#, Code::Malformed, ""),
        (r#"{"text":"a","list":[],"number":1e400}"#, Code::Malformed, ""),
    ];
    for (body, code, field) in cases {
        assert_eq!(read(body), Err((code, field.to_owned())), "{body}");
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(&deep).map_err(|(code, _)| code), Err(Code::Malformed));
}

#[test]
fn a_body_of_more_values_than_a_request_needs_is_not_kept_to_its_end() {
    // The body itself, a text, a list and its last item are values, too.
    let body = |values: usize| format!(r#"{{"text":"a","list":[{}{{}}]}}"#, "0,".repeat(values - 4));
    assert_eq!(read(&body(strict::VALUES_MAX)), Err((Code::WrongType, "list[0]".to_owned())));
    assert_eq!(read(&body(strict::VALUES_MAX + 1)), Err((Code::Malformed, String::new())));
}

#[test]
fn an_id_that_cannot_be_one_is_not_found() {
    let slots = [("org", "carrier"), ("user", "1 OR 1=1")];
    let refused = decode::<crate::users::api::View>(&slots, "", &[]);
    assert_eq!(refused, Err(Problem::new(Code::NotFound).at("user")));
}

#[test]
fn an_undeclared_field_is_refused_beside_a_kind_without_fields() {
    let scope = r#"{"kind":"organization","sites":[]}"#;
    assert!(serde_json::from_str::<crate::authority::Scope>(scope).is_err());
    let password = r#"{"kind":"generated","password":"x"}"#;
    assert!(serde_json::from_str::<crate::users::TemporaryPassword>(password).is_err());
}

#[test]
fn a_repeated_parameter_is_refused() {
    let refused = decode::<Read>(&[("slot", "x")], "text=a&text=b", &[]);
    assert_eq!(refused, Err(Problem::new(Code::DuplicateField).at("text")));
}

#[test]
fn answers_of_every_shape_are_read() {
    use crate::{FieldError, grants::Subject, page::Page, users::PasswordState};
    let problem = Problem {
        errors: vec![FieldError::new("name", "too_long").with("max", 3)],
        field: Some("name".to_owned()),
        ..Problem::new(Code::Invalid).with("word", "\u{e9}")
    };
    assert_eq!(answer::read::<Problem>(value(&problem).to_string().as_bytes()).unwrap(), problem);
    let state = r#"{"expires_at":-7,"kind":"temporary"}"#;
    let read = answer::read::<PasswordState>(state.as_bytes()).unwrap();
    assert_eq!(value(&read), serde_json::from_str::<Value>(state).unwrap());
    let subject = Subject::Group(crate::ids::GroupId::from_u128(9));
    assert_eq!(answer::read::<Subject>(value(&subject).to_string().as_bytes()).unwrap(), subject);
    let page = br#"{"items":[null,true,1.5,"a"],"first":1,"total":4,"unheard_of":[{}]}"#;
    assert_eq!(answer::read::<Page<Option<Value>>>(page).unwrap().items.len(), 4);
    assert!(decode_response::<()>(204, b"").is_ok());
}

#[test]
fn an_answer_that_is_not_ours_is_a_failure_of_the_service() {
    use crate::authority::Scope;
    for text in ["", "<html>", "[]", "{}", r#"{"kind":"sites"}"#, r#"{"kind":7}"#, r#""organization""#] {
        let answer = decode_response::<Scope>(200, text.as_bytes());
        assert_eq!(answer.unwrap_err().code, Code::Internal, "{text}");
    }
    assert_eq!(decode_problem(503, b"<html>").code, Code::Unavailable);
    assert_eq!(decode_problem(500, b"[]").code, Code::Internal);
}
