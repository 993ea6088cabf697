-- A version where nothing is known from that day on, or something else is, to the completed runs that this one reads.
INSERT INTO employer_version (employer_id, valid_from, run_id, file_id, line_no, name, population, ogd_no, valid_to)
SELECT k.employer_id, i.valid_from, :run, i.file_id, i.line_no, i.name, i.population, i.ogd_no, i.valid_to
FROM incoming i
JOIN employer k ON k.employer_no = i.number
LEFT JOIN LATERAL (
  SELECT v.name, v.population, v.ogd_no, v.valid_to FROM employer_version v
  WHERE v.employer_id = k.employer_id AND v.valid_from = i.valid_from
    AND v.file_id <> ALL (:withdrawn)
    AND (v.run_id = :run OR v.run_id = ANY (:inputs))
  ORDER BY v.run_id DESC LIMIT 1) last ON true
WHERE last.name IS NULL
   OR (last.name, last.population, last.ogd_no, last.valid_to) IS DISTINCT FROM (i.name, i.population, i.ogd_no, i.valid_to)
