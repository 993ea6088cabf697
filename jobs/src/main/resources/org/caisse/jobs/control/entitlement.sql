-- Before the files of an entitlement: rights of a person with a payer never overlap, what is taken back stood and is repeated, and a
-- dependant has a right on days of the head only, or as a survivor.
WITH before AS (
  SELECT coalesce(array_agg(run_id), '{}') || :run::integer AS runs
  FROM run WHERE job = 'entitlement' AND status = 'COMPLETED' AND run_id < :run
), stands AS MATERIALIZED (
  SELECT s.*, lead(s.valid_from) OVER (PARTITION BY s.person_id, s.payer ORDER BY s.valid_from, s.head_id) AS next_from
  FROM before CROSS JOIN LATERAL standing_right(before.runs) s
)
SELECT 'rights with a payer do not overlap', p.person_no || ' ' || s.payer, format('from %s to %s, next from %s', s.valid_from, s.valid_to, s.next_from)
FROM stands s JOIN person p USING (person_id)
WHERE s.next_from IS NOT NULL AND (s.valid_to IS NULL OR s.valid_to > s.next_from)
UNION ALL
SELECT 'a reversal repeats the row that it takes back', p.person_no || ' ' || r.payer, format('revisions %s and %s', r.rev, r.reverses)
FROM rights_period r
JOIN person p USING (person_id)
LEFT JOIN rights_period o ON o.person_id = r.person_id AND o.payer = r.payer AND o.head_id = r.head_id AND o.rev = r.reverses
WHERE r.run_id = :run AND r.reverses IS NOT NULL
  AND (o.reverses IS NOT NULL OR (o.valid_from, o.valid_to, o.population, o.rule, o.why, o.why_arguments, o.end_why, o.end_arguments)
        IS DISTINCT FROM (r.valid_from, r.valid_to, r.population, r.rule, r.why, r.why_arguments, r.end_why, r.end_arguments))
UNION ALL
SELECT 'a dependant has a right while the head has one', p.person_no || ' ' || d.payer, format('from %s to %s', d.valid_from, d.valid_to)
FROM stands d
JOIN person p USING (person_id)
WHERE d.head_id <> d.person_id AND d.why <> 'SURVIVOR'
  AND NOT EXISTS (SELECT FROM stands h
                  WHERE h.person_id = d.head_id AND h.head_id = h.person_id AND h.payer = d.payer AND h.valid_from <= d.valid_from
                    AND coalesce(h.valid_to, 'infinity') >= coalesce(d.valid_to, 'infinity'))
