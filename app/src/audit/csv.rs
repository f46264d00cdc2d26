//! Records as comma-separated values.

use shared::{
    audit::{Link, Record, Surface, Verdict},
    imports::table::{self, Delimiter},
    time::Timestamp,
};

const COLUMNS: [&str; 11] =
    ["seq", "time", "actor", "surface", "endpoint", "request_id", "verdict", "effect", "details", "digest", "chain"];

/// The records that may be read, one a line; links without their record have no line.
pub(super) fn of(links: &[Link], time: impl Fn(Timestamp) -> String) -> String {
    let readable = links.iter().filter_map(|link| {
        let record: Record = serde_json::from_str(link.line.as_deref()?).ok()?;
        Some(cells(link, &record, &time))
    });
    table::write(std::iter::once(COLUMNS.map(str::to_owned)).chain(readable), Delimiter::Comma)
}

fn cells(link: &Link, record: &Record, time: impl Fn(Timestamp) -> String) -> [String; 11] {
    let surface = match record.surface {
        Surface::Console => "console",
        Surface::Service => "service",
        Surface::Scim => "scim",
    };
    let verdict = match record.verdict {
        Verdict::Accepted => "accepted",
        Verdict::Refused(code) => code.as_str(),
    };
    [
        record.seq.to_string(),
        time(record.at),
        record.actor.as_ref().map(ToString::to_string).unwrap_or_default(),
        surface.to_owned(),
        record.endpoint.clone(),
        record.request_id.clone(),
        verdict.to_owned(),
        record.effect["effect"].as_str().unwrap_or_default().to_owned(),
        record.effect.to_string(),
        link.digest.clone(),
        link.chain.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::audit::Head;

    fn links(endpoints: &[&str]) -> Vec<Link> {
        let mut head = Head::start();
        let link = |endpoint: &&str| {
            let record = Record {
                seq: head.seq + 1,
                at: Timestamp(0),
                actor: None,
                surface: Surface::Console,
                credential: None,
                endpoint: (*endpoint).to_owned(),
                request_id: "r".into(),
                verdict: Verdict::Accepted,
                effect: serde_json::json!({ "effect": "site_created" }),
                salt: String::new(),
            };
            let link = head.then(&serde_json::to_string(&record).unwrap());
            head = link.head();
            link
        };
        endpoints.iter().map(link).collect()
    }

    #[test]
    fn records_that_may_not_be_read_have_no_line() {
        let mut links = links(&["POST /a", "POST /b"]);
        links[0].line = None;
        let csv = of(&links, |_| "then".into());
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("seq,time,actor,"));
        assert!(lines[1].starts_with("2,then,,console,POST /b,r,accepted,site_created,\"{\"\"effect\"\""));
    }
}
