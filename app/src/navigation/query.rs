//! The query of the address: what narrows a page, kept so that reload, back and a shared link
//! show the same view.

use super::{Entry, Navigation, use_navigation};
use leptos::prelude::*;
use web_sys::UrlSearchParams;

/// One parameter of the query, with its new value; `None` removes it.
pub type Query<'a> = (&'a str, Option<String>);

impl Navigation {
    /// The value of a parameter.
    pub fn parameter(self, name: &'static str) -> Memo<Option<String>> {
        Memo::new(move |_| parse(&self.search.read()).get(name))
    }

    /// Changes parameters and keeps the others.
    pub fn set_parameters(self, parameters: &[Query<'_>], entry: Entry) {
        let query = parse(&self.search.read_untracked());
        for (name, value) in parameters {
            match value {
                Some(value) if !value.is_empty() => query.set(name, value),
                _ => query.delete(name),
            }
        }
        let path = self.path.get_untracked();
        self.go_to(&with_query(&path, &query), entry);
    }

    /// The same where the address then is about something else: unsaved changes hold one back.
    pub fn go_on_with(self, parameters: &[Query<'_>]) {
        let parameters: Vec<(String, Option<String>)> =
            parameters.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let go = move || {
            let parameters: Vec<Query<'_>> =
                parameters.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
            self.set_parameters(&parameters, Entry::Push);
        };
        if self.departure.holds_back() { self.departure.ask(go) } else { go() }
    }

    /// The address of a path, with the chosen site carried along.
    pub fn keeping_site(self, path: &str) -> String {
        match parse(&self.search.read()).get("site") {
            Some(site) => with_parameter(path, "site", &site),
            None => path.to_owned(),
        }
    }
}

/// The value of a parameter of the address.
pub fn query_parameter(name: &'static str) -> Memo<Option<String>> {
    use_navigation().parameter(name)
}

/// Changes parameters of the address: back undoes it.
pub fn set_query(parameters: &[Query<'_>]) {
    use_navigation().set_parameters(parameters, Entry::Push);
}

/// Changes parameters of the address without an entry in the history: for typing.
pub fn set_query_quietly(parameters: &[Query<'_>]) {
    use_navigation().set_parameters(parameters, Entry::Replace);
}

/// The address of a path that remembers where to go on afterwards.
pub(super) fn with_next(path: &str, next: &str) -> String {
    with_parameter(path, "next", next)
}

/// The address of a path with one parameter.
pub fn with_parameter(path: &str, name: &str, value: &str) -> String {
    with_parameters(path, &[(name, value)])
}

/// The address of a path with parameters.
pub fn with_parameters(path: &str, parameters: &[(&str, &str)]) -> String {
    let query = parse("");
    parameters.iter().for_each(|(name, value)| query.set(name, value));
    with_query(path, &query)
}

fn with_query(path: &str, query: &UrlSearchParams) -> String {
    let query: String = query.to_string().into();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn parse(search: &str) -> UrlSearchParams {
    // Any text is a query: the constructor cannot fail on one.
    UrlSearchParams::new_with_str(search).unwrap_or_else(|_| unreachable!("a query"))
}
