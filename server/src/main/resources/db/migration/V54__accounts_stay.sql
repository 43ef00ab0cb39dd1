-- An account stays for ever, for what people did stays: nobody deletes one, nor gives it another number. The application never
-- could; now its owner cannot either. So who gave a value needs no foreign key, which would lock and write the account's
-- row for each value; the policy of the values lets only those through who take part.
CREATE FUNCTION refuse_loss_of_account() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'accounts are closed, never deleted' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON user_account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss_of_account();
CREATE TRIGGER keeps_number BEFORE UPDATE OF id ON user_account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss_of_account();

ALTER TABLE feed_value DROP CONSTRAINT feed_value_given_by_fkey;
