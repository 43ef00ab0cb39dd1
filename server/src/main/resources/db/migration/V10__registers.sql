-- A department's year and its registers: every row as the text people typed, so that nothing is lost and the same reader
-- as for a workbook tells what is wrong with it.

CREATE TABLE department_year (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL REFERENCES department,
    year int NOT NULL CHECK (year BETWEEN 1990 AND 2199),
    scheme text NOT NULL CHECK (length(scheme) BETWEEN 1 AND 100),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    version int NOT NULL DEFAULT 1,
    UNIQUE (department, year),
    UNIQUE (department, id)
);

-- Registers that were answered with 无: there is nothing to report.
CREATE TABLE register_none (
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    register text NOT NULL CHECK (register ~ '^[A-Za-z]{1,40}$'),
    PRIMARY KEY (department_year, register),
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id)
);

CREATE TABLE register_row (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    register text NOT NULL CHECK (register ~ '^[A-Za-z]{1,40}$'),
    position int NOT NULL,
    -- Column (English name) → text as typed.
    cells jsonb NOT NULL CHECK (jsonb_typeof(cells) = 'object'),
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'reviewed', 'approved')),
    version int NOT NULL DEFAULT 1,
    assigned_to bigint REFERENCES person,
    -- Why it was returned or opened again.
    reason text CHECK (length(reason) <= 500),
    approved_cells jsonb,
    changed_by bigint NOT NULL REFERENCES user_account,
    changed_at timestamptz NOT NULL,
    submitted_by bigint REFERENCES user_account,
    removed timestamptz,
    UNIQUE (department, id),
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id)
);
CREATE INDEX ON register_row (department_year, register, position) WHERE removed IS NULL;
CREATE INDEX ON register_row (assigned_to) WHERE removed IS NULL;

GRANT SELECT, INSERT, UPDATE ON department_year, register_row TO ${application};
GRANT SELECT, INSERT, DELETE ON register_none TO ${application};

ALTER TABLE department_year ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON department_year FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON department_year FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
CREATE POLICY changed ON department_year FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));

ALTER TABLE register_none ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON register_none FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON register_none FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
CREATE POLICY removed ON register_none FOR DELETE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));

ALTER TABLE register_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON register_row FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON register_row FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
CREATE POLICY changed ON register_row FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department())
        AND (SELECT acting_as('preparer', 'performance-officer', 'reviewer', 'head')));

-- The name of somebody who changed a row; the accounts themselves are not to be seen.
CREATE FUNCTION name_of_account(sought bigint) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
AS $$ SELECT name FROM user_account WHERE id = sought $$;
REVOKE ALL ON FUNCTION name_of_account(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION name_of_account(bigint) TO ${application};
