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
SELECT e.employer_no, l.value_period, l.posting_period, l.ogd_no, l.component, l.payer, l.rev, coalesce(l.reverses, 0) AS reverses,
       l.amount_minor
FROM shown a
JOIN employer e USING (employer_id)
JOIN ledger_entry l ON l.value_period = a.period AND l.debtor = 'EMPLOYER' AND l.debtor_id = a.employer_id
WHERE l.run_id <= :run
ORDER BY e.employer_no, l.rev
