-- Nearly every policy asks which departments the acting user may read. Only the answer for a region needs to be found as the
-- owner; for everybody else it is their own department, and PostgreSQL can work it into the query instead of calling a
-- function, which cost more than reading a row.
CREATE FUNCTION departments_of_own_region() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
AS $$
    WITH RECURSIVE below AS (
        SELECT region AS id FROM department WHERE id = acting_department()
        UNION
        SELECT region.id FROM region JOIN below ON region.parent = below.id)
    SELECT coalesce(array_agg(department.id), '{}') FROM department JOIN below ON department.region = below.id
$$;
REVOKE ALL ON FUNCTION departments_of_own_region() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION departments_of_own_region() TO ${application};

CREATE OR REPLACE FUNCTION visible_departments() RETURNS bigint[] LANGUAGE sql STABLE
    RETURN CASE current_setting('jizhun.reach', true)
        WHEN 'department' THEN array_remove(ARRAY[acting_department()], NULL)
        WHEN 'region' THEN departments_of_own_region()
        ELSE '{}'::bigint[] END;
