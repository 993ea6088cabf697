SELECT name, bytes, sha256 FROM output WHERE run_id = :run AND place = 'archive' ORDER BY name COLLATE "C"
