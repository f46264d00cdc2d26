-- Two-step verification: of whom it is required, NULL while of nobody; and who has set it up.
ALTER TABLE organization ADD COLUMN two_step_policy TEXT;
ALTER TABLE organization ADD COLUMN two_step_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE users ADD COLUMN two_step_since INTEGER;
-- Whether a code was given in the session. It matters while its person has set up two steps.
ALTER TABLE sessions ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;

-- Secrets of authenticator apps, in base32: they make codes, and so no digest would do.
CREATE TABLE authenticators (
    user TEXT PRIMARY KEY REFERENCES users (id),
    secret TEXT NOT NULL,
    -- The step of the last code that was accepted: none up to it is accepted again.
    last_step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Secrets that no code has confirmed yet, each for the session in which it was shown.
CREATE TABLE new_authenticators (
    session TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES users (id),
    secret TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX new_authenticators_by_end ON new_authenticators (expires_at);

-- Digests of recovery codes that are left.
CREATE TABLE recovery_codes (
    user TEXT NOT NULL REFERENCES users (id),
    digest TEXT NOT NULL,
    PRIMARY KEY (user, digest)
) STRICT, WITHOUT ROWID;
