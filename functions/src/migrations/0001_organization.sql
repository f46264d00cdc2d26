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
    -- How many grants, own or inherited: whoever holds one is an administrator.
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

-- The tree of groups. Teams are exclusive: one is in at most one of them.
CREATE TABLE groups (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (kind IN ('team', 'access')),
    parent TEXT REFERENCES groups (id),
    name_key TEXT NOT NULL,
    details TEXT NOT NULL,
    members INTEGER NOT NULL DEFAULT 0 CHECK (members >= 0),
    children INTEGER NOT NULL DEFAULT 0 CHECK (children >= 0)
) STRICT;
CREATE UNIQUE INDEX groups_by_name ON groups (coalesce(parent, ''), name_key);
CREATE INDEX groups_by_parent ON groups (parent);

-- Every group with itself and all groups above it, so that no question walks the tree.
CREATE TABLE group_paths (
    group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    ancestor TEXT NOT NULL REFERENCES groups (id),
    PRIMARY KEY (group_id, ancestor)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_paths_by_ancestor ON group_paths (ancestor);

CREATE TRIGGER group_made AFTER INSERT ON groups WHEN NEW.parent IS NOT NULL BEGIN
    UPDATE groups SET children = children + 1 WHERE id = NEW.parent;
END;
CREATE TRIGGER group_gone AFTER DELETE ON groups WHEN OLD.parent IS NOT NULL BEGIN
    UPDATE groups SET children = children - 1 WHERE id = OLD.parent;
END;
CREATE TRIGGER group_moved AFTER UPDATE OF parent ON groups WHEN OLD.parent IS NOT NEW.parent BEGIN
    UPDATE groups SET children = children - 1 WHERE id = OLD.parent;
    UPDATE groups SET children = children + 1 WHERE id = NEW.parent;
END;

CREATE TABLE memberships (
    user TEXT NOT NULL REFERENCES users (id),
    group_id TEXT NOT NULL REFERENCES groups (id),
    team INTEGER NOT NULL CHECK (team IN (0, 1)),
    PRIMARY KEY (user, group_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_group ON memberships (group_id, user);
CREATE UNIQUE INDEX one_team ON memberships (user) WHERE team;

CREATE TRIGGER member_joins AFTER INSERT ON memberships BEGIN
    UPDATE groups SET members = members + 1 WHERE id = NEW.group_id;
END;
CREATE TRIGGER member_leaves AFTER DELETE ON memberships BEGIN
    UPDATE groups SET members = members - 1 WHERE id = OLD.group_id;
END;

CREATE TABLE grants (
    id TEXT PRIMARY KEY,
    -- Exactly one of both.
    user TEXT REFERENCES users (id),
    group_id TEXT REFERENCES groups (id),
    role TEXT NOT NULL REFERENCES roles (id),
    scope TEXT NOT NULL,
    everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)),
    valid_from INTEGER,
    valid_until INTEGER,
    suspended INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)),
    reason TEXT NOT NULL,
    granted_by TEXT,
    granted_at INTEGER NOT NULL,
    CHECK ((user IS NULL) <> (group_id IS NULL))
) STRICT;
CREATE INDEX grants_by_user ON grants (user, role);
CREATE INDEX grants_by_group ON grants (group_id);
CREATE INDEX grants_by_role ON grants (role, user);
CREATE INDEX grants_by_grantor ON grants (granted_by);
CREATE INDEX grants_by_end ON grants (valid_until) WHERE valid_until IS NOT NULL;

CREATE TABLE grant_sites (
    grant TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
    site TEXT NOT NULL REFERENCES sites (id),
    PRIMARY KEY (grant, site)
) STRICT, WITHOUT ROWID;
CREATE INDEX grant_sites_by_site ON grant_sites (site);

CREATE TABLE grant_groups (
    grant TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL REFERENCES groups (id),
    PRIMARY KEY (grant, group_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grant_groups_by_group ON grant_groups (group_id);

-- Who holds which grant: own, or through a group that one is in or below.
CREATE VIEW held AS
    SELECT user, id AS grant, NULL AS through FROM grants WHERE user IS NOT NULL
    UNION ALL
    SELECT memberships.user, grants.id, grants.group_id
    FROM memberships
    JOIN group_paths ON group_paths.group_id = memberships.group_id
    JOIN grants ON grants.group_id = group_paths.ancestor;

-- A role's holders are the people and groups to whom it is given, however often.
CREATE TRIGGER grant_made AFTER INSERT ON grants BEGIN
    UPDATE roles SET holders = (SELECT count(DISTINCT coalesce(user, group_id)) FROM grants WHERE role = NEW.role)
    WHERE id = NEW.role;
END;
CREATE TRIGGER grant_taken AFTER DELETE ON grants BEGIN
    UPDATE roles SET holders = (SELECT count(DISTINCT coalesce(user, group_id)) FROM grants WHERE role = OLD.role)
    WHERE id = OLD.role;
END;

-- What the organization's own product offers: each is a permission to use it.
CREATE TABLE features (
    key TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    details TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Access of services to the API. Tokens are stored as digests.
CREATE TABLE credentials (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    token_digest TEXT NOT NULL UNIQUE,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER
) STRICT;

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

-- The audit trail: each record is a line of JSON, its digest, and the digest of the chain so
-- far, so that nothing can be changed, left out or slipped in unseen (shared/src/audit.rs).
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT,
    effect TEXT NOT NULL,
    subject TEXT,
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    -- Whether one must reach all of the record's places to read it, or any.
    all_places INTEGER NOT NULL CHECK (all_places IN (0, 1)),
    line TEXT NOT NULL,
    digest TEXT NOT NULL,
    chain TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_actor ON audit (actor, seq);
CREATE INDEX audit_by_subject ON audit (subject, seq);
CREATE INDEX audit_by_effect ON audit (effect, seq);

-- Where each record belongs: a site's or a group's id, or 'organization'.
CREATE TABLE audit_places (
    place TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES audit (seq),
    PRIMARY KEY (place, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_places_by_seq ON audit_places (seq);

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
