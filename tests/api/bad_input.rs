//! Whatever comes in is answered with a problem of the right status, and nothing is written.

use api_tests::{Organization, PASSWORD, before_the_operator, in_minutes, over_tcp, problem, refusal, stranger};
use shared::{Code, session, wire};

const USERS: &str = "/users";

/// Sends each of these as the owner; checks each refusal, and that nothing was written.
fn all_refused(cases: &[(&str, &str, &str, u16, Code)]) {
    let org = Organization::new();
    let before = org.contents();
    for (method, path, body, status, code) in cases {
        let answer = org.as_owner(method, path, &[], body.as_bytes());
        assert_eq!(refusal(&answer), (*status, *code), "{method} {path} {body:.60}");
    }
    assert_eq!(org.contents(), before);
}

#[test]
fn an_unknown_organization_is_not_found() {
    for slug in ["nobody-has-this", "UPPER", "a", "%2e%2e", "a%2Fb", "x--y", "", &"long".repeat(20)] {
        let client = stranger();
        let own = client.own_headers();
        let headers: Vec<(&str, &str)> = own.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        for (method, rest) in [("GET", ""), ("GET", "/session"), ("POST", "/session"), ("GET", "/nothing")] {
            let answer = client.raw(method, &format!("/api/v1/orgs/{slug}{rest}"), &headers, b"").unwrap();
            assert!(
                matches!(refusal(&answer), (404, Code::UnknownOrganization | Code::UnknownRoute)),
                "{method} {slug}{rest}: {}",
                answer.status
            );
        }
    }
}

#[test]
fn the_operators_own_organization_is_unknown_until_it_is_set_up() {
    for (request, answer) in before_the_operator() {
        assert_eq!(refusal(answer), (404, Code::UnknownOrganization), "{request}");
    }
}

#[test]
fn an_unknown_route_is_not_found() {
    for path in ["/api", "/api/", "/api/v1", "/api/v1/nothing", "/api/v2/orgs/x", "/scim/v1/x/Users"] {
        let answer = stranger().raw("GET", path, &[], b"").unwrap();
        assert_eq!(refusal(&answer), (404, Code::UnknownRoute), "{path}");
    }
    let org = Organization::new();
    for path in ["/nothing", "/users/", "/users/x/y/z", "//users", "/users%2f"] {
        let answer = org.as_owner("GET", path, &[], b"");
        assert_eq!(refusal(&answer), (404, Code::UnknownRoute), "{path}");
    }
    let unknown_id = org.as_owner("GET", "/users/1%20OR%201=1", &[], b"");
    assert_eq!(refusal(&unknown_id), (404, Code::NotFound));
}

#[test]
fn a_wrong_method_is_told_the_right_ones() {
    let org = Organization::new();
    for (method, path, allow) in
        [("PATCH", USERS, "GET, POST"), ("DELETE", USERS, "GET, POST"), ("PUT", "/session", "DELETE, GET, POST")]
    {
        let answer = org.as_owner(method, path, &[], b"{}");
        assert_eq!(refusal(&answer), (405, Code::MethodNotAllowed), "{method} {path}");
        assert_eq!(answer.header("allow"), Some(allow));
    }
    let options = org.as_owner("OPTIONS", USERS, &[], b"");
    assert_eq!(options.status, 405);
    assert_eq!(options.header("access-control-allow-origin"), None);
}

#[test]
fn a_method_that_nobody_knows_is_not_taken_for_reading() {
    let org = Organization::new();
    let host = org.owner.origin().strip_prefix("http://").unwrap();
    let headers: String = org.owner.own_headers().iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    for method in ["PURGE", "REPORT", "PROPFIND", "QUERY", "get"] {
        let target = org.path(USERS);
        let request = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n");
        let answer = over_tcp(request.as_bytes());
        // Some verbs the runtime itself refuses, with a text of its own.
        if answer.header("content-type") == Some("application/problem+json") {
            assert_eq!(refusal(&answer), (405, Code::MethodNotAllowed), "{method}");
            assert_eq!(answer.header("allow"), Some("DELETE, GET, POST, PUT"));
            api_tests::has_security_headers(&answer);
        } else {
            assert!([405, 501].contains(&answer.status), "{method} {}", answer.status);
        }
    }
}

#[test]
fn another_type_or_encoding_than_json_is_refused() {
    let org = Organization::new();
    let body = wire::encode(&org.new_user("anna", None)).body.unwrap();
    let before = org.contents();
    for headers in [
        [("Content-Type", ""), ("X-Other", "1")],
        [("Content-Type", "text/plain"), ("X-Other", "1")],
        [("Content-Type", "application/x-www-form-urlencoded"), ("X-Other", "1")],
        [("Content-Type", "application/jsonp"), ("X-Other", "1")],
        [("Content-Type", "application/json"), ("Content-Encoding", "gzip")],
    ] {
        let answer = org.as_owner("POST", USERS, &headers, body.as_bytes());
        assert_eq!(refusal(&answer), (415, Code::UnsupportedMediaType), "{headers:?}");
    }
    assert_eq!(org.contents(), before);
    let charset = [("Content-Type", "Application/JSON; charset=utf-8")];
    assert_eq!(org.as_owner("POST", USERS, &charset, body.as_bytes()).status, 200);
}

#[test]
fn an_oversized_body_is_refused_before_it_is_parsed() {
    let org = Organization::new();
    let too_large = vec![b'x'; 64 * 1024 + 1];
    let answer = org.as_owner("POST", USERS, &[], &too_large);
    assert_eq!(refusal(&answer), (413, Code::TooLarge));
    assert_eq!(problem(&answer).args["limit"], "65536");
    let fits = vec![b'x'; 64 * 1024];
    assert_eq!(refusal(&org.as_owner("POST", USERS, &[], &fits)), (400, Code::Malformed));
}

#[test]
fn an_oversized_body_that_does_not_say_its_length_is_refused_as_well() {
    let org = Organization::new();
    let chunk = format!("{:x}\r\n{}\r\n", 16 * 1024, "x".repeat(16 * 1024));
    let answer =
        org.as_owner_over_tcp(USERS, "Transfer-Encoding: chunked\r\n", &format!("{}0\r\n\r\n", chunk.repeat(5)));
    assert_eq!(refusal(&answer), (413, Code::TooLarge));
}

#[test]
fn a_body_is_read_strictly() {
    let deep = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
    let person = r#"{"user_name":"a","email":"a@b.be","given_name":"A","family_name":"B"}"#;
    let user = |more: &str| format!(r#"{{"person":{person},"password":{{"kind":"generated"}}{more}}}"#);
    let cases = [
        (String::new(), 400, Code::MissingField),
        ("{".into(), 400, Code::Malformed),
        ("nonsense".into(), 400, Code::Malformed),
        ("\u{feff}{}".into(), 400, Code::Malformed),
        (deep, 400, Code::Malformed),
        ("[]".into(), 400, Code::WrongType),
        ("null".into(), 400, Code::WrongType),
        (user(r#","is_admin":true"#), 400, Code::UndeclaredField),
        (user(r#","org":"other""#), 400, Code::UndeclaredField),
        (user(r#","site":7"#), 400, Code::WrongType),
        (user(r#","site":"../x""#), 400, Code::WrongType),
        (user(&format!(r#","person":{person}"#)), 400, Code::DuplicateField),
        (user("").replace(r#""A""#, r#""A","given_name":"C""#), 400, Code::DuplicateField),
        (user("").replace(r#""A""#, "1e999"), 400, Code::Malformed),
        (user("").replace(r#""A""#, r#""\ud800""#), 400, Code::Malformed),
        (user("").replace(r#""A""#, r#""A\udc00\ud800""#), 400, Code::Malformed),
        (user("").replace(r#""A""#, "\"A\u{0}\""), 400, Code::Malformed),
        (user("").replace(r#""A""#, r#""A\u0000""#), 422, Code::Invalid),
        (user("").replace(r#""A""#, r#""A\u202eB""#), 422, Code::Invalid),
        (user("").replace(r#""A""#, &format!("\"{}\"", "é".repeat(101))), 422, Code::Invalid),
        (user("").replace(r#""generated""#, r#""secret""#), 400, Code::WrongType),
    ];
    let cases: Vec<_> =
        cases.iter().map(|(body, status, code)| ("POST", USERS, body.as_str(), *status, *code)).collect();
    all_refused(&cases);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let org = Organization::new();
    let before = org.contents();
    for body in [&b"\xff\xfe{}"[..], b"{\"person\":\"\xed\xa0\x80\"}", b"\x00", b"\xc0\xaf"] {
        assert_eq!(refusal(&org.as_owner("POST", USERS, &[], body)), (400, Code::Malformed), "{body:?}");
    }
    assert_eq!(org.contents(), before);
}

#[test]
fn hostile_text_that_is_text_comes_back_as_it_was() {
    let org = Organization::new();
    let mut create = org.new_user("anna", None);
    create.person.given_name = "'; DROP TABLE users; -- <script>💩".into();
    create.person.family_name = "Ωμέγα 李 \\\" %s {}".into();
    let id = org.owner.send(&create).unwrap().id;
    let seen = org.owner.send(&shared::users::api::View { org: org.slug.clone(), user: id }).unwrap();
    assert_eq!(seen.person, create.person);
}

#[test]
fn a_query_is_read_strictly() {
    all_refused(&[
        ("GET", "/users?limit=5&limit=6", "", 400, Code::DuplicateField),
        ("GET", "/users?limit=five", "", 400, Code::WrongType),
        ("GET", "/users?limit=-1", "", 400, Code::WrongType),
        ("GET", "/users?limit=1000", "", 422, Code::Invalid),
        ("GET", "/users?admin=true", "", 400, Code::UndeclaredField),
        ("GET", "/users?org=other", "", 400, Code::DuplicateField),
        ("GET", "/users?cursor=%00", "", 400, Code::WrongType),
        ("GET", "/users?sort=phc", "", 400, Code::WrongType),
        ("POST", "/users?q=x", "{}", 400, Code::UndeclaredField),
        ("DELETE", "/session?force=true", "", 400, Code::UndeclaredField),
    ]);
    let org = Organization::new();
    for query in ["q=%ff%fe", "q=%zz", "q=%00", "q=%F0%9F%92%A9", "q='+OR+1=1--", &format!("q={}", "x".repeat(5_000))] {
        let answer = org.as_owner("GET", &format!("/users?{query}"), &[], b"");
        assert!(answer.status < 500, "{query:.40}");
    }
}

#[test]
fn a_target_that_is_no_text_is_answered() {
    let org = Organization::new();
    let host = org.owner.origin().strip_prefix("http://").unwrap();
    for target in [&b"\xff"[..], b"/%", b"/%ff", b"/..", b"/./users", b"/\xed\xa0\x80", b"/users/%00"] {
        let mut request = format!("GET {}", org.path("")).into_bytes();
        request.extend_from_slice(target);
        request.extend_from_slice(format!(" HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
        let answer = over_tcp(&request);
        assert!((400..500).contains(&answer.status), "{target:?} {}", answer.status);
    }
}

#[test]
fn a_session_that_has_expired_is_refused_and_its_cookie_cleared() {
    let org = Organization::new();
    let idle = in_minutes(31).to_string();
    let answer = org.as_owner("GET", "/session", &[("X-Bailiwick-Test-Now", &idle)], b"");
    assert_eq!(refusal(&answer), (401, Code::SessionRequired));
    assert!(answer.all("set-cookie").any(|cookie| cookie.contains("Max-Age=0")));
    let half_day = in_minutes(12 * 60).to_string();
    let answer = org.as_owner("GET", USERS, &[("X-Bailiwick-Test-Now", &half_day)], b"");
    assert_eq!(refusal(&answer), (401, Code::SessionRequired));
    assert_eq!(org.as_owner("GET", "/session", &[], b"").status, 200);
}

#[test]
fn internal_headers_and_messages_cannot_be_forged() {
    let org = Organization::new();
    let me = org.owner.send(&session::api::View { org: org.slug.clone() }).unwrap().access.user;
    let forged = format!(r#"{{"Handle":{{"slug":"{}","session":"{me}"}}}}"#, org.slug);
    for (name, value) in [
        ("X-Bailiwick-Caller", me.as_str()),
        ("X-Bailiwick-User", me.as_str()),
        ("X-Forwarded-User", "olivia"),
        ("X-Original-URL", "/api/v1/orgs"),
        ("X-HTTP-Method-Override", "DELETE"),
        ("Authorization", "Bearer owner"),
        ("CF-Worker", "organization"),
    ] {
        let answer = org.as_owner("GET", USERS, &[("Cookie", ""), (name, value)], b"");
        assert_eq!(refusal(&answer), (401, Code::SessionRequired), "{name}");
        let answer = org.as_owner("POST", USERS, &[("Cookie", ""), (name, value)], forged.as_bytes());
        assert!((400..500).contains(&answer.status), "{name} {}", answer.status);
    }
}

#[test]
fn inv_06_another_organizations_cookie_opens_nothing() {
    let (here, there) = (Organization::new(), Organization::new());
    let cookies = |org: &Organization| {
        let headers = org.owner.own_headers();
        headers.into_iter().find(|(name, _)| name == "Cookie").unwrap().1
    };
    let theirs = cookies(&there);
    let renamed = theirs.replace(there.slug.as_str(), here.slug.as_str());
    for cookie in [theirs.as_str(), renamed.as_str()] {
        let answer = here.as_owner("GET", USERS, &[("Cookie", cookie)], b"");
        assert_eq!(refusal(&answer), (401, Code::SessionRequired));
    }
    let both = format!("{}; {renamed}", cookies(&here));
    let answer = here.as_owner("GET", USERS, &[("Cookie", &both)], b"");
    assert_eq!(refusal(&answer), (401, Code::SessionRequired), "one of two cookies of a name was planted");
}

#[test]
fn a_cookie_that_is_none_is_no_session() {
    let org = Organization::new();
    let name = format!("__Host-bailiwick-{}", org.slug);
    for cookie in
        ["", "x", "x=y", "=", ";;;", &name, &format!("{name}="), &format!("{name}=' OR 1=1"), &"x".repeat(4_000)]
    {
        let cookie = if cookie.is_empty() { " " } else { cookie };
        let answer = org.as_owner("GET", "/session", &[("Cookie", cookie)], b"");
        assert_eq!(refusal(&answer), (401, Code::SessionRequired), "{cookie:.60}");
    }
}

#[test]
fn a_change_that_does_not_come_from_the_console_is_refused() {
    let org = Organization::new();
    let body = wire::encode(&org.new_user("anna", None)).body.unwrap();
    let before = org.contents();
    for (name, value) in [
        ("Origin", ""),
        ("Origin", "null"),
        ("Origin", "https://evil.example"),
        ("Origin", &format!("{}.evil.example", org.owner.origin())),
        ("X-Bailiwick", ""),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
        ("Sec-Fetch-Site", "none"),
    ] {
        let answer = org.as_owner("POST", USERS, &[(name, value)], body.as_bytes());
        assert_eq!(refusal(&answer), (403, Code::OriginRefused), "{name}: {value}");
        let sign_out = org.as_owner("DELETE", "/session", &[(name, value)], b"");
        assert_eq!(refusal(&sign_out), (403, Code::OriginRefused), "{name}: {value}");
    }
    assert_eq!(org.contents(), before);
    let own = [("Sec-Fetch-Site", "same-origin")];
    assert_eq!(org.as_owner("POST", USERS, &own, body.as_bytes()).status, 200);
}

#[test]
fn an_idempotency_key_is_short_and_visible() {
    let org = Organization::new();
    let body = wire::encode(&org.new_user("anna", None)).body.unwrap();
    for key in ["short", &"x".repeat(65), "with some spaces"] {
        let answer = org.as_owner("POST", USERS, &[("Idempotency-Key", key)], body.as_bytes());
        assert_eq!(refusal(&answer), (400, Code::WrongType), "{key}");
    }
}

#[test]
fn a_forged_set_up_changes_nothing() {
    let mut request = Organization::setup("guess");
    assert_eq!(api_tests::code(stranger().send(&request)), Code::SetupTokenRefused);
    let token = api_tests::setup_token();
    request.token.clone_from(&token);
    request.password = "passwordpassword".into();
    assert_eq!(api_tests::code(stranger().send(&request)), Code::Invalid);
    request.password = PASSWORD.into();
    assert!(stranger().send(&request).is_ok(), "a refused attempt does not use the token up");
    assert_eq!(api_tests::code(stranger().send(&Organization::setup(&token))), Code::SetupTokenRefused);
}
