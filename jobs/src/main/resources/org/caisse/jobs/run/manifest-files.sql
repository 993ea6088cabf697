SELECT ordinal, kind, name, bytes, sha256, received_on::text FROM file WHERE run_id = :run ORDER BY ordinal
