-- Rows with the number and first day of an earlier one: of this file, or of a file that this run took in before.
WITH often AS (
  SELECT i.line_no, row_number() OVER (PARTITION BY number, valid_from ORDER BY i.line_no) AS rank
  FROM incoming i
  JOIN (SELECT number, valid_from FROM incoming GROUP BY number, valid_from HAVING count(*) > 1) g USING (number, valid_from)
), before AS (
  SELECT i.line_no
  FROM incoming i
  JOIN {table} k ON k.{table}_no = i.number
  JOIN {table}_version v ON v.{table}_id = k.{table}_id AND v.valid_from = i.valid_from AND v.run_id = :run
  -- Asked once: of most runs it is the only file.
  WHERE EXISTS (SELECT FROM file_result r JOIN file f USING (file_id) WHERE r.run_id = :run AND f.kind = '{table}s')
)
SELECT line_no, coalesce(o.rank, 1) + CASE WHEN b.line_no IS NULL THEN 0 ELSE 1 END AS rank
FROM often o
FULL JOIN before b USING (line_no)
WHERE o.rank > 1 OR b.line_no IS NOT NULL
