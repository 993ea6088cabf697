-- The accounts that the run moved, as they stand after it.
WITH moved AS (
  SELECT DISTINCT debtor_id AS employer_id FROM ledger_entry WHERE run_id = :run AND debtor = 'ACCOUNT'
), signed AS (
  SELECT e.debtor, e.debtor_id AS employer_id, e.component, CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END AS minor
  FROM ledger_entry e JOIN moved m ON m.employer_id = e.debtor_id
  WHERE (e.debtor IN ('EMPLOYER', 'OPENING') AND e.run_id = ANY (:inputs)) OR (e.debtor = 'ACCOUNT' AND e.run_id <= :run)
), account AS (
  SELECT employer_id,
         coalesce(sum(minor) FILTER (WHERE component = 'CONTRIBUTION'), 0)     AS contributions,
         coalesce(sum(minor) FILTER (WHERE component = 'LATE_DECLARATION'), 0) AS late_declaration,
         coalesce(sum(minor) FILTER (WHERE component = 'LATE_PAYMENT'), 0)     AS late_payment,
         coalesce(sum(minor) FILTER (WHERE component LIKE 'PAID%'), 0)         AS paid,
         coalesce(sum(minor) FILTER (WHERE component LIKE 'WAIVED%'), 0)       AS waived,
         coalesce(sum(minor) FILTER (WHERE component SIMILAR TO '(WRITTEN_OFF|PRESCRIBED)%'), 0) AS written_off,
         coalesce(sum(minor) FILTER (WHERE component = 'ADVANCE'), 0) - coalesce(sum(minor) FILTER (WHERE component = 'REFUND'), 0) AS advance
  FROM signed
  GROUP BY employer_id
)
SELECT e.employer_no, coalesce(v.name, '') AS name, a.contributions, a.late_declaration, a.late_payment, a.paid, a.waived, a.written_off,
       a.contributions + a.late_declaration + a.late_payment - a.paid - a.waived - a.written_off AS open, a.advance
FROM account a
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = a.employer_id ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
ORDER BY e.employer_no
