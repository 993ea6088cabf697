-- Steps of the runs after one, in their order.
SELECT r.job, s.step_name, s.start_time, extract(epoch FROM s.end_time - s.start_time) * 1000 AS millis
FROM run r
JOIN batch_job_execution_params p ON p.parameter_name = 'run' AND p.parameter_value = r.scope || '/' || r.job || '-' || r.seq
JOIN batch_step_execution s USING (job_execution_id)
WHERE r.run_id > ?
ORDER BY s.step_execution_id
