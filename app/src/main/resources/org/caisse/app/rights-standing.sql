-- Rights of a person as they stand, with who gave them and when.
SELECT s.payer, s.valid_from AS "from", s.valid_to AS "to", s.population, h.person_no AS head, s.rule, s.why, s.why_arguments, s.end_why,
       s.end_arguments, format('%s/%s-%s', r.scope, r.job, r.seq) AS run
FROM standing_right(:before) s
JOIN person h ON h.person_id = s.head_id
JOIN run r ON r.run_id = s.run_id
WHERE s.person_id = :person
ORDER BY s.payer, s.valid_from
