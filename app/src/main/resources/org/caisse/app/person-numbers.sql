-- The numbers that are one person by now, the one that stays first, as the completed runs know them.
WITH done AS MATERIALIZED (
  SELECT ARRAY(SELECT run_id FROM run WHERE status = 'COMPLETED') AS runs,
         ARRAY(SELECT file_id FROM file_withdrawal JOIN run USING (run_id) WHERE status = 'COMPLETED') AS withdrawn
), same AS (
  SELECT person_id, kept_id FROM kept_person
  WHERE kept_id = (SELECT kept_id FROM kept_person WHERE person_id = :person)
)
SELECT p.person_no AS person, k.last_name, k.first_name, k.birth_date, k.sex, k.population, k.ogd_no AS ogd, k.national_id, k.phone,
       k.valid_to AS until, CASE WHEN s.person_id <> s.kept_id THEN o.person_no END AS belongs_to
FROM same s
JOIN person p USING (person_id)
JOIN person o ON o.person_id = s.kept_id
CROSS JOIN done d
LEFT JOIN LATERAL known_person(ARRAY[s.person_id], 'infinity', d.runs, d.withdrawn) k ON true
ORDER BY s.person_id <> s.kept_id, p.person_no
