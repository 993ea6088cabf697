-- The chart (key 0) and each employer of the section: what is to stand, what stands, and advances that the run brings.
WITH own AS (
  SELECT t.run_id, t.section, (SELECT min(run_id) FROM take_on f WHERE f.section = t.section AND NOT f.refused) AS first_run
  FROM take_on t
  WHERE t.run_id = :run AND NOT t.refused
), earlier AS (
  SELECT t.run_id FROM take_on t JOIN own o USING (section) WHERE NOT t.refused
), debt AS (
  SELECT employer_id AS key,
         jsonb_agg(jsonb_build_object('period', period, 'ogd', ogd_no, 'component', component, 'amountMinor', amount_minor)
                   ORDER BY period, ogd_no, component) AS items
  FROM opening_debt
  WHERE run_id = :run
  GROUP BY employer_id
), account AS (
  SELECT 0::bigint AS key,
         jsonb_agg(jsonb_build_object('period', (SELECT date_trunc('month', business_date)::date FROM run WHERE run_id = o.first_run), 'ogd', account,
                                      'component', CASE WHEN amount_minor > 0 THEN 'DEBIT_BALANCE' ELSE 'CREDIT_BALANCE' END,
                                      'amountMinor', abs(amount_minor)) ORDER BY account) AS items
  FROM opening_account CROSS JOIN own o
  WHERE opening_account.run_id = :run
), item AS (
  SELECT * FROM debt UNION ALL SELECT * FROM account
), whose AS (
  SELECT DISTINCT employer_id AS key, 'OPENING' AS debtor, employer_id AS debtor_id FROM opening_debt WHERE run_id IN (SELECT run_id FROM earlier)
  UNION ALL
  SELECT 0, 'CHART', first_run FROM own
), entry AS (
  SELECT DISTINCT ON (w.key, e.value_period, e.ogd_no, e.component) w.key, e.value_period, e.ogd_no, e.component, e.rev, e.reverses, e.amount_minor
  FROM whose w JOIN ledger_entry e ON e.debtor = w.debtor AND e.debtor_id = w.debtor_id
  WHERE e.run_id <> :run
  ORDER BY w.key, e.value_period, e.ogd_no, e.component, e.rev DESC
), posted AS (
  SELECT key, jsonb_agg(jsonb_build_object('period', value_period, 'ogd', ogd_no, 'component', component, 'rev', rev, 'amountMinor', amount_minor)
                        ORDER BY value_period, rev) FILTER (WHERE reverses IS NULL) AS posted
  FROM entry GROUP BY key
), rev AS (
  SELECT key, jsonb_agg(jsonb_build_object('period', value_period, 'rev', rev) ORDER BY value_period) AS revs
  FROM (SELECT w.key, e.value_period, max(e.rev) AS rev
        FROM whose w JOIN ledger_entry e ON e.debtor = w.debtor AND e.debtor_id = w.debtor_id
        WHERE e.run_id <> :run
        GROUP BY w.key, e.value_period) r
  GROUP BY key
), month AS (
  SELECT m.employer_id AS key, date_trunc('month', r.value_date)::date AS period, sum(r.amount_minor)::bigint AS amount_minor
  FROM receipt r JOIN receipt_match m USING (receipt_id, run_id)
  WHERE r.run_id = :run AND m.employer_id IS NOT NULL
  GROUP BY 1, 2
), money AS (
  SELECT key, jsonb_agg(jsonb_build_object('period', period, 'amountMinor', amount_minor) ORDER BY period) AS money FROM month GROUP BY key
), advance AS (
  SELECT key, jsonb_agg(jsonb_build_object('period', value_period, 'ogd', ogd_no, 'component', component, 'rev', rev, 'amountMinor', amount_minor)
                        ORDER BY value_period, rev) AS advances
  FROM (SELECT DISTINCT ON (m.key, e.value_period) m.key, e.value_period, e.ogd_no, e.component, e.rev, e.reverses, e.amount_minor
        FROM month m JOIN ledger_entry e ON e.debtor = 'ACCOUNT' AND e.debtor_id = m.key AND e.value_period = m.period
        WHERE e.run_id <> :run AND e.component = 'ADVANCE'
        ORDER BY m.key, e.value_period, e.rev DESC) a
  WHERE reverses IS NULL
  GROUP BY key
), account_rev AS (
  SELECT key, jsonb_agg(jsonb_build_object('period', period, 'rev', rev) ORDER BY period) AS revs
  FROM (SELECT m.key, m.period, max(e.rev) AS rev
        FROM month m JOIN ledger_entry e ON e.debtor = 'ACCOUNT' AND e.debtor_id = m.key AND e.value_period = m.period
        WHERE e.run_id <> :run
        GROUP BY m.key, m.period) r
  GROUP BY key
)
SELECT k.key, CASE WHEN k.key = 0 THEN own.first_run ELSE k.key END AS debtor_id, coalesce(e.employer_no, '') AS employer_no,
       i.items::text, p.posted::text, v.revs::text, m.money::text, a.advances::text, c.revs::text AS account_revs
FROM (SELECT key FROM whose UNION SELECT key FROM month) k
CROSS JOIN own
LEFT JOIN employer e ON e.employer_id = k.key
LEFT JOIN item i USING (key)
LEFT JOIN posted p USING (key)
LEFT JOIN rev v USING (key)
LEFT JOIN money m USING (key)
LEFT JOIN advance a USING (key)
LEFT JOIN account_rev c USING (key)
WHERE k.key > :after
ORDER BY k.key
