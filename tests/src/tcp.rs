//! Requests that HTTP libraries refuse to send.

use crate::origin;
use client::Answer;
use std::{
    io::{Read, Write},
    net::TcpStream,
};

/// Sends these bytes and reads the answer to its end. The request must ask to close the
/// connection.
pub fn over_tcp(request: &[u8]) -> Answer {
    let origin = origin();
    let mut stream = TcpStream::connect(origin.strip_prefix("http://").unwrap()).unwrap();
    // The server may answer, and close, before it has read everything.
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let (head, body) = (String::from_utf8_lossy(&bytes[..end]), bytes[end + 4..].to_vec());
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
    Answer { status, headers, body }
}
