-- Days of a person that were closed after they had passed.
SELECT c.payer, c.lost_from AS "from", c.lost_to AS "to", c.why AS end_why, c.arguments AS end_arguments,
       format('%s/%s-%s', r.scope, r.job, r.seq) AS run
FROM right_closed_late c
JOIN run r USING (run_id)
WHERE c.person_id = :person AND c.run_id = ANY (:before)
ORDER BY c.run_id, c.payer, c.lost_from
