-- Numbers a clearance certificate, if it is issued.
WITH wanted AS (
  SELECT employer_id FROM clearance WHERE run_id = :run
), taken AS (
  SELECT take_document_numbers('ATTEST', :year, count(*)::integer, :run) AS first FROM wanted HAVING count(*) > 0
)
INSERT INTO document (series, year, number, run_id, employer_id)
SELECT 'ATTEST', :year, t.first, :run, w.employer_id
FROM wanted w CROSS JOIN taken t
