SELECT employer_id, sender_seq, content_sha256
FROM declaration
WHERE period = :period AND status = 'FILED' AND NOT (run_id = :run AND declaration_id >= :from)
