-- After an intake of lists: lines, rows and refusals say the same.
SELECT 'rows in = accepted + rejected, per file', f.name,
       format('accepted %s, stored %s, rejected %s, stored rejects %s', r.accepted, coalesce(t.persons, 0), r.rejected, coalesce(x.rejects, 0))
FROM file f
LEFT JOIN file_result r USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS persons FROM expected_person WHERE run_id = :run GROUP BY file_id) t USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS rejects FROM line_reject WHERE run_id = :run GROUP BY file_id) x USING (file_id)
WHERE f.run_id = :run AND (r.accepted, r.rejected) IS DISTINCT FROM (coalesce(t.persons, 0), coalesce(x.rejects, 0))
UNION ALL
SELECT 'every file of the run is read as it was recognised', f.name,
       format('question %s, refused %s', coalesce(g.question_code::text, 'none'), r.refused)
FROM file f
JOIN file_result r USING (file_id)
LEFT JOIN file_recognition g USING (file_id)
WHERE f.run_id = :run AND r.refused IS DISTINCT FROM g.question_code
