-- What several people add at the same moment is added by one statement. No single name can stand over it: jizhun.user and
-- its like stay empty, so every policy above says no, and jizhun.together lists who takes part, written by the server as
-- it writes the others. Here each row itself must say who gave it, and be what that one may add. An entry of the list is an
-- account ("12"; "-" for a program), an account with department and role ("12 3 preparer"), or a department ("in 3").
CREATE FUNCTION acting_together() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('jizhun.together', true), '')::text[], '{}'::text[]);

CREATE POLICY added_together ON feed_value FOR INSERT TO ${application}
    WITH CHECK (ARRAY[
            coalesce(given_by::text, '-') || ' ' || department || ' feed',
            coalesce(given_by::text, '-') || ' ' || department || ' preparer',
            coalesce(given_by::text, '-') || ' ' || department || ' performance-officer']
        && (SELECT acting_together()));
CREATE POLICY added_together ON trail_entry FOR INSERT TO ${application}
    WITH CHECK (coalesce(user_account::text, '-') = ANY ((SELECT acting_together())::text[]));
CREATE POLICY seen_together ON department_year FOR SELECT TO ${application}
    USING ('in ' || department = ANY ((SELECT acting_together())::text[]));

-- Whoever works alone gives values in their own name only, too.
ALTER POLICY added ON feed_value
    WITH CHECK (department = (SELECT acting_department())
        AND (SELECT acting_as('feed', 'preparer', 'performance-officer'))
        AND given_by IS NOT DISTINCT FROM (SELECT acting_user()));
