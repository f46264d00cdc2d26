//! Records as comma-separated values (RFC 4180), safe to open with a spreadsheet.

use shared::{
    audit::{Link, Record, Surface, Verdict},
    time::Timestamp,
};

const COLUMNS: [&str; 11] =
    ["seq", "time", "actor", "surface", "endpoint", "request_id", "verdict", "effect", "details", "digest", "chain"];

/// The records that may be read, one a line; links without their record have no line.
pub(super) fn csv(links: &[Link], time: impl Fn(Timestamp) -> String) -> String {
    let readable = links.iter().filter_map(|link| {
        let record: Record = serde_json::from_str(link.line.as_deref()?).ok()?;
        Some(row(&cells(link, &record, &time)))
    });
    // The mark at the beginning has spreadsheets read the text as UTF-8.
    let head = format!("\u{feff}{}", row(&COLUMNS.map(str::to_owned)));
    std::iter::once(head).chain(readable).collect()
}

fn cells(link: &Link, record: &Record, time: impl Fn(Timestamp) -> String) -> [String; 11] {
    let surface = match record.surface {
        Surface::Console => "console",
        Surface::Service => "service",
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

fn row(cells: &[String]) -> String {
    cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A cell. Spreadsheets take text that begins with these signs for a formula and run it (CWE-1236).
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
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
    fn what_a_spreadsheet_would_run_is_text() {
        for dangerous in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert!(cell(dangerous).trim_start_matches('"').starts_with('\''), "{dangerous:?}");
        }
        assert_eq!(cell("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
        assert_eq!(cell("a-b=c"), "a-b=c");
    }

    #[test]
    fn quotes_commas_and_line_ends_stay_in_their_cell() {
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(cell("a\nb"), "\"a\nb\"");
        assert_eq!(cell("plain"), "plain");
    }

    #[test]
    fn records_that_may_not_be_read_have_no_line() {
        let mut links = links(&["POST /a", "POST /b"]);
        links[0].line = None;
        let csv = csv(&links, |_| "then".into());
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("seq,time,actor,"));
        assert!(lines[1].starts_with("2,then,,console,POST /b,r,accepted,site_created,\"{\"\"effect\"\""));
    }
}
