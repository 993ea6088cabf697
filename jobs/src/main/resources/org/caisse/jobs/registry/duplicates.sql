-- Rows with the number and first day of an earlier one: of this file, or of a file that this run took in before.
SELECT i.line_no, i.rank + CASE WHEN v.run_id IS NULL THEN 0 ELSE 1 END AS rank
FROM (SELECT line_no, number, valid_from, row_number() OVER (PARTITION BY number, valid_from ORDER BY line_no) AS rank
      FROM incoming) i
LEFT JOIN {table} k ON k.{table}_no = i.number
LEFT JOIN {table}_version v ON v.{table}_id = k.{table}_id AND v.valid_from = i.valid_from AND v.run_id = :run
WHERE i.rank > 1 OR v.run_id IS NOT NULL
