-- How an organization shows itself, and how it is found by those who forgot its name.

-- Its colors, and below its logo in base64.
ALTER TABLE organization ADD COLUMN colors TEXT NOT NULL DEFAULT '{"light": "", "dark": ""}';

-- What it calls sites, groups and users.
ALTER TABLE organization ADD COLUMN words TEXT NOT NULL DEFAULT '{}';

CREATE TABLE logo (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    details TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;

-- Addresses of which the registry must be told whether they have an enabled account, and when to
-- try next. What was told before counts no more if it was told with another key.
CREATE TABLE announcements (
    email_key TEXT PRIMARY KEY,
    next_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX announcements_by_time ON announcements (next_at);
CREATE TABLE announced (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    fingerprint TEXT NOT NULL,
    afresh INTEGER NOT NULL CHECK (afresh IN (0, 1))
) STRICT;
CREATE TRIGGER address_gains_user AFTER INSERT ON users BEGIN
    INSERT OR REPLACE INTO announcements (email_key, next_at) VALUES (NEW.email_key, 0);
END;
CREATE TRIGGER address_changes_user AFTER UPDATE OF email_key, status ON users
WHEN OLD.email_key IS NOT NEW.email_key OR OLD.status IS NOT NEW.status BEGIN
    INSERT OR REPLACE INTO announcements (email_key, next_at) VALUES (OLD.email_key, 0);
    INSERT OR REPLACE INTO announcements (email_key, next_at) VALUES (NEW.email_key, 0);
END;

-- Of the registry: which organizations know an address, by a keyed digest of it; and who has asked
-- to be reminded, until the alarm looks.
CREATE TABLE addresses (
    digest TEXT NOT NULL,
    slug TEXT NOT NULL,
    PRIMARY KEY (digest, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_by_slug ON addresses (slug);
CREATE TABLE reminder_requests (
    email_key TEXT PRIMARY KEY,
    language TEXT NOT NULL,
    asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
