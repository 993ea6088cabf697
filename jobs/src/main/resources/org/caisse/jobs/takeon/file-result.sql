SELECT r.lines, r.accepted, r.rejected, r.amount_minor, t.refused, t.differences
FROM file_result r JOIN take_on t USING (run_id)
WHERE r.file_id = :file
