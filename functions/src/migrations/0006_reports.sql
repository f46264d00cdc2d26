-- What reports and fast lists need: counts of the audit trail by day, and an index of words.

-- The different sets of places to which records belong. There are few: whoever belongs to the
-- same site and groups shares one.
CREATE TABLE audit_sets (
    id INTEGER PRIMARY KEY,
    all_places INTEGER NOT NULL CHECK (all_places IN (0, 1)),
    -- In their order, parted by commas.
    places TEXT NOT NULL,
    UNIQUE (all_places, places)
) STRICT;

CREATE TABLE audit_set_places (
    place TEXT NOT NULL,
    set_id INTEGER NOT NULL REFERENCES audit_sets (id),
    PRIMARY KEY (place, set_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_set_places_by_set ON audit_set_places (set_id);

-- How many records of a kind there are of a day (its number from 1970, in UTC). Set 0 is the
-- whole trail. The kind is the effect; `signed_in` counts each person once a day.
CREATE TABLE audit_days (
    set_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (set_id, day, kind)
) STRICT, WITHOUT ROWID;

-- Refusals belong here, and leave no other row than their record and their count.
INSERT INTO audit_sets (id, all_places, places) VALUES (1, 0, 'organization');

INSERT OR IGNORE INTO audit_sets (all_places, places)
SELECT all_places, (SELECT group_concat(place) FROM (SELECT place FROM audit_places WHERE audit_places.seq = audit.seq ORDER BY place))
FROM audit WHERE EXISTS (SELECT 1 FROM audit_places WHERE audit_places.seq = audit.seq);

INSERT INTO audit_set_places (place, set_id)
SELECT value, audit_sets.id FROM audit_sets, json_each('["' || replace(places, ',', '","') || '"]');

INSERT INTO audit_days (set_id, day, kind, count)
SELECT audit_sets.id, day, kind, count(*) FROM (
    SELECT seq, all_places, at / 86400000 AS day, effect AS kind FROM audit
    UNION ALL
    SELECT min(seq), all_places, at / 86400000, 'signed_in' FROM audit
    WHERE effect = 'session_started' GROUP BY subject, at / 86400000) AS records
JOIN audit_sets ON audit_sets.all_places = records.all_places AND audit_sets.places = (
    SELECT group_concat(place) FROM (SELECT place FROM audit_places WHERE audit_places.seq = records.seq ORDER BY place))
GROUP BY audit_sets.id, day, kind;

INSERT INTO audit_days (set_id, day, kind, count)
SELECT 0, day, kind, sum(count) FROM audit_days GROUP BY day, kind;

-- Users are never deleted.
CREATE INDEX users_by_creation ON users (created_at);
CREATE INDEX users_disabled ON users (name_key, id) WHERE status = 'disabled';
CREATE INDEX users_with_temporary_passwords ON users (name_key, id) WHERE temporary_until IS NOT NULL;

ALTER TABLE organization ADD COLUMN users INTEGER NOT NULL DEFAULT 0;
UPDATE organization SET users = (SELECT count(*) FROM users);
CREATE TRIGGER organization_gains_user AFTER INSERT ON users BEGIN
    UPDATE organization SET users = users + 1;
END;

-- Which users have three letters in a row. Rows go by number, which only VACUUM changes: it is
-- not used here.
CREATE VIRTUAL TABLE users_search USING fts5 (
    search, content = 'users', content_rowid = 'rowid', tokenize = 'trigram case_sensitive 1', detail = 'none', columnsize = 0
);
INSERT INTO users_search (rowid, search) SELECT rowid, search FROM users;
CREATE TRIGGER user_is_found AFTER INSERT ON users BEGIN
    INSERT INTO users_search (rowid, search) VALUES (NEW.rowid, NEW.search);
END;
CREATE TRIGGER user_is_found_anew AFTER UPDATE OF search ON users WHEN OLD.search IS NOT NEW.search BEGIN
    INSERT INTO users_search (users_search, rowid, search) VALUES ('delete', OLD.rowid, OLD.search);
    INSERT INTO users_search (rowid, search) VALUES (NEW.rowid, NEW.search);
END;
