SELECT f.name, f.ordinal, r.line_no, r.code, r.field, r.value, r.expected, r.raw, r.canonical_no
FROM line_reject r JOIN file f USING (file_id)
WHERE r.run_id = :run
UNION ALL
SELECT f.name, f.ordinal, 1, x.refused, '', x.found, '', x.found, 0
FROM file_result x JOIN file f USING (file_id)
WHERE x.run_id = :run AND x.refused <> 0
ORDER BY ordinal, line_no, canonical_no
