SELECT lower(d.kind) AS kind, k.person_no AS keep, o.person_no AS drop, d.reason, d.decided_by
FROM person_decision d
JOIN person k ON k.person_id = d.kept_id
JOIN person o ON o.person_id = d.dropped_id
WHERE d.run_id = :run
