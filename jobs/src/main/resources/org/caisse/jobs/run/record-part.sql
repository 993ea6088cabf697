INSERT INTO file_part (run_id, step, part, name, rows, bytes, sha256, content_sha256)
VALUES (:run, :step, :part, :name, :rows, :bytes, :sha256, :contentSha256)
