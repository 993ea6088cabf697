-- A run of another day that stands in the way: of a later day, or not completed.
SELECT format('run %s (%s/%s-%s) is %s', run_id, scope, job, seq, CASE status WHEN 'COMPLETED' THEN 'of a later day' ELSE 'not completed' END)
FROM run
WHERE job = :job AND scope <> :scope AND status <> 'ABANDONED' AND (status <> 'COMPLETED' OR business_date > :date)
ORDER BY run_id DESC
LIMIT 1
