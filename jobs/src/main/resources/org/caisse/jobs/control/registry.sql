SELECT 'rows in = accepted + rejected, per file', f.name,
       format('rejected %s, stored rejects %s', r.rejected, coalesce(x.rejects, 0))
FROM file f
LEFT JOIN file_result r USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS rejects FROM line_reject WHERE run_id = :run GROUP BY file_id) x USING (file_id)
WHERE f.run_id = :run AND r.rejected IS DISTINCT FROM coalesce(x.rejects, 0)
UNION ALL
SELECT 'every version has its person', v.person_id::text, 'none'
FROM person_version v LEFT JOIN person p USING (person_id)
WHERE v.run_id = :run AND p.person_id IS NULL
