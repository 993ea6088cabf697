-- Lines of the month of persons whom some decision joined with another number, each with the number that it belongs to now.
WITH joined AS (
  SELECT dropped_id AS person_id FROM person_decision WHERE kind = 'MERGE' AND run_id = ANY (:inputs)
  UNION
  SELECT kept_id FROM person_decision WHERE kind = 'MERGE' AND run_id = ANY (:inputs)
)
SELECT DISTINCT l.employer_id, l.declaration_id, p.person_no, k.person_no AS kept_no
FROM joined j
JOIN declaration_line l ON l.person_id = j.person_id AND l.period = :period AND l.run_id = ANY (:inputs)
LEFT JOIN standing_merge(:inputs) m ON m.person_id = j.person_id
JOIN person p ON p.person_id = j.person_id
JOIN person k ON k.person_id = coalesce(m.kept_id, j.person_id)
