-- Numbers the acknowledgements of a run, in the order of its files.
WITH wanted AS (
  SELECT file_id, ordinal FROM file WHERE run_id = :run
), taken AS (
  SELECT take_document_numbers('AR', :year, count(*)::integer, :run) AS first FROM wanted HAVING count(*) > 0
)
INSERT INTO document (series, year, number, run_id, file_id)
SELECT 'AR', :year, t.first - 1 + row_number() OVER (ORDER BY w.ordinal), :run, w.file_id
FROM wanted w CROSS JOIN taken t
