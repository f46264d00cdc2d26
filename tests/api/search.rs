//! Searching people with the platform's own SQLite and its full-text index.

use api_tests::Organization;
use shared::{
    page::Direction,
    users::{Sort, api::List},
};

#[test]
fn words_find_people_counted_sorted_and_page_by_page() {
    let org = Organization::new();
    let north = org.site("North");
    for name in ["ann", "anna", "hanna", "bart"] {
        org.owner.send(&org.new_user(name, Some(&north))).unwrap();
    }
    let search = |q: &str| List { q: Some(q.into()), ..List::first(org.slug.clone()) };
    let found = |request: &List| {
        let page = org.owner.send(request).unwrap();
        (page.items.into_iter().map(|user| user.user_name).collect::<Vec<_>>(), page.total, page.next)
    };
    let names = |request: &List| found(request).0;
    assert_eq!(names(&search("anna")), ["anna", "hanna"]);
    assert_eq!(names(&search("anna peeters")), ["anna", "hanna"]);
    assert_eq!(names(&search("na")), ["anna", "hanna"], "too short for the index");
    assert_eq!(names(&search("nobody")), [""; 0]);
    let turned = List { sort: Some(Sort::Email), direction: Some(Direction::Descending), ..search("ann") };
    assert_eq!(names(&turned), ["hanna", "anna", "ann"]);
    let (first, total, next) = found(&List { limit: Some(2), ..search("ann") });
    assert_eq!((first, total), (vec!["ann".to_owned(), "anna".to_owned()], 3));
    let (second, total, next) = found(&List { limit: Some(2), cursor: next, ..search("ann") });
    assert_eq!((second, total, next), (vec!["hanna".to_owned()], 3, None));
    let at_site = List { site: Some(north), ..search("bart") };
    assert_eq!(names(&at_site), ["bart"]);
}
