-- A source that was described wrongly can be described anew, and a conversion that was stated wrongly taken back; the trail keeps
-- what stood there.
GRANT UPDATE (name, kind, definition, indicator, unit) ON feed_source TO ${application};
GRANT DELETE ON feed_conversion TO ${application};
CREATE POLICY withdrawn ON feed_conversion FOR DELETE TO ${application}
    USING (department = (SELECT acting_department()) AND (SELECT acting_as('performance-officer')));
