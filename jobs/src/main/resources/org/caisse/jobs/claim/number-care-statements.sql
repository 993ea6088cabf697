-- Numbers a statement for every household of which something is told, in the order of the numbers of their heads.
WITH wanted AS (
  SELECT p.person_id, p.person_no
  FROM (SELECT DISTINCT household_id FROM claim_told WHERE run_id = :run) t
  JOIN person p ON p.person_id = t.household_id
), taken AS (
  SELECT take_document_numbers('DECOMPTE', :year, count(*)::integer, :run) AS first FROM wanted HAVING count(*) > 0
)
INSERT INTO document (series, year, number, run_id, person_id)
SELECT 'DECOMPTE', :year, t.first - 1 + row_number() OVER (ORDER BY w.person_no), :run, w.person_id
FROM wanted w CROSS JOIN taken t
