INSERT INTO file (run_id, ordinal, kind, name, sender, bytes, lines, sha256, received_on, taken)
VALUES (:run, :ordinal, :kind, :name, :sender, :bytes, :lines, :sha256, :receivedOn, :taken)
