-- Why what a group carries is locked; NULL while it is not. Only whoever may give in the whole organization
-- changes it then.
ALTER TABLE groups ADD COLUMN lock_reason TEXT;
CREATE INDEX groups_locked ON groups (id) WHERE lock_reason IS NOT NULL;
