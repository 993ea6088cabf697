SELECT r.scope || '/' || r.job || '-' || r.seq AS run, f.ordinal, f.kind, f.name, f.bytes, f.sha256, f.received_on::text, w.reason
FROM file_withdrawal w JOIN file f USING (file_id) JOIN run r ON r.run_id = f.run_id
WHERE w.run_id = :run
ORDER BY f.file_id
