-- A version where nothing is known from that day on, or something else is, to the completed runs that this one reads.
INSERT INTO person_version (person_id, valid_from, run_id, file_id, line_no, last_name, first_name, birth_date, sex, population,
                            ogd_no, valid_to)
SELECT k.person_id, i.valid_from, :run, i.file_id, i.line_no, i.name, i.first_name, i.birth_date, i.sex, i.population, i.ogd_no,
       i.valid_to
FROM incoming i
JOIN person k ON k.person_no = i.number
LEFT JOIN LATERAL (
  SELECT v.last_name, v.first_name, v.birth_date, v.sex, v.population, v.ogd_no, v.valid_to FROM person_version v
  WHERE v.person_id = k.person_id AND v.valid_from = i.valid_from
    AND v.file_id <> ALL (:withdrawn)
    AND (v.run_id = :run OR v.run_id = ANY (:inputs))
  ORDER BY v.run_id DESC LIMIT 1) last ON true
WHERE last.last_name IS NULL
   OR (last.last_name, last.first_name, last.birth_date, last.sex, last.population, last.ogd_no, last.valid_to) IS DISTINCT FROM
      (i.name, i.first_name, i.birth_date, i.sex, i.population, i.ogd_no, i.valid_to)
ORDER BY k.person_id
