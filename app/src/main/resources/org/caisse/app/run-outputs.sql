SELECT place, name, bytes, rows, left(sha256, 16) AS sha256 FROM output WHERE run_id = :run ORDER BY place DESC, name COLLATE "C"
