-- Of two changes of an organization's settings from one version, one wins.

ALTER TABLE organization ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
