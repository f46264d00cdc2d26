//! Reminders: which organizations know an address, told to that address.

pub mod api;
