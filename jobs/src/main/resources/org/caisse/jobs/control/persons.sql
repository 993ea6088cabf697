-- After a search for duplicates: what is compared is known and decided by nobody, what is shown was compared.
WITH input AS (
  SELECT input_run_id AS run_id FROM run_input WHERE run_id = :run
)
SELECT 'nobody who belongs to another number is compared', p.person_no, 'belongs to ' || k.person_no
FROM standing_merge(ARRAY(SELECT run_id FROM input)) m
JOIN person p USING (person_id)
JOIN person k ON k.person_id = m.kept_id
WHERE EXISTS (SELECT FROM person_pair x WHERE x.run_id = :run AND m.person_id IN (x.person_a, x.person_b))
UNION ALL
SELECT 'every pair was compared', 'run ' || :run, format('pairs %s, in the archive %s', x.pairs, a.rows)
FROM (SELECT count(*) AS pairs FROM person_pair WHERE run_id = :run) x,
     (SELECT coalesce(sum(rows), 0) AS rows FROM file_part WHERE run_id = :run AND step = 'compare') a
WHERE x.pairs <> a.rows
