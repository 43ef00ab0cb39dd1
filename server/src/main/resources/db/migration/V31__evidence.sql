-- Evidence: files that prove what a row says. The content stands here, so that a backup holds it; the same file twice is kept
-- once a department.
CREATE TABLE evidence_file (
    department bigint NOT NULL REFERENCES department,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    type text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (department, hash)
);
CREATE TABLE evidence (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    register_row bigint NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    hash text NOT NULL,
    size int NOT NULL,
    named_column text CHECK (named_column ~ '^[A-Za-z]{1,40}$'),
    added_by bigint NOT NULL REFERENCES user_account,
    added_at timestamptz NOT NULL,
    removed timestamptz,
    FOREIGN KEY (department, register_row) REFERENCES register_row (department, id),
    FOREIGN KEY (department, hash) REFERENCES evidence_file (department, hash)
);
CREATE INDEX ON evidence (register_row) WHERE removed IS NULL;
GRANT SELECT, INSERT ON evidence_file TO ${application};
GRANT SELECT, INSERT, UPDATE ON evidence TO ${application};

ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON evidence_file FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON evidence_file FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON evidence FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON evidence FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
CREATE POLICY changed ON evidence FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));

-- How many files a row has; the registers ask it and know nothing else of evidence.
CREATE FUNCTION evidence_of(sought bigint) RETURNS int LANGUAGE sql STABLE
    AS $$ SELECT count(*)::int FROM evidence WHERE register_row = sought AND removed IS NULL $$;
GRANT EXECUTE ON FUNCTION evidence_of(bigint) TO ${application};
