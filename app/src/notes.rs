//! Notes that administrators leave for each other: the console's page.

mod delete;
mod list;
mod new;

pub use list::NotesPage;
