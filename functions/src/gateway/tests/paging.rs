//! Pages: put together, they are the whole list, whatever the order and the size.

use super::*;
use proptest::prelude::*;
use shared::{
    page::{Cursor, Direction, Page},
    users::{Sort, Status, UserSummary, api::List},
};

/// People with equal and strange names.
const PEOPLE: [(&str, &str); 23] = [
    ("Anna", "Peeters"),
    ("anna", "peeters"),
    ("Änna", "Peeters"),
    ("Anna", "Peeters"),
    ("Bart", "De Smet"),
    ("Bart", "Desmet"),
    ("Chloé", "Évrard"),
    ("Chloe", "Evrard"),
    ("Đorđe", "Žižek"),
    ("Zoë", "van 't Hof"),
    ("李", "小龍"),
    ("Ελένη", "Παππά"),
    ("A", "A"),
    ("A", "B"),
    ("B", "A"),
    ("o'Neil", "Ann"),
    ("100", "%_"),
    ("Emma", "Maes"),
    ("Emma", "Maes"),
    ("Emma", "Maes"),
    ("Emma", "Maes"),
    ("Emma", "Maes"),
    ("zz", "zz"),
];

fn world() -> World {
    let world = World::new();
    let owner = world.owner();
    for (number, (given, family)) in PEOPLE.into_iter().enumerate() {
        let mut create = new_user(&format!("u{}", (number * 7) % PEOPLE.len()), None);
        (create.person.given_name, create.person.family_name) = (given.into(), family.into());
        create.person.email = format!("{}@carrier.example", (number * 11) % PEOPLE.len());
        owner.send(&create).unwrap();
    }
    world
}

/// The page of a request at a cursor.
fn at(owner: &Browser<'_>, list: &List, cursor: Option<Cursor>) -> Page<UserSummary> {
    owner.send(&List { cursor, ..list.clone() }).unwrap()
}

/// All pages from the first on.
fn forwards(owner: &Browser<'_>, list: &List) -> Vec<Page<UserSummary>> {
    let mut pages = vec![at(owner, list, None)];
    while let Some(next) = pages.last().and_then(|page| page.next.clone()) {
        pages.push(at(owner, list, Some(next)));
        assert!(pages.len() < 100, "there is no end");
    }
    pages
}

/// What the list must be, sorted here.
fn expected(world: &World, list: &List) -> Vec<String> {
    let column = match list.sort.unwrap_or_default() {
        Sort::Name => "name_key",
        Sort::UserName => "user_name_key",
        Sort::Email => "email_key",
    };
    let word = list.q.as_deref().map(crate::text::plain).unwrap_or_default();
    let mut keys: Vec<(String, String)> = world
        .rows(&format!("SELECT {column}, id, search FROM users"))
        .iter()
        .filter(|row| row.get::<String>(2).unwrap().contains(&word))
        .map(|row| (row.get(0).unwrap(), row.get(1).unwrap()))
        .collect();
    keys.sort();
    if list.direction == Some(Direction::Descending) {
        keys.reverse();
    }
    keys.into_iter().map(|(_, id)| id).collect()
}

fn check(world: &World, list: &List) {
    let owner = world.owner();
    let whole = expected(world, list);
    let pages = forwards(&owner, list);
    let listed: Vec<String> = pages.iter().flat_map(|page| &page.items).map(|user| user.id.to_string()).collect();
    assert_eq!(listed, whole, "the pages together are not the list");

    let mut first = 1;
    for (page, before) in pages.iter().zip(std::iter::once(None).chain(pages.iter().map(Some))) {
        assert_eq!(page.total as usize, whole.len());
        assert_eq!(page.first as usize, if whole.is_empty() { 0 } else { first });
        first += page.items.len();
        let back = page.previous.clone().map(|cursor| at(&owner, list, Some(cursor)));
        assert_eq!(back.as_ref(), before, "the previous page is another than before");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn pages_together_are_the_whole_list_and_lead_back(
        sort in prop::sample::select(vec![Sort::Name, Sort::UserName, Sort::Email]),
        direction in prop::sample::select(vec![Direction::Ascending, Direction::Descending]),
        limit in 1_u32..=30,
        q in prop::option::of(prop::sample::select(vec!["emma", "AÑNA", "peeters", "nobody", "%"])),
    ) {
        thread_local!(static WORLD: World = world());
        let q = q.map(str::to_owned);
        let list = List { sort: Some(sort), direction: Some(direction), limit: Some(limit), q, ..List::first(org()) };
        WORLD.with(|world| check(world, &list));
    }

    #[test]
    fn a_forged_cursor_is_refused_or_harmless(key: String, id: String, first: u32, before: bool, limit in 1_u32..=100) {
        thread_local!(static WORLD: World = World::new());
        let place = serde_json::json!({ "key": key, "id": id, "first": first, "before": before });
        let cursor = Some(Cursor(data_encoding::BASE64URL_NOPAD.encode(place.to_string().as_bytes())));
        let list = List { cursor, limit: Some(limit), ..List::first(org()) };
        WORLD.with(|world| assert!(world.owner().send(&list).is_ok()));
    }
}

#[test]
fn a_page_shows_where_it_stands() {
    let world = world();
    let owner = world.owner();
    let list = List::first(org());
    let pages = forwards(&owner, &list);
    let shown: Vec<_> = pages.iter().map(|page| (page.first, page.items.len(), page.total)).collect();
    assert_eq!(shown, [(1, 10, 24), (11, 10, 24), (21, 4, 24)]);
}

#[test]
fn words_are_found_in_any_order_and_without_accents() {
    let world = world();
    let owner = world.owner();
    let found = |q: &str| owner.send(&List { q: Some(q.into()), ..List::first(org()) }).unwrap().total;
    assert_eq!(found("evrard chloe"), 2);
    assert_eq!(found("ÉVRARD"), 2);
    assert_eq!(found("smet bart"), 2);
    assert_eq!(found("%_"), 1, "no wildcards");
    assert_eq!(found("' OR 1=1 --"), 0);
    assert_eq!(found("   "), 24);
}

#[test]
fn a_list_can_be_limited_to_a_status() {
    let world = world();
    let owner = world.owner();
    let user = owner.send(&List::first(org())).unwrap().items[0].id.clone();
    owner.send(&shared::users::api::Disable { org: org(), user: user.clone() }).unwrap();
    let disabled = List { status: Some(Status::Disabled), ..List::first(org()) };
    let page = owner.send(&disabled).unwrap();
    assert_eq!((page.total, &page.items[0].id), (1, &user));
    let active = List { status: Some(Status::Active), ..disabled };
    assert_eq!(owner.send(&active).unwrap().total, 23);
}

#[test]
fn people_added_or_gone_between_two_pages_neither_repeat_nor_hide_the_others() {
    let world = world();
    let owner = world.owner();
    let list = List::first(org());
    let first = at(&owner, &list, None);
    let mut early = new_user("early", None);
    early.person.family_name = "AAA".into();
    owner.send(&early).unwrap();
    let second = at(&owner, &list, first.next.clone());
    let seen: std::collections::BTreeSet<_> = first.items.iter().chain(&second.items).map(|user| &user.id).collect();
    assert_eq!(seen.len(), 20);
    let back = at(&owner, &list, second.previous);
    assert!(back.items.iter().any(|user| user.user_name == "early"));
    let further = at(&owner, &list, back.previous);
    assert_eq!((further.first, &further.items[..], further.previous), (1, &first.items[..1], None));
}

#[test]
fn a_page_at_the_beginning_says_so_although_others_before_it_are_gone() {
    let world = world();
    let owner = world.owner();
    let list = List { status: Some(Status::Active), ..List::first(org()) };
    let pages = forwards(&owner, &list);
    for user in pages[0].items.iter().chain(&pages[1].items[..2]) {
        owner.send(&shared::users::api::Disable { org: org(), user: user.id.clone() }).unwrap();
    }
    let back = at(&owner, &list, pages[2].previous.clone());
    assert_eq!((back.first, back.items.len(), back.total, back.previous), (1, 8, 12, None));
    let on = at(&owner, &list, back.next);
    assert_eq!((on.first, on.items.len(), on.next), (9, 4, None));
}

/// Adds people whose names are in another order than their making, and of whom every thousandth
/// is disabled.
fn add_many(world: &World, count: i64) {
    let sql = "INSERT INTO users (id, person, full_name, user_name, email, name_key, user_name_key, email_key, search,
                                  status, phc, created_at)
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
        SELECT printf('%032x', n), '{}', '', '', '', printf('person %05d', n * 7919 % ?), printf('p%05d', n), printf('p%05d', n),
               printf('person %05d sample p%05d@sample.example', n * 7919 % ?, n),
               CASE n % 1000 WHEN 0 THEN 'disabled' ELSE 'active' END, '', 0 FROM numbers";
    world.database(org().as_str()).query(sql, crate::params![count, count, count]).unwrap();
}

#[test]
fn a_long_list_is_found_like_a_short_one_and_counted_as_far_as_it_pays() {
    let (world, many) = (World::new(), 2_200);
    add_many(&world, many);
    let owner = world.owner();
    let all = List { limit: Some(50), ..List::first(org()) };
    let searched = |q: &str| List { q: Some(q.into()), ..all.clone() };
    let disabled = List { status: Some(Status::Disabled), ..all.clone() };
    for (list, total) in [
        (all.clone(), Some(many as usize + 1)),
        (searched("person"), None),
        (searched("Person SAMPLE"), None),
        (searched("pe"), None),
        (searched("p0123 example"), Some(10)),
        (searched("00123"), Some(2)),
        (searched("sonper"), Some(0)),
        (searched("olivia"), Some(1)),
        (disabled, Some(2)),
    ] {
        let descending = List { direction: Some(Direction::Descending), sort: Some(Sort::Email), ..list.clone() };
        for list in [list, descending] {
            let page = at(&owner, &list, None);
            assert_eq!((page.total as usize, page.uncounted), (total.unwrap_or(1_000), total.is_none()), "{list:?}");
            let words: Vec<String> = list.q.iter().flat_map(|q| q.split(' ')).map(crate::text::plain).collect();
            let mut whole = expected(&world, &List { q: None, ..list.clone() });
            let fits = |id: &String| {
                let sql = format!("SELECT search, status FROM users WHERE id = '{id}'");
                let row = world.rows(&sql).remove(0);
                let (search, status): (String, String) = (row.get(0).unwrap(), row.get(1).unwrap());
                words.iter().all(|word| search.contains(word.as_str()))
                    && (list.status.is_none() || status == "disabled")
            };
            whole.retain(fits);
            whole.truncate(100);
            let next = page.next.clone().map(|next| at(&owner, &list, Some(next)));
            let pages = std::iter::once(&page).chain(&next);
            let listed: Vec<String> = pages.flat_map(|page| &page.items).map(|user| user.id.to_string()).collect();
            assert_eq!(listed, whole, "{list:?}");
        }
    }
}

#[test]
fn a_renamed_user_is_found_by_the_new_name_alone() {
    let world = World::new();
    let user = world.user("wilhelmina", None);
    let owner = world.owner();
    let before = owner.send(&shared::users::api::View { org: org(), user: user.clone() }).unwrap();
    let person = shared::users::Person {
        given_name: "Bernadette".into(),
        user_name: "berna".into(),
        email: "b@carrier.example".into(),
        ..before.person
    };
    let update = shared::users::api::Update {
        org: org(),
        user,
        version: before.version,
        person,
        site: None,
        status: None,
        new_password: None,
    };
    owner.send(&update).unwrap();
    let found = |q: &str| owner.send(&List { q: Some(q.into()), ..List::first(org()) }).unwrap().total;
    assert_eq!((found("wilhelmina"), found("bernadette")), (0, 1));
}
