//! Which device a session runs on, read from how its browser named itself. A guess for people,
//! nothing relies on it.

/// What is looked for, in this order, because browsers also name those whom they resemble.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// The browser and the system, as far as they are known.
pub(super) fn device(user_agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    (first_in(&BROWSERS, user_agent), first_in(&SYSTEMS, user_agent))
}

fn first_in(known: &[(&str, &'static str)], user_agent: &str) -> Option<&'static str> {
    known.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::device;

    #[test]
    fn browsers_are_not_taken_for_those_they_resemble() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
        assert_eq!(device(edge), (Some("Edge"), Some("Windows")));
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(device(safari), (Some("Safari"), Some("iPhone")));
        let android = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
        assert_eq!(device(android), (Some("Chrome"), Some("Android")));
        assert_eq!(device("curl/8.5.0"), (None, None));
    }
}
