-- Since when a run may be done: since an administrator agreed, or since it began if nobody had to. It is
-- judged anew a day later.
ALTER TABLE directory_runs ADD COLUMN agreed_at INTEGER;
UPDATE directory_runs SET agreed_at = began_at WHERE state IN ('confirmed', 'running');
