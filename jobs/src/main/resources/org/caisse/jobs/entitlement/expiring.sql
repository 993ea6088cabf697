-- Rights of a limited time that end soon: by the day on which they end.
SELECT p.person_no, coalesce(v.last_name, '') AS last_name, coalesce(v.first_name, '') AS first_name, s.payer, s.valid_from, s.valid_to, s.end_why
FROM standing_right(:before || :run::integer) s
JOIN person p USING (person_id)
LEFT JOIN LATERAL (SELECT last_name, first_name FROM person_version o
                   WHERE o.person_id = s.person_id AND o.run_id = ANY (:inputs) AND o.file_id <> ALL (:withdrawn)
                   ORDER BY o.valid_from DESC, o.run_id DESC LIMIT 1) v ON true
WHERE s.head_id = s.person_id AND s.end_why IN ('EXPIRED', 'STATUS_ENDED') AND s.payer = ANY (:payers)
  AND s.valid_to > :date AND s.valid_to <= :until
ORDER BY s.valid_to, p.person_no, s.payer
