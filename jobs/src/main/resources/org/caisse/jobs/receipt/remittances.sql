-- What was read of each remittance of a file, and what was taken of it.
SELECT s.ogd_no, s.number, s.remitted_on, s.lines, s.total_minor, s.said_lines, s.said_minor, s.withheld_minor, s.refused, s.repeated,
       coalesce(r.taken, 0) AS taken, coalesce(r.taken_minor, 0) AS taken_minor
FROM remittance s
LEFT JOIN (SELECT statement, count(*) AS taken, sum(amount_minor) AS taken_minor FROM receipt WHERE file_id = :file GROUP BY statement) r
  USING (statement)
WHERE s.file_id = :file
ORDER BY s.statement
