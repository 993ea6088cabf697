INSERT INTO output (run_id, place, name, bytes, rows, sha256, content_sha256)
VALUES (:run, :place, :name, :bytes, :rows, :sha256, :contentSha256)
