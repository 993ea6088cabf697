-- Numbers a statement for every employer whose account the run moved, in the order of their numbers.
WITH wanted AS (
  SELECT e.employer_id, e.employer_no
  FROM (SELECT DISTINCT debtor_id FROM ledger_entry WHERE run_id = :run AND debtor = 'ACCOUNT') l
  JOIN employer e ON e.employer_id = l.debtor_id
), taken AS (
  SELECT take_document_numbers('RELEVE', :year, count(*)::integer, :run) AS first FROM wanted HAVING count(*) > 0
)
INSERT INTO document (series, year, number, run_id, employer_id)
SELECT 'RELEVE', :year, t.first - 1 + row_number() OVER (ORDER BY w.employer_no), :run, w.employer_id
FROM wanted w CROSS JOIN taken t
