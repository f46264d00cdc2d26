//! Every kind of file is read, or refused by name.

use super::*;
use proptest::prelude::*;

const HEAD: &str = "name,nickname,email,sso_id,description,password,enabled,standard_license,mobile_license,group_id";

fn names(text: &str) -> Vec<String> {
    read(Format::Csv, text, 500).unwrap().iter().map(|row| row.get(Column::Name).to_owned()).collect()
}

/// What a file is refused for: its code and arguments.
fn refused(format: Format, text: &str) -> String {
    let problem = read(format, text, 500).expect_err("a refusal");
    let error = problem.errors.first().expect("an error");
    let args: Vec<String> = error.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{} {}", error.code, args.join(" "))
}

fn rows(count: usize) -> String {
    let rows: String = (0..count).map(|at| format!("Jan {at},,jan{at}@haven.be,,,x,1,1,0,\n")).collect();
    format!("{HEAD}\n{rows}")
}

#[test]
fn rsc_21_comma_semicolon_and_tab_are_told_apart_by_the_header() {
    for delimiter in Delimiter::ALL {
        let text =
            format!("{HEAD}\r\nJan Maes,,jan@haven.be,,,x,1,1,0,\r\n").replace(',', &delimiter.as_char().to_string());
        assert_eq!(Delimiter::of(&text), delimiter);
        assert_eq!(names(&text), ["Jan Maes"], "{delimiter:?}");
        assert_eq!(names(&format!("\u{feff}{text}")), ["Jan Maes"], "with the mark of UTF-8");
    }
}

#[test]
fn quoted_cells_keep_delimiters_quotes_and_line_ends() {
    let text = format!("{HEAD}\r\n\"Maes, \"\"Jan\"\"\r\nJunior\",,jan@haven.be,,,x,1,1,0,\r\n");
    assert_eq!(names(&text), ["Maes, \"Jan\"\r\nJunior"]);
}

#[test]
fn every_line_end_ends_a_row() {
    for end in ["\n", "\r\n", "\r"] {
        let text = [HEAD, "Jan Maes,,j@h.be,,,x,1,1,0,", "An Maes,,a@h.be,,,x,1,1,0,"].join(end);
        assert_eq!(names(&text), ["Jan Maes", "An Maes"], "{end:?}");
    }
}

#[test]
fn rsc_24_the_header_is_whole_in_order_and_nothing_else() {
    let head = |change: &dyn Fn(&mut Vec<&str>)| {
        let mut columns: Vec<&str> = HEAD.split(',').collect();
        change(&mut columns);
        refused(Format::Csv, &format!("{}\nx\n", columns.join(",")))
    };
    assert_eq!(head(&|it| it.swap(1, 2)), "file_header_wrong column=2 expected=nickname found=email");
    assert_eq!(
        head(&|it| it.retain(|column| *column != "email")),
        "file_header_wrong column=3 expected=email found=sso_id"
    );
    assert_eq!(head(&|it| it.truncate(9)), "file_header_missing column=10 expected=group_id");
    assert_eq!(head(&|it| it[2] = "e-mail"), "file_header_wrong column=3 expected=email found=e-mail");
    assert_eq!(head(&|it| it.push("extra")), "file_header_extra column=11 found=extra");
    assert_eq!(head(&|it| it[3] = "email"), "file_header_wrong column=4 expected=sso_id found=email");
    assert_eq!(refused(Format::Csv, ""), "file_empty ");
    assert_eq!(refused(Format::Csv, HEAD), "file_empty ");
    assert!(refused(Format::Csv, &"x,".repeat(100_000)).starts_with("file_header_wrong column=1"));
    let blank = ",".repeat(LINE_CELLS_MAX);
    assert_eq!(refused(Format::Csv, &format!("{HEAD}{blank}\n")), "file_header_extra column=11 found=");
    let row = format!("{HEAD}\nJan Maes,,j@h.be,,,x,1,1,0,");
    let found = format!("file_row_length expected=10 found={LINE_CELLS_MAX} row=1");
    assert_eq!(refused(Format::Csv, &format!("{row}{blank}\n")), found);
    let blank = ",".repeat(LINE_CELLS_MAX - COLUMNS);
    assert_eq!(names(&format!("{row}{blank}\n")), ["Jan Maes"]);
}

#[test]
fn rsc_27_as_many_rows_as_allowed_and_not_one_more() {
    assert_eq!(names(&rows(500)).len(), 500);
    assert_eq!(names(&format!("{}\n\r\n,,,,,,,,,\n\n", rows(500))).len(), 500, "blank rows at the end do not count");
    assert_eq!(refused(Format::Csv, &rows(501)), "file_too_many_rows max=500");
    let blank = format!("{}{}", rows(1), ",,,,,,,,,\n".repeat(100_000));
    assert_eq!(names(&blank).len(), 1);
}

#[test]
fn a_blank_row_between_others_is_a_row_so_that_numbers_stay() {
    let text = format!("{HEAD}\nJan Maes,,j@h.be,,,x,1,1,0,\n,,,,,,,,,\nAn Maes,,a@h.be,,,x,1,1,0,\n");
    assert_eq!(names(&text), ["Jan Maes", "", "An Maes"]);
    let numbers = |format, text: &str| read_each(format, text, 500, |number, _| number).unwrap();
    assert_eq!(numbers(Format::Csv, &text), [1, 2, 3]);
    assert_eq!(numbers(Format::Json, "[{}, {}]"), [1, 2]);
}

#[test]
fn a_row_of_another_length_or_with_a_huge_cell_is_named() {
    let text = |row: &str| format!("{HEAD}\nJan Maes,,j@h.be,,,x,1,1,0,\n{row}\n");
    assert_eq!(refused(Format::Csv, &text("An,a@h.be")), "file_row_length expected=10 found=2 row=2");
    assert_eq!(
        refused(Format::Csv, &text("An,,a@h.be,,,x,1,1,0,,,more")),
        "file_row_length expected=10 found=12 row=2"
    );
    assert_eq!(names(&text("An Maes,,a@h.be,,,x,1,1,0,,,")).len(), 2, "delimiters at the end are harmless");
    let huge = format!("An,,{},,,x,1,1,0,", "a".repeat(CELL_MAX + 1));
    assert_eq!(refused(Format::Csv, &text(&huge)), "file_cell_too_long column=email max=4096 row=2");
    assert!(refused(Format::Csv, &text("\"An,,a@h.be")).starts_with("file_row_length"), "a quote that does not end");
    assert_eq!(refused(Format::Csv, &"x".repeat(FILE_MAX + 1)), "file_too_large max=5");
}

#[test]
fn json_rows_have_the_columns_as_keys() {
    let text = r#"[{"email":"jan@haven.be","name":"Jan Maes","enabled":true,"standard_license":1,"group_id":null}]"#;
    let [row] = &read(Format::Json, text, 500).unwrap()[..] else { panic!("one row") };
    assert_eq!(
        [Column::Name, Column::Email, Column::Enabled, Column::StandardLicense].map(|it| row.get(it)),
        ["Jan Maes", "jan@haven.be", "true", "1"]
    );
}

#[test]
fn f_15_json_that_is_no_table_is_refused_by_row_and_key() {
    let json = |text: &str| refused(Format::Json, text);
    assert_eq!(json(r#"[{"name":"a"},{"nom":"b"}]"#), "file_key_unknown found=nom row=2");
    assert_eq!(json(r#"[{"name":"a","name":"b"}]"#), "file_key_twice found=name row=1");
    assert_eq!(json(r#"[{"name":["a"]}]"#), "file_value_wrong found=name row=1");
    assert_eq!(json("[]"), "file_empty ");
    for text in
        ["", "{}", "null", "[1]", "[{}", "[{}] x", "{}\n{}", "[NaN]", "[{\"name\":\"\\ud800\"}]", "[{\"name\":1e400}]"]
    {
        assert!(json(text).starts_with("file_not_json"), "{text}");
    }
    assert!(json(&"[".repeat(1_000_000)).starts_with("file_not_json"));
    assert_eq!(json(&format!("[{}{{}}]", "{},".repeat(600_000))), "file_too_many_rows max=500");
    assert!(
        json(&format!("[{{{}}}]", (0..100_000).map(|at| format!("\"k{at}\":1")).collect::<Vec<_>>().join(",")))
            .starts_with("file_key_unknown")
    );
}

#[test]
fn f_14_no_cell_of_a_written_file_is_a_formula_and_all_come_back() {
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "'=1", "''=1", "'quoted", "a=b"] {
        let file = write([[text.to_owned()]], Delimiter::Comma);
        let inside = file.trim_start_matches('\u{feff}').trim_start_matches('"');
        assert!(!inside.starts_with(FORMULA), "{text:?}");
        assert_eq!(unguarded(&guarded(text)), text);
    }
    assert_eq!(unguarded(&guarded("")), "");
}

#[test]
fn rsc_31_the_result_file_is_the_uploaded_one_with_one_column_more() {
    let text = format!("{}\r\nJan Maes;;j@h.be;;=1;x;1;1;0;\r\n", HEAD.replace(',', ";"));
    let table = read(Format::Csv, &text, 500).unwrap();
    let file = with_results(Format::Csv, &text, &table, &["added".to_owned()]);
    assert_eq!(file, format!("\u{feff}{};result\r\nJan Maes;;j@h.be;;'=1;x;1;1;0;;added\r\n", HEAD.replace(',', ";")));
    let json = with_results(Format::Json, "", &table, &["added".to_owned()]);
    assert!(json.contains(r#""result": "added""#) && json.contains(r#""description": "=1""#));
}

proptest! {
    #[test]
    fn inv_14_what_is_written_is_read_back(cells in proptest::collection::vec(proptest::array::uniform10("[ -~\\n\"',;=+@é]{0,12}"), 1..8)) {
        let rows: Vec<Cells> = cells.into_iter().map(|mut row| { row[0] = format!("x{}", row[0]); Cells::new(&row) }).collect();
        for delimiter in Delimiter::ALL {
            let head: Vec<String> = HEAD.split(',').map(str::to_owned).collect();
            let file = write(std::iter::once(head).chain(rows.iter().map(|row| texts(row).to_vec())), delimiter);
            prop_assert_eq!(&read(Format::Csv, &file, 500).unwrap(), &rows);
        }
        let json = rewritten(Format::Json, "", &rows);
        prop_assert_eq!(&read(Format::Json, &json, 500).unwrap(), &rows);
    }

    #[test]
    fn lines_are_those_of_the_crate_csv(text in "[a-cL,;é \"\r\n]{0,60}") {
        // Longer than what is read of a line at first.
        let text = text.replace('L', &"long ".repeat(200));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
        let mut lines = Lines::of(&text, Delimiter::Comma);
        let cells = |line: Line<'_>| (0..line.ends.len()).map(|at| line.get(at).unwrap().to_owned()).collect::<Vec<_>>();
        let lines: Vec<_> = std::iter::from_fn(|| lines.next().map(cells)).collect();
        prop_assert_eq!(lines, records.collect::<Vec<_>>());
    }

    #[test]
    fn f_13_no_text_breaks_the_reader(text in "\\PC*", tail in proptest::collection::vec(any::<char>(), 0..200)) {
        let tail: String = tail.into_iter().collect();
        for text in [text.clone(), format!("{HEAD}\n{text}{tail}"), tail] {
            for format in [Format::Csv, Format::Json] {
                if let Err(problem) = read(format, &text, 500) {
                    prop_assert_eq!(problem.status, 422);
                    prop_assert!(!problem.errors.is_empty());
                }
            }
        }
    }
}
