-- Completed runs on which rights rest, up to a day, and the withdrawals that are completed.
SELECT run_id FROM run
WHERE status = 'COMPLETED' AND ((job = ANY (:jobs) AND business_date <= :day) OR job = 'file-withdrawal')
ORDER BY run_id
