-- What people decided of a person's numbers, the last first.
SELECT 'P' || d.decision_no AS decision, d.kind, k.person_no AS keep, o.person_no AS dropped, d.decided_by AS by, d.decided_on AS "on", d.reason
FROM person_decision d
JOIN run r USING (run_id)
JOIN person k ON k.person_id = d.kept_id
JOIN person o ON o.person_id = d.dropped_id
WHERE r.status = 'COMPLETED'
  AND (SELECT array_agg(person_id) FROM kept_person WHERE kept_id = (SELECT kept_id FROM kept_person WHERE person_id = :person))
      && ARRAY[d.kept_id, d.dropped_id]
ORDER BY d.decision_no DESC
