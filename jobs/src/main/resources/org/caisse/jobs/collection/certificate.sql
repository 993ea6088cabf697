-- The certificate of a run.
SELECT d.series, d.year, d.number, e.employer_no, coalesce(v.name, '') AS name, c.kind, coalesce(c.plan_no, 0) AS plan_no, c.valid_until, c.employer_id
FROM clearance c
JOIN document d ON d.run_id = c.run_id
JOIN employer e ON e.employer_id = c.employer_id
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = c.employer_id AND run_id < :run ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
WHERE c.run_id = :run
