SELECT 'P' || d.decision_no AS decision, lower(d.kind) AS kind, k.person_no AS keep, o.person_no AS drop, d.decided_by AS by,
       d.decided_on AS "on", d.reason
FROM person_decision d
JOIN run u USING (run_id)
JOIN person k ON k.person_id = d.kept_id
JOIN person o ON o.person_id = d.dropped_id
WHERE u.status = 'COMPLETED'
ORDER BY d.decision_no DESC
