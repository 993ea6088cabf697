SELECT DISTINCT ON (e.employer_id, v.valid_from) e.employer_id, e.employer_no, v.valid_from, v.population, v.ogd_no, v.valid_to
FROM employer e JOIN employer_version v USING (employer_id)
WHERE v.run_id = ANY (:runs) AND v.file_id <> ALL (:withdrawn)
ORDER BY e.employer_id, v.valid_from, v.run_id DESC
