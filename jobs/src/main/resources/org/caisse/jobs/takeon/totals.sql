-- The totals that were compared, those that differ first.
SELECT c.kind, c.key, c.measure, c.expected, c.found, f.name, c.line_no
FROM take_on_check c LEFT JOIN file f USING (file_id)
WHERE c.run_id = :run
ORDER BY c.ties, c.seq
