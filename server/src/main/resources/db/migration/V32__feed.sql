-- Where values of indicators come from: each source says what it counts, and its values are added to others only where they
-- count the same or a stated conversion says how.
CREATE TABLE feed_source (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    kind text NOT NULL CHECK (kind IN ('api', 'file', 'typed')),
    -- What is counted, from where, up to which day.
    definition text NOT NULL CHECK (length(definition) BETWEEN 1 AND 500),
    -- Code of the indicator in the register.
    indicator text NOT NULL CHECK (length(indicator) BETWEEN 1 AND 60),
    unit text NOT NULL CHECK (length(unit) <= 20),
    -- SHA-256 of the token; the token itself is shown once and kept nowhere.
    token_hash text UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    UNIQUE (department_year, name),
    UNIQUE (department, id),
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id)
);

-- Values are added and never changed; of one period the newest counts.
CREATE TABLE feed_value (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    source bigint NOT NULL,
    period text NOT NULL CHECK (period ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|Q[1-4])?$'),
    -- An exact decimal.
    value text NOT NULL CHECK (value ~ '^-?[0-9]{1,18}([.][0-9]{1,12})?$'),
    definition text NOT NULL CHECK (length(definition) BETWEEN 1 AND 500),
    way text NOT NULL CHECK (way IN ('api', 'file', 'typed')),
    -- Empty where a program gave it.
    given_by bigint REFERENCES user_account,
    given_at timestamptz NOT NULL,
    FOREIGN KEY (department, source) REFERENCES feed_source (department, id)
);
CREATE INDEX ON feed_value (source, period, id);

-- One of what is counted by one definition is so many of another.
CREATE TABLE feed_conversion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    department bigint NOT NULL,
    department_year bigint NOT NULL,
    from_definition text NOT NULL CHECK (length(from_definition) BETWEEN 1 AND 500),
    from_unit text NOT NULL CHECK (length(from_unit) <= 20),
    to_definition text NOT NULL CHECK (length(to_definition) BETWEEN 1 AND 500),
    to_unit text NOT NULL CHECK (length(to_unit) <= 20),
    factor text NOT NULL CHECK (factor ~ '^[0-9]{1,18}([.][0-9]{1,12})?$'),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    stated_by bigint NOT NULL REFERENCES user_account,
    stated_at timestamptz NOT NULL,
    UNIQUE (department_year, from_definition, from_unit, to_definition, to_unit),
    FOREIGN KEY (department, department_year) REFERENCES department_year (department, id)
);

-- Whose token it is; asked before anybody is known.
CREATE FUNCTION feed_source_of_token(sought text) RETURNS TABLE (source bigint, name text, department bigint, year int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT s.id, s.name, s.department, y.year
    FROM feed_source s JOIN department_year y ON y.id = s.department_year WHERE s.token_hash = sought
$$;
REVOKE ALL ON FUNCTION feed_source_of_token(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feed_source_of_token(text) TO ${application};

GRANT SELECT, INSERT, UPDATE (token_hash) ON feed_source TO ${application};
GRANT SELECT, INSERT ON feed_value, feed_conversion TO ${application};

ALTER TABLE feed_source ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON feed_source FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON feed_source FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
CREATE POLICY changed ON feed_source FOR UPDATE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));

ALTER TABLE feed_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON feed_value FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON feed_value FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department())
        AND (SELECT acting_as('feed', 'preparer', 'performance-officer')));

ALTER TABLE feed_conversion ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON feed_conversion FOR SELECT TO ${application}
    USING (department = ANY ((SELECT visible_departments())::bigint[]));
CREATE POLICY added ON feed_conversion FOR INSERT TO ${application}
    WITH CHECK (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
