-- Files that were withdrawn.
SELECT file_id FROM file_withdrawal JOIN run USING (run_id) WHERE status = 'COMPLETED' ORDER BY file_id
