//! One administrator appoints another, who sees and does only what is his.

use api_tests::{Organization, PASSWORD, code, person, stranger};
use client::Client;
use shared::{
    Code, Endpoint, Problem, administrators,
    authority::Scope,
    ids::UserId,
    organizations, roles, session, sessions,
    sites::{self, SiteDetails},
    users::{self, TemporaryPassword},
};

fn sign_in_for_the_first_time(org: &Organization, login: &str, temporary: &str) -> Client {
    let client = stranger();
    let session = client.send(&org.session(login, temporary)).unwrap();
    assert!(session.password_change_required);
    let refused = client.send(&users::api::List::first(org.slug.clone()));
    assert_eq!(code(refused), Code::PasswordChangeRequired);
    let change = session::api::ChangePassword {
        org: org.slug.clone(),
        current_password: temporary.into(),
        new_password: PASSWORD.into(),
    };
    let session = client.send(&change).unwrap();
    assert!(!session.password_change_required && !session.access.is_owner());
    client
}

fn refused<E: Endpoint>(org: &Organization, client: &Client, request: &E) -> Code {
    let before = org.contents();
    let problem: Problem = client.send(request).err().unwrap();
    assert_eq!(org.contents(), before, "a refused request wrote something");
    problem.code
}

#[test]
fn an_owner_appoints_an_administrator_of_one_site_who_sees_and_does_only_what_is_his() {
    let org = Organization::new();
    let slug = || org.slug.clone();
    let welcome = stranger().send(&organizations::api::View { org: slug() }).unwrap();
    assert_eq!((welcome.name.as_str(), welcome.language.tag()), ("Noordzee", "fr"));

    let (gent, namur) = (org.site("Gent"), org.site("Namur"));
    let anna = org.owner.send(&org.new_user("anna", Some(&gent))).unwrap().id;
    let bart = org.owner.send(&org.new_user("bart", Some(&namur))).unwrap().id;
    let here = Scope::Sites { sites: [gent.clone()].into() };
    let grants = ["users", "administrators"].map(|role| org.grant(role, here.clone()));
    let (lim_id, temporary) = org.appoint("lim", grants.to_vec());

    let lim = sign_in_for_the_first_time(&org, "lim", &temporary);
    assert_eq!(code(stranger().send(&org.session("lim", &temporary))), Code::SignInRefused);

    let page = lim.send(&users::api::List::first(slug())).unwrap();
    assert_eq!((page.total, &page.items[0].id), (1, &anna));
    let sites = lim.send(&sites::api::List { org: slug() }).unwrap();
    assert_eq!(sites.iter().map(|site| &site.id).collect::<Vec<_>>(), [&gent]);
    let listed = lim.send(&administrators::api::List::first(slug())).unwrap();
    assert_eq!((listed.total, &listed.items[0].id), (1, &lim_id));

    beyond_his_bailiwick(&org, &lim, &bart);

    let made = lim.send(&org.new_user("dora", Some(&gent))).unwrap();
    lim.send(&users::api::Disable { org: slug(), user: made.id.clone() }).unwrap();
    lim.send(&users::api::Enable { org: slug(), user: made.id }).unwrap();
    let below = administrators::api::Create {
        org: slug(),
        person: person("emil"),
        site: None,
        grants: vec![org.grant("users", here)],
        password: TemporaryPassword::Generated,
    };
    let emil = lim.send(&below).unwrap().id;
    let seen = lim.send(&administrators::api::View { org: slug(), user: emil }).unwrap();
    assert_eq!(seen.parent.unwrap().id, lim_id);

    assert_eq!(lim.send(&sessions::api::List { org: slug() }).unwrap().len(), 1);
    org.owner.send(&administrators::api::Disable { org: slug(), user: lim_id }).unwrap();
    assert_eq!(code(lim.send(&session::api::View { org: slug() })), Code::SessionRequired);
}

/// What he cannot see does not exist for him; what he could name is forbidden.
fn beyond_his_bailiwick(org: &Organization, lim: &Client, bart: &UserId) {
    let slug = || org.slug.clone();
    let olivia = org.owner.send(&session::api::View { org: slug() }).unwrap().access.user;
    let namur = org.owner.send(&sites::api::List { org: slug() }).unwrap().pop().unwrap().id;
    let elsewhere = Scope::Sites { sites: [namur.clone()].into() };

    assert_eq!(refused(org, lim, &users::api::View { org: slug(), user: bart.clone() }), Code::NotFound);
    assert_eq!(refused(org, lim, &users::api::Disable { org: slug(), user: bart.clone() }), Code::NotFound);
    assert_eq!(refused(org, lim, &administrators::api::View { org: slug(), user: olivia.clone() }), Code::NotFound);
    assert_eq!(refused(org, lim, &administrators::api::Disable { org: slug(), user: olivia.clone() }), Code::NotFound);
    let password = TemporaryPassword::Generated;
    assert_eq!(refused(org, lim, &users::api::ResetPassword { org: slug(), user: olivia, password }), Code::NotFound);
    assert_eq!(refused(org, lim, &sites::api::View { org: slug(), site: namur.clone() }), Code::NotFound);

    assert_eq!(refused(org, lim, &org.new_user("carl", Some(&namur))), Code::Forbidden);
    assert_eq!(refused(org, lim, &org.new_user("carl", None)), Code::Forbidden);
    let details = SiteDetails { name: "Aalst".into(), ..SiteDetails::default() };
    assert_eq!(refused(org, lim, &sites::api::Create { org: slug(), details }), Code::Forbidden);
    let mut create = roles::api::Create::samples().remove(0);
    create.org = slug();
    assert_eq!(refused(org, lim, &create), Code::Forbidden);

    for (role, scope) in [("users", elsewhere), ("users", Scope::Organization), ("owner", Scope::Organization)] {
        let grants = vec![org.grant(role, scope)];
        let appoint = administrators::api::Create {
            org: slug(),
            person: person("mallory"),
            site: None,
            grants,
            password: TemporaryPassword::Generated,
        };
        assert_eq!(refused(org, lim, &appoint), Code::Forbidden, "{role}");
    }
}

#[test]
fn a_mutation_that_is_refused_late_leaves_no_row() {
    let org = Organization::new();
    let gent = org.site("Gent");
    let here = Scope::Sites { sites: [gent].into() };
    let (_, temporary) =
        org.appoint("lim", ["users", "administrators"].map(|role| org.grant(role, here.clone())).into());
    let lim = sign_in_for_the_first_time(&org, "lim", &temporary);
    // The person is written before the second grant is judged.
    let appoint = administrators::api::Create {
        org: org.slug.clone(),
        person: person("mallory"),
        site: None,
        grants: vec![org.grant("users", here.clone()), org.grant("sites", here)],
        password: TemporaryPassword::Generated,
    };
    assert_eq!(refused(&org, &lim, &appoint), Code::ExceedsOwnAuthority);
    assert!(org.owner.send(&org.new_user("mallory", None)).is_ok(), "the name is still free");
}
