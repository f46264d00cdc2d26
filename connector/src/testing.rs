//! People for tests.

use crate::people::Person;

pub(crate) fn person(name: &str) -> Person {
    Person {
        id: name.into(),
        user_name: name.into(),
        given_name: name.into(),
        family_name: "Peeters".into(),
        email: format!("{name}@carrier.example").into(),
        active: true,
        team: "00000000000000000000000000000003".into(),
    }
}
