//! People and configurations for tests.

use crate::{config::Loaded, edge::Edge, people::Person};
use serde_json::{Value, json};
use shared::scim::schema::OWN_USER;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

pub(crate) fn person(name: &str) -> Person {
    Person {
        id: name.into(),
        user_name: name.into(),
        given_name: name.into(),
        family_name: "Peeters".into(),
        email: format!("{name}@carrier.example").into(),
        active: true,
        team: "00000000000000000000000000000003".into(),
    }
}

/// A configuration with its secrets, which nothing answers.
pub(crate) fn loaded() -> Loaded {
    let text = r#"
[bailiwick]
address = "https://admin.example.org"
organization = "carrier"
token_file = "token"

[directory]
kind = "ldap"
server = "ldaps://dc1.example.org"
bind_dn = "cn=reader,dc=example,dc=org"
password_file = "password"
base = "dc=example,dc=org"

[[mapping]]
source = "cn=support,dc=example,dc=org"
group = "00000000000000000000000000000003"
"#;
    let config = toml::from_str(text).unwrap_or_else(|error| panic!("{error}"));
    Loaded { config, token: "bwk_token".into(), password: "a password".into(), ca_file: None }
}

/// Somebody as the edge has him.
pub(crate) fn user(person: &Person, id: &str) -> Value {
    json!({
        "id": id, "externalId": person.id, "userName": person.user_name, "active": person.active,
        "name": { "givenName": person.given_name, "familyName": person.family_name },
        "emails": [{ "value": person.email }], OWN_USER: { "team": &*person.team },
    })
}

/// A page of a list.
pub(crate) fn page(total: usize, users: &[Value]) -> String {
    json!({ "totalResults": total, "Resources": users }).to_string()
}

/// What the edge says of a bulk request: a status for each operation.
pub(crate) fn results(statuses: &[u16]) -> String {
    let result =
        |(at, status): (usize, &u16)| json!({ "status": status.to_string(), "location": format!("/Users/{at}") });
    json!({ "Operations": statuses.iter().enumerate().map(result).collect::<Vec<_>>() }).to_string()
}

/// A server that gives these answers, one after the other, and then hangs up.
pub(crate) struct FakeEdge {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl FakeEdge {
    pub(crate) fn answering(answers: &[(u16, String)]) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (asked, answers) = (Arc::new(Mutex::new(Vec::new())), answers.to_owned());
        let heard = asked.clone();
        thread::spawn(move || {
            for (status, body) in answers {
                let (mut stream, _) = listener.accept().unwrap();
                heard.lock().unwrap().push(request(&stream));
                let length = body.len();
                write!(stream, "HTTP/1.1 {status} x\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}")
                    .unwrap();
            }
        });
        Self { address, asked }
    }

    pub(crate) fn edge(&self) -> Edge<'static> {
        Edge::new(&self.address, "carrier".parse().unwrap(), "bwk_token", &|_| ())
    }

    /// The requests so far: what is asked for, and the body.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn request(stream: &TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let (mut request, mut length) = (String::new(), 0);
    reader.read_line(&mut request).unwrap();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        match line.to_ascii_lowercase().split_once(':') {
            Some(("content-length", value)) => length = value.trim().parse().unwrap(),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    request + &String::from_utf8(body).unwrap()
}
