-- Whose task it is, as somebody of the department and not only as a name; and how often it was chased.
ALTER TABLE plan_task
    ADD COLUMN assigned_to bigint REFERENCES person,
    ADD COLUMN reminders int NOT NULL DEFAULT 0 CHECK (reminders >= 0),
    ADD COLUMN reminder text CHECK (length(reminder) BETWEEN 1 AND 200),
    ADD COLUMN reminded_at timestamptz,
    ADD CHECK (assigned_to IS NULL OR person IS NULL);
CREATE INDEX ON plan_task (assigned_to);
