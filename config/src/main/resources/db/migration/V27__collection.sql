-- Collection follow-up: letters about debts, their service, instalment plans, write-offs, clearance certificates.

ALTER TABLE decision
  ADD COLUMN on_day  date,
  ADD COLUMN series  text COLLATE "C",
  ADD COLUMN year    integer,
  ADD COLUMN number  integer,
  ADD COLUMN revokes integer REFERENCES decision,
  ADD CONSTRAINT decision_document_fkey FOREIGN KEY (series, year, number) REFERENCES document (series, year, number),
  DROP CONSTRAINT decision_kind_check,
  ADD CONSTRAINT decision_kind_check CHECK (kind IN ('SETTLE', 'UNSETTLE', 'WAIVER', 'REFUND', 'CLOSE', 'SERVICE', 'PLAN', 'WRITE_OFF',
    'PRESCRIPTION', 'REVOCATION', 'CERTIFICATE')),
  DROP CONSTRAINT decision_check,
  ADD CONSTRAINT decision_check CHECK (CASE kind
    WHEN 'SETTLE' THEN num_nonnulls(receipt_id, employer_id) = 2
    WHEN 'UNSETTLE' THEN receipt_id IS NOT NULL
    WHEN 'WAIVER' THEN num_nonnulls(employer_id, period, component, amount_minor) = 4
    WHEN 'WRITE_OFF' THEN num_nonnulls(employer_id, period, component, amount_minor) = 4
    WHEN 'REFUND' THEN num_nonnulls(employer_id, amount_minor) = 2
    WHEN 'SERVICE' THEN num_nonnulls(employer_id, on_day, series, year, number) = 5
    WHEN 'PLAN' THEN num_nonnulls(employer_id, on_day, amount_minor) = 3
    WHEN 'PRESCRIPTION' THEN num_nonnulls(employer_id, period, on_day) = 3
    WHEN 'REVOCATION' THEN revokes IS NOT NULL
    WHEN 'CERTIFICATE' THEN employer_id IS NOT NULL
    ELSE period IS NOT NULL
  END);
COMMENT ON TABLE decision IS 'SETTLE, UNSETTLE, SERVICE and CERTIFICATE count at once; the others when a second person approves them.';
COMMENT ON COLUMN decision.on_day IS 'SERVICE: day on which the letter was served. PLAN: day on which the debtor acknowledged the debt. PRESCRIPTION: last day of the period that has run.';
COMMENT ON COLUMN decision.number IS 'SERVICE: the letter, with series and year.';
CREATE INDEX decision_revokes ON decision (revokes) WHERE revokes IS NOT NULL;

CREATE TABLE plan_debt (
  decision_no integer NOT NULL REFERENCES decision,
  period      date    NOT NULL CHECK (period = date_trunc('month', period)),
  PRIMARY KEY (decision_no, period)
);
COMMENT ON TABLE plan_debt IS 'The months whose debts an instalment plan covers.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_debt EXECUTE FUNCTION append_only();

CREATE TABLE plan_instalment (
  decision_no  integer NOT NULL REFERENCES decision,
  due          date    NOT NULL,
  amount_minor bigint  NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (decision_no, due)
);
COMMENT ON TABLE plan_instalment IS 'What is paid when under an instalment plan.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_instalment EXECUTE FUNCTION append_only();

CREATE VIEW standing_decision AS
  SELECT d.*, a.run_id AS approval_run_id, a.approved_by, a.approved_on
  FROM decision d
  JOIN run r USING (run_id)
  LEFT JOIN decision_approval a USING (decision_no)
  WHERE r.status = 'COMPLETED'
    AND (d.kind IN ('SETTLE', 'UNSETTLE', 'SERVICE', 'CERTIFICATE') OR EXISTS (SELECT FROM run WHERE run_id = a.run_id AND status = 'COMPLETED'))
    AND NOT EXISTS (SELECT FROM decision b JOIN decision_approval c USING (decision_no) JOIN run s ON s.run_id = c.run_id
                    WHERE b.revokes = d.decision_no AND s.status = 'COMPLETED');
COMMENT ON VIEW standing_decision IS 'Decisions that count by now: approved where that is needed, and not revoked.';

ALTER TABLE document ADD COLUMN stage text CHECK (stage IN ('FIRST_REMINDER', 'SECOND_REMINDER', 'FORMAL_NOTICE', 'PLAN_BREACH'));
COMMENT ON COLUMN document.stage IS 'Of a letter about debts: which.';

CREATE TABLE collection_step (
  run_id      integer NOT NULL REFERENCES run,
  employer_id bigint  NOT NULL,
  stage       text    NOT NULL CHECK (stage IN ('FIRST_REMINDER', 'SECOND_REMINDER', 'FORMAL_NOTICE', 'PLAN_BREACH')),
  period      date    NOT NULL,
  ogd_no      text COLLATE "C" NOT NULL,
  due         date    NOT NULL,
  open_minor  bigint  NOT NULL CHECK (open_minor > 0),
  plan_no     integer REFERENCES decision,
  since       date,
  PRIMARY KEY (run_id, employer_id, stage, period, ogd_no),
  CHECK ((stage = 'PLAN_BREACH') = (plan_no IS NOT NULL))
);
COMMENT ON TABLE collection_step IS 'The debts that a letter asks for: those of a run, employer and stage are on one letter, which is the document of that run, employer and stage.';
CREATE INDEX collection_step_employer ON collection_step (employer_id);
CREATE TRIGGER refers AFTER INSERT ON collection_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('employer_id', 'employer', 'employer_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON collection_step EXECUTE FUNCTION append_only();

CREATE TABLE collection_todo (
  run_id      integer NOT NULL REFERENCES run,
  employer_id bigint  NOT NULL,
  kind        text    NOT NULL CHECK (kind IN ('TO_SERVE', 'EXPIRED')),
  notice      text COLLATE "C" NOT NULL,
  period      date    NOT NULL,
  ogd_no      text COLLATE "C" NOT NULL,
  open_minor  bigint  NOT NULL,
  since       date    NOT NULL,
  PRIMARY KEY (run_id, employer_id, notice, period, ogd_no)
);
COMMENT ON TABLE collection_todo IS 'What people are to do about formal notices of before, as a run found it.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON collection_todo EXECUTE FUNCTION append_only();

CREATE TABLE clearance (
  run_id      integer PRIMARY KEY REFERENCES run,
  employer_id bigint  NOT NULL,
  kind        text    NOT NULL CHECK (kind IN ('CLEAR', 'UNDER_PLAN')),
  plan_no     integer REFERENCES decision,
  valid_until date    NOT NULL,
  CHECK ((kind = 'UNDER_PLAN') = (plan_no IS NOT NULL))
);
COMMENT ON TABLE clearance IS 'Clearance certificates that were issued; the number is that of the document of the run.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clearance EXECUTE FUNCTION append_only();

ALTER TABLE ledger_entry
  DROP CONSTRAINT ledger_entry_component_check,
  ADD CONSTRAINT ledger_entry_component_check CHECK (
    CASE debtor
      WHEN 'RECEIPT' THEN component IN ('RECEIVED', 'RETURNED')
      WHEN 'ACCOUNT' THEN component IN ('LATE_PAYMENT', 'PAID_CONTRIBUTION', 'PAID_LATE_DECLARATION', 'PAID_LATE_PAYMENT',
        'WAIVED_CONTRIBUTION', 'WAIVED_LATE_DECLARATION', 'WAIVED_LATE_PAYMENT',
        'WRITTEN_OFF_CONTRIBUTION', 'WRITTEN_OFF_LATE_DECLARATION', 'WRITTEN_OFF_LATE_PAYMENT',
        'PRESCRIBED_CONTRIBUTION', 'PRESCRIBED_LATE_DECLARATION', 'PRESCRIBED_LATE_PAYMENT', 'ADVANCE', 'REFUND')
      ELSE component IN ('CONTRIBUTION', 'LATE_DECLARATION')
    END);

-- What is open of each employer, month and delegated body, as a settlement left the accounts: debts as it knew them, less what was paid,
-- waived and written off.
CREATE FUNCTION open_debt(settlement integer) RETURNS TABLE (employer_id bigint, period date, ogd_no text, due date, open_minor bigint)
LANGUAGE sql STABLE AS $$
  WITH signed AS (
    SELECT debtor_id, value_period, l.ogd_no,
           CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END
             * CASE WHEN component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT') THEN 1 ELSE -1 END AS minor
    FROM ledger_entry l
    WHERE (debtor = 'EMPLOYER' AND run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement))
       OR (debtor = 'ACCOUNT' AND component NOT IN ('ADVANCE', 'REFUND')
           AND (run_id = settlement OR run_id IN (SELECT run_id FROM run WHERE run_id < settlement AND status = 'COMPLETED')))
  ), due AS (
    SELECT DISTINCT ON (a.employer_id, a.period) a.employer_id, a.period, a.due
    FROM employer_assessment a
    WHERE a.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement)
    ORDER BY a.employer_id, a.period, a.run_id DESC
  )
  SELECT s.debtor_id, s.value_period, s.ogd_no, u.due, sum(s.minor)::bigint
  FROM signed s
  JOIN due u ON u.employer_id = s.debtor_id AND u.period = s.value_period
  GROUP BY s.debtor_id, s.value_period, s.ogd_no, u.due
  HAVING sum(s.minor) <> 0
$$;
