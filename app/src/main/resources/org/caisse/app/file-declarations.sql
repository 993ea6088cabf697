-- The declarations of a file in their order: the verdict, what they hold, what their header said where it does not agree, and which run
-- posted those that are in the books.
WITH own AS (
  SELECT * FROM declaration WHERE file_id = :file
), last AS (
  SELECT p.employer_id, p.period, max(p.base_rev) AS base_rev
  FROM declaration_posting p JOIN (SELECT DISTINCT employer_id, period FROM own) o USING (employer_id, period)
  GROUP BY p.employer_id, p.period
)
SELECT d.line_no AS line, d.employer_no AS employer, to_char(d.period, 'YYYY-MM') AS period, d.kind, d.sender_seq AS sequence, d.correction,
       d.status AS verdict, d.lines, d.accepted, d.rejected, d.gross_minor, d.accepted_gross_minor, d.unreadable_amounts, r.code,
       r.expected AS control, p.run_id AS in_books_by
FROM own d
LEFT JOIN line_reject r ON r.file_id = d.file_id AND r.declaration_id = d.declaration_id AND r.whole
LEFT JOIN last l ON l.employer_id = d.employer_id AND l.period = d.period
LEFT JOIN declaration_posting p ON p.employer_id = l.employer_id AND p.period = l.period AND p.base_rev = l.base_rev
                               AND p.declaration_id = d.declaration_id
ORDER BY d.declaration_id
