//! Names with a hash of the content in them, and the references between assets that follow.
//!
//! Sources refer to an asset by its plain name, `/assets/app.js`. An asset is hashed after the references in it
//! have been filled in, so its name changes when anything that it leads to changes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};
use data_encoding::BASE32_NOPAD;
use sha2::{Digest, Sha256};

use crate::project;

const PREFIX: &str = "/assets/";
/// Kinds of files that may refer to other assets.
const TEXTS: [&str; 3] = ["css", "js", "svg"];

/// Assets by their plain names.
pub(crate) struct Assets(BTreeMap<String, Vec<u8>>);

/// Assets by their hashed names, and how a plain name leads there.
pub(crate) struct Hashed {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    names: BTreeMap<String, String>,
}

impl Assets {
    /// Every file in `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let mut assets = BTreeMap::new();
        for path in project::files_below(folder)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            assets.insert(name, content);
        }
        Ok(Self(assets))
    }

    /// Hashes the assets that refer to none, then those that refer only to these, and so on.
    pub(crate) fn hashed(self) -> Result<Hashed> {
        let mut hashed = Hashed { files: BTreeMap::new(), names: BTreeMap::new() };
        let mut waiting = self.0;
        while !waiting.is_empty() {
            let ready: BTreeSet<String> = waiting
                .iter()
                .filter(|(name, content)| hashed.knows_all_references(name, content, &waiting))
                .map(|(name, _)| name.clone())
                .collect();
            if ready.is_empty() {
                let names: Vec<&str> = waiting.keys().map(String::as_str).collect();
                bail!("these assets refer to each other in a circle: {}", names.join(", "));
            }
            for name in ready {
                if let Some(content) = waiting.remove(&name) {
                    hashed.add(&name, content).with_context(|| format!("in the asset {name}"))?;
                }
            }
        }
        Ok(hashed)
    }
}

impl Hashed {
    /// `text` with every reference to an asset made to its hashed name; an unknown one is an error.
    pub(crate) fn fill_in(&self, text: &str) -> Result<String> {
        let mut parts = text.split(PREFIX);
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let name = name_at_start(part);
            filled.push_str(PREFIX);
            // The prefix alone is talk about assets.
            if !name.is_empty() {
                let hashed = self.names.get(name);
                filled.push_str(hashed.with_context(|| format!("there is no asset {PREFIX}{name}"))?);
            }
            filled.push_str(part.get(name.len()..).unwrap_or_default());
        }
        Ok(filled)
    }

    fn knows_all_references(&self, name: &str, content: &[u8], waiting: &BTreeMap<String, Vec<u8>>) -> bool {
        // A reference to nothing is reported when it is filled in.
        references(name, content)
            .iter()
            .all(|reference| self.names.contains_key(reference) || !waiting.contains_key(reference))
    }

    fn add(&mut self, name: &str, content: Vec<u8>) -> Result<()> {
        let content = match text_of(name, &content) {
            Some(text) => self.fill_in(text)?.into_bytes(),
            None => content,
        };
        let hashed = name_with_hash(name, &content);
        self.names.insert(name.to_owned(), hashed.clone());
        self.files.insert(hashed, content);
        Ok(())
    }
}

fn references(name: &str, content: &[u8]) -> Vec<String> {
    let text = text_of(name, content).unwrap_or_default();
    text.split(PREFIX).skip(1).map(|part| name_at_start(part).to_owned()).collect()
}

fn text_of<'a>(name: &str, content: &'a [u8]) -> Option<&'a str> {
    let (_, extension) = name.rsplit_once('.')?;
    TEXTS.contains(&extension).then(|| std::str::from_utf8(content).ok()).flatten()
}

fn name_at_start(text: &str) -> &str {
    let end = text.find(|letter: char| !(letter.is_ascii_alphanumeric() || "._-".contains(letter)));
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

/// `app.js` becomes `app-mz2k7fqa.js`: 40 bits tell the versions of one file apart.
fn name_with_hash(name: &str, content: &[u8]) -> String {
    let digest = BASE32_NOPAD.encode(&Sha256::digest(content)).to_lowercase();
    let hash = digest.get(..8).unwrap_or(&digest);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{name}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets(files: &[(&str, &str)]) -> Assets {
        Assets(files.iter().map(|(name, content)| ((*name).to_owned(), content.as_bytes().to_vec())).collect())
    }

    #[test]
    fn a_page_gets_the_hashed_names() {
        let hashed = assets(&[("app.js", "1"), ("en.ftl", "2")]).hashed().unwrap();
        let page = hashed.fill_in("<script src=\"/assets/app.js\"></script>").unwrap();
        assert_eq!(page, format!("<script src=\"/assets/{}\"></script>", hashed.names["app.js"]));
        assert!(hashed.names["app.js"].starts_with("app-") && hashed.names["app.js"].ends_with(".js"));
    }

    #[test]
    fn a_name_changes_when_something_that_it_leads_to_changes() {
        let name = |font: &str| {
            let files = [("a.js", "import '/assets/b.css'"), ("b.css", "url(/assets/c.woff2)"), ("c.woff2", font)];
            assets(&files).hashed().unwrap().names["a.js"].clone()
        };
        assert_eq!(name("one"), name("one"));
        assert_ne!(name("one"), name("two"));
    }

    #[test]
    fn a_reference_to_nothing_is_an_error_that_names_it() {
        let error = assets(&[("a.js", "import '/assets/gone.js'")]).hashed().err().unwrap();
        assert!(format!("{error:#}").contains("/assets/gone.js"));
    }

    #[test]
    fn the_prefix_alone_refers_to_nothing() {
        let hashed = assets(&[]).hashed().unwrap();
        assert_eq!(hashed.fill_in("<!-- /assets/… -->").unwrap(), "<!-- /assets/… -->");
    }

    #[test]
    fn a_circle_is_an_error_and_not_an_endless_loop() {
        let files = [("a.js", "'/assets/b.js'"), ("b.js", "'/assets/a.js'")];
        assert!(assets(&files).hashed().is_err());
    }

    #[test]
    fn bytes_that_are_no_text_stay_as_they_are() {
        let hashed = assets(&[("app.wasm", "/assets/gone.js")]).hashed().unwrap();
        assert_eq!(hashed.files[&hashed.names["app.wasm"]], b"/assets/gone.js");
    }
}
