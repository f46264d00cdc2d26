//! Service credentials: they open the check API and nothing else, and die with their maker's right.

use super::*;
use shared::{
    authority::permission::{ADMINISTRATORS_VIEW, CREDENTIALS_CREATE, CREDENTIALS_VIEW, USERS_VIEW},
    checks::{Answer, At, Check, Reason, api as checks},
    credentials::{
        TOKEN_PREFIX,
        api::{Create, Delete, List, Made},
    },
    grants::api as grants,
    ids::{CredentialId, UserId},
    roles::{RoleDetails, api as roles},
    wire,
};

/// Sends a request as a service does: with its token, and without a session.
fn serve<E: Endpoint>(world: &World, token: &str, request: &E) -> Result<E::Response, Problem> {
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
    wire::decode_response(reply.status, reply.body.as_bytes())
}

fn make(browser: &Browser<'_>) -> (CredentialId, String) {
    let Made { credential, token } =
        browser.send(&Create { org: org(), name: " Portal ".into(), expires_at: None }).unwrap();
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
    let create = Create { org: org(), name: "Portal".into(), expires_at: None };
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
    let create = |expires_at| Create { org: org(), name: "Portal".into(), expires_at: Some(expires_at) };
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
    assert_eq!(code(lim.send(&Create { org: org(), name: "Mine".into(), expires_at: None })), Code::Forbidden);
    assert_eq!(code(mia.send(&Delete { org: org(), credential: id })), Code::Forbidden, "making is not revoking");
}
