-- Every time that a content was taken in and is not withdrawn; of a take-on that was refused, nothing was.
SELECT f.name, f.sender, coalesce(x.refused, 0) <> 0 AS refused, r.formats_sha256, coalesce(g.mapping, '') AS mapping,
       coalesce(g.facts, '{}')::text AS facts
FROM file f
JOIN run r USING (run_id)
LEFT JOIN file_result x USING (file_id)
LEFT JOIN file_recognition g USING (file_id)
WHERE f.kind = :kind AND f.sha256 = :sha256 AND NOT is_withdrawn(f.file_id)
  AND NOT EXISTS (SELECT FROM take_on t WHERE t.run_id = f.run_id AND t.refused)
