-- Care that was paid for days that were closed afterwards is collected: money pays it, two persons may give it up, it is open, due and told
-- like other debts of the account of an employer or of a person.

ALTER TABLE allocation
  DROP CONSTRAINT allocation_component_check,
  ADD CONSTRAINT allocation_component_check CHECK (component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT', 'CLOSED_LATE'));
COMMENT ON COLUMN allocation.ogd_no IS 'The delegated body that collects; of CLOSED_LATE, who had paid the care.';
ALTER TABLE receipt
  DROP CONSTRAINT receipt_for_component_check,
  ADD CONSTRAINT receipt_for_component_check CHECK (for_component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT', 'CLOSED_LATE'));
ALTER TABLE receipt_match
  ADD COLUMN to_component text CHECK (to_component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT', 'CLOSED_LATE'));
COMMENT ON COLUMN receipt_match.to_component IS 'What a person said is paid first.';

ALTER TABLE decision
  DROP CONSTRAINT decision_component_check,
  ADD CONSTRAINT decision_component_check CHECK (component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT', 'CLOSED_LATE'));

-- What persons owe may be written off, too. What else may be decided or posted is not changed.
DO $$
DECLARE
  decided text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conrelid = 'decision'::regclass AND conname = 'decision_check');
  components text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                      WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_component_check');
BEGIN
  ALTER TABLE decision DROP CONSTRAINT decision_check;
  EXECUTE format('ALTER TABLE decision ADD CONSTRAINT decision_check CHECK (
    CASE WHEN kind = ''WRITE_OFF'' THEN num_nonnulls(employer_id, person_id) = 1 AND num_nonnulls(period, component, amount_minor) = 3 AND ogd_no IS NULL
         ELSE %s END)', decided);
  ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_component_check;
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_component_check CHECK (
    CASE WHEN debtor IN (''ACCOUNT'', ''PERSON_ACCOUNT'') AND component IN (''PAID_CLOSED_LATE'', ''WAIVED_CLOSED_LATE'', ''WRITTEN_OFF_CLOSED_LATE'')
         THEN true
         WHEN debtor = ''PERSON_ACCOUNT'' AND component IN (''WRITTEN_OFF_CONTRIBUTION'', ''WRITTEN_OFF_LATE_PAYMENT'') THEN true
         ELSE %s END)', components);
END $$;

-- What is claimed for care of closed days, as some runs know it: by debtor (EMPLOYER_CARE or PERSON_CARE), month of care and who had paid, with
-- the day since which it is claimed without a break.
CREATE FUNCTION care_debt(runs integer[])
RETURNS TABLE (debtor text, debtor_id bigint, period date, payer text, claimed_on date, amount_minor bigint)
LANGUAGE sql STABLE AS $$
  WITH by_run AS (
    SELECT e.debtor, e.debtor_id, e.value_period, e.ogd_no, e.run_id, r.business_date,
           sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END) AS minor
    FROM ledger_entry e
    JOIN run r USING (run_id)
    WHERE e.debtor IN ('EMPLOYER_CARE', 'PERSON_CARE') AND e.run_id = ANY (runs)
    GROUP BY e.debtor, e.debtor_id, e.value_period, e.ogd_no, e.run_id, r.business_date
  ), stood AS (
    SELECT b.*, sum(b.minor) OVER (PARTITION BY b.debtor, b.debtor_id, b.value_period, b.ogd_no ORDER BY b.run_id) AS then_minor
    FROM by_run b
  ), since AS (
    SELECT s.*, coalesce(max(s.run_id) FILTER (WHERE s.then_minor = 0)
                           OVER (PARTITION BY s.debtor, s.debtor_id, s.value_period, s.ogd_no), 0) AS nothing_at
    FROM stood s
  )
  SELECT s.debtor, s.debtor_id, s.value_period, s.ogd_no, min(s.business_date) FILTER (WHERE s.run_id > s.nothing_at), sum(s.minor)::bigint
  FROM since s
  GROUP BY s.debtor, s.debtor_id, s.value_period, s.ogd_no
  HAVING sum(s.minor) > 0
$$;

-- What is open of each employer, month and delegated body, as a settlement left the accounts: debts as it knew them, taken on or
-- assessed, less what was paid, waived and written off. Care of closed days is a debt of its own, through 'care:' and who had paid it.
CREATE OR REPLACE FUNCTION open_debt(settlement integer) RETURNS TABLE (employer_id bigint, period date, ogd_no text, due date, open_minor bigint)
LANGUAGE sql STABLE AS $$
  WITH signed AS (
    SELECT debtor_id, value_period, CASE WHEN component LIKE '%CLOSED_LATE' THEN 'care:' || l.ogd_no ELSE l.ogd_no END AS ogd_no,
           CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END
             * CASE WHEN component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT', 'CLOSED_LATE') THEN 1 ELSE -1 END AS minor
    FROM ledger_entry l
    WHERE (debtor IN ('EMPLOYER', 'OPENING', 'EMPLOYER_CARE') AND run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement))
       OR (debtor = 'ACCOUNT' AND component NOT IN ('ADVANCE', 'REFUND')
           AND (run_id = settlement OR run_id IN (SELECT run_id FROM run WHERE run_id < settlement AND status = 'COMPLETED')))
  ), due AS (
    (SELECT DISTINCT ON (a.employer_id, a.period) a.employer_id, a.period, NULL AS ogd_no, a.due
     FROM month_due a
     WHERE a.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement)
     ORDER BY a.employer_id, a.period, a.run_id DESC)
    UNION ALL
    SELECT c.debtor_id, c.period, 'care:' || c.payer, c.claimed_on
    FROM care_debt(ARRAY(SELECT input_run_id FROM run_input WHERE run_id = settlement)) c
    WHERE c.debtor = 'EMPLOYER_CARE'
  )
  SELECT s.debtor_id, s.value_period, s.ogd_no, u.due, sum(s.minor)::bigint
  FROM signed s
  JOIN due u ON u.employer_id = s.debtor_id AND u.period = s.value_period
    AND CASE WHEN s.ogd_no LIKE 'care:%' THEN u.ogd_no = s.ogd_no ELSE u.ogd_no IS NULL END
  GROUP BY s.debtor_id, s.value_period, s.ogd_no, u.due
  HAVING sum(s.minor) <> 0
$$;

-- The same of persons who owe themselves, with the last days on which populations pay in time. Everything of a number that was merged belongs
-- to the number that was kept.
CREATE FUNCTION open_person_debt(settlement integer, populations text[], periods date[], dues date[])
RETURNS TABLE (person_id bigint, period date, ogd_no text, due date, open_minor bigint)
LANGUAGE sql STABLE AS $$
  WITH input AS MATERIALIZED (
    SELECT ARRAY(SELECT input_run_id FROM run_input WHERE run_id = settlement) AS runs
  ), merged AS MATERIALIZED (
    SELECT m.person_id, m.kept_id FROM input CROSS JOIN LATERAL standing_merge(input.runs) m
  ), signed AS (
    SELECT coalesce(g.kept_id, l.debtor_id) AS debtor_id, value_period,
           CASE WHEN component LIKE '%CLOSED_LATE' THEN 'care:' || l.ogd_no ELSE l.ogd_no END AS ogd_no,
           CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END
             * CASE WHEN component IN ('CONTRIBUTION', 'LATE_PAYMENT', 'CLOSED_LATE') THEN 1 ELSE -1 END AS minor
    FROM ledger_entry l
    LEFT JOIN merged g ON g.person_id = l.debtor_id
    WHERE (debtor IN ('PERSON', 'PERSON_CARE') AND run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement))
       OR (debtor = 'PERSON_ACCOUNT' AND component NOT IN ('ADVANCE', 'REFUND')
           AND (run_id = settlement OR run_id IN (SELECT run_id FROM run WHERE run_id < settlement AND status = 'COMPLETED')))
  ), due AS (
    (SELECT DISTINCT ON (coalesce(g.kept_id, a.person_id), a.period) coalesce(g.kept_id, a.person_id) AS debtor_id, a.period, NULL AS ogd_no, d.due
     FROM assessment a
     JOIN unnest(populations, periods, dues) d (population, period, due) USING (population, period)
     LEFT JOIN merged g USING (person_id)
     WHERE a.employer_id IS NULL AND a.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement)
     ORDER BY coalesce(g.kept_id, a.person_id), a.period, a.rev DESC, d.due)
    UNION ALL
    SELECT coalesce(g.kept_id, c.debtor_id), c.period, 'care:' || c.payer, min(c.claimed_on)
    FROM input
    CROSS JOIN LATERAL care_debt(input.runs) c
    LEFT JOIN merged g ON g.person_id = c.debtor_id
    WHERE c.debtor = 'PERSON_CARE'
    GROUP BY coalesce(g.kept_id, c.debtor_id), c.period, c.payer
  )
  SELECT s.debtor_id, s.value_period, s.ogd_no, u.due, sum(s.minor)::bigint
  FROM signed s
  JOIN due u ON u.debtor_id = s.debtor_id AND u.period = s.value_period
    AND CASE WHEN s.ogd_no LIKE 'care:%' THEN u.ogd_no = s.ogd_no ELSE u.ogd_no IS NULL END
  GROUP BY s.debtor_id, s.value_period, s.ogd_no, u.due
  HAVING sum(s.minor) <> 0
$$;

-- Whose account a settlement moved (ACCOUNT of an employer, PERSON_ACCOUNT), or what is claimed from whom for care of closed days changed since
-- the settlement before.
CREATE FUNCTION account_moved(settlement integer) RETURNS TABLE (debtor text, debtor_id bigint) LANGUAGE sql STABLE AS $$
  SELECT l.debtor, l.debtor_id
  FROM ledger_entry l
  WHERE l.run_id = settlement AND l.debtor IN ('ACCOUNT', 'PERSON_ACCOUNT')
  UNION
  SELECT CASE l.debtor WHEN 'EMPLOYER_CARE' THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END, coalesce(g.kept_id, l.debtor_id)
  FROM ledger_entry l
  LEFT JOIN standing_merge(ARRAY(SELECT input_run_id FROM run_input WHERE run_id = settlement)) g
    ON l.debtor = 'PERSON_CARE' AND g.person_id = l.debtor_id
  WHERE l.debtor IN ('EMPLOYER_CARE', 'PERSON_CARE') AND l.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = settlement)
    AND l.run_id NOT IN (SELECT i.input_run_id FROM run_input i
                         WHERE i.run_id = (SELECT max(r.run_id) FROM run r
                                           WHERE r.job = 'account-settlement' AND r.status = 'COMPLETED' AND r.run_id < settlement))
$$;
