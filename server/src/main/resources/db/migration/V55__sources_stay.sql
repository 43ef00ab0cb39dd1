-- A source stays for ever where it is, for values rest on it: nobody deletes one, nor gives it another number, year or department. The
-- application never could; now its owner cannot either. So a value needs no foreign key to its source, which would lock and
-- write the source's row for each value: the service gives values only to a source it has read in the value's own department.
CREATE FUNCTION refuse_loss_of_source() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'sources of values are never deleted nor moved' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON feed_source
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss_of_source();
CREATE TRIGGER keeps_place BEFORE UPDATE OF id, department, department_year ON feed_source
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss_of_source();

ALTER TABLE feed_value DROP CONSTRAINT feed_value_department_source_fkey;
