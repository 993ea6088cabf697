-- Numbers a statement for every employer, then, where the fund sends them (:persons), for every person who owes himself, whose account the run moved or from whom care of closed days
-- is claimed anew, in the order of their numbers. What was merged is told under the number that was kept.
WITH wanted AS (
  SELECT e.employer_id, NULL::bigint AS person_id, e.employer_no AS debtor_no
  FROM account_moved(:run) m
  JOIN employer e ON m.debtor = 'ACCOUNT' AND e.employer_id = m.debtor_id
  UNION ALL
  SELECT NULL, p.person_id, p.person_no
  FROM account_moved(:run) m
  JOIN person p ON m.debtor = 'PERSON_ACCOUNT' AND p.person_id = m.debtor_id
  WHERE :persons AND p.person_id NOT IN (SELECT g.person_id FROM standing_merge(ARRAY(SELECT input_run_id FROM run_input WHERE run_id = :run)) g)
), taken AS (
  SELECT take_document_numbers('RELEVE', :year, count(*)::integer, :run) AS first FROM wanted HAVING count(*) > 0
)
INSERT INTO document (series, year, number, run_id, employer_id, person_id)
SELECT 'RELEVE', :year, t.first - 1 + row_number() OVER (ORDER BY w.employer_id IS NULL, w.debtor_no), :run, w.employer_id, w.person_id
FROM wanted w CROSS JOIN taken t
