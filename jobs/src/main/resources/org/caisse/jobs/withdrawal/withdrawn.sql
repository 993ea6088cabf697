-- The declarations of the file that the run withdraws, with what else counts for their employers and months, as the frozen runs know it.
WITH own AS (
  SELECT d.* FROM declaration d JOIN file_withdrawal w USING (file_id) WHERE w.run_id = :run
), other AS (
  SELECT period, employer_id, max(sender_seq) AS other_sequence
  FROM declaration
  WHERE period IN (SELECT period FROM own) AND status = 'FILED' AND run_id = ANY (:inputs)
    AND file_id <> ALL (:withdrawn) AND file_id NOT IN (SELECT file_id FROM own)
  GROUP BY period, employer_id
), repeated AS (
  SELECT period, employer_id, sender_seq, count(*) AS times
  FROM declaration
  WHERE period IN (SELECT period FROM own) AND status = 'REPEATED' AND run_id = ANY (:inputs)
    AND file_id <> ALL (:withdrawn) AND file_id NOT IN (SELECT file_id FROM own)
  GROUP BY period, employer_id, sender_seq
)
SELECT d.declaration_id, d.line_no, d.employer_no, d.period, d.kind, d.sender_seq, d.status, d.persons, d.accepted_gross_minor,
       d.employer_minor, d.insured_minor, d.state_minor, coalesce(o.other_sequence, 0) AS other_sequence,
       CASE WHEN d.status = 'FILED' THEN coalesce(r.times, 0) ELSE 0 END AS repeated_elsewhere
FROM own d
LEFT JOIN other o USING (period, employer_id)
LEFT JOIN repeated r USING (period, employer_id, sender_seq)
WHERE d.declaration_id > :after
ORDER BY d.declaration_id
