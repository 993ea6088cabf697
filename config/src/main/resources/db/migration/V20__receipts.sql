-- Money received: lines of bank statements and of remittances, with whom each belongs to.

ALTER TABLE file
  DROP CONSTRAINT file_kind_check,
  ADD CONSTRAINT file_kind_check CHECK (kind IN ('declarations', 'ogds', 'employers', 'persons', 'receipts', 'remittances'));

CREATE TABLE receipt (
  receipt_id    bigint  PRIMARY KEY,
  receipt_no    text COLLATE "C" NOT NULL UNIQUE,
  run_id        integer NOT NULL REFERENCES run,
  file_id       integer NOT NULL REFERENCES file,
  line_no       integer NOT NULL,
  statement     integer NOT NULL,
  ogd_no        text COLLATE "C" NOT NULL,
  account       text COLLATE "C" NOT NULL,
  bank_ref      text COLLATE "C" NOT NULL,
  booking_date  date    NOT NULL,
  value_date    date    NOT NULL,
  amount_minor  bigint  NOT NULL CHECK (amount_minor <> 0),
  payer_account text COLLATE "C" NOT NULL,
  payer_name    text    NOT NULL,
  description   text    NOT NULL,
  takes_back    bigint REFERENCES receipt,
  taken         integer NOT NULL DEFAULT 1 CHECK (taken > 0),
  CHECK (takes_back IS NULL OR amount_minor < 0),
  UNIQUE (account, bank_ref, taken)
);
COMMENT ON TABLE receipt IS 'Money that a bank, or a delegated body, says it has for the fund. Negative: money that it took back.';
COMMENT ON COLUMN receipt.receipt_id IS 'File and line: the same after a restart.';
COMMENT ON COLUMN receipt.ogd_no IS 'The delegated body whose remittance it is a line of; empty for a bank statement.';
COMMENT ON COLUMN receipt.takes_back IS 'The receipt that the bank took back with this line.';
CREATE UNIQUE INDEX receipt_taken_back_once ON receipt (takes_back) WHERE takes_back IS NOT NULL;
CREATE INDEX receipt_run ON receipt (run_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt EXECUTE FUNCTION append_only();

CREATE TABLE bank_statement (
  file_id        integer NOT NULL REFERENCES file,
  run_id         integer NOT NULL REFERENCES run,
  statement      integer NOT NULL,
  account        text COLLATE "C" NOT NULL,
  lines          integer NOT NULL,
  total_minor    bigint  NOT NULL,
  opening_minor  bigint,
  closing_minor  bigint,
  refused        smallint NOT NULL,
  PRIMARY KEY (file_id, statement)
);
COMMENT ON TABLE bank_statement IS 'What was read of each statement of a file, and the reject code of the whole statement, or 0. Balances are null where the bank gave none.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_statement EXECUTE FUNCTION append_only();

ALTER TABLE file_result ADD COLUMN amount_minor bigint NOT NULL DEFAULT 0, ADD COLUMN accepted_amount_minor bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN file_result.amount_minor IS 'Of receipts: sum of the readable amounts.';

CREATE TABLE receipt_match (
  receipt_id  bigint  NOT NULL REFERENCES receipt,
  run_id      integer NOT NULL REFERENCES run,
  employer_id bigint,
  to_period   date,
  rule        text    NOT NULL CHECK (rule IN ('REFERENCE', 'NUMBER', 'ACCOUNT', 'AMOUNT', 'HAND', 'TAKEN_BACK')),
  why         text    NOT NULL,
  PRIMARY KEY (receipt_id, run_id)
);
COMMENT ON TABLE receipt_match IS 'To whom a receipt belongs, by which rule and why; the last row counts. HAND: as a person said; TAKEN_BACK: to nobody, the person took the word back.';
CREATE TRIGGER refers AFTER INSERT ON receipt_match REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('employer_id', 'employer', 'employer_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_match EXECUTE FUNCTION append_only();

CREATE TABLE allocation (
  run_id       integer NOT NULL REFERENCES run,
  employer_id  bigint  NOT NULL,
  receipt_id   bigint  NOT NULL REFERENCES receipt,
  period       date    NOT NULL,
  ogd_no       text COLLATE "C" NOT NULL,
  component    text    NOT NULL CHECK (component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT')),
  allocated_on date    NOT NULL,
  amount_minor bigint  NOT NULL CHECK (amount_minor <> 0)
);
COMMENT ON TABLE allocation IS 'Which receipt pays which debt. Negative rows take back what stood before.';
CREATE INDEX allocation_employer ON allocation (employer_id);
CREATE INDEX allocation_receipt ON allocation (receipt_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON allocation EXECUTE FUNCTION append_only();

CREATE VIEW standing_allocation AS
  SELECT employer_id, receipt_id, period, ogd_no, component, allocated_on, sum(amount_minor)::bigint AS amount_minor
  FROM allocation
  GROUP BY employer_id, receipt_id, period, ogd_no, component, allocated_on
  HAVING sum(amount_minor) <> 0;

-- The ledger: documents of receipts, and of an employer's account.
ALTER TABLE ledger_entry
  DROP CONSTRAINT ledger_entry_debtor_check,
  DROP CONSTRAINT ledger_entry_component_check,
  ADD CONSTRAINT ledger_entry_debtor_check CHECK (debtor IN ('EMPLOYER', 'PERSON', 'STATE', 'ACCOUNT', 'RECEIPT')),
  ADD CONSTRAINT ledger_entry_component_check CHECK (
    CASE debtor
      WHEN 'RECEIPT' THEN component IN ('RECEIVED', 'RETURNED')
      WHEN 'ACCOUNT' THEN component IN ('LATE_PAYMENT', 'PAID_CONTRIBUTION', 'PAID_LATE_DECLARATION', 'PAID_LATE_PAYMENT',
        'WAIVED_CONTRIBUTION', 'WAIVED_LATE_DECLARATION', 'WAIVED_LATE_PAYMENT', 'ADVANCE', 'REFUND')
      ELSE component IN ('CONTRIBUTION', 'LATE_DECLARATION')
    END);
COMMENT ON COLUMN ledger_entry.debtor_id IS 'Employer, person or receipt; 0 for the State.';
CREATE INDEX ledger_entry_account ON ledger_entry (debtor_id) WHERE debtor = 'ACCOUNT';

CREATE TABLE unmatched_receipt (
  run_id     integer NOT NULL REFERENCES run,
  receipt_id bigint  NOT NULL REFERENCES receipt,
  candidates text    NOT NULL,
  PRIMARY KEY (run_id, receipt_id)
);
COMMENT ON TABLE unmatched_receipt IS 'Receipts that belong to nobody as far as a run could tell, with the employers that it found, if any.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON unmatched_receipt EXECUTE FUNCTION append_only();
