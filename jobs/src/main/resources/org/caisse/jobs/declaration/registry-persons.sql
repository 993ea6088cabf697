SELECT p.person_no, p.person_id, v.valid_from, v.valid_to
FROM person p JOIN (
  SELECT DISTINCT ON (person_id) person_id, min(valid_from) OVER (PARTITION BY person_id) AS valid_from, valid_to
  FROM person_version
  WHERE run_id = ANY (:runs)
  ORDER BY person_id, valid_from DESC, run_id DESC
) v USING (person_id)
