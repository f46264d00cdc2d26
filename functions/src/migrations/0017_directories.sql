-- Directories: credentials with which a connector keeps users up to date over SCIM, and what is to
-- happen to whom they add.
CREATE TABLE directories (
    credential TEXT PRIMARY KEY REFERENCES credentials (id) ON DELETE CASCADE,
    version INTEGER NOT NULL DEFAULT 1,
    onboarding TEXT NOT NULL CHECK (onboarding IN ('invitation', 'default_password', 'later')),
    -- The default password's hash, which everybody gets who is added with it. In no record.
    default_phc TEXT,
    -- The connector that spoke last, as it describes itself.
    connector TEXT
) STRICT;

-- What a connector found to change, or that it failed. Its id begins with the time.
CREATE TABLE directory_runs (
    id TEXT PRIMARY KEY,
    directory TEXT NOT NULL REFERENCES directories (credential) ON DELETE CASCADE,
    state TEXT NOT NULL,
    brake TEXT,
    counts TEXT NOT NULL,
    -- The plan's; a run that failed before there was one has none.
    digest TEXT,
    failure TEXT,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    decided_by TEXT
) STRICT;
CREATE INDEX directory_runs_by_directory ON directory_runs (directory, id);

-- One user's part of a run, in the connector's order.
CREATE TABLE directory_steps (
    run TEXT NOT NULL REFERENCES directory_runs (id) ON DELETE CASCADE,
    external_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    deed TEXT NOT NULL,
    outcome TEXT,
    PRIMARY KEY (run, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_steps_in_order ON directory_steps (run, number);

-- A user and a group may be known under the same external id.
ALTER TABLE directory_links ADD COLUMN kind TEXT NOT NULL DEFAULT 'user' CHECK (kind IN ('user', 'group'));
UPDATE directory_links SET kind = 'group' WHERE resource IN (SELECT id FROM groups);
DROP INDEX directory_links_by_external_id;
CREATE UNIQUE INDEX directory_links_by_external_id ON directory_links (credential, kind, external_id)
WHERE external_id IS NOT NULL;

-- The team into which the directory has put a user. Whoever is elsewhere was moved by an administrator,
-- or was there before, and stays there (RSC-46).
ALTER TABLE directory_links ADD COLUMN team TEXT;
UPDATE directory_links SET team = (
    SELECT memberships.group_id FROM memberships
    WHERE memberships.user = directory_links.resource AND memberships.team
      AND (SELECT line ->> '$.surface' FROM audit
           WHERE audit.subject = memberships.user AND audit.effect = 'member_added' AND audit.accepted
           ORDER BY seq DESC LIMIT 1) = 'scim')
WHERE kind = 'user';
