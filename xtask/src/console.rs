//! The console: `app` compiled to Wasm, its styles, scripts and words, made into the static site `dist/`.
//!
//! Everything that the page refers to as `/assets/NAME` gets a hash of its content in its name, so that it may be
//! cached for ever; `public/` is copied as it is, except that the names in `index.html` are filled in.

mod assets;
mod program;
mod words;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use self::assets::Assets;
use crate::{build::Profile, process::run_quietly, project, say::say, toolchain::Toolchain};

/// The file of the platform's response headers.
const HEADERS: &str = "_headers";

/// The folder of the finished site.
pub(crate) fn folder() -> PathBuf {
    project::root().join("dist")
}

/// Builds the site.
pub(crate) fn build(toolchain: &Toolchain, profile: Profile) -> Result<()> {
    say("Building", format_args!("the console ({profile:?}) in {}", folder().display()));
    let work = project::target().join("console/site");
    project::remove_folder(&work)?;
    project::make_folder(&work)?;
    program::build(toolchain, profile, &work)?;
    styles(toolchain, &work)?;
    scripts(toolchain, &work)?;
    words::build(profile, &work)?;
    copy_each(&project::root().join("app/assets"), &work)?;
    write_site(Assets::read(&work)?)
}

/// One minified module out of `entry` and what it imports, except other assets.
fn bundle(toolchain: &Toolchain, entry: &Path, work: &Path) -> Result<()> {
    let mut esbuild: Command = toolchain.node.command("esbuild");
    esbuild
        .arg(entry)
        .args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--log-level=warning",
            "--legal-comments=none",
        ])
        .arg("--external:/assets/*")
        .arg(format!("--outdir={}", work.display()));
    run_quietly(&mut esbuild)
}

/// Every file in `app/js` is the entry of a module of its own, loaded when somebody imports it.
fn scripts(toolchain: &Toolchain, work: &Path) -> Result<()> {
    for entry in project::files_below(&project::root().join("app/js"))? {
        bundle(toolchain, &entry, work)?;
    }
    Ok(())
}

fn styles(toolchain: &Toolchain, work: &Path) -> Result<()> {
    let source = project::root().join("app/styles/main.css");
    let mut tailwind = toolchain.node.command("tailwindcss");
    tailwind.arg("--minify").arg("--input").arg(source).arg("--output").arg(work.join("main.css"));
    run_quietly(&mut tailwind)
}

fn copy_each(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for file in project::files_below(from)? {
            fs::copy(&file, to.join(file.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// Writes the site, the page last, and removes what an earlier build left; a running server serves it meanwhile.
fn write_site(assets: Assets) -> Result<()> {
    let hashed = assets.hashed()?;
    let public = project::root().join("public");
    let mut kept = Vec::new();
    for (name, content) in &hashed.files {
        kept.push(put(Path::new("assets").join(name), content)?);
    }
    for file in project::files_below(&public)? {
        let name = file.strip_prefix(&public)?;
        if name == Path::new(HEADERS) {
            kept.push(put(name, headers(&project::read(&file)?, hashed.files.keys()))?);
        } else if name != Path::new("index.html") {
            kept.push(put(name, fs::read(&file)?)?);
        }
    }
    let page = hashed.fill_in(&project::read(&public.join("index.html"))?).context("in public/index.html")?;
    kept.push(put("index.html", page)?);
    for file in project::files_below(&folder())? {
        if !kept.contains(&file) {
            fs::remove_file(&file)?;
        }
    }
    Ok(())
}

/// The platform's headers, with the rule for `/assets/*` once for each asset that there is. A path below `/assets/` that
/// does not exist is answered with the page, which must not be kept for a year under that name.
fn headers<'a>(template: &str, assets: impl Iterator<Item = &'a String>) -> String {
    let Some((always, rule)) = template.split_once("/assets/*\n") else {
        return template.to_owned();
    };
    let rules: Vec<String> = assets.map(|name| format!("/assets/{name}\n{rule}")).collect();
    format!("{always}{}", rules.join("\n"))
}

/// Writes a file of the site unless it is there already with this content; returns its path.
fn put(name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Result<PathBuf> {
    let path = folder().join(name);
    if fs::read(&path).ok().as_deref() != Some(content.as_ref()) {
        project::write(&path, content)?;
    }
    Ok(path)
}
