//! Documents may not name what does not exist: files, folders, links, commands.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{COMMANDS, project};

/// Folders that tools make: documents may name them, a fresh clone has none of them.
const GENERATED: [&str; 5] = ["build", "dist", "target", "node_modules", ".bailiwick"];
const EXTENSIONS: [&str; 11] = ["capnp", "css", "ftl", "html", "js", "json", "md", "mjs", "rs", "sql", "toml"];

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
    if !wrong.is_empty() {
        bail!("the documents name what does not exist:\n{}", wrong.join("\n"));
    }
    Ok(())
}

fn documents(root: &Path) -> Result<Vec<std::path::PathBuf>> {
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
    use super::complaints;

    fn wrong(text: &str) -> Vec<String> {
        complaints(text, |path| ["shared/src/wire.rs", "docs/", "LICENSE"].contains(&path))
    }

    #[test]
    fn what_exists_is_in_order() {
        let text = "See `shared/src/wire.rs`, `docs/` and [the licence](LICENSE#grant); run `cargo xtask build`.";
        assert!(wrong(text).is_empty());
    }

    #[test]
    fn a_path_a_link_and_a_command_that_do_not_exist_are_named() {
        let text = "`shared/src/gone.rs`, `gone/`, [there](docs/gone.md), `cargo xtask fly`";
        let expected = [
            "`shared/src/gone.rs` does not exist",
            "`gone/` does not exist",
            "the link to docs/gone.md leads nowhere",
            "there is no `cargo xtask fly`",
        ];
        assert_eq!(wrong(text), expected);
    }

    #[test]
    fn routes_patterns_addresses_and_generated_folders_are_no_paths() {
        let text = "`/api/v1/`, `src/<noun>.rs`, `dist/index.html`, [site](https://example.org/a.md), `a b.rs`\n\
                    ```\ngone/file.rs\n```\n`--port N`, `foo.rs + foo/`, `..`";
        assert_eq!(wrong(text), Vec::<String>::new());
    }
}
