-- What several people add at the same moment is added by one statement. No single name can stand over it: jizhun.user and
-- its like stay empty, so every policy that asks for them says no. Who takes part, one or several, stands in jizhun.together, which
-- the server sets as it sets the others: |ACCOUNT| for each ("-" for a program), |ACCOUNT DEPARTMENT ROLE|, and |in DEPARTMENT|
-- where they see that. Each row added here must say who gave it, and be what that one may add. A list in a text costs a
-- statement of few rows far less than an array, or than two policies.
CREATE FUNCTION acting_together() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('jizhun.together', true), '');

DROP POLICY added ON feed_value;
CREATE POLICY added ON feed_value FOR INSERT TO ${application}
    WITH CHECK (strpos(acting_together(), '|' || coalesce(given_by::text, '-') || ' ' || department || ' feed|') > 0
        OR strpos(acting_together(), '|' || coalesce(given_by::text, '-') || ' ' || department || ' preparer|') > 0
        OR strpos(acting_together(),
            '|' || coalesce(given_by::text, '-') || ' ' || department || ' performance-officer|') > 0);

DROP POLICY added ON trail_entry;
CREATE POLICY added ON trail_entry FOR INSERT TO ${application}
    WITH CHECK (strpos(acting_together(), '|' || coalesce(user_account::text, '-') || '|') > 0);

CREATE POLICY seen_together ON department_year FOR SELECT TO ${application}
    USING (strpos(acting_together(), '|in ' || department || '|') > 0);
