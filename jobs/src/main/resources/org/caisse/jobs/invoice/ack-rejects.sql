-- Of each file and code how many, and the first.
SELECT file_id, of_code AS count, line_no, code, field, value, expected
FROM (SELECT *, row_number() OVER (PARTITION BY file_id, code ORDER BY line_no) AS n, count(*) OVER (PARTITION BY file_id, code) AS of_code
      FROM refusal WHERE file_id = ANY (:files)) r
WHERE n = 1
ORDER BY file_id, line_no
