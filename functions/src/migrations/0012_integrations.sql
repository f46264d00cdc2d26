-- How other products are integrated: from where they may ask, as what mails come, and webhooks with
-- the log of what was sent to them.

ALTER TABLE organization ADD COLUMN integrations TEXT NOT NULL
    DEFAULT '{"origins": [], "mail_sender": {"name": "", "reply_to": ""}}';
ALTER TABLE organization ADD COLUMN integrations_version INTEGER NOT NULL DEFAULT 1;

-- The secret is kept as it is, because every delivery is signed with it.
CREATE TABLE webhooks (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    details TEXT NOT NULL,
    secret TEXT NOT NULL,
    previous_secret TEXT,
    previous_until INTEGER,
    -- Who answers for it: it hears what he may read.
    held_by TEXT NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL,
    -- Attempts in a row that failed, since when, and why it was switched off therefore.
    failures INTEGER NOT NULL DEFAULT 0,
    failing_since INTEGER,
    off_reason TEXT CHECK (off_reason IN ('failing', 'gone'))
) STRICT;

-- The outbox and its log. What is sent is read from the audit record at each attempt.
CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    webhook TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    -- Nothing for a test.
    seq INTEGER,
    effect TEXT,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'delivered', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    response INTEGER,
    created_at INTEGER NOT NULL,
    tried_at INTEGER,
    next_at INTEGER,
    -- When it is given up.
    until INTEGER NOT NULL,
    CHECK ((status = 'waiting') = (next_at IS NOT NULL))
) STRICT;
CREATE INDEX deliveries_by_time ON deliveries (next_at) WHERE status = 'waiting';
CREATE INDEX deliveries_by_webhook ON deliveries (webhook, id);
CREATE INDEX deliveries_by_age ON deliveries (created_at);

-- The function that organizations made before this one lack. Set-up makes it for later ones.
INSERT OR IGNORE INTO roles (id, kind, name_key, details)
SELECT lower(hex(randomblob(16))), 'function', 'integrations',
       '{"name": "integrations", "description": "", "permissions": ["audit:view", "integrations:update", "integrations:view"]}'
FROM organization;
UPDATE roles SET version = version + 1,
    details = json_insert(details, '$.permissions[#]', 'integrations:view', '$.permissions[#]', 'integrations:update')
WHERE kind = 'function' AND name_key = 'account_administrators' AND details NOT LIKE '%"integrations:%';
