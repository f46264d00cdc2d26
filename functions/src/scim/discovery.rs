//! What a client learns about the server before anything else (RFC 7644, 4).

use super::{Answer, Desk, Failure, Outcome, list, teams, users};
use serde_json::{Value, json};
use shared::{
    Code,
    scim::{
        BULK_OPERATIONS_MAX, Error, PAGE_MAX, PAYLOAD_MAX,
        schema::{OWN_USER, RESOURCE_TYPES, schemas},
    },
};
use url::form_urlencoded;

pub(super) fn answer(desk: &Desk<'_>, name: &str, rest: &[&str], query: &str) -> Outcome {
    // RFC 7644, 4: discovery is not filtered, so that nobody believes that it were.
    if form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name.eq_ignore_ascii_case("filter")) {
        return Err(Error::of(403, "filter: not here").into());
    }
    let all = match name {
        "ServiceProviderConfig" if rest.is_empty() => return Ok(Answer::ok(configuration(desk))),
        "ResourceTypes" => RESOURCE_TYPES.iter().map(|kind| kind.to_json()).collect(),
        "Schemas" => all_schemas(desk)?,
        _ => return Err(Code::UnknownRoute.into()),
    };
    let placed = |mut resource: Value| {
        let id = resource["id"].as_str().unwrap_or_default().to_owned();
        resource["meta"] =
            json!({ "resourceType": name.trim_end_matches('s'), "location": desk.address(&format!("/{name}/{id}")) });
        resource
    };
    let mut all: Vec<Value> = all.into_iter().map(placed).collect();
    match rest {
        [] => {
            let total = u32::try_from(all.len()).unwrap_or(u32::MAX);
            Ok(Answer::ok(list::response(total, 1, all)))
        }
        [id] => {
            let is_it = |resource: &Value| resource["id"].as_str().is_some_and(|known| known.eq_ignore_ascii_case(id));
            let at = all.iter().position(is_it).ok_or_else(|| Failure::from(Code::NotFound))?;
            Ok(Answer::ok(all.swap_remove(at)))
        }
        _ => Err(Code::UnknownRoute.into()),
    }
}

/// The schemas, with the sites and teams that there are for the caller.
fn all_schemas(desk: &Desk<'_>) -> Outcome<Vec<Value>> {
    let mut all: Vec<Value> = schemas().map(|schema| schema.to_json()).collect();
    let sites: Vec<String> = users::sites(desk)?.into_iter().map(|(_, name)| name).collect();
    let teams = teams::offered(desk)?;
    let own = all.iter_mut().filter(|schema| schema["id"] == OWN_USER);
    let attributes = own.filter_map(|schema| schema["attributes"].as_array_mut()).flatten();
    for attribute in attributes {
        match attribute["name"].as_str() {
            Some("site") => attribute["canonicalValues"] = sites.clone().into(),
            Some("team") => attribute["canonicalValues"] = teams.clone().into(),
            _ => {}
        }
    }
    Ok(all)
}

fn configuration(desk: &Desk<'_>) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": { "supported": true },
        "bulk": { "supported": true, "maxOperations": BULK_OPERATIONS_MAX, "maxPayloadSize": PAYLOAD_MAX },
        "filter": { "supported": true, "maxResults": PAGE_MAX },
        "changePassword": { "supported": false },
        "sort": { "supported": true },
        "etag": { "supported": true },
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Bearer token",
            "description": "The token of a service credential, in the header Authorization.",
            "specUri": "https://www.rfc-editor.org/info/rfc6750",
            "primary": true,
        }],
        "meta": { "resourceType": "ServiceProviderConfig", "location": desk.address("/ServiceProviderConfig") },
    })
}
