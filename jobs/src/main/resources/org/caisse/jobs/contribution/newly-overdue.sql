-- Whether some employer that had not declared became overdue between two days, the days of grace of its population counted.
SELECT EXISTS (
  SELECT
  FROM (SELECT DISTINCT ON (employer_id) state, due, population FROM employer_assessment WHERE period = :period ORDER BY employer_id, run_id DESC) a
  LEFT JOIN unnest(CAST(:populations AS text[]), CAST(:grace AS integer[])) AS g (population, days) USING (population)
  WHERE state = 'MISSING' AND due + coalesce(days, 0) >= :last AND due + coalesce(days, 0) < :date)
