//! The connector between a real directory and the real edge.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests may fail by panicking")]

mod figures;
mod office;
mod proxy;
mod samba;
mod slapd;

use office::Office;
use proxy::Proxy;
use shared::{
    directories::{Brake, Counts, Deed, RunState, api::ViewRun},
    groups,
    users::{self, Status},
};
use slapd::{BASE, group, group_ldif, person, person_ldif};

/// People, numbered.
fn names(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("u{number:05}")).collect()
}

/// These people, and a group of all of them.
fn staff(names: &[impl AsRef<str>], group_name: &str) -> String {
    let people: String = names.iter().map(|name| person_ldif(name.as_ref())).collect();
    let members: Vec<String> = names.iter().map(|name| person(name.as_ref())).collect();
    people + &group_ldif(group_name, &members)
}

/// The connector's exit code.
fn code(last: &connector::run::Last) -> u8 {
    last.end.code()
}

/// Ten people: of fewer, whoever is disabled is more than a tenth.
const TEN: [&str; 10] = ["anna", "bart", "chris", "dora", "emma", "fien", "gust", "hilde", "ivo", "jan"];

#[test]
fn a_thousand_people_arrive_and_a_second_run_sends_nothing() {
    let people = names(1_000);
    let office = Office::new(&staff(&people, "support"), &["support"]);
    assert_eq!(office.plan().counts(), Counts { read: 1_000, added: 1_000, ..Counts::default() });
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 1_000, added: 1_000, ..Counts::default() }));
    assert_eq!(office.users(), 1_001);
    assert_eq!(office.last_run().state, RunState::Done);
    assert_eq!(office.own().active_users, 1_000);
    assert_eq!(office.groups("u00007"), ["support"]);
    // What follows asks once who it is, and writes nothing but when it was last here.
    let before = office.tables();
    let again = office.run();
    assert_eq!((code(&again), again.counts), (0, Counts { read: 1_000, ..Counts::default() }));
    assert_eq!(office.tables(), before);
    // Nor does one that has forgotten everything: it asks the edge.
    office.forget();
    assert_eq!((code(&office.run()), office.tables()), (0, before));
}

#[test]
fn what_changes_in_the_directory_changes_here_and_nothing_else() {
    let sales = group_ldif("sales", &[person("jan")]);
    let office =
        Office::new(&(staff(&TEN, "support") + &sales + &staff(&names(20), "crowd")), &["support", "sales", "crowd"]);
    assert_eq!(code(&office.run()), 0);
    assert_eq!(office.groups("jan"), ["support"], "who is in several belongs to the first");

    office.slapd.set(&person("anna"), "sn", &["Janssens"]);
    office.slapd.set(&person("bart"), "mail", &["bart.new@noordzee.example"]);
    office.slapd.set(&person("chris"), "nsAccountLock", &["TRUE"]);
    office.slapd.leave("support", &person("dora"));
    office.slapd.join("sales", &person("dora"));
    office.slapd.delete(&person("emma"));
    office.slapd.leave("support", &person("emma"));
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 29, updated: 3, disabled: 2, ..Counts::default() }));
    assert_eq!(office.user("anna").unwrap().name, "anna Janssens");
    assert_eq!(office.user("bart").unwrap().email, "bart.new@noordzee.example");
    assert_eq!(office.groups("dora"), ["sales"]);
    assert_eq!(office.status("chris"), Some(Status::Disabled));
    assert_eq!(office.status("emma"), Some(Status::Disabled), "nobody is deleted");

    // Under another name he is the same, and who comes back is enabled.
    office.slapd.rename(&person("fien"), "uid=fientje");
    office.slapd.leave("support", &person("fien"));
    office.slapd.join("support", &person("fientje"));
    let last = office.run();
    assert_eq!((code(&last), last.counts.updated, last.counts.added), (0, 1, 0));
    assert!(office.user("fientje").is_some() && office.user("fien").is_none());
    office.slapd.leave("support", &person("gust"));
    assert_eq!(office.run().counts.disabled, 1);
    assert_eq!(office.status("gust"), Some(Status::Disabled));
    office.slapd.join("support", &person("gust"));
    assert_eq!(office.run().counts.enabled, 1);
    assert_eq!(office.status("gust"), Some(Status::Active));
}

#[test]
fn whom_an_administrator_moved_or_disabled_stays_so() {
    let office = Office::new(&(staff(&TEN, "support") + &group_ldif("sales", &[person("jan")])), &["support", "sales"]);
    assert_eq!(code(&office.run()), 0);
    let (org, user) = (office.org.slug.clone(), office.user("anna").unwrap().id);
    let [support, sales] = office.teams.as_slice() else { panic!("two teams") };
    let moves = groups::api::MoveMember { org: org.clone(), group: support.clone(), user, to: sales.clone() };
    office.org.owner.send(&moves).unwrap();
    let disable = users::api::Disable { org, user: office.user("bart").unwrap().id };
    office.org.owner.send(&disable).unwrap();
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 10, ..Counts::default() }));
    assert_eq!(office.groups("anna"), ["sales"]);
    // His name still follows the directory.
    office.slapd.set(&person("anna"), "sn", &["Janssens"]);
    assert_eq!(code(&office.run()), 0);
    assert_eq!(office.user("anna").unwrap().name, "anna Janssens");
    assert_eq!(office.groups("anna"), ["sales"]);
    assert_eq!(office.status("bart"), Some(Status::Disabled));
}

#[test]
fn who_was_here_already_is_adopted_and_who_stands_in_the_way_is_reported() {
    let office = Office::new(&staff(&TEN, "support"), &["support"]);
    let add = |name: &str, email: &str| {
        let mut request = office.org.new_user(name, None);
        request.person.email = email.into();
        office.org.owner.send(&request).unwrap();
    };
    add("anna", "anna@noordzee.example");
    // Two people have what one has there.
    add("bart", "bart@carrier.example");
    add("bartholomew", "bart@noordzee.example");
    let (ran, said) = office.try_run();
    let last = ran.unwrap();
    assert_eq!((code(&last), last.counts), (1, Counts { read: 10, added: 9, failed: 1, ..Counts::default() }));
    assert_eq!(office.users(), 12);
    let failed: Vec<_> = office.steps().into_iter().filter(|step| step.outcome.as_deref() != Some("")).collect();
    assert_eq!(failed.len(), 1);
    assert_eq!((failed[0].email.as_str(), failed[0].deed), ("bart@noordzee.example", Deed::Add));
    let adopted = office.steps().into_iter().filter(|step| step.deed == Deed::Adopt);
    assert_eq!(adopted.map(|step| step.email).collect::<Vec<_>>(), ["anna@noordzee.example"]);
    assert!(said.iter().any(|line| line.starts_with("anna@noordzee.example: was here already")), "{said:?}");
    // Her name came from the console, and follows the directory when it changes there.
    assert_eq!(office.user("anna").unwrap().name, "anna Peeters");
    office.slapd.set(&person("anna"), "givenName", &["Anneke"]);
    let last = office.run();
    assert_eq!((last.counts.updated, last.counts.failed), (1, 1));
    assert_eq!(office.user("anna").unwrap().name, "Anneke Peeters");
    // An address that is taken fails for its user alone.
    office.slapd.set(&person("chris"), "mail", &["dora@noordzee.example"]);
    let last = office.run();
    assert_eq!((code(&last), last.counts.failed), (1, 3), "both, and still bart");
    office.slapd.set(&person("chris"), "mail", &["olivia@carrier.example"]);
    let last = office.run();
    assert_eq!((code(&last), last.counts.failed, last.counts.updated), (1, 2, 0));
}

#[test]
fn an_empty_directory_waits_for_an_administrator() {
    let office = Office::new(&staff(&TEN, "support"), &["support"]);
    assert_eq!(code(&office.run()), 0);
    // A group must have a member: this one is nobody.
    office.slapd.set(&group("support"), "member", &[BASE]);
    let (ran, said) = office.try_run();
    let last = ran.unwrap();
    assert_eq!((code(&last), last.counts.disabled), (3, 10));
    assert!(said.iter().any(|line| line.contains("/directories/")), "{said:?}");
    let run = office.last_run();
    assert_eq!((run.state, run.brake), (RunState::Waiting, Some(Brake::Empty)));
    assert_eq!(office.steps().len(), 10);
    assert!(office.steps().iter().all(|step| step.outcome.is_none() && step.deed == Deed::Disable));
    assert_eq!(office.status("anna"), Some(Status::Active));
    // Asking again is the same question.
    assert_eq!(code(&office.run()), 3);
    assert_eq!(office.last_run().id, run.id);
    assert_eq!(office.confirm().state, RunState::Confirmed);
    let last = office.run();
    assert_eq!((code(&last), last.counts.disabled), (0, 10));
    assert_eq!((office.last_run().id, office.last_run().state), (run.id, RunState::Done));
    assert_eq!(office.status("anna"), Some(Status::Disabled));
}

#[test]
fn more_than_a_tenth_waits_and_a_tenth_does_not() {
    let people = names(20);
    let office = Office::new(&staff(&people, "support"), &["support"]);
    assert_eq!(code(&office.run()), 0);
    for name in &people[..3] {
        office.slapd.leave("support", &person(name));
    }
    assert_eq!(code(&office.run()), 3);
    assert_eq!(office.last_run().brake, Some(Brake::TooMany));
    // One of them comes back: that is another plan, and a tenth.
    office.slapd.join("support", &person(&people[0]));
    let last = office.run();
    assert_eq!((code(&last), last.counts.disabled), (0, 2));
}

#[test]
fn a_directory_that_goes_away_in_the_middle_changes_nothing() {
    let people = names(700);
    let mut office = Office::new(&staff(&people, "support"), &["support"]);
    assert_eq!(code(&office.run()), 0);
    office.slapd.set(&person("u00001"), "sn", &["Janssens"]);
    // So many bytes are not half of what a page of 500 people has.
    let proxy = Proxy::cutting(office.slapd.port(), 60_000);
    office.loaded.config.directory.server = proxy.address();
    let (ran, _) = office.try_run();
    let error = ran.unwrap_err().to_string();
    assert!(error.starts_with("cannot read ldap://localhost"), "{error}");
    let run = office.last_run();
    assert_eq!(run.state, RunState::Failed);
    assert!(run.failure.unwrap().contains("cannot read"), "the edge is told");
    assert_eq!(office.user("u00001").unwrap().name, "u00001 Peeters");
    office.loaded.config.directory.server = office.slapd.address();
    let last = office.run();
    assert_eq!((code(&last), last.counts.updated), (0, 1));
}

#[test]
fn a_run_that_breaks_off_is_taken_up_again() {
    let mut office = Office::new(&staff(&names(300), "support"), &["support"]);
    let address = office.loaded.config.bailiwick.address.clone();
    // The results of 200 operations are longer: they are done, and nobody hears of it.
    let port = address.rsplit(':').next().unwrap().parse().unwrap();
    office.loaded.config.bailiwick.address = Proxy::cutting(port, 10_000).address().replace("ldap", "http");
    let (ran, _) = office.try_run();
    assert!(ran.unwrap_err().to_string().starts_with("cannot reach"));
    assert_eq!(office.users(), 201);
    office.loaded.config.bailiwick.address = address;
    let last = office.run();
    assert_eq!((code(&last), last.counts.added, last.counts.failed), (0, 100, 0));
    assert_eq!((office.users(), office.last_run().state), (301, RunState::Done));
    assert_eq!(office.run().counts, Counts { read: 300, ..Counts::default() });
}

#[test]
fn whoever_is_missing_from_the_state_is_asked_for_and_disabled_when_he_leaves() {
    let office = Office::new(&staff(&TEN, "support"), &["support"]);
    assert_eq!(code(&office.run()), 0);
    // As if the answer had been lost.
    office.lose("anna");
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 10, ..Counts::default() }));
    office.lose("anna");
    office.slapd.leave("support", &person("anna"));
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 9, disabled: 1, ..Counts::default() }));
    assert_eq!((office.users(), office.status("anna")), (11, Some(Status::Disabled)));
}

#[test]
fn nobody_has_left_while_a_member_is_not_found_but_whoever_is_disabled_there_is() {
    let office = Office::new(&staff(&TEN, "support"), &["support"]);
    assert_eq!(code(&office.run()), 0);
    office.slapd.delete(&person("anna"));
    office.slapd.leave("support", &person("bart"));
    office.slapd.set(&person("chris"), "nsAccountLock", &["TRUE"]);
    // His address is hers now, or none: he is disabled all the same.
    office.slapd.set(&person("chris"), "mail", &["dora@noordzee.example"]);
    let (ran, said) = office.try_run();
    let last = ran.unwrap();
    assert_eq!((code(&last), last.counts), (3, Counts { read: 8, disabled: 1, ..Counts::default() }));
    assert!(said.iter().any(|line| line.contains("2 users were not read")), "{said:?}");
    assert_eq!((office.status("bart"), office.status("chris")), (Some(Status::Active), Some(Status::Disabled)));
    // Of whoever was not read an administrator is asked, and told why.
    let asked = office.last_run();
    assert_eq!((asked.state, asked.brake), (RunState::Waiting, Some(Brake::Incomplete)));
    let hidden = asked.hidden.unwrap();
    assert_eq!((hidden.count, hidden.named), (1, vec![person("anna")]));
    assert_eq!(office.steps().len(), 2);
    // What else comes meanwhile is done, and the question stays the same.
    office.slapd.set(&person("chris"), "mail", &["chris@noordzee.example"]);
    office.slapd.set(&person("dora"), "sn", &["Janssens"]);
    let last = office.run();
    assert_eq!((code(&last), last.counts.updated, office.last_run().id), (3, 1, asked.id.clone()));
    // Nothing is done twice, also when it is agreed to.
    assert_eq!(office.confirm().state, RunState::Confirmed);
    let last = office.run();
    assert_eq!((code(&last), last.counts), (0, Counts { read: 8, disabled: 2, ..Counts::default() }));
    assert_eq!((office.status("anna"), office.status("bart")), (Some(Status::Disabled), Some(Status::Disabled)));
    assert_eq!(office.run().counts, Counts { read: 8, ..Counts::default() });
}

#[test]
fn who_was_merely_not_read_is_not_asked_about_once_everybody_is() {
    let office = Office::new(&staff(&TEN, "support"), &["support"]);
    assert_eq!(code(&office.run()), 0);
    office.slapd.delete(&person("anna"));
    office.slapd.leave("support", &person("bart"));
    assert_eq!(code(&office.run()), 3);
    let asked = office.last_run();
    assert_eq!(asked.brake, Some(Brake::Incomplete));
    office.slapd.leave("support", &person("anna"));
    office.slapd.set(&person("chris"), "mail", &[]);
    // More than a tenth: it waits, and takes the place of the question.
    let last = office.run();
    assert_eq!((code(&last), last.counts.disabled, last.counts.failed), (3, 2, 1));
    assert_eq!((office.last_run().brake, office.last_run().hidden), (Some(Brake::TooMany), None));
    let view = ViewRun { org: office.org.slug.clone(), directory: office.directory.clone(), run: asked.id };
    assert_eq!(office.org.owner.send(&view).unwrap().state, RunState::Superseded);
}

#[test]
fn a_question_closes_by_itself_once_nothing_is_left_to_do() {
    let office = Office::new(&staff(&TEN, "support"), &["support"]);
    assert_eq!(code(&office.run()), 0);
    let (gone, two) = (format!("cn=gone,{BASE}"), ["anna", "bart"].map(person));
    // Too many leave; or they do while a member leads nowhere, whether that one is mended with them or not.
    for (is_incomplete, is_mended, brake) in
        [(false, false, Brake::TooMany), (true, true, Brake::Incomplete), (true, false, Brake::Incomplete)]
    {
        if is_incomplete {
            office.slapd.join("support", &gone);
        }
        two.iter().for_each(|who| office.slapd.leave("support", who));
        assert_eq!(code(&office.run()), 3);
        let asked = office.last_run();
        assert_eq!((asked.state, asked.brake), (RunState::Waiting, Some(brake)));
        two.iter().for_each(|who| office.slapd.join("support", who));
        if is_mended {
            office.slapd.leave("support", &gone);
        }
        assert_eq!(office.run().counts, Counts { read: 10, ..Counts::default() });
        let view = ViewRun { org: office.org.slug.clone(), directory: office.directory.clone(), run: asked.id };
        assert_eq!(office.org.owner.send(&view).unwrap().state, RunState::Superseded);
        let last = office.last_run();
        assert_eq!((last.state, last.counts.changes()), (RunState::Done, 0));
        assert_eq!((code(&office.run()), office.last_run().id), (0, last.id), "and nothing more is said");
    }
}

#[test]
fn groups_in_groups_count_also_in_a_circle_and_what_leads_nowhere_is_said() {
    let ldif = staff(&["anna"], "support")
        + &person_ldif("bart")
        + &group_ldif("inner", &[person("bart"), group("support"), "cn=gone,dc=noordzee,dc=example".into()])
        + &format!(
            "dn: ou=elsewhere,{BASE}\nobjectClass: referral\nobjectClass: extensibleObject\nou: elsewhere\n\
             ref: ldap://127.0.0.1:1/ou=elsewhere,{BASE}\n\n"
        );
    let office = Office::new(&ldif, &["support"]);
    office.slapd.join("support", &group("inner"));
    let (ran, said) = office.try_run();
    assert_eq!(ran.unwrap().counts, Counts { read: 2, added: 2, ..Counts::default() });
    assert_eq!(office.groups("bart"), ["support"]);
    assert!(said.iter().any(|line| line.contains("cn=gone")), "{said:?}");
    assert!(said.iter().any(|line| line.contains("refers to ldap://127.0.0.1:1/")), "{said:?}");
}

#[test]
fn a_group_that_is_not_there_is_an_error_and_not_an_empty_one() {
    let mut office = Office::new(&staff(&TEN, "support"), &["support"]);
    assert_eq!(code(&office.run()), 0);
    office.loaded.config.mappings[0].source = group("suport");
    let (ran, _) = office.try_run();
    assert!(ran.unwrap_err().to_string().contains("cn=suport"));
    assert_eq!(office.status("anna"), Some(Status::Active));
}

#[test]
fn hostile_names_arrive_as_they_are() {
    let dn = r"cn=Sales\2C\20(West)*\5C\22\+,dc=noordzee,dc=example";
    let ldif = format!(
        "dn: uid=o\\2C\\22mal\\3Bley\\5C,{BASE}\nobjectClass: inetOrgPerson\nuid: o,\"mal;ley\\\ncn: x\n\
         givenName: Robert'); DROP TABLE users;--\nsn: <script>\nmail: omalley@noordzee.example\n\n\
         dn: {dn}\nobjectClass: groupOfNames\ncn: Sales, (West)*\\\"+\nmember: uid=O\\,\\\"MAL\\;LEY\\\\, {BASE}\n\n"
    );
    let ldif = ldif + &staff(&["anna"], "support");
    let mut office = Office::new(&ldif, &["support"]);
    office.loaded.config.directory.attributes.user_name = Some("mail".into());
    office.loaded.config.mappings[0].source = dn.into();
    let last = office.run();
    assert_eq!(last.counts, Counts { read: 1, added: 1, ..Counts::default() });
    assert_eq!(office.user("omalley@noordzee.example").unwrap().name, "Robert'); DROP TABLE users;-- <script>");
}

#[test]
fn what_is_no_text_and_ids_that_two_share_are_reported_and_change_nobody() {
    let mut office = Office::new(&staff(&TEN, "support"), &["support"]);
    office.loaded.config.directory.attributes.id = Some("employeeNumber".into());
    office.loaded.config.directory.attributes.given_name = Some("audio".into());
    for name in TEN {
        office.slapd.set(&person(name), "audio", &[name]);
    }
    assert_eq!(code(&office.run()), 0);
    office.slapd.set_bytes(&person("anna"), "audio", b"An\xffna");
    office.slapd.set(&person("bart"), "employeeNumber", &["E-chris"]);
    office.slapd.set(&person("dora"), "mail", &[]);
    office.slapd.set(&person("emma"), "sn", &["Janssens"]);
    let (ran, said) = office.try_run();
    let last = ran.unwrap();
    // Of bart's own number nobody is left: he is disabled as whoever goes.
    assert_eq!(last.counts, Counts { read: 10, updated: 1, disabled: 1, failed: 4, ..Counts::default() });
    assert_eq!(code(&last), 1);
    assert!(said.iter().any(|line| line.contains("anna") && line.contains("UTF-8")), "{said:?}");
    for name in ["anna", "chris", "dora"] {
        assert_eq!(office.status(name), Some(Status::Active), "{name}");
    }
    let failed = |office: &Office| {
        let steps = office.steps().into_iter().filter(|step| step.outcome.as_deref() != Some(""));
        steps.map(|step| step.external_id).collect::<Vec<_>>()
    };
    assert_eq!(failed(&office).len(), 3, "two of the four share an id");
    // The same troubles are no news; others are, also without anything to do.
    let before = office.last_run().id;
    assert_eq!((code(&office.run()), office.last_run().id), (1, before.clone()));
    office.slapd.set(&person("dora"), "mail", &["dora@noordzee.example"]);
    assert_eq!(code(&office.run()), 1);
    let run = office.last_run();
    assert!(run.id != before && run.state == RunState::Done && run.counts.failed == 3, "{run:?}");
    assert_eq!(failed(&office).len(), 2);
}

#[test]
fn the_directory_is_read_over_tls_and_only_if_it_is_the_right_one() {
    let mut office = Office::new(&staff(&["anna"], "support"), &["support"]);
    office.loaded.config.directory.server = office.slapd.tls_address();
    let (ran, _) = office.try_run();
    assert!(ran.unwrap_err().to_string().contains("cannot read ldaps://"), "its certificate is not trusted");
    office.loaded.ca_file = Some(office.slapd.certificate());
    assert_eq!(office.run().counts.added, 1);
    office.loaded.config.directory.server = office.slapd.address();
    office.loaded.config.directory.start_tls = true;
    assert_eq!(code(&office.run()), 0);
    office.loaded.password = "wrong".into();
    let (ran, _) = office.try_run();
    let error = ran.unwrap_err().to_string();
    assert!(error.contains("refuses cn=reader") && !error.contains("wrong"), "{error}");
}

#[test]
fn a_token_that_is_revoked_ends_it_and_is_never_said() {
    let mut office = Office::new(&staff(&["anna"], "support"), &["support"]);
    let token = std::mem::replace(&mut office.loaded.token, "bwk_nobody".into());
    let (ran, said) = office.try_run();
    let error = ran.unwrap_err().to_string();
    assert!(error.contains("token is not accepted"), "{error}");
    assert!(said.iter().chain([&error]).all(|line| !line.contains("bwk_nobody") && !line.contains(&token)));
    assert_eq!((office.users(), office.slapd.people()), (1, 1));
}
