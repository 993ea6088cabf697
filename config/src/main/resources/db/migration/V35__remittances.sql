-- Remittances of delegated bodies: for whom they have collected. And what of a receipt waits as advance.

CREATE TABLE remittance (
  file_id        integer NOT NULL REFERENCES file,
  statement      integer NOT NULL,
  run_id         integer NOT NULL REFERENCES run,
  ogd_no         text COLLATE "C" NOT NULL,
  number         text COLLATE "C" NOT NULL,
  remitted_on    date    NOT NULL,
  lines          integer NOT NULL,
  total_minor    bigint  NOT NULL,
  said_lines     integer,
  said_minor     bigint,
  withheld_minor bigint  NOT NULL CHECK (withheld_minor >= 0),
  transfer_ref   text COLLATE "C" NOT NULL,
  content_sha256 text    NOT NULL,
  refused        smallint NOT NULL,
  repeated       boolean NOT NULL,
  PRIMARY KEY (file_id, statement),
  CHECK (refused = 0 OR NOT repeated)
);
COMMENT ON TABLE remittance IS 'What was read of each remittance of a file. refused: the reject code of the whole, or 0. repeated: it says what one that stands already says.';
COMMENT ON COLUMN remittance.withheld_minor IS 'What the body says that it kept for itself.';
COMMENT ON COLUMN remittance.transfer_ref IS 'The bank''s reference of its transfer, where the body knows it.';
CREATE UNIQUE INDEX remittance_once ON remittance (ogd_no, number) WHERE refused = 0 AND NOT repeated;
CREATE INDEX remittance_run ON remittance (run_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON remittance EXECUTE FUNCTION append_only();

ALTER TABLE receipt
  ADD COLUMN employer_no   text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN for_period    date CHECK (for_period = date_trunc('month', for_period)),
  ADD COLUMN for_component text CHECK (for_component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT')),
  DROP CONSTRAINT receipt_account_bank_ref_taken_key,
  ADD UNIQUE (ogd_no, account, bank_ref, taken);
COMMENT ON COLUMN receipt.employer_no IS 'Of a remittance: the employer from whom the body has it, by its word.';
COMMENT ON COLUMN receipt.account IS 'The fund''s account at the bank; of a remittance: the delegated body.';

ALTER TABLE receipt_match
  ADD COLUMN ogd_no        text COLLATE "C",
  ADD COLUMN remittance_no text COLLATE "C",
  DROP CONSTRAINT receipt_match_rule_check,
  ADD CONSTRAINT receipt_match_rule_check
    CHECK (rule IN ('REFERENCE', 'NUMBER', 'ACCOUNT', 'AMOUNT', 'REMITTANCE', 'TRANSFER', 'HAND', 'TAKEN_BACK')),
  ADD CHECK (num_nonnulls(employer_id, ogd_no) <= 1 AND (remittance_no IS NULL OR ogd_no IS NOT NULL));
COMMENT ON COLUMN receipt_match.ogd_no IS 'The delegated body whose transfer it is, of which remittance where that is known.';

-- A receipt settled by hand belongs to an employer or is the transfer of a delegated body. What else may be decided is not changed.
ALTER TABLE decision ADD COLUMN ogd_no text COLLATE "C" REFERENCES ogd (ogd_no), ADD COLUMN remittance_no text COLLATE "C";
DO $$
DECLARE
  before text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conrelid = 'decision'::regclass AND conname = 'decision_check');
BEGIN
  ALTER TABLE decision DROP CONSTRAINT decision_check;
  EXECUTE format('ALTER TABLE decision ADD CONSTRAINT decision_check CHECK (CASE WHEN kind = ''SETTLE''
    THEN receipt_id IS NOT NULL AND num_nonnulls(employer_id, ogd_no) = 1 AND (remittance_no IS NULL OR ogd_no IS NOT NULL) ELSE %s END)', before);
END $$;

CREATE TABLE remittance_state (
  run_id            integer NOT NULL REFERENCES run,
  ogd_no            text COLLATE "C" NOT NULL,
  number            text COLLATE "C" NOT NULL,
  remitted_on       date,
  collected_minor   bigint  NOT NULL,
  fee_minor         bigint  NOT NULL,
  transferred_minor bigint  NOT NULL,
  PRIMARY KEY (run_id, ogd_no, number)
);
COMMENT ON TABLE remittance_state IS 'What became of each remittance as a settlement found it; under an empty number what was transferred for none of them.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON remittance_state EXECUTE FUNCTION append_only();

CREATE TABLE receipt_advance (
  run_id       integer NOT NULL REFERENCES run,
  employer_id  bigint  NOT NULL,
  receipt_id   bigint  NOT NULL REFERENCES receipt,
  amount_minor bigint  NOT NULL CHECK (amount_minor <> 0)
);
COMMENT ON TABLE receipt_advance IS 'What no debt takes of a receipt, refunds included. Negative rows take back what stood before.';
CREATE INDEX receipt_advance_employer ON receipt_advance (employer_id);
CREATE INDEX receipt_advance_receipt ON receipt_advance (receipt_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_advance EXECUTE FUNCTION append_only();

-- The ledger: the account of a delegated body. What other documents hold is not changed.
DO $$
DECLARE
  debtors text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                   WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_debtor_check');
  components text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                      WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_component_check');
BEGIN
  ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_debtor_check, DROP CONSTRAINT ledger_entry_component_check;
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_debtor_check CHECK (debtor = ''OGD'' OR %s)', debtors);
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_component_check CHECK (
    CASE WHEN debtor = ''OGD'' THEN component IN (''TRANSFERRED'', ''OGD_FEE'') ELSE %s END)', components);
END $$;
