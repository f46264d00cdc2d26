//! The API's description, OpenAPI 3.1, made of the contract itself: endpoints, their
//! documentation, schemas and samples. It is checked in, so that a change of the API shows in
//! review, and the edge serves the same file.

use std::path::PathBuf;

use anyhow::{Result, bail};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};
use shared::{Code, Endpoint, Needs, Problem, images::MediaType, wire};

use crate::{project, say::say};

fn file() -> PathBuf {
    project::root().join("docs/openapi.json")
}

/// Writes the description.
pub(crate) fn write() -> Result<()> {
    project::write(&file(), description()?)?;
    say("Wrote", format_args!("{}", file().display()));
    Ok(())
}

/// Fails when the description that is checked in is not that of the contract.
pub(crate) fn check() -> Result<()> {
    if project::read(&file()).unwrap_or_default() != description()? {
        bail!("docs/openapi.json is not what the contract says: run `cargo xtask openapi` and look at the change");
    }
    Ok(())
}

/// The document, ending with a newline.
fn description() -> Result<String> {
    let mut api = Api::default();
    macro_rules! every {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $(api.add::<shared::$noun::api::$verb>(stringify!($noun), stringify!($verb));)+
        };
    }
    shared::for_each_endpoint!(every);
    let problem = api.schemas.subschema_for::<Problem>();
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Bailiwick",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Delegated administration: who may do what, where, and why.",
            "license": { "name": "Apache 2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": api.paths,
        "components": {
            "schemas": api.schemas.take_definitions(true),
            "responses": { "Problem": {
                "description": "What is wrong (RFC 9457), as a code and arguments",
                "content": { "application/problem+json": { "schema": problem } },
            } },
            "securitySchemes": {
                "session": { "type": "apiKey", "in": "cookie", "name": "__Host-bailiwick-{org}",
                             "description": "What signing in sets" },
                "service": { "type": "http", "scheme": "bearer", "description": "A service credential's token" },
            },
        },
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

struct Api {
    schemas: SchemaGenerator,
    paths: Map<String, Value>,
}

impl Default for Api {
    fn default() -> Self {
        let settings = SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = "/components/schemas".into();
        });
        Self { schemas: settings.into_generator(), paths: Map::new() }
    }
}

impl Api {
    fn add<E: Endpoint + JsonSchema>(&mut self, noun: &str, verb: &str)
    where
        E::Response: JsonSchema,
    {
        // The request's own schema is spelt out in place: it is split into path, query and body.
        let mut request = E::json_schema(&mut self.schemas).to_value();
        let description = take_text(&mut request, "description");
        let (path, query_or_body) = split::<E>(&request);
        let mut operation = json!({
            "operationId": format!("{noun}.{}", verb.to_lowercase()),
            "tags": [noun],
            "summary": description.split(". ").next().unwrap_or_default().trim_end_matches('.'),
            "description": description,
            "security": security(&E::NEEDS),
            "responses": self.responses::<E>(),
        });
        let mut parameters = path;
        if E::METHOD.has_body() {
            set(&mut operation, "requestBody", body::<E>(query_or_body));
        } else {
            parameters.extend(query_or_body.parameters("query"));
        }
        set(&mut operation, "parameters", Value::Array(parameters));
        match E::NEEDS.permissions() {
            [] => {}
            [permission] => set(&mut operation, "x-permission", json!(permission)),
            either => set(&mut operation, "x-permission", json!(either)),
        }
        let entry = self.paths.entry(E::PATH).or_insert_with(|| json!({}));
        set(entry, &E::METHOD.as_str().to_lowercase(), operation);
    }

    fn responses<E: Endpoint>(&mut self) -> Value
    where
        E::Response: JsonSchema,
    {
        let answer = self.schemas.subschema_for::<E::Response>();
        let mut responses = Map::new();
        let shown_once = match E::SHOWN_ONCE {
            [] => String::new(),
            fields => format!(" Shown this once, null when the request is repeated: {}.", fields.join(", ")),
        };
        let content = if E::IS_PICTURE {
            MediaType::ALL.into_iter().map(|kind| (kind.as_str().to_owned(), json!({}))).collect()
        } else {
            json!({ "application/json": { "schema": answer } })
        };
        responses.insert("200".to_owned(), json!({ "description": format!("Done.{shown_once}"), "content": content }));
        for (status, codes) in problems::<E>() {
            let codes: Vec<&str> = codes.iter().map(|code| code.as_str()).collect();
            responses.insert(
                status.to_string(),
                json!({ "description": codes.join(", "), "$ref": "#/components/responses/Problem" }),
            );
        }
        Value::Object(responses)
    }
}

/// What of a request does not travel in its path.
struct Rest {
    properties: Map<String, Value>,
    required: Vec<String>,
}

impl Rest {
    fn parameters(self, place: &str) -> Vec<Value> {
        let required = self.required;
        self.properties
            .into_iter()
            .map(|(name, schema)| parameter(place, &name, schema, required.contains(&name)))
            .collect()
    }
}

/// The parameters of the path, and the rest.
fn split<E: Endpoint>(request: &Value) -> (Vec<Value>, Rest) {
    let properties = request.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
    let required = request.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let required: Vec<String> = required.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let in_path = |name: &str| E::PATH.contains(&format!("{{{name}}}"));
    let (path, rest): (Map<_, _>, Map<_, _>) = properties.into_iter().partition(|(name, _)| in_path(name));
    let path = path.into_iter().map(|(name, schema)| parameter("path", &name, schema, true)).collect();
    let required = required.into_iter().filter(|name| !in_path(name)).collect();
    (path, Rest { properties: rest, required })
}

fn parameter(place: &str, name: &str, mut schema: Value, required: bool) -> Value {
    let description = take_text(&mut schema, "description");
    json!({ "name": name, "in": place, "required": required, "description": description, "schema": schema })
}

/// The body, with every sample of the contract as an example.
fn body<E: Endpoint>(rest: Rest) -> Value {
    let samples = E::samples().into_iter().filter_map(|sample| wire::encode(&sample).body);
    let examples: Map<String, Value> = samples
        .enumerate()
        .filter_map(|(number, body)| {
            Some((format!("{}", number + 1), json!({ "value": serde_json::from_str::<Value>(&body).ok()? })))
        })
        .collect();
    let schema = json!({
        "type": "object",
        "properties": rest.properties,
        "required": rest.required,
        "additionalProperties": false,
    });
    json!({ "required": true, "content": { "application/json": { "schema": schema, "examples": examples } } })
}

fn security(needs: &Needs) -> Value {
    match needs {
        Needs::Nothing => json!([]),
        Needs::AnySession
        | Needs::SignedIn
        | Needs::PermanentPassword
        | Needs::Session
        | Needs::Permission(_)
        | Needs::Either(_) => json!([{ "session": [] }]),
        Needs::Service(_) => json!([{ "service": [] }, { "session": [] }]),
    }
}

/// What an endpoint of this kind can be refused with, by status.
fn problems<E: Endpoint>() -> std::collections::BTreeMap<u16, Vec<Code>> {
    let mut codes = vec![Code::Malformed, Code::UndeclaredField, Code::MissingField, Code::WrongType];
    codes.extend([Code::UnknownOrganization, Code::Internal, Code::Unavailable]);
    if E::NEEDS != Needs::Nothing {
        codes.extend([Code::SessionRequired, Code::CodeRequired, Code::PasswordChangeRequired, Code::TwoStepRequired]);
    }
    if !E::NEEDS.permissions().is_empty() {
        codes.push(Code::Forbidden);
    }
    if E::PATH.matches('{').count() > 1 {
        codes.push(Code::NotFound);
    }
    if !E::METHOD.is_safe() {
        codes.extend([Code::OriginRefused, Code::IdempotencyKeyReused]);
    }
    if E::METHOD.has_body() {
        codes.extend([Code::Invalid, Code::TooLarge, Code::UnsupportedMediaType]);
    }
    if !E::METHOD.is_safe() && matches!(E::NEEDS, Needs::Permission(_) | Needs::Either(_)) {
        codes.extend([Code::ExceedsOwnAuthority, Code::NotDominated, Code::AccountOutOfReach]);
        codes.extend([Code::OnOneself, Code::LastOwner]);
    }
    if E::METHOD == shared::Method::Put {
        codes.push(Code::ChangedMeanwhile);
    }
    let mut by_status = std::collections::BTreeMap::<u16, Vec<Code>>::new();
    for code in codes {
        by_status.entry(code.status()).or_default().push(code);
    }
    by_status
}

fn take_text(schema: &mut Value, field: &str) -> String {
    let taken = schema.as_object_mut().and_then(|schema| schema.remove(field));
    taken.as_ref().and_then(Value::as_str).unwrap_or_default().replace('\n', " ")
}

fn set(object: &mut Value, field: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(field.to_owned(), value);
    }
}
