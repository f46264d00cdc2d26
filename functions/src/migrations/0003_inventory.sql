-- Telephone numbers, devices and licenses, and who has them. What follows from others is a
-- column that a trigger keeps: counts cannot drift from what they count.

-- A device is from now on what people telephone with.
ALTER TABLE devices RENAME TO browsers;

CREATE TABLE numbers (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    -- As typed, label and site; normalized beside it, and both in `search`.
    details TEXT NOT NULL,
    number_key TEXT NOT NULL UNIQUE,
    search TEXT NOT NULL,
    site TEXT REFERENCES sites (id),
    user TEXT REFERENCES users (id)
) STRICT;
CREATE INDEX numbers_by_key ON numbers (number_key, id);
CREATE INDEX numbers_by_site ON numbers (site, number_key, id);
CREATE INDEX numbers_by_user ON numbers (user) WHERE user IS NOT NULL;

CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    details TEXT NOT NULL,
    kind TEXT NOT NULL,
    identifier_key TEXT NOT NULL UNIQUE,
    -- Model and identifier.
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    site TEXT REFERENCES sites (id),
    user TEXT REFERENCES users (id)
) STRICT;
CREATE INDEX devices_by_name ON devices (name_key, id);
CREATE INDEX devices_by_site ON devices (site, name_key, id);
CREATE INDEX devices_by_user ON devices (user) WHERE user IS NOT NULL;

-- Products with seats. No path leads to more seats taken than bought: whatever would, fails here.
CREATE TABLE licenses (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    details TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    quantity INTEGER NOT NULL,
    released_on_disable INTEGER NOT NULL CHECK (released_on_disable IN (0, 1)),
    assigned INTEGER NOT NULL DEFAULT 0,
    CHECK (0 <= assigned AND assigned <= quantity)
) STRICT;

CREATE TABLE seats (
    license TEXT NOT NULL REFERENCES licenses (id),
    user TEXT NOT NULL REFERENCES users (id),
    PRIMARY KEY (license, user)
) STRICT, WITHOUT ROWID;
CREATE INDEX seats_by_user ON seats (user);

CREATE TRIGGER seat_taken AFTER INSERT ON seats BEGIN
    UPDATE licenses SET assigned = assigned + 1 WHERE id = NEW.license;
END;
CREATE TRIGGER seat_freed AFTER DELETE ON seats BEGIN
    UPDATE licenses SET assigned = assigned - 1 WHERE id = OLD.license;
END;
CREATE TRIGGER seats_do_not_move BEFORE UPDATE ON seats BEGIN
    SELECT RAISE(ABORT, 'a seat is freed and taken');
END;
