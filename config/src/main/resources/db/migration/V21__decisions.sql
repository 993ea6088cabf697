-- What people decide about money and periods: by one person with trace, or by two.

CREATE TABLE decision (
  decision_no  integer PRIMARY KEY,
  run_id       integer NOT NULL UNIQUE REFERENCES run,
  kind         text    NOT NULL CHECK (kind IN ('SETTLE', 'UNSETTLE', 'WAIVER', 'REFUND', 'CLOSE')),
  receipt_id   bigint REFERENCES receipt,
  employer_id  bigint,
  period       date CHECK (period = date_trunc('month', period)),
  component    text CHECK (component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT')),
  amount_minor bigint CHECK (amount_minor > 0),
  reason       text    NOT NULL CHECK (reason <> ''),
  proposed_by  text    NOT NULL CHECK (proposed_by <> ''),
  proposed_on  date    NOT NULL,
  UNIQUE (decision_no, proposed_by),
  CHECK (CASE kind
           WHEN 'SETTLE' THEN num_nonnulls(receipt_id, employer_id) = 2
           WHEN 'UNSETTLE' THEN receipt_id IS NOT NULL
           WHEN 'WAIVER' THEN num_nonnulls(employer_id, period, component, amount_minor) = 4
           WHEN 'REFUND' THEN num_nonnulls(employer_id, amount_minor) = 2
           ELSE period IS NOT NULL
         END)
);
COMMENT ON TABLE decision IS 'SETTLE and UNSETTLE count at once; WAIVER, REFUND and CLOSE when a second person approves them.';
CREATE TRIGGER refers AFTER INSERT ON decision REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('employer_id', 'employer', 'employer_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision EXECUTE FUNCTION append_only();

CREATE TABLE decision_approval (
  decision_no integer PRIMARY KEY,
  proposed_by text    NOT NULL,
  run_id      integer NOT NULL UNIQUE REFERENCES run,
  approved_by text    NOT NULL CHECK (approved_by <> ''),
  approved_on date    NOT NULL,
  CHECK (lower(approved_by) <> lower(proposed_by)),
  FOREIGN KEY (decision_no, proposed_by) REFERENCES decision (decision_no, proposed_by)
);
COMMENT ON TABLE decision_approval IS 'The second person is another one than the first: the database refuses anything else.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_approval EXECUTE FUNCTION append_only();
