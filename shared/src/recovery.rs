//! Getting in again without the password: by a link that is mailed, works once and expires
//! (ASVS 6.4.3, 6.4.4).

pub mod api;
