-- Rows with the key and first day of an earlier one, of this file or of a file that this run took in before; and rows that name a number
-- which nobody has: the first such number.
WITH often AS (
  SELECT i.line_no, row_number() OVER (PARTITION BY {staged_key}, valid_from ORDER BY i.line_no) AS rank
  FROM incoming i
  JOIN (SELECT {staged_key}, valid_from FROM incoming GROUP BY {staged_key}, valid_from HAVING count(*) > 1) g USING ({staged_key}, valid_from)
), before AS (
  SELECT i.line_no
  FROM incoming i
  {joins}
  JOIN {versions} v ON {same_key} AND v.valid_from = i.valid_from AND v.run_id = :run
  -- Asked once: of most runs it is the only file.
  WHERE EXISTS (SELECT FROM file_result r JOIN file f USING (file_id) WHERE r.run_id = :run AND f.kind = '{kind}')
), missing (line_no, reference) AS (
  {unknown}
), first_missing AS (
  SELECT line_no, min(reference) AS reference FROM missing GROUP BY line_no
)
SELECT line_no, coalesce(o.rank, 1) + CASE WHEN b.line_no IS NULL THEN 0 ELSE 1 END AS rank, coalesce(m.reference, -1) AS missing
FROM often o
FULL JOIN before b USING (line_no)
FULL JOIN first_missing m USING (line_no)
WHERE o.rank > 1 OR b.line_no IS NOT NULL OR m.line_no IS NOT NULL
