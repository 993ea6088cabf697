-- A version where nothing is known from that day on, or something else is, to the completed runs that this one reads.
INSERT INTO person_identifier (person_id, kind, valid_from, run_id, file_id, line_no, value, valid_to)
SELECT p.person_id, i.kind, i.valid_from, :run, :file, i.line_no, i.value, i.valid_to
FROM incoming_identifier i
JOIN person p USING (person_no)
LEFT JOIN LATERAL (
  SELECT v.value, v.valid_to FROM person_identifier v
  WHERE v.person_id = p.person_id AND v.kind = i.kind AND v.valid_from = i.valid_from AND v.file_id <> ALL (:withdrawn)
    AND (v.run_id = :run OR v.run_id = ANY (:inputs))
  ORDER BY v.run_id DESC LIMIT 1) last ON true
WHERE last.value IS NULL OR (last.value, last.valid_to) IS DISTINCT FROM (i.value, i.valid_to)
