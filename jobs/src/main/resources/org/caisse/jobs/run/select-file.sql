SELECT f.file_id, f.run_id, r.job, r.scope, r.seq, r.status, f.ordinal, f.kind, f.name, f.bytes, f.lines, f.sha256, f.received_on,
       f.taken, w.run_id AS withdrawing_run_id, w.status AS withdrawing_status, w.reason, w.author, w.withdrawn_on
FROM file f
JOIN run r USING (run_id)
LEFT JOIN (SELECT w.*, x.status FROM file_withdrawal w JOIN run x USING (run_id) WHERE x.status <> 'ABANDONED') w USING (file_id)
