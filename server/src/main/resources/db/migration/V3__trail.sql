-- Who did what when. Each entry holds the hash of the one before it in its chain. Several chains, so that writers do not
-- wait for each other's commit: whoever writes takes the lock of any chain that is free.

CREATE TABLE trail_head (
    chain int PRIMARY KEY,
    number bigint NOT NULL,
    hash text NOT NULL
) WITH (fillfactor = 20);
INSERT INTO trail_head SELECT chain, 0, repeat('0', 64) FROM generate_series(1, 16) AS chain;

CREATE TABLE trail_entry (
    chain int NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL,
    user_account bigint,
    login text NOT NULL,
    roles text NOT NULL,
    address text NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject text NOT NULL,
    department bigint,
    before jsonb,
    after jsonb,
    reason text,
    previous text NOT NULL CHECK (length(previous) = 64),
    hash text NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (chain, number)
);
CREATE INDEX ON trail_entry (at DESC, chain, number DESC);
CREATE INDEX ON trail_entry (subject_kind, subject);

-- The lock of a chain is held until the transaction ends; the number is ours among advisory locks.
CREATE FUNCTION trail_take_chain() RETURNS TABLE (chain int, number bigint, hash text) LANGUAGE plpgsql
AS $$
DECLARE
    chains CONSTANT int := 16;
    family CONSTANT int := 20716;
    first CONSTANT int := floor(random() * chains)::int;
    taken int := 0;
BEGIN
    FOR step IN 0 .. chains - 1 LOOP
        IF taken = 0 AND pg_try_advisory_xact_lock(family, (first + step) % chains + 1) THEN
            taken := (first + step) % chains + 1;
        END IF;
    END LOOP;
    IF taken = 0 THEN
        taken := first + 1;
        PERFORM pg_advisory_xact_lock(family, taken);
    END IF;
    RETURN QUERY SELECT h.chain, h.number, h.hash FROM trail_head h WHERE h.chain = taken;
END
$$;

CREATE FUNCTION trail_refuse_change() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'the trail is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_entry
    FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse_change();

REVOKE ALL ON FUNCTION trail_take_chain() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trail_take_chain() TO ${application};
GRANT SELECT, INSERT ON trail_entry TO ${application};
GRANT SELECT, UPDATE (number, hash) ON trail_head TO ${application};

ALTER TABLE trail_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON trail_entry FOR SELECT TO ${application}
    USING ((SELECT acting_as('audit-administrator'))
        OR department = ANY ((SELECT visible_departments())::bigint[])
        OR user_account = (SELECT acting_user()));
CREATE POLICY added ON trail_entry FOR INSERT TO ${application}
    WITH CHECK (user_account IS NOT DISTINCT FROM (SELECT acting_user()));
