-- Versions person by person, the one that counts last: the reader keeps the first day and the last version of each. In the order of
-- the key, which the server reads without sorting.
SELECT v.person_id, p.person_no, v.valid_from, v.valid_to
FROM person_version v JOIN person p USING (person_id)
WHERE v.run_id = ANY (:runs) AND v.file_id <> ALL (:withdrawn)
ORDER BY v.person_id, v.valid_from, v.run_id
