-- What was filed for a month, with what is withdrawn: a number that was withdrawn can be filed again, and is counted.
SELECT employer_id, sender_seq, content_sha256, filing, file_id = ANY (:withdrawn) AS withdrawn
FROM declaration
WHERE period = :period AND status = 'FILED' AND NOT (run_id = :run AND declaration_id >= :from)
