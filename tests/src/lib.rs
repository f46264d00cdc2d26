//! What the API tests share.
