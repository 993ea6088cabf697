-- What the receipts that a statement lists pay by now, and what of them waits.
WITH listed AS (
  SELECT DISTINCT t.employer_id, t.employer_no, m.receipt_id
  FROM told t
  JOIN (SELECT run_id, employer_id, receipt_id FROM allocation UNION SELECT run_id, employer_id, receipt_id FROM receipt_advance) m USING (employer_id)
  WHERE m.run_id > t.before AND m.run_id <= :run
)
SELECT l.employer_no, l.receipt_id, a.period, a.component, sum(a.amount_minor)::bigint AS minor
FROM listed l
JOIN (SELECT run_id, employer_id, receipt_id, period, component, amount_minor FROM allocation
      UNION ALL
      SELECT run_id, employer_id, receipt_id, NULL, 'ADVANCE', amount_minor FROM receipt_advance) a USING (employer_id, receipt_id)
WHERE a.run_id <= :run
GROUP BY l.employer_no, l.receipt_id, a.period, a.component
HAVING sum(a.amount_minor) <> 0
ORDER BY l.employer_no, l.receipt_id, a.period, a.component
