-- What each employer is told: its months with what they owed and owe, and the call notice that has the details.
WITH month AS (
  SELECT employer_id, period, sum(before_minor)::bigint AS before_minor, sum(after_minor)::bigint AS after_minor
  FROM rectification
  WHERE run_id = :run
  GROUP BY employer_id, period
)
SELECT e.employer_no, coalesce(v.name, '') AS name, d.year, d.number, m.period, m.before_minor, m.after_minor, a.population,
       coalesce(n.year, 0) AS notice_year, coalesce(n.number, 0) AS notice_number
FROM month m
JOIN employer e USING (employer_id)
JOIN document d ON d.run_id = :run AND d.series = 'RECT' AND d.employer_id = m.employer_id
JOIN LATERAL (SELECT population FROM employer_assessment
              WHERE employer_id = m.employer_id AND period = m.period AND run_id < :run ORDER BY run_id DESC LIMIT 1) a ON true
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = m.employer_id ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
LEFT JOIN LATERAL (SELECT c.year, c.number FROM rectified_run x
                   JOIN document c ON c.run_id = x.assessment_run_id AND c.series = 'AVIS' AND c.employer_id = m.employer_id
                   WHERE x.run_id = :run AND c.period = m.period ORDER BY c.year DESC, c.number DESC LIMIT 1) n ON true
ORDER BY e.employer_no, m.period
