-- The letters of a run, one a row.
SELECT d.series, d.year, d.number, d.stage, e.employer_no, coalesce(v.name, '') AS name,
       string_agg(DISTINCT to_char(s.period, 'YYYY-MM'), ', ' ORDER BY to_char(s.period, 'YYYY-MM')) AS months, min(s.due) AS oldest,
       sum(s.open_minor)::bigint AS open_minor
FROM document d
JOIN collection_step s ON s.run_id = d.run_id AND s.employer_id = d.employer_id AND s.stage = d.stage
JOIN employer e ON e.employer_id = d.employer_id
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = d.employer_id AND run_id < :run ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
WHERE d.run_id = :run
GROUP BY d.series, d.year, d.number, d.stage, e.employer_no, v.name
ORDER BY d.series, d.year, d.number
