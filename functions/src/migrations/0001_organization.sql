-- One organization. Times are milliseconds since 1970; booleans are 0 and 1; ids are 32
-- hexadecimal digits; *_key columns are folded (see text.rs) and carry uniqueness and order.

CREATE TABLE organization (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    password_policy TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sites (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name_key TEXT NOT NULL UNIQUE,
    details TEXT NOT NULL,
    users INTEGER NOT NULL DEFAULT 0 CHECK (users >= 0)
) STRICT;

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    person TEXT NOT NULL,
    full_name TEXT NOT NULL,
    user_name TEXT NOT NULL,
    email TEXT NOT NULL,
    name_key TEXT NOT NULL,
    user_name_key TEXT NOT NULL,
    email_key TEXT NOT NULL,
    search TEXT NOT NULL,
    site TEXT REFERENCES sites (id),
    status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
    language TEXT,
    phc TEXT NOT NULL,
    -- NULL for a permanent password.
    temporary_until INTEGER,
    grants INTEGER NOT NULL DEFAULT 0 CHECK (grants >= 0),
    created_by TEXT,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER
) STRICT;
CREATE INDEX users_by_name ON users (name_key, id);
CREATE INDEX users_by_user_name ON users (user_name_key, id);
CREATE INDEX users_by_email ON users (email_key, id);
CREATE INDEX users_by_site ON users (site, name_key, id);
CREATE INDEX administrators_by_name ON users (name_key, id) WHERE grants > 0;
CREATE INDEX users_by_creator ON users (created_by) WHERE created_by IS NOT NULL;

-- What people sign in with. One table for user names and e-mail addresses, so that nobody's
-- user name is somebody else's address.
CREATE TABLE logins (
    key TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX logins_by_user ON logins (user);

CREATE TRIGGER site_gains_user AFTER INSERT ON users WHEN NEW.site IS NOT NULL BEGIN
    UPDATE sites SET users = users + 1 WHERE id = NEW.site;
END;
CREATE TRIGGER user_changes_site AFTER UPDATE OF site ON users WHEN OLD.site IS NOT NEW.site BEGIN
    UPDATE sites SET users = users - 1 WHERE id = OLD.site;
    UPDATE sites SET users = users + 1 WHERE id = NEW.site;
END;

CREATE TABLE roles (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (kind IN ('owner', 'system_default', 'function', 'custom')),
    name_key TEXT NOT NULL UNIQUE,
    details TEXT NOT NULL,
    holders INTEGER NOT NULL DEFAULT 0 CHECK (holders >= 0)
) STRICT;

CREATE TABLE grants (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL REFERENCES roles (id),
    scope TEXT NOT NULL,
    everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)),
    granted_by TEXT,
    granted_at INTEGER NOT NULL
) STRICT;
CREATE INDEX grants_by_user ON grants (user, role);
CREATE INDEX grants_by_role ON grants (role, user);

CREATE TABLE grant_sites (
    grant TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
    site TEXT NOT NULL REFERENCES sites (id),
    PRIMARY KEY (grant, site)
) STRICT, WITHOUT ROWID;
CREATE INDEX grant_sites_by_site ON grant_sites (site);

-- A role's holders are people, however many grants each has of it.
CREATE TRIGGER grant_made AFTER INSERT ON grants BEGIN
    UPDATE users SET grants = grants + 1 WHERE id = NEW.user;
    UPDATE roles SET holders = (SELECT count(DISTINCT user) FROM grants WHERE role = NEW.role)
    WHERE id = NEW.role;
END;
CREATE TRIGGER grant_taken AFTER DELETE ON grants BEGIN
    UPDATE users SET grants = grants - 1 WHERE id = OLD.user;
    UPDATE roles SET holders = (SELECT count(DISTINCT user) FROM grants WHERE role = OLD.role)
    WHERE id = OLD.role;
END;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES users (id),
    token_digest TEXT NOT NULL UNIQUE,
    user_agent TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user);

-- Browsers in which somebody has signed in before: a stranger's wrong guesses do not slow
-- them down.
CREATE TABLE devices (
    token_digest TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Wrong passwords in a row, by account and kind of device.
CREATE TABLE guesses (
    key TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX guesses_by_time ON guesses (last_at);

-- Answers to requests that carried an idempotency key, for a day.
CREATE TABLE idempotency (
    caller TEXT NOT NULL,
    key TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    answer TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (caller, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_time ON idempotency (created_at);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT,
    endpoint TEXT NOT NULL,
    request_id TEXT NOT NULL,
    effect TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_not_rewritten BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit records do not change');
END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit records are not deleted');
END;

-- The registry: filled in the operator's organization only.
CREATE TABLE organizations (
    slug TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('provisioning', 'active')),
    setup_token TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
