SELECT r.run_id AS id, r.scope || '/' || r.job || '-' || r.seq AS run
FROM run_input i JOIN run r ON r.run_id = i.input_run_id
WHERE i.run_id = :run
ORDER BY r.run_id
