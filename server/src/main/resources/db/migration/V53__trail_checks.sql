-- PostgreSQL reads each check anew for every statement; one that says all costs less than three.
ALTER TABLE trail_entry
    DROP CONSTRAINT trail_entry_number_check,
    DROP CONSTRAINT trail_entry_previous_check,
    DROP CONSTRAINT trail_entry_hash_check,
    ADD CONSTRAINT trail_entry_check CHECK (number > 0 AND length(previous) = 64 AND length(hash) = 64);
