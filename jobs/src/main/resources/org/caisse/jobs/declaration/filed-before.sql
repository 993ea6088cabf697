-- What was filed for a month under each number, with what is withdrawn: a number that was withdrawn can be filed again, and is counted;
-- one that only repeats stands in for it.
SELECT employer_id, sender_seq, content_sha256, filing, status, file_id = ANY (:withdrawn) AS withdrawn
FROM declaration
WHERE period = :period AND status IN ('FILED', 'REPEATED') AND NOT (run_id = :run AND declaration_id >= :from)
