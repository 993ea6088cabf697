-- What some employers filed for a month, with what is withdrawn: a number that was withdrawn can be filed again, and is counted; one that only
-- repeats stands in for it. And the declarations of this run that are judged again, with how much had been filed when they were first.
SELECT employer_id, period, declaration_id, kind, sender_seq, correction, content_sha256, coalesce(completes_id, 0) AS completes_id,
       filed_before, filing, status, file_id = ANY (:withdrawn) AS withdrawn, run_id = :run AND declaration_id >= :from AS again
FROM unnest(CAST(:employers AS bigint[]), CAST(:periods AS date[])) AS asked (employer_id, period)
JOIN declaration USING (employer_id, period)
WHERE status IN ('FILED', 'REPEATED') OR (run_id = :run AND declaration_id >= :from)
