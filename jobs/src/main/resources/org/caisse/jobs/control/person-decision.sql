-- After a decision on two numbers: what it says stands, for those who know of it.
WITH input AS (
  SELECT input_run_id AS run_id FROM run_input WHERE run_id = :run UNION SELECT :run
)
SELECT 'a decision on persons stands once it is made', 'decision P' || d.decision_no,
       format('%s: %s belongs to %s', d.kind, d.dropped_id, coalesce(m.kept_id::text, 'nobody'))
FROM person_decision d
LEFT JOIN standing_merge(ARRAY(SELECT run_id FROM input)) m ON m.person_id = d.dropped_id
WHERE d.run_id = :run AND d.kind <> 'DISTINCT' AND (d.kind = 'MERGE') IS DISTINCT FROM (m.kept_id IS NOT DISTINCT FROM d.kept_id)
UNION ALL
SELECT 'nobody belongs to itself', p.person_no, 'through others'
FROM standing_merge(ARRAY(SELECT run_id FROM input)) m JOIN person p USING (person_id)
WHERE m.person_id = m.kept_id
