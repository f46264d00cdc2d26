-- Whether somebody's password is too short to be the only factor: it holds while two steps are required of him.
ALTER TABLE users ADD COLUMN short_password INTEGER NOT NULL DEFAULT 0 CHECK (short_password IN (0, 1));

-- The request that has confirmed a session, and until when it may come again because its answer got lost.
ALTER TABLE sessions ADD COLUMN repeat_digest TEXT;
ALTER TABLE sessions ADD COLUMN repeat_until INTEGER;
CREATE INDEX sessions_by_repetition ON sessions (repeat_digest) WHERE repeat_digest IS NOT NULL;

-- The grants that were suspended with a group when it was disabled, as JSON; NULL while it is active.
ALTER TABLE groups ADD COLUMN waiting TEXT;
