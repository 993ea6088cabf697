-- The declarations of the file that the run withdraws: whether they stood, and the highest number that counts without the file for their
-- employers and months. One that stood in for what it repeated has no sums of its own: those of its lines are made here.
WITH own AS (
  SELECT d.* FROM declaration d JOIN file_withdrawal w USING (file_id) WHERE w.run_id = :run
), month AS (
  SELECT DISTINCT period FROM own WHERE period IS NOT NULL
), stood AS (
  SELECT s.declaration_id FROM month m, LATERAL standing_declaration(m.period, :inputs, :before) s
), other AS (
  SELECT s.period, s.employer_id, max(s.sender_seq) AS other_sequence
  FROM month m, LATERAL standing_declaration(m.period, :inputs, :after_it) s
  GROUP BY s.period, s.employer_id
), reused AS (
  SELECT d.period, d.employer_id, d.sender_seq, count(*) AS refused
  FROM declaration d JOIN line_reject r ON r.declaration_id = d.declaration_id AND r.whole AND r.code = :reused
  WHERE d.period IN (SELECT period FROM month) AND d.status = 'REFUSED' AND d.run_id = ANY (:inputs) AND d.file_id <> ALL (:after_it)
  GROUP BY d.period, d.employer_id, d.sender_seq
)
SELECT d.declaration_id, d.line_no, d.employer_no, d.period, d.kind, d.sender_seq, d.status, t.declaration_id IS NOT NULL AS stood,
       d.persons + coalesce(l.persons, 0) AS persons, d.accepted_gross_minor + coalesce(l.gross_minor, 0) AS gross_minor,
       d.employer_minor + coalesce(l.employer_minor, 0) AS employer_minor, d.insured_minor + coalesce(l.insured_minor, 0) AS insured_minor,
       d.state_minor + coalesce(l.state_minor, 0) AS state_minor, coalesce(o.other_sequence, 0) AS other_sequence,
       CASE WHEN d.status = 'FILED' THEN coalesce(u.refused, 0) ELSE 0 END AS refused_for_it
FROM own d
LEFT JOIN stood t USING (declaration_id)
LEFT JOIN other o USING (period, employer_id)
LEFT JOIN reused u USING (period, employer_id, sender_seq)
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE spell = 1) AS persons, sum(gross_minor) AS gross_minor, sum(employer_minor) AS employer_minor,
         sum(insured_minor) AS insured_minor, sum(state_minor) AS state_minor
  FROM declaration_line l
  WHERE d.status = 'REPEATED' AND l.declaration_id = d.declaration_id AND l.period = d.period) l ON true
WHERE d.declaration_id > :after
ORDER BY d.declaration_id
