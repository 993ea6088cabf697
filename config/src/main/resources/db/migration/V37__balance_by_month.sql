-- The ledger grows from month to month: whether what a statement posts is balanced is looked up among the entries of the same months, by
-- the beginning of their key, and not among all.
CREATE OR REPLACE FUNCTION balanced() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
DECLARE
  bad record;
  months date[];
BEGIN
  SELECT array_agg(DISTINCT value_period) INTO months FROM added;
  SELECT a.value_period, a.debtor, a.debtor_id, a.rev, a.debit, a.credit, e.amount_minor INTO bad
  FROM (SELECT value_period, debtor, debtor_id, rev, sum(debit_minor) AS debit, sum(credit_minor) AS credit
        FROM added GROUP BY value_period, debtor, debtor_id, rev) a
  LEFT JOIN (SELECT * FROM ledger_entry WHERE value_period = ANY (months)) e USING (value_period, debtor, debtor_id, rev)
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
