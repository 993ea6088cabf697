-- Employers that were to declare and did not; those whom only withdrawn files of the registry know are not asked to.
SELECT e.employer_no, v.name, a.ogd_no, k.since
FROM (SELECT DISTINCT ON (employer_id) * FROM employer_assessment WHERE period = :period ORDER BY employer_id, run_id DESC) a
JOIN employer e USING (employer_id)
JOIN LATERAL (
  SELECT min(valid_from) AS since FROM employer_version
  WHERE employer_id = a.employer_id AND run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)) k ON k.since IS NOT NULL
LEFT JOIN LATERAL (
  SELECT name FROM employer_version
  WHERE employer_id = a.employer_id AND run_id = ANY (:inputs) AND valid_from < :next
  ORDER BY file_id = ANY (:withdrawn), valid_from DESC, run_id DESC LIMIT 1) v ON true
WHERE a.state IN ('MISSING', 'DEFAULT') AND a.due < :date
ORDER BY e.employer_no
