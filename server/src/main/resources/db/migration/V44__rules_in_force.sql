-- The rules a server runs by (who may call what, schemes with their editions, calendars), as they were at its last start: what
-- changed between two starts goes on the trail.
CREATE TABLE rule_in_force (
    kind text NOT NULL CHECK (kind ~ '^[a-z]{1,40}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    value text NOT NULL,
    PRIMARY KEY (kind, name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON rule_in_force TO ${application};
ALTER TABLE rule_in_force ENABLE ROW LEVEL SECURITY;
CREATE POLICY kept ON rule_in_force TO ${application}
    USING ((SELECT acting_as('setup'))) WITH CHECK ((SELECT acting_as('setup')));
