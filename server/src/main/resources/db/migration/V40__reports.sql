-- Reports as they were written, with their files and what the auditor found in them.
CREATE TABLE report (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    number int NOT NULL,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'published')),
    snapshot bigint NOT NULL,
    findings jsonb NOT NULL,
    errors int NOT NULL,
    warnings int NOT NULL,
    version int NOT NULL DEFAULT 1,
    reason text CHECK (length(reason) <= 500),
    made_by bigint NOT NULL REFERENCES user_account,
    made_at timestamptz NOT NULL,
    submitted_by bigint REFERENCES user_account,
    published_at timestamptz,
    UNIQUE (department_year, number),
    UNIQUE (department, id),
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id),
    FOREIGN KEY (department, snapshot) REFERENCES snapshot (department, id)
);
CREATE TABLE report_file (
    report bigint NOT NULL,
    department bigint NOT NULL,
    name text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (report, name),
    FOREIGN KEY (department, report) REFERENCES report (department, id)
);
GRANT SELECT, INSERT, UPDATE ON report TO ${application};
GRANT SELECT, INSERT ON report_file TO ${application};

ALTER TABLE report ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON report FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON report FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
CREATE POLICY changed ON report FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer', 'head')));

ALTER TABLE report_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON report_file FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON report_file FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));

-- What everybody may read: the newest published report of a department's year.
CREATE FUNCTION published_file(department_code text, wanted_year int, file text)
    RETURNS TABLE (department_name text, published_at timestamptz, content bytea) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
AS $$
    SELECT d.name, r.published_at, f.content
    FROM report r
    JOIN department d ON d.id = r.department
    JOIN department_year y ON y.id = r.department_year
    JOIN report_file f ON f.report = r.id AND f.name = file
    WHERE d.code = department_code AND y.year = wanted_year AND r.state = 'published'
    ORDER BY r.number DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION published_file(text, int, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_file(text, int, text) TO ${application};
