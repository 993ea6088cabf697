-- Every employer of one delegated body, as it stands after this run.
SELECT e.employer_no, v.name, a.population, a.ogd_no, a.state, a.due, a.first_filed, a.persons, a.base_minor, a.employer_minor,
       a.insured_minor, a.state_minor, a.surcharge_minor, a.penalty_minor, a.months_late
FROM (SELECT DISTINCT ON (employer_id) * FROM employer_assessment WHERE period = :period ORDER BY employer_id, run_id DESC) a
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (
  SELECT name FROM employer_version
  WHERE employer_id = a.employer_id AND run_id = ANY (:inputs) AND valid_from < :next
  ORDER BY file_id = ANY (:withdrawn), valid_from DESC, run_id DESC LIMIT 1) v ON true
WHERE a.ogd_no = :ogd
ORDER BY e.employer_no
