//! An HTTP server on this machine that keeps what it is sent and answers as it is told.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::mpsc::{Receiver as Queue, Sender, channel},
    thread,
    time::Duration,
};

/// What was sent.
#[derive(Clone, Debug)]
pub struct Received {
    /// The path.
    pub path: String,
    /// Headers, by their names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

/// A server; it listens until the tests end.
#[derive(Debug)]
pub struct Receiver {
    port: u16,
    received: Queue<Received>,
}

impl Receiver {
    /// Listens. The first request is answered with the first of these (status and more headers),
    /// and so on; all further ones with the last.
    pub fn answering(answers: &[(u16, &str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, received) = channel();
        let mut answers: Vec<(u16, String)> =
            answers.iter().map(|(status, more)| (*status, (*more).to_owned())).collect();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let answer = if answers.len() > 1 { answers.remove(0) } else { answers[0].clone() };
                serve(stream.unwrap(), &answer, &sender);
            }
        });
        Self { port, received }
    }

    /// Its address with this path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The next request; waits for it.
    pub fn next(&self) -> Received {
        self.received.recv_timeout(Duration::from_secs(120)).unwrap()
    }

    /// Whether nothing else is sent for a while.
    pub fn is_quiet(&self) -> bool {
        self.received.recv_timeout(Duration::from_secs(2)).is_err()
    }
}

fn serve(mut stream: TcpStream, (status, more): &(u16, String), sender: &Sender<Received>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    };
    let path = line().split(' ').nth(1).unwrap_or_default().to_owned();
    let mut headers = BTreeMap::new();
    while let Some((name, value)) = line().split_once(':') {
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").map_or(0, |length: &String| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let body = String::from_utf8(body).unwrap();
    write!(stream, "HTTP/1.1 {status} Told\r\n{more}content-length: 0\r\nconnection: close\r\n\r\n").unwrap();
    drop(sender.send(Received { path, headers, body }));
}
