-- What an organization decides about mails, contact and sessions; whether it, or one in the
-- registry, is suspended.

ALTER TABLE organization ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'UTC';
ALTER TABLE organization ADD COLUMN contact TEXT NOT NULL DEFAULT '{"name": "", "email": "", "phone": ""}';
ALTER TABLE organization ADD COLUMN session_policy TEXT NOT NULL DEFAULT '{"idle_minutes": 30, "absolute_hours": 12}';
ALTER TABLE organization ADD COLUMN suspended_at INTEGER;

ALTER TABLE organizations ADD COLUMN suspended_at INTEGER;
