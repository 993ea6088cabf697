SELECT of_code AS count, line_no, code, field, value, expected
FROM (SELECT *, row_number() OVER (PARTITION BY code ORDER BY line_no) AS n, count(*) OVER (PARTITION BY code) AS of_code
      FROM refusal WHERE file_id = :file) r
WHERE n = 1
ORDER BY line_no
