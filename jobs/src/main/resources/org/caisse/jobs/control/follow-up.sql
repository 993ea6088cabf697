-- Before the letters of a follow-up are numbered: each asks for what is open, and each stage comes once per debt.
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
