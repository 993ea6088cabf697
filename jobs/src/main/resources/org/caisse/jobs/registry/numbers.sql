INSERT INTO {table} ({table_no}, run_id)
SELECT number, :run
FROM (SELECT number, min(line_no) AS line_no FROM incoming GROUP BY number) i
WHERE NOT EXISTS (SELECT FROM {table} k WHERE k.{table_no} = i.number)
ORDER BY line_no
