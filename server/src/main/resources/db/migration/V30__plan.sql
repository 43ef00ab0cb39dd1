-- The year's work plan: what, by whom, by when.
CREATE TABLE plan_task (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    register text CHECK (register ~ '^[A-Za-z]{1,40}$'),
    role text NOT NULL CHECK (role ~ '^[a-z-]{1,40}$'),
    person text CHECK (length(person) BETWEEN 1 AND 60),
    due date NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
    version int NOT NULL DEFAULT 1,
    UNIQUE (department_year, title),
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id)
);
GRANT SELECT, INSERT, UPDATE ON plan_task TO ${application};
ALTER TABLE plan_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON plan_task FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON plan_task FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
CREATE POLICY changed ON plan_task FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department())
        AND (SELECT acting_as('performance-officer', 'preparer', 'reviewer', 'head')));
