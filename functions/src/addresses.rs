//! Addresses elsewhere that an organization names: where something is sent, or from where it may
//! be asked.
//!
//! Whoever names them must not reach by them what only the edge can reach (ASVS 1.3.6): names that
//! mean this machine or a private network are refused, and so is every IP address. What a name
//! resolves to is the platform's to refuse, which lets no public Worker into a private network.

use url::{Host, Url};

/// Whether this machine may be named, without TLS: for development and tests only.
pub const LOOPBACK_ALLOWED: bool = cfg!(feature = "loopback");

/// Names of this machine and of private networks (RFC 6761, 6762, 8375, 9476; the last is ICANN's).
const PRIVATE: [&str; 9] =
    ["localhost", "local", "localdomain", "home.arpa", "internal", "intranet", "lan", "test", "invalid"];

/// An address on the web, written as it is compared and sent to, or what is wrong with it.
pub fn of_text(text: &str, loopback_allowed: bool) -> Result<Url, &'static str> {
    let mut url = Url::parse(text.trim()).map_err(|_| "not_an_address")?;
    let is_loopback = match url.host().ok_or("not_an_address")? {
        Host::Domain(name) => name.trim_end_matches('.') == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    let local = loopback_allowed && is_loopback;
    if url.scheme() != "https" && !(local && url.scheme() == "http") {
        return Err("not_an_address");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("address_with_credentials");
    }
    if !url.host_str().is_some_and(|host| host.bytes().all(is_of_host)) {
        return Err("not_an_address");
    }
    if !local && !is_public(&url) {
        return Err("address_not_public");
    }
    url.set_fragment(None);
    Ok(url)
}

/// Letters, digits and hyphens (RFC 1123, 2.1), and what stands around and between them. URLs may
/// hold more, such as an asterisk, which names no host.
const fn is_of_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':' | b'[' | b']')
}

/// An origin (RFC 6454) as browsers write it, or what is wrong with the text.
pub fn origin_of_text(text: &str, loopback_allowed: bool) -> Result<String, &'static str> {
    let url = of_text(text, loopback_allowed)
        .map_err(|code| if code == "not_an_address" { "not_an_origin" } else { code })?;
    let is_bare = url.path() == "/" && url.query().is_none() && !text.contains(['#', '?']);
    if is_bare { Ok(url.origin().ascii_serialization()) } else { Err("not_an_origin") }
}

/// Whether the host is a name that may be anywhere.
fn is_public(url: &Url) -> bool {
    let Some(Host::Domain(name)) = url.host() else {
        return false;
    };
    let name = name.trim_end_matches('.');
    let is_private = |suffix: &str| name == suffix || name.strip_suffix(suffix).is_some_and(|it| it.ends_with('.'));
    name.contains('.') && !PRIVATE.into_iter().any(is_private)
}

#[cfg(test)]
mod tests {
    use super::{of_text, origin_of_text};

    fn told(text: &str) -> String {
        of_text(text, false).map_or_else(str::to_owned, String::from)
    }

    #[test]
    fn an_address_is_written_in_one_way() {
        assert_eq!(told(" HTTPS://Hooks.Example:443/a?b=c#d "), "https://hooks.example/a?b=c");
        assert_eq!(told("https://bücher.example"), "https://xn--bcher-kva.example/");
        assert_eq!(told("https://hooks.example:8443"), "https://hooks.example:8443/");
    }

    #[test]
    fn what_is_not_on_the_web_is_no_address() {
        for text in
            ["", "hooks.example", "http://hooks.example", "ftp://hooks.example", "javascript:alert(1)", "https://"]
        {
            assert_eq!(told(text), "not_an_address", "{text}");
        }
        for text in ["https://olivia@hooks.example", "https://olivia:secret@hooks.example"] {
            assert_eq!(told(text), "address_with_credentials", "{text}");
        }
    }

    #[test]
    fn no_way_of_writing_leads_to_this_machine_or_a_private_network() {
        for host in [
            "localhost",
            "LOCALHOST.",
            "a.localhost",
            "127.0.0.1",
            "127.1",
            "0x7f.1",
            "2130706433",
            "0177.0.0.1",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "[::1]",
            "[::]",
            "[fe80::1]",
            "[fd00::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:10.0.0.1]",
            "[64:ff9b::7f00:1]",
            "１２７.0.0.1",
            "ⓛocalhost",
            "printer",
            "printer.local",
            "db.internal",
            "metadata.google.internal",
            "nas.lan",
            "router.home.arpa",
            "8.8.8.8",
        ] {
            assert_eq!(told(&format!("https://{host}/")), "address_not_public", "{host}");
        }
        for public in ["localhost.example", "mylocal.example", "internal.example", "notlocal"] {
            let expected =
                if public.contains('.') { format!("https://{public}/") } else { "address_not_public".into() };
            assert_eq!(told(&format!("https://{public}/")), expected);
        }
    }

    #[test]
    fn an_origin_is_exact_and_nothing_else() {
        for (text, origin) in [
            (" https://Portal.Example:443/ ", "https://portal.example"),
            ("https://portal.example:8443", "https://portal.example:8443"),
            ("https://bücher.example", "https://xn--bcher-kva.example"),
        ] {
            assert_eq!(origin_of_text(text, false).as_deref(), Ok(origin));
        }
        for text in [
            "*",
            "https://*",
            "null",
            "http://portal.example",
            "https://portal.example/a",
            "https://portal.example?a",
            "https://portal.example/#a",
            "portal.example",
            "file:///",
            "data:,",
        ] {
            assert!(origin_of_text(text, false).is_err(), "{text}");
        }
        assert_eq!(origin_of_text("https://*.portal.example", false), Err("not_an_origin"));
        assert_eq!(origin_of_text("http://localhost:3000", false), Err("not_an_origin"));
        assert_eq!(origin_of_text("https://localhost:3000", false), Err("address_not_public"));
        assert_eq!(origin_of_text("http://localhost:3000", true).as_deref(), Ok("http://localhost:3000"));
    }

    #[test]
    fn development_reaches_this_machine_and_no_other() {
        for text in ["http://localhost:8080/", "http://127.0.0.1:1/a", "http://[::1]/", "https://localhost/"] {
            assert_eq!(of_text(text, true).map(String::from), Ok(text.into()));
        }
        for text in ["http://10.0.0.1/", "http://hooks.example/"] {
            assert_eq!(of_text(text, true), Err("not_an_address"), "{text}");
        }
        assert_eq!(of_text("https://10.0.0.1/", true), Err("address_not_public"));
    }
}
