-- Units by kind as the yearly report names them: public institutions of the first and of the second class apart. Which of the
-- two a unit entered before is nobody wrote down; it becomes 'other' until somebody says.
ALTER TABLE unit DROP CONSTRAINT unit_kind_check;
UPDATE unit SET kind = 'other' WHERE kind = 'public-institution';
ALTER TABLE unit ADD CONSTRAINT unit_kind_check CHECK (kind IN ('administrative', 'civil-service-managed',
    'public-institution-one', 'public-institution-two', 'self-funded-institution', 'other'));
