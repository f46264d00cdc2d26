//! Documents may not name what does not exist: files, folders, links, pictures, commands. And rules of other products
//! that the sources name by an id must stand in the document that explains them, and be walked.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use super::walks::unwalked;
use crate::{COMMANDS, project};

/// Folders that tools make: documents may name them, a fresh clone has none of them.
const GENERATED: [&str; 5] = ["build", "dist", "target", "node_modules", ".bailiwick"];
const EXTENSIONS: [&str; 11] = ["capnp", "css", "ftl", "html", "js", "json", "md", "mjs", "rs", "sql", "toml"];

/// What explains the ids, and where they may be named.
pub(super) const RULES: &str = "docs/seed-systems.md";
const SOURCES: [&str; 7] = ["app", "client", "connector", "functions", "shared", "tests", "docs"];
/// The ids' prefixes, one for each product.
const PRODUCTS: [&str; 4] = ["CRES", "EBE", "RSC", "WBX"];

/// Checks every document in the root and below `docs/`.
pub(super) fn check() -> Result<()> {
    let root = project::root();
    let mut wrong = Vec::new();
    for document in documents(&root)? {
        let text = project::read(&document)?;
        let folder = document.parent().unwrap_or(&root);
        let name = document.strip_prefix(&root).unwrap_or(&document).display();
        let exists = |path: &str| root.join(path).exists() || folder.join(path).exists();
        for complaint in complaints(&text, exists) {
            wrong.push(format!("{name}: {complaint}"));
        }
    }
    wrong.extend(unexplained(&root)?);
    wrong.extend(unwalked(&root)?);
    if !wrong.is_empty() {
        bail!("documents and what they name do not agree:\n{}", wrong.join("\n"));
    }
    Ok(())
}

/// The ids of rules that are named somewhere and explained nowhere.
fn unexplained(root: &Path) -> Result<Vec<String>> {
    let explanations = project::read(&root.join(RULES))?;
    let explained = explained_rules(&explanations);
    let mut complaints = Vec::new();
    for folder in SOURCES {
        for file in project::files_below(&root.join(folder))?.into_iter().filter(|file| is_text(file)) {
            let text = project::read(&file)?;
            let name = file.strip_prefix(root).unwrap_or(&file).display();
            let missing = named_rules(&text).into_iter().filter(|rule| !explained.contains(rule));
            complaints.extend(missing.map(|rule| format!("{name}: {rule} is not explained in {RULES}")));
        }
    }
    Ok(complaints)
}

fn is_text(file: &Path) -> bool {
    file.extension().and_then(|extension| extension.to_str()).is_some_and(|extension| EXTENSIONS.contains(&extension))
}

/// Ids such as `WBX-14`: a product's prefix that no letter precedes, a dash and a number.
pub(super) fn named_rules(text: &str) -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    for product in PRODUCTS {
        for (at, _) in text.match_indices(&format!("{product}-")) {
            let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + product.len() + 1..));
            let number: String = after.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
            if !number.is_empty() && !before.ends_with(|letter: char| letter.is_ascii_alphanumeric()) {
                rules.insert(format!("{product}-{number}"));
            }
        }
    }
    rules
}

/// The first cells of the table's rows.
pub(super) fn explained_rules(text: &str) -> BTreeSet<String> {
    text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).map(str::to_owned).collect()
}

fn documents(root: &Path) -> Result<Vec<PathBuf>> {
    let mut documents = Vec::new();
    for entry in std::fs::read_dir(root)? {
        documents.push(entry?.path());
    }
    if root.join("docs").is_dir() {
        documents.extend(project::files_below(&root.join("docs"))?);
    }
    documents.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    documents.sort();
    Ok(documents)
}

/// What is wrong in one document.
fn complaints(text: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let mut complaints = Vec::new();
    for path in code_spans(text).into_iter().filter(|span| looks_like_a_path(span)) {
        if !exists(path) {
            complaints.push(format!("`{path}` does not exist"));
        }
    }
    for target in link_targets(text) {
        if !exists(target) {
            complaints.push(format!("the link to {target} leads nowhere"));
        }
    }
    for picture in pictures(text) {
        if !exists(picture) {
            complaints.push(format!("the picture {picture} does not exist"));
        }
    }
    for command in commands(text) {
        if !COMMANDS.iter().any(|known| known.name == command) {
            complaints.push(format!("there is no `cargo xtask {command}`"));
        }
    }
    complaints
}

/// What stands between single backticks, outside of fenced blocks.
fn code_spans(text: &str) -> Vec<&str> {
    let outside_fences = text.split("```").step_by(2);
    outside_fences.flat_map(|part| part.lines()).flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// A path is written with a slash and ends in one or in a known kind of file, or it is a known kind of file.
/// Patterns, addresses, routes of the API and what tools generate are no paths.
fn looks_like_a_path(span: &str) -> bool {
    let only_path_characters = span.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
    let known_kind =
        span.rsplit_once('.').is_some_and(|(stem, extension)| !stem.is_empty() && EXTENSIONS.contains(&extension));
    let generated = span.split('/').next().is_some_and(|first| GENERATED.contains(&first));
    let folder = span.ends_with('/') && span.len() > 1;
    only_path_characters && !span.starts_with('/') && !generated && (known_kind || folder)
}

/// Targets of links within the repository, without their anchors.
fn link_targets(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .filter_map(|target| target.split('#').next())
        .filter(|target| !target.is_empty() && !target.contains(':') && !target.contains(' '))
        .collect()
}

/// Pictures of the repository that are shown by HTML, which knows themes. (Those of Markdown are links.)
fn pictures(text: &str) -> Vec<&str> {
    let values = ["src=\"", "srcset=\""].into_iter().flat_map(|attribute| text.split(attribute).skip(1));
    values.filter_map(|rest| rest.split('"').next()).filter(|target| !target.contains(':')).collect()
}

/// The word after each `cargo xtask`, where there is one.
fn commands(text: &str) -> Vec<&str> {
    text.split("cargo xtask ")
        .skip(1)
        .filter_map(|rest| rest.split(|letter: char| !letter.is_ascii_alphanumeric()).next())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{complaints, explained_rules, named_rules};

    fn wrong(text: &str) -> Vec<String> {
        complaints(text, |path| ["shared/src/wire.rs", "docs/", "LICENSE"].contains(&path))
    }

    #[test]
    fn what_exists_is_in_order() {
        let text = "See `shared/src/wire.rs`, `docs/` and [the license](LICENSE#grant); run `cargo xtask build`.";
        assert!(wrong(text).is_empty());
    }

    #[test]
    fn a_path_a_link_and_a_command_that_do_not_exist_are_named() {
        let text = "`shared/src/gone.rs`, `gone/`, [there](docs/gone.md), `cargo xtask fly`\n\
                    <source srcset=\"docs/gone.png\"><img src=\"gone.png\">";
        let expected = [
            "`shared/src/gone.rs` does not exist",
            "`gone/` does not exist",
            "the link to docs/gone.md leads nowhere",
            "the picture gone.png does not exist",
            "the picture docs/gone.png does not exist",
            "there is no `cargo xtask fly`",
        ];
        assert_eq!(wrong(text), expected);
    }

    #[test]
    fn ids_of_rules_are_found_where_they_are_named_and_where_they_are_explained() {
        let rules = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(named_rules("(WBX-1, EBE-17): XWBX-2, WBX-, SHA-256 and WBX-1"), rules(&["EBE-17", "WBX-1"]));
        assert_eq!(explained_rules("# WBX-3\n\n| WBX-1 | What it asks. |\nWBX-2"), rules(&["WBX-1"]));
    }

    #[test]
    fn routes_patterns_addresses_and_generated_folders_are_no_paths() {
        let text = "`/api/v1/`, `src/<noun>.rs`, `dist/index.html`, [site](https://example.org/a.md), `a b.rs`\n\
                    ```\ngone/file.rs\n```\n`--port N`, `foo.rs + foo/`, `..`";
        assert_eq!(wrong(text), Vec::<String>::new());
    }
}
