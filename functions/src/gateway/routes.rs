//! Which handler answers which endpoint, and how each is run. A handler cannot be mounted
//! without an endpoint that says what it needs.

use super::{
    Ask, Caller, Context, Cookie, Incoming, Outgoing, Reply, Stop, earlier_answer, in_transaction, keep_answer, who,
};
use crate::{
    accounts, administrators, analytics, assignments, audit, batches, checks, credentials, devices, directories,
    effects::{self, Effect, Origin},
    features, grants, groups, images, imports, integrations, inventory, invitations, licenses, mails, notes, notices,
    numbers, orders, organizations, previews, profile, recovery, reminders, reports, roles, session, sessions, setup,
    sites,
    sql::Sql,
    surroundings::Surroundings,
    two_step, users, webhooks,
};
use serde_json::Value;
use shared::{
    Code, Endpoint, Method, Needs, Problem,
    audit::Surface,
    authority::{Access, Permission, Target, decide},
    wire,
};
use std::collections::BTreeMap;

/// How set-up, the one endpoint without an organization, is named.
pub(super) const SETUP: &str = <shared::setup::api::Create as Endpoint>::PATH;

/// How what anybody may know of an organization is named.
pub(super) const PUBLIC: [&str; 2] =
    [<shared::organizations::api::View as Endpoint>::PATH, <shared::images::api::Logo as Endpoint>::PATH];

type Slots = Vec<(String, String)>;
type Run = dyn Fn(&dyn Sql, &Surroundings<'_>, &Incoming, &Slots) -> Result<Outgoing, Stop>;

/// A request's route.
pub(super) struct Found<'a> {
    pub(super) endpoint: &'static str,
    pub(super) run: &'a Run,
    pub(super) slots: Slots,
}

#[derive(Default)]
struct Path {
    methods: BTreeMap<&'static str, Box<Run>>,
    /// Those that services may use.
    for_services: Vec<&'static str>,
    pattern: &'static str,
}

/// All routes.
pub struct Routes {
    paths: matchit::Router<usize>,
    table: Vec<Path>,
}

/// What a mutation is to do, and what it then answers.
pub struct Plan<R> {
    effects: Vec<Effect>,
    cookies: Vec<Cookie>,
    then: Then<R>,
}

type Answer<R> = dyn FnOnce(&Context<'_>) -> Result<R, Stop>;

enum Then<R> {
    Answer(Box<Answer<R>>),
    Ask(Ask),
    Refuse(Problem),
}

impl<R> Plan<R> {
    /// Does this, then answers what `answer` reads from the new state.
    pub fn new(effects: Vec<Effect>, answer: impl FnOnce(&Context<'_>) -> Result<R, Stop> + 'static) -> Self {
        Self { effects, cookies: Vec::new(), then: Then::Answer(Box::new(answer)) }
    }

    /// Does this, then asks something of the front. What was done stays.
    pub fn ask(effects: Vec<Effect>, ask: Ask) -> Self {
        Self { effects, cookies: Vec::new(), then: Then::Ask(ask) }
    }

    /// Does this, then refuses. What was done stays: a failed sign-in is recorded.
    pub fn refuse(effects: Vec<Effect>, problem: impl Into<Problem>) -> Self {
        Self { effects, cookies: Vec::new(), then: Then::Refuse(problem.into()) }
    }

    /// Sets a cookie.
    #[must_use]
    pub fn cookie(mut self, cookie: Cookie) -> Self {
        self.cookies.push(cookie);
        self
    }
}

/// Where the request takes place, for endpoints that need a permission.
type Place<E> = fn(&Context<'_>, &E) -> Result<Target, Stop>;

/// Lists and things that belong to no site: limited by one's reach, or organization-wide.
pub(crate) fn anywhere<E>(_: &Context<'_>, _: &E) -> Result<Target, Stop> {
    Ok(Target::Anywhere)
}

/// Acts on the organization as a whole.
pub(crate) fn organization<E>(_: &Context<'_>, _: &E) -> Result<Target, Stop> {
    Ok(Target::Organization)
}

impl Routes {
    /// Every endpoint of the contract with its handler.
    pub(super) fn all(tokens: setup::Tokens) -> Self {
        use shared::{
            administrators::api as administrator, analytics::api as trend, audit::api as trail, checks::api as check,
            credentials::api as credential, features::api as feature, grants::api as grant, groups::api as group,
            mails::api as mail, notes::api as note, notices::api as notice, orders::api as order,
            organizations::api as org, previews::api as preview, profile::api as own, reports::api as report,
            roles::api as role, session::api as sign, sessions::api as device, setup::api as first, sites::api as site,
            users::api as user,
        };
        let mut routes = Self { paths: matchit::Router::new(), table: Vec::new() };
        routes.write::<first::Create>(anywhere, move |context, request| setup::create(context, request, &tokens));
        routes.read::<org::View>(anywhere, organizations::view);
        routes.read::<org::ViewSettings>(anywhere, organizations::view_settings);
        routes.write::<org::UpdateSettings>(organization, organizations::update_settings);
        routes.write::<sign::Create>(anywhere, session::create);
        routes.read::<sign::View>(anywhere, session::view);
        routes.write::<sign::Delete>(anywhere, session::delete);
        routes.write::<sign::ChangePassword>(anywhere, session::change_password);
        routes.read::<device::List>(anywhere, sessions::list);
        routes.write::<device::Delete>(anywhere, sessions::delete);
        routes.write::<own::Update>(anywhere, profile::update);
        routes.read::<user::List>(anywhere, users::list);
        routes.read::<user::View>(|c, r| users::place(c, &r.user), users::view);
        routes.write::<user::Create>(|c, r| users::new_place(c, r.site.as_ref(), r.group.as_ref()), users::create);
        routes.write::<user::Update>(|c, r| users::place(c, &r.user), users::update);
        routes.write::<user::Disable>(|c, r| users::place(c, &r.user), users::disable);
        routes.write::<user::Enable>(|c, r| users::place(c, &r.user), users::enable);
        routes.write::<user::ResetPassword>(|c, r| users::place(c, &r.user), users::reset_password);
        routes.read::<administrator::List>(anywhere, administrators::list);
        routes.read::<administrator::View>(|c, r| administrators::visible(c, &r.user), administrators::view);
        routes.write::<administrator::Create>(anywhere, administrators::create);
        routes.write::<administrator::Update>(|c, r| administrators::visible(c, &r.user), administrators::update);
        routes.write::<administrator::Disable>(|c, r| administrators::visible(c, &r.user), administrators::disable);
        routes.write::<administrator::Enable>(|c, r| administrators::visible(c, &r.user), administrators::enable);
        routes.write::<administrator::ResetPassword>(
            |c, r| administrators::visible(c, &r.user),
            administrators::reset_password,
        );
        routes.read::<site::List>(anywhere, sites::list);
        routes.read::<site::View>(|c, r| sites::place(c, &r.site), sites::view);
        routes.write::<site::Create>(organization, sites::create);
        routes.write::<site::Update>(|c, r| sites::place(c, &r.site), sites::update);
        routes.read::<role::List>(anywhere, roles::list);
        routes.read::<role::View>(anywhere, roles::view);
        routes.write::<role::Create>(organization, roles::create);
        routes.write::<role::Update>(organization, roles::update);
        routes.write::<role::Delete>(organization, roles::delete);
        routes.read::<group::List>(anywhere, groups::list);
        routes.read::<group::View>(|c, r| groups::place(c, &r.group), groups::view);
        routes.write::<group::Create>(|c, r| groups::parent_place(c, r.parent.as_ref()), groups::create);
        routes.write::<group::Update>(|c, r| groups::place(c, &r.group), groups::update);
        routes.write::<group::Move>(|c, r| groups::place(c, &r.group), groups::move_to);
        routes.write::<group::Delete>(|c, r| groups::place(c, &r.group), groups::delete);
        routes.read::<group::Members>(|c, r| groups::place(c, &r.group), groups::members);
        routes.write::<group::AddMember>(|c, r| groups::place(c, &r.group), groups::add_member);
        routes.write::<group::RemoveMember>(|c, r| groups::place(c, &r.group), groups::remove_member);
        routes.write::<grant::Create>(anywhere, grants::create);
        routes.write::<grant::Delete>(|c, r| grants::place(c, &r.grant), grants::delete);
        routes.write::<grant::Suspend>(|c, r| grants::place(c, &r.grant), grants::suspend);
        routes.write::<grant::Resume>(|c, r| grants::place(c, &r.grant), grants::resume);
        routes.write::<grant::Rehome>(|c, r| grants::place(c, &r.grant), grants::rehome);
        routes.read::<grant::Orphaned>(anywhere, grants::orphaned);
        routes.read::<feature::List>(anywhere, features::list);
        routes.write::<feature::Create>(organization, features::create);
        routes.write::<feature::Update>(organization, features::update);
        routes.write::<feature::Delete>(organization, features::delete);
        routes.read::<preview::View>(anywhere, previews::view);
        routes.write::<preview::SeeAs>(|c, r| administrators::visible(c, &r.user), previews::see_as);
        routes.read::<check::Explain>(anywhere, checks::explain);
        routes.read::<check::Create>(anywhere, checks::create);
        routes.read::<check::Batch>(anywhere, checks::batch);
        routes.read::<check::Held>(anywhere, checks::held);
        routes.read::<check::Who>(anywhere, checks::who);
        routes.read::<credential::List>(organization, credentials::list);
        routes.write::<credential::Create>(organization, credentials::create);
        routes.write::<credential::Delete>(organization, credentials::delete);
        routes.read::<trail::List>(anywhere, audit::list);
        routes.read::<trail::Export>(anywhere, audit::export);
        routes.write::<trail::Undo>(anywhere, audit::undo);
        routes.read::<report::View>(anywhere, reports::view);
        routes.read::<trend::View>(anywhere, analytics::view);
        routes.inventory();
        routes.read::<mail::List>(anywhere, mails::list);
        routes.read::<notice::List>(anywhere, notices::list);
        routes.write::<notice::Create>(|c, r| notices::place(c, &r.details.scope), notices::create);
        routes.read::<notice::Audience>(|c, r| notices::place(c, &r.scope), notices::audience);
        routes.read::<notice::Sent>(anywhere, notices::sent);
        routes.write::<notice::Read>(anywhere, notices::read);
        routes.write::<grant::Assign>(anywhere, grants::assign);
        routes.write::<grant::Copy>(anywhere, grants::copy);
        routes.read::<note::List>(anywhere, notes::list);
        routes.write::<note::Create>(|_, r| Ok(Target::of(r.details.site.as_ref())), notes::create);
        routes.write::<note::Delete>(|c, r| notes::place(c, &r.note), notes::delete);
        routes.read::<order::List>(anywhere, orders::list);
        routes.write::<order::Create>(|_, r| Ok(Target::of(r.details.site.as_ref())), orders::create);
        routes.write::<order::Update>(|c, r| orders::place(c, &r.order), orders::update);
        routes.write::<group::AddMemberByEmail>(|c, r| groups::place(c, &r.group), groups::add_member_by_email);
        routes.newcomers();
        routes.accounts();
        routes.batches();
        routes.images();
        routes.integrations();
        routes.organization_tree();
        routes.directories();
        routes.two_step();
        routes
    }

    /// How the organization shows itself, and how it is found.
    fn images(&mut self) {
        use shared::images::api as image;
        self.read::<image::View>(anywhere, images::view);
        self.write::<image::SetLogo>(organization, images::set_logo);
        self.write::<image::RemoveLogo>(organization, images::remove_logo);
        self.write::<image::SetColors>(organization, images::set_colors);
        self.read::<image::Logo>(anywhere, images::logo);
        self.write::<shared::reminders::api::Create>(anywhere, reminders::create);
    }

    /// How people get in, for the first time and again.
    fn newcomers(&mut self) {
        use shared::{invitations::api as invitation, recovery::api as again, session::api as sign};
        self.write::<sign::SetUpAccount>(anywhere, session::set_up_account);
        self.write::<again::Create>(anywhere, recovery::create);
        self.write::<again::Complete>(anywhere, recovery::complete);
        self.read::<invitation::List>(anywhere, invitations::list);
        self.write::<invitation::Create>(|_, r| Ok(Target::of(r.site.as_ref())), invitations::create);
        self.write::<invitation::Resend>(|c, r| invitations::place(c, &r.invitation), invitations::resend);
        self.write::<invitation::Delete>(|c, r| invitations::place(c, &r.invitation), invitations::delete);
        self.write::<invitation::Open>(anywhere, invitations::open);
        self.write::<invitation::Accept>(anywhere, invitations::accept);
    }

    /// The organizations of the deployment.
    fn accounts(&mut self) {
        use shared::accounts::api as account;
        self.read::<account::List>(organization, accounts::list);
        self.read::<account::View>(organization, accounts::view);
        self.write::<account::Create>(organization, accounts::create);
        self.write::<account::Suspend>(organization, accounts::suspend);
        self.write::<account::Resume>(organization, accounts::resume);
        self.write::<shared::credentials::api::Rotate>(organization, credentials::rotate);
    }

    /// What is done to many at once.
    fn batches(&mut self) {
        use shared::{batches::api as batch, imports::api as import, users::api as user};
        self.write::<import::Plan>(|c, r| imports::place(c, &r.import), imports::plan);
        self.write::<import::Create>(|c, r| imports::place(c, &r.import), imports::create);
        self.write::<user::PlanMany>(anywhere, users::plan_many);
        self.write::<user::ChangeMany>(anywhere, users::change_many);
        self.read::<batch::List>(anywhere, batches::list);
        self.read::<batch::View>(anywhere, batches::view);
    }

    /// Who is where in the tree of groups.
    fn organization_tree(&mut self) {
        use shared::{groups::api as group, users::api as user};
        self.read::<user::Groups>(|c, r| users::place(c, &r.user), users::groups);
        self.read::<group::MoveTargets>(|c, r| groups::place(c, &r.group), groups::move_targets);
        self.write::<group::Disable>(|c, r| groups::place(c, &r.group), groups::disable);
        self.write::<group::Enable>(|c, r| groups::place(c, &r.group), groups::enable);
        self.write::<group::SetLock>(organization, groups::set_lock);
        self.write::<group::RemoveLock>(organization, groups::remove_lock);
        self.write::<group::MoveMember>(|c, r| groups::place(c, &r.group), groups::move_member);
    }

    /// From where users come, and what connectors tell.
    fn directories(&mut self) {
        use shared::directories::api as directory;
        self.read::<directory::List>(organization, directories::list);
        self.read::<directory::View>(organization, directories::view);
        self.write::<directory::Create>(organization, directories::create);
        self.write::<directory::Update>(organization, directories::update);
        self.read::<directory::Runs>(organization, directories::runs);
        self.read::<directory::ViewRun>(organization, directories::view_run);
        self.read::<directory::Steps>(organization, directories::steps);
        self.write::<directory::Confirm>(organization, directories::confirm);
        self.write::<directory::Decline>(organization, directories::decline);
        self.read::<directory::Own>(directories::own_place, directories::own);
        self.write::<directory::Begin>(directories::own_place, directories::begin);
        self.write::<directory::Report>(directories::own_place, directories::report);
        self.write::<directory::Fail>(directories::own_place, directories::fail);
    }

    /// The second step of signing in.
    fn two_step(&mut self) {
        use shared::{session::api as sign, two_step::api as step};
        self.write::<sign::ConfirmCode>(anywhere, two_step::confirm);
        self.read::<step::View>(anywhere, two_step::view);
        self.write::<step::Begin>(anywhere, two_step::begin);
        self.write::<step::SetUp>(anywhere, two_step::set_up);
        self.write::<step::RenewRecoveryCodes>(anywhere, two_step::renew_recovery_codes);
        self.write::<step::Remove>(anywhere, two_step::remove);
        self.write::<step::Reset>(|c, r| two_step::place(c, &r.user), two_step::reset);
        self.read::<step::ViewPolicy>(organization, two_step::view_policy);
        self.write::<step::UpdatePolicy>(organization, two_step::update_policy);
    }

    /// How other products are integrated.
    fn integrations(&mut self) {
        use shared::{integrations::api as settings, webhooks::api as webhook};
        self.read::<settings::View>(organization, integrations::view);
        self.write::<settings::Update>(organization, integrations::update);
        self.read::<webhook::List>(organization, webhooks::list);
        self.read::<webhook::View>(organization, webhooks::view);
        self.write::<webhook::Create>(organization, webhooks::create);
        self.write::<webhook::Update>(organization, webhooks::update);
        self.write::<webhook::Delete>(organization, webhooks::delete);
        self.write::<webhook::Rotate>(organization, webhooks::rotate);
        self.read::<webhook::Deliveries>(organization, webhooks::deliveries);
        self.write::<webhook::Test>(organization, webhooks::test);
        self.write::<webhook::Resend>(organization, webhooks::resend);
    }

    /// What an organization has, and who has it.
    fn inventory(&mut self) {
        use shared::{
            assignments::api as assignment, devices::api as device, inventory::api as all, licenses::api as license,
            numbers::api as number,
        };
        self.read::<all::View>(anywhere, inventory::view);
        self.read::<number::List>(anywhere, numbers::list);
        self.read::<number::View>(|c, r| numbers::place(c, &r.number), numbers::view);
        self.write::<number::Create>(|_, r| Ok(Target::of(r.details.site.as_ref())), numbers::create);
        self.write::<number::Update>(|c, r| numbers::place(c, &r.number), numbers::update);
        self.write::<number::Delete>(|c, r| numbers::place(c, &r.number), numbers::delete);
        self.read::<device::List>(anywhere, devices::list);
        self.read::<device::View>(|c, r| devices::place(c, &r.device), devices::view);
        self.write::<device::Create>(|_, r| Ok(Target::of(r.details.site.as_ref())), devices::create);
        self.write::<device::Update>(|c, r| devices::place(c, &r.device), devices::update);
        self.write::<device::Delete>(|c, r| devices::place(c, &r.device), devices::delete);
        self.read::<license::List>(anywhere, licenses::list);
        self.read::<license::View>(anywhere, licenses::view);
        self.write::<license::Create>(organization, licenses::create);
        self.write::<license::Update>(organization, licenses::update);
        self.write::<license::Delete>(organization, licenses::delete);
        self.read::<license::Reservations>(anywhere, licenses::reservations);
        self.write::<license::Reserve>(organization, licenses::reserve);
        self.read::<assignment::Numbers>(anywhere, assignments::numbers);
        self.read::<assignment::Devices>(anywhere, assignments::devices);
        self.read::<assignment::Seats>(anywhere, assignments::seats);
        self.read::<assignment::Users>(anywhere, assignments::users);
        self.read::<assignment::View>(|c, r| assignments::place(c, &r.user), assignments::view);
        self.write::<assignment::Assign>(|c, r| assignments::place(c, &r.user), assignments::assign);
        self.write::<assignment::Unassign>(|c, r| assignments::place(c, &r.user), assignments::unassign);
    }

    /// The route of a request, or which methods its path has.
    pub(super) fn find(&self, method: &str, path: &str) -> Result<Found<'_>, Problem> {
        let matched = self.paths.at(path).map_err(|_| Problem::new(Code::UnknownRoute))?;
        let entry = self.table.get(*matched.value).ok_or(Code::UnknownRoute)?;
        let run = entry.methods.get(method).ok_or_else(|| {
            let allowed: Vec<&str> = entry.methods.keys().copied().collect();
            Problem::new(Code::MethodNotAllowed).with("allow", allowed.join(", "))
        })?;
        let decode = |(name, value): (&str, &str)| percent_decode(value).map(|value| (name.to_owned(), value));
        let slots = matched.params.iter().map(decode).collect::<Option<_>>().ok_or(Code::UnknownRoute)?;
        Ok(Found { endpoint: entry.pattern, run, slots })
    }

    /// The methods by which services may use a path.
    pub(super) fn for_services(&self, path: &str) -> &[&'static str] {
        let matched = self.paths.at(path).ok().and_then(|matched| self.table.get(*matched.value));
        matched.map_or(&[], |path| &path.for_services)
    }

    /// The mounted endpoints, as method and path.
    #[cfg(test)]
    pub(super) fn mounted(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.table.iter().flat_map(|path| path.methods.keys().map(|method| (*method, path.pattern)))
    }

    fn mount<E: Endpoint>(&mut self, run: Box<Run>) {
        let known = self.table.iter().position(|path| path.pattern == E::PATH);
        let index = known.unwrap_or(self.table.len());
        if known.is_none() {
            // A path that could not be inserted would be missing from `mounted`, which a test
            // compares with the contract.
            if self.paths.insert(E::PATH, index).is_err() {
                return;
            }
            self.table.push(Path { pattern: E::PATH, ..Path::default() });
        }
        if let Some(path) = self.table.get_mut(index) {
            path.methods.insert(E::METHOD.as_str(), run);
            if matches!(E::NEEDS, Needs::Service(_)) {
                path.for_services.push(E::METHOD.as_str());
            }
        }
    }

    fn read<E: Endpoint>(&mut self, place: Place<E>, handler: fn(&Context<'_>, E) -> Result<E::Response, Stop>) {
        self.mount::<E>(Box::new(move |sql, surroundings, incoming, slots| {
            let request = decode::<E>(incoming, slots)?;
            let caller = who::identify(sql, surroundings, incoming, &E::NEEDS)?;
            let context = Context::new(sql, *surroundings, incoming, &caller);
            permit(&context, &E::NEEDS, place, &request)?;
            let response = handler(&context, request)?;
            let body = serialize(&response)?;
            Ok(Outgoing::Reply(Reply { status: 200, body, is_picture: E::IS_PICTURE, ..Reply::default() }))
        }));
    }

    fn write<E: Endpoint>(
        &mut self,
        place: Place<E>,
        handler: impl Fn(&Context<'_>, E) -> Result<Plan<E::Response>, Stop> + 'static,
    ) {
        self.mount::<E>(Box::new(move |sql, surroundings, incoming, slots| {
            let mut request = Some(decode::<E>(incoming, slots)?);
            let mut actor = None;
            let outcome = in_transaction(sql, || {
                let request = request.take().ok_or_else(|| Stop::Broken("run twice".into()))?;
                let caller = who::identify(sql, surroundings, incoming, &E::NEEDS)?;
                actor = caller.access.clone().map(|access| (access, caller.surface, caller.credential.clone()));
                let context = Context::new(sql, *surroundings, incoming, &caller);
                let key = caller.name();
                if let Some(reply) = permit_once(&context, place, &request, key.as_deref())? {
                    return Ok(Outgoing::Reply(reply));
                }
                let mut plan = handler(&context, request)?;
                plan.cookies.extend(caller.renewed.clone().map(Cookie::Session));
                execute::<E>(sql, &context, key, plan)
            });
            if let (Err(Stop::Refused(problem)), Some((actor, surface, credential))) = (&outcome, &actor)
                && problem.code.is_of_authority()
            {
                let endpoint = endpoint::<E>();
                let origin = Origin {
                    actor: Some(actor),
                    surface: *surface,
                    credential: credential.as_ref(),
                    endpoint: &endpoint,
                    request_id: &incoming.request_id,
                    mails: incoming.mails,
                };
                in_transaction(sql, || Ok(effects::record_refusal(sql, surroundings, &origin, problem)?))?;
            }
            outcome
        }));
    }
}

/// How long an answer to something that did nothing is kept for a retry, in bytes.
const ANSWER_KEPT_MAX: usize = 1_000_000;

/// Applies a plan's effects and answers. Runs inside the transaction.
fn execute<E: Endpoint>(
    sql: &dyn Sql,
    context: &Context<'_>,
    idempotent_for: Option<String>,
    plan: Plan<E::Response>,
) -> Result<Outgoing, Stop> {
    let endpoint = endpoint::<E>();
    let origin = Origin {
        actor: context.caller.access.as_ref(),
        surface: context.caller.surface,
        credential: context.caller.credential.as_ref(),
        endpoint: &endpoint,
        request_id: &context.incoming.request_id,
        mails: context.incoming.mails,
    };
    effects::apply(sql, &context.surroundings, &origin, &plan.effects)?;
    let did_nothing = plan.effects.is_empty();
    match plan.then {
        Then::Ask(ask) => Ok(Outgoing::Ask(ask)),
        Then::Refuse(problem) => Ok(Outgoing::Reply(super::refusal(problem, context.incoming))),
        Then::Answer(answer) => {
            let body = serialize(&answer(context)?)?;
            // What did nothing may come again: the plan of a long import is longer than a value may be. And an
            // answer that brings a token is worth nothing without it, which is stored nowhere.
            let kept_for =
                idempotent_for.filter(|_| (!did_nothing || body.len() <= ANSWER_KEPT_MAX) && plan.cookies.is_empty());
            if let Some(caller) = kept_for {
                let kept = without(&body, E::SHOWN_ONCE);
                keep_answer(sql, &context.surroundings, &caller, context.incoming, &kept)?;
            }
            Ok(reply(body, plan.cookies))
        }
    }
}

fn endpoint<E: Endpoint>() -> String {
    format!("{} {}", E::METHOD.as_str(), E::PATH)
}

fn decode<E: Endpoint>(incoming: &Incoming, slots: &Slots) -> Result<E, Problem> {
    let slots: Vec<(&str, &str)> = slots.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    wire::decode(&slots, &incoming.query, incoming.body.as_bytes())
}

/// Whether the caller may: first whether at all, so that a refusal says nothing about what
/// exists, then here.
fn permit<E>(context: &Context<'_>, needs: &Needs, place: Place<E>, request: &E) -> Result<(), Stop> {
    let permissions = needs.permissions();
    if permissions.is_empty() {
        return Ok(());
    }
    let access = context.access()?;
    require_any(access, permissions, &Target::Anywhere)?;
    let target = place(context, request)?;
    Ok(require_any(access, permissions, &target)?)
}

/// Whether the caller may; and what this same request was answered before, if it was.
fn permit_once<E: Endpoint>(
    context: &Context<'_>,
    place: Place<E>,
    request: &E,
    key: Option<&str>,
) -> Result<Option<Reply>, Stop> {
    let earlier = || key.map_or(Ok(None), |key| earlier_answer(context, key));
    match permit(context, &E::NEEDS, place, request) {
        // What this same request has deleted has no place any more.
        Err(Stop::Refused(problem)) if E::METHOD == Method::Delete && problem.code == Code::NotFound => {
            earlier()?.map(Some).ok_or(Stop::Refused(problem))
        }
        permitted => permitted.and_then(|()| earlier()),
    }
}

/// Whether the caller holds any of these permissions there; else what he lacks first.
fn require_any(access: &Access, permissions: &[Permission], target: &Target) -> Result<(), Problem> {
    let mut answers = permissions.iter().map(|permission| decide(access, permission, target).require());
    let first = answers.next().unwrap_or(Ok(()));
    first.or_else(|refusal| if answers.any(|answer| answer.is_ok()) { Ok(()) } else { Err(refusal) })
}

fn serialize(response: &impl serde::Serialize) -> Result<String, Stop> {
    serde_json::to_string(response).map_err(|error| Stop::Broken(error.to_string()))
}

/// An answer without what is shown only once.
fn without(body: &str, shown_once: &[&str]) -> String {
    if shown_once.is_empty() {
        return body.to_owned();
    }
    let Ok(Value::Object(mut fields)) = serde_json::from_str::<Value>(body) else {
        return body.to_owned();
    };
    for field in shown_once {
        fields.insert((*field).to_owned(), Value::Null);
    }
    Value::Object(fields).to_string()
}

fn reply(body: String, cookies: Vec<Cookie>) -> Outgoing {
    Outgoing::Reply(Reply { status: 200, body, cookies, ..Reply::default() })
}

/// A path segment's text; `None` if it is not percent-encoded UTF-8.
pub(crate) fn percent_decode(segment: &str) -> Option<String> {
    let mut out = Vec::with_capacity(segment.len());
    let mut bytes = segment.bytes();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let high = char::from(bytes.next()?).to_digit(16)?;
                let low = char::from(bytes.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            plain => plain,
        });
    }
    String::from_utf8(out).ok()
}

impl Caller {
    /// Under which name answers are kept for whoever comes again: services of one maker are several.
    fn name(&self) -> Option<String> {
        let credential = self.credential.as_ref().map(ToString::to_string);
        credential.or_else(|| self.access.as_ref().map(|access| access.user.to_string()))
    }

    /// Nobody in particular.
    pub(super) const fn stranger() -> Self {
        Self { access: None, session: None, renewed: None, credential: None, surface: Surface::Console }
    }
}
