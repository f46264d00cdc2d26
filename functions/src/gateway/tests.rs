//! The whole way of a request, on the native twin.
