INSERT INTO output (run_id, place, name, bytes, rows, sha256, content_sha256, alone_rows, alone_most)
VALUES (:run, :place, :name, :bytes, :rows, :sha256, :contentSha256, :aloneRows, :aloneMost)
