SELECT f.ordinal, f.kind, f.name, f.bytes, left(f.sha256, 16) AS sha256, x.lines, x.declarations, x.accepted, x.rejected,
       x.refused <> 0 AS refused
FROM file f LEFT JOIN file_result x USING (file_id)
WHERE f.run_id = :run
ORDER BY f.ordinal
