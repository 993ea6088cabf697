SELECT f.name, f.ordinal, r.line_no, r.code, r.field, r.value, r.expected, r.raw, r.canonical_no
FROM line_reject r JOIN file f USING (file_id)
WHERE r.run_id = :run
UNION ALL
SELECT f.name, f.ordinal, coalesce(g.question_line, 1), x.refused, coalesce(g.question_column, ''), x.found,
       coalesce(g.question_answer, ''), '', 0
FROM file_result x JOIN file f USING (file_id) LEFT JOIN file_recognition g USING (file_id)
WHERE x.run_id = :run AND x.refused <> 0
ORDER BY ordinal, line_no, canonical_no
