SELECT name, bytes, sha256 FROM output
WHERE run_id = :run AND place = 'outbox' AND content_sha256 IS NOT NULL
ORDER BY name COLLATE "C"
