-- Numbers that decisions joined, those taken back since included.
SELECT o.person_no AS dropped_no, k.person_no AS kept_no
FROM person_decision d
JOIN person o ON o.person_id = d.dropped_id
JOIN person k ON k.person_id = d.kept_id
WHERE d.kind = 'MERGE' AND d.run_id = ANY (:inputs)
ORDER BY d.decision_no
