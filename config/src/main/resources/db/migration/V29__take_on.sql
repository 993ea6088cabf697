-- Take-on of a fund that changes over: what the old system says is open, and what happened before.

CREATE TABLE take_on (
  run_id      integer PRIMARY KEY REFERENCES run,
  section     text COLLATE "C" NOT NULL,
  refused     boolean NOT NULL,
  differences integer NOT NULL CHECK (refused = (differences > 0))
);
COMMENT ON TABLE take_on IS 'Each attempt to take a section of a fund on. Nothing counts of one that was refused; of those that were not, the last of its section.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON take_on EXECUTE FUNCTION append_only();

CREATE TABLE take_on_check (
  run_id   integer NOT NULL REFERENCES run,
  seq      integer NOT NULL,
  kind     text    NOT NULL CHECK (kind IN ('FILE', 'REGISTRY', 'EMPLOYER', 'ACCOUNT', 'RECEIPT')),
  key      text COLLATE "C" NOT NULL,
  measure  text    NOT NULL CHECK (measure IN ('COUNT', 'TOTAL')),
  expected bigint,
  found    bigint,
  ties     boolean NOT NULL,
  file_id  integer REFERENCES file,
  line_no  integer NOT NULL,
  PRIMARY KEY (run_id, seq)
);
COMMENT ON TABLE take_on_check IS 'What the control file says and what was found. File and line: where the control file says it; null and 0 where it does not.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON take_on_check EXECUTE FUNCTION append_only();

CREATE TABLE opening_debt (
  run_id       integer NOT NULL REFERENCES run,
  file_id      integer NOT NULL REFERENCES file,
  line_no      integer NOT NULL,
  employer_id  bigint  NOT NULL,
  period       date    NOT NULL CHECK (period = date_trunc('month', period)),
  ogd_no       text COLLATE "C" NOT NULL,
  component    text    NOT NULL CHECK (component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT')),
  due          date    NOT NULL,
  late_from    date    NOT NULL,
  amount_minor bigint  NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (run_id, employer_id, period, ogd_no, component)
);
COMMENT ON TABLE opening_debt IS 'What an employer still owed in the old system. late_from: the day from which late payment accrues here; what had accrued before is an amount of its own.';
CREATE INDEX opening_debt_employer ON opening_debt (employer_id, period);
CREATE TRIGGER refers AFTER INSERT ON opening_debt REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('employer_id', 'employer', 'employer_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON opening_debt EXECUTE FUNCTION append_only();

CREATE TABLE opening_account (
  run_id       integer NOT NULL REFERENCES run,
  file_id      integer NOT NULL REFERENCES file,
  line_no      integer NOT NULL,
  account      text COLLATE "C" NOT NULL,
  amount_minor bigint  NOT NULL CHECK (amount_minor <> 0),
  PRIMARY KEY (run_id, account)
);
COMMENT ON TABLE opening_account IS 'Balance of an account that is kept without detail; positive for a debit.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON opening_account EXECUTE FUNCTION append_only();

CREATE TABLE earlier_contribution (
  run_id         integer NOT NULL,
  file_id        integer NOT NULL,
  line_no        integer NOT NULL,
  person_id      bigint  NOT NULL,
  employer_id    bigint  NOT NULL,
  period         date    NOT NULL CHECK (period = date_trunc('month', period)),
  base_minor     bigint CHECK (base_minor >= 0),
  employer_minor bigint CHECK (employer_minor >= 0),
  insured_minor  bigint CHECK (insured_minor >= 0),
  state_minor    bigint CHECK (state_minor >= 0),
  PRIMARY KEY (run_id, person_id, employer_id, period)
);
COMMENT ON TABLE earlier_contribution IS 'A month that the old system had for a person; amounts are null where only the fact is known.';
CREATE INDEX earlier_contribution_employer ON earlier_contribution (employer_id, period);
CREATE TRIGGER refers AFTER INSERT ON earlier_contribution REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'person_id', 'person', 'person_id',
    'employer_id', 'employer', 'employer_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON earlier_contribution EXECUTE FUNCTION append_only();

CREATE TABLE earlier_right (
  run_id         integer NOT NULL,
  file_id        integer NOT NULL,
  line_no        integer NOT NULL,
  person_id      bigint  NOT NULL,
  valid_from     date    NOT NULL,
  valid_to       date CHECK (valid_to > valid_from),
  waiting_months integer NOT NULL CHECK (waiting_months >= 0),
  basis          text    NOT NULL CHECK (basis IN ('DECLARED', 'ASSESSED', 'PAID')),
  PRIMARY KEY (run_id, person_id, valid_from)
);
COMMENT ON TABLE earlier_right IS 'Rights that a person had in the old system, half-open; waiting_months: months that count for the waiting period.';
CREATE INDEX earlier_right_person ON earlier_right (person_id);
CREATE TRIGGER refers AFTER INSERT ON earlier_right REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'person_id', 'person', 'person_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON earlier_right EXECUTE FUNCTION append_only();

-- Files of a take-on come together: when one of them is new, all are taken, and what was taken before no longer counts.
CREATE OR REPLACE FUNCTION taken_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.file_id, a.taken INTO bad
  FROM added a
  WHERE a.taken > 1 AND a.kind NOT IN ('opening_balances', 'earlier_contributions', 'earlier_rights', 'take_on_control')
    AND (SELECT count(*) FROM file f LEFT JOIN file_result x USING (file_id)
         WHERE f.kind = a.kind AND f.sha256 = a.sha256 AND f.taken < a.taken
           AND (is_withdrawn(f.file_id) OR x.refused <> 0 OR (f.name, f.sender) <> (a.name, a.sender)))
        <> a.taken - 1
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'file %: its content was taken before and is not withdrawn', bad.file_id USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;

-- The take-on of each section that counts: the last that was not refused.
CREATE VIEW standing_take_on AS
  SELECT DISTINCT ON (section) section, run_id
  FROM take_on JOIN run USING (run_id)
  WHERE NOT refused AND status = 'COMPLETED'
  ORDER BY section, run_id DESC;

-- The due day of each month that an employer owes, by run.
CREATE VIEW month_due AS
  SELECT employer_id, period, run_id, due FROM employer_assessment
  UNION ALL
  SELECT employer_id, period, run_id, due FROM opening_debt;

-- What is open of each employer, month and delegated body, as a settlement left the accounts: debts as it knew them, taken on or
-- assessed, less what was paid, waived and written off.
CREATE OR REPLACE FUNCTION open_debt(settlement integer) RETURNS TABLE (employer_id bigint, period date, ogd_no text, due date, open_minor bigint)
LANGUAGE sql STABLE AS $$
  WITH signed AS (
    SELECT debtor_id, value_period, l.ogd_no,
           CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END
             * CASE WHEN component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT') THEN 1 ELSE -1 END AS minor
    FROM ledger_entry l
    WHERE (debtor IN ('EMPLOYER', 'OPENING') AND run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement))
       OR (debtor = 'ACCOUNT' AND component NOT IN ('ADVANCE', 'REFUND')
           AND (run_id = settlement OR run_id IN (SELECT run_id FROM run WHERE run_id < settlement AND status = 'COMPLETED')))
  ), due AS (
    SELECT DISTINCT ON (a.employer_id, a.period) a.employer_id, a.period, a.due
    FROM month_due a
    WHERE a.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement)
    ORDER BY a.employer_id, a.period, a.run_id DESC
  )
  SELECT s.debtor_id, s.value_period, s.ogd_no, u.due, sum(s.minor)::bigint
  FROM signed s
  JOIN due u ON u.employer_id = s.debtor_id AND u.period = s.value_period
  GROUP BY s.debtor_id, s.value_period, s.ogd_no, u.due
  HAVING sum(s.minor) <> 0
$$;

-- The ledger: opening debts and account balances, and money that the old system had. What other documents hold is not changed.
DO $$
DECLARE
  debtors text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                   WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_debtor_check');
  components text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                      WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_component_check');
BEGIN
  ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_debtor_check, DROP CONSTRAINT ledger_entry_component_check;
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_debtor_check CHECK (debtor IN (''OPENING'', ''CHART'') OR %s)', debtors);
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_component_check CHECK (
    CASE WHEN debtor = ''OPENING'' THEN component IN (''CONTRIBUTION'', ''LATE_DECLARATION'', ''LATE_PAYMENT'')
         WHEN debtor = ''CHART'' THEN component IN (''DEBIT_BALANCE'', ''CREDIT_BALANCE'')
         WHEN debtor = ''RECEIPT'' AND component = ''TAKEN_ON'' THEN true
         ELSE %s END)', components);
END $$;
COMMENT ON COLUMN ledger_entry.ogd_no IS 'The delegated body that collects; of a balance that was taken on, the account of the chart.';
