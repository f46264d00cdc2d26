-- Seats that are kept for a team and those below it. Members of others get none of these; that
-- somebody moves is never refused for them. How many are taken is counted as it changes.
CREATE TABLE reservations (
    license TEXT NOT NULL REFERENCES licenses (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL REFERENCES groups (id),
    seats INTEGER NOT NULL CHECK (seats > 0),
    used INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0),
    PRIMARY KEY (license, group_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reservations_by_group ON reservations (group_id);

CREATE TRIGGER reserved AFTER INSERT ON reservations BEGIN
    UPDATE reservations SET used = (
        SELECT count(*) FROM group_paths
        JOIN memberships ON memberships.group_id = group_paths.group_id AND memberships.team
        JOIN seats ON seats.user = memberships.user AND seats.license = NEW.license
        WHERE group_paths.ancestor = NEW.group_id
    ) WHERE license = NEW.license AND group_id = NEW.group_id;
END;

CREATE TRIGGER reserved_seat_taken AFTER INSERT ON seats BEGIN
    UPDATE reservations SET used = used + 1 WHERE license = NEW.license AND group_id IN (
        SELECT ancestor FROM memberships JOIN group_paths ON group_paths.group_id = memberships.group_id
        WHERE memberships.user = NEW.user AND memberships.team);
END;
CREATE TRIGGER reserved_seat_freed AFTER DELETE ON seats BEGIN
    UPDATE reservations SET used = used - 1 WHERE license = OLD.license AND group_id IN (
        SELECT ancestor FROM memberships JOIN group_paths ON group_paths.group_id = memberships.group_id
        WHERE memberships.user = OLD.user AND memberships.team);
END;

CREATE TRIGGER seats_join AFTER INSERT ON memberships WHEN NEW.team BEGIN
    UPDATE reservations SET used = used + 1
    WHERE group_id IN (SELECT ancestor FROM group_paths WHERE group_id = NEW.group_id)
      AND license IN (SELECT license FROM seats WHERE user = NEW.user);
END;
CREATE TRIGGER seats_leave AFTER DELETE ON memberships WHEN OLD.team BEGIN
    UPDATE reservations SET used = used - 1
    WHERE group_id IN (SELECT ancestor FROM group_paths WHERE group_id = OLD.group_id)
      AND license IN (SELECT license FROM seats WHERE user = OLD.user);
END;

-- A group that moves takes its members' seats along.
CREATE TRIGGER seats_come_below AFTER INSERT ON group_paths BEGIN
    UPDATE reservations SET used = used + (
        SELECT count(*) FROM memberships JOIN seats ON seats.user = memberships.user
        WHERE memberships.group_id = NEW.group_id AND memberships.team AND seats.license = reservations.license
    ) WHERE group_id = NEW.ancestor;
END;
CREATE TRIGGER seats_go_from_below AFTER DELETE ON group_paths BEGIN
    UPDATE reservations SET used = used - (
        SELECT count(*) FROM memberships JOIN seats ON seats.user = memberships.user
        WHERE memberships.group_id = OLD.group_id AND memberships.team AND seats.license = reservations.license
    ) WHERE group_id = OLD.ancestor;
END;
