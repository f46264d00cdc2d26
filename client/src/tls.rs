//! HTTPS with the certificates that the computer itself trusts: an organization's own authority, or
//! that of a proxy which it put in between, is in no list that a program brings along.

use rustls::{crypto::ring, pki_types::CertificateDer};
use std::sync::{Arc, LazyLock};
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Read once: there are about 150 of them.
static SYSTEM: LazyLock<Vec<CertificateDer<'static>>> =
    LazyLock::new(|| rustls_native_certs::load_native_certs().certs);

/// The certificates that the computer trusts; none if it keeps none where they are looked for.
pub fn system_certificates() -> &'static [CertificateDer<'static>] {
    &SYSTEM
}

pub(crate) fn config() -> TlsConfig {
    let trusted: Vec<_> = SYSTEM.iter().map(|certificate| Certificate::from_der(certificate.as_ref())).collect();
    TlsConfig::builder()
        .root_certs(RootCerts::Specific(Arc::new(trusted)))
        .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
        .build()
}
