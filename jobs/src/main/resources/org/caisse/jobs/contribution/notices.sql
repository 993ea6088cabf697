-- What employers are told by this run, with the balance of their earlier months.
WITH shown AS (
  -- Employers whose month changed in this run; that a declaration is missing is said once, by the first run after the due day.
  SELECT a.* FROM employer_assessment a
  WHERE a.run_id = :run AND a.period = :period AND (a.state <> 'MISSING' OR a.due < :date)
  UNION ALL
  SELECT a.*
  FROM (SELECT DISTINCT ON (employer_id) * FROM employer_assessment
        WHERE period = :period AND run_id <= :run ORDER BY employer_id, run_id DESC) a
  WHERE a.state = 'MISSING' AND a.run_id < :run AND a.due < :date
    AND NOT EXISTS (SELECT FROM run r JOIN run this ON this.run_id = :run
                    WHERE r.job = this.job AND r.scope = this.scope AND r.seq < this.seq AND r.business_date > a.due)
)
SELECT e.employer_no, v.name, a.population, a.ogd_no, a.period, a.state, a.first_filed, a.persons, a.base_minor, a.employer_minor,
       a.insured_minor, a.state_minor, a.surcharge_minor, a.months_late, coalesce(o.opening_minor, 0) AS opening_minor
FROM shown a
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (
  SELECT name FROM employer_version
  WHERE employer_id = a.employer_id AND run_id = ANY (:inputs) AND valid_from < :next
  ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
LEFT JOIN (
  SELECT debtor_id, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS opening_minor
  FROM ledger_entry WHERE debtor = 'EMPLOYER' AND value_period < :period AND run_id < :run
  GROUP BY debtor_id) o ON o.debtor_id = a.employer_id
ORDER BY e.employer_no
