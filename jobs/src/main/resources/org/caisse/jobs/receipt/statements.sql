-- What was read of each statement of a file, and what was taken of its account.
SELECT s.statement, s.account, s.lines, s.total_minor, s.opening_minor, s.closing_minor, s.refused,
       CASE WHEN s.refused = 0 THEN coalesce(r.taken, 0) ELSE 0 END AS taken,
       CASE WHEN s.refused = 0 THEN coalesce(r.taken_minor, 0) ELSE 0 END AS taken_minor
FROM bank_statement s
LEFT JOIN (SELECT statement, count(*) AS taken, sum(amount_minor) AS taken_minor FROM receipt WHERE file_id = :file GROUP BY statement) r
  USING (statement)
WHERE s.file_id = :file
ORDER BY s.statement
