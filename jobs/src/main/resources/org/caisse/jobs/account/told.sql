-- Who is told: name, last statement before, and the balance then and now. What is owed is positive.
WITH signed AS (
  SELECT l.debtor_id AS employer_id, l.debtor, l.run_id,
         CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END
           * CASE WHEN component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT', 'REFUND') THEN 1 ELSE -1 END AS minor
  FROM told t
  JOIN ledger_entry l ON l.debtor_id = t.employer_id
  WHERE (l.debtor IN ('EMPLOYER', 'OPENING') AND l.run_id = ANY (:inputs)) OR (l.debtor = 'ACCOUNT' AND l.run_id <= :run)
), balance AS (
  SELECT t.employer_id, sum(s.minor) AS closing_minor,
         coalesce(sum(s.minor) FILTER (WHERE CASE s.debtor WHEN 'ACCOUNT' THEN s.run_id <= t.before ELSE i.run_id IS NOT NULL END), 0) AS opening_minor
  FROM told t
  JOIN signed s USING (employer_id)
  LEFT JOIN run_input i ON i.run_id = t.before AND i.input_run_id = s.run_id
  GROUP BY t.employer_id
)
SELECT t.employer_no, t.year, t.number, coalesce(v.name, '') AS name, r.business_date AS since, b.opening_minor, b.closing_minor,
       p.year AS before_year, p.number AS before_number
FROM told t
JOIN balance b USING (employer_id)
LEFT JOIN run r ON r.run_id = t.before
LEFT JOIN document p ON p.series = 'RELEVE' AND p.run_id = t.before AND p.employer_id = t.employer_id
LEFT JOIN (SELECT DISTINCT ON (employer_id) employer_id, name FROM employer_version ORDER BY employer_id, valid_from DESC, run_id DESC) v
  ON v.employer_id = t.employer_id
ORDER BY t.employer_no
