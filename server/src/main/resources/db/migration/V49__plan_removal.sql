-- A task that should not have been there, such as one of a workbook taken in by mistake, can be removed; the trail keeps it.
GRANT DELETE ON plan_task TO ${application};
CREATE POLICY removed ON plan_task FOR DELETE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
