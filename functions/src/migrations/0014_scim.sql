-- Which users and groups a directory looks after, by the credential with which it comes: how the
-- directory names them (SCIM's externalId), what else it says of them, and whether it has deleted
-- them, which disables a user and hides him from it.
CREATE TABLE directory_links (
    credential TEXT NOT NULL REFERENCES credentials (id) ON DELETE CASCADE,
    -- A user's or a group's id.
    resource TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    external_id TEXT,
    attributes TEXT NOT NULL,
    gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
    PRIMARY KEY (credential, resource)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX directory_links_by_external_id ON directory_links (credential, external_id)
WHERE external_id IS NOT NULL;
CREATE INDEX directory_links_by_resource ON directory_links (resource);
CREATE INDEX directory_links_gone ON directory_links (credential, resource) WHERE gone;

-- Groups are looked for by their names alone.
CREATE INDEX groups_by_name_key ON groups (name_key);

-- Counts how often members came and went: a group's version counts changes of the group itself,
-- and whoever renames it need not be told of them.
ALTER TABLE groups ADD COLUMN members_version INTEGER NOT NULL DEFAULT 1;
CREATE TRIGGER members_counted_in AFTER INSERT ON memberships BEGIN
    UPDATE groups SET members_version = members_version + 1 WHERE id = NEW.group_id;
END;
CREATE TRIGGER members_counted_out AFTER DELETE ON memberships BEGIN
    UPDATE groups SET members_version = members_version + 1 WHERE id = OLD.group_id;
END;
