//! Which requests find a handler.

use super::{credentials::serve, *};
use crate::{setup::Tokens, sql::Reader};
use shared::{
    accounts::api as accounts,
    administrators::api as administrators,
    analytics::{Trend, api as analytics},
    assignments::{Asset, api as assignments},
    audit::{Seq, api as audit},
    authority::permission::USERS_VIEW,
    checks::{At, Check, api as checks},
    credentials::api as credentials,
    devices::{DeviceDetails, api as devices},
    directories::api as directories,
    features::{FeatureDetails, Words, api as features},
    grants::{Subject, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    images::api as images,
    integrations,
    inventory::api as all,
    invitations::api as invitations,
    licenses::{LicenseDetails, api as licenses},
    mails::api as mails,
    notes::api as notes,
    notices::api as notices,
    numbers::{NumberDetails, api as numbers},
    orders::api as orders,
    organizations::api as organizations,
    previews::api as previews,
    profile::api as profile,
    recovery::api as recovery,
    reports::{Report, api as reports},
    roles::api as roles,
    session::api as session,
    sessions::api as sessions,
    sites::api as sites,
    time::Span,
    two_step::api as two_step,
    users::api as users,
    webhooks::api as webhooks,
    wire,
};
use std::collections::BTreeSet;

fn contract() -> BTreeSet<(&'static str, &'static str)> {
    macro_rules! all {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            [$((
                <shared::$noun::api::$verb as Endpoint>::METHOD.as_str(),
                <shared::$noun::api::$verb as Endpoint>::PATH,
            )),+]
        };
    }
    shared::for_each_endpoint!(all).into()
}

#[test]
fn every_endpoint_of_the_contract_is_mounted_and_nothing_else() {
    let routes = Routes::all(Tokens::default());
    assert_eq!(routes.mounted().collect::<BTreeSet<_>>(), contract());
}

#[test]
fn every_endpoint_answers_an_owner() {
    let world = World::new();
    send_everything(&world);
    assert_eq!(*world.answered.borrow(), contract());
}

/// Has the owner send every request there is.
pub(super) fn send_everything(world: &World) {
    let owner = world.owner();
    owner.send(&organizations::View { org: org() }).unwrap();
    let seen = owner.send(&organizations::ViewSettings { org: org() }).unwrap();
    let (version, settings) = (seen.version, seen.settings);
    owner.send(&organizations::UpdateSettings { org: org(), version, settings }).unwrap();
    people(world, &owner);
    places_and_roles(world, &owner);
    groups_and_grants(world, &owner);
    answers(world, &owner);
    inventory(world, &owner);
    told(world, &owner);
    portal(world, &owner);
    accounts(world, &owner);
    batches(world, &owner);
    newcomers(world, &owner);
    look(&owner);
    outside(&owner);
    directories(world, &owner);
    two_steps(world, &owner);
    oneself(world, &owner);
}

/// The owner gives the organization a logo and colors, and takes them back.
fn look(owner: &Browser<'_>) {
    let mut set_logo = images::SetLogo::samples().remove(0);
    set_logo.version = owner.send(&images::View { org: org() }).unwrap().version;
    let version = owner.send(&set_logo).unwrap().version;
    owner.send(&images::Logo::samples().remove(0)).unwrap();
    let set_colors = images::SetColors { version, ..images::SetColors::samples().remove(0) };
    owner.send(&set_colors).unwrap();
    owner.send(&images::RemoveLogo { org: org() }).unwrap();
    // Whoever asks need not be anybody's.
    owner.send(&shared::reminders::api::Create::samples().remove(0)).unwrap();
}

fn outside(owner: &Browser<'_>) {
    let integrations::Integrations { version, settings } = owner.send(&integrations::api::View { org: org() }).unwrap();
    owner.send(&integrations::api::Update { org: org(), version, settings }).unwrap();
    let mut create = webhooks::Create::samples().remove(0);
    create.org = org();
    let details = create.details.clone();
    let webhook = owner.send(&create).unwrap().webhook.id;
    let rotated = owner.send(&webhooks::Rotate { org: org(), webhook: webhook.clone(), overlap_hours: 1 }).unwrap();
    let version = rotated.webhook.version;
    owner.send(&webhooks::Update { org: org(), webhook: webhook.clone(), version, details }).unwrap();
    let test = owner.send(&webhooks::Test { org: org(), webhook: webhook.clone() }).unwrap();
    owner.send(&webhooks::Resend { org: org(), webhook: webhook.clone(), delivery: test.id }).unwrap();
    owner.send(&webhooks::Deliveries { org: org(), webhook: webhook.clone() }).unwrap();
    owner.send(&webhooks::List { org: org() }).unwrap();
    owner.send(&webhooks::View { org: org(), webhook: webhook.clone() }).unwrap();
    owner.send(&webhooks::Delete { org: org(), webhook }).unwrap();
}

/// A connector speaks, and the owner hears it.
fn directories(world: &World, owner: &Browser<'_>) {
    let mut create = directories::Create::samples().remove(1);
    create.org = org();
    let made = owner.send(&create).unwrap();
    let (directory, token) = (made.directory.credential.id, made.token.unwrap());
    let details = made.directory.details;
    let (version, default_password) = (made.directory.version, None);
    let update = directories::Update { org: org(), directory: directory.clone(), version, details, default_password };
    owner.send(&update).unwrap();
    serve(world, &token, &directories::Own { org: org() }).unwrap();
    let mut begin = directories::Begin::samples().remove(0);
    begin.org = org();
    begin.counts.disabled = 1;
    let run = serve(world, &token, &begin).unwrap().id;
    let report = directories::Report { org: org(), run: run.clone(), steps: Vec::new(), finished: None };
    serve(world, &token, &report).unwrap();
    owner.send(&directories::List { org: org() }).unwrap();
    owner.send(&directories::View { org: org(), directory: directory.clone() }).unwrap();
    let (failed, cursor, limit) = (false, None, None);
    owner.send(&directories::Runs { org: org(), directory: directory.clone(), cursor: None, limit }).unwrap();
    let of_run = (directory.clone(), run.clone());
    owner.send(&directories::ViewRun { org: org(), directory: of_run.0.clone(), run: of_run.1.clone() }).unwrap();
    let steps = directories::Steps { org: org(), directory: of_run.0, run: of_run.1, failed, cursor, limit };
    owner.send(&steps).unwrap();
    owner.send(&directories::Confirm { org: org(), directory: directory.clone(), run }).unwrap();
    let waiting = directories::Begin { digest: "a".repeat(64), ..begin.clone() };
    let run = serve(world, &token, &waiting).unwrap().id;
    owner.send(&directories::Decline { org: org(), directory, run }).unwrap();
    let (connector, reason) = (begin.connector, "gone".to_owned());
    serve(world, &token, &directories::Fail { org: org(), connector, run: None, reason }).unwrap();
}

/// The owner signs in with two steps for a while, and looks after those of others.
fn two_steps(world: &World, owner: &Browser<'_>) {
    let required = owner.send(&two_step::ViewPolicy { org: org() }).unwrap();
    let update = two_step::UpdatePolicy { org: org(), version: required.version, policy: required.policy };
    owner.send(&update).unwrap();
    let (secret, codes) = super::two_step::set_up(world, owner);
    owner.send(&two_step::View { org: org() }).unwrap();
    let hers = world.owner();
    hers.send(&session::ConfirmCode { org: org(), code: codes[0].clone() }).unwrap();
    owner.send(&two_step::RenewRecoveryCodes { org: org(), code: codes[1].clone() }).unwrap();
    world.wait(Span::minutes(1));
    let code = crate::two_step::code(&secret, world.now());
    owner.send(&two_step::Remove { org: org(), code }).unwrap();
    let (user, his) = world.appoint("hugo", vec![world.grant("sites", Scope::Organization)]);
    super::two_step::set_up(world, &his);
    owner.send(&two_step::Reset { org: org(), user }).unwrap();
}

/// The owner looks at his account, and the operator after all of them.
fn accounts(world: &World, owner: &Browser<'_>) {
    owner.send(&accounts::List::first(org())).unwrap();
    world.stranger().send(&crate::testing::setup(TOKENS[1], "operator")).unwrap();
    let operator = world.stranger();
    let slug: shared::ids::Slug = "operator".parse().unwrap();
    let sign_in = session::Create { org: slug.clone(), login: "olivia".into(), password: PASSWORD.into() };
    operator.send(&sign_in).unwrap();
    let mut create = accounts::Create::samples().remove(0);
    create.org = slug.clone();
    let number = operator.send(&create).unwrap().account.number;
    operator.send(&accounts::View { org: slug.clone(), number }).unwrap();
    operator.send(&accounts::Suspend { org: slug.clone(), number }).unwrap();
    operator.send(&accounts::Resume { org: slug, number }).unwrap();
}

fn batches(world: &World, owner: &Browser<'_>) {
    let import = shared::imports::Import {
        file: super::imports::file(&["Lea Vos,,lea@carrier.example,,,,1,0,0,"]),
        passwords: shared::imports::Passwords::Later,
        ..Default::default()
    };
    let plan = owner.send(&shared::imports::api::Plan { org: org(), import: import.clone() }).unwrap().plan;
    let batch = owner.send(&shared::imports::api::Create { org: org(), import, plan }).unwrap().batch;
    owner.send(&shared::batches::api::List { org: org() }).unwrap();
    owner.send(&shared::batches::api::View { org: org(), batch }).unwrap();
    owner.send(&audit::Undo { org: org(), seq: Seq(u64::try_from(world.last_record()).unwrap()) }).unwrap();
    let (users, action) = (vec![world.user("noor", None)], users::Action::Disable {});
    let plan = users::PlanMany { org: org(), users: users.clone(), action: action.clone() };
    let plan = owner.send(&plan).unwrap().plan;
    owner.send(&users::ChangeMany { org: org(), users, action, plan }).unwrap();
}

fn groups_and_grants(world: &World, owner: &Browser<'_>) {
    let details = GroupDetails { name: "Desk".into(), ..GroupDetails::default() };
    let create = |parent| groups::Create { org: org(), kind: GroupKind::Team, parent, details: details.clone() };
    let top = owner.send(&create(None)).unwrap();
    let below = owner.send(&create(Some(top.id.clone()))).unwrap();
    owner.send(&groups::List::first(org())).unwrap();
    let group = below.id;
    owner.send(&groups::View { org: org(), group: group.clone() }).unwrap();
    owner
        .send(&groups::Update {
            org: org(),
            group: group.clone(),
            version: 1,
            details: GroupDetails { name: "Ops".into(), ..details.clone() },
        })
        .unwrap();
    owner.send(&groups::Move { org: org(), group: group.clone(), version: 2, parent: None }).unwrap();
    owner.send(&groups::Disable { org: org(), group: group.clone() }).unwrap();
    owner.send(&groups::Enable { org: org(), group: group.clone() }).unwrap();
    owner.send(&groups::SetLock { org: org(), group: group.clone(), reason: "Agreed".into() }).unwrap();
    owner.send(&groups::RemoveLock { org: org(), group: group.clone() }).unwrap();
    let user = world.user("mia", None);
    owner.send(&groups::AddMember { org: org(), group: group.clone(), user: user.clone() }).unwrap();
    owner.send(&groups::Members { org: org(), group: group.clone(), cursor: None, limit: None }).unwrap();
    owner.send(&groups::RemoveMember { org: org(), group: group.clone(), user: user.clone() }).unwrap();
    let email = "mia@carrier.example".into();
    owner.send(&groups::AddMemberByEmail { org: org(), group: group.clone(), email }).unwrap();
    let to = shared::previews::api::Groups([top.id.clone()].into());
    owner.send(&groups::MoveTargets { org: org(), group: group.clone(), user: user.clone(), to }).unwrap();
    let (here, there) = (group.clone(), top.id.clone());
    owner.send(&groups::MoveMember { org: org(), group: here.clone(), user: user.clone(), to: there.clone() }).unwrap();
    owner.send(&groups::MoveMember { org: org(), group: there, user: user.clone(), to: here }).unwrap();

    let subject = Subject::Group(group.clone());
    let grant = owner
        .send(&grants::Create { org: org(), subject, grant: world.grant("users", Scope::Organization) })
        .unwrap()
        .id;
    owner.send(&grants::Suspend { org: org(), grant: grant.clone() }).unwrap();
    owner.send(&grants::Resume { org: org(), grant: grant.clone() }).unwrap();
    let grantor = world.appoint("nora", vec![world.grant("owner", Scope::Organization)]).0;
    owner.send(&grants::Rehome { org: org(), grant: grant.clone(), grantor }).unwrap();
    owner.send(&grants::Orphaned { org: org() }).unwrap();
    owner.send(&previews::View { group: Some(group.clone()), ..previews::View::nothing(org()) }).unwrap();
    owner.send(&previews::SeeAs { org: org(), user: user.clone() }).unwrap();
    owner.send(&grants::Delete { org: org(), grant }).unwrap();
    owner.send(&groups::RemoveMember { org: org(), group: group.clone(), user }).unwrap();
    owner.send(&groups::Delete { org: org(), group }).unwrap();
}

fn answers(world: &World, owner: &Browser<'_>) {
    let key: shared::ids::FeatureKey = "analytics".parse().unwrap();
    let details =
        FeatureDetails { label: Words { en: "Analytics".into(), ..Words::default() }, ..FeatureDetails::default() };
    owner.send(&features::Create { org: org(), key: key.clone(), details: details.clone() }).unwrap();
    owner.send(&features::List { org: org() }).unwrap();
    owner.send(&features::Update { org: org(), key: key.clone(), version: 1, details }).unwrap();
    owner.send(&features::Delete { org: org(), key }).unwrap();

    owner.send(&reports::View::latest(org(), Report::SignIns)).unwrap();
    owner.send(&analytics::View::latest(org(), Trend::Growth)).unwrap();

    let user = world.user("kim", None);
    let check = Check { user: user.clone(), permission: USERS_VIEW, at: At::Organization };
    owner.send(&checks::Create { org: org(), check: check.clone() }).unwrap();
    owner.send(&checks::Batch { org: org(), checks: vec![check.clone(), check] }).unwrap();
    owner.send(&checks::Held { org: org(), user: user.clone() }).unwrap();
    let who = checks::Who { org: org(), permission: USERS_VIEW, site: None, group: None, cursor: None, limit: None };
    owner.send(&who).unwrap();
    let explain = checks::Explain { org: org(), user, permission: USERS_VIEW, site: None, group: None };
    owner.send(&explain).unwrap();

    let made = owner.send(&credentials::Create::new(org(), "Portal")).unwrap();
    let rotate = credentials::Rotate { org: org(), credential: made.credential.id.clone(), overlap_hours: 1 };
    owner.send(&rotate).unwrap();
    owner.send(&credentials::List { org: org() }).unwrap();
    owner.send(&credentials::Delete { org: org(), credential: made.credential.id }).unwrap();

    let site = world.site("Undone");
    let version = 1;
    let details = shared::sites::SiteDetails { name: "Done".into(), ..Default::default() };
    owner.send(&sites::Update { org: org(), site, version, details }).unwrap();
    let newest = owner.send(&audit::List::newest(org())).unwrap();
    owner.send(&audit::Export { org: org(), after: None, limit: None }).unwrap();
    owner.send(&audit::Undo { org: org(), seq: Seq(newest.items[0].record.seq) }).unwrap();
}

fn told(world: &World, owner: &Browser<'_>) {
    let (user, hers) = world.appoint("zoe", vec![world.grant("notices", Scope::Organization)]);
    owner.send(&mails::List { org: org(), user }).unwrap();
    let mut create = notices::Create::samples().remove(0);
    (create.org, create.details.scope) = (org(), Scope::Organization);
    owner.send(&notices::Audience { org: org(), scope: Scope::Organization }).unwrap();
    let notice = owner.send(&create).unwrap().id;
    owner.send(&notices::Sent { org: org(), cursor: None, limit: None }).unwrap();
    owner.send(&notices::List { org: org(), cursor: None, limit: None }).unwrap();
    hers.send(&notices::Read { org: org(), notice }).unwrap();
}

fn portal(world: &World, owner: &Browser<'_>) {
    let (template, user) = (world.user("tess", None), world.user("uma", None));
    let grants = vec![world.grant("notes", Scope::Organization), world.grant("orders", Scope::Organization)];
    owner.send(&grants::Assign { org: org(), user: template.clone(), grants }).unwrap();
    let (mode, reason) = (shared::authority::CopyMode::Add, String::new());
    owner.send(&grants::Copy { org: org(), user, from: template, mode, reason }).unwrap();

    let note = owner.send(&notes::Create { org: org(), details: note("Hello") }).unwrap().id;
    owner.send(&notes::List::first(org())).unwrap();
    owner.send(&notes::Delete { org: org(), note }).unwrap();

    let mut order = orders::Create::samples().remove(0);
    order.org = org();
    order.details.site = None;
    let order = owner.send(&order).unwrap();
    owner.send(&orders::List::first(org())).unwrap();
    let (order, version, status) = (order.id, order.version, shared::orders::OrderStatus::Fulfilled);
    owner.send(&orders::Update { org: org(), order, version, status }).unwrap();
}

fn newcomers(world: &World, owner: &Browser<'_>) {
    let create = invitations::Create { org: org(), email: "vera@carrier.example".into(), site: None, group: None };
    let invitation = owner.send(&create).unwrap().id;
    owner.send(&invitations::Delete { org: org(), invitation }).unwrap();
    let invitation = owner.send(&create).unwrap().id;
    owner.send(&invitations::Resend { org: org(), invitation }).unwrap();
    owner.send(&invitations::List { org: org() }).unwrap();
    let token = super::newcomers::last_secret(world);
    world.stranger().send(&invitations::Open { org: org(), token: token.clone() }).unwrap();
    let mut accept = invitations::Accept::samples().remove(0);
    (accept.org, accept.token) = (org(), token);
    world.stranger().send(&accept).unwrap();
    world.stranger().send(&recovery::Create { org: org(), login: "jfennell".into() }).unwrap();
    let token = super::newcomers::last_secret(world);
    let new_password = "grey boats of Namur".into();
    world.stranger().send(&recovery::Complete { org: org(), token, new_password }).unwrap();
    let made = owner.send(&new_user("wim", None)).unwrap();
    let his = world.stranger();
    his.sign_in("wim", &made.temporary_password.clone().unwrap()).unwrap();
    let mut account = session::SetUpAccount::samples().remove(0);
    (account.org, account.current_password) = (org(), made.temporary_password.unwrap());
    his.send(&account).unwrap();
}

fn note(text: &str) -> shared::notes::NoteDetails {
    shared::notes::NoteDetails { site: None, text: text.into() }
}

fn people(world: &World, owner: &Browser<'_>) {
    let (user, password) = (world.user("anna", None), TemporaryPassword::Generated);
    let seen = owner.send(&users::View { org: org(), user: user.clone() }).unwrap();
    owner.send(&users::List::first(org())).unwrap();
    let (version, person) = (seen.version, person("annette"));
    let (status, new_password) = (Some(shared::users::Status::Active), None);
    let update = users::Update { org: org(), user: user.clone(), version, person, site: None, status, new_password };
    owner.send(&update).unwrap();
    owner.send(&users::Groups { org: org(), user: user.clone() }).unwrap();
    owner.send(&users::Disable { org: org(), user: user.clone() }).unwrap();
    owner.send(&users::Enable { org: org(), user: user.clone() }).unwrap();
    owner.send(&users::ResetPassword { org: org(), user, password: password.clone() }).unwrap();

    let grants = vec![world.grant("users", Scope::Organization)];
    let user = world.appoint("bart", grants.clone()).0;
    let seen = owner.send(&administrators::View { org: org(), user: user.clone() }).unwrap();
    owner.send(&administrators::List::first(org())).unwrap();
    let (version, person) = (seen.user.version, crate::testing::person("bartholomew"));
    owner
        .send(&administrators::Update {
            org: org(),
            user: user.clone(),
            version,
            person: person.clone(),
            site: None,
            grants,
        })
        .unwrap();
    let (version, grants) = (version + 1, vec![world.grant("sites", Scope::Organization)]);
    owner
        .send(&administrators::Update { org: org(), user: user.clone(), version, person, site: None, grants })
        .unwrap();
    owner.send(&administrators::Disable { org: org(), user: user.clone() }).unwrap();
    owner.send(&administrators::Enable { org: org(), user: user.clone() }).unwrap();
    owner.send(&administrators::ResetPassword { org: org(), user, password }).unwrap();
}

fn places_and_roles(world: &World, owner: &Browser<'_>) {
    let site = world.site("Gent");
    let details = owner.send(&sites::View { org: org(), site: site.clone() }).unwrap().details;
    owner.send(&sites::List { org: org() }).unwrap();
    owner.send(&sites::Update { org: org(), site, version: 1, details }).unwrap();

    let details = roles::Create::samples().remove(0).details;
    let role = owner.send(&roles::Create { org: org(), details: details.clone() }).unwrap().id;
    owner.send(&roles::View { org: org(), role: role.clone() }).unwrap();
    owner.send(&roles::List { org: org() }).unwrap();
    owner.send(&roles::Update { org: org(), role: role.clone(), version: 1, details }).unwrap();
    owner.send(&roles::Delete { org: org(), role }).unwrap();
}

fn inventory(world: &World, owner: &Browser<'_>) {
    let user = world.user("ines", None);
    let details = NumberDetails { number: "201".into(), ..NumberDetails::default() };
    let made = owner.send(&numbers::Create { org: org(), details: details.clone() }).unwrap();
    let number = made.id;
    owner.send(&numbers::View { org: org(), number: number.clone() }).unwrap();
    owner.send(&numbers::Update { org: org(), number: number.clone(), version: 1, details }).unwrap();
    owner.send(&numbers::List::first(org())).unwrap();
    let details = DeviceDetails { model: "8845".into(), identifier: "aa".into(), ..DeviceDetails::default() };
    let device = owner.send(&devices::Create { org: org(), details: details.clone() }).unwrap().id;
    owner.send(&devices::View { org: org(), device: device.clone() }).unwrap();
    owner.send(&devices::Update { org: org(), device: device.clone(), version: 1, details }).unwrap();
    owner.send(&devices::List::first(org())).unwrap();
    let details = LicenseDetails { name: "Mobile".into(), quantity: 2, ..LicenseDetails::default() };
    let license = owner.send(&licenses::Create { org: org(), details: details.clone() }).unwrap().id;
    let details = LicenseDetails { released_on_disable: true, ..details };
    owner.send(&licenses::Update { org: org(), license: license.clone(), version: 1, details }).unwrap();
    owner.send(&licenses::List::new(org())).unwrap();
    owner.send(&licenses::View { org: org(), license: license.clone() }).unwrap();
    let team = GroupDetails { name: "Field service".into(), ..GroupDetails::default() };
    let team = groups::Create { org: org(), kind: GroupKind::Team, parent: None, details: team };
    let group = owner.send(&team).unwrap().id;
    owner.send(&licenses::Reserve { org: org(), license: license.clone(), group, before: 0, seats: 1 }).unwrap();
    owner.send(&licenses::Reservations { org: org(), license: license.clone() }).unwrap();
    let asset = Asset::Number(number.clone());
    owner.send(&assignments::Assign { org: org(), user: user.clone(), asset: asset.clone() }).unwrap();
    owner.send(&assignments::Numbers::first(org())).unwrap();
    owner.send(&assignments::Devices::first(org())).unwrap();
    owner.send(&assignments::Users::first(org())).unwrap();
    owner.send(&assignments::View { org: org(), user: user.clone() }).unwrap();
    owner.send(&assignments::Unassign { org: org(), user: user.clone(), asset }).unwrap();
    owner.send(&numbers::Delete { org: org(), number }).unwrap();
    owner.send(&devices::Delete { org: org(), device }).unwrap();
    let asset = Asset::License(license.clone());
    owner.send(&assignments::Assign { org: org(), user: user.clone(), asset }).unwrap();
    owner.send(&assignments::Seats::first(org(), license.clone())).unwrap();
    owner.send(&users::Disable { org: org(), user }).unwrap();
    owner.send(&licenses::Delete { org: org(), license }).unwrap();
    owner.send(&all::View { org: org() }).unwrap();
}

fn oneself(world: &World, owner: &Browser<'_>) {
    let version = owner.me().unwrap().version;
    let profile = shared::profile::Profile { given_name: "O".into(), family_name: "P".into(), ..Default::default() };
    owner.send(&profile::Update { org: org(), version, profile }).unwrap();
    world.owner();
    let all = owner.send(&sessions::List { org: org() }).unwrap();
    let other = all.into_iter().find(|session| !session.current).unwrap();
    owner.send(&sessions::Delete { org: org(), session: other.id }).unwrap();
    owner.change_password(PASSWORD, "grey boats of Namur").unwrap();
    owner.send(&session::Delete { org: org() }).unwrap();
}

fn reply(world: &World, method: &str, path: &str) -> Reply {
    world.stranger().exchange(Incoming { method: method.into(), path: path.into(), ..Incoming::default() })
}

#[test]
fn a_path_without_the_method_says_which_methods_it_has() {
    let world = World::new();
    let refused = reply(&world, "PATCH", "/api/v1/orgs/carrier/session");
    assert_eq!((refused.status, refused.allow.as_deref()), (405, Some("DELETE, GET, POST")));
}

#[test]
fn an_unknown_path_is_not_found() {
    let world = World::new();
    for path in ["/api/v1/orgs/carrier/", "/api/v1/orgs/carrier/nothing", "/api/v1/orgs/carrier/users/%ff", "/api"] {
        assert_eq!(reply(&world, "GET", path).status, 404, "{path}");
    }
}

#[test]
fn every_endpoint_that_needs_a_session_refuses_a_stranger() {
    let world = World::new();
    let stranger = world.stranger();
    macro_rules! refuses {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $(refuses_strangers::<shared::$noun::api::$verb>(&stranger);)+
        };
    }
    shared::for_each_endpoint!(refuses);
}

fn refuses_strangers<E: Endpoint>(stranger: &Browser<'_>) {
    if E::NEEDS == shared::Needs::Nothing {
        return;
    }
    for sample in E::samples() {
        assert_eq!(code(stranger.send(&sample)), Code::SessionRequired, "{}", E::PATH);
    }
}

#[test]
fn an_unknown_organization_is_not_found_and_gains_no_table() {
    let world = World::empty();
    let view = shared::organizations::api::View { org: org() };
    assert_eq!(code(world.stranger().send(&view)), Code::UnknownOrganization);
    assert_eq!(code(world.stranger().sign_in("olivia", PASSWORD)), Code::UnknownOrganization);
    assert!(world.rows("SELECT 1 FROM sqlite_schema").is_empty());
}

#[test]
fn a_body_is_read_strictly() {
    let world = World::new();
    let owner = world.owner();
    let send = |body: &str| {
        owner.exchange(Incoming {
            method: "POST".into(),
            path: "/api/v1/orgs/carrier/sites".into(),
            body: body.into(),
            ..Incoming::default()
        })
    };
    let before = world.contents();
    for (body, status) in [
        ("", 400),
        ("{", 400),
        (r#"{"details":{"name":"Gent"},"org":"other"}"#, 400),
        (r#"{"details":{"name":"Gent"},"admin":true}"#, 400),
        (r#"{"details":{"name":"Gent","name":"Namur"}}"#, 400),
        (r#"{"details":{"name":7}}"#, 400),
        (r#"{"details":{"name":"  "}}"#, 422),
        (r#"{"details":{"name":"a\u0000b"}}"#, 422),
    ] {
        assert_eq!(send(body).status, status, "{body}");
    }
    assert_eq!(world.contents(), before);
    assert_eq!(send(r#"{"details":{"name":"Gent"}}"#).status, 200);
}

#[test]
fn a_failure_of_the_database_is_internal_and_says_nothing() {
    let world = World::new();
    let owner = world.owner();
    world.rows("DROP TABLE audit_places");
    let details = shared::sites::SiteDetails { name: "Gent".into(), ..Default::default() };
    let failed = owner.send(&shared::sites::api::Create { org: org(), details }).unwrap_err();
    assert_eq!((failed.code, failed.status), (Code::Internal, 500));
    assert!(failed.args.is_empty() && failed.errors.is_empty() && failed.request_id.is_some());
    assert!(world.rows("SELECT 1 FROM sites").is_empty());
}

#[test]
fn a_handler_that_tries_to_write_is_stopped() {
    let world = World::new();
    let database = world.database(org().as_str());
    let reader = Reader::new(&*database);
    for statement in ["DELETE FROM users", "WITH a AS (SELECT 1) DELETE FROM users", " PRAGMA user_version = 1"] {
        assert!(reader.rows(statement, &[]).is_err(), "{statement}");
    }
}

#[test]
fn a_repeated_or_forged_parameter_is_refused() {
    let world = World::new();
    let owner = world.owner();
    let get = |query: &str| {
        let reply = owner.exchange(Incoming {
            method: "GET".into(),
            path: "/api/v1/orgs/carrier/users".into(),
            query: query.into(),
            ..Incoming::default()
        });
        wire::decode_response::<serde_json::Value>(reply.status, reply.body.as_bytes()).map_err(|problem| problem.code)
    };
    assert!(get("limit=5").is_ok());
    assert_eq!(get("limit=5&limit=6"), Err(Code::DuplicateField));
    assert_eq!(get("limit=five"), Err(Code::WrongType));
    assert_eq!(get("limit=101"), Err(Code::Invalid));
    assert_eq!(get("limit=0"), Err(Code::Invalid));
    assert_eq!(get("org=other"), Err(Code::DuplicateField));
    assert_eq!(get("admin=true"), Err(Code::UndeclaredField));
    assert_eq!(get("cursor=x"), Err(Code::WrongType));
    assert_eq!(get("sort=phc"), Err(Code::WrongType));
    assert_eq!(get("q=%00%F0%9F%92%A9%27%22"), get("q=nobody-has-this"));
    let far = data_encoding::BASE64URL_NOPAD.encode(br#"{"key":"","id":"","first":4294967295,"before":false}"#);
    assert!(get(&format!("cursor={far}")).is_ok());
}
