-- Evaluations as they stood: facts, scheme edition and result, so that an old score can be recomputed and explained. They are
-- added and never changed.
CREATE TABLE snapshot (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
    scheme text NOT NULL,
    edition text NOT NULL,
    scheme_hash text NOT NULL,
    facts_hash text NOT NULL,
    facts text NOT NULL,
    evaluation text NOT NULL,
    total text NOT NULL,
    grade text,
    taken_by bigint NOT NULL REFERENCES user_account,
    taken_at timestamptz NOT NULL,
    UNIQUE (department, id),
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id)
);
CREATE INDEX ON snapshot (department_year, id);
GRANT SELECT, INSERT ON snapshot TO ${application};
ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON snapshot FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON snapshot FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
