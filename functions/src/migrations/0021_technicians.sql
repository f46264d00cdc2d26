-- Whether a directory also fills teams that carry permissions, with the authority that its maker holds.
ALTER TABLE directories ADD COLUMN teams_with_permissions INTEGER NOT NULL DEFAULT 0
    CHECK (teams_with_permissions IN (0, 1));
