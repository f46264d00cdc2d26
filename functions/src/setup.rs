//! First run: the registry checks the set-up token and gains an organization, whose own object
//! is then provisioned with its built-in roles and its owner.
//!
//! Two objects take part, so it goes in steps that can each be repeated: register (the token is
//! now this organization's and no other's), provision, activate.

use crate::{
    effects::{self, Effect, GrantDetails, Hidden, Origin},
    gateway::{Ask, Context, Plan, Provision, Stop, check_words, in_transaction, person_words},
    groups, migrations, organizations, params, roles,
    sql::{Reader, Sql, SqlError},
    surroundings::Surroundings,
    text,
};
use shared::{
    Code, FieldError, Problem,
    accounts::AccountNumber,
    audit::Surface,
    authority::Scope,
    grants::{Subject, Validity},
    groups::ACCOUNT_ADMINISTRATORS,
    ids::Slug,
    password::{Factors, Policy},
    setup::api::{Create, Created},
    time::Timestamp,
    validation::Validate,
};
use subtle::ConstantTimeEq;

/// The deployment's set-up tokens: SHA-256 digests with the second at which each expires, from
/// the setting `<digest>:<expiry>[,…]`.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    entries: Vec<(String, Timestamp)>,
    #[cfg(feature = "test-seams")]
    secret: String,
}

impl Tokens {
    /// Reads the setting. An entry that cannot be read is no token.
    pub fn parse(setting: &str) -> Self {
        let entry = |entry: &str| {
            let (digest, expiry) = entry.trim().split_once(':')?;
            let seconds: i64 = expiry.parse().ok()?;
            Some((digest.to_ascii_lowercase(), Timestamp(seconds.checked_mul(1_000)?)))
        };
        Self {
            entries: setting.split(',').filter_map(entry).collect(),
            #[cfg(feature = "test-seams")]
            secret: String::new(),
        }
    }

    /// Tests need many tokens: any that begins with this secret and a dot is one.
    #[cfg(feature = "test-seams")]
    pub fn with_secret(mut self, secret: &str) -> Self {
        self.secret = secret.to_owned();
        self
    }

    fn accepts(&self, token: &str, now: Timestamp) -> bool {
        #[cfg(feature = "test-seams")]
        if !self.secret.is_empty() && token.strip_prefix(&self.secret).is_some_and(|rest| rest.starts_with('.')) {
            return true;
        }
        let digest = text::digest(token);
        self.entries
            .iter()
            .any(|(known, expires_at)| bool::from(known.as_bytes().ct_eq(digest.as_bytes())) && now < *expires_at)
    }
}

/// Registers the organization and has it provisioned.
pub(crate) fn create(context: &Context<'_>, request: Create, tokens: &Tokens) -> Result<Plan<Created>, Stop> {
    request.validate()?;
    let token = request.token.trim();
    if !tokens.accepts(token, context.now()) {
        return Err(Code::SetupTokenRefused.into());
    }
    let digest = text::digest(token);
    let slug = request.organization.slug.clone();
    let words = person_words(&request.owner).into_iter().chain([request.organization.name.as_str(), slug.as_str()]);
    check_words("password", &request.password, &Policy::default(), Factors::One, words)?;
    context.make_registry()?;
    let registered = registered(context.reader, &slug, &digest)?;
    let phc = context.hash(&request.password)?;
    let created = Created { slug: slug.clone() };
    if context.incoming.done.provisioned {
        let effects = vec![Effect::OrganizationActivated { slug }];
        return Ok(Plan::new(effects, move |_| Ok(created)));
    }
    let mut effects = Vec::new();
    if !registered {
        let name = request.organization.name.trim().to_owned();
        effects.push(Effect::OrganizationRegistered { slug, name, setup_token: Hidden(digest) });
    }
    let provision = Provision {
        organization: request.organization,
        owner: trimmed(request.owner),
        phc: phc.0,
        temporary_until: None,
    };
    Ok(Plan::ask(effects, Ask::Provision(Box::new(provision))))
}

/// Whether this token has begun to set up this organization. A token used up, or a slug taken,
/// is refused.
fn registered(reader: Reader<'_>, slug: &Slug, digest: &str) -> Result<bool, Stop> {
    let rows = reader.rows(
        "SELECT slug, setup_token, status FROM organizations WHERE slug = ? OR setup_token = ?",
        params![slug, digest],
    )?;
    let Some(row) = rows.first() else {
        return Ok(false);
    };
    let (same_slug, same_token) = (row.get::<String>(0)? == slug.as_str(), row.get::<String>(1)? == digest);
    match (same_slug, same_token, row.get::<String>(2)?.as_str()) {
        (true, true, "provisioning") => Ok(true),
        (_, true, _) => Err(Code::SetupTokenRefused.into()),
        _ => Err(taken()),
    }
}

/// The account number of the organization with this slug, if the registry has one.
pub fn account_of(sql: &dyn Sql, slug: &str) -> Result<Option<AccountNumber>, SqlError> {
    if !migrations::is_provisioned(sql)? {
        return Ok(None);
    }
    let found = sql.query("SELECT number FROM organizations WHERE slug = ? AND status = 'active'", params![slug])?;
    found.first().map(|row| row.get(0).map(AccountNumber)).transpose()
}

pub(crate) fn taken() -> Stop {
    Problem::invalid(vec![FieldError::new("organization.slug", "taken")]).into()
}

/// Makes the organization's data: schema, record, built-in roles, owner. Repeating it for the
/// same owner, when set-up was cut short, only sets the password again: the registry lets nobody
/// come here but the holder of the organization's own token. For another owner it is refused.
pub(crate) fn provision(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    request_id: &str,
    provision: &Provision,
) -> Result<(), Stop> {
    in_transaction(sql, || {
        migrations::migrate(sql, surroundings)?;
        let effects = match organizations::find(Reader::new(sql))? {
            None => beginning(surroundings, provision),
            Some(_) => vec![password_again(Reader::new(sql), provision)?],
        };
        let origin = Origin {
            actor: None,
            surface: Surface::Console,
            credential: None,
            endpoint: "setup",
            request_id,
            mails: false,
        };
        effects::apply(sql, surroundings, &origin, &effects)
    })
}

fn password_again(reader: Reader<'_>, provision: &Provision) -> Result<Effect, Stop> {
    let key = text::fold(&provision.owner.user_name);
    let owner = reader.row("SELECT user FROM logins WHERE key = ?", params![key])?.ok_or_else(taken)?;
    Ok(Effect::PasswordSet {
        user: owner.parse(0)?,
        phc: Hidden(provision.phc.clone()),
        temporary_until: provision.temporary_until,
        is_short: false,
        mailed: None,
    })
}

fn beginning(surroundings: &Surroundings<'_>, provision: &Provision) -> Vec<Effect> {
    let mut effects = vec![Effect::OrganizationCreated { organization: provision.organization.clone() }];
    let owner_role = surroundings.id();
    effects.push(roles::owner(owner_role.clone()));
    let built_in = roles::built_in(surroundings);
    let of_the_account = built_in.iter().find_map(|effect| match effect {
        Effect::RoleCreated { role, details, .. } if details.name == ACCOUNT_ADMINISTRATORS => Some(role.clone()),
        _ => None,
    });
    effects.extend(built_in);
    effects.extend(
        of_the_account
            .into_iter()
            .flat_map(|role| groups::account_administrators(surroundings.id(), role, surroundings.id())),
    );
    let user: shared::ids::UserId = surroundings.id();
    effects.push(Effect::UserCreated {
        user: user.clone(),
        person: Box::new(provision.owner.clone()),
        site: None,
        phc: Hidden(provision.phc.clone()),
        temporary_until: provision.temporary_until,
        mailed: None,
    });
    let details = GrantDetails {
        subject: Subject::User(user),
        role: owner_role,
        scope: Scope::Organization,
        validity: Validity::ALWAYS,
        reason: String::new(),
        suspended: false,
        grantor: None,
    };
    effects.push(Effect::GrantAdded { grant: surroundings.id(), details });
    effects
}

/// A person as stored: without surrounding white space.
pub(crate) fn trimmed(mut person: shared::users::Person) -> shared::users::Person {
    let shared::users::Person {
        user_name,
        email,
        given_name,
        middle_name,
        family_name,
        agent: _,
        phones,
        address,
        nick_name,
        sso_id,
        description,
    } = &mut person;
    for text in [user_name, email, given_name, middle_name, family_name, nick_name, sso_id, description] {
        trim(text);
    }
    trim_contact(phones, address);
    person
}

/// Contact data as stored.
pub(crate) fn trim_contact(phones: &mut shared::users::Phones, address: &mut shared::users::Address) {
    for text in [&mut phones.work, &mut phones.fax, &mut phones.mobile, &mut phones.home, &mut phones.sip] {
        trim(text);
    }
    trim_address(address);
}

/// An address as stored.
pub(crate) fn trim_address(address: &mut shared::users::Address) {
    let shared::users::Address { street_address, postal_code, locality, region, country } = address;
    for text in [street_address, postal_code, locality, region, country] {
        trim(text);
    }
}

/// A text as stored: without surrounding white space.
pub(crate) fn trim(text: &mut String) {
    let trimmed = shared::validation::trim(text);
    if trimmed.len() != text.len() {
        *text = trimmed.to_owned();
    }
}
