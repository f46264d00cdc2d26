-- Mails on their way, notices, and where the organization's privacy statement is.

-- The outbox. A row is written with the change that causes it. What the mail says is wiped as
-- soon as it is delivered or given up: it may hold a temporary password.
CREATE TABLE mails (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES users (id),
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
CREATE INDEX mails_by_time ON mails (next_at) WHERE status = 'waiting';
CREATE INDEX mails_by_user ON mails (user, id);
CREATE INDEX mails_by_end ON mails (finished_at) WHERE finished_at IS NOT NULL;

-- Notices, each once: whom they reach follows from where people are.
CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    details TEXT NOT NULL,
    everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)),
    sender TEXT NOT NULL REFERENCES users (id),
    sent_at INTEGER NOT NULL,
    recipients INTEGER NOT NULL,
    -- The last person for whom a mail was put into the outbox; NULL when there are no more.
    mailed_to TEXT
) STRICT;
CREATE INDEX notices_by_sender ON notices (sender, id);
CREATE INDEX notices_to_mail ON notices (id) WHERE mailed_to IS NOT NULL;

CREATE TABLE notice_sites (
    notice TEXT NOT NULL REFERENCES notices (id),
    site TEXT NOT NULL REFERENCES sites (id),
    PRIMARY KEY (notice, site)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_groups (
    notice TEXT NOT NULL REFERENCES notices (id),
    -- Not a reference: a group may go, and what was sent stays.
    group_id TEXT NOT NULL,
    PRIMARY KEY (notice, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_receipts (
    notice TEXT NOT NULL REFERENCES notices (id),
    user TEXT NOT NULL REFERENCES users (id),
    read_at INTEGER NOT NULL,
    PRIMARY KEY (notice, user)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_receipts_by_user ON notice_receipts (user, notice);

-- Whether holder and grantor have been told that the grant ends soon.
ALTER TABLE grants ADD COLUMN end_told INTEGER NOT NULL DEFAULT 0;
CREATE INDEX grants_to_tell ON grants (valid_until) WHERE valid_until IS NOT NULL AND NOT end_told;

ALTER TABLE organization ADD COLUMN privacy_statement TEXT NOT NULL DEFAULT '';
