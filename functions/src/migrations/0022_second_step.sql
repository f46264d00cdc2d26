-- Whether somebody's password is too short to be the only factor: it holds while two steps are required of him.
ALTER TABLE users ADD COLUMN short_password INTEGER NOT NULL DEFAULT 0 CHECK (short_password IN (0, 1));
