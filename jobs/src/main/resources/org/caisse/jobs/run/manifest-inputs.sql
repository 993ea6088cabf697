SELECT r.scope || '/' || r.job || '-' || r.seq AS run, m.body_sha256
FROM run_input i JOIN run r ON r.run_id = i.input_run_id JOIN manifest m ON m.run_id = r.run_id
WHERE i.run_id = :run
ORDER BY m.seq
