-- The runs after one, with how long each took.
SELECT job, extract(epoch FROM ended_at - created_at) * 1000 AS millis
FROM run
WHERE run_id > ? AND status = 'COMPLETED'
ORDER BY run_id
