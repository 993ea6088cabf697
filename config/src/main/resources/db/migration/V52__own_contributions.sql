-- Contributions that insured persons owe themselves: money that names a person, and the person's account. An account is of a debtor: an
-- employer, or a person.

ALTER TABLE receipt_match
  ADD COLUMN person_id bigint,
  ADD CHECK (num_nonnulls(employer_id, ogd_no, person_id) <= 1);
COMMENT ON COLUMN receipt_match.person_id IS 'The insured person who owes contributions himself and whose money it is.';
CREATE TRIGGER refers_person AFTER INSERT ON receipt_match REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('person_id', 'person', 'person_id');

ALTER TABLE allocation
  ADD COLUMN person_id bigint,
  ALTER COLUMN employer_id DROP NOT NULL,
  ADD CHECK (num_nonnulls(employer_id, person_id) = 1);
COMMENT ON COLUMN allocation.person_id IS 'The insured person who owes the debt; null where an employer does.';
CREATE INDEX allocation_person ON allocation (person_id) WHERE person_id IS NOT NULL;
CREATE TRIGGER refers_person AFTER INSERT ON allocation REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('person_id', 'person', 'person_id');

ALTER TABLE receipt_advance
  ADD COLUMN person_id bigint,
  ALTER COLUMN employer_id DROP NOT NULL,
  ADD CHECK (num_nonnulls(employer_id, person_id) = 1);
COMMENT ON COLUMN receipt_advance.person_id IS 'The insured person for whom it waits; null where it waits for an employer.';
CREATE INDEX receipt_advance_person ON receipt_advance (person_id) WHERE person_id IS NOT NULL;
CREATE TRIGGER refers_person AFTER INSERT ON receipt_advance REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('person_id', 'person', 'person_id');

CREATE OR REPLACE VIEW standing_allocation AS
  SELECT employer_id, receipt_id, period, ogd_no, component, allocated_on, sum(amount_minor)::bigint AS amount_minor, person_id
  FROM allocation
  GROUP BY employer_id, person_id, receipt_id, period, ogd_no, component, allocated_on
  HAVING sum(amount_minor) <> 0;

ALTER TABLE unmatched_receipt ADD COLUMN owes_nothing boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN unmatched_receipt.owes_nothing IS 'The text names insured persons of whom nothing is asked themselves, and nobody else.';

COMMENT ON COLUMN receipt.employer_no IS 'Of a remittance: the employer, or the insured person, from whom the body has it, by its word.';

-- What two persons, or one, decide of a person's account. What else may be decided is not changed.
ALTER TABLE decision ADD COLUMN person_id bigint;
CREATE TRIGGER refers_person AFTER INSERT ON decision REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('person_id', 'person', 'person_id');
DO $$
DECLARE
  before text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conrelid = 'decision'::regclass AND conname = 'decision_check');
BEGIN
  ALTER TABLE decision DROP CONSTRAINT decision_check;
  EXECUTE format('ALTER TABLE decision ADD CONSTRAINT decision_check CHECK (CASE WHEN person_id IS NOT NULL
    THEN num_nonnulls(employer_id, ogd_no) = 0 AND CASE kind
      WHEN ''SETTLE'' THEN receipt_id IS NOT NULL
      WHEN ''WAIVER'' THEN num_nonnulls(period, component, amount_minor) = 3
      WHEN ''REFUND'' THEN amount_minor IS NOT NULL
      ELSE false END
    ELSE %s END)', before);
END $$;

-- The ledger: the account of a person. What other documents hold is not changed.
DO $$
DECLARE
  debtors text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                   WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_debtor_check');
  components text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                      WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_component_check');
BEGIN
  ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_debtor_check, DROP CONSTRAINT ledger_entry_component_check;
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_debtor_check CHECK (debtor = ''PERSON_ACCOUNT'' OR %s)', debtors);
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_component_check CHECK (
    CASE WHEN debtor = ''PERSON_ACCOUNT'' THEN component IN (''LATE_PAYMENT'', ''PAID_CONTRIBUTION'', ''PAID_LATE_PAYMENT'',
           ''WAIVED_CONTRIBUTION'', ''WAIVED_LATE_PAYMENT'', ''ADVANCE'', ''REFUND'')
         ELSE %s END)', components);
END $$;
CREATE INDEX ledger_entry_person_account ON ledger_entry (debtor_id) WHERE debtor = 'PERSON_ACCOUNT';
