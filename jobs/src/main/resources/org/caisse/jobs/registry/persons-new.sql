INSERT INTO person (person_no, run_id)
SELECT number, :run
FROM (SELECT number, min(line_no) AS line_no FROM incoming GROUP BY number) i
WHERE NOT EXISTS (SELECT FROM person k WHERE k.person_no = i.number)
ORDER BY line_no
