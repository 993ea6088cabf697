-- What the receipts that a statement lists pay by now, and what of them waits.
WITH money AS (
  SELECT n.debtor_id, m.run_id, m.receipt_id, m.period, m.component, m.amount_minor
  FROM told_number n
  JOIN (SELECT run_id, employer_id, person_id, receipt_id, period, component, amount_minor FROM allocation
        UNION ALL
        SELECT run_id, employer_id, person_id, receipt_id, NULL, 'ADVANCE', amount_minor FROM receipt_advance) m
    ON n.own_id = CASE WHEN :persons THEN m.person_id ELSE m.employer_id END
  WHERE m.run_id <= :run
), listed AS (
  SELECT DISTINCT t.debtor_id, t.debtor_no, m.receipt_id
  FROM told t JOIN money m USING (debtor_id)
  WHERE m.run_id > t.before
)
SELECT l.debtor_no, l.receipt_id, m.period, m.component, sum(m.amount_minor)::bigint AS minor
FROM listed l
JOIN money m USING (debtor_id, receipt_id)
GROUP BY l.debtor_no, l.receipt_id, m.period, m.component
HAVING sum(m.amount_minor) <> 0
ORDER BY l.debtor_no, l.receipt_id, m.period, m.component
