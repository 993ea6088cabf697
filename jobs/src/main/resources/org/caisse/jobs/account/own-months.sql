-- The months and populations in which persons owe contributions themselves, as a run knows them.
SELECT DISTINCT population, period
FROM assessment
WHERE employer_id IS NULL AND run_id = ANY (:inputs)
ORDER BY period, population
