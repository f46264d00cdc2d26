-- Whether a directory also fills teams that carry permissions, with the authority that its maker holds.
ALTER TABLE directories ADD COLUMN teams_with_permissions INTEGER NOT NULL DEFAULT 0
    CHECK (teams_with_permissions IN (0, 1));

-- What could not be read, if something could not, and whether a run is about whoever was not read.
ALTER TABLE directory_runs ADD COLUMN hidden TEXT;
ALTER TABLE directory_runs ADD COLUMN unread INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1));
