-- What was done to many people at once, and what became of each; kept for a month.
CREATE TABLE batches (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    user TEXT NOT NULL REFERENCES users (id),
    site TEXT REFERENCES sites (id),
    created_at INTEGER NOT NULL,
    -- When a password was hashed for it last.
    touched_at INTEGER NOT NULL,
    passwords INTEGER NOT NULL,
    hashed INTEGER NOT NULL DEFAULT 0,
    applied INTEGER NOT NULL DEFAULT 0 CHECK (applied IN (0, 1)),
    done INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX batches_by_user ON batches (user, id);
CREATE INDEX batches_by_time ON batches (created_at);

CREATE TABLE batch_items (
    batch TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (batch, row)
) STRICT, WITHOUT ROWID;

-- How many rows a file to import may have.
ALTER TABLE organization ADD COLUMN import_rows INTEGER NOT NULL DEFAULT 500;
