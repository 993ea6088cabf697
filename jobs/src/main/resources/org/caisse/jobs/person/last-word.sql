-- The number that a person belongs to directly, if the last decision says that it does.
SELECT k.person_no
FROM (SELECT kind, kept_id
      FROM person_decision JOIN run USING (run_id)
      WHERE dropped_id = :person AND kind <> 'DISTINCT' AND status <> 'ABANDONED'
      ORDER BY decision_no DESC LIMIT 1) d
JOIN person k ON k.person_id = d.kept_id
WHERE d.kind = 'MERGE'
