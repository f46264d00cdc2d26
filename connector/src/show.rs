//! A plan for people and programs to read: the dry run's answer.

use crate::{
    plan::{Plan, Planned},
    run::{End, Last},
};
use serde_json::json;
use shared::directories::Counts;
use std::io::{self, Write};

/// How a plan is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One document.
    Json,
    /// One row for each step, with a header.
    Csv,
}

/// Shows a plan.
pub fn plan(plan: &Plan, format: Format, to: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => text(plan, to),
        Format::Json => json(plan, to),
        Format::Csv => csv(plan, to),
    }
}

fn text(plan: &Plan, to: &mut dyn Write) -> io::Result<()> {
    for step in &plan.steps {
        let person = &step.person;
        let (name, email, team) = (printable(&person.name()), printable(&person.email), &person.team);
        writeln!(to, "{:<8} {name} <{email}> in {team}", step.deed.as_str())?;
    }
    for step in &plan.unread {
        let (name, email) = (printable(&step.person.name()), printable(&step.person.email));
        writeln!(to, "{:<8} {name} <{email}>: {UNREAD}", step.deed.as_str())?;
    }
    for trouble in &plan.troubles {
        writeln!(to, "{:<8} {}: {}", "trouble", printable(&trouble.who), trouble.reason)?;
    }
    writeln!(to, "{}", counts(&plan.counts()))
}

/// Why somebody is disabled only if an administrator agrees.
const UNREAD: &str = "was not read, and not everything could be; an administrator is asked";

/// Without what would move a terminal's cursor or add a line.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// Numbers in a row.
pub fn counts(counts: &Counts) -> String {
    let Counts { read, added, updated, enabled, disabled, failed } = counts;
    format!(
        "{read} read: {added} to add, {updated} to update, {enabled} to enable, {disabled} to disable, {failed} failed"
    )
}

/// A run's end in a row.
pub fn last(last: &Last) -> String {
    let Counts { read, added, updated, enabled, disabled, failed } = last.counts;
    let counts = format!(
        "{read} read, {added} added, {updated} updated, {enabled} enabled, {disabled} disabled, {failed} failed"
    );
    match &last.error {
        Some(error) => error.clone(),
        None if last.unread > 0 => format!("{counts}; {} were not read: an administrator decides", last.unread),
        None if last.end == End::Waits && last.waiting.is_empty() => {
            format!("an administrator has declined; {}", self::counts(&last.counts))
        }
        None if last.end == End::Waits => format!("waits for an administrator; {}", self::counts(&last.counts)),
        None => counts,
    }
}

fn json(plan: &Plan, to: &mut dyn Write) -> io::Result<()> {
    let step = |step: &Planned| {
        let person = &step.person;
        json!({
            "deed": step.deed, "external_id": person.id, "user_name": person.user_name,
            "given_name": person.given_name, "family_name": person.family_name, "email": person.email,
            "active": person.active, "group": &*person.team,
        })
    };
    let troubles = plan
        .troubles
        .iter()
        .map(|trouble| json!({ "external_id": trouble.id, "who": trouble.who, "reason": trouble.reason }));
    let document = json!({
        "counts": plan.counts(), "digest": plan.digest(),
        "steps": plan.steps.iter().map(step).collect::<Vec<_>>(), "troubles": troubles.collect::<Vec<_>>(),
        "hidden": plan.hidden, "unread": plan.unread.iter().map(step).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *to, &document)?;
    writeln!(to)
}

fn csv(plan: &Plan, to: &mut dyn Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(to);
    rows.write_record(["deed", "external_id", "user_name", "name", "email", "active", "group", "reason"])?;
    let steps = plan.steps.iter().map(|step| (step, ""));
    for (step, reason) in steps.chain(plan.unread.iter().map(|step| (step, UNREAD))) {
        let person = &step.person;
        let active = if person.active { "true" } else { "false" };
        let name = person.name();
        let row =
            [step.deed.as_str(), &person.id, &person.user_name, &name, &person.email, active, &person.team, reason];
        rows.write_record(row.map(harmless))?;
    }
    for trouble in &plan.troubles {
        let id = trouble.id.as_deref().unwrap_or_default();
        rows.write_record(["trouble", id, "", &trouble.who, "", "", "", &trouble.reason].map(harmless))?;
    }
    rows.flush()
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        people::{Person, Trouble},
        plan::Planned,
        testing::person,
    };
    use shared::directories::Deed;

    fn shown(format: Format) -> String {
        let person = Person { given_name: "=1+1\n\u{1b}[2J".into(), ..person("anna") };
        let trouble =
            Trouble { id: None, active: true, who: "cn=bart".into(), reason: "has no mail; fill it in".into() };
        let unread = vec![Planned { deed: Deed::Disable, person: self::person("chris") }];
        let steps = vec![Planned { deed: Deed::Add, person }];
        let plan = Plan { steps, troubles: vec![trouble], read: 2, hidden: None, unread };
        let mut bytes = Vec::new();
        super::plan(&plan, format, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_plan_is_shown_to_people_and_programs() {
        let text = shown(Format::Text);
        assert_eq!(text.lines().count(), 4);
        assert!(!text.contains('\u{1b}') && text.contains("cn=bart: has no mail"), "{text}");
        let json: serde_json::Value = serde_json::from_str(&shown(Format::Json)).unwrap();
        assert_eq!((&json["counts"]["added"], &json["steps"][0]["deed"]), (&json!(1), &json!("add")));
        assert_eq!(json["unread"][0]["external_id"], "chris");
        assert_eq!(json["digest"].as_str().map(str::len), Some(64));
        let csv = shown(Format::Csv);
        assert_eq!(csv.lines().next(), Some("deed,external_id,user_name,name,email,active,group,reason"));
        assert!(csv.contains("\"'=1+1\n") && csv.contains(UNREAD), "{csv}");
    }
}
