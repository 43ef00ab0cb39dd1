-- Which files of a published report there are: without LibreOffice no PDF is written, and what is not there is not offered.
CREATE FUNCTION published_files(department_code text, wanted_year int) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
AS $$
    SELECT f.name
    FROM report_file f
    WHERE f.report = (SELECT r.id
        FROM report r
        JOIN department d ON d.id = r.department
        JOIN department_year y ON y.id = r.department_year
        WHERE d.code = department_code AND y.year = wanted_year AND r.state = 'published'
        ORDER BY r.number DESC LIMIT 1)
$$;
REVOKE ALL ON FUNCTION published_files(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_files(text, int) TO ${application};
