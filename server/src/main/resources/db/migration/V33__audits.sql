-- Reports of anyone that were audited: the file, what was found in it, and what people decided about each finding.
CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL REFERENCES department,
    file text NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    content bytea NOT NULL,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    pages int NOT NULL,
    figures int NOT NULL,
    relations int NOT NULL,
    errors int NOT NULL,
    warnings int NOT NULL,
    -- The same findings in the same order, with Chinese and with English words.
    findings jsonb NOT NULL,
    findings_en jsonb NOT NULL,
    made_by bigint NOT NULL REFERENCES user_account,
    made_at timestamptz NOT NULL,
    UNIQUE (department, id)
);
CREATE INDEX ON audit (department, id);

CREATE TABLE audit_disposition (
    audit bigint NOT NULL,
    department bigint NOT NULL,
    -- Of the finding, from 1.
    number int NOT NULL CHECK (number > 0),
    disposition text NOT NULL CHECK (disposition IN ('open', 'accepted', 'rejected')),
    reason text CHECK (length(reason) BETWEEN 1 AND 500),
    version int NOT NULL DEFAULT 1,
    decided_by bigint NOT NULL REFERENCES user_account,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (audit, number),
    FOREIGN KEY (department, audit) REFERENCES audit (department, id),
    CHECK (disposition <> 'rejected' OR reason IS NOT NULL)
);

GRANT SELECT, INSERT ON audit TO ${application};
GRANT SELECT, INSERT, UPDATE ON audit_disposition TO ${application};

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON audit FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON audit FOR INSERT TO ${application}
    WITH CHECK (department = ANY ((SELECT visible_departments())::bigint[])
        AND (SELECT acting_as('reviewer', 'performance-officer', 'bureau', 'auditor')));

ALTER TABLE audit_disposition ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON audit_disposition FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON audit_disposition FOR INSERT TO ${application}
    WITH CHECK (department = ANY ((SELECT visible_departments())::bigint[])
        AND (SELECT acting_as('reviewer', 'performance-officer', 'bureau', 'auditor')));
CREATE POLICY changed ON audit_disposition FOR UPDATE TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[])
        AND (SELECT acting_as('reviewer', 'performance-officer', 'bureau', 'auditor')));
