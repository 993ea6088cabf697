-- What is open of each month of the employers who are told, with its due day; and under no month what waits as advance.
WITH due AS (
  SELECT DISTINCT ON (a.employer_id, a.period) a.employer_id, a.period, a.due
  FROM told t JOIN month_due a USING (employer_id)
  WHERE a.run_id = ANY (:inputs)
  ORDER BY a.employer_id, a.period, a.run_id DESC
), signed AS (
  SELECT t.employer_id, t.employer_no, CASE WHEN l.component IN ('ADVANCE', 'REFUND') THEN NULL ELSE l.value_period END AS period, l.component,
         CASE WHEN l.reverses IS NULL THEN l.amount_minor ELSE -l.amount_minor END AS minor
  FROM told t
  JOIN ledger_entry l ON l.debtor_id = t.employer_id
  WHERE (l.debtor IN ('EMPLOYER', 'OPENING') AND l.run_id = ANY (:inputs)) OR (l.debtor = 'ACCOUNT' AND l.run_id <= :run)
), month AS (
  SELECT employer_id, employer_no, period,
         coalesce(sum(minor) FILTER (WHERE component IN ('CONTRIBUTION', 'LATE_DECLARATION')), 0) AS owed_minor,
         coalesce(sum(minor) FILTER (WHERE component = 'LATE_PAYMENT'), 0) AS late_minor,
         coalesce(sum(minor) FILTER (WHERE component LIKE 'PAID%'), 0) AS paid_minor,
         coalesce(sum(minor) FILTER (WHERE component SIMILAR TO '(WAIVED|WRITTEN_OFF|PRESCRIBED)%'), 0) AS given_up_minor,
         coalesce(sum(CASE component WHEN 'ADVANCE' THEN -minor WHEN 'REFUND' THEN minor END), 0) AS waiting_minor
  FROM signed
  GROUP BY employer_id, employer_no, period
)
SELECT m.employer_no, m.period, u.due, m.owed_minor, m.late_minor, m.paid_minor, m.given_up_minor,
       m.owed_minor + m.late_minor - m.paid_minor - m.given_up_minor + m.waiting_minor AS open_minor
FROM month m
LEFT JOIN due u ON u.employer_id = m.employer_id AND u.period = m.period
WHERE m.owed_minor + m.late_minor - m.paid_minor - m.given_up_minor + m.waiting_minor <> 0
ORDER BY m.employer_no, m.period
