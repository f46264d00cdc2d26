-- The group that every organization has: its members administer the account. Set-up makes it for
-- later organizations; those that exist get it, with its role and what it is given, right after.
ALTER TABLE groups ADD COLUMN built_in INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1));

-- How people like the console.
ALTER TABLE users ADD COLUMN time_zone TEXT;
ALTER TABLE users ADD COLUMN notices_by_mail INTEGER NOT NULL DEFAULT 1 CHECK (notices_by_mail IN (0, 1));

-- Who has asked for a link to choose a new password, until the alarm looks whose login it is.
CREATE TABLE recovery_requests (
    key TEXT PRIMARY KEY,
    asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The link of each person, as a digest.
CREATE TABLE recoveries (
    user TEXT PRIMARY KEY REFERENCES users (id),
    token_digest TEXT NOT NULL UNIQUE,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Open invitations. One that is accepted or revoked is gone; the audit trail knows of it.
CREATE TABLE invitations (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    site TEXT REFERENCES sites (id),
    -- Not a reference: a group may go, and the invitation stays.
    group_id TEXT,
    token_digest TEXT NOT NULL UNIQUE,
    invited_by TEXT NOT NULL REFERENCES users (id),
    sent_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX invitations_by_email ON invitations (email_key);

-- Mails may go to people who are no users yet.
CREATE TABLE mails_to_anybody (
    id TEXT PRIMARY KEY,
    user TEXT REFERENCES users (id),
    address TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'delivered', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    CHECK ((status = 'waiting') = (content IS NOT NULL))
) STRICT;
INSERT INTO mails_to_anybody (id, user, address, kind, content, status, attempts, next_at, created_at, finished_at)
SELECT id, user, address, kind, content, status, attempts, next_at, created_at, finished_at FROM mails;
DROP TABLE mails;
ALTER TABLE mails_to_anybody RENAME TO mails;
CREATE INDEX mails_by_time ON mails (next_at) WHERE status = 'waiting';
CREATE INDEX mails_by_user ON mails (user, id);
CREATE INDEX mails_by_end ON mails (finished_at) WHERE finished_at IS NOT NULL;
