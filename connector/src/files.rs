//! Files of the connector: readable by their owner alone, replaced in one step.
//!
//! A service has a folder and a user of its own. What root writes there by hand belongs to that
//! user too: otherwise the next run could not read it.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    path::Path,
};

/// Replaces a file by what `write` writes, or leaves it as it is.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let folder = folder_of(path)?;
    let mut writer = BufWriter::new(tempfile::NamedTempFile::new_in(folder)?);
    write(&mut writer)?;
    let file = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
    give_to_owner_of(folder, file.as_file())?;
    file.as_file().sync_all()?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// Opens a file to add to it; makes it if there is none.
pub fn append(path: &Path) -> io::Result<File> {
    let folder = folder_of(path)?;
    let mut options = OpenOptions::new();
    options.append(true);
    // The folder is the service's: what it has put there must not lead root elsewhere.
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags(libc::O_NOFOLLOW);
    }
    match options.clone().create_new(true).open(path) {
        Ok(file) => {
            give_to_owner_of(folder, &file)?;
            Ok(file)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => options.open(path),
        Err(error) => Err(error),
    }
}

fn folder_of(path: &Path) -> io::Result<&Path> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    Ok(folder)
}

#[cfg(unix)]
fn give_to_owner_of(folder: &Path, file: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let (owner, own) = (fs::metadata(folder)?, file.metadata()?);
    // Only root may, and only for root is there anything to do.
    if own.uid() == 0 && owner.uid() != 0 {
        return fchown(file, Some(owner.uid()), Some(owner.gid()));
    }
    Ok(())
}

/// There, files have the permissions of their folder.
#[cfg(not(unix))]
fn give_to_owner_of(_: &Path, _: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_goes_into_the_file_and_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let [log, elsewhere] = ["log", "elsewhere"].map(|name| folder.path().join(name));
        for line in ["one", "two"] {
            append(&log).unwrap().write_all(line.as_bytes()).unwrap();
        }
        assert_eq!(fs::read_to_string(&log).unwrap(), "onetwo");
        fs::write(&elsewhere, "kept").unwrap();
        for target in [&elsewhere, &folder.path().join("nothing")] {
            fs::remove_file(&log).unwrap();
            std::os::unix::fs::symlink(target, &log).unwrap();
            assert!(append(&log).is_err());
        }
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "kept");
        assert!(!folder.path().join("nothing").exists());
    }
}
