SELECT s.step_name AS step, s.status, s.read_count AS items, s.commit_count AS commits,
       to_char(extract(epoch FROM coalesce(s.end_time, now() AT TIME ZONE 'UTC') - s.start_time), 'FM999990.0') AS seconds,
       e.job_execution_id AS execution
FROM batch_job_execution_params p
JOIN batch_job_execution e USING (job_execution_id)
JOIN batch_step_execution s USING (job_execution_id)
WHERE p.parameter_name = 'run' AND p.parameter_value = :label
ORDER BY s.step_execution_id
