CREATE TABLE trail (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    what text NOT NULL
) ;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the trail is append-only';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON trail FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE trail ENABLE ALWAYS TRIGGER append_only;

CREATE FUNCTION record_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO trail (what) VALUES (concat('person ', NEW.name));
    RETURN NEW;
END
$$;

CREATE TRIGGER recorded AFTER INSERT ON person FOR EACH ROW EXECUTE FUNCTION record_person();

CREATE TABLE month (
    year int NOT NULL,
    month int NOT NULL,
    unit text NOT NULL,
    amount numeric NOT NULL,
    PRIMARY KEY (unit, year, month)
) PARTITION BY LIST (year);
CREATE TABLE month_2023 PARTITION OF month FOR VALUES IN (2023);
CREATE TABLE month_other PARTITION OF month DEFAULT;

-- Rows that a migration brings along, which people may have changed since.
CREATE TABLE grade (code text PRIMARY KEY, label text NOT NULL);
INSERT INTO grade VALUES ('A', '优秀'), ('B', '良'), ('C', '中'), ('D', '差');

CREATE TABLE without_key (note text);
CREATE SEQUENCE case_number START 1000;
CREATE MATERIALIZED VIEW people AS SELECT count(*) AS number FROM person;
GRANT SELECT, INSERT ON trail TO ${application};
