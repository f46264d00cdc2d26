//! A person's initials, as a quiet mark beside the name.

use leptos::prelude::*;

/// Up to two initials of a name, which the style makes capitals. Decoration: the name itself stands beside it.
#[component]
pub fn Avatar(#[prop(into)] name: Signal<String>) -> impl IntoView {
    view! { <span class="avatar-mark" aria-hidden="true">{move || initials(&name.get())}</span> }
}

fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("Jim Q. Fennell"), "JF");
        assert_eq!(initials("élodie"), "é");
        assert_eq!(initials(" "), "");
    }
}
