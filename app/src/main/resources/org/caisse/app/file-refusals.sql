-- What of a file was refused, by code, with the first of each.
SELECT code, of_code AS count, line_no AS first_line, field, value, expected
FROM (SELECT *, row_number() OVER (PARTITION BY code ORDER BY line_no, canonical_no) AS n, count(*) OVER (PARTITION BY code) AS of_code
      FROM refusal WHERE file_id = :file) r
WHERE n = 1
ORDER BY of_code DESC, code
