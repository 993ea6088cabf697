-- Employers whose month changed in this run, with the balance of their earlier months.
SELECT e.employer_no, v.name, a.population, a.ogd_no, a.period, a.state, a.first_filed, a.persons, a.base_minor, a.employer_minor,
       a.insured_minor, a.state_minor, a.surcharge_minor, a.months_late, coalesce(o.opening_minor, 0) AS opening_minor
FROM employer_assessment a
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (
  SELECT name FROM employer_version
  WHERE employer_id = a.employer_id AND run_id = ANY (:inputs) AND valid_from < :next
  ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
LEFT JOIN (
  SELECT debtor_id, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS opening_minor
  FROM ledger_entry WHERE debtor = 'EMPLOYER' AND value_period < :period
  GROUP BY debtor_id) o ON o.debtor_id = a.employer_id
WHERE a.run_id = :run AND a.period = :period
ORDER BY e.employer_no
