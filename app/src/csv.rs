//! Comma-separated values (RFC 4180), safe to open with a spreadsheet.

/// A file of rows, the head first.
pub(crate) fn file<Row: AsRef<[String]>>(rows: impl IntoIterator<Item = Row>) -> String {
    // The mark at the beginning has spreadsheets read the text as UTF-8.
    std::iter::once("\u{feff}".to_owned()).chain(rows.into_iter().map(|cells| row(cells.as_ref()))).collect()
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
}
