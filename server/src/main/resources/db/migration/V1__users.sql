-- Who may sign in, and in whose name a transaction works. The settings jizhun.* live for one transaction and are set by
-- ScopedTransactions alone; where they are missing, every policy says no.

CREATE FUNCTION acting_user() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('jizhun.user', true), '')::bigint;

CREATE FUNCTION acting_department() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('jizhun.department', true), '')::bigint;

CREATE FUNCTION acting_as(VARIADIC wanted text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(string_to_array(current_setting('jizhun.roles', true), ',') && wanted, false);

CREATE TABLE user_account (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL UNIQUE CHECK (login = lower(login) AND login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    password_hash text NOT NULL,
    -- Rises with every new password and every closing: sessions of before end.
    generation int NOT NULL DEFAULT 1,
    must_change_password boolean NOT NULL DEFAULT true,
    failures int NOT NULL DEFAULT 0,
    locked_until timestamptz,
    totp_secret text,
    -- A secret that was handed out and not yet confirmed by a code.
    totp_pending text,
    -- The time step of the last code used, so that none works twice.
    totp_step bigint NOT NULL DEFAULT 0,
    closed timestamptz,
    created timestamptz NOT NULL,
    last_sign_in timestamptz
);

GRANT SELECT, INSERT, UPDATE ON user_account TO ${application};

ALTER TABLE user_account ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON user_account FOR SELECT TO ${application}
    USING (id = acting_user() OR (SELECT acting_as(
        'sign-in', 'setup', 'system-administrator', 'security-administrator', 'audit-administrator')));
CREATE POLICY added ON user_account FOR INSERT TO ${application}
    WITH CHECK ((SELECT acting_as('setup', 'system-administrator')));
CREATE POLICY changed ON user_account FOR UPDATE TO ${application}
    USING (id = acting_user() OR (SELECT acting_as('sign-in', 'system-administrator')));
