-- Before the letters of a follow-up are written: each asks for what is open, each stage comes once per debt, and each has one number.
WITH settled AS (
  SELECT max(i.input_run_id) AS run_id FROM run_input i JOIN run r ON r.run_id = i.input_run_id
  WHERE i.run_id = :run AND r.job = 'account-settlement'
)
SELECT 'a letter asks for what is open', e.employer_no || ' ' || to_char(s.period, 'YYYY-MM'),
       format('asked %s, open %s', s.open_minor, coalesce(o.open_minor, 0))
FROM collection_step s
JOIN employer e USING (employer_id)
LEFT JOIN (SELECT d.* FROM settled CROSS JOIN LATERAL open_debt(settled.run_id) d) o
  ON o.employer_id = s.employer_id AND o.period = s.period AND o.ogd_no = s.ogd_no
WHERE s.run_id = :run AND s.open_minor IS DISTINCT FROM o.open_minor
UNION ALL
SELECT 'each stage comes once per debt', e.employer_no || ' ' || to_char(s.period, 'YYYY-MM'), format('%s again', s.stage)
FROM collection_step s
JOIN employer e USING (employer_id)
JOIN collection_step b ON b.employer_id = s.employer_id AND b.period = s.period AND b.ogd_no = s.ogd_no AND b.stage = s.stage
  AND b.plan_no IS NOT DISTINCT FROM s.plan_no AND b.run_id < s.run_id
JOIN run r ON r.run_id = b.run_id AND r.status = 'COMPLETED'
WHERE s.run_id = :run
UNION ALL
SELECT 'each letter has one number', e.employer_no, format('%s: %s numbers', s.stage, count(DISTINCT (d.series, d.year, d.number)))
FROM collection_step s
JOIN employer e USING (employer_id)
LEFT JOIN document d ON d.run_id = s.run_id AND d.employer_id = s.employer_id AND d.stage = s.stage
WHERE s.run_id = :run
GROUP BY e.employer_no, s.stage
HAVING count(DISTINCT (d.series, d.year, d.number)) FILTER (WHERE d.number IS NOT NULL) <> 1
