-- What employers are told by this run, with the numbers of notice and statement and the balance of their earlier months.
WITH numbered AS (
  SELECT d.series, d.number, d.employer_id
  FROM document_range r
  JOIN document d ON (d.series, d.year) = (r.series, r.year) AND d.number BETWEEN r.first AND r.last
  WHERE r.run_id = :run AND r.series IN ('AVIS', 'RAPPEL', 'RELEVE')
)
SELECT e.employer_no, v.name, a.population, a.ogd_no, a.period, a.state, a.due, a.first_filed, a.persons, a.base_minor,
       a.employer_minor, a.insured_minor, a.state_minor, a.surcharge_minor, a.penalty_minor, a.months_late, coalesce(o.opening_minor, 0) AS opening_minor,
       n.series, n.number, coalesce(s.number, 0) AS statement_number
FROM (SELECT * FROM numbered WHERE series <> 'RELEVE') n
JOIN (SELECT DISTINCT ON (employer_id) * FROM employer_assessment
      WHERE period = :period AND run_id <= :run ORDER BY employer_id, run_id DESC) a USING (employer_id)
JOIN employer e USING (employer_id)
LEFT JOIN (SELECT * FROM numbered WHERE series = 'RELEVE') s USING (employer_id)
LEFT JOIN LATERAL (
  SELECT name FROM employer_version
  WHERE employer_id = a.employer_id AND run_id = ANY (:inputs) AND valid_from < :next
  ORDER BY file_id = ANY (:withdrawn), valid_from DESC, run_id DESC LIMIT 1) v ON true
LEFT JOIN (
  SELECT debtor_id, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS opening_minor
  FROM ledger_entry WHERE debtor = 'EMPLOYER' AND value_period < :period AND run_id < :run
  GROUP BY debtor_id) o ON o.debtor_id = a.employer_id
ORDER BY e.employer_no
