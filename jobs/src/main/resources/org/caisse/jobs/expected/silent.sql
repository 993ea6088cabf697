-- The silent employers of a delegated body, with the last month for which they declared somebody.
SELECT e.employer_no, coalesce(v.name, '') AS name, coalesce(to_char(d.period, 'YYYY-MM'), '') AS last_month, coalesce(d.persons, 0) AS last_persons,
       s.expected, s.missing_minor
FROM silent_employer s
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (
  SELECT o.name FROM employer_version o
  WHERE o.employer_id = s.employer_id AND o.run_id = ANY (:inputs) AND o.file_id <> ALL (:withdrawn) AND o.valid_from < :next
  ORDER BY o.valid_from DESC, o.run_id DESC LIMIT 1) v ON true
LEFT JOIN LATERAL (
  SELECT o.period, o.persons FROM declaration o
  WHERE o.employer_id = s.employer_id AND o.period < :period AND o.status = 'FILED' AND o.persons > 0
    AND o.run_id = ANY (:inputs) AND o.file_id <> ALL (:withdrawn)
  ORDER BY o.period DESC, o.sender_seq DESC, o.declaration_id DESC LIMIT 1) d ON true
WHERE s.run_id = :run AND s.ogd_no = :ogd
ORDER BY e.employer_no
