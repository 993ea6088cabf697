-- Numbers without gaps, as of runs: those of receipts are made of them.
INSERT INTO file (file_id, run_id, ordinal, kind, name, sender, bytes, lines, sha256, received_on, taken) OVERRIDING SYSTEM VALUE
VALUES ((SELECT coalesce(max(file_id), 0) + 1 FROM file), :run, :ordinal, :kind, :name, :sender, :bytes, :lines, :sha256, :receivedOn, :taken)
