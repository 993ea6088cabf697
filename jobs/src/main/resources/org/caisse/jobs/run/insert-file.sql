INSERT INTO file (run_id, ordinal, kind, name, bytes, sha256, received_on)
VALUES (:run, :ordinal, :kind, :name, :bytes, :sha256, :receivedOn)
