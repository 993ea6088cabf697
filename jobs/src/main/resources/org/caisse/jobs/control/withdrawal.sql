-- After a withdrawal: what it withdraws was taken in completely, by a run that it knows, and not later.
SELECT 'a withdrawal withdraws a file', 'run ' || r.run_id, 'none'
FROM run r
WHERE r.run_id = :run AND NOT EXISTS (SELECT FROM file_withdrawal w WHERE w.run_id = r.run_id)
UNION ALL
SELECT 'a withdrawn file was taken in by a completed run that the withdrawal reads', f.name, 'run ' || f.run_id || ' ' || r.status
FROM file_withdrawal w
JOIN file f USING (file_id)
JOIN run r ON r.run_id = f.run_id
WHERE w.run_id = :run
  AND (r.status <> 'COMPLETED' OR NOT EXISTS (SELECT FROM run_input i WHERE i.run_id = :run AND i.input_run_id = f.run_id))
UNION ALL
SELECT 'a file is not withdrawn before it came', f.name, format('received %s, withdrawn %s', f.received_on, w.withdrawn_on)
FROM file_withdrawal w JOIN file f USING (file_id)
WHERE w.run_id = :run AND w.withdrawn_on < f.received_on
