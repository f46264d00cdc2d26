//! Accounts: the registry's organizations, for the operator; one's own, for everybody else.
//!
//! Suspending and resuming take two objects. The organization's own comes first, because what
//! holds there is what counts; the registry follows. Cut short between the two, the same request
//! completes it.

use crate::{
    effects::{Effect, Hidden},
    gateway::{Ask, Context, Plan, Provision, Stop},
    keyset, organizations, params,
    setup::{taken, trimmed},
    sql::{Reader, Row, SqlError, Value},
    text,
};
use shared::{
    Code,
    accounts::{
        Account, AccountNumber, AccountStatus,
        api::{Create, Created, List, Resume, Suspend, View},
    },
    authority::{Target, permission::ACCOUNTS_VIEW},
    ids::Slug,
    page::Page,
    users::TemporaryPassword,
    validation::Validate,
};

/// The registry as [`keyset`] reads it: ordered by number, with the slug as id.
const REGISTRY: &str = "(SELECT printf('%010d', number) AS number_key, slug AS id, * FROM organizations)";
const COLUMNS: &str = "number, name, status, suspended_at, created_at";

/// The most words that a search takes into account.
const WORDS_MAX: usize = 5;

/// Lists the accounts that the caller looks after.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<Account>, Stop> {
    if !sees_registry(context) {
        let own = own(context)?;
        let found = matches(&own, request.q.as_deref());
        let items: Vec<Account> = found.then_some(own).into_iter().collect();
        let (first, total) = (u32::from(found), u32::from(found));
        return Ok(Page { items, first, total, uncounted: false, previous: None, next: None });
    }
    let words: Vec<String> =
        request.q.iter().flat_map(|q| q.split_whitespace()).take(WORDS_MAX).map(text::plain).collect();
    let search = "instr(number || ' ' || search, ?)";
    let filter = std::iter::once("1").chain(words.iter().map(|_| search)).collect::<Vec<_>>().join(" AND ");
    let query = keyset::Query {
        table: REGISTRY,
        key: "number_key",
        columns: COLUMNS,
        filter: &filter,
        values: words.iter().map(Value::from).collect(),
        descending: false,
    };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, account)
}

fn matches(account: &Account, q: Option<&str>) -> bool {
    let text = format!("{} {}", account.number, searched(account.slug.as_str(), &account.name));
    q.unwrap_or_default().split_whitespace().all(|word| text.contains(&text::plain(word)))
}

/// By which words an account is found, besides its number.
pub(crate) fn searched(slug: &str, name: &str) -> String {
    text::plain(&format!("{slug} {name}"))
}

fn sees_registry(context: &Context<'_>) -> bool {
    context.incoming.operates && context.allows(&ACCOUNTS_VIEW, &Target::Organization)
}

/// A row of the key, the slug and [`COLUMNS`].
fn account(row: &Row) -> Result<Account, SqlError> {
    let status = match (row.get::<String>(4)?.as_str(), row.get::<Option<i64>>(5)?) {
        ("provisioning", _) => AccountStatus::Provisioning,
        (_, Some(_)) => AccountStatus::Suspended,
        (_, None) => AccountStatus::Active,
    };
    let number = AccountNumber(row.get(2)?);
    Ok(Account { slug: row.parse(1)?, number, name: row.get(3)?, status, created_at: row.get(6)? })
}

/// The account of the organization itself, under the name that it has now.
fn own(context: &Context<'_>) -> Result<Account, Stop> {
    let known = organizations::find(context.reader)?.ok_or(Code::UnknownOrganization)?;
    let row = context.reader.row("SELECT created_at FROM organization", &[])?.ok_or(Code::UnknownOrganization)?;
    let (number, status) = (context.incoming.account, AccountStatus::Active);
    Ok(Account { number, slug: known.slug, name: known.name, status, created_at: row.get(0)? })
}

/// An account of the registry.
fn find(reader: Reader<'_>, number: AccountNumber) -> Result<Option<Account>, SqlError> {
    let sql = format!("SELECT number_key, id, {COLUMNS} FROM {REGISTRY} WHERE number = ?");
    reader.row(&sql, params![number.0])?.as_ref().map(account).transpose()
}

/// Shows an account that the caller looks after; any other is as unknown as one that never was.
pub fn view(context: &Context<'_>, request: View) -> Result<Account, Stop> {
    if sees_registry(context) {
        return Ok(find(context.reader, request.number)?.ok_or(Code::NotFound)?);
    }
    let own = own(context)?;
    if own.number == request.number { Ok(own) } else { Err(Code::NotFound.into()) }
}

/// Refuses everywhere but in the operator's organization, where alone there is a registry.
fn in_registry(context: &Context<'_>) -> Result<(), Stop> {
    if context.incoming.operates { Ok(()) } else { Err(Code::NotFound.into()) }
}

/// Makes an organization, in the steps of set-up: register, provision, activate.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Created>, Stop> {
    in_registry(context)?;
    request.validate()?;
    let slug = request.organization.slug.clone();
    let (registered, digest) = registered(context.reader, &slug)?;
    let owner = trimmed(request.owner);
    let temporary = context.temporary(&TemporaryPassword::Generated, &owner)?;
    if context.incoming.done.provisioned {
        let effects = vec![Effect::OrganizationActivated { slug: slug.clone() }];
        return Ok(Plan::new(effects, move |context| {
            let sql = format!("SELECT number_key, id, {COLUMNS} FROM {REGISTRY} WHERE id = ?");
            let row = context.reader.row(&sql, params![&slug])?.ok_or(Code::NotFound)?;
            Ok(Created { account: account(&row)?, temporary_password: temporary.shown })
        }));
    }
    let name = request.organization.name.trim().to_owned();
    let mut effects = Vec::new();
    if !registered {
        effects.push(Effect::OrganizationRegistered { slug, name, setup_token: Hidden(digest) });
    }
    let provision = Provision {
        organization: request.organization,
        owner,
        phc: temporary.phc.0,
        temporary_until: Some(temporary.until),
    };
    Ok(Plan::ask(effects, Ask::Provision(Box::new(provision))))
}

/// Whether the operator has begun to make this organization, and what stands in the registry in
/// place of a set-up token's digest. No token has it: what it is the digest of has a space.
fn registered(reader: Reader<'_>, slug: &Slug) -> Result<(bool, String), Stop> {
    let digest = text::digest(&format!("operator {slug}"));
    let row = reader.row("SELECT setup_token, status FROM organizations WHERE slug = ?", params![slug])?;
    match row {
        None => Ok((false, digest)),
        Some(row) if row.get::<String>(0)? == digest && row.get::<String>(1)? == "provisioning" => Ok((true, digest)),
        Some(_) => Err(taken()),
    }
}

/// Suspends an account.
pub fn suspend(context: &Context<'_>, request: Suspend) -> Result<Plan<Account>, Stop> {
    let account = changeable(context, request.number)?;
    if context.incoming.done.suspended != Some(true) {
        return Err(Stop::Ask(Ask::Suspend { slug: account.slug, suspended: true }));
    }
    let effect = Effect::AccountSuspended { account: account.number, slug: account.slug };
    Ok(changed(account.number, account.status != AccountStatus::Suspended, effect))
}

/// Ends a suspension.
pub fn resume(context: &Context<'_>, request: Resume) -> Result<Plan<Account>, Stop> {
    let account = changeable(context, request.number)?;
    if context.incoming.done.suspended != Some(false) {
        return Err(Stop::Ask(Ask::Suspend { slug: account.slug, suspended: false }));
    }
    let effect = Effect::AccountResumed { account: account.number, slug: account.slug };
    Ok(changed(account.number, account.status == AccountStatus::Suspended, effect))
}

fn changed(number: AccountNumber, changes: bool, effect: Effect) -> Plan<Account> {
    let effects = changes.then_some(effect).into_iter().collect();
    Plan::new(effects, move |context| Ok(find(context.reader, number)?.ok_or(Code::NotFound)?))
}

/// An account of the registry that is complete, and not the operator's own: nobody could resume it.
fn changeable(context: &Context<'_>, number: AccountNumber) -> Result<Account, Stop> {
    in_registry(context)?;
    let account = find(context.reader, number)?.ok_or(Code::NotFound)?;
    if account.slug.as_str() == context.incoming.slug {
        return Err(Code::OnOneself.into());
    }
    if account.status == AccountStatus::Provisioning { Err(Code::NotFound.into()) } else { Ok(account) }
}
