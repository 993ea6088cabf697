-- Double entry. A document is a debtor and month; its entries are numbered by rev.

CREATE TABLE period_state (
  period    date PRIMARY KEY CHECK (period = date_trunc('month', period)),
  closed_by text NOT NULL,
  closed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE period_state IS 'Closed accounting periods; a period without a row is open.';

CREATE TABLE ledger_entry (
  value_period   date    NOT NULL,
  debtor         text    NOT NULL CHECK (debtor IN ('EMPLOYER', 'PERSON', 'STATE')),
  debtor_id      bigint  NOT NULL,
  rev            integer NOT NULL CHECK (rev > 0),
  run_id         integer NOT NULL REFERENCES run,
  posting_period date    NOT NULL CHECK (posting_period >= value_period),
  ogd_no         text COLLATE "C" NOT NULL,
  component      text    NOT NULL CHECK (component IN ('CONTRIBUTION', 'LATE_DECLARATION')),
  payer          text    NOT NULL CHECK (payer IN ('EMPLOYER', 'INSURED', 'STATE')),
  reverses       integer CHECK (reverses < rev),
  amount_minor   bigint  NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (value_period, debtor, debtor_id, rev)
);
CREATE UNIQUE INDEX ledger_entry_reversed_once ON ledger_entry (value_period, debtor, debtor_id, reverses) WHERE reverses IS NOT NULL;
COMMENT ON COLUMN ledger_entry.debtor_id IS 'Employer or person; 0 for the State.';

CREATE TABLE posting (
  value_period   date     NOT NULL,
  debtor         text     NOT NULL,
  debtor_id      bigint   NOT NULL,
  rev            integer  NOT NULL,
  line           smallint NOT NULL,
  run_id         integer  NOT NULL REFERENCES run,
  posting_period date     NOT NULL,
  account        text COLLATE "C" NOT NULL,
  debit_minor    bigint   NOT NULL CHECK (debit_minor >= 0),
  credit_minor   bigint   NOT NULL CHECK (credit_minor >= 0),
  PRIMARY KEY (value_period, debtor, debtor_id, rev, line),
  CHECK ((debit_minor = 0) <> (credit_minor = 0))
);

-- Every statement that posts must leave each entry it touches balanced, equal to its amount, and in an open period. A trigger per
-- statement over the new rows costs a fraction of one per row, and refuses at once instead of at the commit.
-- On a ledger that was empty a moment ago the planner would look each new row up by reading all of it: nested loops are off.
CREATE FUNCTION balanced() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.value_period, a.debtor, a.debtor_id, a.rev, a.debit, a.credit, e.amount_minor INTO bad
  FROM (SELECT value_period, debtor, debtor_id, rev, sum(debit_minor) AS debit, sum(credit_minor) AS credit
        FROM added GROUP BY value_period, debtor, debtor_id, rev) a
  LEFT JOIN ledger_entry e USING (value_period, debtor, debtor_id, rev)
  WHERE a.debit <> a.credit OR e.amount_minor IS DISTINCT FROM a.debit
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'entry % of % % for % does not balance: debit %, credit %, entry %',
      bad.rev, bad.debtor, bad.debtor_id, bad.value_period, bad.debit, bad.credit, bad.amount_minor
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT FROM (SELECT DISTINCT posting_period FROM added) a JOIN period_state s ON s.period = a.posting_period) THEN
    RAISE EXCEPTION 'an entry is posted to a closed accounting period' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balanced AFTER INSERT ON posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION balanced();

CREATE VIEW standing_entry AS
  SELECT e.* FROM ledger_entry e
  WHERE e.reverses IS NULL
    AND NOT EXISTS (SELECT FROM ledger_entry r
                    WHERE r.value_period = e.value_period AND r.debtor = e.debtor AND r.debtor_id = e.debtor_id AND r.reverses = e.rev);
COMMENT ON VIEW standing_entry IS 'Entries that were not reversed: what is owed.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON period_state EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting      EXECUTE FUNCTION append_only();

CREATE TABLE run_closed_period (
  run_id integer NOT NULL REFERENCES run,
  period date    NOT NULL,
  PRIMARY KEY (run_id, period)
);
COMMENT ON TABLE run_closed_period IS 'Accounting periods that were closed when a run began: a restart posts where the beginning would have.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run_closed_period EXECUTE FUNCTION append_only();
