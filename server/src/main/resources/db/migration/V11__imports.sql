-- Files taken in: what was read, what it would change, and what it changed, so that it can be undone.
CREATE TABLE import (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    file text NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    state text NOT NULL CHECK (state IN ('previewed', 'confirmed', 'undone')),
    -- The cells of the file, as {"tables": …, "values": …}.
    cells jsonb NOT NULL,
    -- What it changed: register → [{"id", "version", "before" (null where added)}].
    changed jsonb,
    taken_by bigint NOT NULL REFERENCES user_account,
    taken_at timestamptz NOT NULL,
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id)
);
CREATE INDEX ON import (department_year, id);
GRANT SELECT, INSERT, UPDATE ON import TO ${application};
ALTER TABLE import ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON import FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON import FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
CREATE POLICY changed ON import FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
