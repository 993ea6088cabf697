-- Months of an employer that are due and that it did not declare, as the runs knew them that a settlement read.
SELECT period, due
FROM (SELECT DISTINCT ON (period) period, due, state
      FROM employer_assessment
      WHERE employer_id = :employer AND run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :settlement)
      ORDER BY period, run_id DESC) a
WHERE state IN ('MISSING', 'DEFAULT') AND due < :day
ORDER BY period
