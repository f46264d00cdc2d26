-- Words of an organization's name as the registry looks for them, and telling it when the name changes.

ALTER TABLE organizations ADD COLUMN search TEXT NOT NULL DEFAULT '';

-- The empty address, which nobody has, stands for the organization itself.
CREATE TRIGGER organization_is_renamed AFTER UPDATE OF name ON organization WHEN OLD.name IS NOT NEW.name BEGIN
    INSERT OR REPLACE INTO announcements (email_key, next_at) VALUES ('', 0);
END;
