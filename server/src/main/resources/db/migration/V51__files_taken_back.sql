-- What a file did to the plan, and which file a value came with, so that either can be taken back.
CREATE TABLE plan_file (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    file text NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    -- [{"id", "version" it was left in, "before" (null where it was added)}], a task each.
    changed jsonb NOT NULL,
    taken_by bigint NOT NULL REFERENCES user_account,
    taken_at timestamptz NOT NULL,
    undone_at timestamptz,
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id)
);
CREATE INDEX ON plan_file (department_year, id);
GRANT SELECT, INSERT, UPDATE (undone_at) ON plan_file TO ${application};
ALTER TABLE plan_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON plan_file FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON plan_file FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
CREATE POLICY changed ON plan_file FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));

CREATE TABLE feed_file (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    source bigint NOT NULL,
    file text NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    taken_by bigint NOT NULL REFERENCES user_account,
    taken_at timestamptz NOT NULL,
    undone_at timestamptz,
    UNIQUE (department, source, id),
    FOREIGN KEY (department, source) REFERENCES feed_source (department, id)
);
CREATE INDEX ON feed_file (source, id);
-- A value of a file that was taken back counts no more, but stays.
ALTER TABLE feed_value
    ADD COLUMN file bigint,
    ADD FOREIGN KEY (department, source, file) REFERENCES feed_file (department, source, id);
CREATE INDEX ON feed_value (file) WHERE file IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (undone_at) ON feed_file TO ${application};
ALTER TABLE feed_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON feed_file FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON feed_file FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
CREATE POLICY changed ON feed_file FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
