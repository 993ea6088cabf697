-- Numbers the notices of a regularisation, in the order of the employers.
WITH wanted AS (
  SELECT DISTINCT employer_id, employer_no FROM rectification JOIN employer USING (employer_id) WHERE rectification.run_id = :run
), taken AS (
  SELECT take_document_numbers('RECT', :year, count(*)::integer, :run) AS first FROM wanted HAVING count(*) > 0
)
INSERT INTO document (series, year, number, run_id, employer_id)
SELECT 'RECT', :year, t.first - 1 + row_number() OVER (ORDER BY w.employer_no COLLATE "C"), :run, w.employer_id
FROM wanted w CROSS JOIN taken t
