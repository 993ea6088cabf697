-- After a settlement: what stands of receipts, allocations and the ledger says the same.
WITH matched AS (
  SELECT DISTINCT ON (receipt_id) receipt_id, employer_id
  FROM receipt_match
  WHERE run_id <= :run
    AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :run))
  ORDER BY receipt_id, run_id DESC
), money AS (
  SELECT m.employer_id, sum(r.amount_minor) AS amount_minor
  FROM matched m JOIN receipt r USING (receipt_id)
  WHERE m.employer_id IS NOT NULL AND r.amount_minor > 0 AND r.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :run)
    AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id
                      AND b.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :run))
    AND r.value_date <= (SELECT business_date FROM run WHERE run_id = :run)
  GROUP BY m.employer_id
), ledger AS (
  SELECT debtor_id AS employer_id, value_period, ogd_no, component,
         sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS amount_minor
  FROM ledger_entry
  WHERE debtor = 'ACCOUNT'
  GROUP BY debtor_id, value_period, ogd_no, component
), allocated AS (
  SELECT employer_id, period, ogd_no, component, sum(amount_minor) AS amount_minor
  FROM allocation
  GROUP BY employer_id, period, ogd_no, component
)
SELECT 'allocations = ledger', e.employer_no || ' ' || to_char(period, 'YYYY-MM'),
       format('%s: allocated %s, posted %s', component, coalesce(a.amount_minor, 0), coalesce(l.amount_minor, 0))
FROM allocated a
FULL JOIN (SELECT employer_id, value_period AS period, ogd_no, substr(component, 6) AS component, amount_minor
           FROM ledger WHERE component LIKE 'PAID%') l USING (employer_id, period, ogd_no, component)
JOIN employer e USING (employer_id)
WHERE coalesce(a.amount_minor, 0) <> coalesce(l.amount_minor, 0)
UNION ALL
SELECT 'receipts of an employer = allocations + advances', e.employer_no,
       format('received %s, allocated and advanced %s', coalesce(m.amount_minor, 0), coalesce(l.amount_minor, 0))
FROM money m
FULL JOIN (SELECT employer_id, sum(amount_minor) AS amount_minor FROM ledger WHERE component LIKE 'PAID%' OR component = 'ADVANCE'
           GROUP BY employer_id) l USING (employer_id)
JOIN employer e USING (employer_id)
WHERE coalesce(m.amount_minor, 0) <> coalesce(l.amount_minor, 0)
UNION ALL
SELECT 'what waits of receipts = advances', e.employer_no, format('waits %s, posted %s', coalesce(w.amount_minor, 0), coalesce(l.amount_minor, 0))
FROM (SELECT employer_id, sum(amount_minor) AS amount_minor FROM receipt_advance GROUP BY employer_id) w
FULL JOIN (SELECT employer_id, sum(amount_minor) AS amount_minor FROM ledger WHERE component = 'ADVANCE' GROUP BY employer_id) l USING (employer_id)
JOIN employer e USING (employer_id)
WHERE coalesce(w.amount_minor, 0) <> coalesce(l.amount_minor, 0)
UNION ALL
SELECT 'no receipt pays more than it is', r.receipt_no, format('received %s, allocated %s', r.amount_minor, a.amount_minor)
FROM (SELECT receipt_id, sum(amount_minor) AS amount_minor FROM allocation GROUP BY receipt_id) a JOIN receipt r USING (receipt_id)
WHERE a.amount_minor < 0 OR a.amount_minor > r.amount_minor
UNION ALL
SELECT 'no debt is paid or given up beyond what it is', e.employer_no || ' ' || to_char(period, 'YYYY-MM'),
       format('owed %s, paid and given up %s', coalesce(d.amount_minor, 0), p.amount_minor)
FROM (SELECT employer_id, value_period AS period, sum(amount_minor) AS amount_minor FROM ledger
      WHERE component SIMILAR TO '(PAID|WAIVED|WRITTEN_OFF|PRESCRIBED)%' GROUP BY employer_id, value_period) p
LEFT JOIN (SELECT debtor_id AS employer_id, value_period AS period,
                  sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS amount_minor
           FROM ledger_entry
           WHERE (debtor IN ('EMPLOYER', 'OPENING') AND run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :run))
              OR (debtor = 'ACCOUNT' AND component = 'LATE_PAYMENT')
           GROUP BY debtor_id, value_period) d USING (employer_id, period)
JOIN employer e USING (employer_id)
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
