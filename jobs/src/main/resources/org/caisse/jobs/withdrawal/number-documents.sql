-- Numbers the notices of a withdrawal, in the order of its files.
WITH wanted AS (
  SELECT file_id FROM file_withdrawal WHERE run_id = :run
), taken AS (
  SELECT take_document_numbers('RETRAIT', :year, count(*)::integer, :run) AS first FROM wanted HAVING count(*) > 0
)
INSERT INTO document (series, year, number, run_id, file_id)
SELECT 'RETRAIT', :year, t.first - 1 + row_number() OVER (ORDER BY w.file_id), :run, w.file_id
FROM wanted w CROSS JOIN taken t
