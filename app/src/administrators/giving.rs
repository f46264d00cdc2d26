//! What the person who is signed in may give to, and take from, the administrator at hand:
//! asked of the judge that the edge asks, put into words for controls.

use crate::{
    browser,
    i18n::say,
    problem::{describe, permission_in_words},
    session::{CurrentSession, current_session},
};
use leptos::prelude::*;
use shared::{
    Code, Problem,
    administrators::Administrator,
    authority::{
        Access, HeldGrant, Permissions, Scope, Tree,
        judge::{may_confer, may_weaken},
    },
    grants::{Subject, Validity},
    ids::{GrantId, RoleId, SiteId, UserId},
    roles::{Role, RoleKind},
    session::Session,
    sites::Site,
};

/// Who gives what to whom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Giving {
    session: CurrentSession,
    subject: Signal<UserId>,
    /// Why nothing about this person's authority can be changed, if so.
    locked: Signal<Option<String>>,
    sites: Signal<Vec<Site>>,
    groups: Signal<Tree>,
}

impl Giving {
    /// To somebody who is yet to be made.
    pub(super) fn to_somebody_new(sites: Signal<Vec<Site>>) -> Self {
        // No record has this id, so that nobody takes the newcomer for himself.
        let nobody = UserId::from_u128(0);
        Self {
            session: current_session(),
            subject: Signal::stored(nobody),
            locked: Signal::default(),
            sites,
            groups: Signal::default(),
        }
    }

    /// To an administrator.
    pub(super) fn to(
        administrator: Signal<Administrator>,
        locked: Signal<Option<String>>,
        sites: Signal<Vec<Site>>,
    ) -> Self {
        let subject = Signal::derive(move || administrator.with(|administrator| administrator.user.id.clone()));
        let groups = Signal::derive(move || administrator.with(|administrator| administrator.groups.clone()));
        Self { session: current_session(), subject, locked, sites, groups }
    }

    /// Whether nothing can be given or taken at all.
    pub(super) fn is_locked(self) -> bool {
        self.locked.with(Option::is_some)
    }

    /// Why nothing can be given at a place.
    pub(super) fn place_obstacle(self, scope: &Scope) -> Option<String> {
        self.judge(false, &Permissions::new(), scope).err().map(|_| match scope {
            Scope::Organization => say("giving-not-organization", &[]),
            Scope::Sites { .. } => say("giving-not-site", &[]),
            Scope::Groups { .. } => say("giving-not-group", &[]),
        })
    }

    /// Why a role cannot be given in a scope; in an empty one, why nowhere.
    pub(super) fn role_obstacle(self, role: &Role, scope: &Scope) -> Option<String> {
        let owner = role.kind == RoleKind::Owner;
        if owner && *scope != Scope::Organization {
            // Who owns a part could make himself owner of the whole.
            return Some(say("giving-owner-everywhere", &[]));
        }
        let scopes = if scope.places().is_empty() { self.every_scope() } else { vec![scope.clone()] };
        let mut refusals = Vec::new();
        for scope in &scopes {
            refusals.push((scope, self.judge(owner, &role.details.permissions, scope).err()?));
        }
        // What is missing where something can be given says more than that it is missing elsewhere, too.
        let is_open = |(scope, _): &&(&Scope, Problem)| self.place_obstacle(scope).is_none();
        let (_, refusal) = refusals.iter().find(is_open).or(refusals.first())?;
        Some(in_words(refusal))
    }

    fn every_scope(self) -> Vec<Scope> {
        let at = |site: &Site| one_site(site.id.clone());
        let sites = self.sites.with(|sites| sites.iter().map(at).collect::<Vec<_>>());
        std::iter::once(Scope::Organization).chain(sites).collect()
    }

    fn judge(self, owner: bool, permissions: &Permissions, scope: &Scope) -> Result<(), Problem> {
        let given = given(owner, permissions, scope);
        let subject = Subject::User(self.subject.get());
        let groups = self.groups.get();
        let verdict = |session: &Session| may_confer(&session.access, &subject, &given, &groups, browser::now());
        self.session.signal().with(verdict).map_err(|refusal| refusal.problem(|_| true))
    }
}

/// A grant that is not made yet.
fn given(owner: bool, permissions: &Permissions, scope: &Scope) -> HeldGrant {
    HeldGrant {
        id: GrantId::from_u128(0),
        role: RoleId::from_u128(0),
        role_name: String::new(),
        owner,
        permissions: if owner { Permissions::new() } else { permissions.clone() },
        scope: scope.clone(),
        validity: Validity::ALWAYS,
        through: None,
    }
}

fn one_site(site: SiteId) -> Scope {
    Scope::Sites { sites: [site].into() }
}

fn in_words(problem: &Problem) -> String {
    match (problem.code, problem.args.get("permission")) {
        (Code::ExceedsOwnAuthority, Some(permission)) => {
            say("giving-too-much", &[("permission", permission_in_words(permission).into())])
        }
        (Code::ExceedsOwnAuthority, None) => say("giving-owner", &[]),
        (Code::OnOneself, _) => say("giving-to-oneself", &[]),
        (Code::NotDominated, _) => say("giving-not-dominated", &[]),
        _ => describe(problem),
    }
}

/// Why an administrator cannot be weakened, locked out or taken over.
pub(super) fn weakening_obstacle(
    session: CurrentSession,
    administrator: &Administrator,
    roles: &[Role],
) -> Option<String> {
    let subject = access_of(administrator, roles);
    let judge = |session: &Session| may_weaken(&session.access, &subject, &administrator.groups, browser::now());
    let verdict = session.signal().with(judge);
    verdict.err().map(|refusal| in_words(&refusal.problem(|_| true)))
}

/// Why an administrator cannot be given back what he holds.
pub(super) fn enabling_obstacle(
    session: CurrentSession,
    administrator: &Administrator,
    roles: &[Role],
) -> Option<String> {
    let access = access_of(administrator, roles);
    let subject = Subject::User(access.user.clone());
    let give_back = |grant: &HeldGrant| {
        let judge =
            |session: &Session| may_confer(&session.access, &subject, grant, &administrator.groups, browser::now());
        session.signal().with(judge).err()
    };
    // What is over gives nothing back.
    let lasting = access.grants.iter().filter(|grant| !grant.validity.is_over(browser::now()));
    lasting.into_iter().find_map(give_back).map(|refusal| in_words(&refusal.problem(|_| true)))
}

/// What an administrator holds, with the roles spelled out; what is suspended counts for nothing.
fn access_of(administrator: &Administrator, roles: &[Role]) -> Access {
    let held = administrator.grants.iter().filter(|grant| !grant.suspended).filter_map(|grant| {
        let role = roles.iter().find(|role| role.id == grant.role)?;
        Some(HeldGrant {
            id: grant.id.clone(),
            role: role.id.clone(),
            role_name: role.details.name.clone(),
            owner: role.kind == RoleKind::Owner,
            permissions: if role.kind == RoleKind::Owner {
                Permissions::new()
            } else {
                role.details.permissions.clone()
            },
            scope: grant.scope.clone(),
            validity: grant.validity,
            through: None,
        })
    });
    Access { user: administrator.user.id.clone(), grants: held.collect() }
}
