//! Importing users from a file: choosing and reading it, seeing what each row would do, mending
//! rows, importing, and what became of it.

mod draft;
mod encoding;
mod file;
mod mend;
mod page;
mod plan;
mod summary;

pub use page::ImportPage;
