SELECT coalesce(sum(p.bytes), 0)
FROM file_part p JOIN run r USING (run_id)
WHERE r.job <> 'registry-load'
