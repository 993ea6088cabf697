-- After a settlement: what stands of receipts, allocations and the ledger says the same, in accounts of employers and of persons. Everything
-- of a person's number that was merged belongs to the number that was kept.
WITH input AS (
  SELECT input_run_id AS run_id FROM run_input WHERE run_id = :run
), merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(ARRAY(SELECT run_id FROM input))
), who AS (
  SELECT 'ACCOUNT' AS debtor, employer_id AS debtor_id, employer_no AS debtor_no FROM employer
  UNION ALL
  SELECT 'PERSON_ACCOUNT', person_id, person_no FROM person
), matched AS (
  SELECT DISTINCT ON (receipt_id) receipt_id, employer_id, person_id
  FROM receipt_match
  WHERE run_id <= :run AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id IN (SELECT run_id FROM input))
  ORDER BY receipt_id, run_id DESC
), money AS (
  SELECT CASE WHEN m.person_id IS NULL THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END AS debtor, coalesce(g.kept_id, m.person_id, m.employer_id) AS debtor_id,
         sum(r.amount_minor) AS amount_minor
  FROM matched m
  JOIN receipt r USING (receipt_id)
  LEFT JOIN merged g ON g.person_id = m.person_id
  WHERE num_nonnulls(m.employer_id, m.person_id) = 1 AND r.amount_minor > 0 AND r.run_id IN (SELECT run_id FROM input)
    AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id AND b.run_id IN (SELECT run_id FROM input))
    AND r.value_date <= (SELECT business_date FROM run WHERE run_id = :run)
  GROUP BY 1, 2
), ledger AS (
  SELECT debtor, debtor_id, value_period, ogd_no, component,
         sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS amount_minor
  FROM ledger_entry
  WHERE debtor IN ('ACCOUNT', 'PERSON_ACCOUNT')
  GROUP BY debtor, debtor_id, value_period, ogd_no, component
), allocated AS (
  SELECT CASE WHEN person_id IS NULL THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END AS debtor, coalesce(person_id, employer_id) AS debtor_id, period, ogd_no,
         component, sum(amount_minor) AS amount_minor
  FROM allocation
  GROUP BY 1, 2, period, ogd_no, component
), waiting AS (
  SELECT CASE WHEN person_id IS NULL THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END AS debtor, coalesce(person_id, employer_id) AS debtor_id,
         sum(amount_minor) AS amount_minor
  FROM receipt_advance
  GROUP BY 1, 2
), owed AS (
  SELECT CASE WHEN e.debtor IN ('PERSON', 'PERSON_ACCOUNT', 'PERSON_CARE') THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END AS debtor,
         coalesce(g.kept_id, e.debtor_id) AS debtor_id, e.value_period AS period,
         CASE e.component WHEN 'CLOSED_LATE' THEN e.ogd_no END AS payer,
         sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END) AS amount_minor
  FROM ledger_entry e
  LEFT JOIN merged g ON e.debtor IN ('PERSON', 'PERSON_CARE') AND g.person_id = e.debtor_id
  WHERE (e.debtor IN ('EMPLOYER', 'OPENING', 'PERSON', 'EMPLOYER_CARE', 'PERSON_CARE') AND e.run_id IN (SELECT run_id FROM input))
     OR (e.debtor IN ('ACCOUNT', 'PERSON_ACCOUNT') AND e.component = 'LATE_PAYMENT')
  GROUP BY 1, 2, e.value_period, 4
)
SELECT 'allocations = ledger', w.debtor_no || ' ' || to_char(period, 'YYYY-MM'),
       format('%s: allocated %s, posted %s', component, coalesce(a.amount_minor, 0), coalesce(l.amount_minor, 0))
FROM allocated a
FULL JOIN (SELECT debtor, debtor_id, value_period AS period, ogd_no, substr(component, 6) AS component, amount_minor
           FROM ledger WHERE component LIKE 'PAID%') l USING (debtor, debtor_id, period, ogd_no, component)
JOIN who w USING (debtor, debtor_id)
WHERE coalesce(a.amount_minor, 0) <> coalesce(l.amount_minor, 0)
UNION ALL
SELECT 'receipts of a debtor = allocations + advances', w.debtor_no,
       format('received %s, allocated and advanced %s', coalesce(m.amount_minor, 0), coalesce(l.amount_minor, 0))
FROM money m
FULL JOIN (SELECT debtor, debtor_id, sum(amount_minor) AS amount_minor FROM ledger WHERE component LIKE 'PAID%' OR component = 'ADVANCE'
           GROUP BY debtor, debtor_id) l USING (debtor, debtor_id)
JOIN who w USING (debtor, debtor_id)
WHERE coalesce(m.amount_minor, 0) <> coalesce(l.amount_minor, 0)
UNION ALL
SELECT 'what waits of receipts = advances', w.debtor_no, format('waits %s, posted %s', coalesce(x.amount_minor, 0), coalesce(l.amount_minor, 0))
FROM waiting x
FULL JOIN (SELECT debtor, debtor_id, sum(amount_minor) AS amount_minor FROM ledger WHERE component = 'ADVANCE' GROUP BY debtor, debtor_id) l
  USING (debtor, debtor_id)
JOIN who w USING (debtor, debtor_id)
WHERE coalesce(x.amount_minor, 0) <> coalesce(l.amount_minor, 0)
UNION ALL
SELECT 'no receipt pays more than it is', r.receipt_no, format('received %s, allocated %s', r.amount_minor, a.amount_minor)
FROM (SELECT receipt_id, sum(amount_minor) AS amount_minor FROM allocation GROUP BY receipt_id) a JOIN receipt r USING (receipt_id)
WHERE a.amount_minor < 0 OR a.amount_minor > r.amount_minor
UNION ALL
SELECT 'no debt is paid or given up beyond what it is', w.debtor_no || ' ' || to_char(p.period, 'YYYY-MM'),
       format('owed %s, paid and given up %s', coalesce(d.amount_minor, 0), p.amount_minor)
FROM (SELECT debtor, debtor_id, value_period AS period, CASE WHEN component LIKE '%CLOSED_LATE' THEN ogd_no END AS payer, sum(amount_minor) AS amount_minor
      FROM ledger
      WHERE component SIMILAR TO '(PAID|WAIVED|WRITTEN_OFF|PRESCRIBED)%' GROUP BY debtor, debtor_id, value_period, 4) p
LEFT JOIN owed d ON (d.debtor, d.debtor_id, d.period) = (p.debtor, p.debtor_id, p.period) AND d.payer IS NOT DISTINCT FROM p.payer
JOIN who w ON (w.debtor, w.debtor_id) = (p.debtor, p.debtor_id)
WHERE p.amount_minor > coalesce(d.amount_minor, 0)
UNION ALL
SELECT 'every entry has its postings', format('%s %s rev %s', n.debtor, n.debtor_id, n.rev), format('entry %s, debit %s', n.amount_minor, x.debit)
FROM ledger_entry n
LEFT JOIN (SELECT value_period, debtor, debtor_id, rev, sum(debit_minor) AS debit, sum(credit_minor) AS credit
           FROM posting WHERE run_id = :run GROUP BY value_period, debtor, debtor_id, rev) x USING (value_period, debtor, debtor_id, rev)
WHERE n.run_id = :run AND (x.debit IS DISTINCT FROM n.amount_minor OR x.credit IS DISTINCT FROM n.amount_minor)
UNION ALL
SELECT 'collected by a body = transferred + kept + in clearing', o.ogd_no,
       format('collected %s and posted %s, transferred %s and posted %s, kept %s and posted %s', coalesce(s.collected, 0), coalesce(c.collected, 0),
              coalesce(s.transferred, 0), coalesce(b.transferred, 0), coalesce(s.fee, 0), coalesce(b.fee, 0))
FROM ogd o
LEFT JOIN (SELECT ogd_no, sum(collected_minor) AS collected, sum(transferred_minor) AS transferred, sum(fee_minor) AS fee
           FROM remittance_state WHERE run_id = :run GROUP BY ogd_no) s USING (ogd_no)
LEFT JOIN (SELECT ogd_no, sum(CASE component WHEN 'RECEIVED' THEN amount_minor ELSE -amount_minor END) AS collected
           FROM ledger_entry
           WHERE debtor = 'RECEIPT' AND ogd_no <> '' AND run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :run)
           GROUP BY ogd_no) c USING (ogd_no)
LEFT JOIN (SELECT debtor_id AS ogd_id,
                  coalesce(sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) FILTER (WHERE component = 'TRANSFERRED'), 0) AS transferred,
                  coalesce(sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) FILTER (WHERE component = 'OGD_FEE'), 0) AS fee
           FROM ledger_entry WHERE debtor = 'OGD' GROUP BY debtor_id) b USING (ogd_id)
WHERE (coalesce(s.collected, 0), coalesce(s.transferred, 0), coalesce(s.fee, 0)) <>
      (coalesce(c.collected, 0), coalesce(b.transferred, 0), coalesce(b.fee, 0))
