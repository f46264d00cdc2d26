//! A connection that ends in the middle.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    thread,
};

pub(crate) struct Proxy {
    port: u16,
}

impl Proxy {
    /// Leads to this port, and ends each connection after so many bytes from there.
    pub(crate) fn cutting(to: u16, after: usize) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let server = TcpStream::connect((Ipv4Addr::LOCALHOST, to)).unwrap();
                let (from, towards) = (client.try_clone().unwrap(), server.try_clone().unwrap());
                thread::spawn(move || pass(from, towards, usize::MAX));
                thread::spawn(move || pass(server, client, after));
            }
        });
        Self { port }
    }

    pub(crate) fn address(&self) -> String {
        format!("ldap://localhost:{}", self.port)
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, mut left: usize) {
    let mut bytes = [0; 4096];
    while let Ok(count) = from.read(&mut bytes) {
        let count = count.min(left);
        if count == 0 || to.write_all(&bytes[..count]).is_err() {
            break;
        }
        left -= count;
    }
    // Either may have ended it already.
    let _closed = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
