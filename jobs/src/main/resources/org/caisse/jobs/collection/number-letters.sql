-- Numbers the letters of a follow-up, one an employer and stage: formal notices in a series of their own.
WITH wanted AS (
  SELECT DISTINCT s.employer_id, e.employer_no, s.stage, CASE s.stage WHEN 'FORMAL_NOTICE' THEN 'MED' ELSE 'RAPPEL' END AS series
  FROM collection_step s JOIN employer e USING (employer_id)
  WHERE s.run_id = :run
), taken AS (
  SELECT series, take_document_numbers(series, :year, count(*)::integer, :run) AS first FROM wanted GROUP BY series
)
INSERT INTO document (series, year, number, run_id, employer_id, stage)
SELECT w.series, :year, t.first - 1 + row_number() OVER (PARTITION BY w.series ORDER BY w.employer_no COLLATE "C", w.stage), :run, w.employer_id,
       w.stage
FROM wanted w JOIN taken t USING (series)
