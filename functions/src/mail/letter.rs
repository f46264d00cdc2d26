//! A letter as plain text and as HTML.

use std::fmt::Write;

/// What a mail consists of, before it is written down.
pub(super) struct Letter {
    /// The language (BCP 47).
    pub(super) language: &'static str,
    pub(super) subject: String,
    pub(super) greeting: String,
    pub(super) parts: Vec<Part>,
    pub(super) footer: String,
}

/// A part of a letter.
pub(super) enum Part {
    Paragraph(String),
    /// Labels with what they are about.
    Facts(Vec<(&'static str, String)>),
    /// Something that somebody wrote, whose lines are kept.
    Quote(String),
    Link {
        label: &'static str,
        url: String,
    },
}

impl Letter {
    /// The subject as one line: a line break would begin another header.
    pub(super) fn subject(&self) -> String {
        one_line(&self.subject)
    }

    pub(super) fn text(&self) -> String {
        // French sets a space before it, at which no line may break.
        let colon = if self.language == "fr" { "\u{a0}:" } else { ":" };
        let parts = self.parts.iter().map(|part| part.text(colon));
        let all: Vec<String> = std::iter::once(one_line(&self.greeting)).chain(parts).collect();
        format!("{}\n\n-- \n{}\n", all.join("\n\n"), one_line(&self.footer))
    }

    pub(super) fn html(&self) -> String {
        let parts: String = self.parts.iter().map(Part::html).collect();
        format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>\
             <body style=\"margin:0;padding:24px;background:#f5f5f4;color:#1c1917;font:16px/1.5 sans-serif\">\
             <div style=\"max-width:36em;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px\">\
             <p>{}</p>{parts}\
             <p style=\"margin-top:32px;color:#57534e;font-size:14px\">{}</p></div></body></html>\n",
            self.language,
            escaped(&self.subject()),
            escaped(&self.greeting),
            escaped(&self.footer),
        )
    }
}

impl Part {
    fn text(&self, colon: &str) -> String {
        match self {
            Self::Paragraph(text) => one_line(text),
            Self::Quote(text) => text.lines().map(|line| format!("> {}\n", one_line(line))).collect::<String>(),
            Self::Link { label, url } => format!("{label}{colon}\n{url}"),
            Self::Facts(facts) => {
                let lines: Vec<String> =
                    facts.iter().map(|(label, fact)| format!("{label}{colon} {}", one_line(fact))).collect();
                lines.join("\n")
            }
        }
    }

    fn html(&self) -> String {
        match self {
            Self::Paragraph(text) => format!("<p>{}</p>", escaped(text)),
            Self::Quote(text) => {
                let lines: Vec<String> = text.lines().map(escaped).collect();
                format!(
                    "<blockquote style=\"margin:16px 0;padding-left:16px;border-left:4px solid #d6d3d1\">{}</blockquote>",
                    lines.join("<br>")
                )
            }
            Self::Link { label, url } => format!(
                "<p><a href=\"{0}\" style=\"display:inline-block;padding:8px 16px;background:#1e40af;color:#ffffff;\
                 border-radius:6px;text-decoration:none\">{label}</a></p>\
                 <p style=\"font-size:14px;word-break:break-all\">{0}</p>",
                escaped(url)
            ),
            Self::Facts(facts) => {
                let mut rows = String::new();
                for (label, fact) in facts {
                    let fact = escaped(fact);
                    // Writing to a string does not fail.
                    let _ = write!(
                        rows,
                        "<dt style=\"color:#57534e\">{label}</dt><dd style=\"margin:0 0 8px\"><strong>{fact}</strong></dd>"
                    );
                }
                format!("<dl>{rows}</dl>")
            }
        }
    }
}

/// Without anything that would begin a new line.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
