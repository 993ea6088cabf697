-- Everything refused, with the declaration in which it stands.
SELECT f.name, f.ordinal, r.line_no, r.canonical_no, r.code, r.field, r.value, r.expected, r.raw,
       coalesce(nullif(r.canonical, ''), r.raw) AS canonical, r.whole, r.declaration_status, coalesce(r.employer_no, '') AS employer_no,
       coalesce(to_char(r.period, 'YYYY-MM'), '') AS period, coalesce(r.sender_seq, 0) AS sender_seq
FROM refusal r JOIN file f USING (file_id)
WHERE r.run_id = :run
UNION ALL
SELECT f.name, f.ordinal, coalesce(g.question_line, 1), 0, x.refused, coalesce(g.question_column, ''), x.found,
       coalesce(g.question_answer, ''), '', '', true, NULL, '', '', 0
FROM file_result x JOIN file f USING (file_id) LEFT JOIN file_recognition g USING (file_id)
WHERE x.run_id = :run AND x.refused <> 0
ORDER BY ordinal, line_no, canonical_no
