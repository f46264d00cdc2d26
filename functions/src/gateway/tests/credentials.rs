//! Service credentials: they open the check API and nothing else, and die with their maker's right.

use super::*;
use shared::{
    authority::{
        Permission, Permissions,
        permission::{ADMINISTRATORS_VIEW, CREDENTIALS_CREATE, CREDENTIALS_VIEW, USERS_VIEW},
    },
    checks::{Answer, At, Check, Reason, api as checks},
    credentials::{
        Reach, TOKEN_PREFIX,
        api::{Create, Delete, List, Made, Rotate},
    },
    grants::api as grants,
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{CredentialId, UserId},
    roles::{RoleDetails, api as roles},
    wire,
};

/// Sends a request as a service does: with its token, and without a session.
pub(super) fn serve<E: Endpoint>(world: &World, token: &str, request: &E) -> Result<E::Response, Problem> {
    let wire = wire::encode(request);
    let (path, query) = wire.path_and_query.split_once('?').unwrap_or((&wire.path_and_query, ""));
    let reply = world.stranger().exchange(Incoming {
        method: wire.method.into(),
        path: path.into(),
        query: query.into(),
        body: wire.body.clone().unwrap_or_default(),
        bearer: Some(token.into()),
        ..Incoming::default()
    });
    if reply.status < 400 {
        world.answered.borrow_mut().insert((E::METHOD.as_str(), E::PATH));
    }
    wire::decode_response(reply.status, reply.body.as_bytes())
}

fn make(browser: &Browser<'_>) -> (CredentialId, String) {
    let Made { credential, token } = browser.send(&Create::new(org(), " Portal ")).unwrap();
    assert_eq!(credential.name, "Portal");
    (credential.id, token.unwrap())
}

fn ask(world: &World, token: &str, user: &UserId) -> Result<Answer, Problem> {
    let check = Check { user: user.clone(), permission: USERS_VIEW, at: At::Organization };
    serve(world, token, &checks::Create { org: org(), check })
}

#[test]
fn a_service_asks_what_it_is_for() {
    let world = World::new();
    let anna = world.user("anna", None);
    let (id, token) = make(&world.owner());
    assert!(token.starts_with(TOKEN_PREFIX));
    let answer = ask(&world, &token, &anna).unwrap();
    assert_eq!((answer.allowed, answer.reason), (false, Some(Reason::NoGrant)));
    let check = Check { user: anna.clone(), permission: USERS_VIEW, at: At::Organization };
    assert_eq!(serve(&world, &token, &checks::Batch { org: org(), checks: vec![check] }).unwrap(), [answer]);
    assert_eq!(serve(&world, &token, &checks::Held { org: org(), user: anna }).unwrap(), []);
    let who = checks::Who { org: org(), permission: USERS_VIEW, site: None, group: None, cursor: None, limit: None };
    assert_eq!(serve(&world, &token, &who).unwrap().total, 1);
    let listed = world.owner().send(&List { org: org() }).unwrap().remove(0);
    assert_eq!((listed.id, listed.last_used_at), (id, Some(world.now())));
    assert_eq!(listed.created_by.unwrap().name, "olivia Peeters");
}

#[test]
fn a_service_is_a_stranger_everywhere_else() {
    let world = World::new();
    let (_, token) = make(&world.owner());
    macro_rules! all {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $(refuses::<shared::$noun::api::$verb>(&world, &token);)+
        };
    }
    shared::for_each_endpoint!(all);
}

fn refuses<E: Endpoint>(world: &World, token: &str) {
    if matches!(E::NEEDS, shared::Needs::Nothing | shared::Needs::Service(_)) {
        return;
    }
    for sample in E::samples() {
        assert_eq!(code(serve(world, token, &sample)), Code::SessionRequired, "{}", E::PATH);
    }
}

#[test]
fn a_token_is_shown_once_and_stored_nowhere() {
    let world = World::new();
    let owner = world.owner();
    let create = Create::new(org(), "Portal");
    let made = owner.send_with_key(&create, Some("key-0001")).unwrap();
    let token = made.token.unwrap();
    assert_eq!(owner.send_with_key(&create, Some("key-0001")).unwrap().token, None);
    assert!(!world.contents().contains(&token));
    let lines = world.rows("SELECT group_concat(line) FROM audit")[0].get::<String>(0).unwrap();
    assert!(lines.contains("credential_created") && !lines.contains(&text::digest(&token)));
}

#[test]
fn a_wrong_revoked_or_expired_token_is_refused() {
    let world = World::new();
    let anna = world.user("anna", None);
    let owner = world.owner();
    let (id, token) = make(&owner);
    for wrong in ["", "bwk_", &token[..token.len() - 1], &text::digest(&token)] {
        assert_eq!(code(ask(&world, wrong, &anna)), Code::SessionRequired, "{wrong}");
    }
    owner.send(&Delete { org: org(), credential: id.clone() }).unwrap();
    assert_eq!(code(ask(&world, &token, &anna)), Code::SessionRequired);
    assert_eq!(code(owner.send(&Delete { org: org(), credential: id })), Code::NotFound);

    let until = world.now() + Span::hours(1);
    let create = |expires_at| Create { expires_at: Some(expires_at), ..Create::new(org(), "Portal") };
    assert_eq!(errors(owner.send(&create(world.now()))), ["expires_at in_the_past"]);
    let token = owner.send(&create(until)).unwrap().token.unwrap();
    assert!(ask(&world, &token, &anna).is_ok());
    world.wait(Span::hours(1));
    assert_eq!(code(ask(&world, &token, &anna)), Code::SessionRequired);
}

/// Somebody who may make credentials and see administrators.
fn maker(world: &World) -> (UserId, Browser<'_>) {
    let details = RoleDetails {
        name: "Integrator".into(),
        description: String::new(),
        permissions: [ADMINISTRATORS_VIEW, CREDENTIALS_CREATE, CREDENTIALS_VIEW].into(),
    };
    world.owner().send(&roles::Create { org: org(), details }).unwrap();
    world.appoint("mia", vec![world.grant("Integrator", Scope::Organization)])
}

#[test]
fn a_token_dies_when_its_maker_loses_the_right_to_make_one() {
    let world = World::new();
    let anna = world.user("anna", None);
    let (mia, browser) = maker(&world);
    let (_, token) = make(&browser);
    assert!(ask(&world, &token, &anna).is_ok());
    let owner = world.owner();
    let disable = shared::administrators::api::Disable { org: org(), user: mia.clone() };
    owner.send(&disable).unwrap();
    assert_eq!(code(ask(&world, &token, &anna)), Code::SessionRequired);
    owner.send(&shared::administrators::api::Enable { org: org(), user: mia.clone() }).unwrap();
    assert!(ask(&world, &token, &anna).is_ok());
    let seen = owner.send(&shared::administrators::api::View { org: org(), user: mia }).unwrap();
    owner.send(&grants::Suspend { org: org(), grant: seen.grants[0].id.clone() }).unwrap();
    assert_eq!(code(ask(&world, &token, &anna)), Code::SessionRequired);
}

#[test]
fn credentials_are_the_organizations_and_nobody_makes_one_without_the_right() {
    let world = World::new();
    let (_, lim) = world.appoint_at("lim", &world.site("Gent"));
    let (_, mia) = maker(&world);
    let (id, _) = make(&mia);
    assert_eq!(code(lim.send(&List { org: org() })), Code::Forbidden);
    assert_eq!(code(lim.send(&Create::new(org(), "Mine"))), Code::Forbidden);
    assert_eq!(code(mia.send(&Delete { org: org(), credential: id })), Code::Forbidden, "making is not revoking");
}

/// A credential that answers about one site only.
fn at_site(browser: &Browser<'_>, site: &SiteId) -> Result<Made, Problem> {
    let reach = Reach { scope: only(site), ..Reach::default() };
    browser.send(&Create { reach, ..Create::new(org(), "Kiosk") })
}

#[test]
fn a_token_answers_about_its_scope_and_no_further() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (anna, bart) = (world.user("anna", Some(&gent)), world.user("bart", Some(&namur)));
    let made = at_site(&world.owner(), &gent).unwrap();
    assert_eq!(made.credential.reach.scope, only(&gent));
    let token = made.token.unwrap();
    assert_eq!(ask(&world, &token, &anna).unwrap().reason, Some(Reason::NoGrant));
    assert_eq!(ask(&world, &token, &bart).unwrap().reason, Some(Reason::Unknown));
    let everywhere = make(&world.owner()).1;
    assert_eq!(ask(&world, &everywhere, &bart).unwrap().reason, Some(Reason::NoGrant));
}

#[test]
fn a_token_for_a_group_reaches_what_is_below_it() {
    let world = World::new();
    let owner = world.owner();
    let group = |name: &str, parent| {
        let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
        let create = groups::Create { org: org(), kind: GroupKind::Access, parent, details };
        owner.send(&create).unwrap().id
    };
    let top = group("Desk", None);
    let (below, beside) = (group("Night", Some(top.clone())), group("Sales", None));
    let anna = world.user("anna", None);
    owner.send(&groups::AddMember { org: org(), group: below.clone(), user: anna.clone() }).unwrap();
    let token = |group: &shared::ids::GroupId| {
        let reach = Reach { scope: Scope::Groups { groups: [group.clone()].into() }, ..Reach::default() };
        owner.send(&Create { reach, ..Create::new(org(), "Kiosk") }).unwrap().token.unwrap()
    };
    for (group, known) in [(&top, true), (&below, true), (&beside, false)] {
        let reason = ask(&world, &token(group), &anna).unwrap().reason;
        assert_eq!(reason == Some(Reason::NoGrant), known, "{reason:?}");
    }
}

#[test]
fn nobody_gives_a_token_what_he_may_not_do_there() {
    let world = World::new();
    let (_, mia) = maker(&world);
    let with = |permission: Permission| {
        let reach = Reach { permissions: [permission].into(), ..Reach::default() };
        Create { reach, ..Create::new(org(), "Mine") }
    };
    assert_eq!(code(mia.send(&with(USERS_VIEW))), Code::Forbidden);
    assert!(mia.send(&with(CREDENTIALS_VIEW)).is_ok());
    let nothing = Reach { permissions: Permissions::new(), scope: Scope::Sites { sites: [].into() } };
    let refused = mia.send(&Create { reach: nothing, ..Create::new(org(), "Mine") });
    assert_eq!(errors(refused), ["reach.permissions required", "reach.scope scope_required"]);
    let elsewhere = SiteId::from_u128(0xdead);
    assert_eq!(errors(at_site(&world.owner(), &elsewhere)), ["reach.scope unknown_site"]);
}

#[test]
fn a_token_without_the_permission_that_is_asked_for_is_refused() {
    let world = World::new();
    let anna = world.user("anna", None);
    let reach = Reach { permissions: [USERS_VIEW].into(), ..Reach::default() };
    let made = world.owner().send(&Create { reach, ..Create::new(org(), "Mine") }).unwrap();
    assert_eq!(code(ask(&world, &made.token.unwrap(), &anna)), Code::Forbidden);
}

#[test]
fn a_token_narrows_with_its_makers_authority() {
    let world = World::new();
    let gent = world.site("Gent");
    let anna = world.user("anna", Some(&gent));
    let owner = world.owner();
    let (mia, browser) = maker(&world);
    let (_, token) = make(&browser);
    assert!(ask(&world, &token, &anna).unwrap().reason.is_some());
    // He may still make credentials, and sees administrators no more.
    let mut role = owner.send(&roles::List { org: org() }).unwrap();
    let role = role.remove(role.iter().position(|role| role.details.name == "Integrator").unwrap());
    let mut details = role.details.clone();
    details.permissions.remove(&ADMINISTRATORS_VIEW);
    owner.send(&roles::Update { org: org(), role: role.id, version: role.version, details }).unwrap();
    assert_eq!(code(ask(&world, &token, &anna)), Code::Forbidden, "{mia}");
}

#[test]
fn a_new_token_and_the_one_before_it_work_together_for_a_while() {
    let world = World::new();
    let anna = world.user("anna", None);
    let owner = world.owner();
    let (id, first) = make(&owner);
    let rotate = |hours| Rotate { org: org(), credential: id.clone(), overlap_hours: hours };
    assert_eq!(errors(owner.send(&rotate(169))), ["overlap_hours out_of_range"]);
    let made = owner.send_with_key(&rotate(24), Some("key-0001")).unwrap();
    assert_eq!(made.credential.previous_until, Some(world.now() + Span::hours(24)));
    assert_eq!(owner.send_with_key(&rotate(24), Some("key-0001")).unwrap().token, None);
    let second = made.token.unwrap();
    assert!(!world.contents().contains(&second));
    for token in [&first, &second] {
        assert!(ask(&world, token, &anna).is_ok());
    }
    world.wait(Span::hours(24));
    let owner = world.owner();
    assert_eq!(code(ask(&world, &first, &anna)), Code::SessionRequired);
    assert!(ask(&world, &second, &anna).is_ok());
    let third = owner.send(&rotate(0)).unwrap();
    assert_eq!(third.credential.previous_until, None);
    assert_eq!(code(ask(&world, &second, &anna)), Code::SessionRequired, "at once");
    let third = third.token.unwrap();
    owner.send(&rotate(1)).unwrap();
    assert!(ask(&world, &third, &anna).is_ok());
    owner.send(&Delete { org: org(), credential: id }).unwrap();
    assert_eq!(code(ask(&world, &third, &anna)), Code::SessionRequired, "revoking ends both");
}

#[test]
fn nobody_gets_more_out_of_a_token_by_replacing_it() {
    let world = World::new();
    let owner = world.owner();
    let reach = Reach { permissions: [ADMINISTRATORS_VIEW, USERS_VIEW].into(), ..Reach::default() };
    let strong = owner.send(&Create { reach, ..Create::new(org(), "Strong") }).unwrap().credential.id;
    let (weak, _) = make(&owner);
    let (_, mia) = maker(&world);
    let rotate = |credential| Rotate { org: org(), credential, overlap_hours: 0 };
    assert_eq!(code(mia.send(&rotate(strong))), Code::Forbidden);
    let seen = mia.send(&rotate(weak)).unwrap().credential;
    assert_eq!(seen.created_by.map(|by| by.name), Some("mia Peeters".into()), "who answers for it now");
}

#[test]
fn from_where_a_token_was_used_last_is_shown() {
    let world = World::new();
    let (_, token) = make(&world.owner());
    let wire = wire::encode(&checks::Held { org: org(), user: UserId::from_u128(1) });
    world.stranger().exchange(Incoming {
        method: wire.method.into(),
        path: wire.path_and_query,
        bearer: Some(token),
        address: Some("2001:db8::7".into()),
        ..Incoming::default()
    });
    let listed = world.owner().send(&List { org: org() }).unwrap().remove(0);
    assert_eq!(listed.last_used_from.as_deref(), Some("2001:db8::7"));
}
