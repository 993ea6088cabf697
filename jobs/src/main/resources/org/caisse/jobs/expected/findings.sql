-- What a run found of the employers of a delegated body, in their order.
WITH found AS MATERIALIZED (
  SELECT * FROM control_finding WHERE run_id = :run AND ogd_no = :ogd
), known AS MATERIALIZED (
  SELECT * FROM known_person(ARRAY(SELECT DISTINCT person_id FROM found WHERE person_id IS NOT NULL), :date, :inputs, :withdrawn)
)
SELECT f.employer_no, coalesce(v.name, '') AS employer_name, f.finding, coalesce(k.person_no, x.person_no, '') AS person_no,
       coalesce(k.last_name, x.last_name, '') AS last_name, coalesce(k.first_name, x.first_name, '') AS first_name,
       coalesce(k.birth_date, x.birth_date) AS birth_date, f.lists, f.pay_minor, f.against_minor, f.missing_minor
FROM found f
LEFT JOIN known k USING (person_id)
LEFT JOIN expected_person x ON x.expected_id = f.expected_id
LEFT JOIN employer e ON e.employer_no = f.employer_no
LEFT JOIN LATERAL (
  SELECT o.name FROM employer_version o
  WHERE o.employer_id = e.employer_id AND o.run_id = ANY (:inputs) AND o.file_id <> ALL (:withdrawn) AND o.valid_from < :next
  ORDER BY o.valid_from DESC, o.run_id DESC LIMIT 1) v ON true
ORDER BY f.employer_no, f.finding, coalesce(k.person_no, x.person_no, ''), f.item
