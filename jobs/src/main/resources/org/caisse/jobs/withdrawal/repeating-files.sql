-- Files of the registry that came after one and of which some rows added nothing: what they repeated may have been of that one.
SELECT f.name || ' (' || r.scope || '/' || r.job || '-' || r.seq || '/' || f.ordinal || ')'
FROM file f
JOIN run r USING (run_id)
JOIN file_result x USING (file_id)
WHERE f.kind = (SELECT kind FROM file WHERE file_id = :file) AND f.file_id > :file
  AND f.run_id = ANY (:inputs) AND f.file_id <> ALL (:withdrawn)
  AND x.accepted > (SELECT count(*) FROM registry_version v WHERE v.file_id = f.file_id)
ORDER BY f.file_id
