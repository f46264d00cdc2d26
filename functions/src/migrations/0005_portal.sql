-- Agents, user names that look alike, features as boxes to tick, the dashboard's permission,
-- notes and orders.

ALTER TABLE users ADD COLUMN agent INTEGER NOT NULL DEFAULT 0 CHECK (agent IN (0, 1));
CREATE INDEX agents_by_name ON users (name_key, id) WHERE agent;

-- What logins that look alike have in common (UTS 39); filled in for those that exist.
ALTER TABLE logins ADD COLUMN skeleton TEXT NOT NULL DEFAULT '';
CREATE INDEX logins_by_skeleton ON logins (skeleton);

-- A function's role is a feature's own when it has one.
ALTER TABLE roles ADD COLUMN feature TEXT REFERENCES features (key);
CREATE UNIQUE INDEX roles_by_feature ON roles (feature) WHERE feature IS NOT NULL;
INSERT INTO roles (id, kind, name_key, details, feature)
SELECT lower(hex(randomblob(16))), 'function', 'feature.' || key,
       json_object('name', 'feature.' || key, 'description', '',
                   'permissions', json_array('feature.' || key || ':view')), key
FROM features;

-- Functions that organizations made before this one lack. Set-up makes them for later ones.
UPDATE roles SET details = json_insert(details, '$.permissions[#]', 'dashboard:view'), version = version + 1
WHERE kind = 'system_default';
INSERT OR IGNORE INTO roles (id, kind, name_key, details)
SELECT lower(hex(randomblob(16))), 'function', value ->> '$.name', value
FROM organization, json_each('[
    {"name": "dashboard", "description": "", "permissions": ["dashboard:view"]},
    {"name": "organization", "description": "", "permissions": ["organization:view"]},
    {"name": "notes", "description": "", "permissions": ["notes:view", "notes:create", "notes:delete", "sites:view"]},
    {"name": "orders", "description": "", "permissions": ["orders:view", "orders:create", "orders:update", "sites:view"]}
]');

CREATE TABLE notes (
    id TEXT PRIMARY KEY,
    site TEXT REFERENCES sites (id),
    text TEXT NOT NULL,
    author TEXT NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_by_site ON notes (site, id);

CREATE TABLE orders (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    details TEXT NOT NULL,
    site TEXT REFERENCES sites (id),
    status TEXT NOT NULL CHECK (status IN ('open', 'fulfilled', 'cancelled')),
    ordered_by TEXT NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX orders_by_site ON orders (site, id);
CREATE INDEX orders_by_status ON orders (status, id);
