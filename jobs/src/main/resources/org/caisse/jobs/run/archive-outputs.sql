INSERT INTO output (run_id, place, name, bytes, rows, sha256, content_sha256)
SELECT run_id, 'archive', name, bytes, rows, sha256, content_sha256 FROM file_part WHERE run_id = ?
