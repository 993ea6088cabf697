SELECT e.employer_no, v.name, a.ogd_no,
       (SELECT min(valid_from) FROM employer_version WHERE employer_id = a.employer_id AND run_id = ANY (:inputs)) AS since
FROM (SELECT DISTINCT ON (employer_id) * FROM employer_assessment WHERE period = :period ORDER BY employer_id, run_id DESC) a
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (
  SELECT name FROM employer_version
  WHERE employer_id = a.employer_id AND run_id = ANY (:inputs) AND valid_from < :next
  ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
WHERE a.state = 'MISSING' AND a.due < :date
ORDER BY e.employer_no
