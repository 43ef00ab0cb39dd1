-- Whoever brought a file in may take it back, and the performance officer, who answers for all of the department; nobody else.
DROP POLICY changed ON feed_file;
CREATE POLICY changed ON feed_file FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND ((SELECT acting_as('performance-officer'))
        OR (SELECT acting_as('preparer')) AND taken_by = (SELECT acting_user())));
DROP POLICY changed ON import;
CREATE POLICY changed ON import FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND ((SELECT acting_as('performance-officer'))
        OR (SELECT acting_as('preparer')) AND taken_by = (SELECT acting_user())));

-- What an indicator's actual value was last made of: the values whose sum it is. While the indicator is under review or approved,
-- none of them is taken back.
CREATE TABLE feed_taking (
    register_row bigint PRIMARY KEY,
    department bigint NOT NULL,
    -- The sum as it was written into the row: another text there was typed since and rests on nothing here.
    actual text NOT NULL,
    taken_values bigint[] NOT NULL,
    taken_by bigint NOT NULL REFERENCES user_account,
    taken_at timestamptz NOT NULL,
    FOREIGN KEY (department, register_row) REFERENCES register_row (department, id)
);
GRANT SELECT, INSERT, UPDATE ON feed_taking TO ${application};
ALTER TABLE feed_taking ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON feed_taking FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON feed_taking FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
CREATE POLICY changed ON feed_taking FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('preparer', 'performance-officer')));
