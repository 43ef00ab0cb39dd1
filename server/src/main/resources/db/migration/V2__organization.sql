-- Regions, departments with their units and offices, people and the roles they hold for a term.

CREATE TABLE region (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[0-9]{6}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    parent bigint REFERENCES region,
    version int NOT NULL DEFAULT 1,
    CHECK (parent <> id)
);

CREATE TABLE department (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-Za-z-]{1,20}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    short_name text CHECK (length(short_name) BETWEEN 1 AND 40),
    region bigint NOT NULL REFERENCES region,
    closed date,
    version int NOT NULL DEFAULT 1
);
CREATE INDEX ON department (region);

CREATE TABLE unit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL REFERENCES department,
    code text NOT NULL CHECK (code ~ '^[0-9A-Za-z-]{1,20}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    kind text NOT NULL CHECK (kind IN
        ('administrative', 'civil-service-managed', 'public-institution', 'self-funded-institution', 'other')),
    staff_establishment int CHECK (staff_establishment BETWEEN 0 AND 1000000),
    staff_in_post int CHECK (staff_in_post BETWEEN 0 AND 1000000),
    closed date,
    version int NOT NULL DEFAULT 1,
    UNIQUE (department, code),
    UNIQUE (department, id)
);

CREATE TABLE office (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL REFERENCES department,
    unit bigint,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    closed date,
    version int NOT NULL DEFAULT 1,
    UNIQUE NULLS NOT DISTINCT (department, unit, name),
    UNIQUE (department, id),
    FOREIGN KEY (department, unit) REFERENCES unit (department, id)
);

CREATE TABLE person (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Empty only for the administrator of the first start, who is there before any department.
    department bigint REFERENCES department,
    unit bigint,
    office bigint,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    post text CHECK (length(post) BETWEEN 1 AND 60),
    user_account bigint UNIQUE REFERENCES user_account,
    departed date,
    version int NOT NULL DEFAULT 1,
    FOREIGN KEY (department, unit) REFERENCES unit (department, id),
    FOREIGN KEY (department, office) REFERENCES office (department, id)
);
CREATE INDEX ON person (department);

CREATE TABLE appointment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person bigint NOT NULL REFERENCES person,
    role text NOT NULL CHECK (role ~ '^[a-z-]{1,40}$'),
    starts date NOT NULL,
    -- The last day; empty while no end is known.
    ends date,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    version int NOT NULL DEFAULT 1,
    CHECK (ends >= starts - 1)
);
CREATE INDEX ON appointment (person);

-- The departments whose data the acting user may read: what the widest of their roles reaches. As the owner, because the
-- policies of the tables below ask for it.
CREATE FUNCTION visible_departments() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
AS $$
    SELECT CASE current_setting('jizhun.reach', true)
        WHEN 'department' THEN array_remove(ARRAY[acting_department()], NULL)
        WHEN 'region' THEN (
            WITH RECURSIVE below AS (
                SELECT region AS id FROM department WHERE id = acting_department()
                UNION
                SELECT region.id FROM region JOIN below ON region.parent = below.id)
            SELECT coalesce(array_agg(department.id), '{}') FROM department JOIN below ON department.region = below.id)
        ELSE '{}' END
$$;

-- What a session is worth at this moment: the account, and the roles whose term covers the day.
CREATE FUNCTION actor_of(sought bigint, day date) RETURNS TABLE (
    login text, name text, generation int, must_change_password boolean, closed boolean, second_factor boolean,
    department bigint, person bigint, roles text[]) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
AS $$
    SELECT a.login, a.name, a.generation, a.must_change_password, a.closed IS NOT NULL, a.totp_secret IS NOT NULL,
           p.department, p.id,
           ARRAY(SELECT DISTINCT t.role FROM appointment t
                 WHERE t.person = p.id AND t.starts <= day AND (t.ends IS NULL OR t.ends >= day) ORDER BY t.role)
    FROM user_account a LEFT JOIN person p ON p.user_account = a.id AND (p.departed IS NULL OR p.departed > day)
    WHERE a.id = sought
$$;

REVOKE ALL ON FUNCTION visible_departments(), actor_of(bigint, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION visible_departments(), actor_of(bigint, date) TO ${application};

GRANT SELECT, INSERT, UPDATE ON region, department, unit, office, person, appointment TO ${application};

ALTER TABLE region ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON region FOR SELECT TO ${application} USING ((SELECT acting_user()) IS NOT NULL);
CREATE POLICY added ON region FOR INSERT TO ${application}
    WITH CHECK ((SELECT acting_as('system-administrator')));
CREATE POLICY changed ON region FOR UPDATE TO ${application}
    USING ((SELECT acting_as('system-administrator')));

ALTER TABLE department ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON department FOR SELECT TO ${application}
    USING (id = ANY ((SELECT visible_departments())::bigint[])
        OR (SELECT acting_as('system-administrator', 'security-administrator', 'audit-administrator')));
CREATE POLICY added ON department FOR INSERT TO ${application}
    WITH CHECK ((SELECT acting_as('system-administrator')));
CREATE POLICY changed ON department FOR UPDATE TO ${application}
    USING ((SELECT acting_as('system-administrator')));

ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON unit FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[])
        OR (SELECT acting_as('system-administrator')));
CREATE POLICY added ON unit FOR INSERT TO ${application}
    WITH CHECK ((SELECT acting_as('system-administrator'))
        OR department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
CREATE POLICY changed ON unit FOR UPDATE TO ${application}
    USING ((SELECT acting_as('system-administrator'))
        OR department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));

ALTER TABLE office ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON office FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[])
        OR (SELECT acting_as('system-administrator')));
CREATE POLICY added ON office FOR INSERT TO ${application}
    WITH CHECK ((SELECT acting_as('system-administrator'))
        OR department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
CREATE POLICY changed ON office FOR UPDATE TO ${application}
    USING ((SELECT acting_as('system-administrator'))
        OR department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON person FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[])
        OR user_account = (SELECT acting_user())
        OR (SELECT acting_as('setup', 'system-administrator', 'security-administrator', 'audit-administrator')));
CREATE POLICY added ON person FOR INSERT TO ${application}
    WITH CHECK ((SELECT acting_as('setup', 'system-administrator'))
        OR department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
-- The security administrator holds a row while granting on it, so that two grants cannot pass each other.
CREATE POLICY changed ON person FOR UPDATE TO ${application}
    USING ((SELECT acting_as('system-administrator', 'security-administrator'))
        OR department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));

ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON appointment FOR SELECT TO ${application}
    USING (EXISTS (SELECT 1 FROM person WHERE person.id = appointment.person));
CREATE POLICY added ON appointment FOR INSERT TO ${application}
    WITH CHECK ((SELECT acting_as('setup', 'system-administrator', 'security-administrator')));
CREATE POLICY changed ON appointment FOR UPDATE TO ${application}
    USING ((SELECT acting_as('security-administrator')));
