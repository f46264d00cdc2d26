//! SCIM 2.0 (RFC 7643, 7644), as the server and any client of it need it: schemas, documents in
//! their canonical form, PATCH, and errors.
//!
//! Documents are JSON here, not structs: clients bend the rules in ways that types would refuse
//! before anything could be forgiven. What is forgiven is forgiven in [`document`] and [`patch`],
//! once; whoever reads a document afterwards finds only what the schemas say.

pub mod document;
pub mod error;
pub mod patch;
pub mod schema;

pub use error::{Error, Kind};
pub use schema::{GROUP, ResourceType, USER};
/// The grammar of filters and PATCH paths, which is a library's.
pub use scim_v2::filter as grammar;

/// How all paths begin.
pub const BASE: &str = "/scim/v2/";
/// The media type of requests and answers (RFC 7644, 8.1).
pub const MEDIA_TYPE: &str = "application/scim+json";
/// The most operations of a bulk request.
pub const BULK_OPERATIONS_MAX: usize = 200;
/// The most bytes of a request's body, bulk or not: room for all members of a large group.
pub const PAYLOAD_MAX: usize = 1024 * 1024;
/// The most resources of a page.
pub const PAGE_MAX: u32 = 200;
/// The resources of a page if a client does not say.
pub const PAGE: u32 = 100;

/// A page of results (RFC 7644, 3.4.2).
pub const LIST_RESPONSE: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
/// The answer to a bulk request (RFC 7644, 3.7).
pub const BULK_RESPONSE: &str = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";
