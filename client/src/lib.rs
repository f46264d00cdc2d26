//! A blocking, typed client of the API for native programs.
