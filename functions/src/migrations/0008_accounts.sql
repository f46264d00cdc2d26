-- What an organization decides about mails, contact and sessions; whether it, or one in the
-- registry, is suspended; what a credential is limited to, and how its token is replaced.

ALTER TABLE organization ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'UTC';
ALTER TABLE organization ADD COLUMN contact TEXT NOT NULL DEFAULT '{"name": "", "email": "", "phone": ""}';
ALTER TABLE organization ADD COLUMN session_policy TEXT NOT NULL DEFAULT '{"idle_minutes": 30, "absolute_hours": 12}';
ALTER TABLE organization ADD COLUMN suspended_at INTEGER;

ALTER TABLE organizations ADD COLUMN suspended_at INTEGER;

-- What a credential may do and where, from where it was last used, and the token that a new one
-- has replaced, as long as both work.
ALTER TABLE credentials ADD COLUMN scope TEXT NOT NULL DEFAULT '{"kind": "organization"}';
ALTER TABLE credentials ADD COLUMN permissions TEXT NOT NULL DEFAULT '["administrators:view"]';
ALTER TABLE credentials ADD COLUMN last_used_from TEXT;
ALTER TABLE credentials ADD COLUMN previous_digest TEXT;
ALTER TABLE credentials ADD COLUMN previous_until INTEGER;
CREATE UNIQUE INDEX credentials_by_previous ON credentials (previous_digest) WHERE previous_digest IS NOT NULL;
