-- How an organization shows itself: its colors, and its logo in base64.
ALTER TABLE organization ADD COLUMN colors TEXT NOT NULL DEFAULT '{"light": "", "dark": ""}';

-- What it calls sites, groups and users.
ALTER TABLE organization ADD COLUMN words TEXT NOT NULL DEFAULT '{}';

CREATE TABLE logo (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    details TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
