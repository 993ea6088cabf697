-- Rows of nobody whom the registry knows, and rows with the person, kind and first day of an earlier one of the run.
SELECT line_no, known, rank
FROM (SELECT i.line_no, p.person_id IS NOT NULL AS known,
             row_number() OVER (PARTITION BY i.person_no, i.kind, i.valid_from ORDER BY i.line_no)
               + CASE WHEN EXISTS (SELECT FROM person_identifier b WHERE b.person_id = p.person_id AND b.kind = i.kind
                                     AND b.valid_from = i.valid_from AND b.run_id = :run) THEN 1 ELSE 0 END AS rank
      FROM incoming_identifier i LEFT JOIN person p USING (person_no)) r
WHERE NOT known OR rank > 1
