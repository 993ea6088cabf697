-- Whether some employer that had not declared became overdue between two days.
SELECT EXISTS (
  SELECT FROM (SELECT DISTINCT ON (employer_id) state, due FROM employer_assessment WHERE period = :period ORDER BY employer_id, run_id DESC) a
  WHERE state = 'MISSING' AND due >= :last AND due < :date)
